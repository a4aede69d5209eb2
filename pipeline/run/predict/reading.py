"""What the reader finds in a text: claims, attributions, entities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.config import Config
from pipeline.records import Claim, Span

if TYPE_CHECKING:
    from pipeline.nlp import Reader, SaidBy

Row = dict[str, Any]

CHECKABLE = 0.4
"""Score from which a text counts as checkable. From .3 to .5 the public sets hardly differ; below one half, since what
is promised in speeches is still read with too little trust."""


def _reader(config: Config) -> Reader:
    """Return the reader of the main job."""
    from pipeline.encode import Tagger
    from pipeline.nlp import Reader

    return Reader(config.settings.nlp, Tagger(config.settings.encode))


def claim(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Tell whether each text holds a checkable claim; beside a topic (``context``), an arguable one on it.

    A comment of several sentences is checkable when one of them is; what cannot be checked is arguable.
    """
    reader = _reader(config)
    for row in rows:
        claims = reader.read_text(row["text"], row["lang"]).claims
        wanted = [c.score * (1 - c.checkable if row.get("context") else c.checkable) for c in claims]
        score = round(max(wanted, default=0.0), 4)
        yield {"id": row["id"], "is_claim": score >= (0.5 if row.get("context") else CHECKABLE), "score": score}


def attribution(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Give the words and the source of everything that a text reports."""
    reader = _reader(config)
    for row in rows:
        found = reader.attributions(row["text"], row["lang"], kinds_apart=True)
        yield {"id": row["id"], "attributions": [_attribution(act) for act in found]}


def _attribution(act: SaidBy) -> Row:
    source = [[act.source.start, act.source.end]] if act.source else []
    return {"content": [[span.start, span.end] for span in act.content], "source": source}


def entity(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Give the entities and terms of each text, under the type names of CrossNER."""
    from pipeline.nlp.entities.crossner import to_crossner

    reader = _reader(config)
    for row in rows:
        named = reader.names(row["text"], row["lang"])
        spans = [{"start": n.entity.start, "end": n.entity.end, "type": to_crossner(n)} for n in named]
        yield {"id": row["id"], "entities": spans}


def overlap(one: Span | Claim, start: int, end: int) -> int:
    """Return how many characters a span shares with a range."""
    return max(0, min(one.end, end) - max(one.start, start))
