"""Two amounts that are one sum or one length: 13 dollars 45 cents, one kuai five mao five, 5 feet 2 inches."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.nlp.quantities.amount import SPACES, Amount, Source
from pipeline.nlp.quantities.numerals import DIVIDE, EXACT

_COINS = {
    "cent": Decimal("0.01"),
    "penny": Decimal("0.01"),
    "kopek": Decimal("0.01"),
    "sen": Decimal("0.01"),
    "jiao": Decimal("0.1"),
}


def coins(source: Source, first: Amount, second: Amount) -> Amount | None:
    """Return "13 dollars 45 cents" and "15 dollars 50" as one sum."""
    if first.value is None or second.value is None or first.unit is None or not first.unit.currency:
        return None
    if first.per and source.lex.spaced:
        return None
    if (
        second.start < first.end
        or second.value >= 100
        or second.value < 0
        or (first.value != first.value.to_integral_value() and not _behind_tenths(source, second.start))
    ):
        return None
    joint = source.lex.after["and"].match(source.flat, first.end)
    if joint is None or joint.end() != second.start or (second.start == first.end and source.lex.spaced):
        return None
    minor = second.unit is not None and second.unit.name in _COINS
    if second.unit is None and second.value < 10 and _behind_tenths(source, second.start):
        return first._replace(end=second.end, value=EXACT.add(first.value, second.value / 100))
    plain = (
        second.unit is None
        and second.number is not None
        and second.value >= 10
        and "," not in source.flat[joint.start() : joint.end()]
    )
    if not minor and not (plain and _closes(source, second.end)):
        return None
    worth = _COINS[second.unit.name] if minor and second.unit is not None else Decimal("0.01")
    return first._replace(end=second.end, value=EXACT.add(first.value, EXACT.multiply(second.value, worth)))


def _behind_tenths(source: Source, at: int) -> bool:
    """Say whether a coin of a tenth stands right before, so that a bare digit counts hundredths: five mao five."""
    word = source.flat[max(0, at - 6) : at].split()
    last = word[-1] if word and source.lex.spaced else source.flat[max(0, at - 1) : at].strip()
    unit = source.lex.units.get(last)
    return unit is not None and unit.name == "jiao"


def inches(source: Source, first: Amount, second: Amount) -> Amount | None:
    """Return "5 feet and 2 inches" and "12 ft 2 in" as one length in feet."""
    if first.unit is None or first.unit.name != "foot" or first.value is None or second.value is None or first.per:
        return None
    joint = source.lex.after["and"].match(source.flat, first.end)
    if joint is None or joint.end() != second.start or not 0 < second.value < 12:
        return None
    end = second.end
    if second.unit is None:
        short = _IN.match(source.flat, end)
        end = short.end() if short else 0
    elif second.unit.name != "inch":
        return None
    return first._replace(end=end, value=EXACT.add(first.value, DIVIDE.divide(second.value, 12))) if end else None


_IN = re.compile(rf"[{SPACES}]in(?:[.,;)]|$|(?= (?:tall|long|high|wide|deep|more|and|or)\b))")


def _closes(source: Source, at: int) -> bool:
    """Say whether a sum may end at ``at``: no word follows that the number could belong to."""
    rest = source.flat[at : at + 1]
    return not rest or rest in ".,;!?)" or rest == " " or not source.lex.spaced
