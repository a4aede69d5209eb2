"""Frames of an article: what a sentence leaves out or calls "it" is named in the sentences before."""

from __future__ import annotations

import pytest

from pipeline.nlp.quantities import complete, read, rebase
from pipeline.records import Entity, Passage, Quantity


def subjects(
    sentences: list[str], names: list[str], lang: str = "en", paragraphs: list[int] | None = None
) -> list[str]:
    """The subjects of all frames of a text of these sentences, in which these names stand once each."""
    text, passages, quantities = "", [], []
    for number, sentence in enumerate(sentences):
        start = len(text)
        text += sentence + " "
        passages.append(Passage(start, start + len(sentence), lang, (paragraphs or [0] * len(sentences))[number]))
        quantities += [rebase(q, "a1_x", start) for q in read(sentence, lang)]
    entities = [Entity(n, text.index(n), text.index(n) + len(n), "model", f"x:{n}") for n in names]
    made: tuple[Quantity, ...] = complete(quantities, passages, entities)
    frames = [q.comparison for q in made if q.comparison is not None]
    assert all(f.subject is None or text[f.subject.start : f.subject.end] == f.subject.text for f in frames)
    return [f.subject.text if f.subject else "" for f in frames]


FASTER = "It is three times faster than its predecessor."


@pytest.mark.parametrize(
    ("lang", "before", "sentence"),
    [
        ("en", "Vela-4 came out on Monday.", FASTER),
        ("fr", "Vela-4 est sorti lundi.", "Il est trois fois plus rapide que son prédécesseur."),
        ("de", "Vela-4 kam am Montag heraus.", "Es ist dreimal so schnell wie sein Vorgänger."),
        ("nl", "Vela-4 kwam maandag uit.", "Het is drie keer zo snel als zijn voorganger."),
    ],
)
def test_a_pronoun_is_the_one_thing_named_before(lang: str, before: str, sentence: str) -> None:
    assert subjects([before, sentence], ["Vela-4"], lang) == ["Vela-4"]


def test_two_names_before_leave_the_pronoun() -> None:
    assert subjects(["Vela-4 met Orion-2 on Monday.", FASTER], ["Vela-4", "Orion-2"]) == ["It"]


def test_the_nearest_sentence_with_a_name_decides() -> None:
    said = ["Orion-2 came first.", "Vela-4 came on Monday.", "People were glad.", FASTER]
    assert subjects(said, ["Orion-2", "Vela-4"]) == ["Vela-4"]


def test_another_paragraph_and_older_sentences_are_left_alone() -> None:
    assert subjects(["Vela-4 came out.", FASTER], ["Vela-4"], paragraphs=[0, 1]) == ["It"]
    assert subjects(["Vela-4 came out.", "Good.", "Fine.", FASTER], ["Vela-4"]) == ["It"]


def test_a_subject_of_its_own_stays() -> None:
    assert subjects(["Vela-4 came out.", FASTER.replace("It", "The chip")], ["Vela-4"]) == ["The chip"]


def test_a_circumstance_before_the_name_is_no_subject() -> None:
    sentence = "In its thorough mode Vela-4 needs 170 times the compute of its base version."
    assert subjects([sentence], ["Vela-4"]) == ["Vela-4"]


def test_what_is_measured_holds_no_comma() -> None:
    sentence = "Vela-4 needs 170 times the compute of its base version, and that is hungrier than Orion-2."
    (quantity,) = read(sentence, "en")
    assert quantity.comparison is not None
    assert quantity.comparison.baseline is not None
    assert quantity.comparison.baseline.text == "its base version"
