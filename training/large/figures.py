"""How well scores of yes, no, none and mixed tell sides, and a side from none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import rankdata

SIDES = 2
"""The first two answers, yes and no, are sides; none and mixed are not."""


@dataclass(frozen=True)
class Figures:
    """Of ``pairs`` pairs; each figure is between 0 and 1, or nan where the set has not what it asks for.

    ``sides`` is the area under the curve of yes against no, and ``two`` the macro-F1, over pairs with a side by the
    margin between yes and no; ``all`` is the macro-F1 of the likeliest answer over the answers that occur; ``any`` is
    the area under the curve of yes or no against none or mixed.
    """

    pairs: int
    sides: float
    two: float
    all: float
    any: float

    def __str__(self) -> str:
        known = {
            "AUC yes/no": self.sides,
            "macro-F1 yes/no": self.two,
            "macro-F1": self.all,
            "AUC side/none": self.any,
        }
        told = [f"{name} {value:.3f}" for name, value in known.items() if not np.isnan(value)]
        return f"{self.pairs} pairs: {', '.join(told)}"


def figures(scores: np.ndarray, gold: np.ndarray) -> Figures:
    """Return the figures of scores, logits (n, 4), and the right columns (n)."""
    sided, margin = gold < SIDES, scores[:, 0] - scores[:, 1]
    by_margin = np.where(margin > 0, 0, 1)
    side = np.logaddexp(scores[:, 0], scores[:, 1]) - np.logaddexp(scores[:, 2], scores[:, 3])
    return Figures(
        pairs=len(gold),
        sides=area(margin[sided], gold[sided] == 0),
        two=macro(by_margin[sided], gold[sided], range(SIDES)),
        all=macro(scores.argmax(axis=1), gold, sorted(set(gold.tolist()))),
        any=area(side, sided),
    )


def area(values: np.ndarray, positive: np.ndarray) -> float:
    """Return the area under the curve: how often a positive value is above another one, ties counting as half.

    By ranks (Mann and Whitney 1947); nan without values of both kinds.
    """
    yes = int(positive.sum())
    no = len(positive) - yes
    if not yes or not no:
        return float("nan")
    return float((rankdata(values)[positive].sum() - yes * (yes + 1) / 2) / (yes * no))


def macro(found: np.ndarray, gold: np.ndarray, classes: Sequence[int]) -> float:
    """Return the mean over classes of F1, 0 for a class neither found nor asked for; nan without pairs."""
    if not len(gold):
        return float("nan")
    shared = [2 * np.sum((found == c) & (gold == c)) / max(1, np.sum(found == c) + np.sum(gold == c)) for c in classes]
    return float(np.mean(shared))
