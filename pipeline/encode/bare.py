"""The form of a text that is embedded: without the marks at its edges, which change no meaning."""

from __future__ import annotations

_EDGES = " \t\n\u00a0\u202f,;:.。，；：、．…—–-“”„‟«»‹›「」『』\"＂〝〟'‘’*_•·"


def bare(text: str) -> str:
    """Return the text without stops, quotation marks and white space at its ends; question marks stay.

    A sentence, the words asserted in it and the words that decide its stance are most often the same but for these
    marks: embedded in this form they share one vector and one pass of the encoder. A text of marks alone is kept.
    """
    return text.strip(_EDGES) or text
