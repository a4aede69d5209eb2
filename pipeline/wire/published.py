"""From published JSON back to records."""

from __future__ import annotations

from typing import Any

from pipeline.records import Attribution, Claim, Entity, Evidence, Holder, Mention, Span

Row = dict[str, Any]
"""One line, as the JSON library gives it."""


def claim_of(row: Row) -> Claim:
    """Give the claim that a line of ``claims.jsonl`` was written from.

    Raises:
        KeyError: a field is missing that this version knows.
    """
    return Claim(
        id=row["id"],
        article_id=row["article_id"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        language=row["language"],
        content=tuple(Span(**part) for part in row["content"]),
        holder=Holder(**row["holder"]) if row["holder"] else None,
        attribution=tuple(_attribution(level) for level in row["attribution"]),
        quoted=row["quoted"],
        negated=row["negated"],
        hedged=row["hedged"],
        hedges=tuple(Mention(**hedge) for hedge in row["hedges"]),
        quantities=tuple(row["quantities"]),
        entities=tuple(Entity(**entity) for entity in row["entities"]),
        score=row["score"],
        evidence=tuple(Evidence(**why) for why in row["evidence"]),
        checkable=row["checkable"],
        joint=tuple(Holder(**other) for other in row.get("joint", ())),  # since 1.4
    )


def _attribution(level: Row) -> Attribution:
    return Attribution(_mention(level["source"]), _mention(level["cue"]), level["kind"], level["commitment"])


def _mention(item: Row | None) -> Mention | None:
    return None if item is None else Mention(**item)
