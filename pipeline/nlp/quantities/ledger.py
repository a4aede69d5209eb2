"""The number ledger across articles: one entry per measure of a subject, its values, who gives them, and conflicts.

Which passages speak of the same thing is decided elsewhere (:class:`pipeline.records.Counterpart`). Here the
quantities of two such passages are paired: first those that agree, then those that should. What was paired, over any
number of articles, is one entry. Time grows with the passages; the order of the articles makes no difference.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal

from pipeline.nlp.quantities.about import About, about
from pipeline.nlp.quantities.conflicts import agreed, comparable, compare, contrast, dimension, names
from pipeline.nlp.quantities.earlier import Things, is_thing, named_before
from pipeline.nlp.quantities.folding import fold
from pipeline.nlp.quantities.ledger_match import Told, agree, counted
from pipeline.nlp.quantities.measured import measured
from pipeline.records import (
    Article,
    Claim,
    ConflictKind,
    Counterpart,
    LedgerConflict,
    LedgerEntry,
    LedgerValue,
    Quantity,
    Reading,
    Span,
    content_id,
)

MOST = 40
"""Quantities of one passage that take part: a longer list is a table, which aligned sentences cannot pair."""
FEW = 3
"""Up to here a number word without a subject is no figure."""
DISTINCT = 24
"""Different values of one entry that are held against one another; a further one is held against the oldest alone."""


def ledger(
    articles: Sequence[Article], readings: Sequence[Reading], counterparts: Iterable[Counterpart]
) -> tuple[LedgerEntry, ...]:
    """Return the entries with values from two articles or more: those with conflicts first, nameless ones last."""
    book = _Book(articles, readings)
    for pair in sorted(counterparts, key=_order):
        book.hold_together(pair)
    return tuple(sorted(book.entries(), key=_standing))


def _standing(entry: LedgerEntry) -> tuple[object, ...]:
    return (not entry.conflicts, entry.subject is None and entry.measure is None, entry.id)


def _order(pair: Counterpart) -> tuple[object, ...]:
    return (pair.first_article, pair.first.start, pair.second_article, pair.second.start)


class _Book:
    """The quantities of a corpus, and which of them were paired so far (union by the oldest, with path halving)."""

    def __init__(self, articles: Sequence[Article], readings: Sequence[Reading]) -> None:
        self._articles = {article.id: article for article in articles}
        self._quantities = {r.article_id: sorted(r.quantities, key=lambda q: (q.start, q.end)) for r in readings}
        self._starts = {article: [q.start for q in found] for article, found in self._quantities.items()}
        self._readings = {reading.article_id: reading for reading in readings}
        self._value: dict[str, LedgerValue] = {}
        self._parent: dict[str, str] = {}
        self._claims = {r.article_id: _homes(r.claims) for r in readings}
        self._things: dict[str, Things] = {}

    def hold_together(self, pair: Counterpart) -> None:
        """Pair the quantities of two passages."""
        first, second = self._within(pair.first_article, pair.first), self._within(pair.second_article, pair.second)
        if not 0 < len(first) <= MOST or not 0 < len(second) <= MOST:
            return
        langs = self._language(pair.first_article, pair.first), self._language(pair.second_article, pair.second)
        same = agreed(first, second, *langs)
        left = [q for q in first if all(q is not a for a, _ in same)]
        right = [q for q in second if all(q is not b for _, b in same)]
        if not pair.rendered:
            left, right = _alone(left), _alone(right)
        unlike = contrast(left, right, *langs)
        apart = [(a, b) for kind, a, b in unlike if pair.rendered or self._one_measure(pair, kind, a, b)]
        for a, b in (*((a, b) for a, b in same if a.kind != "date"), *apart):
            self._join(self._note(pair.first_article, a), self._note(pair.second_article, b))

    def entries(self) -> Iterator[LedgerEntry]:
        """Yield what was paired, entry by entry."""
        groups: dict[str, list[LedgerValue]] = defaultdict(list)
        for key, value in self._value.items():
            groups[self._root(key)].append(value)
        for group in groups.values():
            values = sorted(group, key=_age)
            if len({value.article_id for value in values}) > 1:
                conflicts = _conflicts(values)
                subject, measure = self._told_of(values)
                if conflicts or subject or not all(map(_small, values)):
                    entry = content_id("l1_", values[0].quantity.id)
                    yield LedgerEntry(entry, subject, measure, tuple(values), conflicts)

    def _told_of(self, values: Sequence[LedgerValue]) -> tuple[str | None, str | None]:
        """Return subject and measure: of a comparison, else of the clause, else the only name in the sentence."""
        clauses = [self._clause(value) for value in values]
        behind = next((c.subject for c in clauses if c.inverted), None)
        subject = behind or _named(values, "subject") or next((c.subject for c in clauses if c.subject), None)
        measure = _named(values, "measure") or next(filter(None, map(self._measured, values)), None)
        return (
            subject or next(filter(None, map(self._only_name, values)), None),
            measure or next((c.verb for c in clauses if c.subject == subject and c.verb), None),
        )

    def _one_measure(self, pair: Counterpart, kind: ConflictKind, a: Quantity, b: Quantity) -> bool:
        """Tell whether two values of independent articles are told of one measure."""
        if a.kind != b.kind:
            return False
        first, second = self._told(pair.first_article, a), self._told(pair.second_article, b)
        return agree(first, second, kind)

    def _told(self, article: str, quantity: Quantity) -> Told:
        value = self._valued(article, quantity)
        clause, frame = self._clause(value), quantity.comparison
        text = self._articles[article].text
        noun = frame.measure.text if frame and frame.measure else None
        noun = noun or self._measured(value) or counted(text, quantity, value.language)
        return Told(clause.subject, clause.verb, noun, value.language)

    def _clause(self, value: LedgerValue) -> About:
        """Return subject and verb of the clause of a value; a pronoun becomes the one thing that was named before."""
        reading, start = self._readings[value.article_id], value.quantity.start
        at = bisect_right(reading.passages, start, key=lambda passage: passage.start) - 1
        if at < 0 or start >= reading.passages[at].end:
            return About()
        begin = reading.passages[at].start
        found = about(self._articles[value.article_id].text, begin, value.quantity, value.language)
        if not found.pronoun:
            return found
        things = self._things.get(value.article_id)
        if things is None:
            things = self._things[value.article_id] = Things(reading.entities)
        inside = {fold(thing.text): thing.text for thing in things.inside(begin, start)}
        named = next(iter(inside.values())) if len(inside) == 1 else None
        if not inside and (before := named_before(reading.passages, at, things)) is not None:
            named = before.text
        return found._replace(subject=named)

    def _only_name(self, value: LedgerValue) -> str | None:
        """Return the one thing named in the passage of a value, before it; of two, nobody knows which is meant."""
        reading, quantity = self._readings[value.article_id], value.quantity
        passage = next((p for p in reading.passages if p.start <= quantity.start < p.end), None)
        if passage is None:
            return None
        holder = fold(value.holder.text) if value.holder else ""
        here = (e for e in reading.entities if passage.start <= e.start < passage.end)
        inside = [e for e in here if (is_thing(e) or e.type == "place") and fold(e.text) not in holder]
        if len({e.entity_id or e.text for e in inside}) != 1 or inside[0].start > quantity.start:
            return None  # what is only named behind a number is seldom what the number is told of
        return inside[0].text

    def _measured(self, value: LedgerValue) -> str | None:
        return measured(self._articles[value.article_id].text, value.quantity, value.language)

    def _within(self, article: str, span: Span) -> list[Quantity]:
        quantities, starts = self._quantities.get(article, []), self._starts.get(article, [])
        inside = quantities[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        return [q for q in inside if q.end <= span.end]

    def _language(self, article: str, span: Span) -> str:
        reading = self._readings[article]
        inside = (p.language for p in reading.passages if p.start < span.end and span.start < p.end)
        return next(inside, reading.language.code)

    def _note(self, article: str, quantity: Quantity) -> str:
        key = quantity.id
        if key not in self._value:
            self._value[key] = self._valued(article, quantity)
            self._parent[key] = key
        return key

    def _valued(self, article: str, quantity: Quantity) -> LedgerValue:
        claim, own = self._claims[article].get(quantity.id), self._articles[article]
        language = self._language(article, Span(quantity.start, quantity.end))
        return LedgerValue(
            quantity, article, claim.id if claim else None, claim.holder if claim else None, language,
            own.published or own.fetched,
        )  # fmt: skip

    def _root(self, key: str) -> str:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def _join(self, a: str, b: str) -> None:
        one, other = sorted((self._root(a), self._root(b)), key=lambda key: _age(self._value[key]))
        self._parent[other] = one


def _homes(claims: Sequence[Claim]) -> Mapping[str, Claim]:
    """Map the ids of quantities to the claim that holds them."""
    homes: dict[str, Claim] = {}
    for claim in claims:
        for quantity in claim.quantities:
            homes.setdefault(quantity, claim)
    return homes


def _age(value: LedgerValue) -> tuple[object, ...]:
    return (value.said, value.article_id, value.quantity.start, value.quantity.id)


def _alone(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities that are the only ones of their dimension: of two, nobody knows which is meant.

    Dates are left out: two articles on one thing may tell of two days.
    """
    by_dimension: dict[str, list[Quantity]] = defaultdict(list)
    for quantity in quantities:
        if quantity.kind not in ("date", "rank"):
            by_dimension[dimension(quantity)].append(quantity)
    return [found[0] for found in by_dimension.values() if len(found) == 1]


