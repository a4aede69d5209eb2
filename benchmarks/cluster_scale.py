"""How grouping grows: claim families over 10,000, 100,000 … synthetic claims, each count in a process of its own.

    python benchmarks/cluster_scale.py [--peers] [--add NEW] [--recall] [COUNT ...]

Vectors are drawn like those of 12,712 real claims on one matter (centred e5): the same spread over directions, a common
share of .15, claims of one family at cosine .66, any two at .15 +- .11. Family sizes follow Zipf's law, and a third of
the claims stand alone; their words are 13, one in five is negated and one in five carries a number, so that vetoes are
at work. Prints wall and processor time, peak memory and its growth, the number of families, and how well the drawn
families were found (adjusted Rand index).

``--add NEW``: so many more claims, anywhere among the others, once those are grouped: what the grouping costs with what
the last one left, and anew; the results must be the same.
``--recall``: the search in cells, at a size where the exact one can be had: the share of pairs that it finds, that of
pairs with no other neighbour, and the adjusted Rand index of the two partitions.
``--peers``: the HDBSCAN of scikit-learn and, where it is installed, BERTopic on the same vectors, set as suits families
best: two members make one, and what they call noise stays alone. Each has ten minutes.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "2")  # before NumPy loads its matrix library
os.environ.setdefault("OPENBLAS_NUM_THREADS", os.environ["OMP_NUM_THREADS"])

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from pipeline.cluster import neighbours
from pipeline.cluster.cells import cell_pairs
from pipeline.cluster.families import families, partition
from pipeline.cluster.memory import Memory
from pipeline.cluster.statements import Statement
from pipeline.records import Article, Claim, Language, Quantity, Reading

Floating = TypeVar("Floating", bound=np.floating)
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
WIDTH = 384
BANDS = {16: 0.244, 32: 0.344, 64: 0.465, 96: 0.548, 128: 0.612, 192: 0.705, 256: 0.772, 320: 0.820, 384: 0.850}
"""Share of the squared length that the first directions of real claims hold, without the common one."""
COMMON = 0.387
"""Length of the mean of real claims."""
DAY = datetime(2025, 1, 1, tzinfo=UTC)
LIMIT_S = 600


def synthetic(count: int, seed: int = 7) -> tuple[Floats, Ints]:
    """Draw ``count`` vectors of length 1 and the family of each."""
    rng = np.random.default_rng(seed)
    family, scale = _families(count, rng), _spread()
    topics = _unit(rng.normal(size=(1 + count // 40, WIDTH)) * scale).astype(np.float32)
    topic = rng.integers(len(topics), size=family.max() + 1)
    own = _unit(rng.normal(size=(family.max() + 1, WIDTH)) * scale).astype(np.float32)
    centre = _unit(np.float32(0.39) * topics[topic] + np.float32(0.92) * own)
    del topics, own
    vectors = np.empty((count, WIDTH), dtype=np.float32)
    for top in range(0, count, 10_000):  # in parts, so that the peak of memory is that of the grouping
        part = family[top : top + 10_000]
        noise = _unit(rng.normal(size=(len(part), WIDTH)) * scale)
        rows = _unit(centre[part] + rng.uniform(0.55, 1.05, (len(part), 1)) * noise) * (1 - COMMON**2) ** 0.5
        rows[:, -1] += COMMON
        vectors[top : top + 10_000] = _unit(rows)
    return vectors, family


def _families(count: int, rng: np.random.Generator) -> Ints:
    weights = 1.0 / np.arange(1, max(2, count // 8)) ** 0.7
    family = rng.choice(len(weights), size=count, p=weights / weights.sum())
    single = rng.random(count) < 1 / 3
    family[single] = len(weights) + np.flatnonzero(single)
    return np.unique(family, return_inverse=True)[1].astype(np.int64)


def _spread() -> npt.NDArray[np.float64]:
    ends, held = np.array([0, *BANDS]), np.array([0.0, *BANDS.values()])
    energy = np.repeat(np.diff(held) / np.diff(ends), np.diff(ends))
    return np.sqrt(energy / energy.mean())


def _unit(rows: npt.NDArray[Floating]) -> npt.NDArray[Floating]:
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def statements(vectors: Floats, family: Ints) -> list[Statement]:
    """Wrap vectors as claims; negation and numbers depend on the family, so that they do not part it."""
    reading = Reading("a1_x", Language("en", 1.0), (), (), (), ())
    rng = np.random.default_rng(11)
    words = np.array(["".join(row) for row in rng.choice(list("aeioudlmnrst"), (2000, 6))])
    made = []
    for number, (row, own) in enumerate(zip(vectors, family.tolist(), strict=True)):
        text = f"{' '.join(words[rng.integers(2000, size=12)].tolist())} {number}"
        claim = Claim(f"c1_{number:08d}", "a1_x", 0, 1, text, "en", (), None, (), "none", False, False, (), (), (), 1.0)
        article = Article(f"a1_{number}", "s", "", "", None, "o", DAY, DAY, "article", "", (), (), (), (), "")
        amounts = (_amount(own),) if own % 5 == 1 else ()
        made.append(Statement(claim, article, reading, DAY, text, row, text, row, own % 5 == 0, amounts))
    return made


def _amount(family: int) -> Quantity:
    words, value = str(family), Decimal(family)
    return Quantity(f"n1_{family}", words, 0, 1, value, None, None, "%", "percent", None, approximate=False)


def rand_index(a: Ints, b: Ints) -> float:
    """Adjusted Rand index of two partitions (Hubert and Arabie 1985)."""
    _, joint = np.unique(a * (int(b.max()) + 1) + b, return_counts=True)
    both, one, other = (float((n * (n - 1) / 2).sum()) for n in (joint, np.bincount(a), np.bincount(b)))
    expected = one * other / (len(a) * (len(a) - 1) / 2)
    return (both - expected) / ((one + other) / 2 - expected)


@dataclass
class Clock:
    """Wall and processor time since it was made, and the growth of peak memory."""

    def __post_init__(self) -> None:
        self.start = time.perf_counter(), time.process_time(), peak()

    def __str__(self) -> str:
        wall, cpu, memory = self.start
        times = f"{time.perf_counter() - wall:>8.1f} {time.process_time() - cpu:>8.1f}"
        return f"{times} {peak() - memory:>7.0f} {peak():>7.0f}"


def peak() -> float:
    """Peak resident memory so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


