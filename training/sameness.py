"""How alike the texts of a corpus are: n-grams that occur once, near twins, openings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from training.reading.markup import UNSPACED


def sameness(texts: Sequence[tuple[str, str]], size: int = 3) -> dict[str, float]:
    """Measure sameness of (language, text): share of distinct n-grams, and of texts with a near twin (Jaccard >= .3).

    Words for languages with spaces, characters for Chinese and Japanese (n-grams twice as long there).
    """
    grams: list[set[tuple[str, ...]]] = []
    owners: dict[tuple[str, ...], list[int]] = {}
    for index, (language, text) in enumerate(texts):
        units = list(text.replace(" ", "")) if language in UNSPACED else text.lower().split()
        length = size * 2 if language in UNSPACED else size
        own = {tuple(units[i : i + length]) for i in range(len(units) - length + 1)}
        grams.append(own)
        for gram in own:
            owners.setdefault(gram, []).append(index)
    openings = {tuple(t.lower().split()[:3]) if g not in UNSPACED else t[:4] for g, t in texts}
    return {
        "distinct": round(len(owners) / max(sum(map(len, grams)), 1), 4),
        "near twins": round(_twins(grams, owners) / max(len(texts), 1), 4),
        "distinct openings": round(len(openings) / max(len(texts), 1), 4),
    }


def _twins(grams: Sequence[set[tuple[str, ...]]], owners: dict[tuple[str, ...], list[int]]) -> int:
    """Count the texts that share many of their n-grams with one other."""
    found = 0
    for index, own in enumerate(grams):
        shared = Counter(o for gram in own for o in owners[gram] if o != index)
        found += any(n / len(own | grams[o]) >= 0.3 for o, n in shared.most_common(5))
    return found
