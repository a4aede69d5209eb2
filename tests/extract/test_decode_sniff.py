"""What a body is, and in which encoding."""

from __future__ import annotations

import gzip
import os

import pytest

from pipeline.errors import ExtractError
from pipeline.extract.archive import split_warc
from pipeline.extract.decode import decode
from pipeline.extract.sniff import sniff

FRENCH = "La jetée fut bâtie à l'été; les élus réunis à Portmarée l'ont décidé après débat. " * 4
JAPANESE = "港の評議会は計画を承認した。これは全ての船に適用される。" * 4


@pytest.mark.parametrize(
    ("body", "charset", "expected"),
    [
        (FRENCH.encode(), None, FRENCH),
        (FRENCH.encode(), "iso-8859-1", FRENCH),
        (FRENCH.encode("latin-1"), "iso-8859-1", FRENCH),
        (FRENCH.encode("latin-1"), None, FRENCH),
        (b"\xef\xbb\xbf" + FRENCH.encode(), None, FRENCH),
        (FRENCH.encode("utf-16"), None, FRENCH),
        (FRENCH.encode("utf-16-le"), None, FRENCH),
        (FRENCH.encode("utf-16-be"), None, FRENCH),
        ("“Oui”".encode("cp1252"), "iso-8859-1", "“Oui”"),
        (JAPANESE.encode("iso-2022-jp"), "iso-2022-jp", JAPANESE),
        (FRENCH.encode("latin-1"), "no-such-charset", FRENCH),
    ],
)
def test_encodings(body, charset, expected):
    assert decode(body, charset, "x") == (expected, 0)


def test_declarations_in_the_body_are_read():
    page = '<html><head><meta charset="shift_jis"></head><body>' + JAPANESE
    assert JAPANESE in decode(page.encode("cp932"), None, "x")[0]
    feed = '<?xml version="1.0" encoding="windows-1251"?><rss>Порт закрыт до весны.</rss>'
    assert "Порт закрыт" in decode(feed.encode("cp1251"), None, "x")[0]


def test_a_bad_byte_costs_one_character_and_is_counted():
    text, lost = decode(FRENCH.encode() + b"\xff" + FRENCH.encode(), None, "x")
    assert lost == 1
    assert text.count("jetée") == 8


def test_garbage_is_refused():
    with pytest.raises(ExtractError) as caught:
        decode(b"\xef\xbb\xbf" + os.urandom(2000), None, "note.txt")
    assert caught.value.kind == "encoding"
    assert "note.txt" in caught.value.message


@pytest.mark.parametrize(
    ("body", "name", "media", "expected"),
    [
        ("<?xml version='1.0'?><rss version='2.0'>", "x", "text/html", "feed"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", "x", "text/plain", "feed"),
        ("<?xml version='1.0'?>\n<!-- note --><rdf:RDF>", "x", "application/octet-stream", "feed"),
        ("<!DOCTYPE html><html>", "x", "application/rss+xml", "html"),
        ("\n<html lang='en'>", "x.txt", "text/plain", "html"),
        ('{"version": "https://jsonfeed.org/version/1.1"}', "x", "text/plain", "jsonfeed"),
        ("From: a@b.example\nTo: c@d.example\nSubject: x\n\nText", "x", "text/plain", "mail"),
        ("From a@b.example Mon Jan  1 00:00:00 2024\nFrom: a@b.example\nTo: c@d.example\n\nText", "x", "", "mbox"),
        ("WARC/1.0\r\n", "x", "application/octet-stream", "warc"),
        ("Just words.", "x.md", "text/plain", "markdown"),
        ("Just words.", "x.txt", "text/plain", "text"),
        ("Just words.", "x", "text/markdown", "markdown"),
        ("<p>Half a page", "x", "text/html", "html"),
        ("Title: A\nAuthor: B\nDate: C\n\nText", "x.txt", "text/plain", "text"),
        ("The word <html> appears late in this text. " * 20, "x.txt", "text/plain", "text"),
    ],
)
def test_formats(fetched, body, name, media, expected):
    assert sniff(fetched(body, name, media)) == expected


def test_utf16_pages_are_recognised(fetched):
    assert sniff(fetched("<html><body>The port is open.</body></html>".encode("utf-16"), "x", "text/html")) == "html"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7", "binary"),
        (b"\x89PNG\r\n", "binary"),
        (b"PK\x03\x04rest", "binary"),
        (bytes(range(256)) * 8, "binary"),
        (b"\x1f\x8b\x08rest", "binary"),
        (b"<?xml version='1.0'?><opml version='2.0'>", "opml"),
    ],
)
def test_bodies_that_are_refused(fetched, body, kind):
    with pytest.raises(ExtractError) as caught:
        sniff(fetched(body, "thing", "application/octet-stream"))
    assert caught.value.kind == kind


@pytest.mark.parametrize("coding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_text(fetched, coding):
    assert sniff(fetched(FRENCH.encode(coding), "x.txt", "text/plain")) == "text"


def test_an_archive_that_is_cut_says_so(fetched):
    body = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999\r\n\r\nHTTP/1.1 200 OK"
    with pytest.raises(ExtractError, match="the archive cannot be read") as caught:
        split_warc(fetched(gzip.compress(body)[:50], "x.warc.gz", "application/warc"), 1000)
    assert caught.value.kind == "malformed"
    assert "object" not in caught.value.message
