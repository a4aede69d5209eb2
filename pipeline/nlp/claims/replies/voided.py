"""Sayings that are named only to say that nobody says so: "contrary to what X says, Q", "nobody believes that P".

Who says such a thing himself keeps it: in "X said that nobody believes that P" the belief is nobody's, and X says all
of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.rejection.retorts import is_told, said_by_nobody, void
from pipeline.nlp.claims.rejection.verdicts import on_a_noun
from pipeline.nlp.claims.rules.discourse import Said
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.records import Passage, Span

_UNPARTED = ("zh", "ja", "ko")
"""Languages in which who says so need not stand within the words that void it."""


def without_void(text: str, passages: Sequence[Passage], every: Sequence[Said]) -> list[Said]:
    """Return the sayings that somebody is said to make, each with all that is said."""
    starts = [passage.start for passage in passages]
    kept: list[Said] = []
    gone: list[Frame] = []
    for said in every:
        if _is_void(text, said.frame, passages, starts):
            gone.append(said.frame)
        else:
            kept.append(said)
    return [replace(s, frame=_whole(text, s.frame, gone, passages, starts)) for s in kept]


def _is_void(text: str, frame: Frame, passages: Sequence[Passage], starts: Sequence[int]) -> bool:
    """Tell whether a saying is named only to say that it is not so."""
    source, place = frame.source, frame.cue or frame.source
    if place is None or not passages:
        return False
    home = passage_at(passages, starts, place.start)
    if source is None and on_a_noun(text[home.start : home.end], home.language) is not None:
        return True  # "to say that P is nonsense": nobody says so here
    whole = Span(home.start, home.end)
    named = void(text, whole, home.language)
    named += [v for v in said_by_nobody(text, whole, home.language) if not _tells(frame, v)]
    parted = home.language not in _UNPARTED
    within = [v for v in named if v.start <= place.start < v.end]
    return any(not (parted and source is not None and source.start >= v.end) for v in within)


def _tells(frame: Frame, words: Span) -> bool:
    """Tell whether a speaker says himself that nobody says so, be it that a reader took his verb for nobody's.

    In "Voss sagte, niemand glaube, dass P" Voss stands before the words, and "glaube" was read as what he does.
    """
    return _stands_before(frame, words) or (frame.cue is not None and is_told(words, frame.cue, frame.contents))


def _stands_before(frame: Frame, words: Span) -> bool:
    source = frame.source
    return source is not None and source.end <= words.start <= frame.contents[0].start


def _whole(text: str, frame: Frame, gone: Sequence[Frame], passages: Sequence[Passage], starts: Sequence[int]) -> Frame:
    """Return a frame with all of "nobody believes that P": a reader may cut its words at "nobody", or take only P."""
    if frame.cue is None or len(frame.contents) != 1:
        return frame
    home, said = passage_at(passages, starts, frame.cue.start), frame.contents[0]
    for words in said_by_nobody(text, Span(home.start, home.end), home.language):
        if not _tells(frame, words):
            continue
        misread = _stands_before(frame, words) and words.start <= frame.cue.start < words.end
        first = min(words.start, said.start) if misread else said.start
        ends = [c.end for f in gone for c in f.contents if words.end < c.end <= home.end]
        last = max(ends, default=said.end) if said.end < words.end else said.end
        return replace(frame, contents=(Span(first, last),))
    return frame
