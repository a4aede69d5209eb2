"""From number words and digits to exact values.

A phrase comes as tokens in the order of the text; :func:`evaluate` groups them into numbers. The grammar is the same for
all languages: values add up while they fit into the trailing zeros of what stands before ("twenty" + "one", 三千 + 二百),
a multiplier takes all smaller parts before it ("two hundred" x "thousand", 二千三百 x 億), and a value that does not
fit starts the next number. Language data says which words are which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Context, Decimal

EXACT = Context(prec=400)
"""Sums and products keep every digit; 400 of them are far more than any number that is read."""
DIVIDE = Context(prec=28)
"""Fractions such as a third are rounded to 28 digits; nothing else ever is."""
ZERO, ONE, TEN = Decimal(0), Decimal(1), Decimal(10)
THOUSAND = Decimal(1000)
_NEAR = 3
"""Characters that may stand between a numerator and its denominator."""


@dataclass(frozen=True, slots=True)
class Token:
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


class _Run:
    """The number that is being put together, and the numbers that are done."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.numbers: list[Number] = []
        self.article: Token | None = None
        self.mixed = False
        self.joined = False
        """The number in the making was joined to the one before by "and"."""
        self.clear()

    def clear(self) -> None:
        """Forget the number in the making."""
        self.parts: list[Decimal] = []
        self.tokens: list[Token] = []
        self.fraction = self.percent = False
        self.link = 0
        """Index of the first part after the last "and"; 0 = none."""

    def flush(self) -> None:
        """Close the number in the making."""
        kinds = {token.kind for token in self.tokens}
        if self.parts and kinds == {"article"}:
            self.article = self.tokens[0]
        elif self.parts:
            self._spoken()
            first, last = self.tokens[0], self.tokens[-1]
            self.numbers.append(
                Number(
                    first.start,
                    last.end,
                    total(self.parts),
                    literal=bool(kinds & {"digits", "fraction"}),
                    weak=len(self.tokens) == 1 and first.weak,
                    fraction=self.fraction,
                    scaled=last.kind in ("mul", "group"),
                    percent=self.percent,
                    scale=last.value if last.kind == "mul" else ONE,
                )
            )
            self.article = None
        self.clear()

    def _spoken(self) -> None:
        """Read a last digit in the next lower place, as Chinese does: 一千二 is 1200."""
        if not self.grammar.colloquial or len(self.tokens) < 2 or len(self.parts) < 2:
            return
        before, last = self.tokens[-2:]
        if last.kind == "add" and last.value and before.kind == "mul" and before.value >= 100:
            self.parts[-1] = EXACT.multiply(last.value, before.value / TEN)

    def start(self, token: Token, value: Decimal) -> None:
        """Close what there is and begin with ``token``."""
        self.flush()
        self.parts, self.tokens = [value], [token]

    def take(self, token: Token, value: Decimal, linked: bool = False) -> None:
        """Add a part."""
        if linked:
            self.link = len(self.parts)
        self.parts.append(value)
        self.tokens.append(token)

    def plain(self, token: Token, linked: bool) -> None:
        """A number word, a literal or an article."""
        value = token.value
        if not self.parts:
            return self.start(token, value)
        top, last = self.parts[-1], self.tokens[-1]
        if token.kind == "digits" and not (
            self.grammar.packed and last.kind == "mul" and value == value.to_integral_value()
        ):
            return self.start(token, value)
        if last.kind == "digits" and token.kind in ("add", "article"):
            return self.start(token, value)
        if value == 0 and self.grammar.packed and last.kind in ("mul", "and") and token.kind == "add":
            self.tokens.append(token)
            return None
        units = self.grammar.reversed and linked and ZERO < top < TEN and last.kind in ("add", "article")
        if units and TEN < value < 100 and value % TEN == 0:
            self.parts[-1] = EXACT.add(top, value)
            self.tokens.append(token)
            return None
        if ZERO < value < room(top, self.grammar):
            return self.take(token, value, linked)
        return self.start(token, value)

    def multiply(self, token: Token) -> None:
        """A multiplier: it takes all smaller parts before it."""
        kept = list(self.parts)
        factors: list[Decimal] = []
        literal = bool(self.tokens) and self.tokens[-1].kind == "digits"
        while kept and (kept[-1] < token.value or (literal and not factors)):
            factors.append(kept.pop())
        factor = total(factors)
        if not factors:
            return self._alone(token)
        product = EXACT.multiply(factor, token.value)
        if kept and room(kept[-1], self.grammar) <= product:
            return self._split(token, product, kept, factor)
        if self.link > len(kept):
            self.link = 0
        self.parts = [*kept, product]
        self.tokens.append(token)
        return None

    def _alone(self, token: Token) -> None:
        """A multiplier with no factor before: one of it where the language says so."""
        if token.value not in self.grammar.bare:
            self.flush()
        elif self.parts and token.value < room(self.parts[-1], self.grammar):
            self.take(token, token.value)
        else:
            self.start(token, token.value)

    def _split(self, token: Token, product: Decimal, kept: list[Decimal], factor: Decimal) -> None:
        """The product does not fit behind the larger part: it is a number of its own."""
        width, left = 0, factor
        while width < len(self.tokens) - 1 and left > 0 and self.tokens[-1 - width].kind != "mul":
            left -= self.tokens[-1 - width].value
            width += 1
        cut = len(self.tokens) - max(width, 1)
        head, tail = self.tokens[:cut], self.tokens[cut:]
        self.parts, self.tokens = kept, head
        self.flush()
        self.parts, self.tokens = [product], [*tail, token]

    def group(self, token: Token) -> None:
        """A dozen: so many times twelve."""
        if not self.parts:
            return
        if len(self.parts) > 1 and self.parts[-1] < TEN:
            self.parts[-1] = EXACT.multiply(self.parts[-1], token.value)
        else:
            self.parts = [EXACT.multiply(total(self.parts), token.value)]
        self.tokens.append(token)

    def half(self, token: Token, linked: bool, before: str) -> None:
        """A half (or a fixed fraction): alone, of what follows, or on top of what stands before."""
        if self.parts and linked:
            last = self.tokens[-1]
            unit = last.value if last.kind == "mul" and before not in ("mul", "group") else ONE
            return self.take(token, EXACT.multiply(token.value, unit))
        if self.tokens and self.tokens[0].kind == "article" and len(self.tokens) == 1:
            token = Token("half", token.value, self.tokens[0].start, token.end)
            self.clear()
        self.start(token, token.value)
        self.fraction = before not in ("mul", "group")
        return None

    def part(self, token: Token, linked: bool) -> None:
        """A denominator: with what stands before it, a fraction, or the fraction of a mixed number."""
        if not self.parts:
            return
        last = self.tokens[self._before_link()]
        if self.link and (self.grammar.splits or last.value >= THOUSAND):
            above, whole = total(self.parts[self.link :]), total(self.parts[: self.link])
            share = DIVIDE.divide(above, token.value)
            if last.kind == "mul" and last.value >= THOUSAND:
                share = EXACT.multiply(share, last.value)
            self.parts = [EXACT.add(whole, share)]
            self.tokens.append(token)
            return
        below, first = self._compound(token, linked)
        above = total(self.parts)
        if first is not None:
            above = first.value
            self.tokens = [first, *self.tokens]
        self.parts = [DIVIDE.divide(above, below)]
        self.tokens.append(token)
        self.fraction, self.link = True, 0
        self.mix()

    def mix(self) -> None:
        """Put a fraction on top of the whole number that "and" joins it to."""
        last = self.numbers[-1] if self.numbers else None
        if not self.joined or last is None or last.fraction or self.parts[0] >= ONE:
            return
        if last.value == last.value.to_integral_value() and self.tokens[0].start - last.end <= 3 * _NEAR:
            share = EXACT.multiply(self.parts[0], last.scale if last.scale >= THOUSAND else ONE)
            self.parts = [EXACT.add(last.value, share)]
            self.tokens = [Token("digits" if last.literal else "add", last.value, last.start, last.end), *self.tokens]
            self.fraction, self.joined = False, False
            self.numbers.pop()

    def _before_link(self) -> int:
        """Return the index of the token that stands before the last "and"."""
        width = len(self.parts) - self.link if self.link else 0
        return max(0, len(self.tokens) - width - 1)

    def _compound(self, token: Token, linked: bool) -> tuple[Decimal, Token | None]:
        """Return the denominator, joined with the words before it (twenty-fifth), and the numerator before those."""
        before = self._neighbour()
        top = self.parts[-1]
        units = self.grammar.reversed and linked and ZERO < top < TEN and token.value >= TEN
        fits = units or token.value < room(top, self.grammar)
        if before is None or not fits:
            return token.value, None
        if self.numbers and self.numbers[-1].end == before.end:
            self.numbers.pop()
        self.article = None
        return EXACT.add(total(self.parts), token.value), before

    def _neighbour(self) -> Token | None:
        """Return the number or article right before the number in the making, as a token."""
        begin = self.tokens[0].start
        if self.numbers and 0 <= begin - self.numbers[-1].end <= _NEAR and not self.numbers[-1].fraction:
            last = self.numbers[-1]
            return Token("digits" if last.literal else "add", last.value, last.start, last.end)
        if self.article is not None and 0 <= begin - self.article.end <= _NEAR:
            return self.article
        return None

    def parted(self, token: Token) -> None:
        """A mark of a denominator after its number: "vinte vinte e cinco avos"."""
        before = self._neighbour() if self.parts else None
        if before is None or not total(self.parts):
            return
        if self.numbers and self.numbers[-1].end == before.end:
            self.numbers.pop()
        self.parts = [DIVIDE.divide(before.value, total(self.parts))]
        self.tokens = [before, *self.tokens, token]
        self.fraction = True

    def written(self, token: Token) -> None:
        """A written fraction: alone, or after a whole number (2 ¼)."""
        whole = bool(self.parts) and self.tokens[-1].kind == "digits" and room(self.parts[-1], self.grammar) >= ONE
        if whole and token.value < ONE:
            return self.take(token, token.value)
        self.start(token, token.value)
        self.fraction = True
        return None


