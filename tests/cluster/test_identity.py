from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.cluster.identity import keep_ids


def test_who_gave_a_group_its_name_does_not_take_it_along():
    (name,) = keep_ids("f1_", [["a", "b", "c"]], [])
    stay, left = keep_ids("f1_", [["b", "c"], ["a"]], [(m, name) for m in "abc"])
    assert stay == name
    assert left != name


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(0, 3), min_size=1, max_size=8), min_size=1, max_size=6))
def test_no_two_groups_share_an_id_whatever_came_before(days):
    """Each day gives every member so far a label; members come one by one and groups form and dissolve at will."""
    previous: dict[str, str] = {}
    for labels in days:
        parts: dict[int, list[str]] = {}
        for member, label in enumerate(labels):
            parts.setdefault(label, []).append(f"m{member}")
        groups = list(parts.values())
        names = keep_ids("f1_", groups, previous.items())
        assert len(set(names)) == len(groups)
        previous |= {m: name for name, members in zip(names, groups, strict=True) for m in members}
