"""Near-duplicate texts: the smallest hashes of each text's shingles meet in an inverted index.

Two texts that share many of their k smallest hashes share many shingles (bottom-k sketches, Broder 1997); what meets
is then compared in full.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

SKETCH = 32
MEET = 5
"""Hashes out of the sketch that must be shared before two texts are compared in full."""
CROWD = 200
"""A hash in more texts than this is boilerplate and brings nobody together."""
WORDS = 4
CHARS = 7
_TOKEN = re.compile(r"\w+")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two texts (indexes, left < right) with the share of shingles in common, of both and of the smaller one."""

    left: int
    right: int
    jaccard: float
    containment: float


def shingles(text: str) -> frozenset[int]:
    """Hash every run of four words, or of seven characters where the script writes no spaces (CRC-32)."""
    tokens = _TOKEN.findall(text.casefold())
    joined = "".join(tokens)
    if len(_WIDE.findall(joined)) * 3 > len(joined):
        parts = [joined[i : i + CHARS] for i in range(max(1, len(joined) - CHARS + 1))]
    else:
        parts = [" ".join(tokens[i : i + WORDS]) for i in range(max(1, len(tokens) - WORDS + 1))]
    return frozenset(zlib.crc32(part.encode("utf-8", "surrogatepass")) for part in parts if part)


def overlaps(texts: Sequence[str], jaccard: float = 0.3, containment: float = 0.7) -> list[Overlap]:
    """Find the pairs of texts that share at least one of the two shares of their shingles, in index order."""
    sets = [shingles(text) for text in texts]
    same = _same(sets)
    meetings: Counter[tuple[int, int]] = Counter()
    index: dict[int, list[int]] = defaultdict(list)
    for number in sorted(set(same)):
        for value in sorted(sets[number])[:SKETCH]:
            index[value].append(number)
    for numbers in index.values():
        if len(numbers) <= CROWD:
            meetings.update(combinations(numbers, 2))
    found = [Overlap(first, number, 1.0, 1.0) for number, first in enumerate(same) if first != number]
    for (left, right), count in meetings.items():
        if count >= min(MEET, len(sets[left]), len(sets[right])):
            common, smaller = len(sets[left] & sets[right]), min(len(sets[left]), len(sets[right]))
            share = common / (len(sets[left]) + len(sets[right]) - common)
            if share >= jaccard or common / smaller >= containment:
                found.append(Overlap(left, right, share, common / smaller))
    return sorted(found, key=lambda overlap: (overlap.left, overlap.right))


def _same(sets: Sequence[frozenset[int]]) -> list[int]:
    """Give each text the index of the first with the same shingles: a thousand exact copies are compared once."""
    first: dict[frozenset[int], int] = {}
    return [first.setdefault(value, number) if value else number for number, value in enumerate(sets)]
