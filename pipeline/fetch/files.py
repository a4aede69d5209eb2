"""Bodies from files, folders and standard input."""

from __future__ import annotations

import hashlib
import os
import stat
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from pipeline.errors import FetchError
from pipeline.fetch.media import is_binary, is_packed_warc, name_type, sniff
from pipeline.records import Done, Dropped, Failure, Fetched, FetchState, Outcome, Source

_GZIP = b"\x1f\x8b"


def utc_now() -> datetime:
    """Return the current time."""
    return datetime.now(UTC)


def read_files(
    source: Source, root: Path, *, max_bytes: int, now: Callable[[], datetime] = utc_now
) -> list[Outcome[Fetched]]:
    """Read a source of kind ``files``: one file, or a folder with all below it, in the order of the sorted paths.

    ``source.url`` is a path, relative to ``root``. Hidden files and folders are skipped; symbolic links are followed
    only to files inside the source's folder; what gzip packed (``page.html.gz``) is unpacked. ``Fetched.url`` is
    ``file:`` and the POSIX path relative to ``root``, or the absolute one for files elsewhere.
    """
    base = root / source.url
    name = _url(base, root)
    if not base.exists():
        message = f"{name}: there is no such file or folder; correct the path of source {source.id!r}."
        return [Failure("fetch", name, "missing", message)]
    if not base.is_dir():
        return [_outcome(base, base.parent.resolve(), source.id, name, max_bytes, now)]
    outcomes: list[Outcome[Fetched]] = []
    for path in _walk(base, root, outcomes):
        outcomes.append(_outcome(path, base.resolve(), source.id, _url(path, root), max_bytes, now))
    if not outcomes:
        message = f"{name}: the folder holds no files; put some there, or remove source {source.id!r}."
        return [Failure("fetch", name, "no-files", message)]
    return outcomes


def read_stream(data: bytes, name: str, *, source_id: str = "stdin", now: Callable[[], datetime] = utc_now) -> Fetched:
    """Wrap bytes that are already here, such as standard input. ``name`` tells the kind if it has a suffix.

    Raises :class:`FetchError` when the bytes are empty or no text.
    """
    url = f"file:{name}"
    if not data.strip():
        raise FetchError(f"{name}: nothing was given; pipe a document into it.", item=url, kind="empty")
    media_type = _media_type(name, data)
    if media_type is None:
        raise FetchError(f"{name}: this is no text; give HTML, Markdown, mail or a feed.", item=url, kind="binary")
    return _fetched(source_id, url, media_type, data, now())


def _walk(base: Path, root: Path, outcomes: list[Outcome[Fetched]]) -> Iterator[Path]:
    """Yield the files below ``base``, sorted by path; folders that cannot be listed go to ``outcomes``."""

    def unlistable(error: OSError) -> None:
        name = _url(Path(error.filename), root)
        message = f"{name}: the folder cannot be listed ({error.strerror}); check its permissions."
        outcomes.append(Failure("fetch", name, "unreadable", message))

    found: list[Path] = []
    for folder, below, names in os.walk(base, onerror=unlistable):
        below[:] = [name for name in below if not name.startswith(".")]
        found += [Path(folder, name) for name in names if not name.startswith(".")]
    outcomes.sort(key=lambda outcome: outcome.item if isinstance(outcome, Failure) else "")
    yield from sorted(found, key=lambda path: path.relative_to(base).parts)


def _outcome(
    path: Path, inside: Path, source_id: str, name: str, max_bytes: int, now: Callable[[], datetime]
) -> Outcome[Fetched]:
    try:
        if path.is_symlink() and not path.resolve(strict=True).is_relative_to(inside):
            return Dropped("link leads outside the source's folder", name)
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):  # opening a pipe would wait for a writer
            return Dropped("no regular file", name)
        if facts.st_size > max_bytes:
            return _too_big(name, max_bytes)
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except (OSError, RuntimeError) as error:  # RuntimeError: a circle of links, before Python 3.13
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        message = f"{name}: cannot be read ({reason}); check its permissions or remove it."
        return Failure("fetch", name, "unreadable", message)
    if len(data) > max_bytes:
        return _too_big(name, max_bytes)
    if not data.strip():
        return Dropped("empty", name)
    inner = path.name
    if inner.lower().endswith(".gz") and data.startswith(_GZIP) and not is_packed_warc(data):
        inner = inner[: -len(".gz")]
        try:
            data = _unpacked(data, name, max_bytes)
        except FetchError as error:
            return Failure("fetch", name, error.kind, error.message)
    media_type = _media_type(inner, data)
    return Dropped("binary", name) if media_type is None else Done(_fetched(source_id, name, media_type, data, now()))


def _unpacked(data: bytes, name: str, max_bytes: int) -> bytes:
    """Unpack a file that gzip packed, up to the limit."""
    from pipeline.fetch.body import Inflater

    inflater = Inflater(max_bytes)
    try:
        made = inflater.feed(data)
    except zlib.error:
        raise FetchError(f"{name}: the packed data are damaged; pack it again.", item=name, kind="damaged") from None
    if inflater.overflown:
        raise FetchError(_too_big(name, max_bytes).message, item=name, kind="too-big")
    if not inflater.complete:
        raise FetchError(f"{name}: the packed data end too early; copy it again.", item=name, kind="truncated")
    return made


def _media_type(name: str, data: bytes) -> str | None:
    """Tell the media type by name, else by content; None for what is no text."""
    by_name = name_type(name)
    if data.startswith(_GZIP):
        return "application/warc" if is_packed_warc(data) else None
    if is_binary(data):
        return by_name if by_name == "application/warc" else None
    return by_name or sniff(data)


def _too_big(name: str, max_bytes: int) -> Failure:
    message = f"{name}: larger than {max_bytes:,} bytes; split it, or raise settings.extract.max_bytes."
    return Failure("fetch", name, "too-big", message)


def _fetched(source_id: str, url: str, media_type: str, data: bytes, fetched: datetime) -> Fetched:
    digest = hashlib.sha256(data).hexdigest()
    state = FetchState(body_sha256=digest)
    return Fetched(source_id, url, url, media_type, None, data, digest, fetched, state)


def _url(path: Path, root: Path) -> str:
    """Name a file for readers: relative to ``root`` where it is below it. Bytes that are no UTF-8 become ``%XX``."""
    absolute, base = Path(os.path.abspath(path)), Path(os.path.abspath(root))  # noqa: PTH100 - resolve() follows links
    name = (absolute.relative_to(base) if absolute.is_relative_to(base) else absolute).as_posix()
    return "file:" + "".join(f"%{ord(c) - 0xDC00:02X}" if "\udc80" <= c <= "\udcff" else c for c in name)
