"""The numbers that the claims rest on: as written, what they compare, who says them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.publish.view import ClaimView, claim_view
from pipeline.records import Claim, Comparison, Quantity
from pipeline.wire import EditionIndex, decimal

_PLAIN = frozenset({"date", "rank"})
"""Kinds that say when or in which order, not how much."""
_SIDES = frozenset({"yes", "no", "mixed"})


@dataclass(frozen=True, slots=True)
class NumberView:
    """One quantity. ``frame``: (part, words of the text) of what is compared; ``exact``: as the pipeline read it."""

    id: str
    text: str
    exact: str
    kind: str
    frame: tuple[tuple[str, str], ...]
    claim: ClaimView
    label: str


def number_views(index: EditionIndex) -> tuple[NumberView, ...]:
    """Give the quantities inside claims: comparisons first, then those of claims that take a side."""
    found = [
        (quantity, index.claims[claim_id])
        for reading in index.edition.readings
        for quantity in sorted(reading.quantities, key=lambda one: (one.start, one.end))
        if quantity.kind not in _PLAIN and (claim_id := index.claim_of_quantity.get(quantity.id))
    ]
    ranked = sorted(found, key=lambda pair: (pair[0].comparison is None, not side(index, pair[1])))
    return tuple(_view(index, quantity, claim) for quantity, claim in ranked)


def side(index: EditionIndex, claim: Claim) -> str:
    """Give the first side that a claim takes, or an empty string."""
    return next((stance.label for stance in index.stances(claim.id) if stance.label in _SIDES), "")


def _view(index: EditionIndex, quantity: Quantity, claim: Claim) -> NumberView:
    return NumberView(
        id=quantity.id,
        text=quantity.text,
        exact=exact(quantity),
        kind=quantity.kind,
        frame=_frame(quantity.comparison),
        claim=claim_view(index, claim),
        label=side(index, claim),
    )


def _frame(comparison: Comparison | None) -> tuple[tuple[str, str], ...]:
    if comparison is None:
        return ()
    parts = [("of", comparison.subject), ("against", comparison.baseline), ("in", comparison.measure)]
    return tuple((name, part.text) for name, part in parts if part is not None)


def exact(quantity: Quantity) -> str:
    """Spell what was read: bound, value or range, unit.

    >>> from decimal import Decimal
    >>> exact(Quantity("q1_0", "over 170 times", 0, 14, Decimal(170), None, None, "1", "ratio", None, False, bound=">"))
    '> 170 ×'
    """
    low, high = grouped(decimal(quantity.low)), grouped(decimal(quantity.high))
    amount = grouped(decimal(quantity.value)) or (f"{low or '…'} – {high or '…'}" if low or high else "")
    unit = "×" if quantity.kind == "ratio" else quantity.currency or (quantity.unit if quantity.unit != "1" else "")
    rate = f"per {quantity.per}" if quantity.per else ""
    best = f"of {decimal(quantity.maximum)}" if quantity.maximum is not None else ""
    about = "≈" if quantity.approximate else ""
    return " ".join(part for part in (about, quantity.bound, amount, best, unit, rate) if part)


def grouped(number: str | None) -> str:
    """Set a narrow space between groups of three digits.

    >>> grouped("10000000000.5").replace(chr(0x202F), " "), grouped(None)
    ('10 000 000 000.5', '')
    """
    whole, dot, rest = (number or "").partition(".")
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", "\u202f", whole) + dot + rest
