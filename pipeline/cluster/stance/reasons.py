"""Why a claim was given its stance: the parts that a judgement is made of, for ``explain``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pipeline.cluster.stance.answer import Answer
from pipeline.cluster.stance.judge import CANDIDATE, RARE, StanceJudge, _wordings
from pipeline.cluster.stance.sense import Sense, sense
from pipeline.records import Claim, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    Vector = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Beside:
    """A statement that the words were to be read beside, and what the learned judge said of the pair.

    ``side`` is that of the statement; None where it is the question itself. In ``said`` yes means that the words agree
    with the statement (or answer the question with yes); it is None where the judge has not read the pair.
    """

    statement: str
    side: Literal["yes", "no"] | None
    said: Answer | None


@dataclass(frozen=True, slots=True)
class Reasons:
    """What one stance rests on. All but ``stance`` speaks of the words alone, whoever stands behind them."""

    stance: Stance
    """What the judge says of the claim; a literal opposite elsewhere in a corpus may still decide otherwise."""
    meant: Sense
    """The words that were judged, whether their holder commits to their opposite, and how firmly."""
    nearness: float
    """Cosine with the nearest texts of the question; from ``needed`` on the learned judge reads a claim."""
    needed: float
    beside: tuple[Beside, ...]
    lean: float
    """Probability of yes against no by the vectors."""
    likeness: float | None
    """How much likelier than usual it is that these words bear on the question, by their likeness with its statements;
    None where that was not asked."""
    answer: Answer
    """All readings and vectors together."""
    rarity: float
    """How much likelier than among the texts of the judge's calibration it is in this article that a claim takes no
    side on the question; ``usual`` is that of any article."""
    usual: float = RARE


def reasons(judge: StanceJudge, claim: Claim, vector: Vector, rarities: Sequence[float] = ()) -> tuple[Reasons, ...]:
    """Return why a claim was given its stances, one per question; the arguments are those of the judgement."""
    stances, meant = judge.judge(claim, vector, rarities), sense(claim)
    rare = rarities or [RARE] * len(stances)
    return tuple(_one(judge, number, stance, meant, vector, rare[number]) for number, stance in enumerate(stances))


def _one(judge: StanceJudge, number: int, stance: Stance, meant: Sense, vector: Vector, rare: float) -> Reasons:
    measured = judge._likeness[number] is not None and meant.text in judge._points
    return Reasons(
        stance=stance,
        meant=meant,
        nearness=judge.nearness(number, vector),
        needed=CANDIDATE,
        beside=_beside(judge, number, meant.text, vector),
        lean=judge._axes[number].lean(vector),
        likeness=1 / judge._unlike(number, meant.text) if measured else None,
        answer=judge.answer(number, meant.text, vector),
        rarity=rare,
    )


def _beside(judge: StanceJudge, number: int, text: str, vector: Vector) -> tuple[Beside, ...]:
    sides, found = judge._sides[number], []
    for wording, against in _wordings(judge._questions[number], sides, judge._axes[number], vector):
        row = judge._scores.get((wording, text))
        side: Literal["yes", "no"] | None = None if sides.derived else ("no" if against else "yes")
        found.append(Beside(wording, side, None if row is None else Answer(*map(float, row))))
    return tuple(found)
