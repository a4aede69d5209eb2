"""Average linkage over many vectors: pairs above a threshold, their components, linkage inside each.

A merge under average linkage needs at least one pair above the cut, so clusters never cross the components of the
graph of such pairs: cutting each component alone gives the partition of the whole, and a component that no new vector
touches keeps its partition (:mod:`pipeline.cluster.memory`).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from pipeline.cluster.neighbours import Edges, edges_above, pairs_above
from pipeline.cluster.neighbours import Floats as Floats
from pipeline.cluster.neighbours import Ints as Ints

Bools = npt.NDArray[np.bool_]
Conflicts = Callable[[Ints, Floats], Bools]
"""(indices of n vectors, their n x n cosines) -> n x n pairs that must not stand together."""
Within = Callable[[Ints], Ints]
"""(indices of n vectors of one component) -> their labels, from 0."""

SAME = 0.6
"""Mean cosine at which two sets of claims say the same. On sentences of parallel documents in six languages among
others on the same matter, .6 gave the best adjusted Rand index (.96; .94 at .55, .95 at .65), and so it did on
English paraphrases; vectors are centred per language."""
SAME_ON_TOPIC = 0.4
"""The same once what a topic's texts have in common is taken out (:func:`pipeline.cluster.matching.apart`)."""
TWINS = 0.8
"""Cosine from which texts count as one when a topic's mean is taken, so that an echo does not become the topic."""
LIMIT = 4000
"""Largest component that is linked as one (a matrix of 128 MB); a larger one is first cut at a higher threshold."""
STEP = 0.04
APART = 1e8
"""Distance of a pair in conflict: its share in the mean of 4000 x 4000 pairs still exceeds any cosine distance."""


def components(vectors: Floats, threshold: float) -> Ints:
    """Label the connected components of the graph of pairs with a cosine of at least ``threshold``.

    ``vectors`` is n x d, rows of length 1. Labels count from 0 in the order of first appearance.
    """
    labels = np.arange(len(vectors), dtype=np.int64)
    for rows, cols, _ in pairs_above(vectors, threshold):
        if len(rows):
            labels = _merge(labels, rows, cols)
    return _in_order(labels)


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


def link(
    vectors: Floats,
    threshold: float,
    conflicts: Conflicts | None = None,
    limit: int = LIMIT,
    edges: Edges | None = None,
    within: Within | None = None,
) -> Ints:
    """Cluster by average linkage cut at cosine ``threshold``; pairs in conflict never stand together.

    ``edges`` are the pairs above the threshold, where they are known; ``within`` links the members of one component,
    where that is not done by ``conflicts`` alone. Returns labels from 0 in order of first appearance. Give rows in an
    order that depends on the items alone, since ties between equal distances go to the earlier row.
    """
    if edges is None and len(vectors) > 1:
        edges = edges_above(vectors, threshold)
    labels = np.full(len(vectors), -1, dtype=np.int64)
    used = 0
    for members in parts(vectors, np.arange(len(vectors), dtype=np.int64), threshold, limit, edges):
        inside = within(members) if within else average(vectors[members], members, threshold, conflicts)
        labels[members] = inside + used
        used += int(inside.max()) + 1
    alone = labels < 0
    labels[alone] = used + np.arange(int(alone.sum()))
    return _in_order(labels)


def unit(rows: npt.NDArray[np.floating]) -> Floats:
    """Return rows of length 1; a row of zeros stays one."""
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows, dtype=np.float64))
    return np.asarray(rows / np.where(lengths > 0, lengths, 1.0)[:, None], dtype=np.float32)


def parts(vectors: Floats, members: Ints, threshold: float, limit: int, edges: Edges | None) -> list[Ints]:
    """Split into components of two and more; what is above the limit is split again at a higher threshold.

    ``edges`` are indexes into ``members``; without them pairs are sought anew at each threshold.
    """
    labels = components(vectors[members], threshold) if edges is None else _connected(len(members), edges)
    several = np.flatnonzero(np.bincount(labels, minlength=1)[labels] > 1)
    order = several[np.argsort(labels[several], kind="stable")]
    bounds = np.flatnonzero(np.diff(labels[order])) + 1
    found: list[Ints] = []
    for part in np.split(order, bounds) if len(order) else []:
        if len(part) <= limit:
            found.append(members[part])
        elif threshold + STEP < 1:
            inner = None if edges is None else _inside(edges, part, threshold + STEP)
            found += parts(vectors, members[part], threshold + STEP, limit, inner)
        else:  # thousands of all but equal vectors: any cut is as good
            found += np.array_split(members[part], -(-len(part) // limit))
    return found


def _connected(count: int, edges: Edges) -> Ints:
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    graph = coo_matrix((np.ones(len(edges.left), dtype=np.bool_), (edges.left, edges.right)), shape=(count, count))
    return _in_order(connected_components(graph, directed=False)[1].astype(np.int64))


def _inside(edges: Edges, part: Ints, threshold: float) -> Edges:
    """Return the edges of a whole component at a higher threshold, as indexes into it (sorted)."""
    kept = edges.where((edges.cosine >= threshold) & np.isin(edges.left, part))
    left, right = (np.searchsorted(part, ends).astype(np.int32) for ends in (kept.left, kept.right))
    return Edges(left, right, kept.cosine)


def average(vectors: Floats, members: Ints, threshold: float, conflicts: Conflicts | None) -> Ints:
    """Label the members of one component by average linkage, from 0 in any order; ``vectors`` are theirs."""
    from scipy.cluster.hierarchy import fcluster, linkage

    count, cosines = len(members), vectors @ vectors.T
    if count < 2:
        return np.zeros(count, dtype=np.int64)
    distances = np.round(1.0 - cosines.astype(np.float64), 6)
    if conflicts is not None:
        distances[conflicts(members, cosines)] = APART
    condensed = np.maximum(distances[np.triu_indices(count, 1)], 0.0)
    return fcluster(linkage(condensed, "average"), 1.0 - threshold, "distance").astype(np.int64) - 1
