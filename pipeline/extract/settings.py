"""The settings of the extract room and the record that it returns."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records import Article, Dropped, Failure


@dataclass(frozen=True, slots=True)
class ExtractSettings:
    """Limits. All of them hold for one item (a page, a message, a batch of feed entries)."""

    time_limit: float = 20.0
    """Seconds of processor time that the guarded child may spend; six times as much by the clock."""
    memory_limit: int = 3 * 1024**3
    """Bytes of address space of the guarded child; 0 sets no limit."""
    max_bytes: int = 20_000_000
    """Larger bodies are refused unread."""
    max_item_bytes: int = 5_000_000
    """Larger entries, messages or archived pages inside a body are refused."""
    min_width: int = 60
    """Least readable text, in columns (a CJK character is two wide), asides left out."""
    batch: int = 40
    """Items per call to the child."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What became of one body: every item in it is in exactly one of the three, in the order of the body."""

    articles: tuple[Article, ...]
    dropped: tuple[Dropped, ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def replaced(self) -> int:
        """Number of characters in the articles that could not be decoded, and stand as U+FFFD."""
        return sum(article.text.count("\ufffd") for article in self.articles)
