"""Which passages of two articles speak of the same thing, so that their numbers can be held together.

Three ways lead to a pair: the one article renders the other and the sentences align; two claims stand in one family;
or two articles name the same thing in sentences that lie as near as repetitions do. The last are looked for inside
blocks of passages that share a name, each against the few before it, so that time grows with the passages.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from pipeline.cluster.alignment import partners
from pipeline.cluster.documents import Document
from pipeline.cluster.kinship import NUMBER
from pipeline.cluster.linkage import SAME, Floats
from pipeline.cluster.statements import NAMED, Statement, folded
from pipeline.records import Counterpart, Entity, Origin, Quantity, Span

Spanned = TypeVar("Spanned", Entity, Quantity)

RENDERED = 0.5
"""Cosine from which aligned sentences of an article and its source say the same: as for what a print renders."""
WINDOW = 64
"""Passages of a block, latest first, that a passage is held against."""
FEW = 4
"""Earlier passages that one passage is paired with at most."""
_NO_AMOUNT = frozenset({"date", "rank"})


@dataclass(frozen=True, slots=True)
class _Place:
    """A passage with a number: where it stands and what it names."""

    document: int
    row: int
    names: Mapping[str, frozenset[str]]
    """Type of entity to keys of those that are named."""
    days: frozenset[str]


def counterparts(
    docs: Sequence[Document],
    origins: Mapping[str, Origin],
    statements: Sequence[Statement],
    families: Mapping[str, str],
) -> tuple[Counterpart, ...]:
    """Pair the passages of different articles that speak of the same thing and give numbers, in a fixed order.

    ``docs`` and ``statements`` come oldest first; ``families`` maps claim ids to claim families.
    """
    found: dict[tuple[str, int, str, int], Counterpart] = {}
    for pair in (*_rendered(docs, origins), *_repeated(statements, families), *_named_alike(docs)):
        found.setdefault((pair.first_article, pair.first.start, pair.second_article, pair.second.start), pair)
    return tuple(found[key] for key in sorted(found))


def _rendered(docs: Sequence[Document], origins: Mapping[str, Origin]) -> Iterator[Counterpart]:
    """Pair the sentences of each rendering with those of the article that it renders."""
    by_id = {doc.article.id: doc for doc in docs}
    counted = {doc.article.id: _by_row(doc, doc.reading.quantities).keys() for doc in docs}
    for doc in docs:
        source = by_id.get(origins[doc.article.id].of or "")
        if source is None or not len(doc.passages) or not len(source.passages):
            continue
        cosines = source.passages @ doc.passages.T
        aligned = partners(source.passages, doc.passages, (source.sentences, doc.sentences))
        pairs = [pair for pair in aligned if cosines[pair] >= RENDERED]
        for row, column in sorted({*pairs, *_telling(source, doc, cosines)}):
            if row in counted[source.article.id] and column in counted[doc.article.id]:
                yield _pair(source, row, doc, column, rendered=True)


def _telling(source: Document, doc: Document, cosines: Floats) -> Iterator[tuple[int, int]]:
    """Yield the nearest two sentences that give the same telling number, however freely one retells the other."""
    for value in sorted(source.numbers.keys() & doc.numbers.keys()):
        pairs = [(row, column) for row in sorted(source.numbers[value]) for column in sorted(doc.numbers[value])]
        best = max(pairs, key=lambda pair: (round(float(cosines[pair]), 4), -pair[0], -pair[1]))
        if cosines[best] >= NUMBER:
            yield best


def _repeated(statements: Sequence[Statement], families: Mapping[str, str]) -> Iterator[Counterpart]:
    """Pair each claim that gives numbers with the oldest one of its family in another article."""
    oldest: dict[str, Statement] = {}
    for statement in statements:
        if not statement.quantities:
            continue
        first = oldest.setdefault(families[statement.claim.id], statement)
        if first.article.id != statement.article.id:
            spans = [Span(s.claim.start, s.claim.end) for s in (first, statement)]
            yield Counterpart(first.article.id, spans[0], statement.article.id, spans[1], rendered=False)


def _named_alike(docs: Sequence[Document]) -> Iterator[Counterpart]:
    """Pair near passages that name the same thing, and name no other thing of its type nor another day."""
    blocks: dict[tuple[str, str], list[_Place]] = defaultdict(list)
    for number, doc in enumerate(docs):
        for place in _places(number, doc):
            for kind, keys in sorted(place.names.items()):
                for key in sorted(keys):
                    blocks[kind, key].append(place)
    for block in sorted(blocks):
        places = blocks[block]
        for at in range(1, len(places)):
            for before in _near(docs, places, at):
                one, other = before, places[at]
                yield _pair(docs[one.document], one.row, docs[other.document], other.row, rendered=False)


def _near(docs: Sequence[Document], places: Sequence[_Place], at: int) -> list[_Place]:
    """Return the passages before ``places[at]`` in its block that say the same, nearest first."""
    place = places[at]
    own: Floats = docs[place.document].passages[place.row]
    others = [p for p in places[max(0, at - WINDOW) : at] if p.document != place.document and _compatible(p, place)]
    if not others:
        return []
    rows = np.stack([docs[p.document].passages[p.row] for p in others])
    cosines = np.round(rows @ own, 4)
    order = sorted((n for n in range(len(others)) if cosines[n] >= SAME), key=lambda n: (-float(cosines[n]), n))
    return [others[n] for n in order[:FEW]]


def _compatible(a: _Place, b: _Place) -> bool:
    """Tell whether two passages may speak of one thing: no type of names without a common one, no two days."""
    shared = a.names.keys() & b.names.keys()
    if any(not a.names[kind] & b.names[kind] for kind in shared):
        return False
    return not a.days or not b.days or any(x.startswith(y) or y.startswith(x) for x in a.days for y in b.days)


def _places(number: int, doc: Document) -> Iterator[_Place]:
    """Yield the passages of a document that give a number and name something."""
    entities = _by_row(doc, [e for e in doc.reading.entities if _kind(e)])
    for row, inside in sorted(_by_row(doc, doc.reading.quantities).items()):
        names: dict[str, set[str]] = defaultdict(set)
        for entity in entities.get(row, ()):
            names[_kind(entity)].add(_key(entity))
        if names and any(q.kind not in _NO_AMOUNT for q in inside):
            days = frozenset(q.date for q in inside if q.date)
            yield _Place(number, row, {kind: frozenset(keys) for kind, keys in names.items()}, days)


def _kind(entity: Entity) -> str:
    """Return the type of what makes two passages speak of one thing; empty for the other names.

    As in :func:`pipeline.cluster.statements.named`: readers may class a name with a version differently.
    """
    plain = folded(entity.text).replace(" ", "")
    if plain.isascii() and any(map(str.isdigit, plain)) and any(map(str.isalpha, plain)):
        return "versioned"
    return entity.type if entity.type in NAMED else ""


def _key(entity: Entity) -> str:
    versioned = _kind(entity) == "versioned"
    return folded(entity.text).replace(" ", "") if versioned else entity.entity_id or folded(entity.text)


def _by_row(doc: Document, items: Sequence[Spanned]) -> dict[int, list[Spanned]]:
    """Return the items by the passage that they stand in; passages follow one another in the text."""
    starts = [passage.start for passage in doc.kept]
    found: dict[int, list[Spanned]] = defaultdict(list)
    for item in items:
        row = bisect_right(starts, item.start) - 1
        if row >= 0 and item.end <= doc.kept[row].end:
            found[row].append(item)
    return found


def _pair(first: Document, row: int, second: Document, column: int, *, rendered: bool) -> Counterpart:
    one, other = first.kept[row], second.kept[column]
    spans = Span(one.start, one.end), Span(other.start, other.end)
    return Counterpart(first.article.id, spans[0], second.article.id, spans[1], rendered)
