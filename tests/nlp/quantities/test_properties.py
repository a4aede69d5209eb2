"""What must hold of any text: reading back what was written, exact spans, linear time."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.nlp.quantities import read
from pipeline.nlp.quantities.folding import fold

sys.path.insert(0, str(Path(__file__).parent))
from writer import LANGUAGES, case

Seconds = Callable[[Callable[[], object]], float]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_round_trip(lang: str) -> None:
    rng = random.Random(lang)
    for _ in range(40):
        made = case(rng, lang)
        found = [(q.start, q.end, q.value, q.unit, q.currency) for q in read(made.text, lang)]
        assert found == [(made.start, made.end, made.value, made.unit, made.currency)], made.text


PIECES = st.sampled_from(
    [
        "5",
        "1,234.5",
        "two",
        "million",
        "%",
        "$",
        "vingt",
        "一",
        "百",
        "分之",
        "한",
        "배",
        "٣",
        "½",
        " ",
        "-",
        ".",
        ",",
        "x",
        "to",
        "and",
        "GPT",
        "年",
        "\u202f",
        "１",
        "é",
        "\U0001f600",
        "ﬁ",
        "İ",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join), st.sampled_from(LANGUAGES))
def test_spans_are_exact_and_in_order(text: str, lang: str) -> None:
    found = read(text, lang)
    assert all(text[q.start : q.end] == q.text and q.start < q.end for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert found == read(text, lang)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("lang", "piece"),
    [
        ("en", "1"),
        ("en", ","),
        ("en", "1,"),
        ("en", "one "),
        ("de", "zwei "),
        ("zh", "三千"),
        ("ja", "1万"),
        ("nl", "miljoenen"),
        ("ar", "ثلاثة و"),
        ("en", "a ,"),
    ],
)
def test_long_lines_read_in_linear_time(lang: str, piece: str, processor_seconds: Seconds) -> None:
    read("1", lang)

    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        return processor_seconds(lambda: read(text, lang))

    assert seconds(200_000) < max(10 * seconds(50_000), 0.8)


@pytest.mark.parametrize(
    ("lang", "piece"), [("en", "half of "), ("en", "5 to "), ("en", "$5 km. "), ("zh", "每百万token 3美元")]
)
def test_many_quantities_read_in_linear_time(lang: str, piece: str, processor_seconds: Seconds) -> None:
    read("1", lang)

    def seconds(count: int) -> float:
        return processor_seconds(lambda: read(piece * count, lang))

    assert seconds(2000) < max(10 * seconds(500), 0.8)


@pytest.mark.parametrize(("lang", "piece"), [("en", "1"), ("en", ","), ("en", "one "), ("de", "zwei "), ("ja", "１")])
def test_a_megabyte_of_noise_is_read_in_two_seconds(lang: str, piece: str, processor_seconds: Seconds) -> None:
    read("1", lang)
    assert processor_seconds(lambda: read(piece * (1_000_000 // len(piece)), lang)) < 2
