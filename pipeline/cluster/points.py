"""Cutting one side of a question into points: what makes the same point, by :mod:`pipeline.cluster.matching`.

Families stay whole: what says the same makes the same point. Average linkage over the chance that two families make
one point gives a tree; where to cut it is chosen by the silhouette, so the number of points follows from the texts.
Only what lies near the question is cut so: of the rest, two may resemble each other without making any point.
Then key points are compared: points that say the same are joined; a family that hardly makes the key point of its part
leaves it; and what stands alone joins the key point that it makes, if one is clearly ahead of its rivals (key point
analysis: Bar-Haim et al. 2020). What lies far from the question must say that key point as surely as another would.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence

import numpy as np

from pipeline.cluster.linkage import SAME_ON_TOPIC, Floats, Ints, link
from pipeline.cluster.matching import Matter, chance

CUTS = (0.5, 0.4, 0.3)
"""Mean chances at which a side may be cut, the finer first. Of two arguments in one part, on topics that the measure
has not learned from, .72, .68 and .67 have the same key point; cut at .2, .53."""
LOYAL = 0.3
"""Mean chance below which a family does not make the key point of its part."""
OUTRIGHT = 0.85
"""The same of what lies far from the question: it is so seldom about it that only a sure likeness counts."""
SAID = 0.5
"""Chance from which two key points say the same, and from which a claim makes a key point."""
ALIKE = 0.8
"""The same of texts that say the same, which is more than that they make one point."""
JUDGED = 3000
"""Texts beyond which a side is cut by vectors alone, since pairs grow quadratically."""
Name = Callable[[list[int]], int | None]
"""(indexes of texts) -> the one that names them as a point; None if none of them is understood alone."""


def points(
    matter: Matter, side: Sequence[int], families: Sequence[str], name: Name, near: Collection[int] | None = None
) -> list[list[int]]:
    """Cut the texts of one side into points.

    ``side`` holds indexes into ``matter``; ``families`` the family of each, in the same order; ``near`` those that lie
    near the question, None for all. Returns the indexes of each point, in the order of their first text.
    """
    by_family: dict[str, list[int]] = defaultdict(list)
    for at, family in zip(side, families, strict=True):
        by_family[family].append(at)
    units = list(by_family.values())
    founding = [unit for unit in units if near is None or any(at in near for at in unit)]
    rest = [unit for unit in units if near is not None and not any(at in near for at in unit)]
    parts = _nameable(_gathered(founding, _cut(matter, founding)), founding, name)
    kept, strays = loyal(matter, merged(matter, parts, name), founding, name)
    return _followed(matter, merged(matter, _joined(matter, kept, strays, name), name), rest, name)


def _cut(matter: Matter, units: Sequence[Sequence[int]]) -> Ints:
    if sum(map(len, units)) > JUDGED:
        return link(np.stack([matter.centre(unit) for unit in units]), SAME_ON_TOPIC)
    return best_cut(between(matter, units))


def group_texts(texts: Sequence[str], languages: Sequence[str], vectors: Floats, *, least: float = ALIKE) -> list[int]:
    """Group texts on one topic of which nothing else is known: one label a text, from 0 in order of appearance."""
    matter, alone = Matter(texts, languages, vectors), [[at] for at in range(len(texts))]
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
    count = int(labels.max(initial=-1)) + 1
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


def merged(matter: Matter, parts: Sequence[list[int]], name: Name) -> list[list[int]]:
    """Make one of parts whose key points say the same, each of them as the others."""
    firm, keys = _named(parts, name)
    same = cut(between(matter, [[key] for key in keys.tolist()]), SAID, "complete")
    held = set(firm)
    return [*_gathered([p for p in parts if p[0] in held], same), *(p for p in parts if p[0] not in held)]


def loyal(
    matter: Matter, parts: Sequence[list[int]], units: Sequence[list[int]], name: Name
) -> tuple[list[list[int]], list[list[int]]]:
    """Let families leave a part whose key point they hardly make; return the parts, and what left."""
    kept, strays = [], []
    for part in parts:
        inside = set(part)
        own = [unit for unit in units if unit[0] in inside]
        while (key := name(part)) is not None and (out := _apart(matter, own, key)):
            strays += out
            own = [unit for unit in own if unit not in out]
            part = sorted(at for unit in own for at in unit)
        kept.append(part)
    return kept, strays


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


def _apart(matter: Matter, units: Sequence[list[int]], key: int) -> list[list[int]]:
    return [unit for unit in units if key not in unit and _agree(matter, unit, key) < LOYAL]


def _agree(matter: Matter, unit: Sequence[int], key: int) -> float:
    """Return the mean chance that a unit makes a key point."""
    return float(chance(matter.alike(np.array(unit, dtype=np.int64), np.array([key], dtype=np.int64))).mean())


def _joined(matter: Matter, parts: Sequence[list[int]], strays: Sequence[list[int]], name: Name) -> list[list[int]]:
    """Let single texts and ``strays`` join the key point that they make: one ahead of its rivals, not by them alone."""
    found = {part[0]: list(part) for part in parts if len(part) > 1}
    firm, keys = _named(list(found.values()), name)
    everyone = sorted(at for part in [*parts, *strays] for at in part)
    makes = dict(zip(everyone, chance(matter.makes(np.array(everyone, dtype=np.int64), keys)), strict=True))
    for unit in [*strays, *(part for part in parts if len(part) == 1)]:
        means = np.mean([makes[at] for at in unit], axis=0) if firm else np.zeros(1)
        best = int(means.argmax())
        if means[best] >= SAID and _agree(matter, unit, int(keys[best])) >= LOYAL:
            found[firm[best]] += unit
        else:
            found[unit[0]] = list(unit)
    return list(found.values())


def _followed(matter: Matter, parts: list[list[int]], rest: Sequence[list[int]], name: Name) -> list[list[int]]:
    """Let what lies far from the question join the key point that it says outright."""
    found = {part[0]: list(part) for part in parts}
    firm, keys = _named(parts, name)
    for unit in rest:
        says = chance(matter.alike(np.array(unit, dtype=np.int64), keys)).mean(axis=0) if firm else np.zeros(1)
        best = int(says.argmax())
        if says[best] >= OUTRIGHT:
            found[firm[best]] += unit
        else:
            found[unit[0]] = list(unit)
    return sorted((sorted(part) for part in found.values()), key=lambda part: part[0])


def _named(parts: Sequence[list[int]], name: Name) -> tuple[list[int], Ints]:
    """Return the first text and the key point of each part that has one."""
    keys = {part[0]: key for part in parts if (key := name(part)) is not None}
    return list(keys), np.array(list(keys.values()), dtype=np.int64)
