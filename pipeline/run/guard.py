"""Turn what a stage raises into outcomes: one per item, in order, whatever happens."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from pipeline.errors import ModelError, PipelineError
from pipeline.records import Done, Dropped, Failure, Outcome

In = TypeVar("In", contravariant=True)
Out = TypeVar("Out", covariant=True)
T = TypeVar("T")
U = TypeVar("U")

log = logging.getLogger("stancewire")


class Stage(Protocol[In, Out]):
    """Work on a batch: as many results as items, in the same order. Built once per worker; may raise."""

    room: str

    def __call__(self, batch: Sequence[In]) -> Sequence[Out]:
        """Return one result per item."""
        ...

    def name(self, item: In) -> str:
        """Return what to call an item in a failure."""
        ...


Factory = Callable[[], Stage[T, U]]


def let_go(stage: Stage[T, U]) -> None:
    """Tell a stage that no batch follows, if it holds more than itself (models that its room keeps for the process)."""
    close: Callable[[], None] | None = getattr(stage, "close", None)
    if close is not None:
        close()


def run_batch(stage: Stage[T, U], batch: Sequence[T]) -> list[Outcome[U]]:
    """Run a batch; if it raises, run its items one by one, so that one poison item costs one item.

    Raises:
        ModelError: a model is missing or damaged, which no other item would survive either.
    """
    try:
        return _checked(stage, batch)
    except ModelError:
        raise
    except Exception as error:  # the reason is found again below, item by item
        if len(batch) == 1:
            return [failure(stage.room, stage.name(batch[0]), error)]
    return [outcome for item in batch for outcome in run_batch(stage, [item])]


def _checked(stage: Stage[T, U], batch: Sequence[T]) -> list[Outcome[U]]:
    results = stage(batch)
    if len(results) != len(batch):
        raise RuntimeError(f"{stage.room} gave {len(results)} results for {len(batch)} items")
    return [result if isinstance(result, Dropped | Failure) else Done(result) for result in results]


def failure(room: str, item: str, error: BaseException) -> Failure:
    """Return the record of an error."""
    if isinstance(error, PipelineError):
        return Failure(room, error.item or item, error.kind, error.message, error.retryable)
    log.debug("unexpected error in %s for %s", room, item, exc_info=error)
    message = f"{item}: unexpected {type(error).__name__}: {error}; please report it with the item"
    return Failure(room, item, "unexpected", message, retryable=isinstance(error, MemoryError))
