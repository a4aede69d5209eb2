"""What tests of several rooms share."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest


def _least_seconds(call: Callable[[], object]) -> float:
    """The least processor seconds of three runs of a call, the garbage collector off.

    A collection walks the objects of all tests before this one, and a busy machine slows one run, not three: neither
    is a cost of the call.
    """
    best = float("inf")
    gc.disable()
    try:
        for _ in range(3):
            begin = time.process_time()
            call()
            best = min(best, time.process_time() - begin)
    finally:
        gc.enable()
    return best


@pytest.fixture
def processor_seconds() -> Callable[[Callable[[], object]], float]:
    """Measures what a call costs, for tests of how cost grows."""
    return _least_seconds
