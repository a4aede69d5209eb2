"""Reported words that stop in mid-phrase go on to its end, or end before the word that joins the next clause."""

from __future__ import annotations

import pytest

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.fusion.dangling import with_whole_phrases
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.records import Passage, Span


def content(language: str, text: str, words: str, kind: str = "indirect", cue: str = "") -> str:
    """Return what is read as said in a text where ``words`` were taken for it."""
    at = text.index(words)
    mark = Span(text.index(cue), text.index(cue) + len(cue)) if cue else Span(0, 1)
    frame = Frame(mark, mark, (Span(at, at + len(words)),), kind, "asserts", "learned reader")  # type: ignore[arg-type]
    speech = Speech((Said(frame, 0),), ())
    mended = with_whole_phrases(text, [Passage(0, len(text), language, 0)], speech).said[0].frame.contents[-1]
    return text[mended.start : mended.end]


GOES_ON = [
    ("en", "A user felt held up by Harbor Works, noting that Q.", "held up by", "held up by Harbor Works"),
    ("en", "She said that the crane in dock 2.1 of the east port is old.", "the crane in dock 2.1 of the", None),
    ("de", "Sie sagt, dass der Kran in dem Hafen steht, was stimmt.", "der Kran in dem", "der Kran in dem Hafen steht"),
    ("fr", "Elle dit que la grue du port est vieille.", "la grue du", "la grue du port est vieille"),
    ("es", "Dice que la grúa del puerto es vieja.", "la grúa del", "la grúa del puerto es vieja"),
    ("it", "Dice che la gru nella baia è ferma.", "la gru nella", "la gru nella baia è ferma"),
    ("pt", "Diz que a grua do porto parou.", "a grua do", "a grua do porto parou"),
    ("nl", "Ze zegt dat de kraan in de haven oud is.", "de kraan in de", "de kraan in de haven oud is"),
    ("ru", "Она говорит, что кран в порту стоит.", "кран в", "кран в порту стоит"),
]


@pytest.mark.parametrize(("language", "text", "words", "whole"), GOES_ON)
def test_words_that_stop_in_mid_phrase_go_on_to_its_end(
    language: str, text: str, words: str, whole: str | None
) -> None:  # fmt: skip
    expected = whole or "the crane in dock 2.1 of the east port is old"
    assert content(language, text, words) == expected


JOINED = [
    ("en", "He frets about the late ships, which others bear.", "the late ships,", "the late ships"),
    ("en", "She says the crane has been repaired in May.", "the crane has been", "the crane has been repaired in May"),
    (
        "en",
        "She suggests that firms build cranes, while others wait.",
        "firms build cranes, while",
        "firms build cranes",
    ),
    ("de", "Er meint, der Hafen wächst, aber andere warten.", "der Hafen wächst, aber", "der Hafen wächst"),
    ("fr", "Elle dit que le port grandit, mais d'autres attendent.", "le port grandit, mais", "le port grandit"),
    ("es", "Dice que el puerto crece y otros esperan.", "el puerto crece y", "el puerto crece"),
    ("ru", "Она говорит, что порт растёт, а другие ждут.", "порт растёт, а", "порт растёт"),
]


@pytest.mark.parametrize(("language", "text", "words", "clause"), JOINED)
def test_words_end_before_what_joins_the_next_clause(language: str, text: str, words: str, clause: str) -> None:
    assert content(language, text, words) == clause


KEPT = [
    ("en", "She said that the port is safe, and he left.", "the port is safe", ""),
    ("en", "They asked what cranes they work in and left.", "what cranes they work in", ""),
    ("en", "It is the port they live in, Voss said.", "It is the port they live in", ""),
    ("en", "The cranes they work with Voss described.", "The cranes they work with", "described"),
    ("de", "Sie sagt, der Hafen sei offen, und ging.", "der Hafen sei offen", ""),
    ("ja", "彼は港が広いと言った。", "港が広い", ""),
]


@pytest.mark.parametrize(("language", "text", "words", "cue"), KEPT)
def test_words_that_end_at_a_border_stay(language: str, text: str, words: str, cue: str) -> None:
    assert content(language, text, words, cue=cue) == words


def test_what_is_quoted_ends_where_its_marks_do() -> None:
    assert content("en", "She spoke of the port they live in today.", "the port they live in", "direct").endswith("in")
