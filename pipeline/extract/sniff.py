"""What a body is: by what it starts with, then by its media type and name."""

from __future__ import annotations

import re
from typing import Literal

from pipeline.errors import ExtractError
from pipeline.extract.decode import wide_order
from pipeline.records import Fetched

Format = Literal["feed", "jsonfeed", "html", "markdown", "text", "mail", "mbox", "warc"]

_HEAD = 4096
_MAGIC = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP or office"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x7fELF", "program"),
    (b"RIFF", "media"),
    (b"ID3", "audio"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"SQLite format 3", "database"),
)
_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf)\b", re.I)
_ROOT = rb"\A(?><\?[^>]*>|<!--.*?-->|<!doctype[^>\[]*>|\s)*+"
"""What stands before the first element of XML."""
_OPML = re.compile(rb"<opml\b", re.I)
_SITEMAP = re.compile(_ROOT + rb"<(?:[\w.-]+:)?(urlset|sitemapindex)\b", re.I | re.DOTALL)
_HTML = re.compile(rb"<!doctype html|<html\b|<head\b|<body\b", re.I)
_HTML_LINE = re.compile(rb"^[ \t]*<(?:!doctype html|html\b|head\b|body\b)", re.I | re.MULTILINE)
_MAIL = re.compile(rb"\A(?:[!-9;-~]{1,70}:[ \t]?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3,}")
_MAIL_FIELD = re.compile(rb"^(?:from|received|message-id|return-path|delivered-to|mime-version):", re.I | re.MULTILINE)
_MBOX = re.compile(rb"\AFrom \S+.*\r?\n(?:[!-9;-~]{1,70}:)")
_NAMES = {".md": "markdown", ".markdown": "markdown", ".mdx": "markdown", ".eml": "mail", ".mbox": "mbox",
          ".warc": "warc", ".txt": "text", ".html": "html", ".htm": "html", ".xhtml": "html"}  # fmt: skip


def sniff(fetched: Fetched) -> Format:
    """Return the format of a body.

    Raises:
        ExtractError: kind ``empty``, ``binary``, ``opml`` or ``sitemap``.
    """
    body, item = fetched.body, fetched.final_url or fetched.url
    head = body[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head:
        if not body.strip(b"\xef\xbb\xbf \t\r\n"):
            raise ExtractError(f"{item}: the body is empty; check the address or file", item=item, kind="empty")
        head = body.lstrip()[:_HEAD]
    if head.startswith(b"WARC/"):
        return "warc"
    if body.startswith(b"\x1f\x8b"):
        if ".warc" in item.lower() or "warc" in fetched.media_type:
            return "warc"
        raise ExtractError(f"{item}: is compressed (gzip); unpack it first", item=item, kind="binary")
    _refuse_binary(head, item)
    return _by_content(_ascii(head), body) or _by_name(fetched, item)


def _ascii(head: bytes) -> bytes:
    """UTF-16 text shows its ASCII markup once the zero bytes are gone."""
    return head.replace(b"\x00", b"").lstrip(b"\xff\xfe \r\n\t")


def _refuse_binary(head: bytes, item: str) -> None:
    for magic, name in _MAGIC:
        if head.startswith(magic):
            message = f"{item}: is a {name} file; convert it to HTML or text first"
            raise ExtractError(message, item=item, kind="binary")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    controls = sum(byte < 9 or 13 < byte < 27 for byte in head)
    wide = head[0::2].count(0) > len(head) * 0.3 or head[1::2].count(0) > len(head) * 0.3
    marked_up = (wide and _HTML.search(_ascii(head))) or _FEED.search(_ascii(head))
    if controls > len(head) * 0.05 and not marked_up and wide_order(head) is None:
        raise ExtractError(f"{item}: is binary, not text; remove it from the source", item=item, kind="binary")


def _by_content(head: bytes, body: bytes) -> Format | None:
    if _MBOX.match(head):
        return "mbox"
    match = _MAIL.match(head)
    return "mail" if match and _MAIL_FIELD.search(match.group()) else _by_markup(head, body)


def _by_markup(head: bytes, body: bytes) -> Format | None:
    _refuse_list(head)
    markup, feed = _HTML.search(head), _FEED.search(head)
    if head.startswith((b"<", b"\n")) or markup or feed:
        if feed and (not markup or feed.start() < markup.start()):
            return "feed"
        line = _HTML_LINE.search(head[:400])  # servers put warnings in front of pages
        if markup and (head.startswith(b"<") or line):
            return "html"
    if head.startswith(b"{") and b"jsonfeed.org/version" in body[:20_000]:
        return "jsonfeed"
    return None


def _refuse_list(head: bytes) -> None:
    """Refuse what only lists the addresses of feeds or pages."""
    if _OPML.search(head[:1000]):
        message = "the body is an OPML list of feeds, not a feed; give one of them, or use `stancewire sources import`"
        raise ExtractError(message, kind="opml")
    found = _SITEMAP.match(head)
    if found is not None:
        listed = "pages" if found[1].lower() == b"urlset" else "other sitemaps"
        message = f"the body is a sitemap, which lists {listed}, not a feed; give one page, or the feed of the site"
        raise ExtractError(message, kind="sitemap")


def _by_name(fetched: Fetched, item: str) -> Format:
    media, name = fetched.media_type.lower(), item.lower().split("?")[0]
    for suffix, found in _NAMES.items():
        if name.endswith(suffix) or (suffix == ".mbox" and "mbox" in media):
            return found  # type: ignore[return-value]  # the table holds formats
    if "markdown" in media:
        return "markdown"
    if media == "message/rfc822":
        return "mail"
    if "html" in media:
        return "html"
    if any(word in media for word in ("rss", "atom", "rdf", "xml")):
        return "feed"
    return "jsonfeed" if "json" in media else "text"
