"""What the tests of this room share: one extractor, and makers of bodies."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from pipeline.extract import Extraction, Extractor, ExtractSettings
from pipeline.records import Article, Entry, Fetched, Source

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def extractor() -> Iterator[Extractor]:
    with Extractor(ExtractSettings()) as made:
        yield made


class Reader:
    """Reads made-up bodies."""

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor

    def read(self, body, name="note.md", media="text/plain", **source) -> Extraction:
        return self.extractor.articles(fetched(body, name, media, source.pop("entry", None)), make_source(**source))

    def one(self, body, name="note.md", media="text/plain", **source) -> Article:
        found = self.read(body, name, media, **source)
        assert not found.failures
        assert len(found.articles) == 1, found.dropped
        return found.articles[0]


def fetched(body, name="note.md", media="text/plain", entry: Entry | None = None, charset=None) -> Fetched:
    data = body.encode() if isinstance(body, str) else body
    url = name if "://" in name else f"file:{name}"
    return Fetched("s1", url, url, media, charset, data, hashlib.sha256(data).hexdigest(), NOW, entry=entry)


def make_source(kind="files", **fields) -> Source:
    values = {"id": "s1", "kind": kind, "url": "x", "outlet": "The Harbor Dispatch", **fields}
    return Source(**values)


@pytest.fixture
def reader(extractor) -> Reader:
    return Reader(extractor)


@pytest.fixture(name="fetched")
def fetched_fixture():
    return fetched


@pytest.fixture(name="make_source")
def source_fixture():
    return make_source


@pytest.fixture(name="paragraphs")
def paragraphs_fixture():
    return lambda article: article.text.split("\n\n")


@pytest.fixture(name="claims_area")
def claims_area_fixture():
    """Return the paragraphs of an article outside its asides."""
    return lambda article: [p for p in outside(article, article.asides).split("\n\n") if p.strip("\0\n")]


def outside(article: Article, spans) -> str:
    """Return the text that the spans leave over."""
    kept = list(article.text)
    for span in spans:
        kept[span.start : span.end] = "\0" * (span.end - span.start)
    return "".join(kept)
