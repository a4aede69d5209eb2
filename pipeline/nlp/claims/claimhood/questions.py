"""Questions: told by their mark, by how their language asks, and apart from what only asks to be agreed with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.words.forms import before, expression
from pipeline.nlp.claims.words.forms import forms as read
from pipeline.records import Span

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
_POINT = (
    r"\s*(?:[(（]\s?(?:\d{1,2}|[a-hivx]{1,3}|[一二三四五六七八九十]{1,3})\s?[)）]|\d{1,2}[.)、．）](?=\D)|[①-⑳])\s*"
)
"""What counts a point of a list."""
_STOP = r"\s*[.;。；…]?[\s*_»”\"’」』]*"


_UNMARKED, _ASKING = (
    re.compile(r"か[」』”。，、]*\Z"),
    re.compile(r"尋ね|たずね|訊|聞い|聞く|問[うわいえっ]|質問し|質し"),
)
"""How Japanese words end that ask without a mark, and verbs of asking."""


@dataclass(frozen=True, slots=True)
class _Asked:
    point: re.Pattern[str]
    told: re.Pattern[str]


def is_question(marked: Marked, piece: str) -> bool:
    """Tell whether a passage asks, if only in its last words."""
    if _ASK.search(piece):
        return True
    pattern = marked.lexicon.patterns["question_patterns"]
    if pattern is not None and pattern.search(piece):
        return True
    return "¿" in piece[:3] or is_counted_question(piece, marked.lexicon.code)


def is_open_question(piece: str) -> bool:
    """Tell whether a passage asks as a whole: its mark stands in no bracket, and behind no "right?"."""
    return _OPEN_QUESTION.search(piece) is not None and _TAG.search(piece) is None


def is_asked(text: str, words: Sequence[str], cue: Span | None, code: str) -> bool:
    """Tell whether quoted Japanese words ask without a mark where somebody is said to ask ("「誰か」と尋ねた")."""
    if code != "ja" or cue is None or not words:
        return False
    return _ASKING.search(text, cue.start, cue.end + 2) is not None and _UNMARKED.search(words[-1]) is not None


def is_counted_question(piece: str, code: str) -> bool:
    """Tell whether a counted point of a list asks without a mark ("(2) Whether it can pay").

    The first one may follow its announcement: "She asked three questions: (1) whether P". What says something of the
    question ("(1) Whether P is unclear") asserts.
    """
    asked = _asked(code)
    found = asked.point.fullmatch(piece) if asked is not None else None
    return asked is not None and found is not None and asked.told.search(found["asked"]) is None


@cache
def _asked(code: str) -> _Asked | None:
    own = read("asked").get(code)
    if own is None:
        return None
    lead = rf"[^:：]*{before(code)}(?:{own['lead']})[^:：,，、.。]{{0,24}}[:：]"
    return _Asked(expression(rf"(?:{lead})?{_POINT}(?P<asked>{own['asks']}){_STOP}"), expression(own["told"]))
