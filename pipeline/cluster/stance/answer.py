"""Answers to a question as probabilities, and the ways in which several opinions make one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

_KEPT_BACK = 0.1
"""Share of the probability of a side that is left to it where somebody stops short of saying so."""
_TINY = 1e-6
Side = Literal["yes", "no"]


class Answer(NamedTuple):
    """Probabilities of the four answers."""

    yes: float
    no: float
    none: float
    mixed: float = 0.0

    @property
    def turned(self) -> Answer:
        """The answer of someone who holds the opposite."""
        return Answer(self.no, self.yes, self.none, self.mixed)

    @property
    def kept_back(self) -> Answer:
        """The answer of someone who says nothing of it: what they stop short of saying shows little of their side."""
        yes, no, mixed = _KEPT_BACK * self.yes, _KEPT_BACK * self.no, _KEPT_BACK * self.mixed
        return Answer(yes, no, 1 - yes - no - mixed, mixed)


@dataclass(frozen=True, slots=True)
class Beside:
    """A statement that a text was to be read beside, and what the learned judge said of the pair.

    ``side`` is that of the statement; None where it is the question itself. In ``said`` yes means that the text agrees
    with the statement (or answers the question with yes); it is None where the judge has not read the pair.
    """

    statement: str
    side: Side | None
    said: Answer | None

    @property
    def answer(self) -> Answer:
        """What was said, as an answer to the question."""
        if self.said is None:
            raise ValueError(f"{self.statement!r} was not read")
        return self.said.turned if self.side == "no" else self.said


def pooled(whole: Answer, parts: Sequence[Answer]) -> Answer:
    """Join the answer of a text of several sentences with those of its sentences: the mean of their log odds.

    Each sentence is an opinion of its own, and a judge that reads many at once may miss the one that decides. Whether
    the text takes a side at all is seen from the whole.
    """
    odds = [math.log(max(one.yes, _TINY) / max(one.no, _TINY)) for one in (whole, *parts)]
    yes = 1 / (1 + math.exp(-sum(odds) / len(odds)))
    sides = whole.yes + whole.no
    return Answer(sides * yes, sides * (1 - yes), whole.none, whole.mixed)


def agreed(readings: Sequence[Answer]) -> Answer:
    """Pool readings of one text beside several wordings: the geometric mean of each answer (Genest and Zidek 1986)."""
    logs = [
        sum(math.log(max(value, _TINY)) for value in column) / len(readings) for column in zip(*readings, strict=True)
    ]
    shares = [math.exp(value) for value in logs]
    return Answer(*(share / sum(shares) for share in shares))


def joined(read: Answer, seen: Answer) -> Answer:
    """Join two opinions: odds of the sides are multiplied; whether a side is taken is for the judge to say.

    Vectors find near what shares a subject or a word, which most claims that take no side on it do as well.
    """
    yes, no = read.yes * seen.yes, read.no * seen.no
    rest = (1 - read.none - read.mixed) / (yes + no) if yes + no > 0 else 0.0
    return Answer(yes * rest, no * rest, read.none, read.mixed)
