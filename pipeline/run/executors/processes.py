"""Work in a pool of processes on this machine.

A worker that dies (killed for memory, a crash in compiled code) costs the item that killed it: the batches in flight
are run again item by item, each in a fresh worker. Workers end at once with the process that started them, or when they
are closed amid their work: a long text would keep them for minutes.
"""

from __future__ import annotations

import ctypes
import gc
import itertools
import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from pipeline import lifeline
from pipeline.records import Failure, Outcome
from pipeline.run.guard import Factory, Stage, let_go, run_batch

T = TypeVar("T")
U = TypeVar("U")

Job = tuple[int, Factory[Any, Any]]
"""Number of a call of ``map`` and the factory of its stage: a worker keeps one stage, the newest."""

_held: tuple[int, Stage[Any, Any]] | None = None
"""The worker's own stage, and the job that it belongs to."""


class Processes:
    """``workers`` processes, started when there is work and kept from one ``map`` to the next.

    Each holds the models of one stage at a time; at most two batches per worker are in flight.
    """

    def __init__(self, workers: int) -> None:
        self._workers = max(1, workers)
        self._numbers = itertools.count()
        self._pool: ProcessPoolExecutor | None = None
        self._running: set[Future[Any]] = set()

    def map(self, factory: Factory[T, U], batches: Iterable[Sequence[T]]) -> Iterator[list[Outcome[U]]]:
        """Yield the outcomes of each batch, in the order of the batches."""
        source = iter(batches)
        job = (next(self._numbers), factory)
        while True:
            lost: list[Sequence[T]] = []
            yield from self._until_broken(job, source, lost)
            if not lost:
                return
            for batch in lost:
                yield [outcome for item in batch for outcome in self._alone(factory, item)]

    def close(self) -> None:
        """End the workers; what they are at is thrown away."""
        pool, self._pool = self._pool, None
        for future in list(self._running):
            future.cancel()  # what cannot be cancelled is being worked on
        if pool is not None:
            _end(pool, busy=bool(self._running))

    def _until_broken(
        self, job: Job, source: Iterator[Sequence[T]], lost: list[Sequence[T]]
    ) -> Iterator[list[Outcome[Any]]]:
        """Yield outcomes in order; when a worker dies, put the batches in flight into ``lost`` and stop."""
        flying: deque[tuple[Sequence[T], Future[list[Outcome[Any]]]]] = deque()
        try:
            for batch in itertools.islice(source, 2 * self._workers):
                flying.append((batch, self._submit(job, batch)))
            while flying:
                yield flying[0][1].result()
                flying.popleft()
                for batch in itertools.islice(source, 1):
                    flying.append((batch, self._submit(job, batch)))
        except BrokenProcessPool:
            lost.extend(batch for batch, _ in flying)
            self.close()
        finally:
            for _, future in flying:
                future.cancel()

    def _submit(self, job: Job, batch: Sequence[Any]) -> Future[list[Outcome[Any]]]:
        # Workers are started as batches come, so that one batch starts one.
        self._pool = self._pool or _pool(self._workers)
        future: Future[list[Outcome[Any]]]
        try:
            with _deaf():
                future = self._pool.submit(_work, job, batch)
        except BrokenProcessPool as error:
            # The pool broke before this batch got in: its future tells so when its turn comes.
            future = Future()
            future.set_exception(error)
            return future
        self._running.add(future)
        future.add_done_callback(self._running.discard)
        return future

    def _alone(self, factory: Factory[T, U], item: T) -> list[Outcome[U]]:
        pool = _pool(1)
        with _deaf():
            future = pool.submit(_work, (-1, factory), [item])
        try:
            return future.result()
        except BrokenProcessPool:
            stage = factory()
            message = "the worker process died on it, most likely for want of memory; leave it out or split it"
            return [Failure(stage.room, stage.name(item), "worker_died", message, retryable=True)]
        finally:
            _end(pool, busy=not future.done())


def _pool(workers: int) -> ProcessPoolExecutor:
    # spawn, since forking a process that holds threads (an HTTP client, a model) can hang.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_prepare)


@contextmanager
def _deaf() -> Iterator[None]:
    """Start workers that do not hear Ctrl-C from their first moment, when they would tell of it with a traceback.

    They inherit the mask. It does not keep the signal from another thread of this process, which would have it raised
    here, amid the start: the worker would find the end of its orders missing, and tell of that. So it is raised
    afterwards.
    """
    heard: list[int] = []
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    handler = signal.getsignal(signal.SIGINT)
    holds = handler is not None and threading.current_thread() is threading.main_thread()
    if holds:
        signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        if holds:
            signal.signal(signal.SIGINT, handler)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        if heard:
            signal.raise_signal(signal.SIGINT)


def _end(pool: ProcessPoolExecutor, *, busy: bool) -> None:
    if busy:  # else they end by themselves in no time, and tidy up
        for worker in list((pool._processes or {}).values()):
            worker.kill()
    pool.shutdown(wait=True, cancel_futures=True)


def _prepare() -> None:
    # Ctrl-C reaches every process of the terminal; it is the parent who ends the work and says so.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with_parent()
    # Models and language data are millions of objects that never die: looking through them at every turn of the
    # collector costs a twentieth of the work.
    gc.set_threshold(50_000, 20, 100)


def _end_with_parent() -> None:
    # A worker waits for work on a pipe whose other end it holds itself: it would outlive a killed parent for ever.
    parent = multiprocessing.parent_process()
    if parent is not None:
        lifeline.hold(parent.sentinel)


def _work(job: Job, batch: Sequence[Any]) -> list[Outcome[Any]]:
    global _held
    number, factory = job
    if _held is None or _held[0] != number:
        # The models of the stage before go first, so that a worker never holds two stages. The stage is built with
        # its first batch: an error in an initializer would only read "broken pool".
        if _held is not None:
            stage, _held = _held[1], None
            let_go(stage)
            del stage
            _return_memory()
        _held = (number, factory())
    return run_batch(_held[1], batch)


def _return_memory() -> None:
    # The allocator keeps what was freed, a hundred megabytes of models, while the next ones are loaded beside it.
    gc.collect()
    with suppress(OSError, AttributeError):  # only the GNU C library has this
        ctypes.CDLL(None).malloc_trim(0)
