"""A quantity as its author wrote it: the number in the written unit, and that unit's plain English name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pipeline.nlp.quantities.amount import Amount
from pipeline.nlp.quantities.build import money
from pipeline.nlp.quantities.lexicon import catalogue
from pipeline.nlp.quantities.rates import denominator
from pipeline.nlp.quantities.reader import tidy
from pipeline.nlp.quantities.walk import amounts, phrases, separate
from pipeline.records import Quantity


@dataclass(frozen=True, slots=True)
class Written:
    """Numbers in the unit of the text: "5 km" is 5 kilometre here, and 5000 ``m`` in the record."""

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None


def written(quantity: Quantity, lang: str) -> Written:
    """Return the numbers and the English unit of ``quantity`` as its text has them.

    >>> from pipeline.nlp.quantities import read
    >>> written(read("The plant needs 1.5 GW.", "en")[0], "en")
    Written(value=Decimal('1.5'), low=None, high=None, unit='gigawatt')
    """
    amount = _again(quantity, lang)
    if amount is None or amount.unit is None or not amount.unit.scale:
        return Written(quantity.value, quantity.low, quantity.high, _plain(quantity, amount))
    scale = amount.unit.scale

    def back(value: Decimal | None) -> Decimal | None:
        return None if value is None else tidy(value / scale)

    return Written(back(quantity.value), back(quantity.low), back(quantity.high), _plain(quantity, amount))


def numbers(text: str, lang: str) -> tuple[tuple[int, int, Decimal], ...]:
    """Return (start, end, value as written) of each number of ``text`` by itself: ends of ranges, parts of dates.

    >>> [(start, end, str(value)) for start, end, value in numbers("from 3 to five million dollars", "en")]
    [(5, 6, '3'), (10, 30, '5000000')]
    """
    found: list[tuple[int, int, Decimal]] = []
    for amount in separate(text, lang):
        if amount.value is not None:
            found.append((amount.start, amount.end, tidy(amount.value)))
        elif amount.kind == "date":
            found += _dated(text, amount, lang)
    return tuple(found)


def _dated(text: str, amount: Amount, lang: str) -> list[tuple[int, int, Decimal]]:
    """Return the numbers of a date, in digits or in words."""
    digits = [(m.start(), m.end(), Decimal(m.group())) for m in _DIGITS.finditer(text, amount.start, amount.end)]
    return digits or [(n.start, n.end, n.value) for n in phrases(text, amount.start, amount.end, lang)]


_DIGITS = re.compile(r"\d+")


def unit_name(quantity: Quantity, lang: str) -> str | None:
    """Return the plain English word for the written unit ("dollar per month", "percentage"), or what is counted.

    >>> from pipeline.nlp.quantities import read
    >>> [unit_name(q, "fr") for q in read("20 milliards de dollars par an, 87,5 % et 49 phrases", "fr")]
    ['dollar per year', 'percentage', 'phrase']
    """
    return written(quantity, lang).unit


def _again(quantity: Quantity, lang: str) -> Amount | None:
    """Read the quantity's own words once more, for the unit as written."""
    found = [a for a in amounts(quantity.text, lang) if a.unit is not None]
    return max(found, key=lambda a: a.end - a.start, default=None)


def _plain(quantity: Quantity, amount: Amount | None) -> str | None:
    if quantity.kind == "date" or quantity.unit is None:
        return None
    if quantity.kind == "ratio" and quantity.unit == "1":
        return "time" if amount is not None and amount.unit is not None and amount.unit.name else None
    if amount is not None and amount.unit is not None and amount.unit.name:
        name = amount.unit.name
    else:  # the unit stands elsewhere in the sentence
        name = money(quantity.currency).name if quantity.currency else _names().get(quantity.unit, quantity.unit)
    if quantity.kind == "count" and (amount is None or amount.unit is None or amount.noun):
        name = quantity.unit  # with the words before the number: the previous two sessions
        name = singular(name) if lang_is_english(name) else name
    if quantity.per and (amount is None or amount.unit is None or " per " not in name):
        name = f"{name} per {_per_name(quantity.per)}"
    return name


@cache
def _names() -> dict[str, str]:
    """Return the first English name of each unit code."""
    names: dict[str, str] = {}
    for name, unit in catalogue().items():
        if unit.scale == 1:
            names.setdefault(unit.code, name)
    return names


@cache
def _denominators() -> dict[str, str]:
    """Return the English name of each unit that a rate may be per."""
    return {denominator(unit): name for name, unit in reversed(catalogue().items())}


def _per_name(per: str) -> str:
    power, dot, code = per.partition(".") if per.startswith("10*") else ("", "", per)
    if per in _denominators() or not dot:
        return _PER.get(per) or _denominators().get(per) or _names().get(per, per)
    return f"{_POWERS.get(power, power)} {_names().get(code, code)}"


_POWERS = {"10*3": "thousand", "10*6": "million", "10*9": "billion"}
_PER = {
    "s": "second",
    "h": "hour",
    "d": "day",
    "mo": "month",
    "a": "year",
    "[bbl_us]": "barrel",
    "[gal_us]": "gallon",
    "g": "gram",
    "t": "ton",
}
_IRREGULAR = {"people": "people", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
              "mice": "mouse", "viruses": "virus", "lives": "life",
              "wives": "wife", "leaves": "leaf", "series": "series", "fishermen": "fisherman"}  # fmt: skip


def lang_is_english(name: str) -> bool:
    """Say whether plural endings of English may be taken off."""
    return name.isascii()


def singular(phrase: str) -> str:
    """Return an English noun phrase with its last word in the singular.

    >>> singular("European countries"), singular("different bosses"), singular("people")
    ('European country', 'different boss', 'people')
    """
    head, _, word = phrase.rpartition(" ")
    return f"{head} {_singular(word)}".strip()


def _singular(word: str) -> str:
    low = word.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
