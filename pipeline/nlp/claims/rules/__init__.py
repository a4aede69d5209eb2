"""Frames as rules find them: by quotation marks, cues, the word order of each language, and a parse if there is one."""
