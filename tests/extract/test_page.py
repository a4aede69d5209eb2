"""HTML pages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.errors import ExtractError
from pipeline.extract import predict_main_text
from pipeline.extract.dom import html_blocks
from pipeline.records import Entry

PARAGRAPH = (
    "<p>The port of Lorn has been closed since the storm took its only crane, says the council of the town, "
    "which met on Tuesday to talk about a new one that nobody can pay for at the moment.</p>"
)
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>A quiet port | The Tide</title>
<link rel="canonical" href="https://tide.example/quiet">
<meta property="og:site_name" content="The Tide"><meta name="author" content="Mara Voss">
<meta property="article:published_time" content="2026-02-03T08:00:00+01:00"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<article><h1>A quiet port</h1>{PARAGRAPH * 2}
<h2>The crane</h2><blockquote><p>It was a good crane, and we shall not see its like again in this town.</p></blockquote>
<p>A new one costs <b>40 million</b>, as <a href="/report?utm_medium=x">the report</a> has it.</p>{PARAGRAPH}</article>
<div class="comments"><p>First comment: I never liked that crane, it was too loud for me.</p></div>
<footer><p>Copyright 2026 The Tide</p></footer></body></html>"""
URL = "https://tide.example/quiet?utm_source=mail"


def test_main_text_and_metadata(reader):
    article = reader.one(PAGE, URL, "text/html", kind="page")
    assert "The port of Lorn has been closed" in article.text
    for noise in ("Home", "First comment", "Copyright", "<", "**"):
        assert noise not in article.text
    assert article.title == "A quiet port"
    assert article.byline == "Mara Voss"
    assert article.published == datetime(2026, 2, 3, 7, tzinfo=UTC)
    assert article.url == "https://tide.example/quiet"
    assert article.outlet == "The Harbor Dispatch"
    assert article.language_hint == "en-GB"
    assert article.kind == "article"
    assert [article.text[s.start : s.end] for s in article.blockquotes] == [
        "It was a good crane, and we shall not see its like again in this town."
    ]
    assert ("the report", "https://tide.example/report") in [
        (article.text[link.start : link.end], link.url) for link in article.links
    ]


def test_files_take_their_outlet_and_address_from_the_page(reader):
    article = reader.one(PAGE, "saved.html", "text/html", kind="files")
    assert article.outlet == "The Tide"
    assert article.url == "https://tide.example/quiet"


def test_a_page_of_an_entry_takes_from_it_what_it_lacks(reader):
    when = datetime(2026, 1, 9, tzinfo=UTC)
    entry = Entry("g1", "https://tide.example/e", "From the feed", "Ilo Brandt", when, "teaser")
    bare = f"<html><body><article>{PARAGRAPH * 3}</article></body></html>"
    article = reader.one(bare, "https://tide.example/e", "text/html", kind="feed", entry=entry)
    assert (article.title, article.byline, article.published) == ("From the feed", "Ilo Brandt", when)
    assert article.text.count("The port of Lorn") >= 1
    full = reader.one(PAGE, URL, "text/html", kind="feed", entry=entry)
    assert (full.title, full.byline) == ("A quiet port", "Mara Voss")


def test_prediction_runs_the_same_code(reader):
    assert predict_main_text(PAGE.encode(), URL) == reader.one(PAGE, URL, "text/html", kind="page").text


def test_a_bot_check_is_no_article(reader):
    text = "<p>Enable JavaScript and cookies to continue</p>"
    page = f"<html><head><title>Just a moment...</title></head><body>{text}</body></html>"
    with pytest.raises(ExtractError) as caught:
        reader.read(page, URL, "text/html", kind="page")
    assert caught.value.kind == "bot_wall"
    assert caught.value.retryable


def test_a_page_about_bot_checks_is_one(reader):
    about = PARAGRAPH.replace("a new one", "a captcha") * 6
    assert reader.one(f"<html><body><article>{about}</article></body></html>", URL, "text/html", kind="page")


def test_no_date_is_invented(reader):
    undated = f"<html><body><p>Today is 1 March 2026</p><article>{PARAGRAPH * 3}</article></body></html>"
    assert reader.one(undated, URL, "text/html", kind="page").published is None


def test_a_page_without_text_is_dropped(reader):
    found = reader.read("<html><body><div></div></body></html>", URL, "text/html", kind="page")
    assert [drop.reason for drop in found.dropped] == ["no_text"]


def test_deeply_nested_pages_are_read(reader):
    page = "<html><body>" + "<div>" * 3000 + PARAGRAPH * 4 + "</div>" * 3000 + "</body></html>"
    assert "The port of Lorn" in reader.one(page, URL, "text/html", kind="page").text


# ---------------------------------------------------------------- trees


def shown(source):
    return [block.text for block in html_blocks(source) if block.kind != "rule"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One</p><p>two</p>", ["One", "two"]),
        ("One<br>Two", ["One", "Two"]),
        ("It is one<br>of those", ["It is one of those"]),
        ("One<br><br>two", ["One", "two"]),
        ("<p>a<script>x()</script><style>y</style>b</p>", ["ab"]),
        ("<p>a</p><p style='display:none'>hidden preheader</p>", ["a"]),
        ("<p>a</p><p hidden>b</p>", ["a"]),
        ("<p>said<sup><a href='#fn1'>1</a></sup> so</p>", ["said so"]),
        ("<p>10<sup>6</sup> ships</p>", ["106 ships"]),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", ["a", "b", "c"]),
        ("<table><tr><td>Port</td><td>4</td></tr></table>", ["Port | 4"]),
        ("<table><tr><td><p>Left text</p></td><td><p>right text</p></td></tr></table>", ["Left text", "right text"]),
        ("tail only", ["tail only"]),
        ("", []),
        ("<!-- only a comment -->", []),
        ("<b>a</b><i>b</i>", ["ab"]),
    ],
)
def test_blocks_of_html(source, expected):
    assert shown(source) == expected


def test_wrapped_mail_html_is_joined():
    lines = [
        "The council of the old harbor met on Tuesday to talk about",
        "the new breakwater, which has cost more than anyone had",
        "planned, and which Mara Voss of the port authority calls a",
        "Lorn lesson in humility. Work on it will go on until spring",
        "of next year.",
    ]
    assert shown("<br>".join(lines)) == [" ".join(lines)]


def test_headings_quotes_and_code_are_told_apart():
    blocks = html_blocks(
        "<h3>H</h3><blockquote>Q</blockquote><pre>x = 1\ny = 2</pre><figure><figcaption>C</figcaption></figure><hr>"
    )
    assert [(b.kind, b.level, b.quoted) for b in blocks] == [
        ("heading", 3, False),
        ("para", 0, True),
        ("code", 0, False),
        ("caption", 0, False),
        ("rule", 0, False),
    ]
