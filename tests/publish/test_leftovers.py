"""Points that several make are shown as points; what fits none of them says so."""

import json
from dataclasses import replace

import pytest

from pipeline.publish import render, write
from pipeline.verify import verify


def edition(builder, leftovers: int, points: int = 1):
    words = [f"Statement number {number} stands." for number in range(leftovers + points)]
    article = builder.article("The Lattice", "Points", " ".join(words), day="2026-09-01")
    made = [builder.group(builder.claim(article, text, "yes")) for text in words]
    return builder.edition(groups=[replace(g, leftover=n < leftovers) for n, g in enumerate(made)])


@pytest.mark.parametrize(("count", "told"), [(1, "1 statement that fits none"), (2, "2 statements that fit none")])
def test_the_digest_shows_the_point_and_counts_what_fits_none(builder, count, told):
    page = render(edition(builder, count))["digest.md"].decode()
    assert page.count("> Statement number") == 1
    assert f"> Statement number {count} stands." in page
    assert f"And {told} in the report." in page


def test_the_report_lists_them_below_the_points(builder):
    html = render(edition(builder, 2))["report.html"].decode()
    assert "2 statements of this side fit none of these points" in html
    point, *others = (html.index(f">Statement number {number} stands.</mark>") for number in (2, 0, 1))
    assert point < min(others)


def test_where_there_is_no_point_the_statements_are_shown_as_they_are(builder):
    files = render(edition(builder, 2, points=0))
    assert files["digest.md"].decode().count("> Statement number") == 2
    assert "fit none" not in files["report.html"].decode()


def test_the_published_group_says_so_and_is_verified(builder, tmp_path):
    files = render(edition(builder, 1))
    groups = json.loads(files["stances.json"])["questions"][0]["groups"]
    assert sorted(group["leftover"] for group in groups) == [False, True]
    assert verify(write(files, "e1_0", tmp_path)) == ()


@pytest.mark.parametrize("sureness", [(0.4, 0.95, 0.6), (0.95, 0.6, 0.4), (0.6, 0.4, 0.95)])
def test_of_equal_origins_the_surer_point_comes_first(builder, sureness):
    words = ("It stops, some say.", "It stops at once.", "It stops, all say.")
    article = builder.article("The Lattice", "Points", "\n\n".join(words), day="2026-09-01")
    names = [builder.claim(article, text, "yes") for text in words]
    groups = tuple(builder.group(name) for name in names)
    made = builder.edition(groups=groups)
    given = dict(zip(names, sureness, strict=True))
    stances = tuple((name, (replace(s[0], probability=given[name]),)) for name, s in made.analysis.stances)
    files = render(replace(made, analysis=replace(made.analysis, stances=stances)))
    for page in (files["digest.md"].decode(), files["report.html"].decode().split("</style>")[1]):
        order = [page.index(text) for _, text in sorted(zip(sureness, words, strict=True), reverse=True)]
        assert order == sorted(order)
    assert [g["id"] for g in json.loads(files["stances.json"])["questions"][0]["groups"]] == [g.id for g in groups]
