"""A pronoun does not mean somebody whose name says the other gender."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.nlp.claims.holders.genders import gender_of
from pipeline.nlp.claims.holders.holders import Cast
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.records import Entity, Span

READER = Reader(NlpSettings(), Tagger())

NAMES = [
    ("Ilse Brandmoor", "f"), ("Tomas Reik", "m"), ("Dr. Petra Wiegold", "f"), ("Frau Brandmoor", "f"),
    ("Mr. Voss", "m"),    ("Mme Vasseur", "f"), ("Нина Ольхова", "f"), ("Кай Рудовский", "m"),
    ("Andrea Menti", None), ("Quillon", None),
    ("佐倉ミナ", None), ("فاطمة الناصر", "f"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "gender"), NAMES, ids=[name for name, _ in NAMES])
def test_what_a_name_says(name: str, gender: str | None) -> None:
    assert gender_of(name, 0, len(name)) == gender


def test_a_title_before_the_name() -> None:
    assert gender_of("said Frau Voss today", 10, 14) == "f"


CASES = [
    ("en", "Ilse Brandmoor runs the lab. Tomas Reik said that costs fell. She said that chips are scarce.",
     "Ilse Brandmoor"),
    ("en", "Tomas Reik said that costs fell. She said that chips are scarce.", ""),
    ("de", "Ilse Brandmoor leitet das Labor. Tomas Reik sagte, die Preise fielen. Sie sagte, Chips seien knapp.",
     "Ilse Brandmoor"),
    ("fr", "Odile Vasseur dirige le labo. Thomas Reik a dit que les prix baissent. Elle a dit que les puces manquent.",
     "Odile Vasseur"),
    ("ru", "Нина Ольхова руководит лабораторией. Иван Рудов сказал, что цены упали. Она сказала, что чипов мало.",
     "Нина Ольхова"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "who"), CASES, ids=[f"{c}-{w}" for c, _, w in CASES])
def test_the_pronoun_finds_somebody_who_fits(language: str, text: str, who: str) -> None:
    last = READER.read_text(text, language).claims[-1]
    assert last.holder is not None
    assert (last.holder.text if last.holder.kind == "named" else "") == who


SIRS = [
    ("es", "Sir James Quennell dijo que la grúa es lenta."),
    ("it", "Sir James Quennell ha detto che la gru è lenta."),
    ("en", "Sir James Quennell said that the crane is slow."),
    ("de", "Lord James Quennell sagte, dass der Kran langsam ist."),
]


@pytest.mark.parametrize(("language", "text"), SIRS)
def test_a_title_is_no_name(language: str, text: str) -> None:
    lexicon = lexicons.load(language)
    assert lexicon is not None
    title, name = text.split()[0], "James Quennell"
    at = text.index(name)
    named = (Entity(title, 0, len(title), "person"), Entity(name, at, at + len(name), "person"))
    found = Cast(text, named).resolve(Span(0, at + len(name)), lexicon)
    assert found.holder.text == name
