"""Bodies as they came, before anything is understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FetchState:
    """What a server told us last time, so that an unchanged source costs one 304."""

    etag: str | None = None
    last_modified: str | None = None
    body_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed, cleaned of nothing."""

    id: str
    url: str
    title: str
    byline: str | None
    published: datetime | None
    html: str
    """Longest of content and summary."""
    outlet: str | None = None
    """Title of the feed."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A body as it came: from the network, a folder or standard input."""

    source_id: str
    url: str
    """Address asked for, or ``file:`` path relative to the source's folder."""
    final_url: str
    media_type: str
    """From the header or the file name; ``application/octet-stream`` if unknown."""
    charset: str | None
    """From the header only; a guess is the extract room's business."""
    body: bytes
    sha256: str
    fetched: datetime
    """When these bytes were first seen."""
    state: FetchState = FetchState()
    entry: Entry | None = None
    """The feed entry that this page belongs to, when it was fetched for its full text."""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The source answered 304, or the same bytes as last time."""

    source_id: str
    url: str
    state: FetchState
