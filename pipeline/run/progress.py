"""What a run tells while it works. The command line shows it; tests and cron need not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol


class Step(Protocol):
    """One part of the work."""

    def advance(self, amount: int = 1) -> None:
        """Say that so many items are done."""
        ...


class Progress(Protocol):
    """Shows steps as they go."""

    def step(self, label: str, total: int) -> AbstractContextManager[Step]:
        """Open a step of ``total`` items."""
        ...


class _Silent:
    def advance(self, amount: int = 1) -> None:
        """Do nothing."""


class Quiet:
    """Shows nothing."""

    @contextmanager
    def step(self, label: str, total: int) -> Iterator[Step]:
        """Open a step that nobody sees."""
        yield _Silent()
