"""Which claims must not stand in one family, however near their vectors are.

Opposite claims lie as close as translations do, and so do claims that differ in one number or name alone. So the
vectors propose and the facts of the claims dispose.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.cluster.lexicon import poles
from pipeline.cluster.linkage import Bools, Floats, Ints
from pipeline.cluster.statements import Amount, Statement, amounts, days, names

REPEAT = 0.75
"""Cosine from which two sentences of one article say the same: few authors say a thing twice, many say things akin."""
TWIN = 0.8
"""Above this cosine, two claims of which one is negated are the same words with and without "not"."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What of a claim can contradict another: one row a claim in every field."""

    inverted: Bools
    signs: npt.NDArray[np.int8]
    """n x questions: 1 yes, -1 no, 0 unsure."""
    poles: npt.NDArray[np.int8]
    """n x pairs of opposite words: 1 and -1 for the two ends, 0 for none or both."""
    amounts: tuple[tuple[Amount, ...], ...]
    names: tuple[tuple[tuple[str, str], ...], ...]
    days: tuple[tuple[str, ...], ...]
    articles: npt.NDArray[np.int64]

    def conflicts(self, members: Ints, cosines: Floats) -> Bools:
        """Return the n x n pairs of ``members`` (n indexes) that contradict each other."""
        found = _opposed(self.signs[members])
        turned = self.inverted[members]
        differ = turned[:, None] != turned[None, :]
        found |= differ & (~_agreed(self.signs[members]) | (cosines >= TWIN))
        found |= ~differ & _opposed(self.poles[members])
        articles = self.articles[members]
        found |= (articles[:, None] == articles[None, :]) & (cosines < REPEAT)
        _block_amounts(found, [self.amounts[i] for i in members])
        _block_disjoint(found, [self.names[i] for i in members])
        _block_days(found, [self.days[i] for i in members])
        return found


def traits(statements: Sequence[Statement]) -> Traits:
    """Collect the traits of claims, in their order."""
    count = len(statements)
    articles = {article: n for n, article in enumerate(sorted({s.article.id for s in statements}))}
    return Traits(
        inverted=np.array([s.inverted for s in statements], dtype=np.bool_),
        signs=np.array([s.signs for s in statements], dtype=np.int8).reshape(count, -1),
        poles=np.array([poles(s.point, s.claim.language) for s in statements], dtype=np.int8).reshape(count, -1),
        amounts=tuple(amounts(s) for s in statements),
        names=tuple(names(s) for s in statements),
        days=tuple(days(s) for s in statements),
        articles=np.array([articles[s.article.id] for s in statements], dtype=np.int64),
    )


def _opposed(signs: npt.NDArray[np.int8]) -> Bools:
    """Return the pairs of rows with opposite signs in some column."""
    plus, minus = (signs > 0).astype(np.float32), (signs < 0).astype(np.float32)
    one_way = plus @ minus.T > 0
    return one_way | one_way.T


def _agreed(signs: npt.NDArray[np.int8]) -> Bools:
    """Return the pairs of rows with the same sign in some column."""
    plus, minus = (signs > 0).astype(np.float32), (signs < 0).astype(np.float32)
    return (plus @ plus.T + minus @ minus.T) > 0


def _block_amounts(found: Bools, rows: Sequence[tuple[Amount, ...]]) -> None:
    """Mark pairs that give amounts of one kind and unit of which none is the same."""
    by_unit: dict[str, list[tuple[int, float, float]]] = defaultdict(list)
    for row, own in enumerate(rows):
        for unit, low, high in own:
            by_unit[unit].append((row, low, high))
    for entries in by_unit.values():
        owners, starts = np.unique(np.array([e[0] for e in entries]), return_index=True)
        lows, highs = np.array([e[1] for e in entries]), np.array([e[2] for e in entries])
        meet = (lows[:, None] <= highs[None, :]) & (lows[None, :] <= highs[:, None])
        meet = np.logical_or.reduceat(np.logical_or.reduceat(meet, starts, axis=0), starts, axis=1)
        found[np.ix_(owners, owners)] |= ~meet


def _block_disjoint(found: Bools, rows: Sequence[tuple[tuple[str, str], ...]]) -> None:
    """Mark pairs that name things of one type of which none is the same."""
    by_type: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row, own in enumerate(rows):
        for kind, key in own:
            by_type[kind][key].append(row)
    for keys in by_type.values():
        owners = np.unique(np.concatenate([np.array(v) for v in keys.values()]))
        shared = np.zeros((len(owners), len(owners)), dtype=np.bool_)
        for holders in keys.values():
            at = np.searchsorted(owners, holders)
            shared[np.ix_(at, at)] = True
        found[np.ix_(owners, owners)] |= ~shared


def _block_days(found: Bools, rows: Sequence[tuple[str, ...]]) -> None:
    """Mark pairs that name dates of which none lies within another: 2025-03 lies in 2025."""
    dated = [(row, own) for row, own in enumerate(rows) if own]
    distinct = sorted({own for _, own in dated})
    clash = {
        (a, b): not any(x.startswith(y) or y.startswith(x) for x in a for y in b) for a in distinct for b in distinct
    }
    for row, own in dated:
        for other, theirs in dated:
            if clash[own, theirs]:
                found[row, other] = True
