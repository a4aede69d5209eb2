"""Texts that take no side: none that bears on the progress of AI is called silent on it."""

import random

from training.reading.markup import load_all
from training.stance.pairs import LABELS, debate
from training.stance.silent import bearing, sided, silent


def test_the_list_names_sentences_of_the_reading_corpus_once():
    texts = [row["t"] for row in bearing()]
    corpus = {p.text[s.start : s.end] for p in load_all() if p.field == "ai" for s in p.sentences}
    assert len(set(texts)) == len(texts)
    assert set(texts) <= corpus
    assert {row["l"] for row in bearing()} == {*LABELS, "skip"} - {"none"}


def test_listed_sentences_never_stand_beside_a_question_of_their_debate():
    pairs = silent(random.Random(3))
    listed = {row["t"] for row in bearing()}
    assert {pair.label for pair in pairs} == {"none"}
    assert any(pair.text in listed for pair in pairs)
    assert not [pair for pair in pairs if pair.text in listed and debate(pair.group) == "progress"]


def test_sentences_on_ai_stand_beside_a_question_on_its_progress():
    asked = {debate(pair.group) for pair in silent(random.Random(3), per_sentence=1, elsewhere=0)}
    assert "progress" in asked


def test_a_wording_for_the_opposite_turns_the_side_of_a_listed_sentence():
    pairs = sided(8, random.Random(1))
    by_text: dict[str, set[str]] = {}
    for pair in pairs:
        by_text.setdefault(pair.text, set()).add(pair.label)
    assert any(labels == {"yes", "no"} for labels in by_text.values())
    assert all(labels == {"mixed"} for labels in by_text.values() if "mixed" in labels)
