"""Work in a pool of processes on this machine.

A worker that dies (killed for memory, a crash in compiled code) costs the item that killed it: the batches in flight
are run again item by item, each in a fresh worker.
"""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from pipeline.records import Failure, Outcome
from pipeline.run.guard import Factory, Stage, run_batch

T = TypeVar("T")
U = TypeVar("U")

_stage: Stage[Any, Any] | None = None
"""The worker's own stage."""


class Processes:
    """``workers`` processes, each with its own models; at most two batches per worker are in flight."""

    def __init__(self, workers: int) -> None:
        self._workers = max(1, workers)

    def map(self, factory: Factory[T, U], batches: Iterable[Sequence[T]]) -> Iterator[list[Outcome[U]]]:
        """Yield the outcomes of each batch, in the order of the batches."""
        waiting = iter(batches)
        # A pool that would have one batch only needs one worker.
        head = list(itertools.islice(waiting, self._workers))
        if not head:
            return
        source = itertools.chain(head, waiting)
        while True:
            lost: list[Sequence[T]] = []
            yield from self._until_broken(factory, source, len(head), lost)
            if not lost:
                return
            for batch in lost:
                yield [outcome for item in batch for outcome in self._alone(factory, item)]

    def _until_broken(
        self, factory: Factory[T, U], source: Iterator[Sequence[T]], workers: int, lost: list[Sequence[T]]
    ) -> Iterator[list[Outcome[U]]]:
        """Yield outcomes in order; when a worker dies, put the batches in flight into ``lost`` and stop."""
        pool = _pool(factory, min(workers, self._workers))
        flying: deque[tuple[Sequence[T], Future[list[Outcome[U]]]]] = deque()
        try:
            for batch in itertools.islice(source, 2 * self._workers):
                flying.append((batch, _submit(pool, batch)))
            while flying:
                yield flying[0][1].result()
                flying.popleft()
                for batch in itertools.islice(source, 1):
                    flying.append((batch, _submit(pool, batch)))
        except BrokenProcessPool:
            lost.extend(batch for batch, _ in flying)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _alone(self, factory: Factory[T, U], item: T) -> list[Outcome[U]]:
        pool = _pool(factory, 1)
        try:
            return pool.submit(_work, [item]).result()
        except BrokenProcessPool:
            stage = factory()
            message = "the worker process died on it, most likely for want of memory; leave it out or split it"
            return [Failure(stage.room, stage.name(item), "worker_died", message, retryable=True)]
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, batch: Sequence[T]) -> Future[list[Outcome[Any]]]:
    try:
        return pool.submit(_work, batch)
    except BrokenProcessPool as error:
        # The pool broke before this batch got in: its future tells so when its turn comes.
        future: Future[list[Outcome[Any]]] = Future()
        future.set_exception(error)
        return future


def _pool(factory: Factory[Any, Any], workers: int) -> ProcessPoolExecutor:
    # spawn, since forking a process that holds threads (an HTTP client, a model) can hang.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_remember, initargs=(factory,))


_factory: Factory[Any, Any] | None = None


def _remember(factory: Factory[Any, Any]) -> None:
    # The stage is built with the first batch: an error in an initializer would only read "broken pool".
    global _factory
    _factory = factory
    # Ctrl-C reaches every process of the terminal; it is the parent who ends the work and says so.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True, name="parent watch").start()


def _end_with_parent() -> None:
    # A worker waits for work on a pipe whose other end it holds itself: it would outlive a killed parent for ever.
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(batch: Sequence[Any]) -> list[Outcome[Any]]:
    global _stage
    if _stage is None:
        assert _factory is not None
        _stage = _factory()
    return run_batch(_stage, batch)
