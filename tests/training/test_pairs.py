"""Training pairs: rewording keeps the meaning, and our own corpus is well formed."""

import random
from collections import Counter

import pytest

from pipeline.records import LANGUAGES
from training.stance.pairs import (
    LABELS,
    Pair,
    debate,
    held_out,
    own_corpus,
    own_questions,
    own_texts,
    reworded,
    unrelated,
)


def forms(statement, label="yes"):
    return {reworded(statement, label, random.Random(seed)) for seed in range(60)}


def test_a_demand_becomes_a_question_and_a_topic():
    assert forms("We should subsidize lamps") == {
        ("We should subsidize lamps", "yes"),
        ("Should we subsidize lamps?", "yes"),
        ("lamps", "yes"),
    }


def test_a_topic_turns_the_label_of_a_ban():
    assert ("lamps", "no") in forms("We should ban the use of lamps")
    assert ("lamps", "yes") in forms("We should abolish lamps", "no")


def test_a_statement_about_others_becomes_a_question():
    assert ("Should lamps be taxed?", "no") in forms("Lamps should be taxed.", "no")
    assert ("Should EU lamps be taxed?", "yes") in forms("EU lamps should be taxed")


@pytest.mark.parametrize(
    ("motion", "statement"),
    [
        ("This house believes that lamps are dear", "Lamps are dear"),
        ("This house would dim lamps", "We should dim lamps"),
    ],
)
def test_a_motion_becomes_a_statement(motion, statement):
    assert (statement, "yes") in forms(motion)


def test_unrelated_texts_are_labelled_none_and_never_paired_with_their_own_question():
    pairs = [Pair(f"question {i % 4}", f"text {i}", "yes", "set", f"group {i % 4}") for i in range(40)]
    home = {pair.text: pair.group for pair in pairs}
    made = unrelated(pairs, 0.8, random.Random(1))
    assert made
    assert all(pair.label == "none" and home[pair.text] != pair.group for pair in made)


def test_texts_of_one_debate_are_not_called_unrelated():
    pairs = [Pair("a", "x", "yes", "own", "own:ai-wall"), Pair("b", "y", "no", "own", "own:ai-bubble")] * 10
    assert unrelated(pairs, 1.0, random.Random(1)) == []


@pytest.mark.parametrize(
    ("group", "other", "one"),
    [
        ("own:f8-scale-grows", "own:ai-wall", True),
        ("own:f8-open-weights", "own:f8-open-catchup", True),
        ("own:f8-open-weights", "own:f8-scale-grows", False),
        ("own:f1-estate", "own:f1-army", False),
        ("perspectrum:lamps", "argkp:lamps", False),
    ],
)
def test_questions_that_bear_on_each_other_share_a_debate(group, other, one):
    assert (debate(group) == debate(other)) is one


def test_our_corpus_is_well_formed():
    questions, texts = own_questions(), own_texts()
    known = {row["id"] for row in questions}
    assert len(known) == len(questions)
    assert {row["q"] for row in texts} == known
    assert {row["l"] for row in texts} <= set(LABELS)
    assert {row["g"] for row in texts} | {f["g"] for row in questions for f in row["forms"]} == set(LANGUAGES)
    assert max(Counter(row["t"] for row in texts).values()) == 1
    assert all(any(not form.get("inverse") for form in row["forms"]) for row in questions)


def test_wordings_that_ask_for_the_opposite_turn_the_label():
    plain = own_corpus(99, random.Random(1), inverse=False)
    labels = {(pair.question, pair.text): pair.label for pair in own_corpus(99, random.Random(1))}
    straight = {(p.question, p.text) for p in plain}
    turned = {key: label for key, label in labels.items() if key not in straight}
    text = "We are at the top of the S-curve."
    assert labels["AI progress is hitting a wall.", text] == "yes"
    assert turned["Bigger models keep getting better.", text] == "no"


def test_some_questions_of_ours_are_held_out_whole():
    groups = {pair.group: held_out(pair) for pair in own_corpus(1, random.Random(1))}
    assert 5 <= sum(groups.values()) <= len(groups) // 5
