"""Names that the learned reader finds, joined with those that the data and the rules know."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.nlp.entities.find import Named
from pipeline.nlp.entities.items import slug
from pipeline.records import Entity, EntityType, TaggedSpan, content_id

TYPES: dict[str, EntityType] = {
    "per": "person",
    "org": "organisation",
    "prod": "model",
    "bench": "benchmark",
    "metric": "metric",
    "pub": "publication",
    "loc": "place",
    "event": "event",
    "law": "law",
    "other": "other",
}
SURE = 0.6
"""Probability from which a name that nothing else found counts."""


def with_learned(text: str, known: Sequence[Entity], marked: Sequence[TaggedSpan]) -> tuple[Entity, ...]:
    """Return the entities of a text with the learned names beside them, in order, never overlapping.

    A name of the gazetteer or of a model family's grammar stands as it is. A name that was guessed by its form takes
    the learned type, and gives way to a longer learned name around it.
    """
    sure = [s for s in marked if s.probability >= SURE and any(c.isalnum() for c in text[s.start : s.end])]
    found = [e for e in known if _is_known(e) or any(span.start < e.end and e.start < span.end for span in marked)]
    for span in sure:
        inside = [e for e in found if e.start < span.end and span.start < e.end]
        entity = _entity(text, span)
        if any(_is_known(e) for e in inside) or any(not _within(e, span) for e in inside):
            continue
        found = [e for e in found if e not in inside] + [entity]
    return tuple(sorted(found, key=lambda e: e.start))


def _entity(text: str, span: TaggedSpan) -> Entity:
    surface = text[span.start : span.end]
    return Entity(surface, span.start, span.end, TYPES[span.kind], content_id("e1_", slug(surface)))


def _is_known(entity: Entity) -> bool:
    return (entity.entity_id or "").startswith(("x:", "Q"))


def _within(entity: Entity, span: TaggedSpan) -> bool:
    return span.start <= entity.start and entity.end <= span.end


FIELD_TYPES: dict[str, EntityType] = {
    "researcher": "person",
    "person": "person",
    "organisation": "organisation",
    "university": "organisation",
    "country": "place",
    "location": "place",
    "conference": "event",
    "product": "model",
    "algorithm": "other",
    "field": "other",
    "task": "other",
    "programlang": "other",
    "metrics": "metric",
    "misc": "other",
}
"""Finer kinds of names and terms in AI texts, and what they are in the main scheme."""


def with_terms(text: str, named: Sequence[Named], marked: Sequence[TaggedSpan]) -> tuple[Named, ...]:
    """Return names and terms of the field with their finer kinds, in order, never overlapping.

    The learned reader has seen texts of the field: its spans and kinds come first, and what only the data and the
    rules know fills the gaps.
    """
    found = []
    for span in marked:
        surface = text[span.start : span.end]
        key = content_id("e1_", slug(surface))
        same = next((n for n in named if (n.entity.start, n.entity.end) == (span.start, span.end)), None)
        entity = same.entity if same else Entity(surface, span.start, span.end, FIELD_TYPES[span.kind], key)
        found.append(Named(entity, span.kind))
    taken = [(n.entity.start, n.entity.end) for n in found]
    rest = (n for n in named if not any(n.entity.start < end and start < n.entity.end for start, end in taken))
    return tuple(sorted((*found, *rest), key=lambda n: n.entity.start))
