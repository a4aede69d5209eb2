"""The door to the network, cheap to open: what does the work is imported when there is work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from pipeline.fetch.settings import FetchSettings, Target
from pipeline.records import Fetched, Outcome, Unchanged

if TYPE_CHECKING:
    from pipeline.fetch.addresses import Lookup


class Fetcher:
    """Gets addresses over http and https, politely, within limits. ``now`` gives aware times in UTC.

    ``lookup`` replaces the system's name resolution.
    """

    def __init__(self, settings: FetchSettings, *, now: Callable[[], datetime], lookup: Lookup | None = None) -> None:
        self._settings = settings
        self._now = now
        self._lookup = lookup

    def get(self, targets: Sequence[Target]) -> list[Outcome[Fetched | Unchanged]]:
        """Fetch all targets at once; return one outcome per target, in their order.

        Each ends within ``source_s`` from its turn, plus the time that its host spends on the targets before it.
        Must not be called from a coroutine: it runs an event loop of its own.

        Raises:
            ConfigError: ``ca_file`` cannot be read.
        """
        if not targets:
            return []
        import asyncio

        from pipeline.fetch.addresses import system_lookup
        from pipeline.fetch.round import fetch_all

        return asyncio.run(fetch_all(targets, self._settings, self._now, self._lookup or system_lookup))
