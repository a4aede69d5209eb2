"""What a text is made of: tokens, marks, passages, parses, and the words and expressions of each language."""
