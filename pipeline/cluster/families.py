"""Claim families: the same assertion in other words or in another language is one family, an opposite one never.

What claims assert or deny is compared by average linkage over centred vectors (:mod:`pipeline.cluster.linkage`);
negation, stance, opposite words, numbers and names veto (:mod:`pipeline.cluster.veto`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from pipeline.cluster.identity import keep_ids
from pipeline.cluster.linkage import SAME, Ints, Within, average, link
from pipeline.cluster.memory import Kept, Memory, fingerprints, remembered
from pipeline.cluster.neighbours import CELLED, Floats
from pipeline.cluster.statements import Statement, amounts, days, folded, names
from pipeline.cluster.veto import traits


def families(
    statements: Sequence[Statement], previous: Iterable[tuple[str, str]] = (), memory: Memory | None = None
) -> dict[str, str]:
    """Map each claim id to its family id, which outlives the run through ``previous`` (claim id, family id).

    ``statements`` come oldest first and judged; a family is named after its earliest claim. What ``memory`` holds of
    the last grouping saves time and changes nothing.
    """
    if not statements:
        return {}
    labels = partition(statements, memory=memory)
    members: list[list[str]] = [[] for _ in range(int(labels.max()) + 1)]
    for statement, label in zip(statements, labels.tolist(), strict=True):
        members[label].append(statement.claim.id)
    ids = keep_ids("f1_", members, previous)
    return {claim: name for name, claims in zip(ids, members, strict=True) for claim in claims}


def partition(statements: Sequence[Statement], threshold: float = SAME, memory: Memory | None = None) -> Ints:
    """Label statements by family, from 0 in their order."""
    keys = [repr(_same_words(statement)) for statement in statements]
    chosen: dict[str, Statement] = {}
    for key, statement in zip(keys, statements, strict=True):
        chosen.setdefault(key, statement)
    order = sorted(chosen)  # of the words alone: a later document must not turn a tie
    kept = [chosen[key] for key in order]
    vectors = np.concatenate([s.vector for s in kept]).reshape(len(kept), -1)
    if memory is None:
        labels = link(vectors, threshold, within=_linking(kept, vectors, threshold))
    else:
        facts = ["\0".join((key, s.point, s.article.id)) for key, s in zip(order, kept, strict=True)]
        labels = _carried_on(kept, fingerprints(vectors, facts), vectors, threshold, memory)
    of = dict(zip(order, labels.tolist(), strict=True))
    found = np.array([of[key] for key in keys], dtype=np.int64)
    _, first, inverse = np.unique(found, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[inverse].astype(np.int64)


def _carried_on(
    statements: Sequence[Statement], rows: Sequence[bytes], vectors: Floats, threshold: float, memory: Memory
) -> Ints:
    """Link what is not in memory, and leave there what the next grouping needs."""
    before = memory.recall(threshold)
    used: dict[bytes, Ints] = {}
    within = remembered(_linking(statements, vectors, threshold), rows, before.parts, used)
    edges = before.renew(rows, vectors, threshold)
    labels = link(vectors, threshold, edges=edges, within=within)
    memory.keep(Kept(tuple(rows), edges if len(rows) <= CELLED else None, used), threshold)
    return labels


def _linking(statements: Sequence[Statement], vectors: Floats, threshold: float) -> Within:
    """Return the function that links one component. Most claims stand alone, and their traits are not asked for."""

    def within(members: Ints) -> Ints:
        own = traits([statements[n] for n in members.tolist()])
        inside = np.arange(len(members), dtype=np.int64)
        return average(vectors[members], inside, threshold, own.conflicts)

    return within


def _same_words(statement: Statement) -> tuple[object, ...]:
    """Key that joins repetitions before linkage, so that a thousand copies weigh as one."""
    own = (folded(statement.point), statement.claim.language, statement.inverted, statement.signs)
    return (*own, amounts(statement), names(statement), days(statement))
