"""What the reader finds in a text: claims, attributions, quantities, entities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.config import Config
from pipeline.records import Claim, Entity, Quantity, Span

Row = dict[str, Any]


def claim(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Tell whether each text holds a claim."""
    from pipeline.nlp import Reader

    reader = Reader(config.settings.nlp)
    for row in rows:
        claims = reader.read_text(row["text"], row["lang"]).claims
        yield {"id": row["id"], "is_claim": bool(claims), "score": max((c.score for c in claims), default=0.0)}


def attribution(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Give the words and the source of everything that a text reports."""
    from pipeline.nlp import Reader

    reader = Reader(config.settings.nlp)
    for row in rows:
        claims = [claim for claim in reader.read_text(row["text"], row["lang"]).claims if claim.quoted != "none"]
        yield {"id": row["id"], "attributions": _attributions(claims)}


def _attributions(claims: Sequence[Claim]) -> list[Row]:
    """Return one attribution per source and cue: a quotation of several sentences is one."""
    merged: dict[tuple[object, ...], list[list[int]]] = {}
    for number, claim in enumerate(claims):
        level = claim.attribution[-1] if claim.attribution else None
        source = level.source if level else None
        cue = level.cue if level else None
        # Without a cue nothing ties two sentences together.
        key = ((source.start, source.end) if source else None, (cue.start, cue.end) if cue else number)
        merged.setdefault(key, []).extend([span.start, span.end] for span in claim.content)
    return [
        {"content": sorted(spans), "source": [list(key[0])] if isinstance(key[0], tuple) else []}
        for key, spans in merged.items()
    ]


def quantity(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Give the quantities of each text."""
    from pipeline.nlp import quantities

    for row in rows:
        found = quantities.read(row["text"], row["lang"])
        yield {"id": row["id"], "quantities": [_quantity(item, row["lang"]) for item in found]}


def _quantity(item: Quantity, language: str) -> Row:
    from pipeline.nlp.quantities import unit_name

    answer: Row = {
        "start": item.start,
        "end": item.end,
        "value": _number(item.value),
        "unit": unit_name(item, language),
    }
    if item.low is not None:
        answer["low"] = _number(item.low)
    if item.high is not None:
        answer["high"] = _number(item.high)
    if item.currency:
        answer["iso"] = item.currency
    return answer


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


def entity(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Give the entities of each text, with the finer type where the gazetteer knows one."""
    from pipeline.nlp.entities import find

    for row in rows:
        found = find(row["text"], row["lang"])
        yield {"id": row["id"], "entities": [_entity(item, row["text"]) for item in found]}


def _entity(item: Entity, text: str) -> Row:
    from pipeline.nlp.entities import subtype

    return {"start": item.start, "end": item.end, "type": subtype(item, text)}


def overlap(one: Span | Claim, start: int, end: int) -> int:
    """Return how many characters a span shares with a range."""
    return max(0, min(one.end, end) - max(one.start, start))
