from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import wire
from pipeline.publish.echo import families
from pipeline.publish.numbers import number_views
from pipeline.publish.positions import MOST_ENTRIES, EntryView, PositionView
from pipeline.publish.questions import compared, marked, question_view
from pipeline.publish.view import CONTEXT, claim_view, clip_left, clip_right, paragraph
from pipeline.records import Difference, Drift, Mention, Origin, Variant

WORDS = st.text("ab .\n壁جد", max_size=400)


@given(WORDS, st.integers(0, 400), st.integers(0, 400))
@settings(max_examples=100, deadline=None)
def test_context_is_an_exact_slice_inside_the_paragraph(text, first, second):
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    left, right = paragraph(text, start, end)
    left, right = min(left, start), max(right, end)
    before, after = clip_left(text, left, start), clip_right(text, end, right)
    assert left <= before <= start <= end <= after <= right
    assert start - before <= CONTEXT
    assert after - end <= CONTEXT


@given(WORDS, st.lists(st.text("ab壁", min_size=1, max_size=3), max_size=3))
@settings(max_examples=60, deadline=None)
def test_marking_loses_no_text(text, words):
    runs = marked(text, words)
    assert "".join(run.text for run in runs) == text
    assert all(run.text.lower() in {word.lower() for word in words} for run in runs if run.kind)


@given(WORDS, WORDS)
@settings(max_examples=60, deadline=None)
def test_comparing_loses_no_text(original, variant):
    runs = compared(original, variant)
    assert "".join(run.text for run in runs) == variant
    if original == variant:
        assert not any(run.kind for run in runs)


def test_comparing_marks_the_words_that_changed():
    runs = compared("It needs 170 times the compute.", "It needs 17 times the compute.")
    assert [run.text for run in runs if run.kind == "drift"] == ["17"]


def test_overlapping_marks_keep_the_text_whole(builder):
    text = "Perhaps about 170 times more."
    article = builder.article("The Lattice", "Costs", text)
    name = builder.claim(article, text, hedges=["Perhaps"], number={"words": "about 170 times", "value": "170"})
    claim = builder.record(name)
    overlapping = replace(claim, hedges=(*claim.hedges, Mention("about", 8, 13), Mention("more. And", 24, 33)))
    view = claim_view(wire.EditionIndex(builder.edition()), overlapping)
    assert view.text == text
    assert [(piece.text, piece.kind) for piece in view.pieces if piece.kind] == [
        ("Perhaps", "hedge"),
        ("about 170 times", "quantity"),
    ]


def test_without_a_holder_who_signs_speaks(builder):
    signed = builder.claim(builder.article("The Lattice", "A", "It grows.", byline="Mara Voss"), "It grows.")
    bare = builder.claim(builder.article("Le Relais", "B", "It stops."), "It stops.")
    index = wire.EditionIndex(builder.edition())
    assert claim_view(index, builder.record(signed)).holder == "Mara Voss"
    assert claim_view(index, builder.record(bare)).holder == "unsigned"
    assert claim_view(index, builder.record(bare)).by_author


def test_only_web_addresses_become_links(edition):
    index = wire.EditionIndex(edition)
    claims = [reading.claims[0] for reading in edition.readings]
    hrefs = [claim_view(index, claim).printed.href for claim in claims]
    assert [bool(href) for href in hrefs] == [True, True, False, False, True]


def test_articles_that_point_at_each_other_are_shown_once(builder):
    first = builder.article("A", "A", "One.", family="o1_ring", role="copy", of="?")
    second = builder.article("B", "B", "Two.", family="o1_ring", role="copy", of=first)
    builder.origins[first] = Origin("o1_ring", "copy", second)
    (family,) = families(wire.EditionIndex(builder.edition()))
    assert family.size == 2


def test_a_parent_outside_the_family_leaves_a_root(builder):
    builder.article("A", "A", "One.", family="o1_two", role="coverage", of="a1_unknown")
    builder.article("B", "B", "Two.", family="o1_two", role="unknown")
    (family,) = families(wire.EditionIndex(builder.edition()))
    assert len(family.roots) == 2


def test_a_long_paragraph_is_clipped_and_says_so(builder):
    words = "word " * 60
    article = builder.article("The Lattice", "Long", f"{words}The claim stands here. {words.strip()}\n\nAnother.")
    name = builder.claim(article, "The claim stands here.")
    view = claim_view(wire.EditionIndex(builder.edition()), builder.record(name))
    assert view.clipped_before
    assert view.clipped_after
    assert view.before.startswith("word ")
    assert view.after.endswith(" word")


