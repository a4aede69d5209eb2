"""Stances from scores and from the axis."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.cluster.stance import StanceJudge, anchor_texts, pairs_in_doubt, pairs_needed, points_needed, pooled
from pipeline.cluster.stance.anchors import Anchors
from pipeline.cluster.stance.answer import Answer
from pipeline.cluster.stance.likeness import make_likeness
from pipeline.errors import ReadError
from pipeline.records import Attribution, Claim, Question, Span, Stance

OPEN = Question(
    "harbour", "Will the harbour close?", yes=("It will close.",), no=("It stays open.",), topic=("harbours",)
)
BARE = Question("bare", "Will the harbour close?")
PLAIN, SELDOM = (0.05,), (2.0,)
"""Where nearly every claim bears on the question, since how rare that is is another matter than its side; and where few
do."""


def claim(text="The harbour closes.", *commitments):
    return Claim(
        id="c1_0", article_id="a1_0", start=0, end=len(text), text=text, language="en", content=(Span(0, len(text)),),
        holder=None, attribution=tuple(Attribution(None, None, "indirect", c) for c in commitments), quoted="none",
        negated=False, hedged=False, hedges=(), quantities=(), entities=(), score=0.9,
    )  # fmt: skip


def unit(*values):
    row = np.array(values, np.float32)
    return row / np.linalg.norm(row)


def world(question=OPEN):
    """Vectors in three directions: topic, side, anything else."""
    vectors = {text: unit(1, 0, 0) for text in anchor_texts(question)}
    vectors |= {text: unit(1, 0.6, 0) for text in question.yes} | {text: unit(1, -0.6, 0) for text in question.no}
    return vectors


def scored(yes, no, none, mixed=0.0, question=OPEN, text="The harbour closes."):
    """Scores beside the yes-statements; beside the question where it has none."""
    return {(asked, text): (yes, no, none, mixed) for asked in question.yes or (question.text,)}


def test_the_axis_tells_the_sides():
    judge = StanceJudge([OPEN], world())
    assert judge.judge(claim(), unit(1, 0.6, 0))[0].label == "yes"
    assert judge.judge(claim(), unit(1, -0.6, 0))[0].label == "no"


def test_far_from_every_anchor_is_none():
    assert StanceJudge([OPEN], world()).judge(claim(), unit(0, 0, 1))[0].label == "none"


def test_between_the_sides_it_abstains():
    assert StanceJudge([OPEN], world()).judge(claim(), unit(1, 0, 0))[0].label == "abstain"


@pytest.mark.parametrize(("commitments", "label"), [((), "yes"), (("denies",), "no"), (("denies", "denies"), "yes")])
def test_denials_turn_the_answer(commitments, label):
    judge = StanceJudge([OPEN], world())
    assert judge.judge(claim("The harbour closes.", *commitments), unit(1, 0.6, 0))[0].label == label
    judge = StanceJudge([OPEN], world(), scored(0.93, 0.05, 0.02))
    assert judge.judge(claim("The harbour closes.", *commitments), unit(1, 0, 0))[0].label == label


def test_without_statements_the_scores_decide_alone():
    judge = StanceJudge([BARE], world(BARE), scored(0.1, 0.9, 0.0, question=BARE))
    assert judge.judge(claim(), unit(1, 0, 0), (0.0,))[0] == Stance("bare", "no", 0.9)


def test_without_statements_the_tone_of_a_text_decides_between_close_scores():
    """Sides that templates made are opposite in tone: a text that leans to one makes that side likelier, not more."""
    vectors = {text: unit(1, 0.6 if "Yes" in text or "right" in text else -0.6, 0) for text in anchor_texts(BARE)}
    judge = StanceJudge([BARE], vectors, scored(0.46, 0.52, 0.02, question=BARE))
    assert judge.judge(claim(), unit(1, 0.6, 0), PLAIN)[0].label == "yes"
    assert judge.judge(claim(), unit(1, -0.6, 0), PLAIN)[0].label == "no"
    sure = StanceJudge([BARE], vectors, scored(0.05, 0.93, 0.02, question=BARE))
    assert sure.judge(claim(), unit(1, 0.6, 0))[0].label == "no"


def test_where_vectors_outweigh_the_side_that_the_judge_reads_nobody_can_tell():
    lone = scored(0.6, 0.35, 0.02)
    apart = StanceJudge([OPEN], world(), lone).judge(claim(), unit(1, -0.6, 0))[0]
    assert apart.label == "abstain"
    assert apart.leaning is not None
    together = StanceJudge([OPEN], world(), lone).judge(claim(), unit(1, 0.6, 0))[0]
    assert together.label in ("yes", "no")
    assert together.label != apart.leaning


def test_without_statements_vectors_do_not_say_whether_a_text_bears_on_the_question():
    judge = StanceJudge([BARE], world(BARE), scored(0.88, 0.1, 0.02, question=BARE))
    assert judge.judge(claim(), unit(0, 0, 1))[0].label == "yes"


def test_what_the_judge_has_read_bears_on_the_question_as_it_says():
    assert StanceJudge([OPEN], world(), scored(0.05, 0.05, 0.9)).judge(claim(), unit(1, 0, 0))[0].label == "none"
    assert StanceJudge([OPEN], world(), scored(0.9, 0.08, 0.02)).judge(claim(), unit(0, 0, 1))[0].label == "yes"


def test_few_claims_of_a_corpus_bear_on_a_question_so_a_doubt_whether_one_does_weighs_more():
    sure, unsure = (
        StanceJudge([OPEN], world(), scored(0.9 - n, 0.1, n)).judge(claim(), unit(1, 0.6, 0), SELDOM)[0]
        for n in (0.02, 0.2)
    )
    assert (sure.label, sure.leaning) == ("yes", None)
    assert (unsure.label, unsure.leaning) == ("abstain", "yes")


def test_a_claim_is_read_beside_statements_of_both_sides_and_what_agrees_with_a_no_is_a_no():
    text, vectors = "The harbour closes.", world() | {"The harbour closes.": unit(1, 0, 0)}
    first = {("It stays open.", text): (0.65, 0.3, 0.02, 0.03)}
    assert pairs_in_doubt([OPEN], [claim()], vectors, first) == (("It will close.", text),)
    read = first | {("It will close.", text): (0.97, 0.01, 0.01, 0.01)}
    assert StanceJudge([OPEN], vectors, first).judge(claim(), vectors[text], PLAIN)[0].label == "no"
    assert StanceJudge([OPEN], vectors, read).judge(claim(), vectors[text], PLAIN)[0].label == "yes"


def test_what_plainly_takes_no_side_is_not_read_again():
    text, vectors = "The harbour closes.", world() | {"The harbour closes.": unit(1, 0, 0)}
    assert pairs_in_doubt([OPEN], [claim()], vectors, {("It stays open.", text): (0.02, 0.03, 0.95, 0.0)}) == ()
    bare = world(BARE) | {text: vectors[text]}
    assert pairs_in_doubt([BARE], [claim()], bare, {(BARE.text, text): (0.5, 0.45, 0.05, 0.0)}) == ()


def test_in_an_article_on_the_matter_a_claim_more_often_bears_on_it_than_in_a_digest():
    """The same words and scores are a side where most of the article takes one, and unclear where nothing else does."""
    texts = [f"The harbour closes at {hour}." for hour in range(20)]
    vectors = world() | dict.fromkeys(texts, unit(1, 0.6, 0))
    told = {("It stays open.", text): (0.05, 0.85, 0.1, 0.0) for text in texts}
    scores = {"all": told, "one": {key: told[key] if n == 0 else (0.01, 0.01, 0.98, 0.0) for n, key in enumerate(told)}}
    found = {}
    for name, rows in scores.items():
        judge, own = StanceJudge([OPEN], vectors, rows), [(claim(text), vectors[text]) for text in texts]
        found[name] = judge.judge(*own[0], judge.rarities(own)[0])[0]
    assert (found["all"].label, found["one"].label, found["one"].leaning) == ("yes", "abstain", "yes")


def test_the_nearest_statement_counts_beside_what_its_side_has_in_common():
    """Two sides that share their middle part by a statement that says just what the text says."""
    many = replace(OPEN, yes=("It will close.", "It is full of ice."), no=("It stays open.", "It is deep."))
    vectors = world(many) | {"It is full of ice.": unit(0.6, -0.6, 0.5), "It is deep.": unit(0.6, 0.6, -0.5)}
    assert StanceJudge([many], vectors).judge(claim(), unit(0.6, -0.6, 0.5))[0].label == "yes"


def test_scores_and_axis_are_weighed_together():
    alone = StanceJudge([OPEN], world()).judge(claim(), unit(1, 0.3, 0))[0]
    agreeing = StanceJudge([OPEN], world(), scored(0.88, 0.1, 0.02)).judge(claim(), unit(1, 0.3, 0), PLAIN)[0]
    opposing = StanceJudge([OPEN], world(), scored(0.02, 0.96, 0.02)).judge(claim(), unit(1, 0.1, 0), PLAIN)[0]
    even = StanceJudge([OPEN], world(), scored(0.11, 0.88, 0.01)).judge(claim(), unit(1, 0.087, 0), PLAIN)[0]
    # Odds are multiplied: whoever is surer has its way, and as sure against each other they make for an abstention.
    assert (alone.label, agreeing.label, opposing.label, even.label) == ("yes", "yes", "no", "abstain")
    assert agreeing.probability > alone.probability


@pytest.mark.parametrize(
    ("row", "label"),
    [
        ((0.88, 0.1, 0.02), "yes"),
        ((0.05, 0.05, 0.9), "none"),
        ((0.2, 0.1, 0.02, 0.68), "mixed"),
        ((0.2, 0.1, 0.15, 0.55), "abstain"),
        ((0.5, 0.49, 0.01), "abstain"),
    ],
)
def test_the_likeliest_answer_is_named(row, label):
    assert StanceJudge([OPEN], world(), scored(*row)).judge(claim(), unit(1, 0, 2.5), SELDOM)[0].label == label


@pytest.mark.parametrize(("others", "label"), [(1, "yes"), (9, "no")])
def test_the_mean_of_few_statements_counts_less_than_the_nearest(others, label):
    """One statement of yes says the same as the text; what the others have in common lies on the other side of no."""
    sides = {"yes": [f"yes {n}" for n in range(others)], "no": [f"no {n}" for n in range(others + 1)]}
    question = replace(OPEN, yes=("the same", *sides["yes"]), no=tuple(sides["no"]))
    vectors = world(question) | {"the same": unit(1, 0.6, 0)}
    vectors |= dict.fromkeys(sides["yes"], unit(1, -0.4, 0)) | dict.fromkeys(sides["no"], unit(1, 0.2, 0))
    found = StanceJudge([question], vectors).judge(claim(), unit(1, 0.6, 0))[0]
    assert (found.leaning or found.label) == label


def test_a_text_of_several_sentences_is_what_they_say_on_the_whole():
    whole = Answer(0.3, 0.5, 0.1, 0.1)
    joined = pooled(whole, [Answer(0.9, 0.05, 0.05), Answer(0.8, 0.1, 0.1)])
    assert joined.yes > joined.no
    assert (joined.none, joined.mixed) == (whole.none, whole.mixed)
    assert sum(joined) == pytest.approx(1)
    assert pooled(whole, [whole, whole]) == pytest.approx(whole)
    assert pooled(whole, []) == pytest.approx(whole)


def test_a_doubt_is_less_sure_than_a_denial():
    judge = StanceJudge([OPEN], world(), scored(0.9, 0.05, 0.05))
    denied = judge.judge(claim("The harbour closes.", "denies"), unit(1, 0, 0), PLAIN)[0]
    doubted = judge.judge(claim("The harbour closes.", "doubts"), unit(1, 0, 0), PLAIN)[0]
    assert denied.label == doubted.label == "no"
    assert doubted.probability < denied.probability


@settings(deadline=None, max_examples=60)
@given(st.lists(st.floats(0.01, 1), min_size=4, max_size=4), st.sampled_from([(), ("denies",), ("doubts",)]))
def test_a_stance_is_a_probability_and_denial_mirrors_it(raw, commitments):
    row = [x / sum(raw) for x in raw]
    judge = StanceJudge([OPEN], world(), scored(*row))
    stance = judge.judge(claim("The harbour closes.", *commitments), unit(1, 0, 0))[0]
    assert 0 <= stance.probability <= 1
    mirrored = StanceJudge([OPEN], world(), scored(row[1], row[0], *row[2:]))
    other = mirrored.judge(claim("The harbour closes.", *commitments), unit(1, 0, 0))[0]
    assert other.label == {"yes": "no", "no": "yes"}.get(stance.label, stance.label) or math.isclose(row[0], row[1])
    assert math.isclose(other.probability, stance.probability, abs_tol=2e-4)


def test_each_question_gets_its_own_answer_in_order():
    other = replace(OPEN, id="other", yes=OPEN.no, no=OPEN.yes)
    stances = StanceJudge([OPEN, other], world()).judge(claim(), unit(1, 0.6, 0))
    assert [(s.question_id, s.label) for s in stances] == [("harbour", "yes"), ("other", "no")]


def test_a_missing_vector_is_named():
    vectors = world()
    del vectors["It will close."]
    with pytest.raises(ReadError, match=r"harbour: no vector for 'It will close\.'"):
        StanceJudge([OPEN], vectors)


def test_only_claims_near_a_question_are_read():
    vectors = world() | {"The harbour closes.": unit(1, 0.2, 0.4), "Tea is hot.": unit(0, 0, 1)}
    pairs = pairs_needed([OPEN], [claim(), claim("Tea is hot."), claim()], vectors)
    assert pairs == (("It stays open.", "The harbour closes."),)


def test_a_question_without_statements_is_put_as_it_is():
    vectors = world(BARE) | {"The harbour closes.": unit(1, 0, 0)}
    assert pairs_needed([BARE], [claim()], vectors) == ((BARE.text, "The harbour closes."),)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Will the harbour close?", "Yes, certainly"), ("Wird der Hafen schließen?", "Ja, sicher"),
        ("Le port va-t-il fermer ?", "Oui, certainement"), ("¿Está cerrado el puerto?", "Sí, sin duda"),
        ("港口会关闭吗？", "是的"), ("港は閉まるのか？", "はい"), ("항구가 닫힐까?", "네"), ("Закроют ли порт?", "Да"),
        ("هل سيغلق الميناء؟", "نعم"), ("Is de haven gesloten?", "Ja, zeker"), ("Il porto è chiuso?", "Sì, certo"),
        ("O porto foi fechado?", "Sim, com certeza"), ("Xyzzy?", "Yes, certainly"),
    ],
)  # fmt: skip
def test_sides_are_made_in_the_language_of_the_question(text, sign):
    assert any(sign in anchor for anchor in anchor_texts(Question("q", text)))


def test_given_statements_are_used_as_they_are():
    assert anchor_texts(OPEN) == ("It will close.", "It stays open.", "Will the harbour close?", "harbours")


MANY = replace(OPEN, yes=("It will close.", "It is full of ice."), no=("It stays open.", "The ships keep coming."))


def pointed(**own):
    """Key points: the sides' statements lie in two directions, and so may texts; a third is another matter."""
    points = {text: unit(1, 0.7, 0) for text in MANY.yes} | {text: unit(1, -0.7, 0) for text in MANY.no}
    return points | {"The harbour closes.": unit(*own["at"])}


