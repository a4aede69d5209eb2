"""A run from sources to edition, in the order of the flow drawn in ``pipeline.run``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from pipeline.config import Config
from pipeline.records import Dropped, Edition, Failure, Source, SourceStatus
from pipeline.run import corpus, events
from pipeline.run.edition import Parts, assemble, inputs, publish, standing
from pipeline.run.executors import executor
from pipeline.run.gather import INGEST, PAGE_PREFIX, Gathered, gather, page
from pipeline.run.progress import Progress
from pipeline.store import Store, lock


@dataclass(frozen=True, slots=True)
class Options:
    """What to run on."""

    config: Config
    root: Path
    """Folder that relative paths of sources start from."""
    out: Path
    executor: str
    workers: int
    since: datetime | None = None
    """Leave out what was published (or, undated, first seen) before."""
    extra: tuple[Source, ...] = ()
    """Sources given on the command line; nothing else is fetched then."""
    fetch: bool = True


@dataclass(frozen=True, slots=True)
class Result:
    """What a run came to."""

    edition_id: str | None
    folder: Path | None
    published: bool
    """A new edition was written; else the one before stands."""
    edition: Edition | None
    """The new edition."""
    articles: int
    sources: tuple[SourceStatus, ...]
    failures: tuple[Failure, ...]
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What a run would do, and why."""

    lines: tuple[tuple[str, str, str], ...]
    """(step, item, reason)."""


def run(options: Options, progress: Progress, clock: Callable[[], datetime]) -> Result:
    """Read the sources, and publish an edition when anything that shapes it changed.

    Raises:
        LockedError: another run is at work in the same folder.
        StoreError: the state cannot be used.
        ModelError: a model is missing or damaged.
        PublishError: the edition cannot be written.
    """
    state = options.out / ".state"
    workers = executor(options.executor, options.workers)
    with lock(state), Store(state) as store, closing(workers):
        now = clock()
        number = store.start_run(now)
        shown = events.Timed(progress)
        tools = corpus.Tools(options.config, store, workers, shown)
        events.event("run", out=options.out, executor=options.executor, workers=options.workers)
        result = _run(options, tools, now)
        store.finish_run(number, clock(), summary(result), result.failures)
    events.event(
        "result",
        edition=result.edition_id,
        folder=result.folder,
        published=result.published,
        articles=result.articles,
        summary=summary(result),
    )
    return result


def _run(options: Options, tools: corpus.Tools, now: datetime) -> Result:
    gathered = _gather(options, tools, now)
    if options.extra and not gathered.bodies:
        return _nothing(gathered)
    sources = _sources(options, tools.store)
    corpus.extract(tools, sources)
    decisions = corpus.read_plan(tools, _ids(tools.store, sources, options.since))
    parts = _parts(options, tools.store, sources, gathered, corpus.read(tools, decisions), now)
    events.fared(parts.sources, parts.failures, parts.dropped)
    key = inputs(tools, parts, decisions)
    last = tools.store.last_edition()
    if last is not None and last.inputs == key and standing(options.out, last):
        folder = options.out / "editions" / last.id
        return Result(last.id, folder, False, None, len(decisions), parts.sources, parts.failures, parts.dropped)
    edition = assemble(tools, parts, decisions, last) if decisions else None
    if edition is None or not edition.articles:
        return _nothing(edition or parts)
    events.fared((), edition.failures[len(parts.failures) :], ())
    folder = publish(tools, edition, key, options.out)
    told = (edition.sources, edition.failures, edition.dropped)
    return Result(edition.id, folder, True, edition, len(edition.articles), *told)


def _nothing(found: Gathered | Parts | Edition) -> Result:
    sources = found.statuses if isinstance(found, Gathered) else found.sources
    return Result(None, None, False, None, 0, sources, found.failures, found.dropped)


def _parts(
    options: Options,
    store: Store,
    sources: Sequence[Source],
    gathered: Gathered,
    passing: Mapping[str, Failure],
    now: datetime,
) -> Parts:
    left_out = store.articles.left_out({source.id for source in sources})
    failed = [item for item in left_out if isinstance(item, Failure)]
    return Parts(
        config=options.config,
        sources=_with_counts(_unreadable(gathered.statuses, sources, failed), store, sources),
        failures=(*gathered.failures, *failed, *(passing[key] for key in sorted(passing))),
        dropped=(*gathered.dropped, *(item for item in left_out if isinstance(item, Dropped))),
        now=now,
    )


