"""When to try again, and how long to wait. Pure functions; no clock but the one given."""

from __future__ import annotations

import hashlib
import math
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from pipeline.errors import FetchError

RETRIED_STATUS = frozenset({408, 429, 502, 503, 504})


class TryAgain(FetchError):
    """An attempt failed in a way that the next one may not. ``wait_s`` is what the server asked for, if it did."""

    def __init__(self, message: str, *, item: str, kind: str, wait_s: float | None = None) -> None:
        super().__init__(message, item=item, kind=kind, retryable=True)
        self.wait_s = wait_s

    def __reduce__(self) -> tuple[object, ...]:
        return (_again, (self.message, self.item, self.kind, self.wait_s))


def _again(message: str, item: str, kind: str, wait_s: float | None) -> TryAgain:
    return TryAgain(message, item=item, kind=kind, wait_s=wait_s)


def backoff(url: str, attempt: int, base_s: float) -> float:
    """Return the seconds to wait after failed attempt ``attempt`` (from 0): doubling, plus up to half as much again.

    The jitter spreads sources apart, yet is the same in every run.

    >>> 1.0 <= backoff("https://a.example/", 1, 0.5) < 1.5
    True
    """
    digest = hashlib.sha256(f"{attempt} {url}".encode("utf-8", "surrogatepass")).digest()
    return float(base_s * 2**attempt * (1 + int.from_bytes(digest[:4], "big") / 2**33))


def retry_after(value: str | None, now: datetime) -> float | None:
    """Read a ``Retry-After`` header: seconds from ``now``, never negative; None if absent or unreadable.

    >>> retry_after("7", datetime(2026, 1, 1, tzinfo=UTC))
    7.0
    >>> retry_after("Thu, 01 Jan 2026 00:01:00 GMT", datetime(2026, 1, 1, tzinfo=UTC))
    60.0
    """
    if value is None:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError):
        return None
    seconds = ((when if when.tzinfo else when.replace(tzinfo=UTC)) - now).total_seconds()
    return max(0.0, seconds) if math.isfinite(seconds) else None