def test_where_what_stands_around_is_like_the_statements_of_a_question_bearing_on_it_is_less_rare():
    scores, vectors, own = scored(0.6, 0.2, 0.2, question=MANY), world(MANY), (claim(), unit(1, 0.3, 0))
    alone, like, unlike = (
        StanceJudge([MANY], vectors, scores, points).rarities([own] * 5)[2][0]
        for points in ({}, pointed(at=(1, 0.1, 0)), pointed(at=(0.3, 0.1, 1)))
    )
    assert like < alone < unlike


def test_a_claim_amid_others_that_take_a_side_takes_one_sooner_than_far_from_them():
    """Of forty claims the judge gives a side to the first twelve and the last one, each as unsure as the other."""
    texts = [f"The harbour closes at {hour}." for hour in range(40)]
    vectors = world() | dict.fromkeys(texts, unit(1, 0.6, 0))
    rows = [(0.05, 0.85, 0.1, 0.0) if n < 12 or n == 39 else (0.01, 0.01, 0.98, 0.0) for n in range(40)]
    scores = {("It stays open.", text): row for text, row in zip(texts, rows, strict=True)}
    judge = StanceJudge([OPEN], vectors, scores)
    own = [(replace(claim(text), start=100 * n), vectors[text]) for n, text in enumerate(texts)]
    rare = judge.rarities(own)
    amid, far = judge.judge(*own[5], rare[5])[0], judge.judge(*own[39], rare[39])[0]
    assert (amid.label, far.label, far.leaning) == ("yes", "abstain", "yes")
    assert judge.rarities(own[::-1]) == rare[::-1]


