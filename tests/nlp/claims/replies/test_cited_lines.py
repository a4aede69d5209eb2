"""Lines of a thread that repeat what somebody wrote before. All names and posts are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp.claims.replies.cited_lines import with_cited_lines
from pipeline.nlp.claims.rules.bylines import posts
from pipeline.nlp.claims.rules.discourse import Speech
from pipeline.nlp.claims.words.segment import segment
from pipeline.records import Span


def cited(thread: str, language: str) -> list[tuple[str, str, str]]:
    """Return writer, words and kind of each line that was found to be of another post."""
    passages, _ = segment(thread, language)
    speech = with_cited_lines(thread, passages, Speech((), ()), posts(thread, (Span(0, len(thread)),)))
    return [
        (thread[f.source.start : f.source.end], thread[f.contents[0].start : f.contents[0].end], f.kind)
        for f in (s.frame for s in speech.said)
        if f.source is not None
    ]


THREADS = [
    (
        "ja",
        "@kumo77:\n\n港の起重機は古すぎる。夜の作業は危ないと思うんだ。\n\n@sora_8:\n\n＞夜の作業は危ない\n\nそうかな。一度も事故はないよ。",
        ("kumo77", "夜の作業は危ない", "direct"),
    ),
    (  # nearly the same words, as in a thread that was translated
        "ja",
        "@kumo77:\n\n夜の作業にはいつも危険があるんだ。\n\n@sora_8:\n\n＞夜の作業には危険がある\n\nそうかな。",
        ("kumo77", "夜の作業には危険がある", "direct"),
    ),
    (  # what is left out between two pieces
        "ja",
        "@kumo77:\n\n港の起重機は古いから、来年までに全部取り替えるべきだ。\n\n@sora_8:\n\n＞港の起重機は…全部取り替えるべきだ\n\nそうかな。",
        ("kumo77", "港の起重機は…全部取り替えるべきだ", "direct"),
    ),
    (
        "en",
        "@kumo77:\n\nThe cranes are too old for us. Sell them.\n\n@sora_8:\n\n> The cranes are too old\n\nNot so.",
        ("kumo77", "The cranes are too old", "direct"),
    ),
    (
        "de",
        "@kumo77:\n\nDie Kräne sind zu alt für diesen Hafen.\n\n@sora_8:\n\n> Die Kräne sind zu alt\n\nSind sie nicht.",
        ("kumo77", "Die Kräne sind zu alt", "direct"),
    ),
    (
        "ru",
        "@kumo77:\n\nКраны слишком стары для этого порта.\n\n@sora_8:\n\n> Краны слишком стары\n\nНет, не стары.",
        ("kumo77", "Краны слишком стары", "direct"),
    ),
]


@pytest.mark.parametrize(("language", "thread", "expected"), THREADS)
def test_a_line_that_a_reply_repeats_is_of_the_post_that_has_it(
    language: str, thread: str, expected: tuple[str, str, str]
) -> None:
    assert cited(thread, language) == [expected]


OWN = [
    # what follows the mark is the answer, which nobody wrote before
    ("ja", "@kumo77:\n\n港の起重機は古すぎる。\n\n@sora_8:\n\n＞それは違うよ、まだ十年も経っていないんだから。"),
    # the writer's own words from before
    ("ja", "@kumo77:\n\n夜の作業は危ない。\n\n@kumo77:\n\n＞夜の作業は危ない\n\nもう一度言うよ。"),
    # a mark before a figure
    (
        "en",
        "@kumo77:\n\nThe cranes are too old for this port.\n\n@sora_8:\n\n> 5 cranes would do for a small harbor.",
    ),
    # no mark
    ("en", "@kumo77:\n\nThe cranes are too old for this port.\n\n@sora_8:\n\nThe cranes are too old."),
]


@pytest.mark.parametrize(("language", "thread"), OWN)
def test_other_lines_stay_with_their_writer(language: str, thread: str) -> None:
    assert cited(thread, language) == []


def test_without_posts_nothing_is_repeated() -> None:
    text = "The cranes are too old for this port.\n\n> The cranes are too old"
    passages, _ = segment(text, "en")
    assert with_cited_lines(text, passages, Speech((), ()), ()).said == ()
