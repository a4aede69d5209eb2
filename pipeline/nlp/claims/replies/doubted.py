"""Who doubts that P, and who suspects it: "est sceptique quant à P", "Pかどうか疑っている", and "Pと疑っている".

In Japanese and Korean one verb serves for both: what is asked is doubted, what is stated is suspected. Where a language
puts its doubt in an adjective, the verb beside it says nothing of it. Words are in ``data/doubted.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.rules.discourse import Said
from pipeline.nlp.claims.words.forms import before, behind, expression, forms
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.records import Passage, Span

_NEAR = 6
"""Characters around a verb that stands last and the end of what is doubted."""


@cache
def _pattern(kind: str, code: str) -> re.Pattern[str] | None:
    form = forms("doubted")[kind].get(code)
    return expression(f"{before(code)}(?:{form}){behind(code)}") if form else None


def doubted(text: str, said: Said, passages: Sequence[Passage], starts: Sequence[int]) -> Said:
    """Return a saying with the doubt that its words show, or without one where it is a suspicion."""
    frame = said.frame
    if frame.kind != "indirect" or frame.source is None or frame.cue is None or frame.cue_negated:
        return said
    code = passage_at(passages, starts, frame.cue.start).language
    last = _behind(frame, frame.cue)
    if _shows(text, "sceptic", code, _between(frame, frame.cue)) or _shows(text, "asked", code, last):
        return replace(said, frame=replace(frame, commitment="doubts"))
    if frame.commitment == "doubts" and _shows(text, "suspected", code, last):
        return replace(said, frame=replace(frame, commitment="asserts"))
    return said


def _shows(text: str, kind: str, code: str, where: Span) -> bool:
    pattern = _pattern(kind, code)
    return pattern is not None and pattern.search(text, where.start, where.end) is not None


def _between(frame: Frame, cue: Span) -> Span:
    """Return a cue with what stands between it and what it opens."""
    first = frame.contents[0].start
    return Span(cue.start, max(cue.end, first if first > cue.start else cue.end))


def _behind(frame: Frame, cue: Span) -> Span:
    """Return the end of what is said with the verb behind it."""
    last = frame.contents[-1].end
    return Span(max(frame.start, last - _NEAR), max(cue.end, last) + 1)
