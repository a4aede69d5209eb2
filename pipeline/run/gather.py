"""Sources to bodies in the store: folders, feeds, pages, and the pages behind feeds of teasers."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.config import Config
from pipeline.errors import ItemError, StoreError
from pipeline.fetch import Fetcher, Target, read_files, read_stream
from pipeline.records import (
    Done,
    Dropped,
    Entry,
    Failure,
    Fetched,
    FetchState,
    Outcome,
    Source,
    SourceStatus,
    Unchanged,
    content_id,
)
from pipeline.run.guard import failure
from pipeline.run.progress import Progress
from pipeline.store import Store

INGEST = "ingest"
"""Source of what was given on the command line; what is not given again stays."""

PAGE_PREFIX = "ingest_"
"""Start of the id of a source that is an address given on the command line."""

STANDARD_INPUT = "-"

Outcomes = dict[str, list[Outcome[Fetched | Unchanged]]]
"""What became of every address or file, by source id."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """How each source fared, and what could not be read."""

    statuses: tuple[SourceStatus, ...]
    failures: tuple[Failure, ...]
    dropped: tuple[Dropped, ...]
    bodies: int
    """Files and addresses that could be read, changed or not."""


def page(address: str, id_: str = "") -> Source:
    """Return the source that an address given on the command line is."""
    return Source(id_ or content_id(PAGE_PREFIX, address), "page", address, urlsplit(address).hostname or "")


def gather(
    sources: Sequence[Source], config: Config, root: Path, store: Store, progress: Progress, now: datetime
) -> Gathered:
    """Read every source once. A source that fails costs nothing else."""
    folders = [source for source in sources if source.kind == "files"]
    remote = [source for source in sources if source.kind != "files"]
    outcomes: Outcomes = {source.id: [] for source in sources}
    with progress.step("fetch", len(sources)) as step:
        for source in folders:
            outcomes[source.id] += _folder(source, config, root, store, now)
            step.advance()
        fetcher = Fetcher(config.settings.fetch, now=lambda: now)
        _fetch(fetcher, [_target(source, store) for source in remote], store, outcomes)
        step.advance(len(remote))
    _full_texts([source for source in remote if source.full_text], config, fetcher, store, progress, outcomes)
    return _summary(sources, outcomes)


def _folder(
    source: Source, config: Config, root: Path, store: Store, now: datetime
) -> list[Outcome[Fetched | Unchanged]]:
    found = _bodies(source, config, root, now)
    for outcome in found:
        if isinstance(outcome, Done):
            store.bodies.save(outcome.value)
    if source.id != INGEST:
        present = {(o.value.url, o.value.sha256) for o in found if isinstance(o, Done)}
        store.bodies.mirror(source.id, present)
    return [Done(outcome.value) if isinstance(outcome, Done) else outcome for outcome in found]


def _bodies(source: Source, config: Config, root: Path, now: datetime) -> list[Outcome[Fetched]]:
    if source.url != STANDARD_INPUT:
        limit = config.settings.extract.max_bytes
        return read_files(source, root, max_bytes=limit, now=lambda: now)
    try:
        data = sys.stdin.buffer.read()
        # Each document that comes this way is one of its own, not a new version of the one before.
        name = f"standard-input-{content_id('', data.hex())}" if data.strip() else "standard-input"
        return [Done(read_stream(data, name, source_id=source.id, now=lambda: now))]
    except ItemError as error:
        return [failure("fetch", STANDARD_INPUT, error)]


def _target(source: Source, store: Store) -> Target:
    return Target(source.id, source.url, store.bodies.states(source.id).get(source.url, FetchState()))


def _fetch(
    fetcher: Fetcher,
    targets: Sequence[Target],
    store: Store,
    outcomes: Outcomes,
) -> None:
    if not targets:
        return
    for target, outcome in zip(targets, fetcher.get(targets), strict=True):
        if isinstance(outcome, Done) and isinstance(outcome.value, Fetched):
            store.bodies.save(outcome.value)
        elif isinstance(outcome, Done) and isinstance(outcome.value, Unchanged):
            store.bodies.remember(target.source_id, target.url, outcome.value.state)
        outcomes[target.source_id].append(outcome)


def _full_texts(
    sources: Sequence[Source],
    config: Config,
    fetcher: Fetcher,
    store: Store,
    progress: Progress,
    outcomes: Outcomes,
) -> None:
    """Fetch the page of every entry that has none yet."""
    if not sources:
        return
    targets = [target for source in sources for target in _missing_pages(source, config, store, outcomes)]
    with progress.step("pages", len(targets)) as step:
        _fetch(fetcher, targets, store, outcomes)
        step.advance(len(targets))


def _missing_pages(source: Source, config: Config, store: Store, outcomes: Outcomes) -> Iterable[Target]:
    known = store.bodies.states(source.id)
    feeds = [row for row in store.bodies.rows({source.id}) if row.url == source.url]
    if not feeds:
        return
    try:
        feed = store.bodies.load(feeds[-1])
    except StoreError as error:
        store.bodies.forget(feeds[-1])
        outcomes[source.id].append(failure("store", source.url, error))
        return
    for entry in _entries(feed, config, source, outcomes)[: source.max_items]:
        if entry.url.startswith(("http://", "https://")) and entry.url not in known:
            yield Target(source.id, entry.url, FetchState(), entry)


def _entries(feed: Fetched, config: Config, source: Source, outcomes: Outcomes) -> tuple[Entry, ...]:
    from pipeline.extract import Extractor

    with Extractor(config.settings.extract) as extractor:
        try:
            return extractor.entries(feed)
        except ItemError as error:
            outcomes[source.id].append(failure("extract", source.url, error))
            return ()


def _summary(sources: Sequence[Source], outcomes: Outcomes) -> Gathered:
    by_id = {source.id: source for source in sources}
    failures = [o for id_ in by_id for o in outcomes[id_] if isinstance(o, Failure)]
    dropped = [o for id_ in by_id for o in outcomes[id_] if isinstance(o, Dropped)]
    statuses = tuple(_status(source, outcomes[id_]) for id_, source in by_id.items())
    bodies = sum(isinstance(o, Done) for id_ in by_id for o in outcomes[id_])
    return Gathered(statuses, tuple(failures), tuple(dropped), bodies)


def _status(source: Source, outcomes: Sequence[Outcome[Fetched | Unchanged]]) -> SourceStatus:
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    # A page or a file that failed costs itself; the source failed when nothing of it could be read.
    if failures and not any(isinstance(outcome, Done) for outcome in outcomes):
        return SourceStatus(source.id, "failed", 0, failures[0].message, failures[0].kind)
    message = f"{len(failures)} of {len(outcomes)} items failed" if failures else ""
    return SourceStatus(source.id, "ok", 0, message)
