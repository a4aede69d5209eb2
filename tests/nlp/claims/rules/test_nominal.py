"""Nouns and passives that report (German). All names are invented; the rules read alone."""

from __future__ import annotations

import pytest

from pipeline.nlp import Reader

READER = Reader()

REPORTS = [
    (
        "Die Forderung der Gewerkschaft, den Kai zu sperren, blieb ohne Folgen.",
        "der Gewerkschaft",
        "den Kai zu sperren",
    ),
    ("Es gab Gerüchte, dass die Werft im Mai schließt.", None, "dass die Werft im Mai schließt"),
    (
        "Die Ankündigung des Sprechers Jan Harms, der Kai sei sicher, hatte niemand erwartet.",
        "des Sprechers Jan Harms",
        "der Kai sei sicher",
    ),
    ("Kritik wurde an der Entscheidung laut, das Dock im Mai zu sperren.", None, "das Dock im Mai zu sperren"),
    (
        "Bis heute steht die Frage, ob es nicht besser wäre, den Kai zu sperren.",
        None,
        "ob es nicht besser wäre, den Kai zu sperren",
    ),
    ("Es wird angenommen, dass der Kai im Mai gesperrt wird.", None, "dass der Kai im Mai gesperrt wird"),
    ("Dem Lotsen wurde vorgeworfen, den Kahn gerammt zu haben.", None, "den Kahn gerammt zu haben"),
    ("Zunächst war vermutet worden, dass der Kai brennt.", None, "dass der Kai brennt"),
    (
        "An die Lotsen ging eine Warnung, das Dock nicht zu betreten - so wie im Mai.",
        None,
        "das Dock nicht zu betreten",
    ),
    ("Zuletzt hieß es, der Kai sei alt.", None, "der Kai sei alt"),
    ("Kurz war die Rede davon, dass zwei Kähne fehlen.", None, "dass zwei Kähne fehlen"),
    (
        "Die Lotsen wurden von der Gewerkschaft aufgefordert, den Kai zu räumen.",
        "der Gewerkschaft",
        "den Kai zu räumen",
    ),
]


@pytest.mark.parametrize(("text", "source", "content"), REPORTS)
def test_nouns_and_passives_report(text: str, source: str | None, content: str) -> None:
    (act,) = READER.attributions(text, "de")
    assert (act.source.text if act.source else None) == source
    assert [text[c.start : c.end] for c in act.content] == [content]


SILENT = [
    "Die Entscheidung, die alle kennen, fiel im Mai.",
    "Der Kahn wurde in Grelm erwartet, da er im Dock liegen sollte.",
    "Die Werft machte den Vorschlag, um Zeit zu gewinnen.",
    "Die Bitte kam spät, die Antwort nie.",
]


@pytest.mark.parametrize("text", SILENT)
def test_clauses_of_another_form_are_not_said(text: str) -> None:
    assert not READER.attributions(text, "de")


def test_what_a_verb_reports_is_no_report_of_its_noun() -> None:
    text = "Mara Voss wies die Behauptung zurück, dass der Kai alt sei."
    assert len(READER.attributions(text, "de")) == 1


def test_a_noun_that_is_nobodys_is_the_source_where_kinds_are_apart() -> None:
    text = "Es gab mehrere Hinweise, dass die Werft im Mai schließt."
    (act,) = READER.attributions(text, "de", kinds_apart=True)
    assert act.source is not None
    assert act.source.text == "mehrere Hinweise"
