"""HTML pages: main text and metadata. The only file that touches trafilatura and resiliparse."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from pipeline.errors import ExtractError
from pipeline.extract.blocks import Block, Draft
from pipeline.extract.clean import squeeze, width
from pipeline.extract.dates import parse_date, plausible
from pipeline.extract.decode import decode
from pipeline.extract.dom import Walker, html_blocks, parse_html
from pipeline.extract.plain import plain_blocks
from pipeline.records import Fetched

if TYPE_CHECKING:
    from datetime import datetime

    from trafilatura.settings import Document

_PUBLISHED = (
    re.compile(r"<meta\b[^>]{0,200}(?:article:published_time|datePublished|dc\.date|pubdate|parsely-pub-date)"
               r"[^>]{0,100}?content\s*=\s*[\"']([^\"']{8,40})", re.I),
    re.compile(r"<meta\b[^>]{0,100}content\s*=\s*[\"']([^\"']{8,40})[\"'][^>]{0,100}article:published_time", re.I),
    re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{8,40})\""),
)  # fmt: skip
_LANG = re.compile(r"<html\b[^>]{0,400}?\b(?:xml:)?lang\s*=\s*[\"']?([A-Za-z]{2,3}(?:[-_]\w+)?)", re.I)
_WALL = re.compile(
    r"enable javascript and cookies|verify (?:that )?you are (?:a )?human|checking (?:if the site|your browser)"
    r"|just a moment\.\.\.|access denied|attention required|are you a robot|unusual traffic|ddos protection by"
    r"|captcha|request blocked|pardon our interruption|cf-error",
    re.I,
)
_WALL_WIDTH = 900
"""A page with more text than this is not a bot wall, whatever it says."""
_THIN = 200


def page_draft(fetched: Fetched) -> Draft:
    """Read a page.

    Raises:
        ExtractError: kind ``bot_wall`` where the page only asks the reader to prove to be human.
    """
    item = fetched.final_url or fetched.url
    text, _ = decode(fetched.body, fetched.charset, item)
    document = _document(text, item)
    blocks = _main_blocks(text, document)
    _refuse_wall(text, blocks, item)
    language = _LANG.search(text[:5000])
    return Draft(
        blocks=blocks,
        title=squeeze(document.title or "") if document is not None else "",
        byline=squeeze(document.author) if document is not None and document.author else None,
        outlet=squeeze(document.sitename) if document is not None and document.sitename else None,
        published=_published(text, document, fetched.fetched),
        url=document.url if document is not None else None,
        language=language[1].replace("_", "-") if language else None,
    )


def _document(text: str, url: str) -> Document | None:
    from trafilatura import bare_extraction

    address = url if url.startswith(("http://", "https://")) else None
    found = bare_extraction(
        text,
        url=address,
        favor_precision=True,
        include_comments=False,
        include_links=True,
        include_formatting=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    return None if isinstance(found, dict) else found


def _main_blocks(text: str, document: Document | None) -> tuple[Block, ...]:
    """Main text by trafilatura; by resiliparse where that finds next to nothing."""
    blocks: tuple[Block, ...] = ()
    if document is not None and document.body is not None:
        blocks = Walker().walk(document.body)
    found = sum(width(block.text) for block in blocks)
    if found >= _THIN:
        return blocks
    other = _fallback(text)
    return other if sum(width(block.text) for block in other) > 2 * found else blocks


def _fallback(text: str, *, main: bool = True) -> tuple[Block, ...]:
    """Read with another parser. Finding the ``main`` part takes time quadratic in the depth; reading all does not."""
    from resiliparse.extract.html2text import extract_plain_text

    plain = extract_plain_text(text, main_content=main, alt_texts=False, links=False, noscript=False)
    return plain_blocks(plain)


def _refuse_wall(text: str, blocks: tuple[Block, ...], item: str) -> None:
    if sum(width(block.text) for block in blocks) > _WALL_WIDTH:
        return
    shown = " ".join(block.text for block in blocks) + " " + page_title(text)
    match = _WALL.search(shown)
    if match:
        message = f'{item}: the server sent a bot check ("{match.group()}") instead of the page; open it in a browser'
        raise ExtractError(message, item=item, kind="bot_wall", retryable=True)


def page_title(text: str) -> str:
    """Return what stands in ``<title>``, or an empty string."""
    match = re.search(r"<title\b[^>]*>(.{0,300}?)</title", text, re.I | re.DOTALL)
    return squeeze(match[1]).strip() if match else ""


def _published(text: str, document: Document | None, fetched: datetime) -> datetime | None:
    """Declared date with its time if there is one, else the day that htmldate finds in the markup (not in prose)."""
    for pattern in _PUBLISHED:
        match = pattern.search(text)
        date = plausible(parse_date(match[1]), fetched) if match else None
        if date is not None:
            return date
    day = plausible(parse_date(document.date), fetched) if document is not None and document.date else None
    # without a declaration a "today" is more often the clock in the page's header than its date
    return None if day is not None and fetched - day < timedelta(days=1) else day


def feed_link(text: str) -> str | None:
    """Return the address of the feed that a page announces, for the message about a page where a feed should be."""
    root = parse_html(text[:200_000])
    if root is None:
        return None
    for link in root.iter("link"):
        if "alternate" in (link.get("rel") or "") and re.search(r"rss|atom|feed\+json", link.get("type") or ""):
            return link.get("href")
    return None


def fragment_draft(html: str) -> Draft:
    """Read HTML that is an article already, such as a feed entry: nothing is guessed away."""
    blocks = html_blocks(html)
    return Draft(
        blocks if blocks or not html.strip() else _fallback(html, main=False)
    )  # the parser gives up on extreme depth
