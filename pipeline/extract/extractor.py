"""The room's door: bodies to articles, every item in a guarded child process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePosixPath
from types import TracebackType
from typing import TYPE_CHECKING, cast

from pipeline.errors import ExtractError
from pipeline.extract.guard import Guard
from pipeline.extract.names import Item, item_name
from pipeline.extract.settings import Extraction, ExtractSettings
from pipeline.extract.sniff import Format, sniff
from pipeline.records import Article, Dropped, Entry, Failure, Fetched, Source

if TYPE_CHECKING:
    from pipeline.extract.work import Outcome

_MANY = ("feed", "jsonfeed", "mbox", "warc")
_FEED_NAMES = (".rss", ".atom", ".rdf")
_BLANK = b"\xef\xbb\xbf \t\r\n"
_FATAL = ("timeout", "memory", "crashed", "too_deep", "unreadable")
"""What one item of a batch can do to the others: then each is read on its own."""
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class Extractor:
    """Turns bodies into articles. Not for several threads at once; use one per worker, and close it.

    >>> with Extractor(ExtractSettings()) as extractor:
    ...     pass
    """

    def __init__(self, settings: ExtractSettings) -> None:
        self.settings = settings
        self._guard = Guard(settings.time_limit, settings.memory_limit)

    def __enter__(self) -> Extractor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child process. The extractor can be used again."""
        self._guard.close()

    def articles(self, fetched: Fetched, source: Source) -> Extraction:
        """Read a body.

        Raises:
            ExtractError: the body as a whole is bad: kinds ``empty``, ``too_large``, ``binary``, ``opml``,
                ``sitemap``, ``not_a_feed``, ``other_xml``, ``page_for_feed``, ``malformed``, ``encoding``,
                ``bot_wall``, ``no_text``, ``timeout``, ``memory``, ``too_deep``, ``unreadable``, ``crashed``.
        """
        form = self._form(fetched, source)
        extra: tuple[Dropped, ...] = ()
        items: tuple[Item, ...]
        if form in _MANY:
            items = self._split(fetched, form)
            if not items:
                extra = (Dropped("no_entries", fetched.final_url or fetched.url),)
            elif form in ("feed", "jsonfeed"):
                items, extra = _newest(cast("tuple[Entry, ...]", items), source, fetched)
        else:
            items = (fetched,)
        outcomes = self._read(tuple(enumerate(items)), fetched, form, source)
        if form not in _MANY and isinstance(outcomes[0], Failure):
            failure = outcomes[0]
            raise ExtractError(failure.message, item=failure.item, kind=failure.kind, retryable=failure.retryable)
        if form == "html" and isinstance(outcomes[0], Dropped) and _called_xml(fetched):
            self._guard_split(fetched, "html")  # raises: no page by another name
        return _sorted_out(outcomes, extra)

    def entries(self, fetched: Fetched) -> tuple[Entry, ...]:
        """Return all entries of a feed, in the feed's order.

        Raises:
            ExtractError: as :meth:`articles`.
        """
        form = self._checked(fetched)
        return cast("tuple[Entry, ...]", self._guard_split(fetched, "html" if form not in _MANY[:2] else form))

    def main_text(self, html: bytes, url: str) -> str:
        """Return the main text of a page, by the code that :meth:`articles` runs; empty if it has none.

        Raises:
            ExtractError: the page cannot be read, or is a bot check.
        """
        stub = Fetched("", url, url, "text/html", None, b"", "", _NEVER.replace(year=2100))
        return str(self._guard.call("main_text", html, url, stub, item=url))

    def _checked(self, fetched: Fetched) -> Format:
        item = fetched.final_url or fetched.url
        if len(fetched.body) > self.settings.max_bytes:
            message = (
                f"{item}: holds {len(fetched.body)} bytes, more than extract.max_bytes ({self.settings.max_bytes})"
            )
            raise ExtractError(message, item=item, kind="too_large")
        try:
            return sniff(fetched)
        except ExtractError as error:
            raise ExtractError(_named(error.message, item), item=item, kind=error.kind) from None

    def _form(self, fetched: Fetched, source: Source) -> Format:
        form = self._checked(fetched)
        expected = source.kind == "feed" or (form == "html" and _called_feed(fetched))
        if expected and fetched.entry is None and form not in _MANY:
            self._guard_split(fetched, "html")  # raises
        return form

    def _split(self, fetched: Fetched, form: Format) -> tuple[Item, ...]:
        return cast("tuple[Item, ...]", self._guard_split(fetched, form))

    def _guard_split(self, fetched: Fetched, form: str) -> object:
        item = fetched.final_url or fetched.url
        operation = "split" if form in _MANY else "refuse"
        return self._guard.call(operation, fetched, form, self.settings, item=item)

    def _read(self, items: Sequence[tuple[int, Item]], fetched: Fetched, form: Format, source: Source) -> list[Outcome]:
        """Read in batches; where a batch fails as a whole, item by item."""
        outcomes: list[Outcome] = []
        bodiless = replace(fetched, body=b"")
        for start in range(0, len(items), self.settings.batch):
            chunk = items[start : start + self.settings.batch]
            try:
                outcomes += self._call(chunk, bodiless, form, source)
            except ExtractError as error:
                if error.kind not in _FATAL:
                    raise
                outcomes += self._alone(chunk, bodiless, form, source, error)
        return outcomes

    def _alone(
        self, chunk: Sequence[tuple[int, Item]], fetched: Fetched, form: Format, source: Source, first: ExtractError
    ) -> list[Outcome]:
        if len(chunk) == 1:
            name = item_name(*chunk[0], fetched)
            return [Failure("extract", name, first.kind, first.message, first.retryable)]
        outcomes: list[Outcome] = []
        for number, item in chunk:
            try:
                outcomes += self._call([(number, item)], fetched, form, source)
            except ExtractError as error:
                outcomes.append(Failure("extract", error.item, error.kind, error.message, error.retryable))
        return outcomes

    def _call(
        self, chunk: Sequence[tuple[int, Item]], fetched: Fetched, form: Format, source: Source
    ) -> tuple[Outcome, ...]:
        place = fetched.final_url or fetched.url
        name = item_name(*chunk[0], fetched) if len(chunk) == 1 else place
        found = self._guard.call("read", tuple(chunk), fetched, form, source, self.settings, item=name)
        return cast("tuple[Outcome, ...]", found)


