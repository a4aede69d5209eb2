"""RSS, Atom and JSON Feed to entries. The only file that touches feedparser."""

from __future__ import annotations

import calendar
import html
import io
import json
import re
from datetime import UTC, datetime
from typing import Any
from xml.sax import SAXException

from pipeline.errors import ExtractError
from pipeline.extract.clean import squeeze
from pipeline.extract.dates import parse_date
from pipeline.extract.decode import decode
from pipeline.extract.page import feed_link, page_title
from pipeline.extract.sniff import Format
from pipeline.records import Entry, Fetched

_TAG = re.compile(r"<[^>]{1,500}>")
_ROOT = re.compile(r"\A(?><\?[^>]*>|<!--.*?-->|<!doctype[^>\[]*>|\s|\ufeff)*+<(?:[\w.-]+:)?([\w.-]+)", re.I | re.DOTALL)


def read_entries(fetched: Fetched, form: Format) -> tuple[Entry, ...]:
    """Return the entries of a feed in its own order.

    Raises:
        ExtractError: kind ``not_a_feed``, ``other_xml`` or ``malformed``.
    """
    if form == "jsonfeed":
        return _json_entries(fetched)
    if form != "feed":
        raise not_a_feed(fetched)
    return _xml_entries(fetched)


def not_a_feed(fetched: Fetched, kind: str = "not_a_feed") -> ExtractError:
    """Return the error for a body that is no feed, with what it is and where the feed may be."""
    item = fetched.final_url or fetched.url
    text, _ = decode(fetched.body[:400_000], fetched.charset, item)
    root = _ROOT.match(text)
    if kind == "not_a_feed" and root is not None and root[1].lower() != "html":
        return _other_xml(item, root[1])
    title, link = page_title(text), feed_link(text)
    message = f"{item}: expected a feed and got a page" + (f' titled "{title}"' if title else "")
    advice = "check the address, or set kind: page"
    if item.startswith("file:"):
        advice = "save the feed itself, or name the file .html to have it read as a page"
    message += f"; it announces the feed {link}" if link else f"; {advice}"
    return ExtractError(message, item=item, kind=kind, retryable=True)


def _other_xml(item: str, root: str) -> ExtractError:
    """Return the error for XML that holds something else: a picture, a table, the answer of a service."""
    what = "an SVG picture" if root.lower() == "svg" else f"other XML (its root is <{root[:60]}>)"
    advice = "save the feed itself, or take the file away" if item.startswith("file:") else "check the address"
    # a drawing by its own name lies beside documents as photographs do
    kind = "not_a_feed" if item.lower().endswith(".svg") else "other_xml"
    return ExtractError(f"{item}: expected a feed and got {what}; {advice}", item=item, kind=kind, retryable=True)


def _malformed(fetched: Fetched, reason: object) -> ExtractError:
    """Return the error for XML that is broken before it says anything that can be read."""
    item = fetched.final_url or fetched.url
    told = squeeze(str(reason))[:200]
    advice = "tell its publisher, or save it again" if item.startswith("file:") else "tell its publisher"
    message = f"{item}: the feed is malformed and holds no readable entry ({told}); {advice}"
    return ExtractError(message, item=item, kind="malformed", retryable=True)


def _xml_entries(fetched: Fetched) -> tuple[Entry, ...]:
    import feedparser

    charset = f"; charset={fetched.charset}" if fetched.charset else ""
    media = fetched.media_type if "xml" in fetched.media_type else "application/xml"
    headers = {"content-type": media + charset, "content-location": fetched.final_url}
    # a file object, never the bytes: feedparser would take a short body for an address or a path and open it
    parsed = feedparser.parse(
        io.BytesIO(fetched.body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    reason, broken = parsed.get("bozo_exception"), bool(parsed.bozo)
    if not parsed.version and not parsed.entries and not isinstance(reason, SAXException):
        raise not_a_feed(fetched)
    if broken and not any(_says_something(entry) for entry in parsed.entries):
        raise _malformed(fetched, reason or "no entries")
    outlet, author = _plain(str(parsed.feed.get("title") or "")) or None, _byline(parsed.feed)
    return tuple(_entry(entry, outlet, author) for entry in parsed.entries)


def _says_something(entry: Any) -> bool:  # noqa: ANN401 -- feedparser is untyped
    """Tell whether an entry has words or a page: what a broken feed still gives may be no more than a title."""
    return bool(entry.get("content") or entry.get("summary") or entry.get("link"))


def _entry(entry: Any, outlet: str | None, author: str | None) -> Entry:  # noqa: ANN401 -- feedparser is untyped
    bodies = [_as_html(part) for part in entry.get("content") or ()]
    if entry.get("summary"):
        bodies.append(_as_html(entry.get("summary_detail") or {"value": entry["summary"]}))
    url = str(entry.get("link") or "")
    return Entry(
        id=str(entry.get("id") or url or entry.get("title") or ""),
        url=url,
        title=_plain(str(entry.get("title") or "")),
        byline=_byline(entry) or author,
        published=_when(entry),
        html=max(bodies, key=len, default=""),
        outlet=outlet,
    )


def _as_html(part: Any) -> str:  # noqa: ANN401 -- as above
    value = str(part.get("value") or "")
    if part.get("type") == "text/plain" and not _TAG.search(value):
        return "<br>".join(html.escape(html.unescape(line)) for line in value.split("\n"))
    return value


def _plain(title: str) -> str:
    """Titles arrive as text, as HTML, or as HTML escaped once more."""
    return squeeze(html.unescape(_TAG.sub("", html.unescape(title)))).strip()


def _byline(entry: Any) -> str | None:  # noqa: ANN401 -- as above
    detail = entry.get("author_detail") or {}
    name = squeeze(str(detail.get("name") or entry.get("author") or "")).strip()
    return name or None


def _when(entry: Any) -> datetime | None:  # noqa: ANN401 -- as above
    for key in ("published_parsed", "updated_parsed", "created_parsed"):
        moment = entry.get(key)
        if moment:
            try:
                return datetime.fromtimestamp(calendar.timegm(moment), UTC)
            except (ValueError, OverflowError, OSError):
                continue
    return parse_date(entry.get("published") or entry.get("updated"))


def _json_entries(fetched: Fetched) -> tuple[Entry, ...]:
    item = fetched.final_url or fetched.url
    text, _ = decode(fetched.body, fetched.charset, item)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        message = f"{item}: the JSON feed is malformed ({error}); tell its publisher"
        raise ExtractError(message, item=item, kind="malformed", retryable=True) from error
    items = data.get("items") if isinstance(data, dict) else None
    if not isinstance(items, list):
        raise not_a_feed(fetched)
    outlet = _plain(str(data.get("title") or "")) or None
    return tuple(_json_entry(row, outlet) for row in items if isinstance(row, dict))


def _json_entry(row: dict[str, Any], outlet: str | None) -> Entry:
    authors = row.get("authors") or ([row["author"]] if isinstance(row.get("author"), dict) else [])
    names = [str(author["name"]) for author in authors if isinstance(author, dict) and author.get("name")]
    plain = "<br>".join(html.escape(line) for line in str(row.get("content_text") or "").split("\n"))
    bodies = (str(row.get("content_html") or ""), plain, html.escape(str(row.get("summary") or "")))
    url = str(row.get("url") or row.get("external_url") or "")
    return Entry(
        id=str(row.get("id") or url),
        url=url,
        title=_plain(str(row.get("title") or "")),
        byline=", ".join(names) or None,
        published=parse_date(row.get("date_published")) or parse_date(row.get("date_modified")),
        html=max(bodies, key=len),
        outlet=outlet,
    )
