"""What a person sees in the terminal: progress while a run works, then the stances. Standard error, but for results."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from pipeline.run.progress import Progress, Quiet, Step

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

    from pipeline.publish.questions import QuestionView
    from pipeline.records import Dropped, Failure, SourceStatus
    from pipeline.run.pipeline import Preview, Result


MOST_ITEMS = 5
"""Items that failed which are named at the end of a run."""
MOST_POINTS = 3
"""Points of each side that are shown; the report holds them all."""


@contextmanager
def progress() -> Iterator[Progress]:
    """Show bars on standard error if it is a terminal; elsewhere the log tells of the steps."""
    if not sys.stderr.isatty() or _in_json():
        yield Quiet()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:>8}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        yield _Shown(bars)


class _Shown:
    def __init__(self, bars: Bars) -> None:
        self._bars = bars

    @contextmanager
    def step(self, label: str, total: int) -> Iterator[Step]:
        task = self._bars.add_task(label, total=total)
        yield _Task(self._bars, task)


class _Task:
    def __init__(self, bars: Bars, task: TaskID) -> None:
        self._bars, self._task = bars, task

    def advance(self, amount: int = 1) -> None:
        self._bars.advance(self._task, amount)


class _JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        event: dict[str, Any] = {"time": time, "level": record.levelname.lower(), "event": record.getMessage()}
        event.update(getattr(record, "fields", {}))
        return json.dumps(event, ensure_ascii=False, default=str)


class _PlainLines(logging.Formatter):
    """Writes the events that :func:`_is_plain` lets through as prose."""

    def format(self, record: logging.LogRecord) -> str:
        fields, event = getattr(record, "fields", {}), record.getMessage()
        if event == "step":
            return f"stancewire: {fields['step']}: {fields['items']} done in {fields['seconds']:.1f} s"
        if event == "going":
            done = f"{fields['done']} of {fields['items']} done"
            return f"stancewire: {fields['step']}: {done} after {fields['seconds']:.0f} s, still at work"
        return super().format(record)


def _is_plain(record: logging.LogRecord) -> bool:
    """Let warnings through, and off a terminal, where no bars are, what tells of a step that had anything to do."""
    if record.levelno >= logging.WARNING:
        return True
    told = record.getMessage() in ("step", "going") and getattr(record, "fields", {}).get("items")
    return bool(told) and not sys.stderr.isatty()


def set_up_log(*, json_lines: bool) -> None:
    """Send the project's log to standard error: warnings and steps as text, or every event as a line of JSON."""
    logger = logging.getLogger("stancewire")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonLines() if json_lines else _PlainLines())
    if not json_lines:
        handler.addFilter(_is_plain)
    logger.handlers[:] = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False


def _in_json() -> bool:
    handlers = logging.getLogger("stancewire").handlers
    return any(isinstance(handler.formatter, _JsonLines) for handler in handlers)


def _complain(line: str) -> None:
    if not _in_json():  # where the log tells all, a line of prose would break its form
        sys.stderr.write(line + "\n")


def last_line(line: str) -> None:
    """Say on standard error what happened; the log in JSON has an event of its own for it."""
    _complain(f"stancewire: {line}")


def show_error(message: str, **fields: object) -> None:
    """Say on standard error why nothing more was done, as an event if the log is in JSON."""
    if _in_json():
        logging.getLogger("stancewire").error("error", extra={"fields": {"message": message, **fields}})
    else:
        sys.stderr.write(f"stancewire: {message}\n")


def show_preview(preview: Preview) -> None:
    """Print what a run would do."""
    for step, item, reason in preview.lines:
        sys.stdout.write(f"{step:<8} {item}  ({reason})\n")


def show_result(result: Result, *, stances: bool) -> None:
    """Print the stances on standard output if wanted, and what failed on standard error."""
    from pipeline.run.pipeline import item_failures

    for line in (*_failed(result.sources), *_failed_items(item_failures(result))):
        _complain(f"  {line}")
    for line in _left_out(result.dropped):
        _complain(f"  {line}")
    if stances and result.edition is not None:
        from rich.console import Console

        from pipeline.publish import answers

        console = Console()
        for view in answers(result.edition):
            _show_question(console, view)
    if stances and result.folder is not None:
        sys.stdout.write(f"Report: {result.folder / 'report.html'}\n")


def _failed(sources: Sequence[SourceStatus]) -> Iterator[str]:
    """Name each source that failed; those that failed alike share a line, since one cause is behind them."""
    kinds: dict[str, list[SourceStatus]] = {}
    for status in sources:
        if status.status == "failed":
            kinds.setdefault(status.kind, []).append(status)
    for kind, alike in kinds.items():
        names = ", ".join(status.source_id for status in alike)
        yield f"failed ({kind}): {names}"
        yield f"    {alike[0].message}"


def _failed_items(failures: Sequence[Failure]) -> Iterator[str]:
    """Name the first items that failed; ``status`` names them all."""
    for failure in failures[:MOST_ITEMS]:
        named = "" if failure.item in failure.message else f"{failure.item}: "
        yield f"failed ({failure.kind}): {named}{failure.message}"
    if len(failures) > MOST_ITEMS:
        yield f"and {len(failures) - MOST_ITEMS} more items failed; see them with: stancewire status"


def _left_out(dropped: Sequence[Dropped]) -> Iterator[str]:
    """Count what was left out on purpose, with an example of each reason."""
    reasons: dict[str, list[str]] = {}
    for item in dropped:
        reasons.setdefault(item.reason, []).append(item.item)
    for reason, items in reasons.items():
        more = f" and {len(items) - 1} more" if len(items) > 1 else ""
        yield f"left out ({reason.replace('_', ' ')}): {items[0]}{more}"


def _show_question(console: Console, view: QuestionView) -> None:
    """Print what the head of the report says: who stands on both sides is one voice, though each side counts it."""
    from rich.table import Table
    from rich.text import Text

    console.print(Text(view.text, style="italic"))
    console.print(Text(f"{view.headline} {view.independence}".rstrip()))
    table = Table(box=None, pad_edge=False)
    for name in ("side", "claims", "articles", "voices", "origins"):
        table.add_column(name, justify="left" if name == "side" else "right")
    for side in view.sides:
        total = side.totals
        table.add_row(side.word, *map(str, (total.claims, total.articles, total.voices, total.origins)))
    console.print(table)
    for side in view.sides:
        for group in side.shown[:MOST_POINTS]:
            voices = f"{group.voices} voice{'s' if group.voices != 1 else ''}"
            said = f"  {group.key.holder}: “{group.key.text}” ({voices})"
            console.print(Text.assemble("  ", (side.word, "bold"), said))  # not markup: texts hold brackets
