"""What was left out on purpose, by reason and by name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import PurePosixPath

from pipeline.records import Edition

NAMED = 10
"""Items that are named, of each reason."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Items left out for one reason: up to :data:`NAMED` names, how many items there are, how many are not named."""

    reason: str
    names: tuple[str, ...]
    size: int

    @property
    def unnamed(self) -> int:
        """Number of the items that are not named."""
        return self.size - len(self.names)


def left_out(edition: Edition) -> tuple[LeftOut, ...]:
    """Give the items by reason. Of a file the name is given, not its folder."""
    items: dict[str, list[str]] = defaultdict(list)
    for one in edition.dropped:
        items[one.reason].append(_name(one.item))
    return tuple(
        LeftOut(reason.replace("_", " "), tuple(sorted(filter(None, names))[:NAMED]), len(names))
        for reason, names in sorted(items.items())
    )


def _name(item: str) -> str:
    return PurePosixPath(item.removeprefix("file:")).name if item.startswith(("file:", "/")) else item