def _small(value: LedgerValue) -> bool:
    """Say whether a value is a small number word or "twice", which of nothing in particular tells nothing."""
    quantity = value.quantity
    amount = quantity.value
    if amount is None or abs(amount) > FEW or quantity.kind not in ("count", "other", "ratio"):
        return False
    return not any(map(str.isdigit, quantity.text))


def _named(values: Sequence[LedgerValue], part: Literal["subject", "measure"]) -> str | None:
    """Return a part of the oldest frame that has it."""
    frames = (value.quantity.comparison for value in values)
    parts = (getattr(frame, part) for frame in frames if frame is not None)
    return next((mention.text for mention in parts if mention is not None), None)


def _conflicts(values: Sequence[LedgerValue]) -> tuple[LedgerConflict, ...]:
    """Hold the distinct values against one another, each through its oldest print: two amounts conflict once."""
    distinct: dict[tuple[object, ...], LedgerValue] = {}
    for value in values:
        distinct.setdefault(_reading(value.quantity), value)
    ordered = list(distinct.values())
    pairs = [*combinations(ordered[:DISTINCT], 2), *((ordered[0], late) for late in ordered[DISTINCT:])]
    found: dict[tuple[object, ...], LedgerConflict] = {}
    for first, second in pairs:
        kind = compare(first.quantity, second.quantity, first.language, second.language)
        if kind is not None and first.article_id != second.article_id:
            amounts = frozenset((comparable(first.quantity), comparable(second.quantity)))
            found.setdefault((kind, amounts), LedgerConflict(kind, first.quantity.id, second.quantity.id))
    return tuple(found.values())


def _reading(quantity: Quantity) -> tuple[object, ...]:
    """Return what two prints of one value share."""
    frame = quantity.comparison
    direction, baseline = (frame.direction, names(frame.baseline)) if frame else (None, frozenset())
    amount = (quantity.kind, quantity.value, quantity.low, quantity.high, quantity.date, quantity.unit, quantity.per)
    return (*amount, quantity.approximate, quantity.bound, direction, baseline)
