"""Names that the learned reader finds, joined with those that the data and the rules know."""

from __future__ import annotations

import re
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
SURE, TRIMS = 0.6, 0.8
"""Probability from which a name counts that nothing else found, and one that is part of a guess by form."""

_STAND_INS = """
he she they it we i you him her them er sie es ich wir ihr il elle ils elles je nous on él ella ellos yo nosotros
lui lei loro io noi ele ela eles eu nós hij zij ze ik wij он она они я мы هو هي هم أنا نحن
他 她 它 他们 她们 它们 我 我们 你 你们 自己 咱们
彼 彼女 彼ら 私 僕 俺 我々 私たち この人 その人 あの人 그 그녀 그들 나 우리
"""
_PRONOUNS = frozenset(_STAND_INS.split())
"""Words that stand for a name and are none, in the twelve languages."""


_HONORIFIC = re.compile(r"(?<=\w)(?:\s씨|氏|さん)$")
"""What Korean and Japanese set behind a name, and is none of it."""


def with_learned(text: str, known: Sequence[Entity], marked: Sequence[TaggedSpan]) -> tuple[Entity, ...]:
    """Return the entities of a text with the learned names beside them, in order, never overlapping.

    A name of the gazetteer or of a model family's grammar stands as it is. A name that was guessed by its form takes
    the learned type, and gives way to a longer learned name around it, or to a sure one inside it ("Ecologist Ada Brun"
    is a role and a name).
    """
    sure = [s for s in marked if s.probability >= SURE and _names_something(text[s.start : s.end])]
    found = [e for e in known if _is_known(e) or any(span.start < e.end and e.start < span.end for span in marked)]
    for span in sure:
        inside = [e for e in found if e.start < span.end and span.start < e.end]
        entity = _entity(text, span)
        if not all(_gives_way(e, span) for e in inside):
            continue
        found = [e for e in found if e not in inside] + [entity]
    return tuple(sorted(found, key=lambda e: e.start))


def _names_something(words: str) -> bool:
    return any(c.isalnum() for c in words) and words.casefold().strip().rstrip("的は") not in _PRONOUNS


def _entity(text: str, span: TaggedSpan) -> Entity:
    surface, kind = text[span.start : span.end], TYPES[span.kind]
    if kind == "person":
        surface = _HONORIFIC.sub("", surface)
    return Entity(surface, span.start, span.start + len(surface), kind, content_id("e1_", slug(surface)))


def _is_known(entity: Entity) -> bool:
    return (entity.entity_id or "").startswith(("x:", "Q"))


def _within(entity: Entity, span: TaggedSpan) -> bool:
    return span.start <= entity.start and entity.end <= span.end


def _gives_way(entity: Entity, span: TaggedSpan) -> bool:
    holds = entity.start <= span.start and span.end <= entity.end
    return not _is_known(entity) and (_within(entity, span) or (holds and span.probability >= TRIMS))


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
