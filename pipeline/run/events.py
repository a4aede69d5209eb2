"""What a run notes in the log, for machines: one event per step, source, failure, drop, and at the end."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict

from pipeline.records import Dropped, Failure, SourceStatus
from pipeline.run.progress import Progress, Step

log = logging.getLogger("stancewire")


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


class Timed:
    """Shows steps as another progress does, and logs each at its end with its count and seconds."""

    def __init__(self, shown: Progress) -> None:
        self._shown = shown

    @contextmanager
    def step(self, label: str, total: int) -> Iterator[Step]:
        """Open a step of ``total`` items."""
        began = time.monotonic()
        with self._shown.step(label, total) as step:
            yield step
        event("step", step=label, items=total, seconds=round(time.monotonic() - began, 3))
