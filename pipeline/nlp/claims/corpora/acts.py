"""Frames into acts of saying: what goes on over sentences is one act.

Sentences that go on in the mood of reported speech (German Konjunktiv) belong to the saying before them. Some corpora
count such a run as a saying of its own, apart from the sentence that names who says so: :func:`parted` gives that form.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.fusion.pairing import touch
from pipeline.nlp.claims.rules.discourse import MOOD, QUOTED_IN_MOOD, Said
from pipeline.records import Passage, Span


@dataclass(frozen=True, slots=True)
class Act:
    """One act of saying: the frame that names who says it and how, and all that is said, in order."""

    frame: Frame
    contents: tuple[Span, ...]


def acts_of(text: str, said: Sequence[Said]) -> list[Act]:
    """Return the acts of saying of a text, in the order of their first words."""
    acts: dict[object, Act] = {}
    last: object = None
    for index, one in enumerate(said):
        frame = one.frame
        key: object = frame.cue or frame.source or index  # one cue is one act, however wide its source is seen
        if QUOTED_IN_MOOD in frame.rule:
            key = index
        elif frame.rule.startswith(MOOD):
            key = _gone_on(text, acts, frame, last)
            key = index if key is None else key
        act = acts.get(key)
        if act is not None and _is_nested(frame, act):
            key, act = (frame.source, frame.cue), None
        last = key
        acts[key] = Act(frame, frame.contents) if act is None else replace(act, contents=_with(act, frame))
    return [replace(a, contents=tuple(sorted(a.contents, key=lambda s: s.start))) for a in acts.values()]


def _is_nested(frame: Frame, act: Act) -> bool:
    """Tell whether somebody else speaks inside the words of an act, though one reader gives both the same cue."""
    one, other = frame.source, act.frame.source
    if one is None or other is None or touch(one, other):
        return False
    return all(any(k.start <= c.start and c.end < k.end for k in act.contents) for c in frame.contents)


def _with(act: Act, frame: Frame) -> tuple[Span, ...]:
    """Add the words of a frame to an act, but for those that it holds."""
    return (*act.contents, *(c for c in frame.contents if not any(touch(c, known) for known in act.contents)))


def _gone_on(text: str, acts: dict[object, Act], frame: Frame, before: object) -> object | None:
    """Return the key of the act that a sentence in the mood goes on with: the one before it, of the same speaker."""
    for key, act in reversed(acts.items()):
        if (
            act.frame.kind == "direct"
            or act.frame.source is None
            or frame.source is None
            or not touch(act.frame.source, frame.source)
        ):
            continue
        last = max(c.end for c in act.contents)
        said_after = max(last, *(s.end for s in (act.frame.cue, act.frame.source) if s is not None))
        if key == before or any(touch(c, frame.contents[0]) for c in act.contents):
            return key
        if not any(c.isalnum() for c in text[min(said_after, frame.start) : frame.start]):
            return key
    return None


def parted(text: str, passages: Sequence[Passage], acts: Sequence[Act]) -> list[Act]:
    """Return the acts with each run in the mood of reported speech apart from the sentence that names who says so."""
    starts = [p.start for p in passages]
    found: list[Act] = []
    for act in acts:
        run = act.contents
        if act.frame.kind != "direct" and not act.frame.rule.startswith(MOOD):
            first = bisect_right(starts, (act.frame.cue or run[0]).start)
            named = max(first, bisect_right(starts, run[0].start))
            end, after = passages[named - 1].end, passages[min(named, len(passages) - 1)].start
            own = tuple(Span(c.start, _stop(text, c.start, min(c.end, end))) for c in run if c.start < end)
            run = tuple(Span(max(c.start, after), c.end) for c in run if c.end > end)
            found += [replace(act, contents=own)] if own and run else [act] if own else []
        if act.frame.kind == "direct":
            found.append(act)
        elif run:
            found += [replace(act, contents=part) for part in _unbroken(text, run)]
    return found


def _unbroken(text: str, run: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    """Cut a run where other words stand between its sentences."""
    parts: list[tuple[Span, ...]] = [run[:1]]
    for before, span in pairwise(run):
        if any(c.isalnum() for c in text[before.end : span.start]):
            parts.append(())
        parts[-1] += (span,)
    return parts


def _stop(text: str, start: int, end: int) -> int:
    """Leave out the mark that ends a sentence."""
    return start + len(text[start:end].rstrip(" \t\n.!?"))