def evaluate(tokens: Sequence[Token], grammar: Grammar) -> list[Number]:
    """Group the tokens of one phrase into numbers, in order.

    >>> words = [Token("add", Decimal(2), 0, 3), Token("mul", Decimal(100), 4, 11), Token("add", Decimal(7), 12, 17)]
    >>> evaluate(words, Grammar())[0].value
    Decimal('207')
    """
    run = _Run(grammar)
    tokens = _positional(tokens, grammar.positional) if grammar.positional else tokens
    index, linked = 0, False
    while index < len(tokens):
        token = tokens[index]
        after = tokens[index + 1].kind if index + 1 < len(tokens) else ""
        if token.kind == "and":
            linked = True
            if grammar.packed:
                run.flush()
                run.mixed = True
            index += 1
            continue
        if token.kind == "with":
            run.flush()
            run.joined = True
        elif token.kind == "article" and after == "part":
            _one_part(run, token, tokens[index + 1], linked)
            index += 1
        elif token.kind == "article" and after == "half" and not tokens[index + 1].weak:
            index += 1
            continue  # the connector before, if any, goes to the half
        else:
            index = _step(run, tokens, index, linked, after)
        linked = False
        index += 1
    run.flush()
    return run.numbers


def _step(run: _Run, tokens: Sequence[Token], index: int, linked: bool, after: str) -> int:
    """Take one token; return the index of the last token used."""
    token = tokens[index]
    kind = token.kind
    if kind in ("digits", "add", "article", "whole"):
        done = len(run.numbers)
        run.plain(token, linked)
        run.joined = run.joined or (linked and len(run.numbers) > done)
    elif kind == "mul":
        run.multiply(token)
    elif kind == "group":
        run.group(token)
    elif kind == "half":
        run.half(token, linked or token.weak, after)
    elif kind == "part":
        run.part(token, linked)
    elif kind == "parts":
        run.parted(token)
    elif kind == "fraction":
        run.written(token)
    elif kind == "point":
        return _decimals(run, tokens, index)
    elif kind == "share":
        return _share(run, tokens, index)
    return index


