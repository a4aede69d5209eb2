"""The number that is being put together from the tokens of a phrase, and the numbers that are done."""

from __future__ import annotations

from decimal import Decimal

from pipeline.nlp.quantities.numerals import (
    DIVIDE,
    EXACT,
    ONE,
    TEN,
    THOUSAND,
    ZERO,
    Grammar,
    Number,
    Token,
    room,
    total,
)

HALF = Decimal("0.5")
INDIAN = {Decimal(100_000), Decimal(10_000_000)}
NEAR = 3
"""Characters that may stand between a numerator and its denominator."""


class Run:
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
        self.fraction = self.percent = self.odd = False
        self.odd_end = 0
        self.link = 0
        """Index of the first part after the last "and"; 0 = none."""

    def flush(self) -> None:
        """Close the number in the making."""
        kinds = {token.kind for token in self.tokens}
        if self.parts and kinds == {"article"}:
            self.article = self.tokens[0]
        elif self.parts:
            self.spoken()
            first, last = self.tokens[0], self.tokens[-1]
            scaled = last.kind in ("mul", "group")
            self.numbers.append(Number(
                first.start, max(last.end, self.odd_end), total(self.parts), bool(kinds & {"digits", "fraction"}),
                weak=len(self.tokens) == 1 and first.weak and not self.odd, fraction=self.fraction, scaled=scaled,
                percent=self.percent, odd=self.odd, scale=last.value if last.kind == "mul" else ONE,
            ))  # fmt: skip
            self.article = None
        self.clear()

    def spoken(self) -> None:
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
        whole = value == value.to_integral_value() or (last.end == token.start and value >= TEN)
        filled = last.kind == "add" and not last.value and len(self.tokens) > 1 and self.tokens[-2].kind == "mul"
        if token.kind == "digits" and not (self.grammar.packed and (last.kind == "mul" or filled) and whole):
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
        places = self.grammar.packed and token.value <= THOUSAND and not literal
        if places and factor >= TEN:  # 十, 百 and 千 count single digits only
            return self._alone(token)
        if not factors:
            return self._alone(token) if not self._doubled(token) else None
        product = EXACT.multiply(factor, token.value)
        if kept and room(kept[-1], self.grammar) <= product:
            return self._split(token, product, kept, factor)
        if self.link > len(kept):
            self.link = 0
        self.parts = [*kept, product]
        self.tokens.append(token)
        return None

    def _doubled(self, token: Token) -> bool:
        """Multiply once more by a multiplier right behind another one, no smaller: 10万万, 105千万."""
        last = self.tokens[-1] if self.tokens and self.tokens[-1].kind == "mul" else None
        indian = last is not None and {last.value, token.value} == INDIAN  # lakh crore, crore lakh
        packed = self.grammar.packed and last is not None and last.end == token.start
        if not indian and (not packed or last is None or not THOUSAND <= last.value <= token.value):
            return False
        self.parts[-1] = EXACT.multiply(self.parts[-1], token.value)
        self.tokens.append(token)
        return True

    def _alone(self, token: Token) -> None:
        """A multiplier with no factor before: one of it where the language says so."""
        single = token.weak and not self.grammar.packed  # миллион долларов, مليون دولار
        if token.value not in self.grammar.bare and not single:
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
            return self.start(token, token.value) if self.grammar.bare_groups else None
        if len(self.parts) > 1 and self.parts[-1] < TEN:
            self.parts[-1] = EXACT.multiply(self.parts[-1], token.value)
        else:
            self.parts = [EXACT.multiply(total(self.parts), token.value)]
        self.tokens.append(token)
        return None

    def half(self, token: Token, linked: bool, before: str) -> None:
        """A half (or a fixed fraction): alone, of what follows, or on top of what stands before."""
        if self.parts and linked:
            last = self.tokens[-1]
            unit = last.value if last.kind == "mul" and before not in ("mul", "group") else ONE
            return self.take(token, EXACT.multiply(token.value, unit))
        if self.parts and self.grammar.reversed and self.tokens[-1].kind in ("add", "mul"):
            if token.value != HALF:  # honderd driekwart
                return self.take(token, token.value)
            if len(self.parts) == 1 and ONE < self.parts[0] < TEN and before not in ("mul", "group"):  # fünf halbe
                self.parts = [EXACT.multiply(self.parts[0], token.value)]
                self.tokens.append(token)
                return None
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
        apart = (
            bool(self.grammar.joined) and self.link > 0 and total(self.parts[self.link :]) not in self.grammar.joined
        )
        if self.link and (self.grammar.splits or apart or last.value >= THOUSAND):
            above, whole = total(self.parts[self.link :]), total(self.parts[: self.link])
            share = DIVIDE.divide(above, token.value)
            if last.kind == "mul" and last.value >= THOUSAND:
                share = EXACT.multiply(share, last.value)
            self.parts = [EXACT.add(whole, share)]
            self.tokens.append(token)
            return
        if self._apart(token):
            above, whole = self.parts[-1], total(self.parts[:-1])
            self.parts = [EXACT.add(whole, DIVIDE.divide(above, token.value))]
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

    def _apart(self, token: Token) -> bool:
        """Say whether the last word is a numerator of its own: twenty and three are one word in Dutch and German."""
        if not self.grammar.reversed or len(self.parts) < 2 or self.link or len(self.tokens) < 2:
            return False
        before, last = self.tokens[-2:]
        return last.kind == "add" and ZERO < self.parts[-1] < token.value < THOUSAND and last.start > before.end

    def mix(self) -> None:
        """Put a fraction on top of the whole number that "and" joins it to."""
        last = self.numbers[-1] if self.numbers else None
        if not self.joined or last is None or last.fraction or self.parts[0] >= ONE:
            return
        if last.value == last.value.to_integral_value() and self.tokens[0].start - last.end <= 3 * NEAR:
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
        counts = not linked and token.value >= THOUSAND > total(self.parts)
        if before is not None and not fits and counts and before.value < TEN:  # três vinte milésimos
            if self.numbers and self.numbers[-1].end == before.end:
                self.numbers.pop()
            self.article = None
            return EXACT.multiply(total(self.parts), token.value), before
        if before is None or not fits:
            return token.value, None
        if self.numbers and self.numbers[-1].end == before.end:
            self.numbers.pop()
        self.article = None
        return EXACT.add(total(self.parts), token.value), before

    def _neighbour(self) -> Token | None:
        """Return the number or article right before the number in the making, as a token."""
        begin = self.tokens[0].start
        if self.numbers and 0 <= begin - self.numbers[-1].end <= NEAR and not self.numbers[-1].fraction:
            last = self.numbers[-1]
            return Token("digits" if last.literal else "add", last.value, last.start, last.end)
        if self.article is not None and 0 <= begin - self.article.end <= NEAR:
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
