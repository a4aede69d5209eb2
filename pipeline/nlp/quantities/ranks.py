"""Ranks: an ordinal or a number beside a word for a place ("third place", "Platz 3", 排名第三)."""

from __future__ import annotations

import re

from pipeline.nlp.quantities.amount import Amount, Source
from pipeline.nlp.quantities.lexicon import Unit
from pipeline.nlp.quantities.numerals import Number

RANK = Unit("rank", "rank", "rank")
_LAST = 1000
"""A higher number beside "place" is an address or an amount."""


def ordinal_word(source: Source, match: re.Match[str]) -> Amount | None:
    """Return the rank that an ordinal is between words that say so; "third" alone may be a part or a turn of speech."""
    lex = source.lex
    start, end = match.span("fixed")
    value = lex.fixed[match.group("fixed")][1]
    if source.after("placed", end) is None and source.before("ranked", start) is None:
        return None
    return Amount(start, end, value, kind="rank", unit=RANK, lead=start)


def beside_place(source: Source, number: Number, start: int, end: int) -> Amount | None:
    """Return the rank of a number behind a word for a place: Platz 3, Platz zwei, المركز 3."""
    whole = number.value == number.value.to_integral_value()
    if (number.weak and not number.literal) or not whole or not 1 <= number.value <= _LAST:
        return None
    before = source.before("place", start)
    if before is None or (
        source.flat[end : end + 1] in ("%", "-", "–", ":", ".") and source.flat[end + 1 : end + 2].isalnum()
    ):
        return None
    begin = start - before.end()
    return Amount(begin, end, number.value, kind="rank", number=number, lead=begin, unit=RANK)
