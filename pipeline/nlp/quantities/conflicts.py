"""Where two statements of the same thing give different amounts, and how they differ.

Two statements agree when one is the other rounded, converted (24 months, two
years) or worded differently (half, 50 %); they conflict when a value, a scale, a unit, a direction or a baseline
differs, or when one has lost its "about" or its "at least".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline.nlp.quantities.folding import fold
from pipeline.nlp.quantities.numerals import DIVIDE
from pipeline.nlp.quantities.walk import amounts
from pipeline.records import ConflictKind, Mention, Quantity

_SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400, "wk": 604800, "mo": 2629800, "a": 31557600}
"""Durations in seconds; a month is a twelfth of a Julian year, as UCUM has it."""
_LOOSE = Decimal("0.05")
"""How far two values may lie apart, relative, when one is marked as approximate."""
_SAME_LENGTH = Decimal("0.02")
"""How far two durations in different units may lie apart: months and years are not exact."""


def contrast(
    first: Sequence[Quantity], second: Sequence[Quantity], lang: str, other: str
) -> tuple[tuple[ConflictKind, Quantity, Quantity], ...]:
    """Return the conflicts between two renderings of one statement, quantity by quantity.

    Quantities that agree are paired first, then the others in order; what one side leaves out is no conflict.

    >>> from pipeline.nlp.quantities import read
    >>> found = contrast(read("10 billion dollars", "en"), read("10亿美元", "zh"), "en", "zh")
    >>> [(kind, a.text, b.text) for kind, a, b in found]
    [('scale', '10 billion dollars', '10亿美元')]
    """
    same = agreed(first, second, lang, other)
    left = [q for q in first if all(q is not a for a, _ in same)]
    right = [q for q in second if all(q is not b for _, b in same)]
    out: list[tuple[ConflictKind, Quantity, Quantity]] = []
    for a in left:
        for b in right:
            kind = compare(a, b, lang, other)
            if kind is not None:
                out.append((kind, a, b))
                right.remove(b)
                break
    return tuple(out)


def agreed(
    first: Sequence[Quantity], second: Sequence[Quantity], lang: str, other: str
) -> tuple[tuple[Quantity, Quantity], ...]:
    """Return the pairs of quantities of two renderings that say the same, each taken once."""
    right, out = list(second), []
    for a in first:
        match = next((b for b in right if compare(a, b, lang, other) is None and _comparable(a, b)), None)
        if match is not None:
            right.remove(match)
            out.append((a, match))
    return tuple(out)


def dimension(quantity: Quantity) -> str:
    """Return what a quantity can be compared in: a currency, a unit, "times", "share", "count"; its kind at the least.

    >>> from pipeline.nlp.quantities import read
    >>> [dimension(q) for q in read("170 times, 5 % and 3 days", "en")]
    ['times', 'share', 'duration']
    """
    basis = _basis(quantity)
    return basis[1] if basis else quantity.kind


def comparable(quantity: Quantity) -> tuple[object, ...]:
    """Return what two prints of one amount share, whatever unit and words they give it in.

    >>> from pipeline.nlp.quantities import read
    >>> comparable(read("12 percent", "en")[0]) == comparable(read("12 % de moins", "fr")[0])
    True
    """
    basis = _basis(quantity)
    return (quantity.kind, quantity.date) if basis is None else (*basis, quantity.per)


def compare(a: Quantity, b: Quantity, lang: str, other: str) -> ConflictKind | None:
    """Return how two quantities that should say the same differ, or None when they agree or cannot be compared."""
    if a.kind == "date" or b.kind == "date":
        return ("value" if a.date != b.date and _same_precision(a.date, b.date) else None) if a.kind == b.kind else None
    x, y = _basis(a), _basis(b)
    if x is None or y is None:
        return None
    if x[1] != y[1]:
        return (
            "unit"
            if _confusable(a, b) and _mantissa(a, lang) == _mantissa(b, other) and not _percentage_of(a, b)
            else None
        )
    if a.per is not None and b.per is not None and a.per != b.per:
        return "unit" if x[0] == y[0] else "value"
    if not _agree(a, b, x[0], y[0], lang, other):
        if a.unit != b.unit and _mantissa(a, lang) == _mantissa(b, other):
            return "unit"
        return "scale" if _slipped(x[0], y[0]) else "value"
    return _manner(a, b)


def _same_precision(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and len(a) == len(b)


def _comparable(a: Quantity, b: Quantity) -> bool:
    if a.kind == b.kind == "date":
        return a.date == b.date
    x, y = _basis(a), _basis(b)
    return x is not None and y is not None and x[1] == y[1]


_Values = tuple[Decimal, ...]


def _basis(quantity: Quantity) -> tuple[_Values, str] | None:
    """Return the values (one, or both ends of a range) and the dimension that they can be compared in."""
    values = tuple(v for v in (quantity.value, quantity.low, quantity.high) if v is not None)
    if not values:
        return None
    if quantity.kind == "duration" and quantity.unit in _SECONDS:
        factor = Decimal(_SECONDS[quantity.unit])
        return tuple(v * factor for v in values), "duration"
    if quantity.unit == "%" and quantity.kind == "percent":
        return tuple(DIVIDE.divide(v, 100) for v in values), "share"
    if quantity.kind == "ratio":
        return values, "share" if max(values) < 1 else "times"
    if quantity.kind in ("count", "other", "score"):
        return values, "count"
    return values, quantity.currency or quantity.unit or quantity.kind


def _percentage_of(a: Quantity, b: Quantity) -> bool:
    """Say whether a ratio and a percentage are the same (twice, 200 %, up 100 %)."""
    ratio, percent = (a, b) if a.kind == "ratio" else (b, a)
    if ratio.kind != "ratio" or percent.kind != "percent" or ratio.value is None or percent.value is None:
        return False
    return percent.value in (ratio.value * 100, (ratio.value - 1) * 100)


def _confusable(a: Quantity, b: Quantity) -> bool:
    """Say whether one unit may have been mistaken for the other: all shares, all currencies, all durations."""
    shares = {"ratio", "percent", "points"}
    return (a.kind in shares and b.kind in shares) or a.kind == b.kind


def _mantissa(quantity: Quantity, lang: str) -> Decimal | None:
    """Return the number as written, without its unit's scale."""
    found = [a.value for a in amounts(quantity.text, lang) if a.value is not None]
    return found[0] if found else quantity.value


