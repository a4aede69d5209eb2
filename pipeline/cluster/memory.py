"""What one grouping leaves for the next, so that only what new claims touch is linked again.

Kept are the pairs of near claims and the partition of every component, each under hashes of all that they follow from.
A pair of two claims that both stood before needs no new comparison, and a component with the same members keeps its
partition. So the result is that of grouping everything anew, whatever came in between; losing what is kept costs time
alone. The bytes are a NumPy archive behind its hash, which shows damage.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy.typing as npt

    from pipeline.cluster.linkage import Within
    from pipeline.cluster.neighbours import Edges, Floats, Ints

    Arrays = Mapping[str, npt.NDArray[Any]]

DIGEST = 16
"""Bytes of a hash."""
FEW = 16
"""One new vector among so many: beyond that, searching everything anew is as fast."""


class Memory:
    """A place for what a grouping leaves. ``data`` is what the last one left; afterwards, what this one did.

    Keep it under the version of the room that wrote it: a hash covers what goes in, not what is done with it.
    """

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def recall(self, threshold: float) -> Kept:
        """Return what was kept at a threshold: nothing if there is none or it is damaged."""
        import numpy as np

        seal, archive = self.data[:DIGEST], self.data[DIGEST:]
        if not archive or seal != _hash(archive):
            return Kept(())
        with np.load(io.BytesIO(archive), allow_pickle=False) as stored:
            fields = {name: stored[name] for name in stored.files}
        return Kept.of(fields) if float(fields["threshold"]) == threshold else Kept(())

    def keep(self, kept: Kept, threshold: float) -> None:
        """Turn what is to be kept into bytes."""
        import numpy as np

        file = io.BytesIO()
        np.savez(file, allow_pickle=False, threshold=np.float64(threshold), **kept.fields())
        self.data = _hash(file.getvalue()) + file.getvalue()


@dataclass(frozen=True, slots=True)
class Kept:
    """The graph of near pairs, and how its components were cut."""

    rows: tuple[bytes, ...]
    """Hash of each vector and of what may part it from others."""
    edges: Edges | None = None
    """Exact pairs above the threshold, as indexes into ``rows``; None where they were too many, or sought in cells."""
    parts: dict[bytes, Ints] = field(default_factory=dict)
    """Labels inside each component, by the hash of its rows."""

    @classmethod
    def of(cls, fields: Arrays) -> Kept:
        """Take the arrays of :meth:`fields` apart."""
        import numpy as np

        from pipeline.cluster.neighbours import Edges

        edges = Edges(fields["left"], fields["right"], fields["cosine"]) if len(fields["has_edges"]) else None
        bounds = [0, *np.cumsum(fields["sizes"]).tolist()]
        joined = fields["labels"].astype(np.int64)
        labels = [joined[a:b] for a, b in pairwise(bounds)]
        return cls(_cut(fields["rows"]), edges, dict(zip(_cut(fields["parts"]), labels, strict=True)))

    def fields(self) -> Arrays:
        """Return everything as arrays."""
        import numpy as np

        edges = self.edges
        ends = {name: getattr(edges, name) if edges else np.zeros(0) for name in ("left", "right", "cosine")}
        labels = list(self.parts.values())
        return {
            "rows": np.frombuffer(b"".join(self.rows), dtype=np.uint8),
            "parts": np.frombuffer(b"".join(self.parts), dtype=np.uint8),
            "labels": np.concatenate([np.zeros(0, np.int64), *labels]).astype(np.int16),
            "sizes": np.array([len(own) for own in labels], dtype=np.int32),
            "has_edges": np.zeros(0 if edges is None else 1),
            **ends,
        }

    def renew(self, rows: Sequence[bytes], vectors: Floats, threshold: float) -> Edges | None:
        """Return the edges among ``vectors``, whose hashes are ``rows``: the kept ones and those of what is new."""
        import numpy as np

        from pipeline.cluster.neighbours import CELLED, Edges, crowd, edges_above, pairs_with

        number = {row: n for n, row in enumerate(rows)}
        now = np.array([number.get(row, -1) for row in self.rows], dtype=np.int32)  # where each old row is now
        fresh = np.ones(len(rows), dtype=np.bool_)
        fresh[now[now >= 0]] = False
        if self.edges is None or len(rows) > CELLED or fresh.sum() * FEW > len(rows):
            return edges_above(vectors, threshold)
        left, right = now[self.edges.left], now[self.edges.right]
        stay = (left >= 0) & (right >= 0)
        old = left[stay].astype(np.int64), right[stay].astype(np.int64), self.edges.cosine[stay]
        return Edges.of([old, *pairs_with(vectors, np.flatnonzero(fresh), threshold)], crowd(len(rows)))


def remembered(within: Within, rows: Sequence[bytes], old: dict[bytes, Ints], used: dict[bytes, Ints]) -> Within:
    """Return ``within`` with a memory: a component whose rows were linked before is not linked again.

    ``old`` holds what is known, by hash; what this grouping needs is written to ``used``.
    """
    import numpy as np

    joined = np.frombuffer(b"".join(rows), dtype=np.uint8).reshape(-1, DIGEST)  # so that members are cut out at once

    def recalled(members: Ints) -> Ints:
        key = _hash(joined[members].tobytes())
        labels = old.get(key)
        used[key] = within(members) if labels is None else labels
        return used[key]

    return recalled


def _cut(joined: npt.NDArray[Any]) -> tuple[bytes, ...]:
    data = joined.tobytes()
    return tuple(data[at : at + DIGEST] for at in range(0, len(data), DIGEST))


def fingerprints(vectors: Floats, facts: Sequence[str]) -> list[bytes]:
    """Hash each vector with the facts that go with it.

    Vectors are hashed together, by two random multiples of their bits (multilinear hashing, Carter and Wegman 1979):
    one at a time would take as long as all the rest.
    """
    import numpy as np

    from pipeline.cluster.neighbours import BLOCK

    bits = np.ascontiguousarray(vectors, dtype=np.float32).view(np.uint32)
    keys = np.random.default_rng(0).integers(2**64, size=(bits.shape[1], 2), dtype=np.uint64)
    sums = b"".join((bits[top : top + BLOCK].astype(np.uint64) @ keys).tobytes() for top in range(0, len(bits), BLOCK))
    return [_hash(sums[16 * n : 16 * n + 16] + fact.encode("utf-8", "surrogatepass")) for n, fact in enumerate(facts)]


def _hash(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=DIGEST).digest()
