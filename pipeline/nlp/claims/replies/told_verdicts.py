"""Verdicts that somebody gives: "The claim that P is false, Voss said", "Voss sagte, es stimme nicht, dass P".

Without "Voss said" such a sentence is its author's (``rejection/verdicts.py``); with it, all of it is what Voss says. A
reader takes the noun before P, or P alone, for what is said, where P has a conjunction of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.nlp.claims.frames import Frame, label_of
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.rejection.verdicts import on_a_noun
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.rules.nouns import Nouns
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.records import Passage, Span

RULE = "verdict, cue name"
_LONGEST = 60
"""Most characters of "Voss said" behind a verdict."""
_CLAUSE = re.compile(r"(\w+),\s+(es\s+\w+e\b[^.;:\"“”„,]{0,60}),\s+(?:dass\s+|ob\s+)?\Z")
"""A German main clause in the mood of reported speech that a clause with "dass" completes."""


def with_told_verdicts(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech in which who gives a verdict says all of it."""
    starts = [passage.start for passage in passages]
    said = [replace(s, frame=_whole(text, s.frame, passages, starts)) for s in speech.said]
    for passage in passages:
        told = _told(text, passage)
        if told is not None:
            said = [s for s in said if not _within(s.frame, passage)]
            said.append(Said(told, passage.paragraph))
    return Speech(tuple(sorted(said, key=lambda s: (s.frame.start, -s.frame.contents[-1].end))), speech.quotes)


def _whole(text: str, frame: Frame, passages: Sequence[Passage], starts: Sequence[int]) -> Frame:
    """Return a frame with the clause that stands between its cue and the "dass" that it was thought to say."""
    if frame.kind != "indirect" or frame.cue is None or frame.cue.end > frame.start:
        return frame
    if passage_at(passages, starts, frame.start).language != "de":
        return frame
    low = min(frame.cue.start, frame.source.end) if frame.source is not None else frame.cue.start
    found = _CLAUSE.search(text, low, _behind_that(text, frame.start))
    if found is None:
        return frame
    first, *rest = frame.contents
    cue = Span(*found.span(1)) if found.start(2) <= frame.cue.start else frame.cue
    return replace(frame, cue=cue, contents=(Span(found.start(2), first.end), *rest))


def _behind_that(text: str, start: int) -> int:
    """Return where a clause begins behind its conjunction."""
    return start + 5 if text.startswith("dass ", start) else start


def _told(text: str, passage: Passage) -> Frame | None:
    """Return the saying of who is named behind a verdict on a noun; None for a verdict of the author's."""
    lexicon = lexicons.load(passage.language)
    if lexicon is None or lexicon.characters:
        return None
    end = text.rfind(",", passage.start, passage.end)
    if end < 0 or passage.end - end > _LONGEST:
        return None
    named = on_a_noun(text[passage.start : passage.end], passage.language)
    if named is None or passage.start + named[1] >= end:
        return None
    return _speaker(text, Span(passage.start, end), Span(end + 1, passage.end), lexicon)


def _speaker(text: str, verdict: Span, tail: Span, lexicon: Lexicon) -> Frame | None:
    """Return a frame where a tail is a verb of saying and who says it."""
    marked = Marked(text, tail, lexicon)
    hit = next((h for h in marked.hits if (label_of(h, "verbs") or ("", ""))[1] == "asserts"), None)
    if hit is None:
        return None
    nouns = Nouns(marked.tokens, lexicon)
    found = nouns.left(hit.first) or nouns.right(hit.last)
    if found is None:
        return None
    source = Span(marked.tokens[found[0]].start, marked.tokens[found[1] - 1].end)
    return Frame(source, Span(hit.start, hit.end), (verdict,), "indirect", "asserts", RULE)


def _within(frame: Frame, passage: Passage) -> bool:
    return passage.start <= frame.start < passage.end