HEAD = f"{'claims':>9} {'':<16} {'wall s':>8} {'cpu s':>8} {'+MB':>7} {'peak MB':>7}"


def ours(count: int) -> None:
    """Group ``count`` claims."""
    vectors, family = synthetic(count)
    _cluster(count, "families", family, statements(vectors, family), partition)


def hdbscan(count: int) -> None:
    """Cluster with HDBSCAN; on vectors of length 1 distances and cosines order alike."""
    from sklearn.cluster import HDBSCAN

    vectors, family = synthetic(count)
    _cluster(count, "HDBSCAN", family, vectors, lambda rows: _alone(HDBSCAN(2, copy=True).fit_predict(rows)))


def bertopic(count: int) -> None:
    """Cluster with BERTopic (its UMAP and HDBSCAN), which is given the vectors."""
    from bertopic import BERTopic

    vectors, family = synthetic(count)
    words = [s.point for s in statements(vectors, family)]
    model = BERTopic(min_topic_size=2)
    _cluster(count, "BERTopic", family, words, lambda texts: _alone(np.asarray(model.fit_transform(texts, vectors)[0])))


Items = TypeVar("Items")


def _cluster(count: int, name: str, family: Ints, items: Items, run: Callable[[Items], Ints]) -> None:
    clock = Clock()
    labels = run(items)
    print(f"{count:>9} {name:<16} {clock}  {labels.max() + 1} families, ARI {rand_index(labels, family):.3f}")


