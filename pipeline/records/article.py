"""Readable texts, and places in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

ArticleKind = Literal["newsletter", "article", "email", "file"]


@dataclass(frozen=True, slots=True)
class Language:
    """BCP 47 code (``und`` = cannot tell) and a confidence in 0..1."""

    code: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open code-point range ``[start, end)`` into an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of an article's text, with the words it covers."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """Words of the text that carried a link, and where it led (absolute)."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of an article, such as one story of a newsletter issue."""

    start: int
    end: int
    title: str


@dataclass(frozen=True, slots=True)
class Article:
    """One readable text. Paragraphs are separated by a blank line, and hold no line break unless it means one."""

    id: str
    """``content_id("a1_", source_id, url or sha256, text)``."""
    source_id: str
    url: str
    title: str
    byline: str | None
    outlet: str
    published: datetime | None
    fetched: datetime
    kind: ArticleKind
    text: str
    sections: tuple[Section, ...]
    asides: tuple[Span, ...]
    """Parts that are kept in the text but hold no claims: headings, sponsor blocks, read-more lists, sign-off, code."""
    blockquotes: tuple[Span, ...]
    """Block quotations and forwarded mail: someone else's words."""
    links: tuple[Link, ...]
    raw_sha256: str
    language_hint: str | None = None
    """What the page, mail or configuration says of its language."""
