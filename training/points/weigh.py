"""Fit the weights of ``pipeline/cluster/matching.py`` on sides that the point encoder has not learned from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from pipeline.cluster.matching import Matter, Weights, lead
from training.points.sides import Side

Floats = npt.NDArray[np.float32]
Embed = Callable[[Sequence[str]], Floats]
_C = 100.0
"""Next to no penalty: there are thousands of pairs for two weights."""


def weigh(sides: Sequence[Side], embed: Embed) -> dict[str, object]:
    """Return the weights of a pair, the words to expect at a cosine, and the weights among rival key points.

    Each source counts the same: our own arguments were written to avoid the words of the point that they make, those
    that people wrote in a hurry often repeat them.
    """
    found = [_features(side, embed) for side in sides]
    judged = np.concatenate([side.makes.ravel() >= 0 for side in sides])
    cosines, words, made = (np.concatenate([part[at].ravel() for part in found])[judged] for at in range(3))
    sources = np.concatenate([np.full(side.makes.size, side.source) for side in sides])[judged]
    counts = {source: int((sources == source).sum()) for source in set(sources.tolist())}
    weight = np.array([1 / counts[source] for source in sources.tolist()])
    weight *= len(weight) / weight.sum()
    there = ~np.isnan(words)
    slope, constant = np.polyfit(cosines[there], words[there], 1, w=np.sqrt(weight[there]))
    expected = np.where(there, words, np.maximum(constant + slope * cosines, 0))
    pair = LogisticRegression(C=_C).fit(np.stack([cosines, expected], axis=1), made, sample_weight=weight)
    bias, cosine, shared_words = (round(float(v), 4) for v in (pair.intercept_[0], *pair.coef_[0]))
    usual = (round(float(constant), 4), round(float(slope), 4))
    known = Weights(bias, cosine, shared_words, usual, (0.0, 1.0, 0.0), {})
    odds = [_rivals(side, embed, known) for side in sides]
    ahead = np.concatenate([lead(one).ravel() for one in odds])
    both = np.stack([np.concatenate([one.ravel() for one in odds]), ahead], axis=1)[judged]
    point = LogisticRegression(C=_C).fit(both, made, sample_weight=weight)
    return {
        "pair": {"bias": bias, "cosine": cosine, "words": shared_words},
        "usual": list(usual),
        "point": [round(float(v), 4) for v in (point.intercept_[0], *point.coef_[0])],
    }


def found(sides: Sequence[Side], embed: Embed) -> dict[str, tuple[float, int]]:
    """Return how often the key point that a text makes is put before its rivals, and of how many texts.

    ``all``, and ``across`` for texts that are in another language than their key point.
    """
    right: dict[str, list[bool]] = {"all": [], "across": []}
    for side in sides:
        odds = _rivals(side, embed, None)
        for row, code, made in zip(odds, side.codes, side.makes, strict=True):
            if made.max() == 1:
                hit = bool(made[int(row.argmax())] == 1)
                right["all"].append(hit)
                if side.key_codes[int(made.argmax())][0] != code:
                    right["across"].append(hit)
    return {name: (round(float(np.mean(hits)), 4), len(hits)) for name, hits in right.items()}


def _matter(side: Side, embed: Embed, known: Weights | None = None) -> tuple[Matter, npt.NDArray[np.int64], int]:
    """Return a side as the measure sees it, its key points in their first wording, and the number of its texts."""
    texts = [*side.texts, *(forms[0] for forms in side.keys)]
    codes = [*side.codes, *(forms[0] for forms in side.key_codes)]
    kinds = [0] * len(side.texts) + [1] * len(side.keys)
    return Matter(texts, codes, embed(texts), kinds, known=known), np.arange(len(texts)), len(side.texts)


def _features(side: Side, embed: Embed) -> tuple[Floats, Floats, npt.NDArray[np.bool_]]:
    matter, all_, count = _matter(side, embed)
    cosines, words = matter.features(all_[:count], all_[count:])
    return cosines, words, side.makes == 1


def _rivals(side: Side, embed: Embed, known: Weights | None) -> Floats:
    matter, all_, count = _matter(side, embed, known)
    return matter.makes(all_[:count], all_[count:])
