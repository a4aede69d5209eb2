"""Whole subjects before a German verb, and whose words a run goes on with."""

from __future__ import annotations

import pytest

from pipeline.nlp import Reader
from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.fusion.fuse import fuse
from pipeline.nlp.claims.fusion.subjects import settled
from pipeline.nlp.claims.learned import Learned
from pipeline.nlp.claims.rules.discourse import MOOD, Said, read_speech
from pipeline.nlp.claims.words.segment import segment
from pipeline.records import Saying, Span


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def frame(text: str, source: str, cue: str | None, content: str, rule: str = "learned reader") -> Said:
    found = span(text, cue) if cue else None
    return Said(Frame(span(text, source), found, (span(text, content),), "indirect", "asserts", rule), 0)


WHOLE = [
    (
        "Der Korrespondent in Grelm, Jan Harms, sagte, der Kai sei alt.",
        "Der Korrespondent",
        "Der Korrespondent in Grelm, Jan Harms",
    ),
    (
        "Sowohl die Werft als auch die Lotsen sagten, der Kai sei alt.",
        "die Werft",
        "Sowohl die Werft als auch die Lotsen",
    ),
    ("Der alte Lotse der Werft sagte, der Kai sei alt.", "alte Lotse", "Der alte Lotse der Werft"),
    ("Harms, der seit Mai hier lebt, sagte, der Kai sei alt.", "Harms", "Harms"),
    ("Am Montag hat Harms in Grelm gesagt, der Kai sei alt.", "Harms", "Harms"),
    ("Harms akzeptierte den Plan und sagte, der Kai sei alt.", "Harms", "Harms"),
]


@pytest.mark.parametrize(("text", "source", "whole"), WHOLE)
def test_all_before_the_verb_is_the_subject(text: str, source: str, whole: str) -> None:
    cue = next(w for w in ("sagten", "gesagt", "sagte") if w in text)
    passages, _ = segment(text, "de")
    (found,) = settled(text, passages, [frame(text, source, cue, "der Kai sei alt")])
    assert found.frame.source is not None
    assert text[found.frame.source.start : found.frame.source.end] == whole


RUN = "Voss sagte, der Kai sei alt. Harms begründete dies mit dem Rost. Die Werft habe kein Geld."


def test_a_run_goes_on_with_whoever_was_named_last() -> None:
    said = [
        frame(RUN, "Voss", "sagte", "der Kai sei alt"),
        frame(RUN, "Harms", "begründete", "dies mit dem Rost"),
        frame(RUN, "Voss", None, "Die Werft habe kein Geld.", MOOD),
    ]
    passages, _ = segment(RUN, "de")
    assert [RUN[s.frame.source.start : s.frame.source.end] for s in settled(RUN, passages, said) if s.frame.source] == [
        "Voss",
        "Harms",
        "Harms",
    ]


def test_other_languages_are_left_alone() -> None:
    text = "The pilot in Grelm said that the quay was old."
    passages, _ = segment(text, "en")
    said = [frame(text, "The pilot", "said", "the quay was old")]
    assert settled(text, passages, said) == said


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Nach Angaben von k24 ist der Kai gesperrt.", "k24"),
        ("Im Mai gab es ein Gespräch, in dem sie gesagt hatte, der Kai sei alt.", "sie"),
    ],
)
def test_a_name_in_small_letters_and_a_verb_at_the_end_of_its_clause(text: str, source: str) -> None:
    (act,) = Reader().attributions(text, "de")
    assert act.source is not None
    assert act.source.text == source


def test_a_report_of_another_sentence_does_not_silence_a_run() -> None:
    text = "Voss sagte, der Kai sei alt. Die Werft habe kein Geld."
    passages, paragraphs = segment(text, "de")
    saying = Saying(
        span(text, "Voss"), span(text, "sagte"), (span(text, "kein Geld"),), "indirect", "asserts", False, 0.9
    )
    speech = read_speech(text, passages, paragraphs)
    said = fuse(text, passages, speech, Learned({}, (saying,), (), (), (), ())).said
    assert any(s.frame.rule.startswith(MOOD) for s in said)
