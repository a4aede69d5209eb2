"""What items are called in messages, and how big they are."""

from __future__ import annotations

from pipeline.records import Dropped, Entry, Fetched

Item = Entry | bytes | Fetched | Dropped
"""Something to read: a feed entry, a message, a page or file; or what was left out already."""


def item_name(number: int, item: Item, fetched: Fetched) -> str:
    """Return what an item is called in messages."""
    place = fetched.final_url or fetched.url
    if isinstance(item, Entry):
        return item.url or item.id or f"{place} entry {number + 1}"
    if isinstance(item, Fetched):
        return item.final_url or item.url
    return f"{place} message {number + 1}" if isinstance(item, bytes) else place


def size(item: Item) -> int:
    """Return the bytes (or characters) that an item holds."""
    if isinstance(item, Entry):
        return len(item.html)
    return len(item) if isinstance(item, bytes) else len(getattr(item, "body", b""))
