"""Who speaks: one name for a holder across articles, so that ten reports of one speaker count as one voice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.cluster.statements import Statement, folded
from pipeline.records import Reading

PEOPLE = ("person", "organisation", "publication")


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """A holder, told from others by ``key``.

    ``lasting`` is False for "critics" and "some": someone else in the next article, with no position over time.
    """

    key: str
    name: str
    entity_id: str | None
    lasting: bool


def known_names(readings: Iterable[Reading]) -> dict[str, str]:
    """Map folded names to the entity id that they most often stand for."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        for entity in reading.entities:
            if entity.entity_id and entity.type in PEOPLE:
                seen[folded(entity.text)][entity.entity_id] += 1
    return {name: min(ids, key=lambda i: (-ids[i], i)) for name, ids in seen.items() if len(name) > 1}


def voices(
    statements: Sequence[Statement], families: Mapping[str, str], readings: Iterable[Reading]
) -> dict[str, Voice]:
    """Map claim ids to voices.

    ``families`` maps article ids to their origin families: an unnamed source is one voice within a family, since
    its copies and translations repeat it.
    """
    ids = known_names(readings)
    return {s.claim.id: _voice(s, families[s.article.id], ids) for s in statements}


def _voice(statement: Statement, family: str, ids: Mapping[str, str]) -> Voice:
    holder, article = statement.claim.holder, statement.article
    if holder is None or holder.kind == "author":
        name = article.byline or article.outlet or article.source_id
        return _named(name, ids.get(folded(name)))
    if holder.entity_id is None and holder.kind in ("anonymous", "group"):
        return Voice(f"some:{folded(holder.text)}@{family}", holder.text, None, lasting=False)
    full = full_name(holder.text, statement.reading)
    return _named(full, holder.entity_id or ids.get(folded(full)))


def _named(name: str, entity_id: str | None) -> Voice:
    return Voice(f"id:{entity_id}" if entity_id else f"name:{folded(name)}", name, entity_id, lasting=True)


def full_name(name: str, reading: Reading) -> str:
    """Complete a surname from the same article, if exactly one person there bears it: "Voss" is "Mara Voss"."""
    if len(name.split()) != 1:
        return name
    tail = folded(name)
    full = {e.text for e in reading.entities if e.type == "person" and folded(e.text).endswith(" " + tail)}
    return min(full) if len({folded(text) for text in full}) == 1 else name
