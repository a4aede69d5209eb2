"""Where stages run.

In: a picklable factory of a stage, and batches cut by the caller. Out: one list of outcomes per batch, in order.
Raises: ``ModelError`` from the factory or a stage; everything else becomes a ``Failure`` of the item.
Invariants: lazy (a batch is taken when there is room for it), bounded, ordered; batches are never cut or joined.
How to add one: a class with ``map`` and ``close`` in a file of its own, and a line in :func:`executor`; the parity test
runs on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from pipeline.errors import ConfigError
from pipeline.records import Outcome
from pipeline.run.guard import Factory

T = TypeVar("T")
U = TypeVar("U")

NAMES = ("serial", "processes")


class Executor(Protocol):
    """Maps a stage over batches."""

    def map(self, factory: Factory[T, U], batches: Iterable[Sequence[T]]) -> Iterator[list[Outcome[U]]]:
        """Yield the outcomes of each batch, in the order of the batches."""
        ...

    def close(self) -> None:
        """Let go of whatever is held from one ``map`` to the next. It may be called at any time, and again."""
        ...


def executor(name: str, workers: int) -> Executor:
    """Return the executor of that name.

    Raises:
        ConfigError: there is none of that name, or what it needs is not installed.
    """
    if name == "serial":
        from pipeline.run.executors.serial import Serial

        return Serial()
    if name == "processes":
        from pipeline.run.executors.processes import Processes

        return Processes(workers)
    raise ConfigError(f"executor: {name!r} is unknown; choose one of {', '.join(NAMES)}", item="executor")
