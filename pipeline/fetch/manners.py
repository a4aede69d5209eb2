"""Who may ask whom, and when: one request per host at a time, spaced; and what is known to be down is left alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from pipeline.errors import FetchError
from pipeline.fetch.retry import TryAgain

_GIVE_UP_AFTER = 3
"""Targets of one host that fail in a row before the rest of them are not even tried."""

_NO_NETWORK_AFTER = 3
"""Hosts that cannot be connected to before retries stop, as long as no host has answered at all."""

_AT_ONCE = frozenset({"dns", "connect", "certificate"})
"""Failures that the host's other addresses would meet just the same."""


class Manners:
    """Turns and bad news, shared by all tasks of one event loop."""

    def __init__(self, delay_s: float, concurrency: int) -> None:
        self._delay_s = delay_s
        self._slots = asyncio.Semaphore(concurrency)
        self._locks: dict[str, asyncio.Lock] = {}
        self._next: dict[str, float] = {}
        self._failures: dict[str, int] = {}
        self._down: dict[str, FetchError] = {}
        self._unreachable: set[str] = set()
        self._network_works = False

    @asynccontextmanager
    async def alone(self, host: str) -> AsyncIterator[None]:
        """Have a host to oneself, at its turn, as one of the ``concurrency`` targets that are being fetched."""
        async with self._locks.setdefault(host, asyncio.Lock()):
            now = asyncio.get_running_loop().time()
            await asyncio.sleep(self._next.get(host, now) - now)  # before taking a slot that another host can use
            async with self._slots:
                now = asyncio.get_running_loop().time()
                self._next[host] = max(self._next.get(host, now), now + self._delay_s)
                yield

    async def turn(self, host: str) -> None:
        """Take the host's next turn, and wait for it: ``delay_s`` after the one before."""
        now = asyncio.get_running_loop().time()
        start = max(now, self._next.get(host, now))
        self._next[host] = start + self._delay_s
        await asyncio.sleep(start - now)

    def network_works(self) -> None:
        """Note that some server answered."""
        self._network_works = True

    def answered(self, host: str) -> None:
        """Note that a target of the host went well."""
        self._failures.pop(host, None)

    def failed(self, host: str, error: FetchError) -> None:
        """Note that a target of the host failed for good."""
        if not (error.retryable or error.kind in _AT_ONCE):
            return
        self._failures[host] = self._failures.get(host, 0) + 1
        asked_to_wait = isinstance(error, TryAgain) and error.wait_s is not None
        if error.kind in _AT_ONCE or asked_to_wait or self._failures[host] >= _GIVE_UP_AFTER:
            self._down[host] = error

    def hopeless(self, host: str, error: FetchError) -> bool:
        """Note a failed attempt, and tell whether retrying is vain since nothing at all can be reached."""
        if error.kind != "connect":
            return False
        self._unreachable.add(host)
        return not self._network_works and len(self._unreachable) >= _NO_NETWORK_AFTER

    def check(self, host: str, url: str) -> None:
        """Refuse to ask a host that is down in this run. Raises :class:`FetchError`."""
        error = self._down.get(host)
        if error is not None:
            raise FetchError(
                f"{url}: not tried, since {host} failed just before ({error.kind}); try again later.",
                item=url,
                kind="host-down",
                retryable=True,
            )
        if not self._network_works and len(self._unreachable) >= 2 * _NO_NETWORK_AFTER:
            raise FetchError(
                f"{url}: not tried, since no host can be connected to; check the network and run again.",
                item=url,
                kind="no-network",
                retryable=True,
            )