def test_what_speaks_for_both_sides_is_like_the_statements_of_neither_and_stays():
    scores, vectors = scored(0.03, 0.02, 0.05, 0.9, question=MANY), world(MANY)
    for points in ({}, pointed(at=(0.3, 0.1, 1))):
        assert StanceJudge([MANY], vectors, scores, points).judge(claim(), unit(1, 0, 0))[0].label == "mixed"


@pytest.mark.parametrize("count", [2, 9])
def test_one_more_statement_of_a_kind_would_be_as_like_them_as_they_are_to_each_other(count):
    chance = np.random.default_rng(0)
    names, own, next_one = "abcdefghi"[:count], [], []
    for _ in range(60):
        rows = [unit(*row) for row in chance.normal(size=(count + 5, 30)) + 1.0]
        points = dict(zip(names, rows[:count], strict=True))
        likeness = make_likeness(Anchors(("a",), tuple(names[1:]), (), derived=False), points)
        own.append(likeness.own)
        next_one += [float(row @ likeness.centre) for row in rows[count:]]
    assert np.mean(own) == pytest.approx(np.mean(next_one), abs=0.02)


def test_a_question_without_statements_or_without_their_vectors_has_no_likeness():
    points = {"a": unit(1, 0), "b": unit(0, 1)}
    assert make_likeness(Anchors(("a",), ("z",), (), derived=False), points) is None
    assert make_likeness(Anchors(("a",), ("b",), (), derived=True), points) is None
    assert make_likeness(Anchors(("a",), ("b",), (), derived=False), points) is not None


def test_what_is_not_settled_and_statements_are_encoded_as_points_and_templates_are_not():
    near, far = claim("The harbour closes."), claim("Eggs are dear.")
    vectors = world(MANY) | {"The harbour closes.": unit(1, 0, 0), "Eggs are dear.": unit(0, 0, 1)}
    (pair,) = pairs_needed([MANY], [far, near], vectors)
    statements = tuple(sorted((*MANY.yes, *MANY.no)))
    for none, found in ((0.1, tuple(sorted((*statements, "The harbour closes.")))), (0.9, statements)):
        assert points_needed([MANY], [far, near], vectors, {pair: (0.5 - none / 2, 0.5 - none / 2, none, 0)}) == found
    bare = world(BARE) | {"The harbour closes.": unit(1, 0, 0)}
    scores = scored(0.1, 0.9, 0, question=BARE)
    assert points_needed([BARE], [near], bare, scores) == ("The harbour closes.",)
    told, untold = (StanceJudge([BARE], bare, scores, points) for points in (pointed(at=(1, 0.7, 0)), {}))
    assert told.judge(near, unit(1, 0, 0)) == untold.judge(near, unit(1, 0, 0))
