"""One run at a time per output folder."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import LockedError, StoreError


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold the lock of an output folder; the system frees it when the process ends, however it ends.

    Raises:
        LockedError: another run holds it.
        StoreError: the folder cannot be written.
    """
    path = folder / "lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise StoreError(
            f"{folder}: {error.strerror}; make the folder writable, or choose another with --out", item=str(folder)
        ) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(descriptor)
        raise LockedError(
            f"another run is at work in {folder.parent}; wait for it to end, or choose another folder with --out",
            item=str(path),
            kind="locked",
            retryable=True,
        ) from error
    try:
        yield
    finally:
        os.close(descriptor)