def _one_part(run: _Run, article: Token, part: Token, linked: bool) -> None:
    """ "A third": alone, or on top of what stands before ("forty-two and a third", "five billion and a quarter")."""
    share = DIVIDE.divide(ONE, part.value)
    if run.parts and linked:
        last = run.tokens[-1]
        if last.kind == "mul" and last.value >= THOUSAND:
            share = EXACT.multiply(share, last.value)
        return run.take(Token("part", share, article.start, part.end), share)
    run.start(Token("part", share, article.start, part.end), share)
    run.fraction = True
    run.mix()
    return None


def _positional(tokens: Sequence[Token], shortest: int) -> list[Token]:
    """Join digits that are written one after another (二〇二五) into one literal."""
    out: list[Token] = []
    index = 0
    while index < len(tokens):
        stop = index
        while (
            stop < len(tokens)
            and _digit(tokens[stop])
            and (stop == index or tokens[stop].start == tokens[stop - 1].end)
        ):
            stop += 1
        filler = tokens[index].value == 0 and index > 0 and tokens[index - 1].kind == "mul"
        if shortest <= stop - index <= 60 and not filler:
            value = Decimal("".join(str(int(t.value)) for t in tokens[index:stop]))
            out.append(Token("digits", value, tokens[index].start, tokens[stop - 1].end))
            index = stop
        else:
            out += tokens[index : max(stop, index + 1)]
            index = max(stop, index + 1)
    return out


