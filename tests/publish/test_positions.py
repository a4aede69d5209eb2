"""Positions over time: who is shown, under which name, and how exactly it is told when something was said."""

import re
from dataclasses import replace
from datetime import date

import pytest

from pipeline import wire
from pipeline.publish import render
from pipeline.publish.positions import position_view
from pipeline.publish.questions import question_view
from pipeline.publish.words import span
from pipeline.records import Position, PositionEntry, Said, Shift


def answers(b, holder, *days, by="Iris Okafor", outlet=None, url=None, title="Notes", turned=()):
    """A position with one answer for each day (None: undated), each in an article of its own."""
    entries = []
    for number, day in enumerate(days):
        text = f"Answer {number} of {holder}."
        article = b.article(outlet or f"{holder} {number}", title, text, day=day, byline=by, url=url)
        published = next(one.published for one in b.articles if one.id == article)
        name = b.claim(article, text, "yes")
        entries.append(PositionEntry(published, "yes", name, published=published))
    return Position(holder, None, tuple(entries), tuple(turned))


def shown(b, *positions):
    edition = b.edition(positions=positions)
    return question_view(wire.EditionIndex(edition), edition.analysis.questions[0]), edition


def test_whoever_changed_comes_first_then_people_then_outlets_and_the_rest_is_counted(builder):
    outlet = answers(builder, "The Lattice", "2026-09-01", "2026-09-08", by=None)
    person = answers(builder, "Tom Okoro", "2026-09-01", "2026-09-02")
    turned = answers(builder, "Zoe Marsh", None, None, turned=(1,))
    same_day = answers(builder, "Ada Holm", "2026-09-01", "2026-09-01")
    undated = answers(builder, "Bo Lind", "2026-09-01", None, None)
    view, edition = shown(builder, same_day, undated, outlet, person, turned)
    assert [position.holder for position in view.positions] == ["Zoe Marsh", "Tom Okoro", "The Lattice"]
    assert view.still == 2
    page = render(edition)["report.html"].decode()
    assert "2 more holders of whom no two answers are known from different days stand in stances.json." in page


def test_where_nobody_has_two_days_one_line_says_so(builder):
    _, edition = shown(builder, answers(builder, "Ada Holm", "2026-09-01"))
    page = render(edition)["report.html"].decode()
    assert "No holder answered on two known days; 1 position in stances.json." in page
    assert "-positions" not in page


@pytest.mark.parametrize(("title", "name"), [("What comes next", "What comes next"), ("", "000_a1d2")])
def test_a_file_goes_by_its_title_if_it_has_one(builder, title, name):
    days = ("2026-09-01", "2026-09-02")
    position = answers(builder, "000_a1d2", *days, by=None, outlet="000_a1d2", url="file:in/000_a1d2.txt", title=title)
    view, edition = shown(builder, position)
    assert [one.holder for one in view.positions] == [name]
    page = render(edition)["report.html"].decode()
    assert f"</time>, <bdi>{name}</bdi></p>" in page


def test_an_outlet_keeps_its_name_though_it_came_as_a_file(builder):
    article = builder.article("The Lattice", "Issue 41", "It stops.", url="file:in/issue.html", day="2026-09-01")
    claim = builder.claim(article, "It stops.", "yes")
    files = render(builder.edition(groups=(builder.group(claim),)))
    assert "— unsigned, The Lattice, 1 September 2026" in files["digest.md"].decode()


def test_a_digest_names_a_file_by_its_title_too(builder):
    article = builder.article("0_42", "The cost of a point", "It stops.", url="file:in/0_42.txt")
    files = render(builder.edition(groups=(builder.group(builder.claim(article, "It stops.", "yes")),)))
    assert "— unsigned, The cost of a point, undated" in files["digest.md"].decode()


@pytest.mark.parametrize(
    ("first", "last", "cut", "words"),
    [
        (date(1973, 1, 1), date(1973, 12, 31), None, "in 1973"),
        (date(2026, 1, 1), date(2026, 11, 1), date(2026, 11, 1), "in 2026"),
        (date(2026, 9, 1), date(2026, 9, 30), None, "in September 2026"),
        (date(2026, 9, 1), date(2026, 9, 20), date(2026, 9, 20), "in September 2026"),
        (date(2026, 12, 1), date(2026, 12, 31), None, "in December 2026"),
        (date(2026, 9, 7), date(2026, 9, 13), None, "about 10 September 2026"),
        (date(2026, 8, 10), date(2026, 9, 9), None, "about August 2026"),
        (date(2023, 5, 1), date(2024, 4, 29), None, "about 2023"),
        (date(2026, 9, 3), date(2026, 9, 3), None, "3 September 2026"),
    ],
)
def test_a_stretch_of_days_is_told_no_more_exactly_than_it_is_known(first, last, cut, words):
    assert span(first, last, cut) == words


@pytest.mark.parametrize(
    ("day", "said", "remark"),
    [
        ("2026-09-08", Said("in 1973", date(1973, 1, 1), date(1973, 12, 31)), "said in 1973"),
        (None, Said("in 1973", date(1973, 1, 1), date(1973, 12, 31)), "said in 1973"),
        ("2026-09-08", Said("last year", date(2025, 1, 1), date(2025, 12, 31)), "said in 2025"),
        (None, Said("last year", date(2025, 1, 1), date(2025, 12, 31)), "said “last year”"),
        ("2026-09-08", Said("once", None, None), "said before"),
    ],
)
def test_an_older_statement_says_when_as_its_sentence_does(builder, day, said, remark):
    position = answers(builder, "Ada Holm", "2026-09-01", day)
    entries = (position.entries[0], replace(position.entries[1], said=said))
    position = replace(position, entries=entries, shifts=(Shift(1, 0, "older_report", "once"),))
    index = wire.EditionIndex(builder.edition(positions=(position,)))
    assert [entry.remark for entry in position_view(index, position).entries] == ["", remark]


def test_the_day_of_fetching_is_no_day_of_printing(builder):
    texts = ("It needs 5 dollars.", "It takes 6 dollars.")
    articles = [builder.article(f"Paper {number}", "t", text) for number, text in enumerate(texts)]
    number = [{"words": f"{n} dollars", "value": f"{n}", "kind": "money", "unit": "USD"} for n in (5, 6)]
    claims = [builder.claim(a, t, "yes", number=n) for a, t, n in zip(articles, texts, number, strict=True)]
    fetched = builder.articles[0].fetched
    entries = tuple(PositionEntry(fetched, "yes", claim, found=fetched) for claim in claims)
    edition = builder.edition(
        groups=(builder.group(*claims),),
        positions=(Position("Paper 0", None, entries, (1,)),),
        ledger=(builder.entry(*claims, kind="value"),),
    )
    files = render(edition)
    for name in ("digest.md", "report.html"):
        page = files[name].decode()
        assert not re.search(r"1 November 2026|2026-11-01", page), name
        assert page.count("undated") >= 6, name
