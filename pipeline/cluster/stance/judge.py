"""Stances from pair scores where there are any, and from the contrast axis otherwise."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.cluster.stance.anchors import anchors
from pipeline.cluster.stance.answer import Answer, Beside, Side, agreed, joined
from pipeline.cluster.stance.axis import Axis, make_axis
from pipeline.cluster.stance.candidates import Scores, wordings
from pipeline.cluster.stance.likeness import make_likeness
from pipeline.cluster.stance.sense import Sense, sense
from pipeline.cluster.stance.surroundings import ALONE, RARE, SURENESS, bears, rarities
from pipeline.records import Claim, Question, Stance, StanceLabel

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vector = npt.NDArray[np.float32]

ABOUT = 0.27
"""Nearness at which a claim is as likely about the question as not, as far as vectors tell."""
_SHARPNESS = 25.0
"""Turns nearness into log odds of being about the question."""
_NEVER_SURE = 0.2
"""Least probability that a claim near a question takes no side: vectors show a subject, not whether a side is taken."""
_ASIDE = 0.9
"""Least probability that a claim which the learned judge was not given to read takes no side: of such sentences in
whole articles one in fifty takes one (``benchmarks/first_pass.py``)."""
_DECIDED = 0.52
"""Least probability of a side against the other at which it is named."""
_BEARS = 0.5
"""Least probability of bearing on the question at which a side is named."""
_LIKELY = 0.5
"""Least probability at which a side is named: one that is less likely than not is no answer, but a leaning."""


class StanceJudge:
    """Judges claims against all questions.

    ``vectors`` holds the anchors, ``scores`` the learned judge's pairs, ``points`` what :func:`points_needed` lists.
    """

    def __init__(
        self,
        questions: Iterable[Question],
        vectors: Mapping[str, Vector],
        scores: Scores | None = None,
        points: Mapping[str, Vector] | None = None,
    ) -> None:
        self._questions = tuple(questions)
        self._sides = [anchors(question) for question in self._questions]
        self._axes = [make_axis(s, vectors, q.id) for s, q in zip(self._sides, self._questions, strict=True)]
        self._scores, self._points = scores or {}, points or {}
        self._likeness = [make_likeness(s, self._points) for s in self._sides]

    def judge(self, claim: Claim, vector: Vector, rare: Sequence[float] = ()) -> tuple[Stance, ...]:
        """Return the stance of a claim to each question; ``vector`` is that of its stance text.

        ``rare`` is how rare it is where the claim stands that one bears on the question (:meth:`rarities`), one number
        per question; without it, as where nothing stands around.
        """
        meant = sense(claim)
        rare = rare or [RARE] * len(self._questions)
        return tuple(self._one(number, meant, vector, rare[number]) for number in range(len(self._questions)))

    def rarities(self, claims: Sequence[tuple[Claim, Vector]]) -> list[tuple[float, ...]]:
        """Return for each claim of an article, per question, how rare it is where it stands that one bears on it.

        ``claims`` are all claims of the article with their vectors, in any order.
        """
        order = sorted(range(len(claims)), key=lambda at: claims[at][0].start)
        found = [
            rarities([self._bearing(number, *claims[at]) for at in order]) for number in range(len(self._questions))
        ]
        place = {at: rank for rank, at in enumerate(order)}
        return [tuple(column[place[at]] for column in found) for at in range(len(claims))]

    def _bearing(self, number: int, claim: Claim, vector: Vector) -> float:
        """Return the probability that a claim bears on a question by its own words; 0 where the judge did not read."""
        text = sense(claim).text
        read = self._read(number, text, vector)
        return 0.0 if read is None else bears(read.none, ALONE / (self.likeness(number, text) or 1.0), 1.0)

    def answer(self, number: int, text: str, vector: Vector) -> Answer:
        """Return how a bare text answers the question of that number, whoever says it."""
        return self._weighed(number, self._read(number, text, vector), vector)

    def nearness(self, number: int, vector: Vector) -> float:
        """Return how near a text is to the question of that number: the mean cosine of its nearest anchors."""
        return self._axes[number].nearness(vector)

    def _weighed(self, number: int, read: Answer | None, vector: Vector) -> Answer:
        seen = _by_axis(self._axes[number], vector)
        if read is not None:
            return joined(read, seen)
        return _aside(seen) if self._scores else seen

    def beside(self, number: int, text: str, vector: Vector) -> list[Beside]:
        """Return what a text was to be read beside for the question of that number, and what was said of each pair."""
        sides = self._sides[number]
        found = []
        for wording, against in wordings(self._questions[number], sides, self._axes[number], vector):
            row = self._scores.get((wording, text))
            side: Side | None = None if sides.derived else ("no" if against else "yes")
            found.append(Beside(wording, side, None if row is None else Answer(*map(float, row))))
        return found

    def lean(self, number: int, vector: Vector) -> float:
        """Return the probability of yes against no on the question of that number, by the vectors."""
        return self._axes[number].lean(vector)

    def likeness(self, number: int, text: str) -> float | None:
        """Return how much likelier than usual it is that a text like this one bears on the question of that number.

        The judge reads what a text says; whether it makes a point as people make them on the question is seen from its
        likeness with the question's statements. None where there are none, or the text was not encoded.
        """
        likeness, point = self._likeness[number], self._points.get(text)
        return None if likeness is None or point is None else math.exp(likeness.odds(point))

    def _read(self, number: int, text: str, vector: Vector) -> Answer | None:
        """Return what the learned judge says on the whole; None for a text that it has not read."""
        read = [one for one in self.beside(number, text, vector) if one.said is not None]
        return agreed([one.answer for one in read]) if read else None

    def _one(self, number: int, meant: Sense, vector: Vector, rare: float) -> Stance:
        question, read = self._questions[number], self._read(number, meant.text, vector)
        answer = self._weighed(number, read, vector)
        # Where the judge reads one side and vectors outweigh it with the other, nobody can tell.
        parted = read is not None and not self._sides[number].derived and _side(read) != _side(answer)
        # What vectors alone tell is never sure, and weighed as it is.
        rare, sureness = (1.0, 1.0) if read is None else (rare, SURENESS)
        if meant.turned:
            answer = answer.turned
        if meant.withheld:
            answer = answer.kept_back
        label, probability = _decide(answer, meant.firmness, bears(answer.none, rare, sureness))
        if label in ("yes", "no") and parted:
            label, probability = "abstain", 1 - probability
        leaning = _side(answer) if label == "abstain" else None
        return Stance(question.id, label, round(probability, 4), leaning)


def _by_axis(axis: Axis, vector: Vector) -> Answer:
    """Return probabilities from vectors alone."""
    none = max(_NEVER_SURE, _farther(axis.nearness(vector)))
    lean = axis.lean(vector)
    return Answer(lean * (1 - none), (1 - lean) * (1 - none), none)


def _aside(seen: Answer) -> Answer:
    """Return what to think of a text that the first pass found not worth reading: that it takes no side."""
    if seen.none >= _ASIDE:
        return seen
    kept = (1 - _ASIDE) / (1 - seen.none)
    return Answer(seen.yes * kept, seen.no * kept, _ASIDE)


def _farther(nearness: float) -> float:
    """Return how likely a text is not about the question, as far as vectors tell."""
    return 1 / (1 + math.exp(_SHARPNESS * (nearness - ABOUT)))


def _decide(answer: Answer, firmness: float, bearing: float) -> tuple[StanceLabel, float]:
    """Name the likeliest answer with its probability, or abstain. ``bearing``: how likely it bears on the question.

    That is where the sides are about as likely, and where a claim that the reading gives a side may, seen how few
    claims of a corpus bear on any one question, just as well not bear on it.
    """
    yes, no, none, mixed = answer
    sides = yes + no
    if none >= max(sides, mixed):
        return "none", none
    if mixed > sides:
        probability = bearing * mixed / (1 - none)
        return ("mixed", probability) if bearing >= _BEARS else ("abstain", 1 - probability)
    sure = max(yes, no) / sides
    probability = (0.5 + (sure - 0.5) * firmness) * bearing
    if sure < _DECIDED or bearing < _BEARS or probability < _LIKELY:
        return "abstain", 1 - probability
    return _side(answer), probability


def _side(answer: Answer) -> StanceLabel:
    return "yes" if answer.yes > answer.no else "no"
