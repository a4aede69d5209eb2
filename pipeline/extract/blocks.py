"""Blocks: what every format is turned into before it becomes an article's text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

BlockKind = Literal["heading", "para", "item", "row", "code", "caption", "rule"]

LINE = "\u2028"
"""A line break that the author asked for (``<br>``), as opposed to white space in the source."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words with one look: a piece of inline markup."""

    text: str
    bold: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-sized unit of clean text.

    ``links`` are (start, end, address as written) into ``text``; ``bold`` is the length of the bold beginning;
    ``level`` is that of a heading (1..6, 7 for a bold line that acts as one); ``quoted`` is how deep
    the block lies in someone else's words, 0 for the author's own;
    ``aside`` is the reason why the block holds no claims, or None.
    """

    kind: BlockKind
    text: str
    links: tuple[tuple[int, int, str], ...] = ()
    bold: int = 0
    level: int = 0
    quoted: int = 0
    aside: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as one format's reader saw it, before it becomes an :class:`~pipeline.records.Article`."""

    blocks: tuple[Block, ...]
    title: str = ""
    byline: str | None = None
    outlet: str | None = None
    published: datetime | None = None
    url: str | None = None
    language: str | None = None
    newsletter: bool = False
    kind: Literal["article", "email", "file"] = "article"
