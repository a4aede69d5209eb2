"""What a reader sees of small corpora in twelve languages: who stands where since when, and how many said so.

Read and embedded as in a run; the sides are handed in, since what is tested is what becomes of them over time and
across articles. All names are invented.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from cluster_reading import reader

from pipeline.cluster.analysis import assemble
from pipeline.cluster.corpus import Corpus, texts_needed
from pipeline.cluster.statements import Statement, statements
from pipeline.encode import Encoder, centre, sentence_form
from pipeline.records import Analysis, Article, Link, Position, Question, Stance, content_id

pytestmark = pytest.mark.slow

QUESTION = Question("q", "Should Leith build the harbour tunnel?")
SITUATIONS = yaml.safe_load(Path(__file__).with_name("situations.yaml").read_text(encoding="utf-8"))


@cache
def encoder() -> Encoder:
    return Encoder()


def day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(hour=9, tzinfo=UTC)


def article(row: dict[str, Any]) -> Article:
    name, links = row["outlet"], tuple(Link(0, 4, url) for url in row.get("links", ()))
    return Article(
        id=content_id("a1_", name, row["text"]), source_id=name, url=row.get("url", f"https://example.org/{name}"),
        title=name, byline=row.get("byline"), outlet=name, published=day(row["date"]),
        fetched=day(row.get("found", "2025-06-01")), kind="article", text=row["text"], sections=(), asides=(),
        blockquotes=(), links=links, raw_sha256="0" * 64, language_hint=row["language"],
    )  # fmt: skip


def side(statement: Statement, row: dict[str, Any]) -> Stance:
    for label, key in (("yes", "for"), ("no", "against")):
        if any(words in statement.content for words in row.get(key, ())):
            return Stance("q", label, 0.9)
    return Stance("q", "none", 0.9)


def analysed(rows: list[dict[str, Any]]) -> tuple[list[Article], Analysis]:
    articles = [article(row) for row in rows]
    readings = tuple(reader().read(one) for one in articles)
    needed = texts_needed(tuple(articles), readings, ())
    vectors = encoder().encode([sentence_form(text) for text, _ in needed])
    near = dict(zip((text for text, _ in needed), centre(vectors, [lang for _, lang in needed]), strict=True))
    corpus = Corpus(tuple(articles), readings, near, (QUESTION,))
    by_id = {one.id: row for one, row in zip(articles, rows, strict=True)}
    judged = [replace(s, stances=(side(s, by_id[s.article.id]),)) for s in statements(corpus)]
    return articles, assemble(judged, corpus)


def shown(position: Position) -> dict[str, Any]:
    """What a reader sees of a position."""
    return {
        "answers": [e.label for e in position.entries],
        "said": [e.said and (str(e.said.last) if e.said.last else "undated") for e in position.entries],
        "own": [e.own_words for e in position.entries],
        "changes": list(position.changes),
        "shifts": [[s.entry, s.kind] for s in position.shifts],
        "stands": position.stands,
    }


@pytest.mark.parametrize("name", SITUATIONS)
def test_what_a_reader_sees(name: str) -> None:
    rows, expected = SITUATIONS[name]["articles"], SITUATIONS[name]["expected"]
    articles, found = analysed(rows)
    (result,) = found.questions
    origins = dict(found.origins)
    assert {p.holder: shown(p) for p in result.positions} == expected["positions"]
    assert [origins[one.id].role for one in articles] == expected["roles"]
    counts = {label: [t.claims, t.voices, t.origins] for label, t in result.totals if label in ("yes", "no")}
    assert counts == expected["totals"]
    for position in result.positions:
        for entry in position.entries:
            assert entry.date == entry.published
            assert entry.said is None or entry.said.last is None or entry.said.last <= entry.published.date()
            assert entry.found >= entry.published
