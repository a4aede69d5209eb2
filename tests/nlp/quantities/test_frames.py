"""Comparison frames: the key sentence, the labelled sentences, and what is left empty."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from pipeline.nlp.quantities import frames, read
from pipeline.records import Entity

ROOT = Path(__file__).parents[3]


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_key_sentence() -> None:
    text = "La version la plus avancée d'o3 nécessite 170 fois la puissance de calcul de sa version de base"
    (quantity,) = read(text, "fr")
    frame = quantity.comparison
    assert frame is not None
    parts = [frame.subject, frame.baseline, frame.measure]
    assert [p.text if p else None for p in parts] == [
        "La version la plus avancée d'o3",
        "sa version de base",
        "la puissance de calcul",
    ]
    assert all(p is not None and text[p.start : p.end] == p.text for p in parts)
    assert frame.direction == "more"


@pytest.mark.parametrize("half", ["dev", "held"])
def test_labelled_sentences(half: str) -> None:
    bench = load("frames")
    rows = [r for r in map(json.loads, bench.LABELLED.read_text("utf-8").splitlines()) if r["half"] == half]
    counts = bench.score(rows, errors=False)
    right, found, gold = (sum(c[k] for c in counts.values()) for k in ("right", "found", "gold"))
    assert 2 * right / (found + gold) >= 0.9


def test_change_points_to_where_it_began() -> None:
    first, second = read("The share rose from 5 % to 87.5 %.", "en")
    assert first.comparison is None
    assert second.comparison is not None
    assert second.comparison.baseline is not None
    assert (second.comparison.baseline.text, second.comparison.direction) == ("5 %", "up")


def test_an_opening_is_no_part_of_the_subject() -> None:
    (quantity,) = read("In December, the new model used 30% less energy than the old one.", "en")
    assert quantity.comparison is not None
    assert quantity.comparison.subject is not None
    assert quantity.comparison.subject.text == "the new model"


def test_up_from_and_headed_scores() -> None:
    first, second = read("The system scored 87.5% on the test, up from 5% last year.", "en")
    assert second.comparison is None
    assert first.comparison is not None or first.unit == "%"
    first, second = read("MMLU: 84.8, versus 79.9 for Vega", "en")
    assert second.comparison is None
    assert first.comparison is not None
    assert first.comparison.measure is not None
    assert first.comparison.baseline is not None
    assert (first.comparison.subject, first.comparison.measure.text, first.comparison.baseline.text) == (
        None,
        "MMLU",
        "Vega",
    )


def test_plain_amounts_have_no_frame() -> None:
    assert all(q.comparison is None for q in read("The model was trained for 90 days on 10,000 chips.", "en"))


def test_entities_keep_names_whole() -> None:
    text = "Vega is ten times faster than Orion, Mark 2."
    start = text.index("Orion")
    quantities = frames(text, "en", read(text, "en")[:1], (Entity("Orion, Mark 2", start, start + 13, "model"),))
    assert quantities[0].comparison is not None


RIVALS = [
    ("en", "We spent three times as much as last year and gained two points.", "last year"),
    ("en", "The lab used twice as much power as its rival.", "its rival"),
    ("en", "The chip is three times as fast as Lattice and Orvane.", "Lattice and Orvane"),
    ("de", "Wir gaben dreimal so viel aus wie im Vorjahr und gewannen zwei Punkte.", "im Vorjahr"),
    ("fr", "Nous avons dépensé trois fois plus que l'an dernier et gagné deux points.", "l'an dernier"),
    ("es", "Gastamos tres veces más que el año pasado y ganamos dos puntos.", "el año pasado"),
    ("pt", "Gastámos três vezes mais do que no ano passado e ganhámos dois pontos.", "no ano passado"),
    ("nl", "Wij gaven drie keer zoveel uit als vorig jaar en wonnen twee punten.", "vorig jaar"),
]


@pytest.mark.parametrize(("language", "text", "rival"), RIVALS, ids=[f"{code}-{rival}" for code, _, rival in RIVALS])
def test_what_is_compared_with_ends_where_the_sentence_goes_on(language: str, text: str, rival: str) -> None:
    frame = read(text, language)[0].comparison
    assert frame is not None
    assert frame.baseline is not None
    assert frame.baseline.text == rival


NO_FRAMES = [
    ("de", "Der Konzern meldete 50 Milliarden Dollar als der erste Herbstfrost kam."),
    ("de", "Die Aktie verlor 600 Milliarden als bekannt wurde, dass der Chip fehlt."),
    ("de", "Die 50 Milliarden Dollar waren so greifbar wie der erste Herbstfrost."),
    ("en", "Northlight will get $5 billion of Orvane stock as certain deployment milestones are met."),
    ("en", "The lab hired 200 more people than it needed."),
    ("en", "The plan costs 20 percent more than 15 dollars."),
    ("en", "A demo of 2 months rather than a waitlist opened."),
    ("en", "The fund will spend $3 million over five years."),
    ("en", "They tried up to 40 settings to speed up the tool."),
    ("es", "Por ejemplo, el 71,7% de los vecinos subió su consumo."),
    ("es", "Orvane pagó 50 millones que valen hoy menos."),
    ("pt", "O 25% subiu de 3%."),
    ("fr", "Le modèle a 32 couches que nous verrons plus tard."),
    ("it", "Orvane ha raccolto 50 milioni che valgono oggi molto."),
    ("nl", "Orvane betaalde 50 euro als de winkel open was."),
]


@pytest.mark.parametrize(("language", "text"), NO_FRAMES)
def test_words_that_only_look_like_comparing_make_no_frame(language: str, text: str) -> None:
    assert [q.text for q in read(text, language) if q.comparison is not None] == []


def test_the_ratio_has_the_word_of_comparing_for_itself() -> None:
    towns, twice = read("In 30 towns rents rose twice as much as in towns that kept them.", "en")
    assert towns.comparison is None
    assert twice.comparison is not None
    assert twice.comparison.baseline is not None
    assert twice.comparison.baseline.text == "in towns that kept them"


@pytest.mark.parametrize(
    ("language", "text", "subject"),
    [
        ("en", "For example, the plan costs 20 percent more than the old one.", "the plan"),
        ("de", "Zum Beispiel ist Vega 20 Prozent billiger als Orion.", "Vega"),
        ("es", "Por ejemplo, Vega es un 20 % más barato que Orion.", "Vega"),
        ("fr", "Par exemple, Vega est 20 % moins cher qu'Orion.", "Vega"),
        ("ru", "Например, цена выросла на 5 %.", "цена"),
    ],
)
def test_a_lead_in_is_no_part_of_the_subject(language: str, text: str, subject: str) -> None:
    frame = read(text, language)[0].comparison
    assert frame is not None
    assert frame.subject is not None
    assert frame.subject.text == subject
