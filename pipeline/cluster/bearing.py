"""Which claims lie so near a question that they can found a point: the rest may only join one.

That a text takes a side is decided claim by claim, and a judge of pairs gives facts near the topic a side too easily.
One such fact does little harm; two that resemble each other would stand as a point that nobody makes. So a point needs
a claim that lies near the question's own statements, once what all claims in the field share is taken out of both: in
a corpus on AI every text is near a question on AI. And it must be as like them, as a point that people make, as those
are that bear on the question by the judge's word (:mod:`pipeline.cluster.stance.likeness`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from pipeline.cluster.linkage import TWINS, unit
from pipeline.cluster.matching import shared, weights
from pipeline.cluster.stance.anchors import anchors
from pipeline.cluster.stance.likeness import make_likeness
from pipeline.cluster.statements import Statement
from pipeline.records import Question

if TYPE_CHECKING:
    from pipeline.cluster.corpus import Vectors

NEAR = 0.22
"""Least mean cosine with the nearest statements. Of our own texts on AI (``training/corpora/stance``, twelve languages)
.65 of those that take a side on the shipped question lie as near, and .12 of those that do not bear on it; beside the
claims of a large corpus on AI, .83 and .29."""
_NEAREST = 11
"""Of so many statements one counts, as for the judge: among many, the nearest may share no more than a word."""


def bearing(
    question: Question,
    number: int,
    judged: Sequence[Statement],
    vectors: Vectors,
    points: Vectors | None = None,
    *,
    learned: bool = True,
) -> frozenset[str] | None:
    """Return the ids of the claims on a side that lie near a question; None where nearness says nothing.

    What templates make of a question without statements shows only how near its own words are. ``number`` is the place
    of the question among the stances, ``points`` the point encoder's vectors as far as there are any. ``learned`` is
    whether the vectors are of the encoder whose losses between languages are known.
    """
    sides = anchors(question)
    sided = [s for s in judged if s.stances[number].label in ("yes", "no", "mixed")]
    if sides.derived or not sided:
        return None
    rows = np.stack([s.vector for s in sided])
    said = np.stack([vectors[text] for text in dict.fromkeys((*sides.yes, *sides.no))])
    common = shared(rows, TWINS)
    cosines = np.sort(unit(rows - common) @ unit(said - common).T, axis=1)
    near = cosines[:, -max(1, round(len(said) / _NEAREST)) :].mean(axis=1)
    lost = losses(weights().fidelity) if learned else {}
    least = NEAR * np.array([lost.get(s.claim.language, 1.0) for s in sided])
    close = [s for s, enough in zip(sided, near >= least, strict=True) if enough]
    likeness, known = make_likeness(sides, points or {}), points or {}
    if likeness is not None:
        close = [s for s in close if s.point not in known or likeness.odds(known[s.point]) >= 0]
    return frozenset(s.claim.id for s in close)


def losses(fidelity: Mapping[str, float]) -> dict[str, float]:
    """Return what is left of the cosine with a statement in the best known language, 1 for that language itself."""
    best = max(fidelity.values(), default=1.0)
    return {language: value / best for language, value in fidelity.items()}
