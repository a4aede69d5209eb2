import numpy as np
from cluster_world import Says, World
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.cluster.analysis import assemble
from pipeline.cluster.corpus import Previous
from pipeline.cluster.points import silhouette


def analysis(world, previous=None, turn=0):
    corpus = world.corpus(previous, turn)
    return assemble(world.judged(corpus), corpus)


def result(world, previous=None, turn=0):
    return analysis(world, previous, turn).questions[0]


def debate() -> World:
    """Voss in her letter, a copy and a report of it; a counter-view by Brandt; an unsure voice."""
    world = World()
    no, yes = ("no", 0.9), ("yes", 0.9)
    letter = (
        Says("Progress has not slowed down at all, whatever you may have read.", "goes on", stance=no, negated=True),
        Says("Reasoning models open a second way to scale, and it is barely used.", "second way", stance=no),
    )
    world.add("letter", *letter, outlet="Tidal Notes", byline="Mara Voss")
    world.add("copy", *letter, outlet="The Harbor Dispatch", day=1)
    world.add(
        "report",
        Says(
            "Mara Voss of Tidal Notes writes that progress has not slowed.",
            "goes on",
            "Mara Voss",
            stance=no,
            negated=True,
        ),
        Says("Some say that it has.", "it has", "Some", holder_kind="group", stance=yes),
        outlet="Blue Desk",
        day=2,
    )
    world.add(
        "counter",
        Says("Pre-training has hit a wall and the labs know it full well.", "wall", stance=yes),
        Says("Some say that it has.", "it has", "Some", holder_kind="group", stance=yes),
        Says("It rained on Friday.", "rain", stance=("none", 0.99)),
        outlet="Kontrapunkt",
        byline="Ilja Brandt",
        day=3,
    )
    return world


def test_totals_count_claims_articles_voices_and_origins():
    totals = dict(result(debate()).totals)
    assert list(totals) == ["yes", "no", "none"]
    no = totals["no"]
    assert (no.claims, no.articles, no.voices) == (5, 3, 2)
    assert no.origins == 1  # neither the copy, nor the report that names the letter's writer and outlet, is an origin
    assert totals["yes"].voices == 3  # Brandt, and "some" of two stories


def test_groups_hold_one_side_each_with_a_real_claim_as_key_point():
    found = result(debate())
    claims = {s.claim.id: s for s in debate().judged()}
    for group in found.groups:
        assert {claims[c].stances[0].label for c in group.claim_ids} == {group.label}
        assert claims[group.key_claim_id].claim.text == group.key_point
        assert group.key_claim_id in group.claim_ids
    grouped = sorted(c for group in found.groups for c in group.claim_ids)
    assert grouped == sorted(c for c, s in claims.items() if s.stances[0].label in ("yes", "no", "mixed"))


def test_groups_are_ordered_by_side_and_support():
    found = result(debate()).groups
    assert [g.label for g in found] == ["yes", "yes", "no", "no"]
    assert [(g.origins, g.voices) for g in found if g.label == "no"] == [(1, 2), (1, 2)]


def test_dates_are_those_of_publication():
    world = World()
    world.add("dated", Says("Progress goes on.", "on", stance=("no", 0.9)), day=2)
    world.add("undated", Says("It does go on.", "on", stance=("no", 0.9)), day=None)
    (group,) = result(world).groups
    assert group.first_seen == group.last_seen
    assert group.first_seen.day == 3


def test_the_key_point_is_a_clear_sentence_rather_than_a_scrap_or_a_hedge():
    world = World()
    no = ("no", 0.9)
    world.add("a", Says("No.", "on", stance=no), day=0)
    world.add("b", Says("Perhaps progress goes on for a while, who knows.", "on", stance=no, hedged=True), day=1)
    world.add("c", Says("Progress goes on, and nothing suggests an end.", "on", stance=no), day=2)
    (group,) = result(world).groups
    assert group.key_point.startswith("Progress goes on, and")


def test_group_ids_outlive_new_articles_and_follow_the_larger_part():
    world = debate()
    first = analysis(world)
    world.add("new", Says("There is a wall ahead of pre-training now.", "wall", stance=("yes", 0.9)), day=-2)
    second = analysis(world, Previous.of(first))
    before = {g.key_point: g.id for g in first.questions[0].groups}
    after = {c: g.id for g in second.questions[0].groups for c in g.claim_ids}
    for group in first.questions[0].groups:
        assert {after[c] for c in group.claim_ids} == {before[group.key_point]}


@settings(max_examples=10, deadline=None)
@given(st.integers(1, 9))
def test_order_makes_no_difference_to_anything(turn):
    assert analysis(debate(), turn=turn) == analysis(debate())


def test_silhouette_prefers_the_true_cut():
    rows = np.array([[1, 0], [0.98, 0.2], [0, 1], [0.2, 0.98]], dtype=np.float32)
    apart = 1 - rows @ rows.T
    right, wrong = silhouette(apart, np.array([0, 0, 1, 1])), silhouette(apart, np.array([0, 1, 0, 1]))
    assert right > 0.7 > 0 > wrong
    assert silhouette(apart, np.array([0, 0, 0, 0])) == 0.0


def test_an_empty_corpus_has_an_empty_answer():
    (answer,) = analysis(World()).questions
    assert (answer.totals, answer.groups, answer.positions, answer.drift) == ((), (), (), ())


def test_a_sentence_that_leans_on_the_one_before_and_an_entry_of_a_list_name_no_group():
    world = World()
    yes = ("yes", 0.9)
    world.add("a", Says("It did nothing whatsoever for translation.", "gain", stance=yes), day=0)
    world.add("b", Says("71 percent: share of accelerators that answer questions.", "gain", stance=yes), day=1)
    world.add("c", Says("Larger models gain next to nothing, says everyone.", "gain", stance=yes), day=2)
    (group,) = result(world).groups
    assert group.key_point.startswith("Larger models")


def test_what_fits_no_other_group_says_so_and_comes_last():
    world = World()
    yes = ("yes", 0.9)
    for number, outlet in enumerate(("A", "B")):
        world.add(outlet, Says("Larger models gain next to nothing.", "gain", stance=yes), outlet=outlet, day=number)
    world.add("c", Says("It is over.", "over", stance=yes), outlet="C", day=-5)
    found = result(world).groups
    assert [(len(group.claim_ids), group.leftover) for group in found] == [(2, False), (1, True)]
    alone = World()
    alone.add("c", Says("It is over.", "over", stance=yes))
    assert [group.leftover for group in result(alone).groups] == [True]
