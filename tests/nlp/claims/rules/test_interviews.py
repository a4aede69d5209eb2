"""Interviews whose turns are marked by letters: who answers is named before the first question."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.nlp.claims.rules.interviews import answers, introduction, is_turn
from pipeline.records import Span

LEARNED = Reader(NlpSettings(), Tagger())

INTERVIEWS = [
    ("en", "We spoke with Mara Voss about the harbour.", "Q: How will the port grow?",
     "A: The port will grow by ten percent next year."),
    ("de", "Wir sprachen mit Mara Voss über den Hafen.", "Frage: Wie wächst der Hafen?",
     "Antwort: Der Hafen wächst im nächsten Jahr um zehn Prozent."),
    ("fr", "Nous avons parlé du port avec Mara Voss.", "Question : Comment le port va-t-il grandir ?",
     "Réponse : Le port grandira de dix pour cent l'année prochaine."),
    ("es", "Hablamos del puerto con Mara Voss.", "Pregunta: ¿Cómo va a crecer el puerto?",
     "Respuesta: El puerto va a crecer un diez por ciento."),
    ("it", "Abbiamo parlato del porto con Mara Voss.", "Domanda: Come crescerà il porto?",
     "Risposta: Il porto crescerà del dieci per cento."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "opening", "question", "answer"), INTERVIEWS)
def test_who_answers_is_named_before_the_first_question(
    language: str, opening: str, question: str, answer: str
) -> None:
    claim = LEARNED.read_text(f"{opening}\n\n{question}\n\n{answer}", language).claims[-1]
    assert claim.quoted == "direct"
    assert claim.holder is not None
    assert claim.holder.text == "Mara Voss"


@pytest.mark.parametrize("opening", ["We spoke with Mara Voss and Petra Quill.", "We spoke about the harbour."])
def test_nobody_is_guessed_among_several_or_none(opening: str) -> None:
    text = f"{opening}\n\nQ: How will the port grow?\n\nA: The port will grow by ten percent next year."
    claim = LEARNED.read_text(text, "en").claims[-1]
    assert claim.holder is not None
    assert (claim.holder.text, claim.holder.kind) == ("", "anonymous")


MARKS = [("A: Yes.", "A", True), ("**A:** Yes.", "A", True), ("答：是。", "答", True), ("A man: yes.", "A", False),
         ("Voss: Yes.", "Voss", False)]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "mark"), MARKS)
def test_a_letter_before_a_colon_marks_a_turn(text: str, source: str, mark: bool) -> None:
    at = text.index(source)
    assert is_turn(text, Span(at, at + len(source))) is mark


def test_an_answer_without_a_question_has_no_introduction() -> None:
    assert introduction("A: Yes.", Span(0, 1)) is None


def test_an_answer_goes_on_up_to_the_next_question() -> None:
    text = (
        "We spoke with Mara Voss.\n\nQ: How will the port grow?\n\nA: The port will grow next year.\n\n"
        "Cranes are needed for that.\n\nQ: And the ferry?\n\nA: The ferry was closed in May.\n\nThe lab is small."
    )
    who = [c.holder.text if c.holder else None for c in LEARNED.read_text(text, "en").claims]
    assert who == [None, "Mara Voss", "Mara Voss", "Mara Voss", None]


def test_letters_of_a_choice_are_no_turns() -> None:
    text = "Mara Voss drew this.\n\nC: The port is small.\n\nD: The port is old.\n\nA: The port is new."
    assert list(answers(text, [Span(22, 43), Span(45, 64), Span(66, len(text))])) == []
