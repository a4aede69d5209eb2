"""Pairs of vectors with a cosine above a threshold: exact up to a size, through cells beyond it.

Similarities come from blocked matrix products, so memory stays bounded. They are first bounded from above by some
coordinates, which leaves out nearly all pairs for less work and loses none. That still grows with the square of the
vectors; from :data:`CELLED` on, only what shares a cell is compared (:mod:`pipeline.cluster.cells`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Pairs = tuple[Ints, Ints, Floats]
"""(indexes i, indexes j, cosines), i < j."""

BLOCK = 2048
SCREENED = 6000
"""Number of vectors from which pairs are first sought among their shadows."""
WIDTHS, CHECK = (64, 128, 192, 256), 20_000
"""Widths of a shadow, and what it costs to look up one pair that comes through, in products of two coordinates. Of the
claims of 280 articles on one matter, 64 coordinates let a quarter of all pairs through, 192 one in 400."""
CELLED = 131_072
"""Number of vectors beyond which pairs are sought in cells alone. Up to here the search is exact and its result can be
carried on from run to run; see ``benchmarks/cluster_scale.py --recall`` for what cells cost and lose."""
ROUNDING = 1e-5
"""What the sums of a matrix product may be off by."""
CROWDED = 64
"""Pairs a vector, on the whole, beyond which they are not held: texts that are all but the same give billions."""


@dataclass(frozen=True, slots=True)
class Edges:
    """All pairs above a threshold: three arrays of one length, ``left < right``, each pair once, in any order."""

    left: npt.NDArray[np.int32]
    right: npt.NDArray[np.int32]
    cosine: Floats

    @classmethod
    def of(cls, bands: Iterable[Pairs], most: int) -> Edges | None:
        """Collect pairs; None if there are more than ``most``."""
        found, count = [cls(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.float32))], 0
        for left, right, cosine in bands:
            count += len(left)
            if count > most:
                return None
            found.append(cls(left.astype(np.int32), right.astype(np.int32), cosine))
        return cls(*(np.concatenate([getattr(e, name) for e in found]) for name in ("left", "right", "cosine")))

    def where(self, kept: npt.NDArray[np.bool_]) -> Edges:
        """Return a part of the pairs, by a mask."""
        return Edges(self.left[kept], self.right[kept], self.cosine[kept])


def edges_above(vectors: Floats, threshold: float) -> Edges | None:
    """Return the pairs with a cosine of at least ``threshold``; None when there are too many to hold."""
    return Edges.of(pairs_above(vectors, threshold), crowd(len(vectors)))


def crowd(count: int) -> int:
    """Return how many pairs of ``count`` vectors are held at most."""
    return CROWDED * max(count, 16 * BLOCK)


def pairs_above(vectors: Floats, threshold: float) -> Iterator[Pairs]:
    """Give the pairs of rows (n x d, length 1) with a cosine of at least ``threshold``, one band after another.

    Exact up to ``CELLED`` rows, beyond that all but a few. Which pairs are found does not depend on the order of rows.
    """
    if len(vectors) <= CELLED:
        yield from exact_pairs(vectors, threshold)
    else:
        from pipeline.cluster.cells import cell_pairs

        yield from cell_pairs(vectors, threshold)


def exact_pairs(vectors: Floats, threshold: float) -> Iterator[Pairs]:
    """Give all pairs: time grows with their square."""
    seen = shadows(vectors, threshold) if len(vectors) > SCREENED else vectors
    for top in range(0, len(vectors), BLOCK):
        found = [_NONE]
        for left in range(top, len(vectors), 4 * BLOCK):
            rows, cols = close(seen[top : top + BLOCK], seen[left : left + 4 * BLOCK], threshold)
            rows, cols = rows + top, cols + left
            found.append(confirmed(vectors, rows[rows < cols], cols[rows < cols], threshold))
        yield joined(found)


def pairs_with(vectors: Floats, fresh: Ints, threshold: float) -> Iterator[Pairs]:
    """Give all pairs of which at least one row is ``fresh`` (sorted indexes); exact, for few of many."""
    new = np.zeros(len(vectors), dtype=np.bool_)
    new[fresh] = True
    for top in range(0, len(fresh), BLOCK):
        own, found = fresh[top : top + BLOCK], [_NONE]
        for left in range(0, len(vectors), 4 * BLOCK):
            rows, cols = close(vectors[own], vectors[left : left + 4 * BLOCK], threshold)
            rows, cols = own[rows], cols + left
            once = (rows < cols) | ~new[cols]  # a pair of two fresh rows is met twice
            rows, cols = rows[once], cols[once]
            found.append(confirmed(vectors, np.minimum(rows, cols), np.maximum(rows, cols), threshold))
        yield joined(found)


def close(some: Floats, others: Floats, threshold: float) -> tuple[Ints, Ints]:
    """Return the indexes of pairs that may reach the threshold."""
    near = some @ others.T >= threshold - ROUNDING
    rows, cols = np.divmod(np.flatnonzero(near), near.shape[1])
    return rows, cols


def confirmed(vectors: Floats, rows: Ints, cols: Ints, threshold: float) -> Pairs:
    """Keep the pairs whose cosine reaches the threshold.

    Each cosine is summed by itself, so that it does not depend on what else is compared at the time, as the digits of
    a matrix product do.
    """
    cosine = np.empty(len(rows), dtype=np.float32)
    for top in range(0, len(rows), 16 * BLOCK):
        part = slice(top, top + 16 * BLOCK)
        cosine[part] = np.einsum("ij,ij->i", vectors[rows[part]], vectors[cols[part]])
    kept = cosine >= threshold
    return rows[kept], cols[kept], cosine[kept]


def joined(found: list[Pairs]) -> Pairs:
    """Join bands of pairs."""
    rows, cols, cosines = zip(*found, strict=True)
    return np.concatenate(rows), np.concatenate(cols), np.concatenate(cosines)


_NONE: Pairs = (np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32))


def shadows(vectors: Floats, threshold: float, typical: tuple[Ints, Ints] | None = None) -> Floats:
    """Return rows whose products are never below the cosines of ``vectors`` (n x d), and seldom reach the threshold.

    A row holds the coordinates along the directions in which the vectors spread most, and the length of the rest: by
    Cauchy and Schwarz two rests add to a cosine at most the product of their lengths. How many coordinates cost least
    is estimated on ``typical`` pairs of what will be compared; where none save any work, the vectors stay as they are.
    """
    _, axes = np.linalg.eigh(vectors.T @ vectors)
    axes = np.ascontiguousarray(axes[:, ::-1])
    left, right = typical if typical and len(typical[0]) else _spaced(len(vectors))
    some, others = vectors[left] @ axes, vectors[right] @ axes
    costs = {vectors.shape[1]: float(vectors.shape[1])}
    for width in WIDTHS:
        one, other = _cut(some, width), _cut(others, width)
        costs[width] = width + CHECK * float((np.einsum("ij,ij->i", one, other) >= threshold).mean())
    best = min(costs, key=lambda width: (costs[width], width))
    return vectors if best >= vectors.shape[1] else _cut(vectors @ np.ascontiguousarray(axes[:, :best]), best)


def _cut(turned: Floats, width: int) -> Floats:
    """Keep some coordinates of unit vectors, and the length of the rest."""
    kept = turned[:, :width]
    rest = np.sqrt(np.maximum(1.0 - np.einsum("ij,ij->i", kept, kept), 0.0))
    return np.concatenate([kept, rest[:, None]], axis=1, dtype=np.float32)


def _spaced(count: int) -> tuple[Ints, Ints]:
    """Return some pairs from all over."""
    left = np.arange(0, count, max(1, count // 1024), dtype=np.int64)
    shifts = np.arange(1, 9, dtype=np.int64)[:, None] * max(1, count // 9)
    return np.tile(left, 8), ((left + shifts) % count).ravel()
