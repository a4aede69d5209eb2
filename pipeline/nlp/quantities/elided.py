"""Units that an author leaves out the second time: "435 homes by open sale and 187 by tender", "about 8 or $9"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.nlp.quantities.amount import SPACES, Amount, Source
from pipeline.nlp.quantities.lexicon import catalogue

_REACH = 150
"""Characters between a bare number and the one whose unit it shares."""
_SHARED = frozenset(("percent", "points", "count", "money", "score", "size", "other"))
_YEAR = re.compile(r"[12]\d{3}")
_WORD = re.compile(r"[ ]([^\W\d_]+)")
_STOPS = (". ", "; ", "\n", "? ", "! ")


def fill(source: Source, found: Sequence[Amount]) -> list[Amount]:
    """Return the amounts, with the unit of a neighbour for those that leave out theirs."""
    if "shares" not in source.lex.raw["words"]:
        return _by_the_same(source, found)
    year = catalogue()["year"]
    out: list[Amount] = []
    for index, amount in enumerate(found):
        if amount.kind == "other" and amount.unit is None and source.before("age_before", amount.start):
            amount = amount._replace(kind="duration", unit=year)
        after = found[index + 1] if index + 1 < len(found) else None
        unit = _ahead(source, amount, after) or _behind(source, amount, out) if _bare(amount) else None
        out.append(amount if unit is None else amount._replace(unit=unit.unit, kind=unit.kind, per=unit.per))
    return out


def _by_the_same(source: Source, found: Sequence[Amount]) -> list[Amount]:
    """Give a bare number behind "by" the points or percent of the one before: um 21 Prozentpunkte, dann um 8."""
    out: list[Amount] = []
    last: Amount | None = None
    for amount in found:
        by = source.before("by", amount.lead) is not None
        near = last is not None and amount.start - last.end <= _REACH and not any(
            source.flat.find(stop, last.end, amount.start) >= 0 for stop in _STOPS if stop != "; "
        )  # fmt: skip
        if last is not None and near and by and _bare(amount) and _closed(source, amount.end):
            amount = amount._replace(unit=last.unit, kind=last.kind)
        if by and amount.kind in ("points", "percent"):
            last = amount
        out.append(amount)
    return out


def _bare(amount: Amount) -> bool:
    return amount.kind == "other" and amount.unit is None and amount.value is not None and not amount.loose


def _ahead(source: Source, amount: Amount, after: Amount | None) -> Amount | None:
    """Return the next amount when it names the currency of both: "8 or $9", "280 million of the 1.5 billion euros"."""
    if after is None or after.unit is None or not after.unit.currency:
        return None
    between = source.flat[amount.end : after.start].strip(SPACES)
    return after if between in source.lex.raw["words"]["shared_ahead"] else None


def _closed(source: Source, at: int) -> bool:
    """Say whether no noun of its own follows a number: a mark, or a small word."""
    word = _WORD.match(source.flat, at)
    if word is None:
        return True
    return word.group(1) in source.lex.stop or word.group(1) in source.lex.raw["words"].get("shares_follow", ())


def _behind(source: Source, amount: Amount, found: Sequence[Amount]) -> Amount | None:
    """Return the amount before whose unit a bare number behind "and", "including", "to" shares."""
    word = source.before("shares", amount.lead)
    if word is None or _YEAR.fullmatch(source.flat, amount.start, amount.end) or not _closed(source, amount.end):
        return None
    arrives = word.group(1)[::-1] == source.lex.raw["words"]["arrives"]
    for other in reversed(found):
        if amount.start - other.end > _REACH or any(source.flat.find(s, other.end, amount.start) >= 0 for s in _STOPS):
            return None
        boxed = source.flat[max(0, other.start - 1) : other.start] == "("
        if other.unit is None or boxed or other.kind not in _SHARED or other.unit.scale != 1:
            continue
        if not (arrives and other.kind == "percent"):
            return other
    return None
