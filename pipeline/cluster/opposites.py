"""Literal opposites lie on opposite sides: where two readings contradict each other, the surer one decides both.

"Scaling has hit a wall" and "Scaling has not hit a wall" cannot both be a yes, whatever a reader of single texts says
of each. The test is that of the families' veto: all but the same words, one of them negated or denied.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from pipeline.cluster.linkage import pairs_above
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
            best = max(
                ((o.probability, near, o) for other, near in opposites[at] for o in [judged[other].stances[question]]),
                key=lambda seen: seen[:2],
            )
            if _contradict(own, best[2]):
                side = _OTHER[best[2].label]
                found[at][question] = replace(own, label=side, probability=round(best[0] * best[1], 4), leaning=None)
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
    rows = np.stack([judged[at].vector for at in taking])
    found: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for left, right in pairs_above(rows, TWIN):
        one, other = taking[left], taking[right]
        if judged[one].inverted != judged[other].inverted:
            near = round(float(rows[left] @ rows[right]), 4)
            found[one].append((other, near))
            found[other].append((one, near))
    return found
