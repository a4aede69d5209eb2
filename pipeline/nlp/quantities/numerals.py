"""From number words and digits to exact values.

A phrase comes as tokens in the order of the text; :func:`evaluate` groups them into numbers. The grammar is the same for
all languages: values add up while they fit into the trailing zeros of what stands before ("twenty" + "one", 三千 + 二百),
a multiplier takes all smaller parts before it ("two hundred" x "thousand", 二千三百 x 億), and a value that does not
fit starts the next number. Language data says which words are which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Context, Decimal, Inexact

EXACT = Context(prec=400)
"""Sums and products keep every digit; 400 of them are far more than any number that is read."""
DIVIDE = Context(prec=28)
"""Fractions such as a third are rounded to 28 digits; nothing else ever is."""
ZERO, ONE, TEN, HALF = Decimal(0), Decimal(1), Decimal(10), Decimal("0.5")
THOUSAND = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Token:
    """One word or literal of a number phrase.

    ``kind``: ``digits`` a literal, ``add`` a number word, ``mul`` a multiplier, ``group`` a dozen, ``half``,
    ``part`` a denominator, ``point``, ``and``, ``article``, ``fraction`` (3/4, ½), ``whole`` (anderthalb),
    ``share`` (分之: the denominator stands before), ``mixed`` (又).
    """

    kind: str
    value: Decimal
    start: int
    end: int
    weak: bool = False
    """A word that is a number only in company: "one", 一, articles."""


@dataclass(frozen=True, slots=True)
class Number:
    """A value and its span. ``literal``: written in digits; ``weak``: one ambiguous word; ``fraction``: a part of one."""

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


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the languages differ in."""

    reversed: bool = False
    """Units may stand before tens: einundzwanzig."""
    room: dict[Decimal, Decimal] = field(default_factory=dict)
    """Values that take more than their zeros: soixante-dix-neuf."""
    packed: bool = False
    """Digits may follow a multiplier inside one number: 3億2000万."""
    colloquial: bool = False
    """The last digit counts in the next lower place: 一千二 is 1200."""


def room(value: Decimal, grammar: Grammar) -> Decimal:
    """Return the bound below which a value may still be added to ``value``: 100 for 300, 10 for 20, 1 for 7."""
    if value in grammar.room:
        return grammar.room[value]
    if value == 0 or value != value.to_integral_value():
        return ZERO
    exponent = value.normalize(EXACT).as_tuple().exponent
    return ONE.scaleb(int(exponent)) if isinstance(exponent, int) else ZERO