def _called_feed(fetched: Fetched) -> bool:
    """Tell whether a file's name says that it is a feed; XHTML is XML too, and begins like it."""
    prolog = fetched.body[:200].lstrip(_BLANK).startswith(b"<?xml")
    return _suffix(fetched) in _FEED_NAMES or (_called_xml(fetched) and not prolog)


def _called_xml(fetched: Fetched) -> bool:
    """Tell whether a file's name says no more than that it is XML: a feed, or a page in XHTML."""
    return _suffix(fetched) == ".xml"


def _suffix(fetched: Fetched) -> str:
    return PurePosixPath(fetched.url).suffix.lower() if fetched.url.startswith("file:") else ""


def _named(message: str, item: str) -> str:
    return message if message.startswith(item) else f"{item}: {message}"


def _newest(
    entries: tuple[Entry, ...], source: Source, fetched: Fetched
) -> tuple[tuple[Entry, ...], tuple[Dropped, ...]]:
    """Keep the newest entries, newest first; where some have no date, the feed's own order is trusted."""
    if entries and all(entry.published for entry in entries):
        entries = tuple(sorted(entries, key=lambda entry: entry.published or _NEVER, reverse=True))
    older = len(entries) - source.max_items
    feed = fetched.final_url or fetched.url
    extra = (Dropped("older_than_max_items", f"{older} entries of {feed}"),) if older > 0 else ()
    return entries[: source.max_items], extra


def _sorted_out(outcomes: Sequence[Outcome], extra: tuple[Dropped, ...]) -> Extraction:
    return Extraction(
        articles=tuple(o for o in outcomes if isinstance(o, Article)),
        dropped=tuple(o for o in outcomes if isinstance(o, Dropped)) + extra,
        failures=tuple(o for o in outcomes if isinstance(o, Failure)),
    )
