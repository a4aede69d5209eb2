"""Claim families: the same assertion in other words or in another language is one family, an opposite one never.

What claims assert or deny is compared by average linkage over centred vectors (:mod:`pipeline.cluster.linkage`);
negation, stance, opposite words, numbers and names veto (:mod:`pipeline.cluster.veto`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from pipeline.cluster.identity import keep_ids
from pipeline.cluster.linkage import SAME, Ints, link
from pipeline.cluster.statements import Statement, amounts, days, folded, names
from pipeline.cluster.veto import traits


def families(statements: Sequence[Statement], previous: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
    """Map each claim id to its family id, which outlives the run through ``previous`` (claim id, family id).

    ``statements`` come oldest first and judged; a family is named after its earliest claim.
    """
    if not statements:
        return {}
    labels = partition(statements)
    members: list[list[str]] = [[] for _ in range(int(labels.max()) + 1)]
    for statement, label in zip(statements, labels.tolist(), strict=True):
        members[label].append(statement.claim.id)
    ids = keep_ids("f1_", members, previous)
    return {claim: name for name, claims in zip(ids, members, strict=True) for claim in claims}


def partition(statements: Sequence[Statement], threshold: float = SAME) -> Ints:
    """Label statements by family, from 0 in their order."""
    keys = [_same_words(statement) for statement in statements]
    chosen: dict[tuple[object, ...], Statement] = {}
    for key, statement in zip(keys, statements, strict=True):
        chosen.setdefault(key, statement)
    order = sorted(chosen, key=repr)  # of the words alone: a later document must not turn a tie
    kept = [chosen[key] for key in order]
    labels = link(np.stack([s.vector for s in kept]), threshold, traits(kept).conflicts)
    of = dict(zip(order, labels.tolist(), strict=True))
    found = np.array([of[key] for key in keys], dtype=np.int64)
    _, first, inverse = np.unique(found, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[inverse].astype(np.int64)


def _same_words(statement: Statement) -> tuple[object, ...]:
    """Key that joins repetitions before linkage, so that a thousand copies weigh as one."""
    own = (folded(statement.point), statement.claim.language, statement.inverted, statement.signs)
    return (*own, amounts(statement), names(statement), days(statement))