def _digit(token: Token) -> bool:
    return token.kind == "add" and token.value < TEN


def _decimals(run: _Run, tokens: Sequence[Token], index: int) -> int:
    """Read the digits after a decimal point word; return the index of the last token used."""
    stop = index + 1
    while stop < len(tokens) and _digit(tokens[stop]) and stop - index < 60:
        stop += 1
    digits = "".join(str(int(t.value)) for t in tokens[index + 1 : stop])
    if (
        stop < len(tokens)
        and tokens[stop].kind in ("add", "mul", "digits", "article")
        and len(digits) <= 1
        and not (run.grammar.packed and digits)
    ):
        while stop < len(tokens) and tokens[stop].kind in ("add", "mul", "digits", "and", "article"):
            stop += 1
        spoken = evaluate(tokens[index + 1 : stop], run.grammar)
        if spoken and spoken[0].value == spoken[0].value.to_integral_value():
            digits = str(int(spoken[0].value))
            stop = index + 1 + sum(t.end <= spoken[0].end for t in tokens[index + 1 : stop])
    if not digits or not run.parts or len(digits) > 60:
        run.flush()
        return index
    run.parts = [EXACT.add(total(run.parts), Decimal("0." + digits))]
    run.tokens.extend(tokens[index:stop])
    return stop - 1


def _share(run: _Run, tokens: Sequence[Token], index: int) -> int:
    """Read "of D parts N" (三分之一); a hundred parts make a percentage, a whole number before a mixed number."""
    stop = index + 1
    while stop < len(tokens) and tokens[stop].kind in ("add", "digits", "mul", "point", "article"):
        stop += 1
    above = evaluate(tokens[index + 1 : stop], run.grammar)
    below = total(run.parts)
    if not above or not below:
        run.flush()
        return index
    first, last = run.tokens[0], run.numbers[-1] if run.numbers else None
    sole = len(run.tokens) == 1 and first.kind == "mul" and below == 100
    value = above[0].value if sole else DIVIDE.divide(above[0].value, below)
    if run.mixed and last is not None and not sole and value < ONE and 0 <= first.start - last.end <= _NEAR:
        run.numbers.pop()
        value = EXACT.add(last.value, value)
        first = Token("digits", last.value, last.start, last.end)
    run.parts, run.percent, run.fraction = [value], sole, not sole
    run.tokens = [first, Token("digits", ZERO, above[0].start, above[0].end)]
    run.mixed = False
    return index + sum(t.end <= above[0].end for t in tokens[index + 1 : stop])
