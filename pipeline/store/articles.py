"""Articles as extracted from bodies, with their versions, and what was left out."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from pathlib import Path

from pipeline.records import Article, Dropped, Failure
from pipeline.store import codec
from pipeline.store.bodies import BodyRow
from pipeline.store.database import transaction, translated


class Articles:
    """The newest version of each address is current; older ones stay in the file."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def save_extraction(
        self, body: BodyRow, key: str | None, articles: Sequence[Article], left_out: Iterable[Dropped | Failure]
    ) -> None:
        """Replace what came from one body. ``key`` None means: try this body again in the next run."""
        source_id, sha256 = body.source_id, body.sha256
        ids = {article.id for article in articles}
        with translated(self._path), transaction(self._connection):
            rows = self._connection.execute(
                "SELECT id FROM articles WHERE source_id = ? AND body_sha256 = ?", (source_id, sha256)
            ).fetchall()
            self._connection.executemany(
                "DELETE FROM articles WHERE id = ?", [(row[0],) for row in rows if row[0] not in ids]
            )
            self._supersede(source_id, {article.url for article in articles}, ids)
            self._insert(source_id, sha256, articles)
            self._replace_drops(source_id, sha256, left_out)
            self._connection.execute(
                "UPDATE bodies SET extract_key = ? WHERE source_id = ? AND url = ? AND sha256 = ?",
                (key, source_id, body.url, sha256),
            )

    def _supersede(self, source_id: str, urls: set[str], ids: set[str]) -> None:
        for url in sorted(urls):
            rows = self._connection.execute(
                "SELECT id FROM articles WHERE source_id = ? AND url = ? AND current = 1", (source_id, url)
            ).fetchall()
            self._connection.executemany(
                "UPDATE articles SET current = 0 WHERE id = ?", [(row[0],) for row in rows if row[0] not in ids]
            )

    def _insert(self, source_id: str, sha256: str, articles: Sequence[Article]) -> None:
        self._connection.executemany(
            "INSERT INTO articles (id, source_id, url, body_sha256, published, fetched, record) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET current = 1, body_sha256 = excluded.body_sha256",
            [
                (
                    article.id, source_id, article.url, sha256,
                    article.published.isoformat() if article.published else None,
                    article.fetched.isoformat(), codec.dumps(article),
                )
                for article in articles
            ],
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
            rows = self._connection.execute(
                "SELECT DISTINCT a.id, a.source_id, coalesce(a.published, a.fetched) FROM articles a "
                "JOIN bodies b ON b.source_id = a.source_id AND b.sha256 = a.body_sha256 AND b.present = 1 "
                "WHERE a.current = 1 ORDER BY a.id"
            )
            return [(row[0], row[1], datetime.fromisoformat(row[2])) for row in rows if row[1] in source_ids]

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
