"""Stance: does a claim answer yes or no to a question, for the holder who commits to it.

In: questions; per claim the vector of its :func:`stance_text` (centred per language); the vectors of
    :func:`anchor_texts`; and, where the learned judge has read them, scores of the pairs that :func:`pairs_needed`
    and then :func:`pairs_in_doubt` list, and the point encoder's vectors of :func:`points_needed`. Whoever calls
    computes vectors and scores: this room knows no model.
Out: one ``Stance`` per question and claim: yes, no, mixed, none (not about it) with the probability of that label, or
    ``abstain`` where neither side is likely enough. :func:`reasons` takes such a judgement apart.
Raises: ``ReadError`` when an anchor has no vector.
Invariants: pure; a claim's stance depends on that claim, the others of its article, the question and the models alone.
    A denied or rebutted statement counts for the opposite side; a doubted one weakly so; a reported one for whom it is
    reported of.
How to add one: a language for questions without statements of their own: its lines in ``data/templates.yaml``.
"""

from __future__ import annotations

from pipeline.cluster.stance.anchors import anchor_texts
from pipeline.cluster.stance.answer import Beside, pooled
from pipeline.cluster.stance.candidates import pairs_in_doubt, pairs_needed, points_needed
from pipeline.cluster.stance.judge import StanceJudge
from pipeline.cluster.stance.reasons import Reasons, reasons
from pipeline.cluster.stance.sense import Sense, sense, stance_text

__all__ = [
    "Beside",
    "Reasons",
    "Sense",
    "StanceJudge",
    "anchor_texts",
    "pairs_in_doubt",
    "pairs_needed",
    "points_needed",
    "pooled",
    "reasons",
    "sense",
    "stance_text",
]
