"""Which claims reach the learned judge."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.cluster.stance import StanceJudge, anchor_texts, pairs_needed, points_needed
from pipeline.cluster.stance.candidates import BARE as LEAST
from pipeline.cluster.stance.candidates import FAR, NEAR
from pipeline.records import Claim, Question, Span

ASKED = Question(
    "harbour",
    "Will the harbour close?",
    yes=("It will close.", "It is full of ice."),
    no=("It stays open.", "The ships keep coming."),
)
BARE = Question("bare", "Will the harbour close?")
TEXT = "The pilots have all left."
BETWEEN, LITTLE = (NEAR + FAR) / 2, FAR - 0.02


def claim(text=TEXT):
    return Claim(
        "c1_0", "a1_0", 0, len(text), text, "en", (Span(0, len(text)),), None, (), "none", False, False, (), (), (), 1.0
    )  # fmt: skip


def unit(*values):
    row = np.array(values, np.float32)
    return row / np.linalg.norm(row)


def at(nearness):
    """A vector at that cosine with every text of a question."""
    return np.array([nearness, 0, (1 - nearness**2) ** 0.5], np.float32)


def world(nearness, question=ASKED):
    return {text: unit(1, 0, 0) for text in anchor_texts(question)} | {TEXT: at(nearness)}


def points(*own):
    """Key points: the statements of both sides in one direction, more or less, and the claim."""
    sides = {text: unit(1, 0.4, 0) for text in ASKED.yes} | {text: unit(1, -0.4, 0) for text in ASKED.no}
    return sides | {TEXT: unit(*own)}


LIKE, UNLIKE = (1, 0.1, 0), (0.1, 0, 1)


@pytest.mark.parametrize(
    ("nearness", "own", "read"),
    [
        (NEAR + 0.01, LIKE, True), (NEAR + 0.01, UNLIKE, True), (BETWEEN, LIKE, True), (BETWEEN, UNLIKE, False),
        (LITTLE, LIKE, False),
    ],
)  # fmt: skip
def test_what_is_not_near_a_question_is_read_if_it_is_like_its_statements(nearness, own, read):
    pairs = pairs_needed([ASKED], [claim()], world(nearness), points(*own))
    assert [text for _, text in pairs] == [TEXT] * read


def test_what_the_point_encoder_has_not_seen_is_like_nothing():
    assert pairs_needed([ASKED], [claim()], world(BETWEEN)) == ()
    assert pairs_needed([ASKED], [claim()], world(BETWEEN), {TEXT: unit(*LIKE)}) == ()


def test_a_question_without_statements_has_nothing_to_be_like():
    assert points_needed([BARE], [claim()], world(LEAST, BARE)) == ()
    assert pairs_needed([BARE], [claim()], world(LEAST - 0.01, BARE), points(*LIKE)) == ()
    assert pairs_needed([BARE], [claim()], world(LEAST + 0.01, BARE)) == ((BARE.text, TEXT),)


@pytest.mark.parametrize(("nearness", "needed"), [(NEAR + 0.01, False), (BETWEEN, True), (LITTLE, False)])
def test_the_point_encoder_reads_what_nearness_does_not_tell(nearness, needed):
    statements = tuple(sorted((*ASKED.yes, *ASKED.no)))
    found = points_needed([ASKED], [claim()], world(nearness))
    assert found == (tuple(sorted((*statements, TEXT))) if needed else statements)


def test_what_was_not_worth_reading_takes_no_side():
    """A vector that leans to one side is no answer where the judge reads what bears on the question."""
    vectors = {text: unit(1, 0.6, 0) for text in ASKED.yes} | {text: unit(1, -0.6, 0) for text in ASKED.no}
    vectors |= {ASKED.text: unit(1, 0, 0)}
    leaning = unit(0.34, 0.5, 1.0)
    alone = StanceJudge([ASKED], vectors).judge(claim(), leaning)[0]
    beside = StanceJudge([ASKED], vectors, {("It stays open.", "Another claim."): (0.1, 0.8, 0.1, 0.0)})
    assert alone.label == "yes"
    assert beside.judge(claim(), leaning)[0].label == "none"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0.0, 0.6), st.floats(-1, 1)), min_size=1, max_size=8))
def test_the_point_encoder_only_adds_and_the_order_of_claims_decides_nothing(own):
    texts = [f"Claim {'abcdefgh'[n]}." for n in range(len(own))]
    vectors = world(0.0) | {text: at(near) for text, (near, _) in zip(texts, own, strict=True)}
    known = points(*LIKE) | {text: unit(1, 0, like) for text, (_, like) in zip(texts, own, strict=True)}
    claims = [claim(text) for text in texts]
    fewer, more = (set(pairs_needed([ASKED], claims, vectors, some)) for some in (None, known))
    assert fewer <= more
    assert pairs_needed([ASKED], claims[::-1], vectors, known) == tuple(sorted(more))
    twice = [ASKED, replace(ASKED, id="again")]
    assert set(pairs_needed(twice, claims, vectors, known)) == more