def _alone(labels: Ints) -> Ints:
    """Give each item that was called noise a label of its own."""
    noise = np.flatnonzero(labels < 0)
    labels[noise] = labels.max() + 1 + np.arange(len(noise))
    return labels


def add(count: int, new: int) -> None:
    """Group ``count`` claims, then ``new`` more with what the first grouping left; compare with grouping all anew."""
    vectors, family = synthetic(count + new)
    made = statements(vectors, family)
    late = set(np.random.default_rng(3).choice(count + new, new, replace=False).tolist())
    memory = Memory()
    before = families([s for n, s in enumerate(made) if n not in late], memory=memory)
    print(f"{count:>9} {'kept, MB':<16} {len(memory.data) / 2**20:>8.1f}")
    found = []
    for name, kept in ((f"{new} added", memory), ("all anew", Memory())):
        clock = Clock()
        found.append(families(made, before.items(), kept))
        print(f"{count:>9} {name:<16} {clock}", flush=True)
    assert found[0] == found[1], "the results differ"
    changed = sum(before[claim] != family for claim, family in found[0].items() if claim in before)
    print(f"{'':>9} the same families; {changed} of the old claims are in another one than before")


def recall(count: int) -> None:
    """Compare the search in cells with the exact one."""
    vectors, family = synthetic(count)
    made = statements(vectors, family)
    found, labels = [], []
    for name, search, celled in (("exact", neighbours.exact_pairs, count), ("cells", cell_pairs, 0)):
        clock = Clock()
        left, right, _ = neighbours.joined(list(search(vectors, 0.6)))
        print(f"{count:>9} {name:<16} {clock}  {len(left)} pairs", flush=True)
        found.append((left, right))
        neighbours.CELLED = celled
        labels.append(partition(made))
    (left, right), kept = found[0], np.sort(found[1][0] * count + found[1][1])
    hit = np.isin(left * count + right, kept)
    ends = np.bincount(left, minlength=count) + np.bincount(right, minlength=count)
    lone = (ends[left] == 1) & (ends[right] == 1)
    print(f"{'':>9} recall {hit.mean():.4f}, of pairs without another neighbour {hit[lone].mean():.4f}")
    print(f"{'':>9} ARI between the partitions {rand_index(*labels):.6f}, with what was drawn", end=" ")
    print(", ".join(f"{rand_index(own, family):.4f}" for own in labels))


def main() -> None:
    """Start one process for each measurement."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("counts", nargs="*", type=int, metavar="COUNT")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--add", type=int, default=0, metavar="NEW")
    parser.add_argument("--recall", action="store_true")
    parser.add_argument("--only", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.only:
        one = {"ours": ours, "hdbscan": hdbscan, "bertopic": bertopic, "recall": recall}
        for count in args.counts:
            add(count, args.add) if args.only == "add" else one[args.only](count)
        return
    print(HEAD, flush=True)
    names = ["add"] if args.add else ["recall"] if args.recall else ["ours"]
    for count in args.counts or [10_000, 100_000]:
        for name in names + (["hdbscan", "bertopic"] if args.peers else []):
            _start(name, count, args.add)


def _start(name: str, count: int, new: int) -> None:
    limit = LIMIT_S if name in ("hdbscan", "bertopic") else None
    command = [sys.executable, Path(__file__).resolve().as_posix(), "--only", name, "--add", str(new), str(count)]
    try:
        done = subprocess.run(command, timeout=limit, stderr=subprocess.PIPE, text=True, check=False)
    except subprocess.TimeoutExpired:
        print(f"{count:>9} {name:<16} not done within {LIMIT_S} s", flush=True)
        return
    if done.returncode:
        print(f"{count:>9} {name:<16} failed: {done.stderr.strip().splitlines()[-1:]}", flush=True)


if __name__ == "__main__":
    main()
