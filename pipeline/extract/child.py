"""The guarded child process: reads a request, runs it under limits, writes the answer, until its input ends."""

from __future__ import annotations

import math
import os
import pickle
import struct
import sys
from typing import BinaryIO

from pipeline import lifeline
from pipeline.errors import ExtractError

HEADER = struct.Struct(">Q")
"""Length of the pickle that follows."""


def main(line: int) -> None:
    """Serve requests: (operation, arguments, processor seconds, bytes of address space).

    ``line`` is the end of a pipe whose other end the parent holds: this process ends with it, amid a request too.
    """
    lifeline.hold(line)
    source = sys.stdin.buffer
    target = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # a library that prints must not garble the answers
    while (request := receive(source)) is not None:
        send(target, _answer(*request))


def send(stream: BinaryIO, value: object) -> None:
    """Write one framed pickle."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(HEADER.pack(len(data)) + data)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[object, ...] | None:
    """Read one framed pickle, or None at the end of the stream."""
    head = stream.read(HEADER.size)
    if len(head) < HEADER.size:
        return None
    data = stream.read(HEADER.unpack(head)[0])
    value: tuple[object, ...] = pickle.loads(data)  # noqa: S301 -- only parent and child write to this pipe
    return value


def _answer(operation: object, arguments: object, seconds: object, memory: object) -> tuple[object, ...]:
    from pipeline.extract.work import OPERATIONS

    assert isinstance(operation, str)
    assert isinstance(arguments, tuple)
    assert isinstance(seconds, float)
    assert isinstance(memory, int)
    _limit(seconds, memory)
    try:
        return ("done", OPERATIONS[operation](*arguments))
    except ExtractError as error:
        return ("error", error)
    except MemoryError:
        return ("failed", "memory", "needs more memory than allowed")
    except RecursionError:
        return ("failed", "too_deep", "is nested too deeply")
    except Exception as error:  # the parent turns it into one failed item, with its type and text
        told = f"{type(error).__name__}: {error}".removesuffix(": ")  # a bare assertion says nothing of itself
        return ("failed", "unreadable", f"it could not be parsed ({told[:300]})")


def _limit(seconds: float, memory: int) -> None:
    """Set the limits of this request; a spent one ends the process by signal."""
    try:
        import resource
    except ImportError:  # not a POSIX system: the parent's clock is the only limit
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = math.ceil(usage.ru_utime + usage.ru_stime + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))
    if memory:
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (memory if hard == resource.RLIM_INFINITY else min(memory, hard), hard))
