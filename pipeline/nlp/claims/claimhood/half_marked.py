"""Somebody's very words where one mark alone shows it: a closing mark without its partner, the dash of a dialogue.

"P”, Voss said." lost its opening mark at a border of the text; "— P, dit Voss." opens with a dash, as speech does in
novels and reportages of the Romance languages and Russian. Only at the head of a sentence, before a word of saying.
"""

from __future__ import annotations

import re

from pipeline.records import Span

_CLOSING = re.compile(r"\s?[,.!?…。，！？]?\s?(?:[”»」』]|[“\"](?!\w))")
_MARKS = frozenset('“”„‟«»‹›「」『』"＂〝〟')
_DASHES = "—―"
_SPOKEN = {
    code: re.compile(r"\s?[,.!?…]{0,3}\s?[—–―]\s?")
    for code in ("es", "pt", "it", "ru")
} | {"fr": re.compile(r"\s?(?:[,!?…]|[—–―])\s?")}  # fmt: skip
"""What parts spoken words from who speaks them, by language: French needs but a comma."""
_NEAR = 40
"""Most characters between spoken words and the word of saying: "dit", "a ensuite répondu"."""
_BLANK = " \t\n\u00a0\u202f"


def is_half_marked(text: str, content: Span, cue: Span, start: int, code: str) -> bool:
    """Tell whether words without a pair of marks are somebody's very own.

    Args:
        text: the text.
        content: the words.
        cue: the word of saying.
        start: where its sentence begins.
        code: its language.
    """
    if not content.end <= cue.start <= content.end + _NEAR:
        return False
    before = text[start : content.start].strip(_BLANK)
    if before == "":
        closed = _CLOSING.match(text, content.end, cue.start) is not None
        return closed and _MARKS.isdisjoint(text[content.start : content.end])
    spoken = _SPOKEN.get(code) if before in _DASHES and text[:start].rstrip(" \t")[-1:] in ("", "\n") else None
    return spoken is not None and spoken.match(text, content.end, cue.start) is not None
