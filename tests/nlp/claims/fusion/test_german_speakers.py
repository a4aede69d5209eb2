"""Who speaks in German sentences: appositions, relative clauses, adverbials, names behind roles."""

from __future__ import annotations

import pytest

from pipeline.nlp import Reader
from pipeline.nlp.claims.fusion.governed import is_governed
from pipeline.nlp.claims.fusion.sources import goes_on, names_behind
from pipeline.nlp.claims.words.lexicon import load
from pipeline.records import Span

GERMAN = load("de")
READER = Reader()

SPEAKERS: list[tuple[str, str]] = [
    ("Der Reporter in Kiel, Will Grantz, berichtete, dass der Kai brenne.", "Der Reporter in Kiel, Will Grantz"),
    ("Ada Voss, die seit Mai das Amt leitet, erklärte, dass der Kai brenne.", "Ada Voss"),
    ("Im Hafen sagte Voss, die Leute hielten sich an die Regeln, auch im Winter.", "Voss"),
    ("Als das Schiff kam, riefen sie die Wache, die im Hafen wartete, teilten die Ämter mit.", "die Ämter"),
    ("Laut der Hafen Times hat das Amt den Kai gesperrt.", "der Hafen Times"),
    ("Wie das Hafenamt am 3. Mai bekannt gab, wird der Kai gesperrt.", "das Hafenamt"),
    ("Wie das Blatt Der Lotse in einem Bericht vom 3. Mai schreibt, wird der Kai gesperrt.", "das Blatt Der Lotse"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_the_speaker(text: str, speaker: str) -> None:
    sources = [a.source.text for a in READER.attributions(text, "de") if a.source]
    assert sources == [speaker]


def test_demnach_goes_on_with_the_report() -> None:
    text = "Das Hafenamt teilte mit, dass der Kai brenne. Demnach ist niemand verletzt."
    (act,) = READER.attributions(text, "de")
    assert act.source is not None
    assert act.source.text == "Das Hafenamt"
    assert [text[c.start : c.end] for c in act.content] == ["der Kai brenne", "Demnach ist niemand verletzt."]


@pytest.mark.parametrize(
    ("text", "role", "name", "expected"),
    [
        ("sagte der Leiter des Amtes in Kiel, Doktor Jan Harms.", "der Leiter des Amtes", "Jan Harms", True),
        ("sagte der Leiter, während sie mit Jan Harms sprach.", "der Leiter", "Jan Harms", False),
    ],
)
def test_a_name_behind_its_role(text: str, role: str, name: str, *, expected: bool) -> None:
    assert GERMAN is not None
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (role, name)]
    assert names_behind(text, spans[0], spans[1], GERMAN) is expected


def test_an_adverbial_belongs_to_no_speaker() -> None:
    assert GERMAN is not None
    text = "hatte Voss bei seinem Treffen gesagt"
    assert not goes_on(text, text.index(" bei"), text.index(" gesagt"), GERMAN)
    assert is_governed(text, Span(text.index("Treffen"), text.index(" gesagt")), GERMAN)
    assert not is_governed(text, Span(text.index("Voss"), text.index(" bei")), GERMAN)


BEFORE: list[tuple[str, str, str]] = [
    ("de", "Ein Schiff ist vor Kiel gesunken. Das teilte die Küstenwache am Montag mit.", "die Küstenwache"),
    ("de", "Am Kai hat es gebrannt. Dies gab das Hafenamt am Abend bekannt.", "das Hafenamt"),
    ("nl", "Voor de kust is een schip gezonken. Dat meldt de Kustkrant maandag.", "de Kustkrant"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), BEFORE)
def test_what_was_said_stands_in_the_sentence_before(language: str, text: str, speaker: str) -> None:
    (act,) = READER.attributions(text, language)
    assert act.source is not None
    assert act.source.text.startswith(speaker)
    (content,) = act.content
    assert text[content.start : content.end] == text[: text.index(".") + 1]


def test_that_somebody_gave_something_away_says_nothing_of_the_sentence_before() -> None:
    text = "Am Kai hat es gebrannt. Das gab der Wache zu tun."
    assert READER.attributions(text, "de") == ()


def test_a_name_between_marks_is_not_said() -> None:
    text = "Die Gruppe „Harbour Nature Conservation Association“ kritisierte den Plan am Montag."
    said = [text[c.start : c.end] for a in READER.attributions(text, "de") for c in a.content]
    assert not any("Association" in words for words in said)


def test_so_behind_a_quotation_names_who_says_it() -> None:
    text = "„Wer Stellen streicht, handelt nicht klug“, so der zuständige Werftvorstand Jan Harms im Hafenblatt."
    (act,) = READER.attributions(text, "de")
    assert act.source is not None
    assert act.source.text == "der zuständige Werftvorstand Jan Harms"
    assert act.kind == "direct"
