"""Literal opposites lie on opposite sides: where two readings contradict each other, the surer one decides both.

"Scaling has hit a wall" and "Scaling has not hit a wall" cannot both be a yes, whatever a reader of single texts says
of each. The test is that of the families' veto: all but the same words, one of them negated or denied.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from pipeline.cluster.neighbours import pairs_above
from pipeline.cluster.statements import SURE, Statement
from pipeline.cluster.veto import TWIN
from pipeline.records import Stance, StanceLabel

_OTHER: dict[StanceLabel, StanceLabel] = {"yes": "no", "no": "yes"}


def reconciled(judged: Sequence[Statement]) -> list[Statement]:
    """Give a statement the side opposite to its surest literal opposite, if it was read as the same side or left open.

    Statements that are read as not about a question stay so, and so do those that are surer than their opposites.
    """
    found = [list(s.stances) for s in judged]
    opposites = _opposites(judged)
    for question in range(len(judged[0].stances) if judged else 0):
        for at in sorted(opposites):
            own = judged[at].stances[question]
            seen = [(judged[other].stances[question], near) for other, near in opposites[at]]
            seen = [(stance, near) for stance, near in seen if stance.label in _OTHER]
            other, near = max(seen, key=lambda s: (s[0].probability, s[1]), default=(own, 0.0))
            if _contradict(own, other):
                sure = round(other.probability * near, 4)
                found[at][question] = replace(own, label=_OTHER[other.label], probability=sure, leaning=None)
    return [replace(s, stances=tuple(own)) for s, own in zip(judged, found, strict=True)]


def _contradict(own: Stance, other: Stance) -> bool:
    """Tell whether a surely read opposite shows that a reading is wrong or fills one that was left open."""
    if other.label not in _OTHER or other.probability < SURE:
        return False
    return own.label == "abstain" or (own.label == other.label and own.probability < other.probability)


def _opposites(judged: Sequence[Statement]) -> dict[int, list[tuple[int, float]]]:
    """Return (index, cosine) of the literal opposites of each statement that has any, among those that take a side."""
    taking = [at for at, s in enumerate(judged) if any(stance.label != "none" for stance in s.stances)]
    if not taking:
        return {}
    rows, turned = np.stack([judged[at].vector for at in taking]), np.array([judged[at].inverted for at in taking])
    found: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for left, right, _ in pairs_above(rows, TWIN):
        unlike = turned[left] != turned[right]
        for one, other in zip(left[unlike].tolist(), right[unlike].tolist(), strict=True):
            near = round(float(rows[one] @ rows[other]), 4)
            found[taking[one]].append((taking[other], near))
            found[taking[other]].append((taking[one], near))
    return found
