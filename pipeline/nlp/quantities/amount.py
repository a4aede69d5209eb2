"""What the steps of reading share: the text being read, and an amount before it becomes a record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from pipeline.nlp.quantities.lexicon import Lexicon, Unit
from pipeline.nlp.quantities.numerals import Number
from pipeline.records import QuantityKind

_WINDOW = 48


SPACES = " \u00a0\u202f\u2009\u2007"


class Amount(NamedTuple):
    """A number with its surroundings, before it becomes a record. Values are as written, in ``unit``."""

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: Unit | None = None
    per: str | None = None
    kind: QuantityKind = "other"
    approximate: bool = False
    bound: str | None = None
    date: str | None = None
    maximum: Decimal | None = None
    number: Number | None = None
    noun: str | None = None
    lead: int = 0
    """Where the words that belong to it (bounds, approximations) begin."""
    loose: bool = False
    """A weak word that counts only as a part of a range or fraction."""


@dataclass(slots=True)
class Source:
    """A text, its folded form, and its language."""

    text: str
    flat: str
    lex: Lexicon
    floor: int = 0
    """Where the amount before ends: nothing to the left of it belongs to the next."""

    seen: tuple[int, str] = (0, "")

    def left(self, at: int) -> str:
        """Return the folded text before ``at``, reversed."""
        if self.seen[0] != at:
            self.seen = (at, self.flat[max(0, at - _WINDOW) : at][::-1])
        return self.seen[1]

    def before(self, key: str, at: int) -> re.Match[str] | None:
        """Match the words of ``key`` that end at ``at``."""
        return self.lex.before[key].match(self.left(at))

    def after(self, key: str, at: int) -> re.Match[str] | None:
        """Match the words of ``key`` that begin at ``at``."""
        return self.lex.after[key].match(self.flat, at)


def kind_of(unit: Unit) -> QuantityKind:
    """Return the kind of quantity that a unit makes."""
    return unit.kind  # type: ignore[return-value]  # the data file's kinds are checked by a test


def clean(words: str) -> str:
    """Return words with single plain blanks."""
    return re.sub(rf"[{SPACES}]+", " ", words.strip(SPACES))
