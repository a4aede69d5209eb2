"""Cutting one side of a question into points: what makes the same point, by :mod:`pipeline.cluster.matching`.

Families stay whole: what says the same makes the same point. Average linkage over the chance that two families make
one point gives a tree; where to cut it is chosen by the silhouette, so the number of points follows from the texts.
Then key points are compared: points that say the same are joined, and a claim that stands alone joins the key point
that it makes, if one is clearly ahead of its rivals (key point analysis: Bar-Haim et al. 2020).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from pipeline.cluster.linkage import SAME_ON_TOPIC, Floats, Ints, link
from pipeline.cluster.matching import Matter, chance

CUTS = (0.5, 0.4, 0.3, 0.2)
"""Mean chances at which a side may be cut, the finer first."""
SAID = 0.5
"""Chance from which two key points say the same, and from which a claim makes a key point."""
JUDGED = 3000
"""Texts beyond which a side is cut by vectors alone, since pairs grow quadratically."""
Name = Callable[[list[int]], int | None]
"""(indexes of texts) -> the one that names them as a point; None if none of them is understood alone."""


def points(matter: Matter, side: Sequence[int], families: Sequence[str], name: Name) -> list[list[int]]:
    """Cut the texts of one side into points.

    ``side`` holds indexes into ``matter``; ``families`` the family of each, in the same order. Returns the indexes of
    each point, in the order of their first text.
    """
    by_family: dict[str, list[int]] = defaultdict(list)
    for at, family in zip(side, families, strict=True):
        by_family[family].append(at)
    units = list(by_family.values())
    if len(side) > JUDGED:
        return _gathered(units, link(np.stack([matter.centre(unit) for unit in units]), SAME_ON_TOPIC))
    parts = _nameable(_gathered(units, best_cut(between(matter, units))), units, name)
    named = [(part, key) for part in parts if (key := name(part)) is not None]
    rest = [part for part in parts if name(part) is None]
    same = cut(between(matter, [[key] for _, key in named]), SAID, "complete")
    return _joined(matter, [*_gathered([part for part, _ in named], same), *rest], name)


def group_texts(
    texts: Sequence[str], languages: Sequence[str], vectors: Floats, *, least: float = SAID, learned: bool = True
) -> list[int]:
    """Group texts on one topic of which nothing else is known: one label a text, from 0 in order of appearance."""
    matter, alone = Matter(texts, languages, vectors, learned=learned), [[at] for at in range(len(texts))]
    if len(texts) > JUDGED:
        labels = link(np.stack([matter.centre(unit) for unit in alone]), SAME_ON_TOPIC)
    else:
        labels = cut(between(matter, alone), least)
    first: dict[int, int] = {}
    return [first.setdefault(label, len(first)) for label in labels.tolist()]


def between(matter: Matter, units: Sequence[Sequence[int]]) -> Floats:
    """Return the mean chance that texts of two units make one point: a symmetric matrix, units in order."""
    if not units:
        return np.zeros((0, 0), dtype=np.float32)
    flat = np.array([at for unit in units for at in unit], dtype=np.int64)
    pairs = chance(matter.alike(flat, flat)).astype(np.float64)
    starts = np.cumsum([0, *(len(unit) for unit in units[:-1])])
    sums = np.add.reduceat(np.add.reduceat(pairs, starts, axis=0), starts, axis=1)
    sizes = np.array([len(unit) for unit in units])
    means = sums / np.outer(sizes, sizes)
    return np.asarray((means + means.T) / 2, dtype=np.float32)


def best_cut(chances: Floats, cuts: Sequence[float] = CUTS) -> Ints:
    """Label units by point, cut where the mean silhouette is best, the finer on a tie."""
    labelled = [cut(chances, level) for level in cuts]
    return max(labelled, key=lambda labels: silhouette(1.0 - chances, labels))


def cut(chances: Floats, least: float, method: str = "average") -> Ints:
    """Label units by linkage, cut at a mean chance; with ``complete``, at the least chance of any pair of a part."""
    if len(chances) < 2:
        return np.zeros(len(chances), dtype=np.int64)
    from scipy.cluster.hierarchy import fcluster, linkage

    apart = np.round(1.0 - chances[np.triu_indices(len(chances), 1)].astype(np.float64), 6)
    labels = fcluster(linkage(apart, method), 1.0 - least, "distance")
    return np.asarray(labels, dtype=np.int64) - 1


def silhouette(apart: Floats, labels: Ints) -> float:
    """Mean silhouette of a matrix of distances (Rousseeuw 1987), rounded to 4 digits; a single item counts 0."""
    count = int(labels.max()) + 1
    if count < 2:
        return 0.0
    member = np.eye(count, dtype=np.float64)[labels]
    sizes = member.sum(axis=0)
    sums = apart.astype(np.float64) @ member - np.diagonal(apart)[:, None] * member
    own = np.take_along_axis(sums, labels[:, None], axis=1)[:, 0]
    inside = own / np.maximum(sizes[labels] - 1, 1)
    means = sums / sizes
    np.put_along_axis(means, labels[:, None], np.inf, axis=1)
    outside = means.min(axis=1)
    scores = (outside - inside) / np.maximum(np.maximum(inside, outside), 1e-9)
    return round(float(np.where(sizes[labels] > 1, scores, 0.0).mean()), 4)


def _gathered(units: Sequence[Sequence[int]], labels: Ints) -> list[list[int]]:
    parts: dict[int, list[int]] = defaultdict(list)
    for unit, label in zip(units, labels.tolist(), strict=True):
        parts[label] += unit
    return sorted((sorted(part) for part in parts.values()), key=lambda part: part[0])


def _nameable(parts: Sequence[list[int]], units: Sequence[list[int]], name: Name) -> list[list[int]]:
    """Undo a point that no claim can name: what such claims say, and so what they share, is known from elsewhere."""
    kept: list[list[int]] = []
    for part in parts:
        inside = set(part)
        kept += [part] if name(part) is not None else [unit for unit in units if unit[0] in inside]
    return sorted(kept, key=lambda part: part[0])


def _joined(matter: Matter, parts: list[list[int]], name: Name) -> list[list[int]]:
    """Let what stands alone join the key point that it makes."""
    keys = {part[0]: name(part) for part in parts if len(part) > 1}
    firm = [first for first, key in keys.items() if key is not None]
    alone = [part[0] for part in parts if len(part) == 1]
    if firm and alone:
        rivals = np.array([keys[first] for first in firm], dtype=np.int64)
        makes = chance(matter.makes(np.array(alone, dtype=np.int64), rivals))
        best = {at: firm[int(row.argmax())] for at, row in zip(alone, makes, strict=True) if row.max() >= SAID}
        parts = [part + [at for at in best if best[at] == part[0]] for part in parts if part[0] not in best]
    return sorted((sorted(part) for part in parts), key=lambda part: part[0])
