"""Questions: told by their mark, by how their language asks, and apart from what only asks to be agreed with."""

from __future__ import annotations

import re

from pipeline.nlp.claims.polarity.marks import Marked

_ASK = re.compile(r"[?？؟⁇⁈]\s*(?:[!！]|[)\]}»”\"“’'」』）*_~`.]|\s|\([^()]{0,24}\))*$")
_OPEN_QUESTION = re.compile(r"[?？؟][\s»”\"“’'」』*_]*$")
"""A question mark that no bracket holds."""
_TAG = re.compile(
    r"(?:[,，、–—-]\s*(?:right|no|isn['’]?t it|aren['’]?t they|don['’]?t you think|huh|eh|ok(?:ay)?|oder(?: nicht)?"
    r"|nicht wahr|gell|non|n['’]est-ce pas|hein|¿?no|¿?verdad|¿?cierto|vero|giusto|né|não é|certo|toch|hè|niet"
    r"|не так ли|правда|верно|да)|(?:对吧|是吧|对吗|不是吗|でしょう|だろう|よね|ですよね|그렇죠|그렇지|맞죠|أليس كذلك))"
    r"\s*[?？؟]\W*$",
    re.I,
)
"""Asks the reader to agree with what was asserted."""


def is_question(marked: Marked, piece: str) -> bool:
    """Tell whether a passage asks, if only in its last words."""
    if _ASK.search(piece):
        return True
    pattern = marked.lexicon.patterns["question_patterns"]
    if pattern is not None and pattern.search(piece):
        return True
    return "¿" in piece[:3]


def is_open_question(piece: str) -> bool:
    """Tell whether a passage asks as a whole: its mark stands in no bracket, and behind no "right?"."""
    return _OPEN_QUESTION.search(piece) is not None and _TAG.search(piece) is None
