"""How grouping grows: claim families over 10,000, 100,000 … synthetic claims.

    python benchmarks/cluster_scale.py [--peers] [COUNT ...]

Vectors are drawn like those of real claims (centred e5): claims of one family lie at cosine .67 +- .11, others of the
same topic at .23, with 100 effective dimensions; family sizes follow Zipf's law and a third are singletons. One claim
in five is negated and one in five carries a number, so that vetoes are at work. Prints wall and processor time, the
growth of peak memory, the number of families, and how well the drawn families were found (adjusted Rand index).
``--peers`` runs the HDBSCAN of scikit-learn and, where it is installed, BERTopic on the same vectors, set as suits
families best: two members make one, and what they call noise stays alone.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "2")  # before NumPy loads its matrix library
os.environ.setdefault("OPENBLAS_NUM_THREADS", os.environ["OMP_NUM_THREADS"])

import resource
import sys
import time
from datetime import UTC, datetime
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from pipeline.cluster.families import partition
from pipeline.cluster.statements import Statement
from pipeline.records import Article, Claim, Language, Reading

Floating = TypeVar("Floating", bound=np.floating)
WIDTH, EFFECTIVE = 384, 100
DAY = datetime(2025, 1, 1, tzinfo=UTC)


def synthetic(count: int, seed: int = 7) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int64]]:
    """Draw ``count`` vectors of length 1 and the family of each."""
    rng = np.random.default_rng(seed)
    weights = 1.0 / np.arange(1, max(2, count // 8)) ** 0.7
    family = rng.choice(len(weights), size=count, p=weights / weights.sum())
    single = rng.random(count) < 1 / 3
    family[single] = len(weights) + np.flatnonzero(single)
    scale = np.exp(-np.arange(WIDTH) / EFFECTIVE)
    _, family = np.unique(family, return_inverse=True)
    topics = _unit(rng.normal(size=(1 + count // 40, WIDTH)) * scale).astype(np.float32)
    topic = rng.integers(len(topics), size=family.max() + 1)
    own = _unit(rng.normal(size=(family.max() + 1, WIDTH)) * scale).astype(np.float32)
    centre = _unit(np.float32(0.48) * topics[topic] + np.float32(0.88) * own)
    del topics, own
    vectors = np.empty((count, WIDTH), dtype=np.float32)
    for top in range(0, count, 10_000):  # in parts, so that the peak of memory is that of the grouping
        part = family[top : top + 10_000]
        noise = _unit(rng.normal(size=(len(part), WIDTH)) * scale)
        vectors[top : top + 10_000] = _unit(centre[part] + rng.uniform(0.4, 0.95, (len(part), 1)) * noise)
    return vectors, family


def _unit(rows: npt.NDArray[Floating]) -> npt.NDArray[Floating]:
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def statements(vectors: npt.NDArray[np.float32], family: npt.NDArray[np.int64]) -> list[Statement]:
    """Wrap vectors as claims; negation depends on the family, so that it does not part it."""
    reading = Reading("a1_x", Language("en", 1.0), (), (), (), ())
    made = []
    for number, (row, own) in enumerate(zip(vectors, family.tolist(), strict=True)):
        words = f"claim {number}"
        claim = Claim(
            f"c1_{number:08d}", "a1_x", 0, 1, words, "en", (), None, (), "none", False, False, (), (), (), 1.0
        )
        article = Article(f"a1_{number}", "s", "", "", None, "o", DAY, DAY, "article", "", (), (), (), (), "")
        made.append(Statement(claim, article, reading, DAY, words, row, words, row, own % 5 == 0))
    return made


def rand_index(a: npt.NDArray[np.int64], b: npt.NDArray[np.int64]) -> float:
    """Adjusted Rand index of two partitions (Hubert and Arabie 1985)."""
    _, joint = np.unique(a * (int(b.max()) + 1) + b, return_counts=True)
    both, one, other = (float((n * (n - 1) / 2).sum()) for n in (joint, np.bincount(a), np.bincount(b)))
    expected = one * other / (len(a) * (len(a) - 1) / 2)
    return (both - expected) / ((one + other) / 2 - expected)


def main(counts: list[int]) -> None:
    """Measure each count in turn; memory is that of the process, so the largest count comes last."""
    print(f"{'claims':>9} {'wall s':>8} {'cpu s':>8} {'+MB':>7} {'families':>9} {'ARI':>6}")
    for count in counts:
        vectors, family = synthetic(count)
        made = statements(vectors, family)
        before, wall, cpu = peak(), time.perf_counter(), time.process_time()
        labels = partition(made)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        row = f"{count:>9} {wall:>8.1f} {cpu:>8.1f} {peak() - before:>7.0f} {labels.max() + 1:>9}"
        print(f"{row} {rand_index(labels, family):>6.3f}", flush=True)
    print(f"peak memory of the process: {peak():.0f} MB")


def hdbscan(vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.int64]:
    """Cluster with HDBSCAN; on vectors of length 1 distances and cosines order alike."""
    from sklearn.cluster import HDBSCAN

    return alone(HDBSCAN(min_cluster_size=2, copy=True).fit_predict(vectors))


def bertopic(vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.int64]:
    """Cluster with BERTopic (its UMAP and HDBSCAN), which is given the vectors."""
    from bertopic import BERTopic

    words = [f"claim{number}" for number in range(len(vectors))]
    return alone(np.asarray(BERTopic(min_topic_size=2).fit_transform(words, embeddings=vectors)[0]))


def alone(labels: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Give each item that was called noise a label of its own."""
    noise = np.flatnonzero(labels < 0)
    labels[noise] = labels.max() + 1 + np.arange(len(noise))
    return labels


def peers(counts: list[int]) -> None:
    """Measure the peers that are installed."""
    for count in counts:
        vectors, family = synthetic(count)
        for name, run in (("HDBSCAN", hdbscan), ("BERTopic", bertopic)):
            wall, cpu = time.perf_counter(), time.process_time()
            try:
                labels = run(vectors)
            except ImportError:
                print(f"{name} is not installed")
                continue
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
            print(f"{count:>9} {wall:>8.1f} {cpu:>8.1f} {name:>17} {rand_index(labels, family):>6.3f}", flush=True)


def peak() -> float:
    """Peak resident memory so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    chosen = [int(arg) for arg in sys.argv[1:] if not arg.startswith("-")]
    main(chosen or [10_000, 100_000])
    if "--peers" in sys.argv:
        peers(chosen or [10_000])
