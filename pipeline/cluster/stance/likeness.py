"""How like the statements of a question a claim is, as points that people make: the odds that it bears on it.

The statements of both sides are points that are made on the question. The point encoder has learned which texts make
one point and which only speak of the same things; its vectors tell claims that bear on a question from those near its
subject better than the judge of pairs does, and both together better than either (``docs/design.md``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pipeline.cluster.stance.anchors import Anchors

if TYPE_CHECKING:
    import numpy.typing as npt

    Vector = npt.NDArray[np.float32]

_SHARPNESS = 14.0
"""Turns a cosine into log odds: what logistic regression gave, beside the judge's odds, on 2,847 texts beside 64
questions of our own (``training/corpora/stance/debates-n*``), and nearly (20) on 312 claims of real articles."""
_USUAL = 0.02
"""How much less like the statements than another statement a claim is that bears on the question as often as not
by the judge's word: of claims near a question on AI that took no side the mean was .05 less, of those that did .03
more."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The mean direction of the statements of both sides, and the cosine with it that one more would have."""

    centre: Vector
    own: float

    def odds(self, vector: Vector) -> float:
        """Return the log odds that a claim with this vector bears on the question, against what is usual."""
        return _SHARPNESS * (float(vector @ self.centre) - self.own + _USUAL)


def make_likeness(anchors: Anchors, points: Mapping[str, Vector]) -> Likeness | None:
    """Build the likeness of a question; None where it has no statements of its own, or some were not encoded."""
    texts = (*anchors.yes, *anchors.no)
    if anchors.derived or any(text not in points for text in texts):
        return None
    rows = np.stack([points[text] for text in texts])
    centre = rows.mean(axis=0)
    return Likeness((centre / np.sqrt(centre @ centre)).astype(np.float32), _expected(rows))


def _expected(rows: Vector) -> float:
    """Return the cosine with the centre of some statements that one more of their kind would have.

    From their mean cosine with each other, as the reliability of a sum follows from that of its parts (Spearman 1910,
    Brown 1910): with the centre of few statements each of them agrees better than the next would.
    """
    count = len(rows)
    near = max(0.0, (float((rows.sum(axis=0) ** 2).sum()) - count) / (count * (count - 1)))
    return float(near * np.sqrt(count / (1 + (count - 1) * near)))
