"""``stances.json``, ``changes.json``, ``edition.json`` and ``latest.json``."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from datetime import date

from pipeline.records import (
    Change,
    Drift,
    Edition,
    Group,
    Position,
    PositionEntry,
    QuestionResult,
    StanceLabel,
    Totals,
    Variant,
)
from pipeline.wire.canonical import Json, instant
from pipeline.wire.index import EditionIndex

SCHEMA_VERSION = "1.4"
"""Major: a named field changed its meaning. Minor: fields were added."""

LABELS: tuple[StanceLabel, ...] = ("yes", "no", "mixed", "none", "abstain")

_NOTHING = Totals(claims=0, articles=0, voices=0, origins=0)


def stances(edition: Edition) -> Json:
    """Give ``stances.json``: the answer to every question."""
    return {
        "schema_version": SCHEMA_VERSION,
        "edition": edition.id,
        "questions": [_question(result) for result in edition.analysis.questions],
    }


def changes(edition: Edition) -> Json:
    """Give ``changes.json``: what differs from the edition before."""
    return {
        "schema_version": SCHEMA_VERSION,
        "edition": edition.id,
        "previous": edition.previous,
        "changes": [_change(change) for change in edition.changes],
    }


def edition(index: EditionIndex, files: Mapping[str, bytes]) -> Json:
    """Give ``edition.json``; ``files`` are all other files of the edition, by their path inside its folder."""
    item = index.edition
    return {
        "schema_version": SCHEMA_VERSION,
        "id": item.id,
        "generated_at": instant(item.generated),
        "previous": item.previous,
        "counts": _counts(index),
        "sources": [
            {"source_id": one.source_id, "status": one.status, "articles": one.articles, "message": one.message}
            for one in item.sources
        ],
        "failures": [
            {
                "room": one.room,
                "item": one.item,
                "kind": one.kind,
                "message": one.message,
                "retryable": one.retryable,
            }
            for one in item.failures
        ],
        "dropped": [{"reason": one.reason, "item": one.item} for one in item.dropped],
        "models": dict(item.models),
        "settings": item.settings,
        "files": {
            name: {"sha256": hashlib.sha256(files[name]).hexdigest(), "bytes": len(files[name])}
            for name in sorted(files)
        },
    }


def latest(published: Json) -> Json:
    """Give ``latest.json`` for a published ``edition.json``: where it lies, relative to the output folder."""
    return {
        "schema_version": published["schema_version"],
        "edition": published["id"],
        "path": f"editions/{published['id']}",
        "generated_at": published["generated_at"],
    }


def _counts(index: EditionIndex) -> Json:
    item = index.edition
    languages = Counter(index.language(article.id) for article in item.articles)
    passages: Counter[str] = Counter()
    for reading in item.readings:
        passages.update(dict(reading.dropped))
    return {
        "articles": len(item.articles),
        "claims": sum(len(reading.claims) for reading in item.readings),
        "quantities": sum(len(reading.quantities) for reading in item.readings),
        "ledger": len(item.ledger),
        "conflicts": sum(len(entry.conflicts) for entry in item.ledger),
        "claim_families": len({family for _, family in item.analysis.families}),
        "article_families": len({index.origin(article.id).family_id for article in item.articles}),
        "sources": len(item.sources),
        "failures": len(item.failures),
        "dropped": len(item.dropped),
        "articles_by_language": dict(sorted(languages.items())),
        "passages_dropped": dict(sorted(passages.items())),
    }


def _question(result: QuestionResult) -> Json:
    known = dict(result.totals)
    return {
        "id": result.question.id,
        "text": result.question.text,
        "totals": {label: _totals(known.get(label, _NOTHING)) for label in LABELS},
        "groups": [_group(group) for group in result.groups],
        "positions": [_position(position) for position in result.positions],
        "drift": [_drift(drift) for drift in result.drift],
    }


def _totals(item: Totals) -> Json:
    return {"claims": item.claims, "articles": item.articles, "voices": item.voices, "origins": item.origins}


def _group(item: Group) -> Json:
    return {
        "id": item.id,
        "label": item.label,
        "key_point": item.key_point,
        "claim_ids": list(item.claim_ids),
        "voices": item.voices,
        "origins": item.origins,
        "languages": list(item.languages),
        "first_seen": instant(item.first_seen),
        "last_seen": instant(item.last_seen),
        "key_claim_id": item.key_claim_id,
        "leftover": item.leftover,
    }


def _position(item: Position) -> Json:
    return {
        "holder": item.holder,
        "entries": [_answer(entry) for entry in item.entries],
        "changes": list(item.changes),
        "entity_id": item.entity_id,
        "id": item.id,
        "stands": item.stands,
        "shifts": [
            {"entry": shift.entry, "since": shift.since, "kind": shift.kind, "evidence": shift.evidence}
            for shift in item.shifts
        ],
    }


def _answer(item: PositionEntry) -> Json:
    said = item.said
    return {
        "date": instant(item.date),
        "label": item.label,
        "claim_id": item.claim_id,
        "said": said and {"text": said.text, "first": _day(said.first), "last": _day(said.last)},
        "published": instant(item.published),
        "found": instant(item.found),
        "own_words": item.own_words,
    }


def _day(moment: date | None) -> str | None:
    return moment.isoformat() if moment else None


def _drift(item: Drift) -> Json:
    return {
        "statement": item.statement,
        "variants": [_variant(variant) for variant in item.variants],
        "original_claim_id": item.original_claim_id,
    }


def _variant(item: Variant) -> Json:
    return {
        "claim_id": item.claim_id,
        "text": item.text,
        "verdict": item.verdict,
        "differences": [
            {"kind": difference.kind, "original": difference.original, "variant": difference.variant}
            for difference in item.differences
        ],
    }


def _change(item: Change) -> Json:
    return {
        "kind": item.kind,
        "what": item.what,
        "id": item.id,
        "label": item.label,
        "detail": item.detail,
        "late": item.late,
    }
