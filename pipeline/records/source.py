"""What is configured: where to read, and what to ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SourceKind = Literal["feed", "page", "files"]


LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl", "zh", "ja", "ko", "ru", "ar")
"""Languages that claims are read in (BCP 47 primary subtags)."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read, as configured. ``url`` is an http(s) address, or a path for kind ``files``."""

    id: str
    kind: SourceKind
    url: str
    outlet: str
    language: str | None = None
    newsletter: bool = False
    """Issues are cut into their items."""
    full_text: bool = False
    """The feed holds teasers only: fetch each entry's page."""
    checked: str | None = None
    """ISO day on which the live address was last seen to work; None = never checked."""
    max_items: int = 50
    """Newest entries that are read per run."""


@dataclass(frozen=True, slots=True)
class Question:
    """A debatable question, with optional statements that stand for its two sides."""

    id: str
    text: str
    yes: tuple[str, ...] = ()
    """Statements that answer yes."""
    no: tuple[str, ...] = ()
    """Statements that answer no."""
    topic: tuple[str, ...] = ()
    """Sentences or terms that show what the question is about."""
