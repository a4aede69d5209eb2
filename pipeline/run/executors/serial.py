"""All work in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from pipeline.records import Outcome
from pipeline.run.guard import Factory, run_batch

T = TypeVar("T")
U = TypeVar("U")


class Serial:
    """Builds the stage at the first batch, so that no batch means no model."""

    def map(self, factory: Factory[T, U], batches: Iterable[Sequence[T]]) -> Iterator[list[Outcome[U]]]:
        """Yield the outcomes of each batch, in the order of the batches."""
        stage = None
        for batch in batches:
            if stage is None:
                stage = factory()
            yield run_batch(stage, batch)

    def close(self) -> None:
        """Nothing is held from one ``map`` to the next."""
