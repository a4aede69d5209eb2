"""Raw bodies, and what servers said of them."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipeline.errors import StoreError
from pipeline.records import Entry, Fetched, FetchState
from pipeline.store import codec
from pipeline.store.database import transaction, translated


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A stored body without its bytes. ``extract_key`` is that of the last extraction, None before the first."""

    source_id: str
    url: str
    sha256: str
    final_url: str
    media_type: str
    charset: str | None
    fetched: datetime
    entry: Entry | None
    extract_key: str | None


class Bodies:
    """Bodies are files under ``raw/``; rows say where and when they were seen."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self._connection = connection
        self._path = folder / "pipeline.sqlite"
        self._raw = folder / "raw"

    def save(self, fetched: Fetched) -> None:
        """Keep a body. One that is known keeps the time at which it was first seen."""
        self._write_file(fetched.sha256, fetched.body)
        entry = codec.dumps(fetched.entry) if fetched.entry else None
        with translated(self._path), transaction(self._connection):
            self._connection.execute(
                "INSERT INTO bodies (source_id, url, sha256, final_url, media_type, charset, fetched, entry) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source_id, url, sha256) DO UPDATE SET present = 1",
                (
                    fetched.source_id, fetched.url, fetched.sha256, fetched.final_url, fetched.media_type,
                    fetched.charset, fetched.fetched.isoformat(), entry,
                ),
            )  # fmt: skip
            self._remember(fetched.source_id, fetched.url, fetched.state)

    def mirror(self, source_id: str, present: Collection[tuple[str, str]]) -> None:
        """Set aside the bodies of a folder whose (url, sha256) is no longer among ``present``."""
        with translated(self._path), transaction(self._connection):
            rows = self._connection.execute(
                "SELECT url, sha256 FROM bodies WHERE source_id = ? AND present = 1", (source_id,)
            ).fetchall()
            gone = [(source_id, url, sha256) for url, sha256 in rows if (url, sha256) not in present]
            self._connection.executemany(
                "UPDATE bodies SET present = 0 WHERE source_id = ? AND url = ? AND sha256 = ?", gone
            )

    def remember(self, source_id: str, url: str, state: FetchState) -> None:
        """Keep what the server said, for the next conditional request."""
        with translated(self._path), transaction(self._connection):
            self._remember(source_id, url, state)

    def _remember(self, source_id: str, url: str, state: FetchState) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO fetch_state (source_id, url, etag, last_modified, body_sha256) "
            "VALUES (?, ?, ?, ?, ?)",
            (source_id, url, state.etag, state.last_modified, state.body_sha256),
        )

    def states(self, source_id: str) -> dict[str, FetchState]:
        """Return what is known of each address of a source."""
        with translated(self._path):
            rows = self._connection.execute(
                "SELECT url, etag, last_modified, body_sha256 FROM fetch_state WHERE source_id = ?", (source_id,)
            )
            return {row[0]: FetchState(row[1], row[2], row[3]) for row in rows}

    def rows(self, source_ids: Collection[str]) -> list[BodyRow]:
        """Return the bodies of these sources that are present, in the order in which they were first seen."""
        with translated(self._path):
            rows = self._connection.execute(
                "SELECT source_id, url, sha256, final_url, media_type, charset, fetched, entry, extract_key "
                "FROM bodies WHERE present = 1 ORDER BY fetched, source_id, url, sha256"
            )
            return [_row(row) for row in rows if row[0] in source_ids]

    def addresses(self, prefix: str) -> list[tuple[str, str]]:
        """Return (source id, url) of what was fetched for sources whose id starts so, in order."""
        with translated(self._path):
            rows = self._connection.execute(
                "SELECT DISTINCT source_id, url FROM bodies WHERE substr(source_id, 1, ?) = ? ORDER BY 1, 2",
                (len(prefix), prefix),
            )
            return [(row[0], row[1]) for row in rows]

    def load(self, row: BodyRow) -> Fetched:
        """Return a stored body with its bytes.

        Raises:
            StoreError: the file is gone or damaged.
        """
        path = self._file(row.sha256)
        try:
            body = path.read_bytes()
        except OSError as error:
            raise _lost(row, path, f"is lost ({error.strerror})") from error
        if hashlib.sha256(body).hexdigest() != row.sha256:
            raise _lost(row, path, "is damaged")
        return Fetched(
            row.source_id, row.url, row.final_url, row.media_type, row.charset, body, row.sha256, row.fetched,
            FetchState(), row.entry,
        )  # fmt: skip

    def forget(self, row: BodyRow) -> None:
        """Forget the bytes of a body, and what the server said of them, so that they are fetched again."""
        with translated(self._path), transaction(self._connection):
            self._connection.execute(
                "DELETE FROM fetch_state WHERE source_id = ? AND url = ?", (row.source_id, row.url)
            )
        with contextlib.suppress(OSError):
            self._file(row.sha256).unlink()

    def _file(self, sha256: str) -> Path:
        return self._raw / sha256[:2] / sha256

    def _write_file(self, sha256: str, body: bytes) -> None:
        path = self._file(sha256)
        if path.exists():
            return
        aside = path.with_name(f"{sha256}.{os.getpid()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with aside.open("wb") as file:
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
            aside.replace(path)
        except OSError as error:
            aside.unlink(missing_ok=True)
            raise StoreError(
                f"{path}: {error.strerror}; free some disk space or make the folder writable, then run again",
                item=str(path),
                kind="state",
            ) from error


def _lost(row: BodyRow, path: Path, problem: str) -> StoreError:
    message = f"{row.url}: what was read from it ({path}) {problem}; it is fetched again in the next run"
    return StoreError(message, item=row.url, kind="body", retryable=True)


def _row(row: tuple[str, str, str, str, str, str | None, str, bytes | None, str | None]) -> BodyRow:
    entry = codec.loads(Entry, row[7]) if row[7] is not None else None
    return BodyRow(*row[:6], datetime.fromisoformat(row[6]), entry, row[8])
