"""What a run notes in the log: one event per step, source, failure, drop, and at the end.

In JSON all are for machines; as plain text the log tells of the steps alone.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict

from pipeline.records import Dropped, Failure, SourceStatus
from pipeline.run.progress import Progress, Step

log = logging.getLogger("stancewire")

EVERY = 30.0
"""Seconds after which a step that still goes on is told of, again and again."""


def event(name: str, **fields: object) -> None:
    """Log an event with its fields."""
    log.info(name, extra={"fields": fields})


def fared(sources: Sequence[SourceStatus], failures: Sequence[Failure], dropped: Sequence[Dropped]) -> None:
    """Log how each source fared, and every item that failed or was left out."""
    for status in sources:
        event("source", **asdict(status))
    for failure in failures:
        event("failure", **asdict(failure))
    for item in dropped:
        event("dropped", **asdict(item))


class _Counted:
    """Shows a step as another does, and knows how many items are done."""

    def __init__(self, shown: Step) -> None:
        self._shown = shown
        self.done = 0

    def advance(self, amount: int = 1) -> None:
        """Say that so many items are done."""
        self.done += amount
        self._shown.advance(amount)


class Timed:
    """Shows steps as another progress does, and logs each at its end with its count and seconds.

    A step that takes long is logged as ``going`` every :data:`EVERY` seconds, though a single item may be all it has.
    """

    def __init__(self, shown: Progress) -> None:
        self._shown = shown

    @contextmanager
    def step(self, label: str, total: int) -> Iterator[Step]:
        """Open a step of ``total`` items."""
        began = time.monotonic()
        with self._shown.step(label, total) as step:
            counted = _Counted(step)

            def tell() -> None:
                seconds = round(time.monotonic() - began, 3)
                event("going", step=label, done=counted.done, items=total, seconds=seconds)

            with _meanwhile(tell):
                yield counted
        event("step", step=label, items=total, seconds=round(time.monotonic() - began, 3))


@contextmanager
def _meanwhile(tell: Callable[[], None]) -> Iterator[None]:
    """Tell every so often while the body works, which may be in one call for minutes."""
    over, every = threading.Event(), EVERY

    def watch() -> None:
        while not over.wait(every):
            tell()

    watcher = threading.Thread(target=watch, daemon=True, name="progress")
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()
