"""The parent's side of the guarded child: one persistent process, killed and replaced when it exceeds a limit."""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import subprocess
import sys
import time
import weakref
from typing import IO

from pipeline.errors import ExtractError
from pipeline.extract.child import HEADER, send

_CLOCK_FACTOR = 6.0
"""Wall clock allowed per second of processor time: the machine may be busy, and a child may wait for nothing."""
_START = 30.0
"""Seconds by the clock that a fresh child may need to import its libraries."""
_COMMAND = "from pipeline.extract.child import main; main({line})"


class Guard:
    """Runs operations of :mod:`pipeline.extract.work` in a child process under limits.

    A plain subprocess, not a ``multiprocessing`` one: it also works inside workers of a process pool, which may not
    have such children, and it never imports the caller's main module.
    """

    def __init__(self, time_limit: float, memory_limit: int) -> None:
        self._time_limit = time_limit
        self._memory_limit = memory_limit
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._finalizer: weakref.finalize[[subprocess.Popen[bytes], int, int], Guard] | None = None

    def call(self, operation: str, *arguments: object, item: str) -> object:
        """Run one operation and return its value.

        Raises:
            ExtractError: as the operation raised it; or kind ``timeout``, ``memory``, ``too_deep``, ``unreadable`` or
                ``crashed``, when the next call gets a fresh child.
        """
        process = self._running()
        assert process.stdin is not None
        try:
            send(process.stdin, (operation, arguments, self._time_limit, self._memory_limit))  # type: ignore[arg-type]  # opened with a pipe
            answer = self._answer(process, item)
        except (BrokenPipeError, EOFError):
            raise self._died(process, item) from None
        except BaseException:
            self.close()  # an answer may be left in the pipe: the next call must not read it
            raise
        if answer[0] == "error":
            raise answer[1]  # type: ignore[misc]  # the child sends an ExtractError
        if answer[0] == "failed":
            self.close()
            message = f"{item}: {answer[2]}; the item is left out, report it if a browser shows it well"
            raise ExtractError(message, item=item, kind=str(answer[1]))
        return answer[1]

    def close(self) -> None:
        """End the child, if there is one. The guard can be used again."""
        if self._finalizer is not None:
            self._finalizer()
        self._finalizer = None
        self._process = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._owner == os.getpid() and self._process.poll() is None:
            return self._process
        self.close()
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        theirs, ours = os.pipe()
        self._process = subprocess.Popen(  # noqa: S603 -- our own interpreter and module
            [sys.executable, "-W", "ignore", "-c", _COMMAND.format(line=theirs)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            pass_fds=(theirs,),
        )
        os.close(theirs)
        self._owner = os.getpid()
        self._finalizer = weakref.finalize(self, _end, self._process, self._owner, ours)
        return self._process

    def _answer(self, process: subprocess.Popen[bytes], item: str) -> tuple[object, ...]:
        import pickle

        assert process.stdout is not None
        deadline = time.monotonic() + self._time_limit * _CLOCK_FACTOR + _START
        length = HEADER.unpack(self._read(process.stdout, HEADER.size, deadline, item))[0]
        answer: tuple[object, ...] = pickle.loads(  # noqa: S301 -- written by our own child
            self._read(process.stdout, length, deadline, item)
        )
        return answer

    def _read(self, stream: IO[bytes], count: int, deadline: float, item: str) -> bytes:
        """Read exactly ``count`` bytes before the deadline."""
        descriptor = stream.fileno()
        chunks: list[bytes] = []
        with selectors.DefaultSelector() as selector:
            selector.register(descriptor, selectors.EVENT_READ)
            while count:
                if not selector.select(max(0.0, deadline - time.monotonic())):
                    self.close()
                    raise _timeout(item, self._time_limit)
                chunk = os.read(descriptor, min(count, 1 << 20))
                if not chunk:
                    raise EOFError
                chunks.append(chunk)
                count -= len(chunk)
        return b"".join(chunks)

    def _died(self, process: subprocess.Popen[bytes], item: str) -> ExtractError:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(5)
        code = process.poll()
        self.close()
        if code == -signal.SIGXCPU:
            return _timeout(item, self._time_limit)
        if code == -signal.SIGKILL:
            message = f"{item}: the reader was killed, most likely for memory; leave the item out or read it alone"
            return ExtractError(message, item=item, kind="memory")
        message = f"{item}: the reader crashed (exit status {code}); the item is left out, please report it"
        return ExtractError(message, item=item, kind="crashed")


def _timeout(item: str, seconds: float) -> ExtractError:
    message = f"{item}: not read within {seconds:g} s of processor time; leave it out or raise extract.time_limit"
    return ExtractError(message, item=item, kind="timeout")


def _end(process: subprocess.Popen[bytes], owner: int, line: int) -> None:
    """Kill the child and collect it; a forked copy of the parent only lets go of the pipes."""
    os.close(line)
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()
    if owner == os.getpid():
        process.kill()
        process.wait()
    else:
        process.returncode = 0  # not our child: nothing to wait for
