"""Who takes no side on P says nothing of it: "declined to say whether P", "neither confirmed nor denied that P".

Such a sentence is its author's, who tells of the speaker that he keeps silent. The words are those that withhold
(``data/retorts.yaml``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.rejection.retorts import withholds
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.records import Passage, Span

_BEHIND, _BEFORE = 8, 40
"""Most characters from what is withheld to the words that do, and the other way round with a subject between them."""


def with_silent(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech in which who takes no side says nothing."""
    starts = [passage.start for passage in passages]
    return Speech(tuple(_silenced(text, said, passages, starts) for said in speech.said), speech.quotes)


def _silenced(text: str, said: Said, passages: Sequence[Passage], starts: Sequence[int]) -> Said:
    frame = said.frame
    if frame.kind != "indirect" or frame.cue_negated or frame.target is not None or not passages:
        return said
    home = passage_at(passages, starts, frame.start)
    words = withholds(text, Span(home.start, home.end), frame.contents[0], home.language)
    if words is None or not _keeps_silent(frame, words):
        return said
    return replace(said, frame=replace(frame, commitment="asserts", cue_negated=True, embedded=False))


def _keeps_silent(frame: Frame, words: Span) -> bool:
    """Tell whether the words that withhold are those by which a saying was found, or stand beside what is withheld."""
    cue, content = frame.cue, frame.contents[-1]
    if cue is not None and cue.start < words.end and words.start < cue.end:
        return True
    if 0 <= words.start - content.end <= _BEHIND:
        return True
    return cue is None and 0 <= frame.start - words.end <= _BEFORE
