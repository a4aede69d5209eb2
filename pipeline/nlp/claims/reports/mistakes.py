"""What somebody was wrong to say: "X was wrong to say that P" is its author's, who holds P to be false; X said P.

The report stays a claim of X's beside that of the author. Read in claims alone: as an act of speech it is a plain one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.rejection.mistaken import mistake
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.records import Passage, Span

MISTAKE = "wrongly said"
"""Rule added to those of the frames found here."""
_THAT = 6
"""Most characters of a conjunction and a space."""


def with_mistakes(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech in which what somebody was wrong to say is embedded in the sentence that says so."""
    starts = [passage.start for passage in passages]
    kept: list[Said] = []
    found: dict[Span, Said] = {}
    for said in speech.said:
        words = _mistake(text, said.frame, passages, starts)
        aside = _aside(said.frame, words) if words is not None else None
        if words is None:
            kept.append(said)
        elif aside is not None and (words not in found or _size(aside) < _size(found[words].frame)):
            found[words] = replace(said, frame=aside)
    ordered = sorted((*kept, *found.values()), key=lambda s: (s.frame.start, -s.frame.contents[-1].end))
    return Speech(tuple(ordered), speech.quotes) if found else Speech(tuple(kept), speech.quotes)


def _mistake(text: str, frame: Frame, passages: Sequence[Passage], starts: Sequence[int]) -> Span | None:
    """Return the words by which somebody said what is false, where the cue of a report stands among them."""
    if frame.cue is None or not passages or frame.kind != "indirect" or frame.embedded:
        return None
    home = passage_at(passages, starts, frame.cue.start)
    found = mistake(text, Span(home.start, home.end), home.language)
    return found if found is not None and found.start <= frame.cue.start < found.end else None


def _aside(frame: Frame, words: Span) -> Frame | None:
    """Return the report of what is said outside of those words, but for a conjunction that ends them."""
    contents = tuple(c for c in frame.contents if c.end <= words.start or c.start >= words.end - _THAT)
    if not contents:
        return None
    # a reader may take "erred" for a verb of denying
    rule = f"{frame.rule}; {MISTAKE}"
    return replace(frame, contents=contents, embedded=True, commitment="asserts", rule=rule)


def _size(frame: Frame) -> int:
    return sum(c.end - c.start for c in frame.contents)
