"""Which finding of the rules and which of the learned reader are one saying."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.nlp.claims.frames import Frame
from pipeline.records import Saying, Span

SAME = 0.3
"""Overlap of characters (Jaccard) from which two findings are one saying."""


def partners_of(frames: Sequence[Frame], sayings: Sequence[Saying]) -> dict[int, Saying]:
    """Pair rule frames and learned sayings one to one, the largest overlap first."""
    pairs = []
    for at, frame in enumerate(frames):
        low, high = frame.start, frame.contents[-1].end
        for number, saying in enumerate(sayings):
            if saying.contents[0].start < high and low < saying.contents[-1].end:
                overlap = jaccard(frame.contents, saying.contents)
                if overlap > SAME:
                    pairs.append((-overlap, at, number))
    found: dict[int, Saying] = {}
    taken: set[int] = set()
    for _, at, number in sorted(pairs):
        if at not in found and number not in taken:
            found[at] = sayings[number]
            taken.add(number)
    return found


def jaccard(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Return the overlap of two sets of spans, by characters."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    total = sum(s.end - s.start for s in (*one, *other)) - shared
    return shared / total if total else 0.0


def is_part(frame: Frame, sayings: Iterable[Saying]) -> bool:
    """Tell whether a saying of the same cue holds a frame's words: a quotation over two sentences, say."""
    return any(
        frame.cue is not None
        and saying.cue is not None
        and touch(frame.cue, saying.cue)
        and all(any(touch(content, said) for said in saying.contents) for content in frame.contents)
        for saying in sayings
    )


def touch(one: Span, other: Span) -> bool:
    """Tell whether two spans share a character."""
    return one.start < other.end and other.start < one.end
