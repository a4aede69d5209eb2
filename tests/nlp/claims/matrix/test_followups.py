"""Who speaks over several sentences, in twelve languages, as the main job reads them. All names are invented."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.extract import Extractor, ExtractSettings
from pipeline.records import Claim, Fetched, Source

sys.path.insert(0, str(Path(__file__).parent))
from matrix_cases import READER, cases, who


def read(text: str, language: str) -> tuple[str, tuple[Claim, ...]]:
    """Return a text and its claims; a text with marks of quotation is read as the Markdown that it is."""
    if "\n> " not in text:
        return text, READER.read_text(text, language).claims
    now = datetime(2026, 3, 10, tzinfo=UTC)
    body = Fetched("s1", "file:a.md", "file:a.md", "text/markdown", None, text.encode(), "0" * 64, now)
    with Extractor(ExtractSettings()) as extractor:
        source = Source(id="s1", kind="files", url="x", outlet="The Lattice", language=language)
        (article,) = extractor.articles(body, source).articles
    return article.text, READER.read(article).claims


@pytest.mark.parametrize(("language", "case"), cases("followups"))
def test_who_says_each_of_several_sentences(language: str, case: dict[str, Any]) -> None:
    text, claims = read(case["text"], language)
    for expected in case["claims"]:
        holding = [c for c in claims if any(expected["part"] in text[s.start : s.end] for s in c.content)]
        assert holding, expected["part"]
        claim = min(holding, key=lambda c: sum(s.end - s.start for s in c.content))
        assert (expected["part"], who(claim)) == (expected["part"], expected["holder"])
        assert claim.quoted == expected.get("quoted", claim.quoted)
