"""The form of a text that is embedded: a sentence with a stop, without the marks around it."""

from __future__ import annotations

import re

_EDGES = " \t\n\u00a0\u202f,;:.。，；：、．…—–-“”„‟«»‹›「」『』\"＂〝〟'‘’*_•·"
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_STOPPED = ("?", "!", "？", "！", "؟")


def sentence_form(text: str) -> str:
    """Return the text with a stop at its end, without quotation marks, other stops and white space at its ends.

    A sentence, the words asserted in it and the words that decide its stance are most often the same but for such
    marks: embedded in this form they share one vector and one pass of the encoder. The encoder has learned from whole
    sentences, so the form is one: a clause without its stop lies a little aside. Question and exclamation marks stay;
    a text of marks alone is kept as it is.
    """
    words = text.strip(_EDGES)
    if not words or words.endswith(_STOPPED):
        return words or text
    return words + ("。" if _WIDE.search(words) else ".")
