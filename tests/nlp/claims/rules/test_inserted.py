"""Sources that stand inside the clause they speak: German and Dutch."""

from __future__ import annotations

import pytest

from pipeline.nlp import Reader

READER = Reader()

CASES: list[tuple[str, str, str, str]] = [
    (
        "de",
        "Der Sturm hat im Tal laut Medienberichten zu den schwersten Schäden seit Jahren geführt.",
        "Medienberichten",
        "Der Sturm hat im Tal … zu den schwersten Schäden seit Jahren geführt",
    ),
    (
        "de",
        "Bei dem Brand kamen nach Angaben des Blauen Kreuzes vier Menschen ums Leben.",
        "des Blauen Kreuzes",
        "Bei dem Brand kamen … vier Menschen ums Leben",
    ),
    (
        "de",
        "Im Hafen kam es Informationen des Senders Radio Küste zufolge zu Verspätungen.",
        "Informationen des Senders Radio Küste",
        "Im Hafen kam es … zu Verspätungen",
    ),
    (
        "de",
        "Einer Umfrage im Auftrag der Stadt zufolge ziehen viele Bewohner fort.",
        "Einer Umfrage im Auftrag der Stadt",
        "ziehen viele Bewohner fort",
    ),
    (
        "de",
        "Laut der Website „hafenbote.example“ wird die Werft bald schließen.",
        "der Website „hafenbote.example“",
        "wird die Werft bald schließen",
    ),
    (
        "de",
        "Die Werft wartet laut Harmsen lediglich noch auf eine Genehmigung.",
        "Harmsen",
        "Die Werft wartet … lediglich noch auf eine Genehmigung",
    ),
    (
        "de",
        "Die Anlage, die nach Einschätzung des Umweltamtes die Luft verbessern kann, kostet viel Geld.",
        "des Umweltamtes",
        "die … die Luft verbessern kann",
    ),
    (
        "de",
        "Nach Angaben der Küstenpost, die sich auf einen Bericht beruft, bleibt die Brücke gesperrt.",
        "der Küstenpost",
        "bleibt die Brücke gesperrt",
    ),
    (
        "de",
        "Das Amt, das dem Bund untersteht, dient laut einer Mitteilung des BXA der Verbesserung des Austauschs.",
        "einer Mitteilung des BXA",
        "Das Amt, das dem Bund untersteht, dient … der Verbesserung des Austauschs",
    ),
    (
        "nl",
        "Het bedrijf schreef jaren verlies, maar nu gaat het volgens Vos eindelijk beter met de fabriek.",
        "Vos",
        "maar nu gaat het … eindelijk beter met de fabriek",
    ),
]


@pytest.mark.parametrize(("language", "text", "source", "content"), CASES)
def test_the_source_is_its_noun_phrase_and_the_content_its_clause(
    language: str, text: str, source: str, content: str
) -> None:
    acts = [a for a in READER.attributions(text, language) if a.source is not None]
    (act,) = acts
    assert act.source is not None
    assert act.source.text == source
    assert " … ".join(text[c.start : c.end] for c in act.content) == content


def test_a_time_behind_a_preposition_is_no_source() -> None:
    text = "Aus älteren Studien nach der Flut lassen sich Folgen für das Tal ableiten."
    assert READER.attributions(text, "de") == ()
