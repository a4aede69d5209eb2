"""Sayings by where their contents lie."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from pipeline.nlp.claims.rules.clauses import ATTITUDE
from pipeline.nlp.claims.rules.discourse import Said


class Located:
    """Frames by where their contents lie; a frame may touch several passages."""

    def __init__(self, said: Sequence[Said]) -> None:
        self.pieces = sorted(
            ((c.start, c.end, index) for index, s in enumerate(said) for c in s.frame.contents), key=lambda p: p[:2]
        )
        self.said = said
        self.starts = [p[0] for p in self.pieces]
        self.longest = max((p[1] - p[0] for p in self.pieces), default=0)

    def touching(self, start: int, end: int) -> list[Said]:
        """Return the sayings some of whose contents lie in ``[start, end)``."""
        low, high = bisect_left(self.starts, start - self.longest), bisect_left(self.starts, end)
        found = sorted({p[2] for p in self.pieces[low:high] if p[1] > start})
        return [self.said[i] for i in found]


def asserting(said: Sequence[Said]) -> Located:
    """Return where the sayings lie that take a sentence from its author: none is embedded in it, none an attitude."""
    return Located([s for s in said if not s.frame.embedded and s.frame.rule != ATTITUDE])
