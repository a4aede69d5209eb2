"""What becomes of an item: a value, left out on purpose, or failed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Failure:
    """One item that a room could not handle, with what to do about it."""

    room: str
    item: str
    kind: str
    message: str
    retryable: bool = False


@dataclass(frozen=True, slots=True)
class Dropped:
    """An item left out on purpose: filtered is not failed."""

    reason: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """A value."""

    value: T


Outcome = Done[T] | Dropped | Failure
"""What becomes of one item in one room: exactly one outcome per input, in the order of the inputs."""
