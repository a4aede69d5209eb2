"""Feeds: RSS, Atom, JSON Feed."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from pipeline.errors import ExtractError
from pipeline.extract import Extractor, ExtractSettings

BODY = "<p>The port of Lorn has been closed since the storm, says <a href='/council'>the council</a>, and stays so.</p>"
ATOM = "application/atom+xml"


def rss(*items, head=""):
    body = "".join(items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Tide</title>{head}{body}</channel></rss>'


def item(number, body=BODY, day=1, extra=""):
    return (
        f"<item><title>Story {number}</title><link>https://tide.example/{number}?utm_source=rss</link>"
        f"<guid isPermaLink='false'>g{number}</guid><pubDate>{day:02d} Feb 2026 10:00:00 GMT</pubDate>{extra}"
        f"<description><![CDATA[{body}]]></description></item>"
    )


def read(reader, body, media="application/rss+xml", **source):
    return reader.read(body, "https://tide.example/feed", media, **{"kind": "feed", **source})


def test_entries_become_articles_newest_first(reader):
    found = read(reader, rss(item(1, day=1), item(2, day=3), item(3, day=2)))
    assert [article.title for article in found.articles] == ["Story 2", "Story 3", "Story 1"]
    article = found.articles[0]
    assert article.text == "The port of Lorn has been closed since the storm, says the council, and stays so."
    assert article.url == "https://tide.example/2"
    assert article.published == datetime(2026, 2, 3, 10, tzinfo=UTC)
    assert article.outlet == "The Harbor Dispatch"
    assert article.kind == "article"
    assert [link.url for link in article.links] == ["https://tide.example/council"]


def test_the_longest_body_wins(reader):
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    extra = f"<content:encoded {space}><![CDATA[{BODY * 3}]]></content:encoded>"
    (article,) = read(reader, rss(item(1, "A teaser of some length, which is not the text.", extra=extra))).articles
    assert article.text.count("The port of Lorn") == 3


def test_only_the_newest_are_read_and_that_is_said(reader):
    found = read(reader, rss(*(item(n, day=n) for n in range(1, 9))), max_items=3)
    assert [article.title for article in found.articles] == ["Story 8", "Story 7", "Story 6"]
    assert [(drop.reason, drop.item) for drop in found.dropped] == [
        ("older_than_max_items", "5 entries of https://tide.example/feed")
    ]


def test_without_dates_the_feeds_own_order_counts(reader):
    items = [item(n).replace("<pubDate>01 Feb 2026 10:00:00 GMT</pubDate>", "") for n in (4, 9, 2)]
    found = read(reader, rss(*items), max_items=2)
    assert [article.title for article in found.articles] == ["Story 4", "Story 9"]
    assert found.articles[0].published is None


def test_a_date_in_the_future_is_none(reader):
    future = item(1).replace("01 Feb 2026", "01 Feb 2031")
    assert read(reader, rss(future)).articles[0].published is None


def test_teasers_are_articles_unless_they_say_nothing(reader):
    found = read(reader, rss(item(1, "Closed."), item(2)))
    assert [article.title for article in found.articles] == ["Story 2"]
    assert [(drop.reason, drop.item) for drop in found.dropped] == [("too_short", "https://tide.example/1")]


def test_atom(reader):
    body = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry>'
        '<title type="html">A &lt;b&gt;bold&lt;/b&gt; plan &amp;amp; more</title>'
        '<id>urn:1</id><link href="https://tide.example/a"/><updated>2026-02-03T04:05:06+01:00</updated>'
        "<author><name>Mara Voss</name></author><summary>One line of a plain summary that is long enough to be kept,\n"
        "and a second line of it.</summary></entry></feed>"
    )
    (article,) = read(reader, body, ATOM).articles
    assert article.title == "A bold plan & more"
    assert article.byline == "Mara Voss"
    assert article.published == datetime(2026, 2, 3, 3, 5, 6, tzinfo=UTC)
    assert article.text.startswith("One line of a plain summary that is long enough to be kept, and a second")


def test_json_feed(reader):
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {
                "id": "1",
                "url": "https://tide.example/j",
                "title": "J",
                "content_html": BODY,
                "date_published": "2026-02-03T10:00:00Z",
                "authors": [{"name": "Mara Voss"}, {"name": "Ilo Brandt"}, "junk"],
            },
            {"id": 2, "content_text": "Plain words & more, in a text that is long enough.\nAnd a second line of it."},
            "junk",
        ],
    }
    found = read(reader, json.dumps(feed), "application/feed+json", max_items=10)
    assert [article.byline for article in found.articles] == ["Mara Voss, Ilo Brandt", None]
    assert found.articles[1].text == ("Plain words & more, in a text that is long enough.\n\nAnd a second line of it.")


def test_entries_are_given_raw(reader, fetched):
    found = reader.extractor.entries(fetched(rss(item(1), item(2)), "https://tide.example/feed", "text/xml"))
    assert [entry.id for entry in found] == ["g1", "g2"]
    assert found[0].html == BODY
    assert found[0].url == "https://tide.example/1?utm_source=rss"


def test_a_page_where_a_feed_should_be(reader):
    page = (
        "<!doctype html><html><head><title>Lorn is moved</title>"
        '<link rel="alternate" type="application/rss+xml" href="/new.xml"></head><body><p>We moved.</p></body></html>'
    )
    with pytest.raises(ExtractError) as caught:
        read(reader, page)
    assert caught.value.kind == "not_a_feed"
    assert "Lorn is moved" in caught.value.message
    assert "/new.xml" in caught.value.message
    with pytest.raises(ExtractError, match="expected a feed"):
        read(reader, "Service unavailable", "text/plain")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<?xml version='1.0'?><rss version='2.0'><channel><title>x</title", "malformed"),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": [', "malformed"),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": 3}', "not_a_feed"),
        ("", "empty"),
        ("<?xml version='1.0'?><rss><channel><item><title>a</b></rss", "malformed"),
        ("<rss version='2.0'><channel><item><title>Only a title", "malformed"),
        ("<?xml version='1.0'?><rss <<<>>> &&&", "malformed"),
    ],
)
def test_broken_feeds(reader, body, kind):
    with pytest.raises(ExtractError) as caught:
        read(reader, body)
    assert caught.value.kind == kind


def test_an_empty_feed_is_no_failure(reader):
    found = read(reader, rss())
    assert (found.articles, found.failures) == ((), ())
    assert [drop.reason for drop in found.dropped] == ["no_entries"]


def test_a_truncated_feed_gives_what_it_has(reader):
    whole = rss(*(item(n, day=n) for n in range(1, 6)))
    found = read(reader, whole[: len(whole) * 2 // 3])
    assert len(found.articles) >= 2


def test_a_body_that_names_a_file_is_never_opened(reader, tmp_path):
    secret = tmp_path / "secret.xml"
    secret.write_text(rss(item(1)))
    with pytest.raises(ExtractError):
        read(reader, str(secret), "application/rss+xml")


def test_entities_do_not_explode(reader):
    bomb = '<!DOCTYPE r [<!ENTITY a "wall">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    body = '<?xml version="1.0"?>' + bomb + "]>" + rss(item(1, "&j;" + BODY), item(2)).split("?>")[1]
    found = read(reader, body)
    assert "Story 2" in [article.title for article in found.articles]
    assert all(len(article.text) < 1000 for article in found.articles)


def test_an_oversized_entry_costs_itself(fetched, make_source):
    with Extractor(ExtractSettings(max_item_bytes=5000)) as small:
        body = rss(item(1, BODY * 100), item(2))
        found = small.articles(fetched(body, "https://tide.example/feed", "text/xml"), make_source("feed"))
    assert [article.title for article in found.articles] == ["Story 2"]
    assert [failure.kind for failure in found.failures] == ["too_large"]
    assert found.failures[0].item == "https://tide.example/1?utm_source=rss"


def test_extreme_depth_costs_little_and_loses_no_text(reader):
    found = read(reader, rss(item(1, "<div>" * 50_000 + BODY, day=2), item(2)))
    assert [article.title for article in found.articles] == ["Story 1", "Story 2"]
    assert "The port of Lorn has been closed" in found.articles[0].text


def test_the_feed_names_outlet_and_author_where_its_entries_do_not(reader):
    body = rss(item(1), head="<managingEditor>Mara Voss</managingEditor>")
    (article,) = read(reader, body, kind="files", outlet="Samples").articles
    assert (article.outlet, article.byline) == ("The Tide", "Mara Voss")


PAGE = "<!doctype html><html><head><title>Not found</title></head><body><p>The page is not here any more.</p></body>"


@pytest.mark.parametrize(
    ("body", "name", "kind"),
    [
        (PAGE, "blatt.rss", "page_for_feed"),
        (PAGE, "blatt.atom", "page_for_feed"),
        (PAGE, "blatt.xml", "page_for_feed"),
        ("nothing that is a feed <<<>>> &&&", "blatt.xml", "malformed"),
        ("nothing that is a feed at all", "blatt.rss", "malformed"),
    ],
)
def test_a_file_that_should_be_a_feed_and_is_none(extractor, fetched, make_source, body, name, kind):
    media = "application/rss+xml"
    with pytest.raises(ExtractError) as caught:
        extractor.articles(fetched(body, name, media), make_source())
    assert caught.value.kind == kind
    assert caught.value.message.startswith(f"file:{name}: ")
    assert "save " in caught.value.message


def test_a_broken_feed_of_links_is_read_for_its_links(extractor, fetched):
    body = "<rss version='2.0'><channel><item><title>Story</title><link>https://tide.example/1</link></item><item"
    assert [entry.url for entry in extractor.entries(fetched(body, "https://tide.example/feed"))] == [
        "https://tide.example/1"
    ]


def test_xhtml_by_the_name_of_xml_is_a_page(reader):
    words = "The port of Lorn has been closed since the storm, and the council says that it will stay closed. " * 3
    body = f"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>{words}</p></body></html>"
    assert reader.one(body, "page.xml", "application/xml").text.startswith("The port of Lorn")


XML = "<?xml version='1.0' encoding='UTF-8'?>\n<!-- made by hand --><!-- twice -->\n"
SITEMAP = XML + "<urlset xmlns='https://sitemaps.example/0.9'><url><loc>https://tide.example/1</loc></url></urlset>"
INDEX = XML + "<s:sitemapindex xmlns:s='https://sitemaps.example/0.9'></s:sitemapindex>"
LIST = XML + "<opml version='2.0'><body><outline text='Tide' xmlUrl='https://tide.example/feed'/></body></opml>"
DRAWING = XML + "<svg xmlns='http://www.w3.org/2000/svg'><title>Crane</title></svg>"
TABLE = XML + "<catalog><book>The port</book></catalog>"
XHTML = (
    XML + "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Wells</title></head><body><p>None.</p></body></html>"
)


@pytest.mark.parametrize("media", ["application/xml", "text/html"])
@pytest.mark.parametrize("kind", ["feed", "files", "page"])
@pytest.mark.parametrize(
    ("body", "error", "words"),
    [
        (SITEMAP, "sitemap", "lists pages, not a feed; give one page"),
        (INDEX, "sitemap", "lists other sitemaps, not a feed; give one page"),
        (LIST, "opml", "give one of them, or use `stancewire sources import`"),
    ],
)
def test_a_list_of_addresses_is_no_feed(extractor, fetched, make_source, body, error, words, kind, media):
    name = "list.xml" if kind == "files" else "https://tide.example/list"
    with pytest.raises(ExtractError) as caught:
        extractor.articles(fetched(body, name, media), make_source(kind))
    assert caught.value.kind == error
    assert caught.value.message.startswith(f"{'file:' if kind == 'files' else ''}{name}: ")
    assert words in caught.value.message


@pytest.mark.parametrize(
    ("body", "error", "words"),
    [
        (DRAWING, ("other_xml", "other_xml"), "expected a feed and got an SVG picture; "),
        (TABLE, ("other_xml", "other_xml"), "expected a feed and got other XML (its root is <catalog>); "),
        (XHTML, ("not_a_feed", "page_for_feed"), 'expected a feed and got a page titled "Wells"; '),
    ],
)
def test_other_xml_is_no_feed(extractor, fetched, make_source, body, error, words):
    for name, source, kind, advice in (
        ("https://tide.example/feed", "feed", error[0], "check the address"),
        ("thing.xml", "files", error[1], "save the feed itself"),
    ):
        with pytest.raises(ExtractError) as caught:
            extractor.articles(fetched(body, name, "application/xml"), make_source(source))
        assert caught.value.kind == kind
        assert caught.value.message.startswith(f"{'file:' if source == 'files' else ''}{name}: {words}{advice}")


def test_a_drawing_by_its_own_name_lies_beside_documents(extractor, fetched, make_source):
    with pytest.raises(ExtractError) as caught:
        extractor.articles(fetched(DRAWING, "crane.svg", "application/xml"), make_source())
    assert caught.value.kind == "not_a_feed"  # which a folder leaves out


def test_many_comments_before_nothing_cost_no_time(extractor, fetched, make_source):
    body = XML + "<!-- one -->" * 300 + "words"
    with pytest.raises(ExtractError):
        extractor.articles(fetched(body, "thing.xml", "application/xml"), make_source())
