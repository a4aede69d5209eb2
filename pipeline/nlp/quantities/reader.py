"""Reading quantities: the public door. Amounts become records; records get their frames."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from pipeline.nlp.quantities.amount import Amount
from pipeline.nlp.quantities.frames import frames
from pipeline.nlp.quantities.numerals import EXACT
from pipeline.nlp.quantities.walk import amounts
from pipeline.records import Comparison, Mention, Quantity, content_id


def read(text: str, lang: str) -> tuple[Quantity, ...]:
    """Return the quantities of ``text`` (one sentence or any stretch), in order.

    Offsets are code points of ``text``. Values are exact decimals in the base unit of ``unit`` (5 km is 5000 ``m``).

    >>> [(q.text, q.value, q.unit) for q in read("It needs 170 times the compute and about 10T tokens.", "en")]
    [('170 times', Decimal('170'), '1'), ('10T tokens', Decimal('10000000000000'), 'token')]
    """
    return frames(text, lang, [_record(text, amount) for amount in amounts(text, lang)])


def _record(text: str, amount: Amount) -> Quantity:
    unit = amount.unit
    scale = unit.scale if unit else Decimal(1)

    def base(value: Decimal | None) -> Decimal | None:
        return None if value is None else tidy(EXACT.multiply(value, scale))

    return Quantity(
        id=_bare_id(amount.start, amount.end),
        text=text[amount.start : amount.end], start=amount.start, end=amount.end,
        value=base(amount.value), low=base(amount.low), high=base(amount.high),
        unit=unit.code if unit and unit.code else None, kind=amount.kind, currency=unit.currency if unit else None,
        approximate=amount.approximate, date=amount.date, maximum=amount.maximum, per=amount.per, bound=amount.bound,
    )  # fmt: skip


@lru_cache(maxsize=8192)
def _bare_id(start: int, end: int) -> str:
    """Return the id of a quantity in a text without an article: sentences are short, so few spans come up often."""
    return content_id("q1_", "", str(start), str(end))


def tidy(value: Decimal) -> Decimal:
    """Return the value without an exponent or trailing zeros after the point.

    >>> tidy(Decimal("1.50E+3")), tidy(Decimal("2.50"))
    (Decimal('1500'), Decimal('2.5'))
    """
    if value == value.to_integral_value():
        return value.quantize(Decimal(1), context=EXACT) if abs(value) < Decimal("1E350") else value
    return value.normalize(EXACT)


def rebase(quantity: Quantity, article_id: str, offset: int) -> Quantity:
    """Return the quantity with offsets into the article whose passage begins at ``offset``, and its id there."""

    def move(mention: Mention | None) -> Mention | None:
        return None if mention is None else Mention(mention.text, mention.start + offset, mention.end + offset)

    frame = quantity.comparison
    if frame is not None:
        frame = Comparison(move(frame.subject), move(frame.baseline), move(frame.measure), frame.direction)
    start, end = quantity.start + offset, quantity.end + offset
    return replace(
        quantity, id=content_id("q1_", article_id, str(start), str(end)), start=start, end=end, comparison=frame
    )
