"""The extract room: bodies to articles with clean text.

In: a :class:`~pipeline.records.Fetched` body (RSS, Atom, JSON Feed, HTML, Markdown, plain text, e-mail, mailbox, web
archive; told apart by what it starts with, then by media type and name) and its :class:`~pipeline.records.Source`.

Out: an :class:`Extraction`: articles, what was left out on purpose, and what failed, one outcome per item.

Raises: :class:`~pipeline.errors.ExtractError` where the body as a whole is bad.

Invariants: ``Article.text`` is NFC, its paragraphs are separated by one blank line and hold no line break, no markup
and no invisible characters; every span lies inside it; the same body gives the same articles, in the body's order
(feeds: newest first). Nothing is parsed in the caller's process: a hostile item costs that item and no more.

How to add a format: name it in ``sniff.py``, write a reader that returns a :class:`~pipeline.extract.blocks.Draft`,
and list it in ``work.py``. How to add a language of page furniture: one file in ``data/furniture``.
"""

from __future__ import annotations

from functools import lru_cache

from pipeline.extract.extractor import Extractor
from pipeline.extract.settings import Extraction, ExtractSettings

__all__ = ["ExtractSettings", "Extraction", "Extractor", "predict_main_text"]


@lru_cache(maxsize=1)
def _shared() -> Extractor:
    return Extractor(ExtractSettings())


def predict_main_text(html: bytes, url: str) -> str:
    """Return the main text of a page, by the code that articles go through; empty if the page has none.

    Raises:
        ExtractError: the page cannot be read, or is a bot check.
    """
    return _shared().main_text(html, url)
