"""The numbers that the claims rest on: as written, what they compare, who says them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal

from pipeline.publish.view import ClaimView, claim_view
from pipeline.publish.words import SIDES
from pipeline.records import Claim, Comparison, Quantity
from pipeline.wire import EditionIndex, decimal

_PLAIN = frozenset({"date", "rank"})
"""Kinds that say when or in which order, not how much."""
_TELLING = frozenset({"ratio", "percent", "points", "money", "size", "score"})
UNIT_WORDS = {"1": "", "%{point}": "percentage points"}
"""UCUM codes that readers would stumble over."""
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_FEW = Decimal(2)
"""Counts up to here are mostly turns of phrase: two methods, one person."""


@dataclass(frozen=True, slots=True)
class NumberView:
    """One quantity. ``frame``: (part, words of the text) of what is compared; ``exact``: as the pipeline read it.

    ``elsewhere``: how often else the same amount stands in articles of the same origin.
    """

    id: str
    text: str
    exact: str
    kind: str
    frame: tuple[tuple[str, str], ...]
    claim: ClaimView
    label: str
    elsewhere: int


def number_views(index: EditionIndex) -> tuple[NumberView, ...]:
    """Give the quantities inside claims: those that drifted, comparisons, telling kinds, claims that take a side.

    An amount that an origin and its echo repeat is given once, where it was read first.
    """
    same: dict[tuple[object, ...], list[tuple[Quantity, Claim]]] = {}
    for quantity, claim in _inside_claims(index):
        same.setdefault(_amount(index, quantity, claim), []).append((quantity, claim))
    firsts = [(*max(pairs, key=_framed), len(pairs) - 1) for pairs in same.values()]
    moved = _moved(index)
    firsts.sort(key=lambda one: (one[0].text not in moved, *_rank(index, one[0], one[1])))
    return tuple(_view(index, *one) for one in firsts)


def _moved(index: EditionIndex) -> frozenset[str]:
    """Amounts that somebody printed differently."""
    drifts = (drift for result in index.edition.analysis.questions for drift in result.drift)
    changes = (change for drift in drifts for variant in drift.variants for change in variant.differences)
    return frozenset(
        words for one in changes if one.kind in {"number", "unit"} for words in (one.original, one.variant) if words
    )


def _rank(index: EditionIndex, quantity: Quantity, claim: Claim) -> tuple[bool, ...]:
    return (quantity.comparison is None, quantity.kind not in _TELLING, not side(index, claim))


def _inside_claims(index: EditionIndex) -> Iterator[tuple[Quantity, Claim]]:
    for reading in index.edition.readings:
        for quantity in sorted(reading.quantities, key=lambda one: (one.start, one.end)):
            home = index.claim_of_quantity.get(quantity.id)
            few = quantity.kind in {"count", "other"} and quantity.value is not None and abs(quantity.value) <= _FEW
            if home and quantity.kind not in _PLAIN and (quantity.comparison or not few):
                yield quantity, index.claims[home]


def _amount(index: EditionIndex, quantity: Quantity, claim: Claim) -> tuple[object, ...]:
    family = index.origin(claim.article_id).family_id
    return (family, quantity.kind, quantity.value, quantity.low, quantity.high, quantity.unit, quantity.currency)


def _framed(pair: tuple[Quantity, Claim]) -> bool:
    return pair[0].comparison is not None


def side(index: EditionIndex, claim: Claim) -> str:
    """Give the first side that a claim takes, or an empty string."""
    return next((stance.label for stance in index.stances(claim.id) if stance.label in SIDES), "")


def _view(index: EditionIndex, quantity: Quantity, claim: Claim, elsewhere: int) -> NumberView:
    return NumberView(
        id=quantity.id,
        text=quantity.text,
        exact=exact(quantity),
        kind=quantity.kind,
        frame=_frame(quantity.comparison),
        claim=claim_view(index, claim),
        label=side(index, claim),
        elsewhere=elsewhere,
    )


def _frame(comparison: Comparison | None) -> tuple[tuple[str, str], ...]:
    if comparison is None:
        return ()
    parts = [("of", comparison.subject), ("against", comparison.baseline), ("in", comparison.measure)]
    return tuple((name, part.text) for name, part in parts if part is not None)


def exact(quantity: Quantity) -> str:
    """Spell what was read: bound, value or range, unit. A fraction that is not printed so has four digits at most.

    >>> exact(Quantity("q1_0", "over 170 times", 0, 14, Decimal(170), None, None, "1", "ratio", None, False, bound=">"))
    '> 170 ×'
    """
    value, low, high = (readable(_short(one, quantity.text)) for one in (quantity.value, quantity.low, quantity.high))
    ends = low if quantity.bound and not high else f"{low or '…'} – {high or '…'}" if low or high else ""
    amount = value or ends
    unit = "×" if quantity.kind == "ratio" else quantity.currency or UNIT_WORDS.get(quantity.unit or "", quantity.unit)
    rate = f"per {quantity.per}" if quantity.per else ""
    best = f"of {decimal(quantity.maximum)}" if quantity.maximum is not None else ""
    about = "≈" if quantity.approximate else ""
    return " ".join(part for part in (about, quantity.bound, amount, best, unit, rate) if part)


_DIGITS = Context(prec=4)
"""Of a fraction that the text does not print: "two thirds" is 0.6667, not 28 digits."""


def _short(number: Decimal | None, text: str) -> Decimal | None:
    """Round what is neither a whole number nor printed digit by digit.

    >>> _short(Decimal(2) / 3, "two thirds"), _short(Decimal("12.34567"), "12,34567 %")
    (Decimal('0.6667'), Decimal('12.34567'))
    """
    if number is None or number == number.to_integral_value():
        return number
    printed = "".join(str(unicodedata.digit(char)) for char in text if char.isdigit())
    digits = "".join(map(str, number.normalize().as_tuple().digits))
    return number if digits in printed else _DIGITS.plus(number)


_HUGE = Decimal("1E18")
"""From here on the names of numbers help nobody."""


def readable(number: Decimal | None) -> str:
    """Spell a number for readers, exactly: round millions in words, else with a narrow space between groups of three.

    >>> readable(Decimal("10000000000")), readable(Decimal("1234567.5")).replace(chr(0x202F), " "), readable(None)
    ('10 billion', '1 234 567.5', '')
    >>> readable(Decimal("1.5E26"))
    '1.5 × 10^26'
    """
    if number is None:
        return ""
    if abs(number) >= _HUGE:
        power = number.adjusted()
        return f"{decimal(number.scaleb(-power).normalize())} × 10^{power}"
    for power, word in _SCALES:
        short = number.scaleb(-power)
        if abs(short) >= 1 and short == round(short, 2):
            return f"{decimal(short)} {word}"
    whole, dot, rest = (decimal(number) or "").partition(".")
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", "\u202f", whole) + dot + rest
