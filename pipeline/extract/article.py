"""A draft to an article: text and spans, title, names, date, address."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from pipeline.extract.blocks import Draft
from pipeline.extract.clean import squeeze
from pipeline.extract.compose import compose
from pipeline.extract.credits import mark_credits
from pipeline.extract.dates import plausible
from pipeline.extract.furniture import mark
from pipeline.extract.settings import ExtractSettings
from pipeline.extract.urls import absolute, choose, host
from pipeline.records import Article, ArticleKind, Dropped, Entry, Fetched, Source, content_id


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a draft comes from: the body, the source, and the feed entry if it has one."""

    fetched: Fetched
    source: Source
    entry: Entry | None = None


def build(draft: Draft, origin: Origin, settings: ExtractSettings) -> Article | Dropped:
    """Return the article, or why it is left out."""
    fetched, source, entry = origin.fetched, origin.source, origin.entry
    url = _address(draft, origin)
    title = draft.title or (entry.title if entry else "")
    named = replace(draft, title=title)
    blocks = mark_credits(mark(draft.blocks), named, (source.outlet, entry.byline if entry else None))
    composed = compose(blocks, lambda href: absolute(url, href))
    if composed.readable < settings.min_width:
        return Dropped("too_short" if composed.text else "no_text", url or title)
    body_id = url if url.startswith(("http://", "https://")) else _digest(fetched, composed.text)
    return Article(
        id=content_id("a1_", source.id, body_id, composed.text),
        source_id=source.id,
        url=url,
        title=squeeze(title).strip() or _first_heading(draft),
        byline=draft.byline or (entry.byline if entry else None),
        outlet=_outlet(draft, source, url),
        published=plausible(draft.published, fetched.fetched)
        or (plausible(entry.published, fetched.fetched) if entry else None),
        fetched=fetched.fetched,
        kind=_kind(draft, source),
        text=composed.text,
        sections=composed.sections,
        asides=composed.asides,
        blockquotes=composed.blockquotes,
        links=composed.links,
        raw_sha256=fetched.sha256,
        language_hint=source.language or draft.language,
    )


def _address(draft: Draft, origin: Origin) -> str:
    """The entry's own address, else the page's, else the canonical one that the document gives."""
    entry = origin.entry
    base = origin.fetched.final_url or origin.fetched.url
    if entry is not None and entry.url:
        return choose(absolute(base, entry.url) or entry.url, draft.url)
    if entry is not None:
        return base
    return choose(base, draft.url)


def _digest(fetched: Fetched, text: str) -> str:
    """Identity of an item without address: its body's hash, given or computed."""
    return fetched.sha256 or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _first_heading(draft: Draft) -> str:
    for block in draft.blocks[:5]:
        if block.kind == "heading":
            return block.text
    return ""


def _outlet(draft: Draft, source: Source, url: str) -> str:
    """Configured sources know their outlet; of files, the document itself may."""
    if source.kind == "files" and draft.outlet:
        return draft.outlet
    return source.outlet or draft.outlet or host(url) or _file_name(url) or source.id


def _file_name(url: str) -> str:
    """Return what a file is called when nothing better is known of it."""
    return PurePosixPath(url.removeprefix("file:")).stem if url.startswith("file:") else ""


def _kind(draft: Draft, source: Source) -> ArticleKind:
    if draft.kind == "email":
        return "email"
    if source.newsletter or draft.newsletter:
        return "newsletter"
    return draft.kind