def _agree(a: Quantity, b: Quantity, x: _Values, y: _Values, lang: str, other: str) -> bool:
    """Say whether the values are the same up to rounding, bounds and ranges."""
    if len(x) != len(y):
        point, ends = (x, y) if len(x) == 1 else (y, x)
        return ends[0] <= point[0] <= ends[-1]
    if a.bound != b.bound and _within(a, b, x[0], y[0]):
        return True
    return all(_near(a, b, p, q, lang, other) for p, q in zip(x, y, strict=True))


def _within(a: Quantity, b: Quantity, x: Decimal, y: Decimal) -> bool:
    """Say whether a bound holds of the other's plain value, which is not the bound itself."""
    bound, limit, value = (a.bound, x, y) if a.bound else (b.bound, y, x)
    if (a.bound and b.bound) or bound is None or limit == value:
        return False
    return value > limit if bound in (">", ">=") else value < limit


def _near(a: Quantity, b: Quantity, x: Decimal, y: Decimal, lang: str, other: str) -> bool:
    if x == y:
        return True
    largest = max(abs(x), abs(y))
    if a.unit != b.unit and a.kind == b.kind == "duration" and abs(x - y) <= _SAME_LENGTH * largest:
        return True
    if (a.approximate or b.approximate) and abs(x - y) <= _LOOSE * largest:
        return True
    step = max(_step(a, lang) * _factor(a), _step(b, other) * _factor(b))
    return _step(a, lang) * _factor(a) != _step(b, other) * _factor(b) and abs(x - y) * 2 <= step


def _factor(quantity: Quantity) -> Decimal:
    """Return the factor from the quantity's base unit to the unit that values are compared in."""
    if quantity.kind == "duration" and quantity.unit in _SECONDS:
        return Decimal(_SECONDS[quantity.unit])
    return Decimal("0.01") if quantity.kind == "percent" else Decimal(1)


def _step(quantity: Quantity, lang: str) -> Decimal:
    """Return the worth of the last digit that was written: 0.1 billion for "19.7 billion"."""
    for amount in amounts(quantity.text, lang):
        value = amount.value if amount.value is not None else amount.high
        if value is not None:
            scale = amount.unit.scale if amount.unit else Decimal(1)
            exponent = value.as_tuple().exponent
            return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) * scale
    return Decimal(1)


def _slipped(x: _Values, y: _Values) -> bool:
    """Say whether the values differ by a power of ten that words of scale differ by."""
    if not all((*x, *y)) or len(x) != len(y):
        return False
    ratios = {DIVIDE.divide(max(p, q, key=abs), min(p, q, key=abs)) for p, q in zip(x, y, strict=True)}
    return len(ratios) == 1 and ratios.pop() in _SLIPS and max(map(abs, (*x, *y))) >= 1_000_000


_SLIPS = frozenset(Decimal(10) ** power for power in (1, 2, 3, 4, 6, 9))


def _manner(a: Quantity, b: Quantity) -> ConflictKind | None:
    """Return what differs beside equal values: direction, baseline, a lost "about" or bound."""
    first, second = a.comparison, b.comparison
    if first is not None and second is not None:
        if first.direction and second.direction and _opposed(first.direction, second.direction):
            return "direction"
        if _other_baseline(first.baseline, second.baseline):
            return "baseline"
    if a.bound != b.bound and a.value == b.value:
        return "bound"
    return "hedge" if a.approximate != b.approximate and a.bound == b.bound and a.value == b.value else None


def _opposed(a: str, b: str) -> bool:
    """Say whether one denies the other: a change the other change, a comparison the other comparison.

    A loss of 600 billion and 600 billion more than something else deny nothing of each other.
    """
    return {a, b} in ({"up", "down"}, {"more", "less"})


_NAME = re.compile(r"[A-Za-z0-9][\w.+-]*")


def _other_baseline(a: Mention | None, b: Mention | None) -> bool:
    """Say whether both baselines are names, and different ones; words of two languages cannot be told apart here."""
    if a is None or b is None or fold(a.text) == fold(b.text):
        return False
    first, second = names(a), names(b)
    return bool(first and second) and first != second


def names(mention: Mention | None) -> frozenset[str]:
    """Return the words that look like names: with a capital or a digit."""
    found = _NAME.findall(mention.text) if mention else ()
    return frozenset(fold(w) for w in found if any(c.isupper() or c.isdigit() for c in w))
