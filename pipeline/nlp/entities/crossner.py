"""Subtypes under the type names of the CrossNER scheme, for measuring."""

from __future__ import annotations

from pipeline.nlp.entities.find import Named

_BY_SUBTYPE = {
    "field": "field",
    "task": "task",
    "algorithm": "algorithm",
    "programlang": "programlang",
    "product": "product",
    "misc": "misc",
    "award": "misc",
    "dataset": "misc",
    "metric": "metrics",
    "university": "university",
    "conference": "conference",
    "journal": "conference",
    "country": "country",
    "researcher": "researcher",
    "metrics": "metrics",
    "person": "person",
    "organisation": "organisation",
    "location": "location",
}
_BY_TYPE = {
    "person": "person",
    "organisation": "organisation",
    "model": "product",
    "benchmark": "misc",
    "metric": "metrics",
    "publication": "conference",
    "place": "location",
    "event": "conference",
    "law": "misc",
    "other": "misc",
}


def to_crossner(named: Named) -> str:
    """CrossNER type of an entity, from the finer kind that the data carries."""
    return _BY_SUBTYPE.get(named.subtype) or _BY_TYPE[named.entity.type]
