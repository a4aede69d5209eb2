"""Stances from pair scores where there are any, and from the contrast axis otherwise."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pipeline.cluster.stance.anchors import anchors
from pipeline.cluster.stance.axis import Axis, make_axis
from pipeline.cluster.stance.sense import Sense, sense
from pipeline.records import Claim, Question, Stance, StanceLabel

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vector = npt.NDArray[np.float32]

Scores = Mapping[tuple[str, str], Sequence[float]]
"""(question or statement, text) to the probabilities of yes, no, none and mixed."""

CANDIDATE = 0.2
"""Least nearness to a question at which the learned judge reads a claim."""
ABOUT = 0.25
"""Nearness at which a claim is as likely about the question as not, as far as vectors tell."""
PARAPHRASE = 0.45
"""Nearness at which a claim says so nearly what a statement says that, as likely as not, it is about the question
whatever the judge thinks."""
_SHARPNESS = 25.0
"""Turns nearness into log odds of being about the question."""
_NEVER_SURE = 0.2
"""Least probability that a claim near a question takes no side: vectors show a subject, not whether a side is taken."""
_DECIDED = 0.52
"""Least probability of a side against the other at which it is named."""
_KEPT_BACK = 0.1
"""Share of the probability of a side that is left to it where somebody stops short of saying so."""
_NAMED = 0.5
"""Least probability of a side against everything else."""
_TINY = 1e-6


class Answer(NamedTuple):
    """Probabilities of the four answers."""

    yes: float
    no: float
    none: float
    mixed: float = 0.0

    @property
    def silent(self) -> bool:
        """Whether to take no side is as likely as to take one."""
        return self.none >= self.yes + self.no

    @property
    def turned(self) -> Answer:
        """The answer of someone who holds the opposite."""
        return Answer(self.no, self.yes, self.none, self.mixed)

    @property
    def kept_back(self) -> Answer:
        """The answer of someone who says nothing of it: what they stop short of saying shows little of their side."""
        yes, no, mixed = _KEPT_BACK * self.yes, _KEPT_BACK * self.no, _KEPT_BACK * self.mixed
        return Answer(yes, no, 1 - yes - no - mixed, mixed)


def pairs_needed(
    questions: Iterable[Question], claims: Iterable[Claim], vectors: Mapping[str, Vector]
) -> tuple[tuple[str, str], ...]:
    """List the pairs that the learned judge should read: near enough to a question, each once, sorted.

    ``vectors`` maps anchors and stance texts to centred vectors.
    """
    texts = sorted({sense(claim).text for claim in claims})
    pairs: set[tuple[str, str]] = set()
    for question in questions:
        sides = anchors(question)
        axis = make_axis(sides, vectors, question.id)
        near = [text for text in texts if axis.nearness(vectors[text]) >= CANDIDATE]
        pairs.update((question.text, text) for text in near)
    return tuple(sorted(pairs))


class StanceJudge:
    """Judges claims against all questions. ``vectors`` holds the anchors; ``scores`` the learned judge's pairs."""

    def __init__(
        self, questions: Iterable[Question], vectors: Mapping[str, Vector], scores: Scores | None = None
    ) -> None:
        self._questions = tuple(questions)
        self._axes = [make_axis(anchors(question), vectors, question.id) for question in self._questions]
        self._scores = scores or {}

    def judge(self, claim: Claim, vector: Vector) -> tuple[Stance, ...]:
        """Return the stance of a claim to each question; ``vector`` is that of its stance text."""
        meant = sense(claim)
        return tuple(self._one(number, meant, vector) for number in range(len(self._questions)))

    def answer(self, number: int, text: str, vector: Vector) -> Answer:
        """Return how a bare text answers the question of that number, whoever says it."""
        axis = self._axes[number]
        seen = _by_axis(axis, vector)
        read = _read(self._questions[number], text, self._scores)
        if read is None:
            return seen
        # What templates make of a question shows only how near its own words are: there the judge decides alone.
        none = read.none if axis.derived else max(read.none * _farther(axis.nearness(vector), PARAPHRASE), seen.none)
        return _joined(read, seen, none)

    def _one(self, number: int, meant: Sense, vector: Vector) -> Stance:
        question, answer = self._questions[number], self.answer(number, meant.text, vector)
        if meant.turned:
            answer = answer.turned
        if meant.withheld:
            answer = answer.kept_back
        label, probability = _decide(answer, meant.firmness)
        leaning = _side(answer) if label == "abstain" else None
        return Stance(question.id, label, round(probability, 4), leaning)


def pooled(whole: Answer, parts: Sequence[Answer]) -> Answer:
    """Join the answer of a text of several sentences with those of its sentences: the mean of their log odds.

    Each sentence is an opinion of its own, and a judge that reads many at once may miss the one that decides. Whether
    the text takes a side at all is seen from the whole.
    """
    odds = [math.log(max(one.yes, _TINY) / max(one.no, _TINY)) for one in (whole, *parts)]
    yes = 1 / (1 + math.exp(-sum(odds) / len(odds)))
    sides = whole.yes + whole.no
    return Answer(sides * yes, sides * (1 - yes), whole.none, whole.mixed)


def _read(question: Question, text: str, scores: Scores) -> Answer | None:
    """Return what the learned judge says; None when it has not read the text."""
    row = scores.get((question.text, text))
    return None if row is None else Answer(*(float(value) for value in row))


def _joined(read: Answer, seen: Answer, none: float) -> Answer:
    """Join two opinions: odds of the sides are multiplied, ``mixed`` is the judge's alone.

    A text bears on a question only where both think so: the judge gives facts near the topic a side, and vectors find
    near what shares its words. So ``none`` is as likely as the one who thinks it likelier says.
    """
    yes, no = read.yes * seen.yes, read.no * seen.no
    mixed = read.mixed * (1 - none) / (1 - read.none) if read.none < 1 else 0.0
    rest = (1 - none - mixed) / (yes + no) if yes + no > 0 else 0.0
    return Answer(yes * rest, no * rest, none, mixed)


def _by_axis(axis: Axis, vector: Vector) -> Answer:
    """Return probabilities from vectors alone."""
    none = max(_NEVER_SURE, _farther(axis.nearness(vector), ABOUT))
    lean = axis.lean(vector)
    return Answer(lean * (1 - none), (1 - lean) * (1 - none), none)


def _farther(nearness: float, bound: float) -> float:
    """Return how likely a text lies farther off than a bound, in truth."""
    return 1 / (1 + math.exp(_SHARPNESS * (nearness - bound)))


def _decide(answer: Answer, firmness: float) -> tuple[StanceLabel, float]:
    """Name the likeliest answer with its probability, or abstain when the sides are about as likely."""
    yes, no, none, mixed = answer
    sides = yes + no
    if none >= max(sides, mixed):
        return "none", none
    if mixed > sides:
        return "mixed", mixed
    sure = max(yes, no) / sides
    probability = (0.5 + (sure - 0.5) * firmness) * sides
    if sure < _DECIDED or probability < _NAMED:
        return "abstain", 1 - probability
    return _side(answer), probability


def _side(answer: Answer) -> StanceLabel:
    return "yes" if answer.yes > answer.no else "no"
