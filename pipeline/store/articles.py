"""Articles as extracted from bodies, with their versions, and what was left out."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from pipeline.records import Article, Dropped, Failure
from pipeline.store import codec
from pipeline.store.bodies import BodyRow
from pipeline.store.database import transaction, translated

_CURRENT = """
SELECT DISTINCT a.id, a.source_id, coalesce(a.published, a.fetched) FROM articles a
JOIN bodies b ON b.source_id = a.source_id AND b.sha256 = a.body_sha256 AND b.present = 1
WHERE a.current AND (a.page OR NOT (
    EXISTS (SELECT 1 FROM articles f WHERE f.source_id = a.source_id AND f.url = a.url AND f.current AND f.page)
    OR EXISTS (
        SELECT 1 FROM bodies p JOIN articles f ON f.source_id = p.source_id AND f.body_sha256 = p.sha256
        AND f.current AND f.page WHERE p.source_id = a.source_id AND p.url = a.url AND p.entry IS NOT NULL)))
ORDER BY a.id
"""
"""Where the full page behind a feed's entry was read, its teaser is no article of its own."""

_UPSERT = """
INSERT INTO articles (id, source_id, url, body_sha256, body_url, page, published, fetched, digest, record)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    current = 1, url = excluded.url, body_sha256 = excluded.body_sha256, body_url = excluded.body_url,
    page = max(page, excluded.page), published = excluded.published, fetched = excluded.fetched,
    digest = excluded.digest, record = excluded.record
"""


class Articles:
    """The newest version of each address is current; older ones stay in the file."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def save_extraction(
        self, body: BodyRow, key: str | None, articles: Sequence[Article] | None, left_out: Iterable[Dropped | Failure]
    ) -> None:
        """Replace what came from one body.

        ``articles`` None keeps those that were read from it before; ``key`` None means: try this body again in the
        next run.
        """
        source_id, sha256 = body.source_id, body.sha256
        with translated(self._path), transaction(self._connection):
            if articles is not None:
                self._replace(body, articles)
            self._replace_drops(source_id, sha256, left_out)
            self._connection.execute(
                "UPDATE bodies SET extract_key = ? WHERE source_id = ? AND url = ? AND sha256 = ?",
                (key, source_id, body.url, sha256),
            )

    def has_any(self, body: BodyRow) -> bool:
        """Tell whether articles were read from this body before."""
        with translated(self._path):
            query = "SELECT 1 FROM articles WHERE source_id = ? AND body_sha256 = ?"
            return self._connection.execute(query, (body.source_id, body.sha256)).fetchone() is not None

    def _replace(self, body: BodyRow, articles: Sequence[Article]) -> None:
        ids = {article.id for article in articles}
        rows = self._connection.execute(
            "SELECT id FROM articles WHERE source_id = ? AND body_sha256 = ?", (body.source_id, body.sha256)
        ).fetchall()
        self._connection.executemany(
            "DELETE FROM articles WHERE id = ?", [(row[0],) for row in rows if row[0] not in ids]
        )
        for url in sorted({article.url for article in articles}):
            self._supersede(body, url, ids)
        for article in articles:
            self._insert(body, article)

    def _supersede(self, body: BodyRow, url: str, ids: set[str]) -> None:
        """Set aside older versions at an address.

        A page and the teaser of it in a feed are no versions of each other, nor are two files that name one address.
        """
        rows = self._connection.execute(
            "SELECT id FROM articles WHERE source_id = ? AND url = ? AND current = 1 AND page = ? "
            "AND (body_url = ? OR ? NOT LIKE 'file:%')",
            (body.source_id, url, body.entry is not None, body.url, body.url),
        ).fetchall()
        self._connection.executemany(
            "UPDATE articles SET current = 0 WHERE id = ?", [(row[0],) for row in rows if row[0] not in ids]
        )

    def _insert(self, body: BodyRow, article: Article) -> None:
        """Keep an article. One that is known keeps the time at which it was first seen; the rest may be read anew."""
        row = self._connection.execute("SELECT fetched FROM articles WHERE id = ?", (article.id,)).fetchone()
        if row is not None:
            article = replace(article, fetched=min(article.fetched, datetime.fromisoformat(row[0])))
        self._connection.execute(
            _UPSERT,
            (
                article.id, article.source_id, article.url, body.sha256, body.url, body.entry is not None,
                article.published.isoformat() if article.published else None,
                article.fetched.isoformat(), _digest(article), codec.dumps(article),
            ),
        )  # fmt: skip

    def _replace_drops(self, source_id: str, sha256: str, left_out: Iterable[Dropped | Failure]) -> None:
        self._connection.execute("DELETE FROM drops WHERE source_id = ? AND body_sha256 = ?", (source_id, sha256))
        self._connection.executemany(
            "INSERT INTO drops (source_id, body_sha256, kind, record) VALUES (?, ?, ?, ?)",
            [(source_id, sha256, type(item).__name__, codec.dumps(item)) for item in left_out],
        )

    def current(self, source_ids: Collection[str]) -> list[tuple[str, str, datetime]]:
        """Return (id, source id, day published or else seen) of the current articles of these sources, by id."""
        with translated(self._path):
            rows = self._connection.execute(_CURRENT)
            return [(row[0], row[1], datetime.fromisoformat(row[2])) for row in rows if row[1] in source_ids]

    def digests(self, ids: Iterable[str]) -> dict[str, str]:
        """Return a hash of everything in each article that a reading may depend on, without reading the articles."""
        with translated(self._path):
            query = "SELECT digest FROM articles WHERE id = ?"
            return {id_: self._connection.execute(query, (id_,)).fetchone()[0] for id_ in ids}

    def sizes(self, ids: Iterable[str]) -> dict[str, int]:
        """Return about how long each article is, in bytes, without reading the articles."""
        with translated(self._path):
            query = "SELECT length(record) FROM articles WHERE id = ?"
            return {id_: self._connection.execute(query, (id_,)).fetchone()[0] for id_ in ids}

    def load(self, ids: Iterable[str]) -> list[Article]:
        """Return the articles with these ids, in that order."""
        with translated(self._path):
            query = "SELECT record FROM articles WHERE id = ?"
            return [codec.loads(Article, self._connection.execute(query, (id_,)).fetchone()[0]) for id_ in ids]

    def left_out(self, source_ids: Collection[str]) -> list[Dropped | Failure]:
        """Return what the newest body of each address left out, in a stable order."""
        with translated(self._path):
            rows = self._connection.execute(
                "SELECT d.source_id, d.kind, d.record FROM drops d JOIN bodies b "
                "ON b.source_id = d.source_id AND b.sha256 = d.body_sha256 AND b.present = 1 "
                "WHERE b.rowid = (SELECT max(n.rowid) FROM bodies n "
                "WHERE n.source_id = b.source_id AND n.url = b.url AND n.present = 1) "
                "ORDER BY d.source_id, b.url, d.rowid"
            ).fetchall()
        kinds: dict[str, type[Dropped] | type[Failure]] = {"Dropped": Dropped, "Failure": Failure}
        return [codec.loads(kinds[row[1]], row[2]) for row in rows if row[0] in source_ids]


def _digest(article: Article) -> str:
    timeless = replace(article, fetched=datetime.min.replace(tzinfo=UTC), raw_sha256="")
    return hashlib.sha256(codec.dumps(timeless, compress=False)).hexdigest()[:32]