def test_a_short_paragraph_is_shown_whole(builder):
    article = builder.article("The Lattice", "Short", "Before. The claim. After.\n\nAnother.")
    view = claim_view(wire.EditionIndex(builder.edition()), builder.record(builder.claim(article, "The claim.")))
    assert (view.before, view.after) == ("Before. ", " After.")
    assert not view.clipped_before
    assert not view.clipped_after


def numbered(builder, outlet, words, value, **more):
    text = f"It needs {words} of it all."
    article = builder.article(outlet, outlet, text, family=more.pop("family", None))
    return builder.claim(article, text, more.pop("label", "none"), number={"words": words, "value": value, **more})


def test_an_amount_is_given_once_per_origin(builder):
    numbered(builder, "A", "170 times", "170", family="o1_same")
    numbered(builder, "B", "170 fold", "170", family="o1_same")
    numbered(builder, "C", "170-fold", "170")
    views = number_views(wire.EditionIndex(builder.edition()))
    assert [(view.text, view.elsewhere) for view in views] == [("170 times", 1), ("170-fold", 0)]


@pytest.mark.parametrize(
    ("words", "value", "shown"),
    [
        ("zwei von drei", str(Decimal(2) / 3), "0.6667 ×"),
        ("三分之一", str(Decimal(1) / 3), "0.3333 ×"),
        ("1.23456 times", "1.23456", "1.23456 ×"),
        ("١٫٢٣٤٥٦", "1.23456", "1.23456 ×"),
        ("一万二千三百四十五倍", "12345", "12\u202f345 ×"),
    ],
)
def test_a_fraction_that_is_not_printed_has_four_digits(builder, words, value, shown):
    numbered(builder, "A", words, value)
    (view,) = number_views(wire.EditionIndex(builder.edition()))
    assert view.exact == shown


def test_the_print_that_compares_stands_for_the_amount(builder):
    numbered(builder, "A", "170 times", "170", family="o1_same")
    numbered(builder, "B", "170 fold", "170", family="o1_same", subject="It", baseline="it all")
    (view,) = number_views(wire.EditionIndex(builder.edition()))
    assert view.frame == (("of", "It"), ("against", "it all"))


def test_numbers_that_drifted_come_first_then_comparisons_then_sides(builder):
    numbered(builder, "A", "300 pages", "300", kind="count", unit="page")
    sided = numbered(builder, "B", "5 percent", "5", kind="percent", unit="%", label="no")
    numbered(builder, "C", "6 percent", "6", kind="percent", unit="%")
    numbered(builder, "D", "7 times", "7", subject="It")
    moved = numbered(builder, "E", "8 days", "8", kind="duration", unit="d")
    variant = Variant(moved, builder.record(moved).text, "altered", (Difference("number", "8 days", "80 days"),))
    drift = (Drift(builder.record(moved).text, moved, (variant,)),)
    views = number_views(wire.EditionIndex(builder.edition(drift=drift)))
    assert [view.text for view in views] == ["8 days", "7 times", "5 percent", "6 percent", "300 pages"]
    assert next(view for view in views if view.claim.id == sided).label == "no"


def test_turns_of_phrase_and_dates_are_no_numbers_in_play(builder):
    numbered(builder, "A", "two methods", "2", kind="count", unit="method")
    numbered(builder, "B", "2026", "2026", kind="date")
    assert number_views(wire.EditionIndex(builder.edition())) == ()


def test_quotes_without_an_original_stand_apart(builder):
    text = "“It is over,” she said."
    name = builder.claim(builder.article("A", "A", text), text, "yes", quoted="direct")
    orphan = Drift(text, None, (Variant(name, text, "no_original", ()),))
    edition = builder.edition(drift=(orphan,))
    view = question_view(wire.EditionIndex(edition), edition.analysis.questions[0])
    assert view.drift == ()
    assert [one.claim.id for one in view.orphans] == [name]


def holder_of(labels, turns=()):
    entries = tuple(
        EntryView(label, label, number in turns, SimpleNamespace(id=number)) for number, label in enumerate(labels)
    )
    return PositionView("Mara Voss", entries)


def test_of_many_answers_of_one_holder_the_turns_and_the_ends_are_shown():
    position = holder_of("n" * 20 + "y" * 20, turns=(20,))
    assert [entry.claim.id for entry in position.shown] == [0, 1, 2, 19, 20, 39]
    everywhere = holder_of("ny" * 10, turns=range(1, 20))
    assert everywhere.shown == everywhere.entries


@given(st.lists(st.booleans(), max_size=30))
def test_shown_answers_keep_their_order(turns):
    position = holder_of("n" * len(turns), turns={number for number, turned in enumerate(turns) if turned})
    numbers = [entry.claim.id for entry in position.shown]
    assert numbers == sorted(set(numbers))
    assert len(numbers) >= min(MOST_ENTRIES, len(turns))
    assert {number for number, turned in enumerate(turns) if turned} <= set(numbers)
