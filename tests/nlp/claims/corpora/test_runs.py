"""Runs in the mood of reported speech, as German corpora of speech representation count them."""

from __future__ import annotations

import pytest

from pipeline.nlp import Reader
from pipeline.nlp.claims.rules.main_clauses import in_mood, main_parts
from pipeline.nlp.claims.words.lexicon import load
from pipeline.records import Passage

READER = Reader()
GERMAN = load("de")
SAID = "Mara Voss sagte, der Kai sei alt. "


def runs(text: str) -> list[tuple[str | None, str]]:
    acts = READER.attributions(text, "de", kinds_apart=True)
    return [(a.source and a.source.text, text[a.content[0].start : a.content[-1].end]) for a in acts]


RUNS = [
    "Die Werft habe Geld. Das Dock sei zu klein.",
    "Das Dock sei zu klein. Der Plan der Werft, sich allein am Markt zu halten, werfe Fragen auf.",
    "Die Schiffe lägen seit Mai im Hafen. Den Leuten ständen nur zwei Docks zur Verfügung.",
    "Die Werft habe Geld.\n\nDas Dock sei zu klein.",
    "Nach ihren Informationen habe die Werft Geld. Sie seien davon ausgegangen, dass das Dock bald gebaut werde.",
]


@pytest.mark.parametrize("run", RUNS)
def test_a_run_is_whole_whatever_is_said_inside_it(run: str) -> None:
    assert ("Mara Voss", run) in runs(SAID + run)


def test_a_sentence_that_names_who_says_it_ends_a_run() -> None:
    text = SAID + "Die Werft habe Geld. Jan Harms erklärte, das Dock sei zu klein. Der Hafen brauche zwei."
    assert [(s, c) for s, c in runs(text) if c.endswith(".")] == [
        ("Mara Voss", "Die Werft habe Geld."),
        ("Jan Harms", "Der Hafen brauche zwei."),
    ]


def test_a_noun_in_the_form_of_the_mood_is_no_verb() -> None:
    text = SAID + "Nur fünf Leute fanden eine neue Stelle."
    assert all("Stelle" not in content for _, content in runs(text))


MAIN = [
    ("Der Kai sei alt.", True),
    ("Der Versuch, ihn zu retten, koste viel Geld.", True),
    ("Egal, ob das Dock reiche – die Werft habe kein Geld.", True),
    ("Voss zog das Angebot mit der Begründung zurück, es sei zu teuer.", False),
    ("Voss nannte ein Dock, in dem die Leute der Werft arbeiten könnten.", False),
    ("Das Dock wird gebaut, obwohl es zu klein sei.", False),
]


@pytest.mark.parametrize(("text", "expected"), MAIN)
def test_the_mood_of_the_main_clause(text: str, *, expected: bool) -> None:
    assert GERMAN is not None
    passage = Passage(0, len(text), "de", 0)
    assert in_mood(text, main_parts(text, passage, (), GERMAN), GERMAN) is expected


THUS = [
    ("Das Amt legte Zahlen vor. Demnach ist niemand verletzt.", "ist niemand verletzt"),
    ("Das Dock soll demnach im Mai öffnen.", "Das Dock soll demnach im Mai öffnen"),
]


@pytest.mark.parametrize(("text", "content"), THUS)
def test_demnach_stands_for_a_report(text: str, content: str) -> None:
    (said,) = [(s, c) for s, c in runs(text) if s and s.lower() == "demnach"]
    assert said[1] == content


def test_the_mood_of_a_dependent_clause_makes_no_run() -> None:
    text = SAID + "So gelang es leicht, Leute zu finden, die sonst im Hafen gearbeitet hätten."
    assert [content for _, content in runs(text)] == ["der Kai sei alt"]
