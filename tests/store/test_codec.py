"""Whatever record goes in comes out equal, and bytes are the same for the same record."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records import (
    Article,
    Attribution,
    Claim,
    Comparison,
    Entity,
    Holder,
    Language,
    Link,
    Mention,
    Passage,
    Quantity,
    Reading,
    Section,
    Span,
)
from pipeline.store import codec

TIME = datetime(2026, 11, 1, 8, 30, tzinfo=UTC)
texts = st.text(max_size=20)
mentions = st.builds(Mention, texts, st.integers(0, 9), st.integers(0, 9))
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=4)


def quantity(value: Decimal, mention: Mention) -> Quantity:
    frame = Comparison(mention, None, mention, "more")
    return Quantity("q", "170", 0, 3, value, None, None, "1", "ratio", None, False, frame)


@given(texts, mentions, decimals, st.floats(0, 1))
@settings(max_examples=50, deadline=None)
def test_a_reading_survives_the_way_there_and_back(text, mention, value, score):
    holder = Holder(text, 0, 1, "named", None)
    attribution = Attribution(mention, None, "direct", "denies")
    claim = Claim(
        "c", "a", 0, 1, text, "en", (Span(0, 1),), holder, (attribution,), "direct", True, False, (mention,), ("q",),
        (Entity(text, 0, 1, "model", None),), score,
    )  # fmt: skip
    reading = Reading(
        "a", Language("fr", 0.5), (Passage(0, 1, "fr", 0),), (claim,), (quantity(value, mention),), (), (("x", 1),)
    )
    data = codec.dumps(reading)
    assert codec.loads(Reading, data) == reading
    assert codec.dumps(reading) == data


def test_an_article_survives():
    article = Article(
        "a", "s", "u", "t", None, "o", TIME, TIME, "email", "x", (Section(0, 1, "s"),), (Span(0, 1),), (),
        (Link(0, 1, "u"),), "00",
    )  # fmt: skip
    assert codec.loads(Article, codec.dumps(article)) == article


@pytest.mark.parametrize("data", [b"", b"junk", codec.dumps(Span(1, 2))])
def test_damaged_bytes_are_refused(data):
    with pytest.raises(ValueError, match="Article"):
        codec.loads(Article, data)
