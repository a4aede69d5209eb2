"""The list of changes says what happened to every identity, once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.run.changes import Identities, changes

VOSS = ("wall", "p1_voss", "Mara Voss", "no", ("c1",))


def identities(groups: dict[str, tuple[str, list[str]]], articles=(), positions=()) -> Identities:
    rows = tuple(("wall", id_, label, tuple(claims)) for id_, (label, claims) in sorted(groups.items()))
    return Identities(articles=tuple(articles), groups=rows, positions=tuple(positions))


def kinds(before: Identities, after: Identities, what: str) -> list[tuple[str, str, str]]:
    return [(c.kind, c.id, c.detail) for c in changes(before, after) if c.what == what]


def test_a_first_edition_is_all_new():
    after = identities({"g1": ("no", ["c1", "c2"])}, [("a1", "Wall?")], [VOSS])
    assert [(c.kind, c.what, c.id) for c in changes(Identities(), after)] == [
        ("new", "article", "a1"),
        ("new", "group", "g1"),
        ("new", "position", "p1_voss"),
    ]


def test_nothing_changed_says_nothing():
    same = identities({"g1": ("no", ["c1"])}, [("a1", "Wall?")], [VOSS])
    assert changes(same, same) == ()


def test_groups_grow_shrink_move_and_go():
    before = identities({"g1": ("no", ["c1", "c2"]), "g2": ("yes", ["c3"])})
    after = identities({"g1": ("yes", ["c1", "c4", "c5"])})
    assert kinds(before, after, "group") == [
        ("grew", "g1", "+2 claims"),
        ("shrank", "g1", "-1 claim"),
        ("withdrawn", "g2", ""),
        ("moved", "g1", "from no to yes"),
    ]


def test_merged_and_split_groups_name_the_other():
    one, two = (
        identities({"g1": ("no", ["c1", "c2", "c3"])}),
        identities({"g1": ("no", ["c1"]), "g2": ("no", ["c2", "c3"])}),
    )
    assert ("split", "g2", "from g1") in kinds(one, two, "group")
    assert ("merged", "g2", "into g1") in kinds(two, one, "group")


def test_families_of_one_are_no_news():
    before = Identities(families=(("c1", "f1"),))
    after = Identities(families=(("c1", "f1"), ("c2", "f2"), ("c3", "f3"), ("c4", "f3")))
    assert kinds(before, after, "family") == [("new", "f3", "2 claims")]


def strand(stands: str, *claims: str) -> tuple[str, str, str, str, tuple[str, ...]]:
    return ("wall", "p1_strand", "Owen Strand", stands, claims)


def test_a_change_of_mind_is_a_position_that_moved():
    before, after = (
        identities({}, positions=[strand("yes", "c1")]),
        identities({}, positions=[strand("no", "c1", "c2")]),
    )
    assert kinds(before, after, "position") == [("moved", "p1_strand", "from yes to no")]
    assert kinds(after, identities({}, positions=[strand("no", "c1", "c2", "c3")]), "position") == []
    assert kinds(after, identities({}, positions=[strand("", "c1", "c2", "c3")]), "position") == []


def test_what_is_found_late_is_marked_and_fresh_claims_make_it_news():
    before = identities({"g1": ("no", ["c1"])}, positions=[strand("yes", "c1")])
    after = identities(
        {"g1": ("no", ["c1", "old"]), "g2": ("no", ["old2"]), "g3": ("no", ["old3", "c4"])},
        [("a9", "Archive"), ("a10", "News")],
        [strand("no", "c1", "old")],
    )
    told = changes(before, after, frozenset({"old", "old2", "old3", "a9"}))
    assert {c.id: c.late for c in told} == {
        "a10": False,
        "a9": True,
        "g1": True,
        "g2": True,
        "g3": False,
        "p1_strand": True,
    }


def as_groups(homes: dict[str, str]) -> dict[str, tuple[str, list[str]]]:
    return {group: ("no", sorted(c for c, home in homes.items() if home == group)) for group in set(homes.values())}


partitions = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from(["g1", "g2", "g3"]), max_size=8).map(
    as_groups
)


@given(partitions, partitions)
@settings(max_examples=100, deadline=None)
def test_every_group_of_either_edition_is_accounted_for(before, after):
    told = {c.id for c in changes(identities(before), identities(after)) if c.what == "group"}
    silent = (before.keys() | after.keys()) - told
    assert all(before.get(id_) == after.get(id_) for id_ in silent)
