"""Who is said to have been wrong to say P: "X was wrong to say that P".

Whoever writes so asserts that P is false; that X said P stands beside it. Expressions are in ``data/mistaken.yaml``.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.nlp.claims.rejection.verdicts import STOP
from pipeline.nlp.claims.words.forms import UNPARTED, forms, spaced
from pipeline.records import Span

_SUBJECT = 7
"""Most words of a subject, with those that open its clause."""
_LONGEST = 20
"""Most characters of a subject where words are not parted."""
_THAT = r"(?:(?:that|dass|que|che|dat|что|أن|إن)\s+|qu['’])?"
"""What may open a sentence that somebody says."""
_LEAST = 4
"""Fewest characters of what was said."""
CLOSING = ("ja", "ko")
"""Languages in which the verdict stands behind what was said."""
_OPEN, _SHUT = '"“«„「', '"”»“」)'


@cache
def _pattern(code: str, *, opens: bool) -> re.Pattern[str] | None:
    """Return the expression of a language; ``opens``: with the subject, as it opens a sentence."""
    own = forms("mistaken").get(code)
    if own is None:
        return None
    if "behind" in own:
        return re.compile(rf"(?P<says>{spaced(own['behind'])})[\s。.!！]*\Z", re.IGNORECASE)
    if code in UNPARTED:
        subject = rf"\W*(?:(?!{own['not']})[^，。；：、\s]){{1,{_LONGEST}}}?" if opens else ""
        return re.compile(rf"{subject}(?P<says>{own['wrong']}{own['says']})", re.IGNORECASE)
    subject = rf"\W*{_THAT}(?:(?!(?:{own['not']})\b)[\w'’.-]+\s+){{0,{_SUBJECT}}}?" if opens else ""
    words = rf"(?P<says>(?<!\w){spaced(own['wrong'])},?\s+{spaced(own['says'])})(?:(?<=['’\s])|(?!\w))"
    return re.compile(subject + words, re.IGNORECASE)


def mistaken(text: str, span: Span, code: str) -> Span | None:
    """Return what a sentence, or what somebody says in it, calls wrongly said; None where it calls nothing so."""
    pattern = _pattern(code, opens=True)
    if pattern is None:
        return None
    closes = code in CLOSING
    words = text[span.start : span.end]
    found = pattern.search(words) if closes else pattern.match(words)
    if found is None:
        return None
    stop = None if closes else STOP.search(words, found.end())
    first, last = (0, found.start("says")) if closes else (found.end(), stop.start() if stop else len(words))
    while first < last and not (words[first].isalnum() or words[first] in _OPEN):
        first += 1
    while last > first and not (words[last - 1].isalnum() or words[last - 1] in _SHUT):
        last -= 1
    return Span(span.start + first, span.start + last) if last - first >= _LEAST else None


def mistake(text: str, span: Span, code: str) -> Span | None:
    """Return the words of a sentence by which somebody, whoever says so, is said to have wrongly said something."""
    pattern = _pattern(code, opens=False)
    found = pattern.search(text, span.start, span.end) if pattern else None
    if found is None:
        return None
    before = text[span.start : found.start()].split()[-1:]
    if before and code not in UNPARTED and re.fullmatch(_negative(code), before[0], re.IGNORECASE):
        return None
    return Span(*found.span("says"))


def _negative(code: str) -> str:
    return f"(?:{forms('mistaken')[code]['not']})"
