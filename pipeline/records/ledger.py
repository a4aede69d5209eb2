"""The number ledger: what several sources give for the same measure of the same subject, and where they disagree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pipeline.records.article import Span
from pipeline.records.reading import Holder, Quantity

ConflictKind = Literal["value", "scale", "unit", "direction", "baseline", "hedge", "bound"]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Two passages of two articles that speak of the same thing, so that their numbers can be held together.

    The first is the older one, or the one that the second renders.
    """

    first_article: str
    first: Span
    second_article: str
    second: Span
    rendered: bool
    """The second article renders or covers the first; else the two are independent of each other."""


@dataclass(frozen=True, slots=True)
class LedgerValue:
    """One value of an entry: the quantity as printed, who says it, and when."""

    quantity: Quantity
    article_id: str
    claim_id: str | None
    holder: Holder | None
    """None: the author of the article."""
    language: str
    said: datetime
    """When the article was published, or first seen."""


@dataclass(frozen=True, slots=True)
class LedgerConflict:
    """Two values of one entry that do not agree, by the ids of their quantities, the older first."""

    kind: ConflictKind
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One measure of one subject with its values, oldest first. Subject and measure are words of the first text."""

    id: str
    """``content_id("l1_", id of the oldest quantity)``: the same while that one stands."""
    subject: str | None
    measure: str | None
    values: tuple[LedgerValue, ...]
    conflicts: tuple[LedgerConflict, ...]
