"""Mere reports: German sentences that tell that somebody spoke, without words of theirs."""

from __future__ import annotations

import pytest

from pipeline.nlp import Reader

READER = Reader()

MERE = [
    ("Am Montag warnte die Werft die Leute vor den Kosten.", "die Werft"),
    ("Der Hafenmeister in Grelm, Jan Harms, drohte der Werft mit Klagen.", "Der Hafenmeister in Grelm, Jan Harms"),
    ("Mit einem Ende rechnet das Amt frühestens im Mai.", "das Amt"),
    ("Die Polizei bittet weiter um Hinweise.", "Die Polizei"),
    ("Die Gewerkschaft rief ihre Leute zum Streik auf.", "Die Gewerkschaft"),
    ("Mara Voss hat am Abend ihren Rücktritt bekannt gegeben.", "Mara Voss"),
    ("Die Werft will den alten Kai räumen.", "Die Werft"),
    ("Mit dem Geld will sich die Regierung neu aufstellen.", "die Regierung"),
    ("Dort will Grelm zum ersten Mal ein Dock bauen.", "Grelm"),
    ("Darüberhinaus will sich die Werft für Docks einsetzen.", "die Werft"),
    ("Ihr wird von den Behörden seit Mai Untreue vorgeworfen.", "den Behörden"),
    ("Von den Anwohnern wurden Proteste angekündigt.", "den Anwohnern"),
    ("Die Bevölkerung in der Nähe von Grelm wurde vor Fluten gewarnt.", None),
]


@pytest.mark.parametrize(("text", "source"), MERE)
def test_a_mere_report_is_counted_as_its_sentence(text: str, source: str | None) -> None:
    (act,) = READER.attributions(text, "de", kinds_apart=True)
    assert [text[c.start : c.end] for c in act.content] == [text]
    assert (act.source and act.source.text) == source


NOTHING = [
    "Ihm drohen zehn Jahre Haft.",
    "Das Gericht hat den Antrag abgelehnt.",
    "Der Fahrer wurde zu einer Haft verurteilt.",
    "Das Blatt wird von vielen als Zeitung angesehen.",
    "Wer ein Dock bauen will, muss warten.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_deeds_and_things_are_no_reports(text: str) -> None:
    assert READER.attributions(text, "de", kinds_apart=True) == ()


def test_words_between_marks_stand_beside_a_mere_report() -> None:
    text = "Der Minister hatte am Samstag die Zustimmung der Regierung „trotz einiger Bedenken“ bekannt gegeben."
    assert {
        text[a.content[0].start : a.content[-1].end] for a in READER.attributions(text, "de", kinds_apart=True)
    } >= {text}


def test_they_are_no_sayings_elsewhere() -> None:
    text = "Die Polizei bittet weiter um Hinweise."
    assert READER.attributions(text, "de") == ()
