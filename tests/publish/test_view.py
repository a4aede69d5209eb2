from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import wire
from pipeline.publish.echo import families
from pipeline.publish.questions import compared, marked
from pipeline.publish.view import CONTEXT, claim_view, clip_left, clip_right, paragraph
from pipeline.publish.words import headline, listing
from pipeline.records import Mention, Origin, Totals

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


def test_without_a_holder_the_byline_speaks_then_the_outlet(builder):
    signed = builder.claim(builder.article("The Lattice", "A", "It grows.", byline="Mara Voss"), "It grows.")
    bare = builder.claim(builder.article("Le Relais", "B", "It stops."), "It stops.")
    index = wire.EditionIndex(builder.edition())
    assert claim_view(index, builder.record(signed)).holder == "Mara Voss"
    assert claim_view(index, builder.record(bare)).holder == "Le Relais"
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


def test_headlines_in_plain_words():
    def votes(**voices):
        return {label: Totals(number, number, number, number) for label, number in voices.items()}

    assert headline({}) == "Nobody read so far takes a side."
    assert headline(votes(no=1)) == "One voice says no."
    assert headline(votes(no=3, yes=1)) == "Three voices say no and one says yes."
    assert headline(votes(no=20, yes=1, mixed=2)) == "20 voices say no, two say both and one says yes."
    assert listing([]) == ""
