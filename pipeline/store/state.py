"""The store's one public class; each table group has a small class of its own."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType

from pipeline.errors import StoreError
from pipeline.records import Failure
from pipeline.store import codec
from pipeline.store.articles import Articles
from pipeline.store.bodies import Bodies, BodyRow
from pipeline.store.database import connect, transaction, translated

__all__ = ["BodyRow", "EditionRow", "Store"]


@dataclass(frozen=True, slots=True)
class EditionRow:
    """A published edition: what it was made from, and the identities that the next one keeps."""

    id: str
    inputs: str
    """Hash of everything that shaped it."""
    generated: datetime
    identities: Mapping[str, object]
    """And what it was asked."""


class Store:
    """State under ``<out>/.state``. Use as a context manager, under :func:`pipeline.store.lock`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "pipeline.sqlite"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"{folder}: {error.strerror}; make the folder writable, or choose another with --out", item=str(folder)
            ) from error
        self.connection = connect(self.path)
        self.bodies = Bodies(self.connection, folder)
        self.articles = Articles(self.connection, self.path)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()

    @contextmanager
    def _write(self) -> Iterator[sqlite3.Connection]:
        with translated(self.path), transaction(self.connection):
            yield self.connection

    # ---------------------------------------------------------------- results of rooms

    def artefacts(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the stored values of those keys that have one."""
        with translated(self.path):
            query = "SELECT value FROM artefacts WHERE key = ?"
            found = ((key, self.connection.execute(query, (key,)).fetchone()) for key in keys)
            return {key: row[0] for key, row in found if row is not None}

    def known(self, keys: Iterable[str]) -> set[str]:
        """Return those keys that have a stored value, without reading the values."""
        with translated(self.path):
            query = "SELECT 1 FROM artefacts WHERE key = ?"
            return {key for key in keys if self.connection.execute(query, (key,)).fetchone() is not None}

    def save_artefacts(self, room: str, values: Iterable[tuple[str, bytes]]) -> None:
        """Keep (key, value) pairs; a key that exists keeps its value."""
        with self._write() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO artefacts (key, room, value) VALUES (?, ?, ?)",
                [(key, room, value) for key, value in values],
            )

    # ---------------------------------------------------------------- vectors and scores

    def numbers(self, revision: str, texts: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes kept for those texts by that model revision (float32, little-endian)."""
        with translated(self.path):
            query = "SELECT value FROM numbers WHERE revision = ? AND key = ?"
            found = ((text, self.connection.execute(query, (revision, _digest(text))).fetchone()) for text in texts)
            return {text: row[0] for text, row in found if row is not None}

    def save_numbers(self, revision: str, values: Iterable[tuple[str, bytes]]) -> None:
        """Keep (text, bytes) pairs for a model revision."""
        with self._write() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO numbers (revision, key, value) VALUES (?, ?, ?)",
                [(revision, _digest(text), value) for text, value in values],
            )

    # ---------------------------------------------------------------- what saves the next run time

    def kept(self, name: str, version: str) -> bytes:
        """Return what was kept under a name by that version of the program; nothing if there is none."""
        try:
            known, _, data = (self.folder / f"{name}.kept").read_bytes().partition(b"\n")
        except OSError:
            return b""
        return data if known == version.encode() else b""

    def keep(self, name: str, version: str, data: bytes) -> None:
        """Keep bytes that save the next run time: in a file of their own, since they are large and can be lost."""
        path = self.folder / f"{name}.kept"
        aside = path.with_suffix(".part")
        try:
            aside.write_bytes(version.encode() + b"\n" + data)
            aside.replace(path)
        except OSError:
            with suppress(OSError):
                aside.unlink(missing_ok=True)

    # ---------------------------------------------------------------- editions

    def last_edition(self) -> EditionRow | None:
        """Return the newest edition, or None before the first."""
        with translated(self.path):
            row = self.connection.execute(
                "SELECT id, inputs, generated, identities FROM editions ORDER BY number DESC LIMIT 1"
            ).fetchone()
        if row is None:
            return None
        return EditionRow(row[0], row[1], datetime.fromisoformat(row[2]), json.loads(row[3]))

    def save_edition(self, edition: EditionRow) -> None:
        """Make an edition the newest one."""
        identities = json.dumps(edition.identities, ensure_ascii=False, separators=(",", ":"))
        with self._write() as connection:
            connection.execute("DELETE FROM editions WHERE id = ?", (edition.id,))
            connection.execute(
                "INSERT INTO editions (id, inputs, generated, identities, number) VALUES "
                "(?, ?, ?, ?, (SELECT coalesce(max(number), 0) + 1 FROM editions))",
                (edition.id, edition.inputs, edition.generated.isoformat(), identities),
            )

    # ---------------------------------------------------------------- runs

    def start_run(self, now: datetime) -> int:
        """Note that a run began, and return its number."""
        with self._write() as connection:
            number = connection.execute("INSERT INTO runs (started) VALUES (?)", (now.isoformat(),)).lastrowid
        return number or 0

    def finish_run(self, number: int, now: datetime, summary: str, failures: Sequence[Failure]) -> None:
        """Note how a run ended."""
        with self._write() as connection:
            connection.execute(
                "UPDATE runs SET finished = ?, summary = ? WHERE number = ?", (now.isoformat(), summary, number)
            )
            connection.executemany(
                "INSERT INTO failures (run, record) VALUES (?, ?)",
                [(number, codec.dumps(failure)) for failure in failures],
            )

    def last_run(self) -> tuple[str, str | None, str | None, tuple[Failure, ...]] | None:
        """Return (started, finished, summary, failures) of the newest run; ``finished`` is None when it was cut off."""
        with translated(self.path):
            row = self.connection.execute(
                "SELECT number, started, finished, summary FROM runs ORDER BY number DESC LIMIT 1"
            ).fetchone()
            if row is None:
                return None
            records = self.connection.execute("SELECT record FROM failures WHERE run = ? ORDER BY rowid", (row[0],))
            return row[1], row[2], row[3], tuple(codec.loads(Failure, record[0]) for record in records)


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
