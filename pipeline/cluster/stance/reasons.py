"""Why a claim was given its stance: the parts that a judgement is made of, for ``explain``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.cluster.stance.answer import Answer, Beside
from pipeline.cluster.stance.judge import StanceJudge
from pipeline.cluster.stance.sense import Sense, sense
from pipeline.cluster.stance.surroundings import RARE
from pipeline.records import Claim, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    Vector = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reasons:
    """What one stance rests on. All but ``stance`` speaks of the words alone, whoever stands behind them."""

    stance: Stance
    """What the judge says of the claim; a literal opposite elsewhere in a corpus may still decide otherwise."""
    meant: Sense
    """The words that were judged, whether their holder commits to their opposite, and how firmly."""
    nearness: float
    """Cosine with the nearest texts of the question; see :mod:`.candidates` for what the learned judge reads."""
    beside: tuple[Beside, ...]
    lean: float
    """Probability of yes against no by the vectors."""
    likeness: float | None
    """How much likelier than usual it is that these words bear on the question, by their likeness with its statements;
    None where that was not asked."""
    answer: Answer
    """All readings and vectors together."""
    rarity: float
    """How much likelier than by the judge's odds it is, where the claim stands, that one takes no side on the question;
    ``usual`` is that where nothing is known of what stands around."""
    usual: float = RARE


def reasons(judge: StanceJudge, claim: Claim, vector: Vector, rare: Sequence[float] = ()) -> tuple[Reasons, ...]:
    """Return why a claim was given its stances, one per question; the arguments are those of the judgement."""
    stances, meant = judge.judge(claim, vector, rare), sense(claim)
    rare = rare or [RARE] * len(stances)
    return tuple(_one(judge, number, stance, meant, vector, rare[number]) for number, stance in enumerate(stances))


def _one(judge: StanceJudge, number: int, stance: Stance, meant: Sense, vector: Vector, rare: float) -> Reasons:
    return Reasons(
        stance=stance,
        meant=meant,
        nearness=judge.nearness(number, vector),
        beside=tuple(judge.beside(number, meant.text, vector)),
        lean=judge.lean(number, vector),
        likeness=judge.likeness(number, meant.text),
        answer=judge.answer(number, meant.text, vector),
        rarity=rare,
    )
