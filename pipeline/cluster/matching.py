"""Whether two texts on one matter make the same point: the one measure behind key points, groups and their names.

Three things are weighed, with weights learned on arguments in twelve languages (``training/build_matcher.py``): the
cosine of the texts' vectors, those of the point encoder (``pipeline.encode.PointEncoder``) and of the encoder together
(:func:`both`), once what all texts on the matter share is taken out; the rare pieces of words that both use; and, for a
claim among key points, how far the best one is ahead and which ones claims like it make.
Shared words speak for a match; across languages there are none, and what is usual at that cosine is put in their place.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from pipeline.cluster.linkage import Floats, Ints, link, unit
from pipeline.cluster.overlap import profiles

COMMON, FEW = 0.7, 5
"""Share of the mean taken out of many texts, and the number of texts at which half of that is taken out: the fewer
there are, the less their mean says of the matter."""
ECHO = 0.92
"""Cosine of the point encoder from which a text is an echo of another, so that an echo does not become the matter: of
two arguments on one topic, one pair in a thousand lies as near."""
PLAIN = 0.3
"""Share of the encoder's own vectors: what the point encoder has not learned, the encoder sees better here and there
(``benchmarks/matching.py``; docs/benchmarks.md). The weights are those fitted to the point encoder alone: fitted to
both, they give less to shared words, and points are told worse."""
LENT, MOST = 0.3, 3000
"""Share of a claim's odds that come from claims like it (on questions that the point encoder has not learned from, .3
names the right key point more often than none and .6), and the number of claims beyond which they have but their own,
since pairs grow quadratically."""


class Weights(NamedTuple):
    """What was learned. A pair's log odds: ``bias + cosine * c + words * w``."""

    bias: float
    cosine: float
    words: float
    usual: tuple[float, float]
    """Shared words to expect at a cosine: constant and slope."""
    point: tuple[float, float, float]
    """Of a claim among key points: constant, log odds of the pair, its lead over the next best key point."""
    fidelity: Mapping[str, float]
    """Per language, what its vectors keep of the meaning: a translation lies at the product of two languages' values
    (the factors of a cosine between imprecise measures: Spearman 1904)."""


class Matter:
    """Texts on one matter, made comparable. Indexes below are those of the texts given.

    ``vectors`` is n x width, rows of length 1, of :func:`both` encoders. ``kinds`` tells texts of different form apart
    (arguments, key points): what each kind has in common is taken out by itself. ``known`` are weights, if not those of
    the package.
    """

    def __init__(
        self,
        texts: Sequence[str],
        languages: Sequence[str],
        vectors: Floats,
        kinds: Sequence[int] | None = None,
        *,
        known: Weights | None = None,
    ) -> None:
        self._known = known or weights()
        self._rows = apart(vectors, np.asarray(kinds if kinds is not None else [0] * len(texts), dtype=np.int64))
        self._words = profiles(texts, languages)
        codes = {language: code for code, language in enumerate(sorted(set(languages)))}
        self._languages = np.array([codes[language] for language in languages], dtype=np.int64)

    def centre(self, members: Sequence[int]) -> Floats:
        """Return the mean direction of some texts."""
        mean: Floats = unit(self._rows[list(members)].astype(np.float64).sum(axis=0, keepdims=True))[0]
        return mean

    def features(self, left: Ints, right: Ints) -> tuple[Floats, Floats]:
        """Return cosines and shared words of every pair, two matrices; words are NaN across languages."""
        cosines = self._rows[left] @ self._rows[right].T
        words = np.asarray((self._words[left] @ self._words[right].T).toarray(), dtype=np.float32)
        words[self._languages[left][:, None] != self._languages[right][None, :]] = np.nan
        return cosines, words

    def alike(self, left: Ints, right: Ints) -> Floats:
        """Return the log odds that two texts make the same point: one row of ``left``, one column of ``right``."""
        known = self._known
        cosines, words = self.features(left, right)
        words = np.where(np.isnan(words), np.maximum(known.usual[0] + known.usual[1] * cosines, 0), words)
        return np.asarray(known.bias + known.cosine * cosines + known.words * words, dtype=np.float32)

    def makes(self, claims: Ints, points: Ints) -> Floats:
        """Return the log odds that each claim makes each of some rival key points, the claims among themselves."""
        constant, pair, ahead = self._known.point
        odds = self._lent(claims, self.alike(claims, points))
        return np.asarray(constant + pair * odds + ahead * lead(odds), dtype=np.float32)

    def _lent(self, claims: Ints, odds: Floats) -> Floats:
        """Let claims share their odds: what others like it say tells which point a claim makes in words of its own.

        One step of label propagation (Zhu and Ghahramani 2002), weighed by the squared chance that two make one point.
        """
        if not 1 < len(claims) <= MOST:
            return odds
        near = chance(self.alike(claims, claims)).astype(np.float64) ** 2
        np.fill_diagonal(near, 0.0)
        others = near @ odds / np.maximum(near.sum(axis=1, keepdims=True), 1e-9)
        return np.asarray((1 - LENT) * odds + LENT * others, dtype=np.float32)


def both(points: Floats, vectors: Floats) -> Floats:
    """Return rows of length 1 whose cosines are those of the point encoder and of the encoder, weighed.

    ``points`` and ``vectors`` (centred) are rows of length 1 of the same texts, (n, width) each.
    """
    return np.hstack([np.sqrt(1 - PLAIN) * points, np.sqrt(PLAIN) * vectors]).astype(np.float32)


def chance(odds: Floats) -> Floats:
    """Turn log odds into probabilities."""
    return np.asarray(1.0 / (1.0 + np.exp(-odds.astype(np.float64))), dtype=np.float32)


def lead(odds: Floats) -> Floats:
    """Return how far each column is ahead of the best other one of its row; 0 where there is no other."""
    if odds.shape[1] < 2:
        return np.zeros_like(odds)
    best = np.sort(odds, axis=1)[:, -2:]
    return odds - np.where(odds == best[:, 1:], best[:, :1], best[:, 1:])


def apart(vectors: Floats, kinds: Ints) -> Floats:
    """Take out of vectors what the texts of their kind share."""
    rows = np.array(vectors, dtype=np.float32)
    for kind in np.unique(kinds):
        own = np.flatnonzero(kinds == kind)
        rows[own] = unit(rows[own] - shared(rows[own], ECHO))
    return rows


def shared(rows: Floats, twins: float) -> Floats:
    """Return one row: what is to be taken out of texts on one matter; those as near as ``twins`` count once."""
    labels = link(rows, twins)
    centres = np.zeros((int(labels.max()) + 1, rows.shape[1]))
    np.add.at(centres, labels, rows)
    mean: Floats = COMMON * len(centres) / (len(centres) + FEW) * unit(centres).mean(axis=0, keepdims=True)
    return mean


@cache
def weights() -> Weights:
    """Read what was learned from ``data/matching.json``."""
    known = json.loads((files("pipeline.cluster") / "data" / "matching.json").read_text(encoding="utf-8"))
    pair = known["pair"]
    return Weights(
        pair["bias"],
        pair["cosine"],
        pair["words"],
        tuple(known["usual"]),
        tuple(known["point"]),
        known["fidelity"],
    )
