"""What runs inside the guarded child: splitting a body into items, and reading one item."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.errors import ExtractError
from pipeline.extract.archive import split_warc
from pipeline.extract.article import Origin, build
from pipeline.extract.blocks import Draft
from pipeline.extract.bylines import head_byline
from pipeline.extract.clean import squeeze
from pipeline.extract.compose import compose
from pipeline.extract.dates import parse_date
from pipeline.extract.decode import decode
from pipeline.extract.feed import not_a_feed, read_entries
from pipeline.extract.frontmatter import split_front_matter
from pipeline.extract.furniture import mark
from pipeline.extract.mail import mail_draft, split_mbox
from pipeline.extract.markdown import looks_like_markdown, markdown_blocks
from pipeline.extract.names import Item, item_name, size
from pipeline.extract.page import fragment_draft, page_draft
from pipeline.extract.plain import plain_blocks, plain_title
from pipeline.extract.settings import ExtractSettings
from pipeline.extract.sniff import Format, sniff
from pipeline.records import Article, Dropped, Entry, Failure, Fetched, Source

Outcome = Article | Dropped | Failure


def split(fetched: Fetched, form: Format, settings: ExtractSettings) -> tuple[Item, ...]:
    """Return the items of a body that holds several: feed entries, messages, archived pages."""
    if form in ("feed", "jsonfeed"):
        return read_entries(fetched, form)
    if form == "mbox":
        return split_mbox(fetched.body)
    return split_warc(fetched, settings.max_item_bytes)


def refuse(fetched: Fetched, _form: str, _settings: ExtractSettings) -> None:
    """Raise the error for a body that should have been a feed, with what it is.

    A file whose name says feed holds a page: that is a failure of its own, not data that lie beside documents.
    """
    raise not_a_feed(fetched, "page_for_feed" if fetched.url.startswith("file:") else "not_a_feed")


def read(
    items: Sequence[tuple[int, Item]], fetched: Fetched, form: Format, source: Source, settings: ExtractSettings
) -> tuple[Outcome, ...]:
    """Read items, one outcome each. ``fetched`` is the body that they came from (its bytes may be left out)."""
    return tuple(_one(number, item, fetched, form, source, settings) for number, item in items)


def _one(number: int, item: Item, fetched: Fetched, form: Format, source: Source, settings: ExtractSettings) -> Outcome:
    if isinstance(item, Dropped):
        return item
    name = item_name(number, item, fetched)
    try:
        if size(item) > settings.max_item_bytes and form not in ("html", "text", "markdown", "mail"):
            message = f"{name}: holds {size(item)} bytes, more than the {settings.max_item_bytes} that are read"
            return Failure("extract", name, "too_large", message)
        if isinstance(item, Entry):
            return build(_entry_draft(item), Origin(fetched, source, item), settings)
        if isinstance(item, bytes):
            return build(mail_draft(item, name), Origin(fetched, source), settings)
        inner = sniff(item) if form == "warc" else form
        return build(_draft(item, inner, name), Origin(item, source, item.entry), settings)
    except ExtractError as error:
        return Failure("extract", error.item or name, error.kind, error.message, error.retryable)


def _entry_draft(entry: Entry) -> Draft:
    draft = fragment_draft(entry.html)
    return replace(draft, title=entry.title, byline=entry.byline, published=entry.published, outlet=entry.outlet)


def _draft(fetched: Fetched, form: Format, name: str) -> Draft:
    readers: dict[str, Callable[[Fetched, str], Draft]] = {
        "html": lambda body, _: page_draft(body),
        "mail": lambda body, item: mail_draft(body.body, item),
        "markdown": lambda body, item: _markdown(decode(body.body, body.charset, item)[0]),
        "text": lambda body, item: _text(decode(body.body, body.charset, item)[0]),
    }
    reader = readers.get(form)
    if reader is None:
        raise ExtractError(f"{name}: a {form} cannot stand inside an archive", item=name, kind="unsupported")
    return reader(fetched, name)


def _markdown(text: str) -> Draft:
    front = split_front_matter(text)
    head, blocks = head_byline(markdown_blocks(front.body))
    title = front.text("title") or next((b.text for b in blocks if b.kind == "heading" and b.level == 1), "")
    return Draft(
        blocks=blocks,
        title=squeeze(title),
        byline=front.text("author") or head.names,
        outlet=front.text("outlet") or head.outlet,
        published=parse_date(front.raw("date")) or head.day,
        url=front.text("url"),
        language=front.text("language"),
        newsletter=front.mentions("newsletter"),
        kind="file",
    )


def _text(text: str) -> Draft:
    """Read a text file; many are Markdown by another name."""
    if split_front_matter(text).fields or looks_like_markdown(text):
        return _markdown(text)
    blocks = plain_blocks(text)
    title = squeeze(plain_title(text))
    if title and blocks and blocks[0].text == title:
        blocks = (replace(blocks[0], kind="heading", level=1), *blocks[1:])
    head, blocks = head_byline(blocks)
    return Draft(blocks, title=title, byline=head.names, outlet=head.outlet, published=head.day, kind="file")


def main_text(html: bytes, url: str, fetched: Fetched) -> str:
    """Return a page's text as an article would hold it."""
    draft = page_draft(replace(fetched, body=html, url=url, final_url=url))
    return compose(mark(draft.blocks), lambda _: None).text


OPERATIONS: dict[str, Callable[..., object]] = {"split": split, "refuse": refuse, "read": read, "main_text": main_text}
