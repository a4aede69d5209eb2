"""What verify finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not hold. ``file``: path inside the edition; ``item``: id or line, may be empty.

    >>> print(Problem("claims.jsonl", "c1_0", "no such article: a1_0"))
    claims.jsonl: c1_0: no such article: a1_0
    """

    file: str
    item: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.item, self.message) if part)
