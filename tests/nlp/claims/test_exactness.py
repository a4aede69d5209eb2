"""Whatever the text, reading it neither fails nor misquotes it, and its cost grows with its length."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.nlp import Reader
from pipeline.records import LANGUAGES, Mention, Reading

READER = Reader()
PIECES = st.sampled_from(
    (
        *(
            "“",
            "”",
            '"',
            "«",
            "»",
            "„",
            "「",
            "」",
            ", ",
            ". ",
            "? ",
            ":",
            "—",
            " - ",
            "\n",
            "\n\n",
            "# ",
            "* ",
            "1.5 %",
        ),
        *(
            " said ",
            " dit ",
            " sagte ",
            "表示",
            "と述べた",
            "라고 말했다",
            " قال ",
            "that ",
            "que ",
            "dass ",
            "although ",
            "if ",
        ),
        *("according to ", "selon ", "laut ", "Mara Voss", "he", "нет", "а", "的", "http://x.y/z"),
        *("😀", "\u200f", "\u0000", "\ud7ff", "İ", "ß", "ﬁ"),
    )
)


def check(reading: Reading, text: str) -> None:
    def exact(mention: Mention | None) -> None:
        assert mention is None or text[mention.start : mention.end] == mention.text

    last = 0
    for passage in reading.passages:
        assert 0 <= passage.start < passage.end <= len(text)
        assert passage.start >= last
        last = passage.end
    for claim in reading.claims:
        assert text[claim.start : claim.end] == claim.text != ""
        assert claim.content
        assert all(claim.start <= s.start < s.end <= claim.end for s in claim.content)
        assert 0.5 <= claim.score <= 1
        if claim.holder is not None:
            exact(Mention(claim.holder.text, claim.holder.start, claim.holder.end))
        for level in claim.attribution:
            exact(level.source)
            exact(level.cue)
        for hedge in claim.hedges:
            exact(hedge)
        for note in claim.evidence:
            exact(Mention(note.text, note.start, note.end))
        assert claim.hedged == bool(claim.hedges)
        assert claim.quoted == (claim.attribution[-1].kind if claim.attribution else "none")
    assert len({c.id for c in reading.claims}) == len(reading.claims)


@given(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=40).map("".join), st.sampled_from((*LANGUAGES, None)))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_failing_and_exactly(text: str, language: str | None) -> None:
    check(READER.read_text(text, language), text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_reading_twice_gives_the_same(language: str) -> None:
    text = "“A long enough quotation here,” said Mara Voss.\n\nThe lab grew by 5 % in 2024, she said."
    assert READER.read_text(text, language) == Reader().read_text(text, language)


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("de", "„Wir wachsen weiter und weiter“, sagte Mara Voss. Das Labor ist groß. "),
        ("zh", "沃斯表示，规模扩张并没有停止。“我们会继续扩大规模。”"),
        ("es", "«Una cita que nunca termina y sigue y sigue "),
        ("ru", "слово без точек и запятых "),
    ],
)
def test_the_cost_of_long_texts_grows_no_faster_than_their_length(
    language: str, piece: str, processor_seconds: Callable[[Callable[[], object]], float]
) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        return processor_seconds(lambda: READER.read_text(text, language))

    seconds(2_000)
    short, long = seconds(10_000), seconds(60_000)
    assert long < 30 * max(short, 0.02)
