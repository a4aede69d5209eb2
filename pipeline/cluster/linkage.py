"""Average linkage over many vectors: exact pairs above a threshold, their components, linkage inside each.

A merge under average linkage needs at least one pair above the cut, so clusters never cross the components of the
graph of such pairs: cutting each component alone gives the partition of the whole. Similarities come from blocked
matrix products, so memory stays bounded. Beyond a size they are first bounded from above by a few coordinates, which
leaves out nearly all pairs for a sixth of the work; no approximate index is involved, so the result is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Conflicts = Callable[[Ints, Floats], Bools]
"""(indices of n vectors, their n x n cosines) -> n x n pairs that must not stand together."""

SAME = 0.6
"""Mean cosine at which two sets of claims say the same. On sentences of parallel documents in six languages among
others on the same matter, .6 gave the best adjusted Rand index (.96; .94 at .55, .95 at .65), and so it did on
English paraphrases; vectors are centred per language."""
SAME_ON_TOPIC = 0.4
"""The same once what a topic's texts have in common is taken out (:func:`pipeline.cluster.matching.apart`)."""
TWINS = 0.8
"""Cosine from which texts count as one when a topic's mean is taken, so that an echo does not become the topic."""
BLOCK = 2048
SCREENED, WIDTH = 6000, 64
"""Number of vectors from which pairs are first sought among their shadows, and the width of a shadow. At .6 a third
more pairs than there are come through."""
ROUNDING = 1e-5
"""What the sums of a matrix product may be off by."""
LIMIT = 4000
"""Largest component that is linked as one (a matrix of 128 MB); a larger one is first cut at a higher threshold."""
STEP = 0.04
APART = 1e8
"""Distance of a pair in conflict: its share in the mean of 4000 x 4000 pairs still exceeds any cosine distance."""


def components(vectors: Floats, threshold: float) -> Ints:
    """Label the connected components of the graph of pairs with a cosine of at least ``threshold``.

    ``vectors`` is n x d, rows of length 1. Labels count from 0 in the order of first appearance.
    """
    count = len(vectors)
    labels = np.arange(count, dtype=np.int64)
    for rows, cols in pairs_above(vectors, threshold):
        if len(rows):
            labels = _merge(labels, rows, cols)
    return _in_order(labels)


def pairs_above(vectors: Floats, threshold: float) -> Iterator[tuple[Ints, Ints]]:
    """Give the pairs i < j of rows with a cosine of at least ``threshold``: (all i, all j), one band after another."""
    seen = shadows(vectors) if len(vectors) > SCREENED else vectors
    for top in range(0, len(vectors), BLOCK):
        found = [(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))]
        for left in range(top, len(vectors), 4 * BLOCK):
            close = seen[top : top + BLOCK] @ seen[left : left + 4 * BLOCK].T >= threshold - ROUNDING
            rows, cols = np.divmod(np.flatnonzero(close), close.shape[1])
            rows, cols = rows + top, cols + left
            found.append(_exact(vectors, rows[rows < cols], cols[rows < cols], threshold))
        yield np.concatenate([r for r, _ in found]), np.concatenate([c for _, c in found])


def shadows(vectors: Floats) -> Floats:
    """Return n x (WIDTH + 1) rows whose products are never below the cosines of ``vectors``, and seldom far above.

    A row holds the coordinates along the directions in which the vectors spread most, and the length of the rest: by
    Cauchy and Schwarz two rests add to a cosine at most the product of their lengths. A sixth of the work finds all
    pairs that the whole vectors would find.
    """
    _, axes = np.linalg.eigh(vectors.T @ vectors)
    kept = vectors @ np.ascontiguousarray(axes[:, ::-1][:, :WIDTH])
    rest = np.sqrt(np.maximum(1.0 - np.einsum("ij,ij->i", kept, kept), 0.0))
    return np.ascontiguousarray(np.concatenate([kept, rest[:, None]], axis=1), dtype=np.float32)


def _exact(vectors: Floats, rows: Ints, cols: Ints, threshold: float) -> tuple[Ints, Ints]:
    """Keep the pairs whose cosine reaches the threshold."""
    near = np.zeros(len(rows), dtype=np.bool_)
    for top in range(0, len(rows), 16 * BLOCK):
        part = slice(top, top + 16 * BLOCK)
        near[part] = np.einsum("ij,ij->i", vectors[rows[part]], vectors[cols[part]]) >= threshold
    return rows[near], cols[near]


def _merge(labels: Ints, rows: Ints, cols: Ints) -> Ints:
    """Join the components that new pairs connect. Only labels are kept, so memory does not grow with the pairs."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    ends = np.unique(labels[rows] * len(labels) + labels[cols])
    left, right = np.divmod(ends, len(labels))
    graph = coo_matrix((np.ones(len(ends), dtype=np.bool_), (left, right)), shape=(len(labels), len(labels)))
    _, joined = connected_components(graph, directed=False)
    return joined[labels].astype(np.int64)


def _in_order(labels: Ints) -> Ints:
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    return rank[inverse]


def link(vectors: Floats, threshold: float, conflicts: Conflicts | None = None, limit: int = LIMIT) -> Ints:
    """Cluster by average linkage cut at cosine ``threshold``; pairs in conflict never stand together.

    Returns labels from 0 in order of first appearance. Give rows in an order that depends on the items alone,
    since ties between equal distances go to the earlier row.
    """
    labels = np.full(len(vectors), -1, dtype=np.int64)
    used = 0
    for members in _parts(vectors, np.arange(len(vectors), dtype=np.int64), threshold, limit):
        inside = _link_part(vectors[members], members, threshold, conflicts)
        labels[members] = inside + used
        used += int(inside.max()) + 1
    return _in_order(labels)


def unit(rows: npt.NDArray[np.floating]) -> Floats:
    """Return rows of length 1; a row of zeros stays one."""
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows, dtype=np.float64))
    return np.asarray(rows / np.where(lengths > 0, lengths, 1.0)[:, None], dtype=np.float32)


def _parts(vectors: Floats, members: Ints, threshold: float, limit: int) -> list[Ints]:
    """Split into components; what is above the limit is split again at a higher threshold."""
    labels = components(vectors[members], threshold)
    order = np.argsort(labels, kind="stable")
    bounds = np.flatnonzero(np.diff(labels[order])) + 1
    parts: list[Ints] = []
    for part in np.split(members[order], bounds) if len(members) else []:
        if len(part) <= limit:
            parts.append(part)
        elif threshold + STEP < 1:
            parts += _parts(vectors, part, threshold + STEP, limit)
        else:  # thousands of all but equal vectors: any cut is as good
            parts += np.array_split(part, -(-len(part) // limit))
    return parts


def _link_part(vectors: Floats, members: Ints, threshold: float, conflicts: Conflicts | None) -> Ints:
    """Average linkage inside one component."""
    count = len(members)
    if count == 1:
        return np.zeros(1, dtype=np.int64)
    from scipy.cluster.hierarchy import fcluster, linkage

    cosines = vectors @ vectors.T
    distances = np.round(1.0 - cosines.astype(np.float64), 6)
    if conflicts is not None:
        distances[conflicts(members, cosines)] = APART
    condensed = np.maximum(distances[np.triu_indices(count, 1)], 0.0)
    return fcluster(linkage(condensed, "average"), 1.0 - threshold, "distance").astype(np.int64) - 1
