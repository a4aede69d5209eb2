"""The SQLite file: opening, pragmas, migrations, and errors put in words. Contains no business logic.

A migration is a function that takes the open connection from one version to the next, in one transaction with the
version number. ``MIGRATIONS[n]`` leads from version ``n`` to ``n + 1``; never edit one that was released, add one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import StoreError

APPLICATION_ID = 0x53574952  # "SWIR"


def _create(connection: sqlite3.Connection) -> None:
    for statement in (
        """CREATE TABLE bodies (
            source_id TEXT NOT NULL, url TEXT NOT NULL, sha256 TEXT NOT NULL, final_url TEXT NOT NULL,
            media_type TEXT NOT NULL, charset TEXT, fetched TEXT NOT NULL, entry BLOB,
            extract_key TEXT, present INTEGER NOT NULL DEFAULT 1,
            PRIMARY KEY (source_id, url, sha256))""",
        """CREATE TABLE fetch_state (
            source_id TEXT NOT NULL, url TEXT NOT NULL, etag TEXT, last_modified TEXT, body_sha256 TEXT,
            PRIMARY KEY (source_id, url))""",
        """CREATE TABLE articles (
            id TEXT PRIMARY KEY, source_id TEXT NOT NULL, url TEXT NOT NULL, body_sha256 TEXT NOT NULL,
            published TEXT, fetched TEXT NOT NULL, record BLOB NOT NULL, current INTEGER NOT NULL DEFAULT 1)""",
        "CREATE INDEX articles_by_address ON articles (source_id, url)",
        "CREATE INDEX articles_by_body ON articles (source_id, body_sha256)",
        """CREATE TABLE drops (
            source_id TEXT NOT NULL, body_sha256 TEXT NOT NULL, kind TEXT NOT NULL, record BLOB NOT NULL)""",
        "CREATE INDEX drops_by_body ON drops (source_id, body_sha256)",
        "CREATE TABLE artefacts (key TEXT PRIMARY KEY, room TEXT NOT NULL, value BLOB NOT NULL) WITHOUT ROWID",
        """CREATE TABLE numbers (
            revision TEXT NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL,
            PRIMARY KEY (revision, key)) WITHOUT ROWID""",
        """CREATE TABLE editions (
            id TEXT PRIMARY KEY, inputs TEXT NOT NULL, generated TEXT NOT NULL, identities BLOB NOT NULL,
            number INTEGER NOT NULL UNIQUE)""",
        """CREATE TABLE runs (
            number INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, summary TEXT)""",
        "CREATE TABLE failures (run INTEGER NOT NULL, record BLOB NOT NULL)",
    ):
        connection.execute(statement)


def _tell_pages_from_teasers(connection: sqlite3.Connection) -> None:
    """Let articles know the body they came from, and what a reading of them depends on."""
    connection.execute("ALTER TABLE articles ADD COLUMN body_url TEXT NOT NULL DEFAULT ''")
    connection.execute("ALTER TABLE articles ADD COLUMN page INTEGER NOT NULL DEFAULT 0")
    connection.execute("ALTER TABLE articles ADD COLUMN digest TEXT NOT NULL DEFAULT ''")
    # Raw bodies are all kept: reading them again fills the columns.
    connection.execute("UPDATE bodies SET extract_key = NULL")


MIGRATIONS = (_create, _tell_pages_from_teasers)
VERSION = len(MIGRATIONS)


def connect(path: Path) -> sqlite3.Connection:
    """Open the state at ``path``, creating or migrating it.

    Raises:
        StoreError: it is no state of ours, of a newer version, damaged, or cannot be written.
    """
    with translated(path):
        connection = sqlite3.connect(path, timeout=10, isolation_level=None)
        try:
            _check_owner(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            _migrate(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _check_owner(connection: sqlite3.Connection, path: Path) -> None:
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if owner != APPLICATION_ID and (owner or version or tables):
        raise StoreError(f"{path} is a database of another program; move it away and run again", item=str(path))
    if version > VERSION:
        raise StoreError(
            f"{path} was written by a newer stancewire (state version {version}, this one knows {VERSION}); "
            "update stancewire, or choose another --out folder",
            item=str(path),
            kind="newer_state",
        )


def _migrate(connection: sqlite3.Connection) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    for number in range(version, VERSION):
        with transaction(connection):
            MIGRATIONS[number](connection)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number + 1}")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing. Nested calls join the outer transaction."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        # A full disk may already have rolled back.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ``StoreError`` with the next action."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{path}: {error}; {_advice(str(error))}", item=str(path), kind="state") from error
    except ValueError as error:  # a record of the codec
        raise StoreError(f"{path}: {error}; {_advice('malformed')}", item=str(path), kind="state") from error


def _advice(message: str) -> str:
    for words, advice in (
        ("full", "free some disk space and run again: nothing that was finished is lost"),
        ("readonly", "make the folder writable, or choose another --out folder"),
        ("unable to open", "make the folder writable, or choose another --out folder"),
        ("locked", "another program holds the file: wait for it and run again"),
        ("not a database", "the file is damaged: move it away and run again, raw bodies are kept beside it"),
        ("malformed", "the file is damaged: move it away and run again, raw bodies are kept beside it"),
    ):
        if words in message:
            return advice
    return "move the file away and run again, raw bodies are kept beside it"
