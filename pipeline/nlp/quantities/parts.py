"""Small helpers that both ways of reading a frame use."""

from __future__ import annotations

import re

from pipeline.records import Quantity

Span = tuple[int, int]


WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*'?")


def last_word(flat: str, start: int, stop: int) -> Span | None:
    """Return the span of the last word inside ``[start, stop)``."""
    found = max(WORD.finditer(flat, start, stop), key=re.Match.start, default=None)
    return (found.start(), found.end()) if found else None


def order(first: Quantity, second: Quantity) -> str | None:
    """Compare two values of one unit."""
    if first.value is None or second.value is None:
        return None
    if first.value == second.value:
        return "equal"
    return "more" if first.value > second.value else "less"


def same_unit(first: Quantity, second: Quantity) -> bool:
    """Say whether two amounts count the same, whatever the form of the noun: 20 نقطة and 3 نقاط."""
    if first.unit == second.unit:
        return True
    counted = first.kind == second.kind == "count" and first.unit and second.unit
    return bool(counted) and str(first.unit)[:2] == str(second.unit)[:2]
