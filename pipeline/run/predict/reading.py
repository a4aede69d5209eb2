"""What the reader finds in a text: claims, attributions, entities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.config import Config
from pipeline.records import Claim, Span

if TYPE_CHECKING:
    from pipeline.nlp import SaidBy

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
        found = reader.attributions(row["text"], row["lang"])
        yield {"id": row["id"], "attributions": [_attribution(act) for act in found]}


def _attribution(act: SaidBy) -> Row:
    source = [[act.source.start, act.source.end]] if act.source else []
    return {"content": [[span.start, span.end] for span in act.content], "source": source}


def entity(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Give the entities and terms of each text, under the type names of CrossNER."""
    from pipeline.nlp.entities import find_fine
    from pipeline.nlp.entities.crossner import to_crossner

    for row in rows:
        named = find_fine(row["text"], row["lang"], terms=True)
        spans = [{"start": n.entity.start, "end": n.entity.end, "type": to_crossner(n)} for n in named]
        yield {"id": row["id"], "entities": spans}


def overlap(one: Span | Claim, start: int, end: int) -> int:
    """Return how many characters a span shares with a range."""
    return max(0, min(one.end, end) - max(one.start, start))
