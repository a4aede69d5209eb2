"""From number words and digits to exact values.

A phrase comes as tokens in the order of the text; :func:`~pipeline.nlp.quantities.phrases.evaluate` groups them into
numbers. The grammar is the same for all languages: values add up while they fit into the trailing zeros of what
stands before ("twenty" + "one"), a multiplier takes all smaller parts before it ("two hundred" x "thousand"), and a
value that does not fit starts the next number. Language data says which words are which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Context, Decimal
from typing import NamedTuple

EXACT = Context(prec=400)
"""Sums and products keep every digit; 400 of them are far more than any number that is read."""


DIVIDE = Context(prec=28)
"""Fractions such as a third are rounded to 28 digits; nothing else ever is."""


ZERO, ONE, TEN = Decimal(0), Decimal(1), Decimal(10)


THOUSAND = Decimal(1000)


class Token(NamedTuple):
    """One word or literal of a number phrase.

    ``kind``: ``digits`` a literal, ``add`` a number word, ``mul`` a multiplier, ``group`` a dozen, ``half``,
    ``part`` a denominator, ``parts`` a mark of one (avos), ``point``, ``and``, ``odd`` (多), ``article``,
    ``fraction`` (3/4, ½), ``whole`` (anderthalb), ``share`` (分之: the denominator stands before).
    """

    kind: str
    value: Decimal
    start: int
    end: int
    weak: bool = False
    """A word that is a number only in company: "one", 一, articles. Of a half: it joins by itself ("et demi")."""


class Number(NamedTuple):
    """A value and its span; ``literal``: written in digits, ``weak``: one ambiguous word, ``fraction``: part of one."""

    start: int
    end: int
    value: Decimal
    literal: bool
    weak: bool
    fraction: bool = False
    scaled: bool = False
    """Ends with a multiplier such as million."""
    percent: bool = False
    """Written as so many of a hundred (百分之五)."""
    odd: bool = False
    """A word says that it is a little more: 十多亿, 십여."""
    scale: Decimal = ONE
    """The multiplier that it ends with."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the languages differ in."""

    reversed: bool = False
    """Units may stand before tens: einundzwanzig."""
    room: dict[Decimal, Decimal] = field(default_factory=dict)
    """Values that take more than their zeros: soixante-dix-neuf."""
    packed: bool = False
    """Digits may follow a multiplier inside one number: 3億2000万."""
    positional: int = 0
    """How many digits in a row make a number written digit by digit (二〇二五); 0 = never."""
    colloquial: bool = False
    """The last digit counts in the next lower place: 一千二 is 1200."""
    splits: bool = False
    """ "And" before a fraction ends the whole number: "twenty and three fifths"."""
    hundredths: int = 0
    """Parts of a hundred make a percentage: 1 = but a lone digit of them (百分の2.5, not 百分の一); 2 = all, and those
    of a thousand (百分之五, 千分之二)."""
    joined: frozenset[Decimal] = frozenset()
    """The only values that "and" joins to a number before it (vingt et un, soixante et onze); empty: any."""
    bare_groups: bool = False
    """A dozen needs no article before it: дюжина is twelve."""
    bare: frozenset[Decimal] = frozenset()
    """Multipliers that stand for themselves without a number before: mille, 百."""


def room(value: Decimal, grammar: Grammar) -> Decimal:
    """Return the bound below which a value may still be added to ``value``: 100 for 300, 10 for 20, 1 for 7."""
    if value in grammar.room:
        return grammar.room[value]
    if value == 0 or value != value.to_integral_value():
        return ZERO
    exponent = value.normalize(EXACT).as_tuple().exponent
    return ONE.scaleb(exponent) if isinstance(exponent, int) else ZERO


def total(parts: Sequence[Decimal]) -> Decimal:
    """Return the exact sum."""
    result = parts[0] if parts else ZERO
    for part in parts[1:]:
        result = EXACT.add(result, part)
    return result
