"""Arithmetic of spans and frames: pieces, clips and trims."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from pipeline.nlp.claims.frames import Frame
from pipeline.records import Attribution, Evidence, Mention, Passage, Span

_JOINS = (
    r"\s+(?:and|but|or|while|whereas|though|although|yet|so|because|since|which|who|und|aber|oder|während|weil|et|mais|ou"
    r"|tandis|car|qui|y|e|o|pero|mientras|porque|ma|mentre|perché|mas|enquanto|en|maar|terwijl|omdat|и|но|а|или|пока|و\w*"
    r"|لكن|بينما)(?!\w)"
)
_BREAK = re.compile(rf"[,;:.!?…()\[\]\n—–“”\"«»،؛؟]|{_JOINS}|\s[-–]+\s", re.IGNORECASE)
"""Where a piece of a sentence may end: at a mark, or before a word that joins another."""
_NAME = r"[A-Z0-9][\w.'’-]*(?:\s[A-Z0-9][\w.'’-]*){0,4}"
_NAMES = re.compile(rf"(?:,\s{_NAME})+,?\s(?:and|or|und|oder|et|ou|y|o|e|en|of)\s{_NAME}(?<![.])")
"""More names of a list: ", Brel 7, and Lorn 2"."""


class _Located(Protocol):
    @property
    def end(self) -> int: ...


_Item = TypeVar("_Item", bound=_Located)


def inside(items: Sequence[_Item], starts: Sequence[int], span: Span) -> list[_Item]:
    """Return the items that lie in a span; ``starts`` are theirs, rising."""
    low, high = bisect_left(starts, span.start), bisect_right(starts, span.end)
    return [item for item in items[low:high] if item.end <= span.end]


def holder_speaks(frame: Frame) -> bool:
    """False for "X did not say that P": then it is the author who speaks."""
    return not frame.cue_negated


def holds(outer: Frame, inner: Frame) -> bool:
    """Tell whether one saying stands inside what another says."""
    at = inner.cue or inner.source
    return at is not None and any(c.start <= at.start and at.end <= c.end for c in outer.contents)


def leads_to(block: Span | None, cue: Span | None) -> bool:
    """Tell whether a word of saying leads to a block quotation, whose words then are the very ones."""
    return block is not None and cue is not None and cue.end <= block.start


def covers_most(inner: Frame, outer: Frame) -> bool:
    """Tell whether a saying inside another makes up most of it, or opens it."""

    def size(frame: Frame) -> int:
        return sum(c.end - c.start for c in frame.contents)

    at = inner.source or inner.cue
    early = at is not None and (at.start - outer.start) * 4 <= size(outer)
    return early or size(inner) * 2 >= size(outer)


def is_aside(chain: Sequence[Frame], whole: Span) -> bool:
    """Tell whether a sentence that is quoted says more than what others say in it."""
    quoted = Frame(None, None, (whole,), "direct", "asserts", "block quotation")
    return bool(chain) and not covers_most(chain[0], quoted)


def piece(frame: Frame, whole: Span, *, first: bool) -> Span:
    """Return the part of a sentence that belongs to one of several sayings."""
    starts = [frame.start, *(s.start for s in (frame.source, frame.cue) if s is not None)]
    ends = [frame.contents[-1].end, *(s.end for s in (frame.source, frame.cue) if s is not None)]
    start = whole.start if first else max(whole.start, min(starts))
    return Span(start, min(whole.end, max(ends)))


def uncut(text: str, span: Span, whole: Span, starts: Sequence[int]) -> Span:
    """Return a piece with the rest of the phrase in which it ends: where what is said was read too short.

    Args:
        text: the text.
        span: the piece.
        whole: its sentence.
        starts: where pieces of the sentence begin: none reaches into the next.
    """
    last = min([whole.end, *(s for s in starts if s >= span.end)])
    listed = _NAMES.match(text, span.end, last)
    if listed is not None:
        return Span(span.start, listed.end())
    inside = text[span.end - 1 : span.end + 2]
    owner = inside[1:2] in ("'", "’") and inside[2:].isalpha()
    broken = _BREAK.search(text, span.end + owner, last)
    goes_on = owner or (inside[:1].isalnum() and re.match(r"\s\w", text[span.end : last]) is not None)
    end = (broken.start() if broken is not None else last) if goes_on else span.end
    return Span(span.start, max(span.end, end))


def same_breath(tops: Sequence[Frame]) -> Frame:
    """Return the first saying with all that its speaker says between marks: "“P”, X said, adding “Q”".

    So with what one word of saying parts: "that P, says X, is a myth".
    """
    first = tops[0]
    same = [f for f in tops if (f.source, f.commitment) == (first.source, first.commitment)]
    rest = [f for f in same if f.kind == "direct" or (f.kind == first.kind and _parts(f.cue, first, f))]
    if first not in rest or first.source is None:
        return first
    contents: list[Span] = []
    for span in sorted({c for f in rest for c in f.contents}, key=lambda c: (c.start, -c.end)):
        if not contents or span.start >= contents[-1].end:  # two readings of one quotation, with and without marks
            contents.append(span)
    return replace(first, contents=tuple(contents))


def _parts(cue: Span | None, one: Frame, other: Frame) -> bool:
    """Tell whether a word of saying that two frames share stands between what they hold."""
    if cue is None or one.cue != cue:
        return False
    first, last = sorted((one, other), key=lambda f: f.contents[0].start)
    return one is other or first.contents[-1].end <= cue.start < cue.end <= last.contents[0].start


def distinct(pieces: list[tuple[Span, list[Frame]]]) -> list[tuple[Span, list[Frame]]]:
    """Return the pieces in order, the first of those with one span."""
    seen: dict[Span, list[Frame]] = {}
    for span, frames in pieces:
        if span.end > span.start:
            seen.setdefault(span, frames)
    return sorted(seen.items(), key=lambda p: (p[0].start, -p[0].end))


def clip(spans: Sequence[Span], to: Span) -> list[Span]:
    """Return what of the spans lies inside another."""
    clipped = [Span(max(s.start, to.start), min(s.end, to.end)) for s in spans]
    return [s for s in clipped if s.end > s.start]


def without(span: Span, holes: Sequence[tuple[int, int]]) -> list[Span]:
    """Return what is left of a span between holes, which are in order."""
    spans = []
    at = span.start
    for start, end in holes:
        if start > at:
            spans.append(Span(at, min(start, span.end)))
        at = max(at, end)
    return [*spans, Span(at, span.end)] if at < span.end else spans


def trim(text: str, span: Span, marks: str) -> Span:
    """Return a span without marks at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return Span(start, end)


def overlaps(passage: Passage, spans: Sequence[Span]) -> bool:
    """Tell whether a passage shares a character with any span."""
    return any(s.start < passage.end and passage.start < s.end for s in spans)


def bare(text: str, span: Span, edges: str) -> Span:
    """Leave out a pair of single marks, and the edges inside it; one mark alone is an apostrophe."""
    if text[span.start : span.start + 1] in "'‘" and text[span.end - 1 : span.end] in "'’":
        return trim(text, Span(span.start + 1, span.end - 1), edges)
    return span


def note(text: str, label: str, rule: str, span: Span) -> Evidence:
    """Return the evidence that a rule found in a span."""
    return Evidence(label, rule, text[span.start : span.end], span.start, span.end)


def level(text: str, frame: Frame) -> Attribution:
    """Return a frame as one level of a claim's attribution."""
    return Attribution(mention(text, frame.source), mention(text, frame.cue), frame.kind, frame.commitment)


def mention(text: str, span: Span | None) -> Mention | None:
    """Return a span with its words."""
    return Mention(text[span.start : span.end], span.start, span.end) if span else None
