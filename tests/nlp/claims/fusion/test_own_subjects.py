"""Who speaks by the place beside the verb, and nouns of saying as sources (most of it German)."""

from __future__ import annotations

import pytest

from pipeline.nlp import Reader
from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.fusion.own_subjects import own_subject
from pipeline.nlp.claims.fusion.pairing import either_source
from pipeline.nlp.claims.fusion.subjects import _before_relative
from pipeline.nlp.claims.words.lexicon import load
from pipeline.records import Passage, Saying, Span

READER = Reader()
GERMAN = load("de")


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


BESIDE = [
    ("Jan Harms war da. Den Plan der Werft bezeichnete er als teuer.", "Den Plan der Werft", "bezeichnete", "er"),
    ("Jan Harms war da. Die Anwälte der Werft sagten, P.", "Jan Harms", "sagten", "Die Anwälte der Werft"),
    ("Jan Harms war da. Am Montag sagte Mara Voss, P.", "Jan Harms", "sagte", "Mara Voss"),
    ("Jan Harms war da. Das sagte der Plan.", "der Plan", "sagte", "der Plan"),
]


@pytest.mark.parametrize(("text", "read", "verb", "expected"), BESIDE)
def test_the_subject_of_its_own_sentence(text: str, read: str, verb: str, expected: str) -> None:
    assert GERMAN is not None
    home = Passage(text.index(". ") + 2, len(text), "de", 0)
    found = own_subject(text, span(text, read), span(text, verb), home, GERMAN)
    assert text[found.start : found.end] == expected


RELATIVE = [
    ("Mara Voss vom Hafenamt, die den Plan gelesen hatte, sagte, P.", "Mara Voss vom Hafenamt"),
    ("Die Partei, die 5,1 Prozent erhielt, sagte, P.", "Die Partei"),
    ("Gestern, das war spät, sagte die Partei, P.", "die Partei"),
]


@pytest.mark.parametrize(("text", "expected"), RELATIVE)
def test_a_relative_clause_parts_subject_and_verb(text: str, expected: str) -> None:
    assert GERMAN is not None
    last = span(text, "Partei") if "Partei" in text else span(text, "Hafenamt")
    read = span(text, expected) if expected[0].islower() else last
    found = _before_relative(text, read, span(text, "sagte"), Passage(0, len(text), "de", 0), GERMAN)
    assert text[found.start : found.end] == expected


NOUNS = [
    ("Voss lehnte den Vorschlag der Werft ab, den Kai zu räumen.", "den Vorschlag der Werft"),
    ("Mara Voss wies die Behauptung zurück, der Kai sei alt.", "die Behauptung"),
    ("Im Mai fiel die Entscheidung, den Kai zu räumen.", "die Entscheidung"),
    ("Mara Voss bestritt, dass der Kai alt sei.", "Mara Voss"),
]


@pytest.mark.parametrize(("text", "source"), NOUNS)
def test_a_noun_of_saying_is_who_says_what_others_deny(text: str, source: str) -> None:
    (act,) = READER.attributions(text, "de", kinds_apart=True)
    assert act.source is not None
    assert act.source.text == source


def test_es_names_nobody() -> None:
    text = "Der Kai sei alt, hieß es am Montag, und das Geld fehle."
    assert [a.source for a in READER.attributions(text, "de", kinds_apart=True)] in ([], [None])


def test_a_phrase_inside_a_noun_phrase_frames_no_clause() -> None:
    text = "Voss wies auf die ihrer Meinung nach teuren Docks hin."
    sources = [a.source.text for a in READER.attributions(text, "de", kinds_apart=True) if a.source]
    assert "ihrer Meinung" not in sources


APART = [
    ("en", "The crane of Mara Voss is new.", "Papers proudly describe its total cost.", "Papers", "describe"),
    ("fr", "La grue de Mara Voss est neuve.", "Les papiers décrivent son coût total.", "Les papiers", "décrivent"),
    ("es", "La grúa de Mara Voss es nueva.", "Los papeles describen su coste total.", "Los papeles", "describen"),
    ("nl", "De kraan van Mara Voss is nieuw.", "De stukken beschrijven de kosten.", "De stukken", "beschrijven"),
]


@pytest.mark.parametrize(("language", "first", "second", "source", "cue"), APART)
@pytest.mark.parametrize("opens", [True, False])
def test_a_subject_beside_its_verb_goes_before_a_name_of_another_sentence(
    language: str, first: str, second: str, source: str, cue: str, opens: bool
) -> None:
    text = f"{first} {second if opens else f'X, {second}'}"
    rule, verb, name = (Span(text.index(w), text.index(w) + len(w)) for w in (source, cue, "Mara Voss"))
    said = (Span(verb.end + 1, len(text) - 1),)
    lexicon = load(language)
    assert lexicon is not None
    found = either_source(
        text,
        Frame(rule, verb, said, "indirect", "asserts", "attitude"),
        Saying(name, verb, said, "indirect", "asserts", False, 0.99),
        Passage(len(first) + 1, len(text), language, 0),
        lexicon,
    )
    assert found == (rule if opens else name)
