"""Look at what was published and at what is configured, without changing anything."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from pipeline.config import Config
from pipeline.errors import LockedError, StoreError
from pipeline.records import Done, Failure, FetchState
from pipeline.run.clock import now
from pipeline.run.pipeline import Options, preview
from pipeline.run.progress import Quiet
from pipeline.store import Store, lock


def status_lines(config: Config, out: Path) -> Iterator[str]:
    """Tell what the last run did, what failed, and what is published."""
    state = out / ".state"
    if not (state / "pipeline.sqlite").exists():
        yield f"{out}: no run yet; start one with: stancewire run --out {out}"
        return
    try:
        with lock(state), Store(state) as store:
            last, edition = store.last_run(), store.last_edition()
            rows = store.bodies.rows({source.id for source in config.sources})
    except LockedError:
        yield f"{out}: a run is at work at this moment; ask again when it has ended"
        return
    waiting = [row for row in rows if not row.extract_key]
    if last is not None:
        started, finished, summary, failures = last
        yield f"last run: {started}" + (f", {summary}" if finished else ", cut off; the next run goes on from there")
        yield from (f"  failed: {item.room}: {_told(item)}" for item in failures)
    if edition is not None:
        yield f"edition: {edition.id}, {edition.generated.isoformat()}, {out / 'editions' / edition.id}"
    yield from (f"  waiting for extraction: {row.url}" for row in waiting)
    yield f"sources: {len(config.sources)}, questions: {len(config.questions)}"
    yield from _next_lines(Options(config, config.root, out, "serial", 1))


def _next_lines(options: Options) -> Iterator[str]:
    """Tell in a few lines what the next run would do, beside asking the sources; ``--dry-run`` names every item."""
    reasons: dict[tuple[str, str], list[str]] = {}
    for step, item, reason in preview(options, Quiet()).lines:
        if step != "fetch":
            reasons.setdefault((step, reason), []).append(item)
    if not reasons:
        yield "next run: asks the sources; nothing else is waiting"
    for (step, reason), items in reasons.items():
        more = f" and {len(items) - 1} more" if len(items) > 1 else ""
        yield f"next run: {step} {items[0]}{more} ({reason})"


def _told(failure: Failure) -> str:
    named = failure.message if failure.item in failure.message else f"{failure.item}: {failure.message}"
    return named + (" (will be tried again)" if failure.retryable else "")


def latest_folder(out: Path) -> Path:
    """Return the folder of the newest edition under ``out``; ``out`` itself if it is one.

    Raises:
        StoreError: nothing was published there.
    """
    if (out / "edition.json").is_file():
        return out
    try:
        return out / str(json.loads((out / "latest.json").read_text(encoding="utf-8"))["path"])
    except (OSError, ValueError, KeyError) as error:
        raise StoreError(
            f"{out}: no edition there; make one with: stancewire run --out {out}", item=str(out)
        ) from error


def check_lines(config: Config, *, online: bool) -> Iterator[tuple[bool, str]]:
    """Tell of each source whether it is in order; with ``online``, ask its address."""
    from pipeline.fetch import Fetcher, Target

    remote = [source for source in config.sources if source.kind != "files"]
    answers: dict[str, str] = {}
    if online:
        targets = [Target(source.id, source.url, FetchState()) for source in remote]
        for target, outcome in zip(targets, Fetcher(config.settings.fetch, now=now).get(targets), strict=True):
            answers[target.source_id] = "" if isinstance(outcome, Done) else _reason(outcome)
    for source in config.sources:
        reason = answers.get(source.id, "")
        if source.kind == "files":
            there = (config.root / source.url).exists()
            yield (
                there,
                f"{source.id:<24} {source.kind:<6} {source.url}  {'is there' if there else 'failed: is missing'}",
            )
            continue
        checked = f"checked {source.checked}" if source.checked else "not yet checked against the live address"
        state = "failed: " + reason if reason else ("answers" if source.id in answers else checked)
        yield not reason, f"{source.id:<24} {source.kind:<6} {source.url}  {state}"


def _reason(outcome: object) -> str:
    return outcome.message if isinstance(outcome, Failure) else "left out"
