"""Near pairs among very many vectors: an inverted file, searched by matrix products of whole cells.

Every vector lives in the cell of its nearest pivot and looks into the cells of its :data:`PROBES` nearest ones, as in
an inverted file with multiple assignment (Jegou, Douze and Schmid 2011). Two vectors are compared if either looks into
the cell where the other lives. Pivots come from the vectors themselves, by spherical k-means (Dhillon and Modha 2001)
on a sample; their number grows with the square root of the vectors, so that time grows with its third power.

Graphs of neighbours (HNSW) depend on the order of insertion, and on threads; here the sample is drawn by a hash of the
vectors, and whatever decides is counted in whole numbers below 2 ** 24, whose products and sums are exact in float32 in
any order. So the pairs that are found depend on the set of vectors alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from pipeline.cluster.neighbours import BLOCK, Floats, Ints, Pairs, close, confirmed, joined, shadows

CELLS, PROBES = 8, 64
"""Cells a square root of vectors, and cells that each vector looks into."""
SAMPLE, STEPS = 32, 3
"""Vectors a cell that k-means learns from, and its steps."""
WIDTH = 64
"""Coordinates by which cells are told apart."""
SCALE = 2048
"""Length of a vector in whole numbers: the product of two is exact."""
BAND = 65_536


def cell_pairs(vectors: Floats, threshold: float) -> Iterator[Pairs]:
    """Give the pairs of rows with a cosine of at least ``threshold`` that meet in a cell, one band after another."""
    spots = coordinates(vectors)
    pivots = _pivots(spots, _sample(vectors))
    probes = nearest(spots, pivots, PROBES)
    del spots
    home = probes[:, 0]
    residents = np.argsort(home, kind="stable")
    bounds = np.searchsorted(home[residents], np.arange(len(pivots) + 1))
    seen = shadows(vectors, threshold, _typical(probes, residents, bounds))
    for top in range(0, len(vectors), BAND):
        found = [
            confirmed(vectors, *pair, threshold) for pair in _meetings(seen, probes, top, residents, bounds, threshold)
        ]
        yield _once(joined(found), probes)


def _typical(probes: npt.NDArray[np.int32], residents: Ints, bounds: Ints) -> tuple[Ints, Ints]:
    """Return some of the pairs that meet."""
    looking = np.arange(0, len(probes), max(1, len(probes) // 8192), dtype=np.int64)
    turn = np.arange(len(looking))
    cells = probes[looking, turn % probes.shape[1]]
    sizes = bounds[cells + 1] - bounds[cells]
    living = residents[np.minimum(bounds[cells] + turn % np.maximum(sizes, 1), len(residents) - 1)]
    kept = (sizes > 0) & (living != looking)
    return looking[kept], living[kept]


def _meetings(
    seen: Floats, probes: npt.NDArray[np.int32], top: int, residents: Ints, bounds: Ints, threshold: float
) -> Iterator[tuple[Ints, Ints]]:
    """Give the pairs (one that looks, one that lives there) of a band of vectors that may reach the threshold."""
    band = probes[top : top + BAND]
    order = np.argsort(band, axis=None, kind="stable")
    ends = np.searchsorted(band.ravel()[order], np.arange(len(bounds)))
    for cell in range(len(bounds) - 1):
        living = residents[bounds[cell] : bounds[cell + 1]]
        looking = order[ends[cell] : ends[cell + 1]] // band.shape[1] + top
        for at in range(0, len(looking), BLOCK):
            for left in range(0, len(living), 4 * BLOCK):
                some, others = looking[at : at + BLOCK], living[left : left + 4 * BLOCK]
                rows, cols = close(seen[some], seen[others], threshold)
                yield some[rows], others[cols]


def _once(pairs: Pairs, probes: npt.NDArray[np.int32]) -> Pairs:
    """Keep one of the two ways in which a pair may have met, and set the smaller index first."""
    looking, living, cosine = pairs
    kept = looking < living
    # What lives in one cell has met both ways.
    other = np.flatnonzero((looking > living) & (probes[looking, 0] != probes[living, 0]))
    for top in range(0, len(other), BAND):
        part = other[top : top + BAND]
        kept[part] = ~(probes[living[part]] == probes[looking[part], :1]).any(axis=1)
    looking, living = looking[kept], living[kept]
    return np.minimum(looking, living), np.maximum(looking, living), cosine[kept]


def coordinates(vectors: Floats) -> Floats:
    """Return n x WIDTH whole numbers: the vectors along the directions in which they spread most."""
    spread = np.zeros((vectors.shape[1], vectors.shape[1]))
    for top in range(0, len(vectors), BLOCK):
        whole = np.rint(vectors[top : top + BLOCK] * SCALE)
        spread += whole.T @ whole.astype(np.float64)
    _, axes = np.linalg.eigh(spread)
    axes = np.rint(np.ascontiguousarray(axes[:, ::-1][:, :WIDTH]) * (SCALE // 2)).astype(np.float32)
    found = np.empty((len(vectors), axes.shape[1]), dtype=np.float32)
    for top in range(0, len(vectors), BLOCK):
        found[top : top + BLOCK] = np.rint(np.rint(vectors[top : top + BLOCK] * SCALE) @ axes / (SCALE // 2))
    return found


def nearest(spots: Floats, pivots: Floats, count: int) -> npt.NDArray[np.int32]:
    """Return for each spot the indexes of its ``count`` nearest pivots: the nearest first, the others in any order."""
    count = min(count, len(pivots))
    found = np.empty((len(spots), count), dtype=np.int32)
    for top in range(0, len(spots), BLOCK):
        products = spots[top : top + BLOCK] @ pivots.T
        rows, first = found[top : top + BLOCK], products.argmax(axis=1)
        if count > 1:
            rows[:] = np.argpartition(-products, count - 1, axis=1)[:, :count]
            # The nearest changes places with the first; where a tie has left it out, it takes the first one's place.
            rows[np.arange(len(rows)), (rows == first[:, None]).argmax(axis=1)] = rows[:, 0]
        rows[:, 0] = first
    return found


def _sample(vectors: Floats) -> Ints:
    """Return the indexes of distinct vectors in the order of their hashes, as many as k-means learns from."""
    digests = [hashlib.blake2b(row.tobytes(), digest_size=8).digest() for row in vectors]
    _, first = np.unique(np.frombuffer(b"".join(digests), dtype=">u8"), return_index=True)
    return first[: SAMPLE * _cells(len(vectors))]


def _cells(count: int) -> int:
    return int(CELLS * count**0.5)


def _pivots(spots: Floats, sample: Ints) -> Floats:
    """Return unit pivots in whole numbers: the first of a sample, moved to the middle of what is nearest to them."""
    learned = spots[sample]
    pivots = _whole(learned[: _cells(len(spots))])
    for _ in range(STEPS):
        home = nearest(learned, pivots, 1)[:, 0]
        order = np.argsort(home, kind="stable")
        used, starts = np.unique(home[order], return_index=True)
        pivots[used] = _whole(np.add.reduceat(learned[order].astype(np.float64), starts, axis=0))
    return pivots


def _whole(rows: npt.NDArray[np.floating]) -> Floats:
    """Return rows of length SCALE in whole numbers."""
    lengths = np.sqrt((rows.astype(np.float64) ** 2).sum(axis=1, keepdims=True))
    return np.asarray(np.rint(rows / np.maximum(lengths, 1.0) * SCALE), dtype=np.float32)
