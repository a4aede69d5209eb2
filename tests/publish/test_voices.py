"""The answer in one sentence, whose parts add up: a voice found on both sides is one voice."""

from dataclasses import replace

import pytest

from pipeline import wire
from pipeline.publish import render
from pipeline.publish.voices import divided
from pipeline.publish.words import headline, independence, listing
from pipeline.records import Holder, Position, PositionEntry, Totals


@pytest.mark.parametrize(
    ("voices", "sentence"),
    [
        ({}, "Nobody read so far takes a side."),
        ({"no": 1}, "One voice says no."),
        ({"no": 3, "yes": 1}, "Three voices say no and one says yes."),
        ({"yes": 8, "no": 8}, "Eight voices say yes and eight say no."),
        ({"mixed": 1}, "One voice is found on both sides."),
        ({"mixed": 2}, "Two voices are found on both sides."),
        ({"no": 1, "mixed": 1}, "Of two voices that take a side, one says only no and one is found on both sides."),
        (
            {"no": 20, "yes": 21, "mixed": 13},
            "Of 54 voices that take a side, 21 say only yes, 20 say only no and 13 are found on both sides.",
        ),
    ],
)
def test_headlines_in_plain_words(voices, sentence):
    assert headline({}, voices) == sentence


def test_of_equal_sides_the_one_with_more_origins_comes_first():
    tied = {"yes": Totals(9, 3, 8, 2), "no": Totals(9, 3, 8, 3)}
    assert headline(tied, {"yes": 8, "no": 8}) == "Eight voices say no and eight say yes."
    assert listing([]) == ""


def test_where_it_is_not_known_who_is_on_both_sides_the_sentence_says_so():
    tied = {"yes": Totals(9, 3, 8, 2), "no": Totals(9, 3, 8, 3), "mixed": Totals(1, 1, 1, 1)}
    doubt = "; a voice may count on more than one side."
    assert headline(tied, None) == f"Eight voices say no, eight say yes and one says both{doubt}"
    assert headline({"no": Totals(9, 3, 8, 3)}, None) == "Eight voices say no."
    assert headline({}, None) == "Nobody read so far takes a side."


def crowd(b):
    """Two named voices, one of them on both sides, and critics who say yes here and no there."""
    text = "Ida Brandt says it stops. Ida Brandt says it runs. Tom Okoro says it runs. Critics say so. Critics deny it."
    home = b.article("The Lattice", "A", text, day="2026-09-01")
    away = b.article("The Harbor Dispatch", "B", "Critics say it stops. Alas it runs.", day="2026-09-02")
    stops = b.claim(home, "Ida Brandt says it stops.", "yes", holder="Ida Brandt")
    runs = b.claim(home, "Ida Brandt says it runs.", "no", holder="Ida Brandt")
    tom = b.claim(home, "Tom Okoro says it runs.", "no", holder="Tom Okoro")
    critics = [
        b.claim(home, "Critics say so.", "yes", holder="Critics"),
        b.claim(home, "Critics deny it.", "no", holder="Critics"),
        b.claim(away, "Critics say it stops.", "yes", holder="Critics"),
    ]
    for claims in b.claims.values():
        for number, claim in enumerate(claims):
            if claim.id in critics:
                who = Holder("Critics", claim.start, claim.start + 7, "group")
                claims[number] = replace(claim, holder=who)
    ida = Position("Ida Brandt", None, (PositionEntry(None, "yes", stops), PositionEntry(None, "no", runs)), ())
    return b.edition(positions=(ida, Position("Tom Okoro", None, (PositionEntry(None, "no", tom),), ())))


def counted(edition, **voices):
    (result,) = edition.analysis.questions
    totals = tuple((label, replace(total, voices=voices.get(label, 0))) for label, total in result.totals)
    result = replace(result, totals=totals)
    return replace(edition, analysis=replace(edition.analysis, questions=(result,))), result


def test_unnamed_voices_are_told_apart_by_their_origin(builder):
    edition, result = counted(crowd(builder), yes=3, no=3)
    assert divided(wire.EditionIndex(edition), result) == {"mixed": 2, "yes": 1, "no": 1}
    files = render(edition)
    sentence = "Of four voices that take a side, one says only yes, one says only no and two are found on both sides."
    assert all(sentence in files[name].decode() for name in ("digest.md", "report.html", "feed.xml"))


def test_nothing_is_made_up_where_the_voices_do_not_add_up(builder):
    edition, result = counted(crowd(builder), yes=7, no=3)
    assert divided(wire.EditionIndex(edition), result) is None
    assert "Seven voices say yes and three say no; a voice may count" in render(edition)["digest.md"].decode()


def test_the_unknown_author_of_a_file_is_one_voice(builder):
    article = builder.article("letter", "A letter", "It stops. It runs.")
    builder.claim(article, "It stops.", "yes")
    builder.claim(article, "It runs.", "no")
    edition, result = counted(builder.edition(), yes=1, no=1)
    assert divided(wire.EditionIndex(edition), result) == {"mixed": 1}


def test_an_origin_with_several_answers_is_not_counted_as_several(builder):
    files = render(crowd(builder))
    assert b"2 for yes and 1 for no, of 2 in all, since one can hold several answers." in files["digest.md"]
    assert independence({"yes": Totals(1, 1, 1, 2), "no": Totals(1, 1, 1, 1)}, 3).endswith("2 for yes and 1 for no.")