def _unreadable(
    statuses: Sequence[SourceStatus], sources: Sequence[Source], failures: Sequence[Failure]
) -> tuple[SourceStatus, ...]:
    """Return the statuses with those of sources failed whose one body was fetched well and cannot be read."""
    whole = {failure.item: failure for failure in failures}
    addresses = {source.id: source.url for source in sources if source.kind != "files"}
    found = []
    for status in statuses:
        failure = whole.get(addresses.get(status.source_id, ""))
        if failure is not None and status.status == "ok":
            status = SourceStatus(status.source_id, "failed", 0, failure.message, failure.kind)
        found.append(status)
    return tuple(found)


def _sources(options: Options, store: Store) -> tuple[Source, ...]:
    """Return every source whose articles belong to the edition: configured, or given on a command line ever."""
    known = {source.id for source in options.config.sources}
    pages = {id_: page(url, id_) for id_, url in store.bodies.addresses(PAGE_PREFIX) if id_ not in known}
    pages |= {source.id: source for source in options.extra if source.id != INGEST}
    return (*options.config.sources, *pages.values(), Source(INGEST, "files", ".", ""))


def _gather(options: Options, tools: corpus.Tools, now: datetime) -> Gathered:
    if not options.fetch:
        return Gathered((), (), (), 0)
    sources: Sequence[Source] = options.extra or options.config.sources
    return gather(sources, options.config, options.root, tools.store, tools.progress, now)


def _ids(store: Store, sources: Sequence[Source], since: datetime | None) -> list[str]:
    rows = store.articles.current({source.id for source in sources})
    return [id_ for id_, _, day in rows if since is None or day >= since]


def _with_counts(statuses: Sequence[SourceStatus], store: Store, sources: Sequence[Source]) -> tuple[SourceStatus, ...]:
    counts: dict[str, int] = {}
    for _, source_id, _ in store.articles.current({source.id for source in sources}):
        counts[source_id] = counts.get(source_id, 0) + 1
    known = {status.source_id for status in statuses}
    # What was not asked this time still stands behind its articles.
    rest = (SourceStatus(id_, "ok", 0) for id_ in sorted(counts.keys() - known))
    return tuple(replace(status, articles=counts.get(status.source_id, 0)) for status in (*statuses, *rest))


def preview(options: Options, progress: Progress) -> Preview:
    """Return what a run would do with what is in the store, without fetching, reading or writing anything."""
    lines = [("fetch", source.id, source.url) for source in options.extra or options.config.sources]
    state = options.out / ".state"
    if not (state / "pipeline.sqlite").exists():
        return Preview((*lines, ("publish", "first edition", "there is none yet")))
    with lock(state), Store(state) as store:
        sources = _sources(options, store)
        tools = corpus.Tools(options.config, store, executor("serial", 1), progress)
        lines += [("extract", d.item.url, d.reason) for d in corpus.extract_plan(tools, sources) if d.run]
        reads = corpus.read_plan(tools, _ids(store, sources, options.since))
        lines += [("read", d.item, d.reason) for d in reads if d.run]
        last = store.last_edition()
        if last is None or any(decision.run for decision in reads):
            lines.append(("publish", "edition", "its articles or their readings changed"))
    return Preview(tuple(lines))


def item_failures(result: Result) -> list[Failure]:
    """Return what failed beside whole sources, which speak for themselves."""
    told = {status.message for status in result.sources if status.status == "failed"}
    return [failure for failure in result.failures if failure.message not in told]


def summary(result: Result) -> str:
    """Return one line that says what happened."""
    failed = [status.source_id for status in result.sources if status.status == "failed"]
    names = ", ".join(failed[:3]) + (" …" if len(failed) > 3 else "")
    trouble = f"; {len(failed)} of {len(result.sources)} sources failed ({names})" if failed else ""
    items = len(item_failures(result))
    trouble += f"; {_count(items, 'item')} failed" if items else ""
    if result.edition_id is None:
        return f"nothing could be read{trouble}"
    if not result.published:
        return f"nothing new: edition {result.edition_id} stands, {_count(result.articles, 'article')}{trouble}"
    assert result.edition is not None
    claims = sum(len(reading.claims) for reading in result.edition.readings)
    return f"edition {result.edition_id}: {_count(claims, 'claim')} from {_count(result.articles, 'article')}{trouble}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
