"""What the sentence of a comparison leaves out or calls "it" is looked for in the sentences before.

Only where one thing alone was named there; where two were, the part stays as it is. Nothing is invented: a part is
always words of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from pipeline.nlp.quantities.folding import fold
from pipeline.nlp.quantities.frames import words
from pipeline.nlp.quantities.parts import WORD
from pipeline.records import Comparison, Entity, Mention, Passage, Quantity

THINGS = frozenset({"model", "organisation", "benchmark"})
"""Types of named things that are compared."""
_VERSIONED = re.compile(r"[^\W\d_].*\d|\d.*[^\W\d_]")
"""A name with letters and digits: a model of which nobody has heard yet."""
BACK = 2
"""Sentences before, of the same paragraph, in which a name is looked for: the nearest that has one decides."""


def is_thing(entity: Entity) -> bool:
    """Say whether a named thing can be compared and measured: by its type, or by a version in its name."""
    return entity.type in THINGS or (entity.type == "other" and _VERSIONED.search(entity.text) is not None)


def complete(
    quantities: Sequence[Quantity], passages: Sequence[Passage], entities: Sequence[Entity]
) -> tuple[Quantity, ...]:
    """Return the quantities of an article with the subjects of their frames completed.

    A subject that is missing or a pronoun becomes the one thing named in the sentence before (or in the one before
    that); one that opens with a circumstance ("In its thorough mode Vela-4 needs …") is cut to the name that ends it.
    """
    starts = [passage.start for passage in passages]
    things = Things(entities)
    out = []
    for quantity in quantities:
        frame, at = quantity.comparison, bisect_right(starts, quantity.start) - 1
        if frame is not None and at >= 0:
            subject = _subject(frame, passages, at, things)
            if subject is not frame.subject:
                quantity = replace(quantity, comparison=replace(frame, subject=subject))
        out.append(quantity)
    return tuple(out)


class Things:
    """The named things of a text that can be compared, by where they stand."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._all = sorted((e for e in entities if is_thing(e)), key=lambda e: (e.start, e.end))
        self._starts = [entity.start for entity in self._all]

    def inside(self, start: int, end: int) -> list[Entity]:
        """Return the things that stand in a span."""
        found = self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [entity for entity in found if entity.end <= end]


def _subject(frame: Comparison, passages: Sequence[Passage], at: int, things: Things) -> Mention | None:
    known, subject = words(passages[at].language), frame.subject
    if known is None:
        return subject
    if subject is not None and not _pronoun(subject, known.sets.get("pronoun", frozenset())):
        first = WORD.search(fold(subject.text))
        opens = known.sets.get("stoppers", frozenset()) | known.sets.get("back", frozenset())
        last = [e for e in things.inside(subject.start + 1, subject.end) if e.end == subject.end]
        cut = bool(last) and first is not None and first.group() in opens
        return Mention(last[0].text, last[0].start, last[0].end) if cut else subject
    return named_before(passages, at, things) or subject


def _pronoun(subject: Mention, pronouns: frozenset[str]) -> bool:
    """Say whether a subject is a pronoun, with its verb at most."""
    found = [match.group() for match in WORD.finditer(fold(subject.text))]
    return bool(found) and len(found) <= 2 and found[0] in pronouns


def named_before(passages: Sequence[Passage], at: int, things: Things) -> Mention | None:
    """Return the one thing that is named in the nearest sentence before that names any."""
    for before in range(at - 1, max(-1, at - 1 - BACK), -1):
        passage = passages[before]
        if passage.paragraph != passages[at].paragraph:
            return None
        named = things.inside(passage.start, passage.end)
        if named:
            alone = len({e.entity_id or fold(e.text) for e in named}) == 1
            return Mention(named[0].text, named[0].start, named[0].end) if alone else None
    return None
