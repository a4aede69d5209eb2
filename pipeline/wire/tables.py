"""Rows of ``articles.jsonl``, ``claims.jsonl``, ``quantities.jsonl`` and ``ledger.jsonl``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from pipeline.records import (
    Article,
    Attribution,
    Claim,
    Comparison,
    Entity,
    Holder,
    LedgerConflict,
    LedgerEntry,
    LedgerValue,
    Mention,
    Origin,
    Quantity,
)
from pipeline.wire.canonical import Json, decimal, instant, number
from pipeline.wire.index import EditionIndex


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def articles(index: EditionIndex) -> Iterator[Json]:
    """Yield one object per article, in the order of the edition."""
    for item in index.edition.articles:
        yield article(index, item)


def claims(index: EditionIndex) -> Iterator[Json]:
    """Yield one object per claim: articles in the order of the edition, claims in the order of the text."""
    for reading in index.edition.readings:
        for item in sorted(reading.claims, key=lambda one: (one.start, one.end, one.id)):
            yield claim(index, item)


def quantities(index: EditionIndex) -> Iterator[Json]:
    """Yield one object per quantity, inside claims and outside, in the order of the text."""
    for reading in index.edition.readings:
        for item in sorted(reading.quantities, key=lambda one: (one.start, one.end, one.id)):
            yield quantity(index, item, reading.article_id)


def ledger(index: EditionIndex) -> Iterator[Json]:
    """Yield one object per entry of the number ledger, those with conflicts first."""
    for item in index.edition.ledger:
        yield ledger_entry(index, item)


def article(index: EditionIndex, item: Article) -> Json:
    """Give one line of ``articles.jsonl``."""
    return {
        "id": item.id,
        "source_id": item.source_id,
        "url": item.url,
        "title": item.title,
        "byline": item.byline,
        "outlet": item.outlet,
        "published": instant(item.published),
        "fetched": instant(item.fetched),
        "kind": item.kind,
        "language": _language(index, item.id),
        "text": item.text,
        "sections": [{"start": part.start, "end": part.end, "title": part.title} for part in item.sections],
        "raw_sha256": item.raw_sha256,
        "origin": _origin(index.origin(item.id)),
        "asides": [_span(part) for part in item.asides],
        "blockquotes": [_span(part) for part in item.blockquotes],
        "links": [{"start": link.start, "end": link.end, "url": link.url} for link in item.links],
    }


def claim(index: EditionIndex, item: Claim) -> Json:
    """Give one line of ``claims.jsonl``."""
    return {
        "id": item.id,
        "article_id": item.article_id,
        "start": item.start,
        "end": item.end,
        "text": item.text,
        "language": item.language,
        "content": [_span(part) for part in item.content],
        "holder": _holder(item.holder),
        "joint": [_holder(other) for other in item.joint],
        "attribution": [_attribution(level) for level in item.attribution],
        "quoted": item.quoted,
        "negated": item.negated,
        "hedged": item.hedged,
        "hedges": [_mention(hedge) for hedge in item.hedges],
        "quantities": list(item.quantities),
        "entities": [_entity(entity) for entity in item.entities],
        "score": number(item.score),
        "checkable": number(item.checkable),
        "stances": _stances(index, item.id),
        "family_id": index.family(item.id),
        "evidence": [
            {"label": why.label, "rule": why.rule, "text": why.text, "start": why.start, "end": why.end}
            for why in item.evidence
        ],
    }


def quantity(index: EditionIndex, item: Quantity, article_id: str) -> Json:
    """Give one line of ``quantities.jsonl``."""
    return {
        "id": item.id,
        "article_id": article_id,
        "claim_id": index.claim_of_quantity.get(item.id),
        "start": item.start,
        "end": item.end,
        "text": item.text,
        "value": decimal(item.value),
        "low": decimal(item.low),
        "high": decimal(item.high),
        "unit": item.unit,
        "kind": item.kind,
        "currency": item.currency,
        "approximate": item.approximate,
        "comparison": _comparison(item.comparison),
        "date": item.date,
        "maximum": decimal(item.maximum),
        "per": item.per,
        "bound": item.bound,
    }


def ledger_entry(index: EditionIndex, item: LedgerEntry) -> Json:
    """Give one line of ``ledger.jsonl``."""
    homes = {value.quantity.id: value for value in item.values}
    return {
        "id": item.id,
        "subject": item.subject,
        "measure": item.measure,
        "values": [_ledger_value(index, value) for value in item.values],
        "articles": len({value.article_id for value in item.values}),
        "origins": len({index.origin(value.article_id).family_id for value in item.values}),
        "conflicts": [_conflict(conflict, homes) for conflict in item.conflicts],
    }


def _ledger_value(index: EditionIndex, value: LedgerValue) -> Json:
    return {
        **_place(value),
        "claim_id": value.claim_id,
        "value": decimal(value.quantity.value),
        "low": decimal(value.quantity.low),
        "high": decimal(value.quantity.high),
        "unit": value.quantity.unit,
        "kind": value.quantity.kind,
        "approximate": value.quantity.approximate,
        "bound": value.quantity.bound,
        "holder": _holder(value.holder),
        "outlet": index.articles[value.article_id].outlet,
        "language": value.language,
        "said": instant(value.said),
    }


def _place(value: LedgerValue) -> Json:
    quantity = value.quantity
    return {
        "quantity_id": quantity.id,
        "article_id": value.article_id,
        "start": quantity.start,
        "end": quantity.end,
        "text": quantity.text,
    }


def _conflict(item: LedgerConflict, homes: Mapping[str, LedgerValue]) -> Json:
    return {"kind": item.kind, "first": _place(homes[item.first]), "second": _place(homes[item.second])}


def _span(item: _Spanned) -> Json:
    return {"start": item.start, "end": item.end}


def _mention(item: Mention | None) -> Json | None:
    return None if item is None else {"text": item.text, "start": item.start, "end": item.end}


def _language(index: EditionIndex, article_id: str) -> Json:
    reading = index.readings.get(article_id)
    if reading is None:
        return {"code": "und", "confidence": 0.0}
    return {"code": reading.language.code, "confidence": number(reading.language.confidence)}


def _origin(item: Origin) -> Json:
    return {"family_id": item.family_id, "role": item.role, "of": item.of, "evidence": list(item.evidence)}


def _holder(item: Holder | None) -> Json | None:
    return (
        None
        if item is None
        else {
            "text": item.text,
            "start": item.start,
            "end": item.end,
            "kind": item.kind,
            "entity_id": item.entity_id,
        }
    )


def _attribution(level: Attribution) -> Json:
    return {
        "source": _mention(level.source),
        "cue": _mention(level.cue),
        "kind": level.kind,
        "commitment": level.commitment,
    }


def _entity(item: Entity) -> Json:
    return {
        "text": item.text,
        "start": item.start,
        "end": item.end,
        "type": item.type,
        "entity_id": item.entity_id,
    }


def _stances(index: EditionIndex, claim_id: str) -> list[Json]:
    return [
        {
            "question_id": stance.question_id,
            "label": stance.label,
            "probability": number(stance.probability),
            "leaning": stance.leaning,
        }
        for stance in index.stances(claim_id)
    ]


def _comparison(item: Comparison | None) -> Json | None:
    return (
        None
        if item is None
        else {
            "subject": _mention(item.subject),
            "baseline": _mention(item.baseline),
            "measure": _mention(item.measure),
            "direction": item.direction,
        }
    )
