"""What changed is told by the words that name it, and whose or which side they are."""

from dataclasses import replace

import pytest

from pipeline import wire
from pipeline.publish import render, write
from pipeline.publish.changes import changes_view
from pipeline.records import Change, Position, PositionEntry
from pipeline.verify import verify

WORDS = "Costs fall every year, as Ida Brandt says."


@pytest.fixture
def told(builder):
    """A function: the titles of changes in an edition with one family, group and position, named 'family' and so on."""
    first = builder.article("The Lattice", "Issue 7", WORDS, day="2026-09-01", byline="Tom Okoro")
    echo = builder.article("Coastal Post", "Copy", f"{WORDS} ", day="2026-08-30", role="copy", of=first)
    names = [builder.claim(echo, WORDS, "no"), builder.claim(first, WORDS, "no", holder="Ida Brandt")]
    group = replace(builder.group(*reversed(names)), id="g1_point")
    position = Position("Ida Brandt", None, (PositionEntry(None, "no", names[1]),), (), id="p1_ida", stands="no")

    def edition(*changes):
        made = builder.edition(groups=(group,), positions=(position,), previous="e1_before", changes=changes)
        families = tuple((name, "f1_same") for name in sorted(names))
        return replace(made, analysis=replace(made.analysis, families=families))

    return edition


@pytest.mark.parametrize(
    ("change", "title", "detail"),
    [
        (("new", "family", "f1_same", "", "2 claims"), f"Said more than once now: “{WORDS}” (Ida Brandt)", "2 claims"),
        (("grew", "family", "f1_same", "", "+1 claim"), f"Said once more: “{WORDS}” (Ida Brandt)", "+1 claim"),
        (("merged", "family", "f1_gone", "", "into f1_same"), f"Found to be one claim: “{WORDS}” (Ida Brandt)", ""),
        (("new", "group", "g1_point", "no", "2 claims"), f"New point for no: “{WORDS}” (Ida Brandt)", "2 claims"),
        (
            ("split", "group", "g1_point", "no", "from g1_a"),
            f"Point parted from another for no: “{WORDS}” (Ida Brandt)",
            "",
        ),
        (
            ("merged", "group", "g1_gone", "", "into g1_point, g1_b"),
            f"Points made one for no: “{WORDS}” (Ida Brandt)",
            "",
        ),
        (
            ("moved", "group", "g1_point", "no", "from yes to no"),
            f"Point moved from yes to no: “{WORDS}” (Ida Brandt)",
            "",
        ),
        (("new", "position", "p1_ida", "Ida Brandt", "no"), f"New position: Ida Brandt says no: “{WORDS}”", ""),
        (
            ("moved", "position", "p1_ida", "Ida Brandt", "from yes to no"),
            f"Changed sides from yes to no: Ida Brandt: “{WORDS}”",
            "",
        ),
        (("withdrawn", "position", "p1_gone", "Zoe Marsh"), "Position withdrawn: Zoe Marsh", ""),
        (("withdrawn", "article", "a1_gone", "Issue 6"), "Article withdrawn: Issue 6", ""),
    ],
)
def test_a_change_is_named(told, change, title, detail):
    edition = told(Change(*change))
    (view,) = changes_view(wire.EditionIndex(edition)).fresh
    assert (view.title, view.detail) == (title, detail)


def test_what_is_gone_is_counted_and_what_changed_sides_comes_first(told, tmp_path):
    gone = [Change("withdrawn", "family", "f1_gone", ""), Change("withdrawn", "group", "g1_gone", "", "")]
    moved = Change("moved", "position", "p1_ida", "Ida Brandt", "from yes to no")
    late = Change("new", "article", "a1_late", "Issue 1", late=True)
    edition = told(*gone, Change("withdrawn", "article", "a1_gone", "Issue 6"), moved, late)
    view = changes_view(wire.EditionIndex(edition))
    assert ([one.change.what for one in view.fresh], view.unnamed, view.late) == (["position", "article"], 2, 1)
    files = render(edition)
    assert "- and 2 more changes in changes.json\n- 1 change more rest" in files["digest.md"].decode()
    assert "And 2 more changes in changes.json." in files["report.html"].decode()
    assert files["feed.xml"].count(b"<entry>") == 3
    assert verify(write(files, edition.id, tmp_path)) == ()


def test_words_that_stand_in_quotation_marks_get_no_second_pair_and_an_unsigned_text_goes_by_its_outlet(builder):
    article = builder.article("The Lattice", "Issue 7", "“It stops here.”", day="2026-09-01")
    name = builder.claim(article, "“It stops here.”", "yes")
    group = builder.group(name)
    edition = builder.edition(groups=(group,), changes=(Change("new", "group", group.id, "yes", "1 claim"),))
    (view,) = changes_view(wire.EditionIndex(edition)).fresh
    assert view.title == "New point for yes: “It stops here.” (The Lattice)"


def test_long_words_are_cut_after_a_whole_one(told, builder):
    long = builder.article("The Harbor Dispatch", "Long", "word " * 80 + "end.", day="2026-09-01")
    group = builder.group(builder.claim(long, "word " * 80 + "end.", "yes"))
    edition = builder.edition(groups=(group,), changes=(Change("new", "group", group.id, "yes", "1 claim"),))
    (view,) = changes_view(wire.EditionIndex(edition)).fresh
    assert "word …” (The Harbor Dispatch)" in view.title
    assert len(view.title) < 220
