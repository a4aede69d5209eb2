"""The contrast axis: from the mean of the no-statements to the mean of the yes-statements.

Opposite statements lie close together among vectors, and clustering does not part them; along this one direction they
do part. It needs good statements for both sides, and reads "X denied that P" as P: see :mod:`.sense`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.cluster.stance.anchors import Anchors
from pipeline.errors import ReadError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vector = npt.NDArray[np.float32]

_STEEPNESS = 12.0
"""Turns a distance along the axis into log odds: statements of a side lie about .25 from the middle. By what our own
texts tell (``training/corpora/stance/debates-n*``) it should count less still, but the judge alone misses more of what
people say in a field's own images."""
_OF_TEMPLATES = 1.0
"""The same of an axis between sides that templates made: it shows the tone of a text more than what it says."""
_ENOUGH = 8
"""Statements of a side whose mean shows the side: that of two or three shows also what else they happen to speak of."""
_NEAREST = 11
"""Of so many anchors one counts for nearness: among many, the nearest one may share no more than a word with the text;
among few, each says something of its own, and the others are far from it."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Directions of one question. ``yes``, ``no``, ``about``: one row per anchor. ``derived``: made by templates."""

    direction: Vector
    middle: float
    yes: Vector
    no: Vector
    about: Vector
    derived: bool = False

    def lean(self, vector: Vector) -> float:
        """Return the probability of yes against no, as far as vectors tell.

        The axis shows what the statements of a side have in common, where there are enough of them; the nearest
        statement of each side what it says alone. Templates say nothing of their own.
        """
        import math

        along = float(vector @ self.direction) - self.middle
        if self.derived:
            return 1 / (1 + math.exp(-_OF_TEMPLATES * along))
        nearer = float((self.yes @ vector).max() - (self.no @ vector).max())
        weight = min(1.0, min(len(self.yes), len(self.no)) / _ENOUGH)
        return 1 / (1 + math.exp(-_STEEPNESS * (weight * along + (2 - weight) * nearer)))

    def nearness(self, vector: Vector) -> float:
        """Return the mean cosine of the nearest anchors: whether the text is about the question."""
        cosines = sorted((self.about @ vector).tolist(), reverse=True)[: max(1, round(len(self.about) / _NEAREST))]
        return float(sum(cosines) / len(cosines))


def make_axis(anchors: Anchors, vectors: Mapping[str, Vector], item: str) -> Axis:
    """Build the axis of a question from the vectors of its anchors.

    Raises:
        ReadError: an anchor has no vector.
    """
    import numpy as np

    def rows(texts: tuple[str, ...]) -> Vector:
        missing = next((text for text in texts if text not in vectors), None)
        if missing is not None:
            message = f"{item}: no vector for {missing[:60]!r}; embed everything that anchor_texts() lists"
            raise ReadError(message, item=item, kind="no-vector")
        return np.stack([np.asarray(vectors[text], np.float32) for text in texts])

    yes, no = rows(anchors.yes), rows(anchors.no)
    direction = (yes.mean(axis=0) - no.mean(axis=0)).astype(np.float32)
    length = float(np.sqrt(direction @ direction))
    direction = direction / length if length > 0 else direction
    middle = float((yes.mean(axis=0) + no.mean(axis=0)) @ direction) / 2
    return Axis(direction, middle, yes, no, rows(anchors.texts), anchors.derived)
