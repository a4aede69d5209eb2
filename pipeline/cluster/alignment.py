"""Sentences of one article that render sentences of another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.cluster.linkage import Floats
from pipeline.cluster.overlap import profiles

MATCH = 0.55
"""Cosine from which a best partner counts as a rendering (centred vectors: pairs of translations lie at .74 +- .11,
other sentences of one article at .23, of which one in a hundred above .61)."""
SHARED = 0.4
"""Weight, beside the cosine, of the pieces of words that two sentences share: names and figures that a translation
keeps. Anchors of that kind are as old as sentence alignment (Melamed 1999)."""


Texts = tuple[Sequence[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Aligned sentence pairs (index in A, index in B), of ``of_a`` and ``of_b`` sentences."""

    pairs: tuple[tuple[int, int], ...]
    chain: int
    """Length of the longest run of pairs that keeps the order of both articles."""
    of_a: int
    of_b: int

    @property
    def share_a(self) -> float:
        """Share of A's sentences that have a partner, 0..1."""
        return len(self.pairs) / self.of_a if self.of_a else 0.0

    @property
    def share_b(self) -> float:
        """Share of B's sentences that have a partner, 0..1."""
        return len(self.pairs) / self.of_b if self.of_b else 0.0

    @property
    def order(self) -> float:
        """Share of the pairs that keep the order, 0..1: near 1 for a translation, lower for a retelling."""
        return self.chain / len(self.pairs) if self.pairs else 0.0


def align(a: Floats, b: Floats, least: float = MATCH) -> Alignment:
    """Pair the rows of two matrices one to one, as :func:`partners` does, where the cosine is at least ``least``."""
    cosines = a @ b.T if len(a) and len(b) else None
    pairs = tuple((i, j) for i, j in partners(a, b) if cosines is not None and cosines[i, j] >= least)
    return Alignment(pairs, _rising([j for _, j in pairs]), len(a), len(b))


def partners(a: Floats, b: Floats, texts: Texts | None = None) -> tuple[tuple[int, int], ...]:
    """Pair the rows of two matrices (n, d) and (m, d) one to one so that the sum of cosines is largest.

    A sentence has one translation: giving each its nearest neighbour lets a few short sentences that lie near to
    everything take many partners. ``texts`` are the n and m sentences: then the pieces of words that two share count
    as well. Returns min(n, m) pairs (row of A, row of B), by row of A. Method: linear sum assignment (Crouse 2016, as
    in SciPy).
    """
    if not len(a) or not len(b):
        return ()
    from scipy.optimize import linear_sum_assignment

    likeness = a @ b.T if texts is None else a @ b.T + SHARED * _shared(*texts)
    rows, columns = linear_sum_assignment(likeness, maximize=True)
    return tuple(zip(rows.tolist(), columns.tolist(), strict=True))


def _shared(left: Sequence[str], right: Sequence[str]) -> Floats:
    """Return how many of their rarer pieces of words every two texts share, 0 to 1: a matrix of left by right."""
    words, many = profiles([*left, *right]), len(left)
    shared = words[np.arange(many)] @ words[np.arange(many, many + len(right))].T
    return np.asarray(shared.toarray(), dtype=np.float32)


def _rising(values: list[int]) -> int:
    """Return the length of the longest subsequence that never falls (patience sorting, n log n)."""
    tails: list[int] = []
    for value in values:
        at = bisect_right(tails, value)
        tails[at : at + 1] = [value]
    return len(tails)
