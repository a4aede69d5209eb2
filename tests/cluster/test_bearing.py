import numpy as np
import pytest
from cluster_world import Says, World

from pipeline.cluster.bearing import NEAR, bearing, losses
from pipeline.cluster.groups import Context, groups
from pipeline.cluster.matching import weights
from pipeline.cluster.voices import voices
from pipeline.records import Question

ASKED = Question("q", "Has progress hit a wall?", yes=("There is a wall.",), no=("There is none.",))


def half(theme: str) -> np.ndarray:
    """A vector half way between the field and a theme; themes are at right angles to each other."""
    found = np.zeros(48, dtype=np.float32)
    found[[0, 1 + ord(theme[0]) - ord("a")]] = 0.5**0.5
    return found


def town() -> World:
    """Claims of one field: three say that there is a wall, others speak of other things in the field, two of one."""
    world = World()
    yes = ("yes", 0.9)
    told = {"a": "The wall is there.", "b": "A wall it is.", "c": "Nobody passes the wall."}
    told |= {name: f"Outlet {name} says so." for name in "defghijklmno"}
    for name, text in told.items():
        world.add(name, Says(text, name, stance=yes), outlet=name)
        world.vectors[text] = half("wall" if name in "abc" else "p" if name in "de" else name)
    world.add("z", Says("It rained.", "rain", stance=("none", 0.9)), outlet="z")
    world.vectors |= dict.fromkeys(("There is a wall.", "There is none.", "It rained."), half("wall"))
    return world


def names(world: World, found: frozenset[str]) -> set[str]:
    articles = {article.id: article.source_id for article in world.articles}
    return {articles[s.article.id] for s in world.judged() if s.claim.id in found}


def test_what_the_field_shares_brings_no_claim_near_the_question():
    world = town()
    found = bearing(ASKED, 0, world.judged(), world.vectors)
    assert found is not None
    assert names(world, found) == {"a", "b", "c"}  # z takes no side
    assert half("p") @ half("wall") > NEAR  # as it stands, what the field shares would do


def test_a_claim_that_makes_no_point_as_the_statements_do_founds_none():
    world = town()
    points = {"There is a wall.": half("wall"), "There is none.": half("wall")}
    points |= {"The wall is there.": half("wall"), "A wall it is.": half("q")}
    found = bearing(ASKED, 0, world.judged(), world.vectors, points)
    assert found is not None
    assert names(world, found) == {"a", "c"}  # of c nothing is known


def test_nothing_is_said_of_a_question_without_statements_or_without_sides():
    world = town()
    assert bearing(Question("q", "Has progress hit a wall?"), 0, world.judged(), world.vectors) is None
    assert bearing(ASKED, 0, [], world.vectors) is None


def test_a_language_whose_vectors_keep_less_must_come_less_near():
    known = weights().fidelity
    assert set(known) == {"en", "fr", "de", "es", "it", "pt", "nl", "zh", "ja", "ko", "ru", "ar"}
    assert all(0.5 < value <= 1 for value in known.values())
    left = losses(known)
    assert max(left.values()) == 1.0
    assert left["ko"] == pytest.approx(known["ko"] / known["en"])
    assert losses({}) == {}


def test_what_lies_far_from_the_question_founds_no_point():
    world = town()
    judged = world.judged()
    family = {s.claim.id: s.claim.id for s in judged}
    origin = {article.id: article.id for article in world.articles}
    held = voices(judged, origin, world.readings, family)
    near = bearing(ASKED, 0, judged, world.vectors)
    told = groups(judged, 0, Context(family, origin, held, bearing=(near,)))
    points = [group for group in told if not group.leftover]
    assert [set(group.claim_ids) for group in points] == [set(near or ())]
    assert sum(len(group.claim_ids) for group in told) == 15  # the rest is still there, as leftovers
    anyhow = [group for group in groups(judged, 0, Context(family, origin, held)) if not group.leftover]
    assert len(anyhow) == 2
