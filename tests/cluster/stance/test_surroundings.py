"""How rare it is where a claim stands that one bears on a question."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cluster.stance.surroundings import AROUND, RARE, bears, rarities

CHANCES = st.lists(st.floats(0, 1), min_size=1, max_size=60)


def test_where_nothing_stands_around_it_is_as_rare_as_usual():
    assert rarities([0.9]) == pytest.approx([RARE])
    assert rarities([]) == []


@given(CHANCES, st.integers(0, 59))
def test_a_claim_does_not_count_for_itself_nor_for_those_far_away(bearing, at):
    at %= len(bearing)
    other = [*bearing[:at], 1 - bearing[at], *bearing[at + 1 :]]
    for n, (old, new) in enumerate(zip(rarities(bearing), rarities(other), strict=True)):
        if n == at or abs(n - at) > AROUND:
            assert math.isclose(old, new, rel_tol=1e-6)


@given(CHANCES, st.integers(0, 59))
def test_the_more_around_bears_on_the_question_the_less_rare_it_is(bearing, at):
    at %= len(bearing)
    more = [*bearing[:at], 1.0, *bearing[at + 1 :]]
    assert all(new <= old * (1 + 1e-9) for old, new in zip(rarities(bearing), rarities(more), strict=True))


@given(st.floats(0, 1), st.floats(0.01, 100), st.floats(0.3, 1))
def test_bearing_is_a_probability_that_falls_with_none_and_with_rarity(none, rare, sureness):
    found = bears(none, rare, sureness)
    assert 0 <= found <= 1
    assert bears(none, rare * 2, sureness) <= found
    assert bears(min(1.0, none + 0.1), rare, sureness) <= found + 1e-12
