"""Factors: "multiplied by ten" and "a factor of 4" are ratios, "divided by three" is a third."""

from __future__ import annotations

from decimal import Decimal

from pipeline.nlp.quantities.amount import Source
from pipeline.nlp.quantities.lexicon import Unit
from pipeline.nlp.quantities.numerals import DIVIDE, ONE

TIMES = Unit("time", "1", "ratio")


def factor(source: Source, value: Decimal, start: int, end: int) -> Decimal | None:
    """Return the ratio that a number without a unit is, by the words before it or after it; None when it is none."""
    if value <= 0:
        return None
    if source.before("factor_before", start) is not None or source.after("factor_after", end) is not None:
        return value
    if source.before("divided_before", start) is not None or source.after("divided_after", end) is not None:
        return DIVIDE.divide(ONE, value)
    return None