class _Run:
    """The number that is being put together."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.numbers: list[Number] = []
        self.clear()

    def clear(self) -> None:
        self.parts: list[Decimal] = []
        self.tokens: list[Token] = []
        self.fraction = False
        self.percent = False

    @property
    def value(self) -> Decimal:
        total = ZERO
        for part in self.parts:
            total = EXACT.add(total, part)
        return total

    def flush(self) -> None:
        if self.parts:
            tokens = self.tokens
            if all(t.kind in ("article", "group") for t in tokens) and not (
                len(tokens) > 1 and tokens[-1].kind == "group"
            ):
                return self.clear()
            literal = any(t.kind in ("digits", "fraction") for t in tokens)
            weak = len(tokens) == 1 and tokens[0].weak
            scaled = tokens[-1].kind in ("mul", "group")
            number = Number(
                tokens[0].start, tokens[-1].end, self.value, literal, weak, self.fraction, scaled, self.percent
            )
            self.numbers.append(number)
        self.clear()

    def start(self, token: Token, value: Decimal) -> None:
        self.flush()
        self.parts, self.tokens = [value], [token]

    def take(self, token: Token, value: Decimal) -> None:
        self.parts.append(value)
        self.tokens.append(token)

    # one method per kind of token; `linked` says that a connector ("and") stands before

    def plain(self, token: Token, linked: bool) -> None:
        value = token.value
        if not self.parts:
            return self.start(token, value)
        top, last = self.parts[-1], self.tokens[-1]
        if token.kind == "digits" and not self._digits_fit(last, token):
            return self.start(token, value)
        if last.kind == "digits" and token.kind == "add":
            return self.start(token, value)
        if (
            self.grammar.reversed
            and linked
            and ZERO < top < TEN
            and TEN < value < 100
            and value % TEN == 0
            and last.kind in ("add", "article")
        ):
            self.parts[-1] = EXACT.add(top, value)
            return self.tokens.append(token)
        if value < room(top, self.grammar) and (value or last.kind == "mul"):
            return self.take(token, value)
        return self.start(token, value)

    def _digits_fit(self, last: Token, token: Token) -> bool:
        if last.kind != "mul" or token.value != token.value.to_integral_value():
            return False
        return self.grammar.packed or (last.value >= THOUSAND and False)

    def multiply(self, token: Token, bare: bool) -> None:
        factor = ZERO
        while self.parts and self.parts[-1] < token.value:
            factor = EXACT.add(factor, self.parts.pop())
        if factor == 0:
            if self.tokens and self.tokens[-1].kind == "mul" and not self.parts:
                factor = ONE
            elif self.parts and room(self.parts[-1], self.grammar) <= token.value:
                if not bare:
                    return self.flush()
                return self.start(token, token.value)
            elif not bare and not self.parts:
                return self.clear()
            else:
                factor = ONE
        if self.parts and room(self.parts[-1], self.grammar) <= factor * token.value:
            return self._split(token, factor)
        self.take(token, EXACT.multiply(factor, token.value))
        return None

    def _split(self, token: Token, factor: Decimal) -> None:
        """The product does not fit behind the larger part: it is a number of its own."""
        keep, width = self.parts, 0
        total = factor
        tokens = self.tokens
        while width < len(tokens) and total > 0:
            width += 1
            if tokens[-width].kind in ("add", "digits", "article"):
                total -= tokens[-width].value
            elif tokens[-width].kind == "mul":
                break
        head, tail = tokens[: len(tokens) - width], tokens[len(tokens) - width :]
        self.parts, self.tokens = (keep if head else []), head
        self.flush()
        self.parts, self.tokens = [EXACT.multiply(factor, token.value)], [*tail, token]

    def group(self, token: Token) -> None:
        if not self.parts:
            return None
        value = EXACT.multiply(self.value if self.parts else ONE, token.value)
        self.parts = [value]
        self.tokens.append(token)
        return None

    def half(self, token: Token, linked: bool, before: str) -> None:
        if self.parts and linked:
            unit = ONE
            if self.tokens[-1].kind == "mul" and before not in ("mul", "group"):
                unit = self.tokens[-1].value
            return self.take(token, EXACT.multiply(token.value, unit))
        self.start(token, token.value)
        self.fraction = before not in ("mul", "group")
        return None

    def part(self, token: Token, linked: bool) -> None:
        """A denominator: with what stands before it, a fraction, or the fraction of a mixed number."""
        if not self.parts:
            return self.clear()
        last = self.numbers[-1] if self.numbers else None
        near = last is not None and last.end >= self.tokens[0].start - 12
        divisor, top = token.value, self.value
        if (
            last is not None
            and near
            and not last.fraction
            and token.value < room(self.parts[-1], self.grammar)
            and self.tokens[0].kind == "add"
        ):
            divisor, top = top + token.value, last.value
            self.numbers.pop()
            self.tokens = [Token("digits" if last.literal else "add", last.value, last.start, last.end), *self.tokens]
            last = None
        value = DIVIDE.divide(top, divisor)
        self.parts = [value]
        self.tokens.append(token)
        self.fraction = True
        if (
            last is not None
            and near
            and last.value == last.value.to_integral_value()
            and value < 1
            and not last.fraction
            and getattr(self, "joined", False)
        ):
            self.numbers.pop()
            self.parts = [EXACT.add(last.value, value)]
            self.tokens = [Token("add", last.value, last.start, last.end), *self.tokens]
            self.fraction = False
        return None


def evaluate(tokens: Sequence[Token], grammar: Grammar, bare: frozenset[Decimal]) -> list[Number]:
    """Group the tokens of one phrase into numbers, in order.

    ``bare`` are the multipliers that stand for themselves without a number before ("mille", 百).

    >>> words = [Token("add", Decimal(2), 0, 3), Token("mul", Decimal(100), 4, 11), Token("add", Decimal(7), 12, 17)]
    >>> evaluate(words, Grammar(), frozenset())[0].value
    Decimal('207')
    """
    run = _Run(grammar)
    tokens = _positional(tokens, grammar)
    index = 0
    linked = False
    joined = False
    while index < len(tokens):
        token = tokens[index]
        after = tokens[index + 1].kind if index + 1 < len(tokens) else ""
        kind = token.kind
        if kind == "and":
            linked = True
            index += 1
            continue
        if kind in ("digits", "add", "article", "whole"):
            if linked and run.parts:
                size = len(run.numbers)
                run.plain(token, linked)
                joined = len(run.numbers) > size
            else:
                run.plain(token, linked)
                joined = False
        elif kind == "fraction":
            _fraction(run, token)
        elif kind == "mul":
            run.multiply(token, token.value in bare)
        elif kind == "group":
            run.group(token)
        elif kind == "half":
            run.half(token, linked or token.weak, after)
        elif kind == "part":
            run.joined = joined  # type: ignore[attr-defined]  # set just before it is read
            run.part(token, linked)
        elif kind == "point":
            index = _decimals(run, tokens, index)
        elif kind == "share":
            index = _share(run, tokens, index, bare)
        linked = False
        index += 1
    run.flush()
    return run.numbers


def _fraction(run: _Run, token: Token) -> None:
    """A written fraction: alone, or after a whole number (2 ¼)."""
    whole = run.parts and run.tokens[-1].kind == "digits" and run.value == run.value.to_integral_value()
    if whole and token.value < 1:
        return run.take(token, token.value)
    run.start(token, token.value)
    run.fraction = True
    return None


def _positional(tokens: Sequence[Token], grammar: Grammar) -> Sequence[Token]:
    """Join digits that are written one after another (二〇二五) into one literal."""
    if not grammar.packed:
        return tokens
    out: list[Token] = []
    index = 0
    while index < len(tokens):
        stop = index
        while stop < len(tokens) and tokens[stop].kind == "add" and tokens[stop].value < TEN:
            if stop > index and tokens[stop].start != tokens[stop - 1].end:
                break
            stop += 1
        leading_zero = stop - index >= 2 and tokens[index].value == 0 and index > 0 and tokens[index - 1].kind == "mul"
        if stop - index >= 2 and not leading_zero and stop - index <= 60:
            value = Decimal("".join(str(int(t.value)) for t in tokens[index:stop]))
            out.append(Token("digits", value, tokens[index].start, tokens[stop - 1].end))
            index = stop
        else:
            out.append(tokens[index])
            index += 1
    return out


def _decimals(run: _Run, tokens: Sequence[Token], index: int) -> int:
    """Read the digits after a decimal point word; return the index of the last token used."""
    digits, stop = "", index + 1
    while stop < len(tokens) and tokens[stop].kind in ("add", "digits", "article") and len(digits) < 60:
        value = tokens[stop].value
        if value != value.to_integral_value() or (
            digits and value >= TEN and tokens[stop].kind == "add" and int(digits or "0")
        ):
            break
        digits += str(int(value))
        stop += 1
        if (
            stop < len(tokens)
            and tokens[stop].kind == "mul"
            and tokens[stop].value == 100
            and len(digits) == 1
            and not run.grammar.packed
        ):
            digits += "00"
            stop += 1
    if not digits or not run.parts:
        run.flush()
        return index
    run.parts = [EXACT.add(run.value, Decimal("0." + digits))]
    run.tokens.extend(tokens[index:stop])
    return stop - 1


def _share(run: _Run, tokens: Sequence[Token], index: int, bare: frozenset[Decimal]) -> int:
    """Read "of D parts N" (三分之一); a hundred parts make a percentage, a whole number before makes a mixed number."""
    stop = index + 1
    while stop < len(tokens) and tokens[stop].kind in ("add", "digits", "mul", "point", "article"):
        stop += 1
    above = evaluate(tokens[index + 1 : stop], run.grammar, bare) if stop > index + 1 else []
    if not run.parts or not above or run.value == 0:
        run.flush()
        return index
    below, first = run.value, run.tokens[0]
    sole = len(run.tokens) == 1 and first.kind == "mul" and below == 100
    share = Number(first.start, above[0].end, ZERO, True, False)
    run.parts = [above[0].value] if sole else [DIVIDE.divide(above[0].value, below)]
    run.tokens = [first, Token("digits", ZERO, above[0].start, share.end)]
    run.percent, run.fraction = sole, not sole
    used = index + 1
    while used < stop and tokens[used].end <= share.end:
        used += 1
    return used - 1


__all__ = ["DIVIDE", "EXACT", "Grammar", "Inexact", "Number", "Token", "evaluate", "room"]
