"""Reported speech: German mood over sentences, infinitives, parted verbs, sources; paired apostrophes as marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.nlp import Reader
from pipeline.nlp.claims.words.quotes import find_quotes
from pipeline.records import Span

READER = Reader()


def holders(text: str, language: str) -> list[str | None]:
    return [c.holder.text if c.holder else None for c in READER.read_text(text, language).claims]


GERMAN = [
    ("Es habe keine Warnung gegeben, sagte Voss der Zeitung. Niemand habe den Alarm gehört.", ["Voss", "Voss"]),
    ("Niemand habe gewarnt, sagte Voss. Die Leitung hätte früher reagieren müssen.", ["Voss", "Voss"]),
    ("Die Wellen erreichten 7,4 Meter, teilte der Wetterdienst Harbor in Kiel mit.", ["der Wetterdienst Harbor"]),
    ("Mara Voss warf dem Labor vor, die Zahlen geschönt zu haben.", ["Mara Voss"]),
    ("Die Kosten sind gestiegen, wie das Ministerium am Montag mitteilte.", ["das Ministerium"]),
    ("„Wir wollen unsere Systeme enger verzahnen“, hatte Mara Voss in einem Interview erklärt.", ["Mara Voss"]),
    ("Die Kosten werden, so Voss, im nächsten Jahr weiter steigen.", ["Voss"]),
]


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_german_reports_name_their_speaker(text: str, expected: list[str]) -> None:
    found = holders(text, "de")
    assert len(found) == len(expected)
    for name, words in zip(found, expected, strict=True):
        assert name is not None
        assert words in name or name in words


def test_the_mood_of_the_author_is_the_authors() -> None:
    text = "Die Stiftung Voss warnt, dass die Kosten steigen. Ich stehe hier selbst zwischen beiden Seiten."
    assert holders(text, "de")[-1] is None


def test_what_goes_on_in_the_mood_is_one_act_or_a_run_of_its_own() -> None:
    text = "Voss sagte, das Labor wachse schnell. Die Kosten seien aber gestiegen."
    (act,) = READER.attributions(text, "de")
    assert [text[c.start : c.end] for c in act.content] == [
        "das Labor wachse schnell",
        "Die Kosten seien aber gestiegen.",
    ]
    acts = READER.attributions(text, "de", kinds_apart=True)
    assert [len(a.content) for a in acts] == [1, 1]
    assert {a.source.text for a in acts if a.source} == {"Voss"}


PAIRED: list[tuple[str, str]] = [
    ("en", "''The whole market has been growing for a year,'' said Mara Voss."),
    ("fr", "''Tout le marché grandit depuis un an déjà'', a déclaré Mara Voss."),
    ("es", "''Todo el mercado crece desde hace un año'', dijo Mara Voss."),
    ("it", "''Tutto il mercato cresce da un anno intero'', ha detto Mara Voss."),
    ("de", "''Der ganze Markt wächst seit einem Jahr'', sagte Mara Voss."),
]


@pytest.mark.parametrize(("language", "text"), PAIRED)
def test_paired_apostrophes_are_quotation_marks(language: str, text: str) -> None:
    (claim,) = READER.read_text(text, language).claims
    assert claim.quoted == "direct"
    assert claim.holder is not None
    assert claim.holder.text == "Mara Voss"
    assert "'" not in text[claim.content[0].start : claim.content[0].end].strip("'")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab '`\"“”.,", max_size=40))
def test_quotations_lie_inside_the_text(text: str) -> None:
    for quote in find_quotes(text, Span(0, len(text))):
        assert 0 <= quote.start <= quote.inner_start <= quote.inner_end <= quote.end <= len(text)


GERUND = "“We do not see a link to that at all,” the mayor said, adding that it would take more time."


def test_who_adds_something_is_who_spoke_before() -> None:
    frames = READER.attributions(GERUND, "en")
    assert {a.source.text for a in frames if a.source} == {"the mayor"}
