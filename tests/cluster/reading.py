"""Statements of plain texts, through the real reader and without vectors: what is tested depends on words alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import numpy as np

from pipeline.cluster.corpus import Corpus
from pipeline.cluster.statements import Statement, statements
from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Article, content_id

PRINTED = datetime(2025, 3, 15, 9, 30, tzinfo=UTC)


class _NoVectors(dict):
    def __missing__(self, _text: str) -> np.ndarray:
        return np.zeros(4, dtype=np.float32)


@cache
def reader() -> Reader:
    """The reader, loaded once for all tests of a worker."""
    return Reader(NlpSettings(), Tagger())


def read(text: str, language: str) -> list[Statement]:
    """What an article of 15 March 2025 says."""
    article = Article(content_id("a1_", text), "s", "https://example.org/a", "t", None, "The Harbor Dispatch", PRINTED,
                      PRINTED, "article", text, (), (), (), (), "0" * 64)  # fmt: skip
    found = reader().read_text(text, language)
    claims = tuple(replace(claim, article_id=article.id) for claim in found.claims)
    reading = replace(found, article_id=article.id, claims=claims)
    return statements(Corpus((article,), (reading,), _NoVectors()))
