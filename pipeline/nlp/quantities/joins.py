"""Neighbours that are one amount: coins of one sum, parts of a fraction, the two ends of a range."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.nlp.quantities.amount import SPACES, Amount, Source
from pipeline.nlp.quantities.changes import changes
from pipeline.nlp.quantities.coins import coins, inches
from pipeline.nlp.quantities.folding import fold
from pipeline.nlp.quantities.marks import marked, points, some_among
from pipeline.nlp.quantities.numerals import DIVIDE, EXACT
from pipeline.nlp.quantities.rates import per_amount
from pipeline.nlp.quantities.shares import over

_ARRIVES = re.compile(r"に|へ|으로|로(?!는)|까지 ?(?:늘|올|줄|떨어)")
"""Particles after an amount that a change arrived at."""


_DASH = re.compile(rf"[{SPACES}]?[-–—~][{SPACES}]?")
_HYPHENED = re.compile(r"-(?:to|a|bis|tot|till)-")
"""What joins a range in one adjective: 0-to-60-mph."""


def join(source: Source, found: list[Amount]) -> list[Amount]:
    """Join neighbours that belong together; share a unit that only the second end of a change names."""
    out: list[Amount] = []
    for amount in found:
        last = out[-1] if out else None
        if last is None:
            out.append(amount)
            continue
        joined = marked(source, last, amount) or some_among(source, last, amount)
        joined = joined or coins(source, last, amount) or inches(source, last, amount) or over(source, last, amount)
        joined = (
            joined
            or per_amount(source, last, amount)
            or _tolerance(source, last, amount)
            or _range(source, last, amount)
        )
        if joined is not None:
            out[-1] = joined
        elif _pair(source, last, amount):
            out[-1:] = [last._replace(loose=True), amount._replace(loose=True)]
        else:
            out[-1:] = [_inherit(source, last, amount), amount]
    return [points(source, amount) for amount in out]


def _tolerance(source: Source, first: Amount, second: Amount) -> Amount | None:
    """Return "84.8 ± 0.5 %" as a value with both its ends."""
    if first.value is None or second.value is None or (first.unit is not None and first.unit != second.unit):
        return None
    comma = source.flat.startswith(",", first.end)
    found = source.lex.after["plus_minus"].match(source.flat, first.end + comma)
    if found is None or source.flat[found.end() : second.start].strip() or second.value < 0:
        return None
    low, high = EXACT.subtract(first.value, second.value), EXACT.add(first.value, second.value)
    return second._replace(start=first.start, value=first.value, low=low, high=high, lead=first.lead, loose=False)


def _pair(source: Source, first: Amount, second: Amount) -> bool:
    """Say whether two bare numbers with a dash between are a result or a number in a name: 4-3, 3888-2."""
    bare = first.unit is None and second.unit is None and first.date is None and second.date is None
    scaled = second.number is not None and second.number.scaled
    return bare and not scaled and source.flat[first.end : second.start] == "-"


def _inherit(source: Source, first: Amount, second: Amount) -> Amount:
    """Give "from 5 to 10 percent" its unit on both sides when it tells of a change."""
    if first.unit is not None or first.value is None or second.unit is None or second.start - first.end > 12:
        return first
    to = source.lex.after["to"].match(source.flat, first.end)
    if to is None or source.flat[to.end() : second.start].strip() or source.before("from", first.start) is None:
        return first
    return first._replace(unit=second.unit, kind=second.kind, per=second.per)


def _range(source: Source, first: Amount, second: Amount) -> Amount | None:
    """Return the range from ``first`` to ``second`` when the words between say so."""
    dated = first.kind == "date" and first.number is not None and first.end - first.start == 4
    if dated and first.number is not None and second.value is not None and not _time(source, first, second):
        first = first._replace(value=first.number.value, kind="other", date=None)
    if first.value is None or second.value is None or first.low is not None or first.end > second.lead:
        return None
    if second.start - first.end > 12 or not _linked(source, first, second) or not _alike(first, second):
        return None
    low = _scaled(first, second)
    if low is None or low >= second.value:
        return None
    dashed = _DASH.fullmatch(source.flat, first.end, second.start) is not None  # a wave is no "about" then
    return second._replace(
        start=first.start,
        value=None,
        low=low,
        high=second.value,
        unit=second.unit or first.unit,
        kind=first.kind if second.unit is None and first.unit is not None else second.kind,
        lead=first.lead,
        approximate=first.approximate or (second.approximate and not dashed),
        bound=None,
        loose=False,
    )


_MOST_ABOVE = 100
"""Times that the upper end of a range is as large as the lower one, when that one looks like a year."""


def _time(source: Source, year: Amount, second: Amount) -> bool:
    """Say whether four digits before "to" are a year beside an amount (by 2030 to $750 billion), and no lower end."""
    low, high = year.number.value if year.number is not None else None, second.value
    return low is None or high is None or high > low * _MOST_ABOVE


def _linked(source: Source, first: Amount, second: Amount) -> bool:
    """Say whether a dash or a word of range stands between, and no word that tells of a change."""
    if _DASH.fullmatch(source.flat, first.end, second.start):
        scaled = second.number is not None and second.number.scaled
        return second.unit is not None or first.unit is not None or scaled
    if _HYPHENED.fullmatch(source.flat, first.end, second.start):
        return second.unit is not None
    to = source.lex.after["to"].match(source.flat, first.end)
    if (
        to is None
        or source.flat[to.end() : second.start].strip()
        or (first.unit is not None and source.before("by", first.start))
    ):
        return False
    if not source.lex.spaced and _ARRIVES.match(source.flat, second.end):
        return False
    if source.before("between", first.start) is not None:
        return True
    if source.before("from", first.start) is not None and changes(source, first.start):
        return False
    return to.group().strip() in _plain_to(source)


def _alike(first: Amount, second: Amount) -> bool:
    """Say whether the two ends are of one kind: the same unit, or the first has none of its own."""
    if first.kind == "count":
        return second.kind == "count"
    signed = first.unit is not None and bool(first.unit.currency) and first.number is not None
    shared = signed and second.unit is None and first.number is not None and first.number.end == first.end
    return first.unit is None or first.unit == second.unit or (shared and second.kind == "other")


def _scaled(first: Amount, second: Amount) -> Decimal | None:
    """Return the lower end, which may leave its scale to the upper end: "5 to 10 million"."""
    low, high = first.value, second.value
    bare = first.number is not None and not first.number.scaled
    if low is None or high is None or not bare:
        return low
    scale = _last_scale(second)
    if abs(low) >= 1000 and not (first.unit is None and DIVIDE.divide(high, scale) >= 1000 and low * 1000 < high):
        return low  # entre 5.000 y 7.000 millones leaves it too
    shared = first.unit is None or (first.unit.currency is not None and abs(low) * 1000 < abs(high))
    return EXACT.multiply(low, scale) if scale > 1 and shared and EXACT.multiply(low, scale) < high else low


def _plain_to(source: Source) -> frozenset[str]:
    """The first words of the list join a range on their own; "and", "or" do so only after "between"."""
    words = source.lex.raw["words"].get("to", ())
    never = {
        fold(w)
        for w in (
            *source.lex.raw["number"].get("and", ()),
            "and",
            "or",
            "et",
            "ou",
            "und",
            "oder",
            "y",
            "o",
            "e",
            "en",
            "of",
            "и",
            "или",
            "و",
            "او",
            "和",
            "与",
            "と",
            "와",
            "과",
        )
    }
    return frozenset(fold(w) for w in words) - never


def _last_scale(amount: Amount) -> Decimal:
    """Return the multiplier that an amount ends with: a million for "10 million", "$10m"."""
    number = amount.number
    if number is None or amount.value is None or not number.value:
        return Decimal(1)
    return number.scale if number.scale > 1 else DIVIDE.divide(abs(amount.value), abs(number.value))
