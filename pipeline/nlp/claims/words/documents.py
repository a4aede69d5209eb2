"""Noun phrases of documents, and of exchanges of views, that say something: "the model card", "user feedback"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from pipeline.nlp.claims.words.forms import forms as read
from pipeline.records import Span


@cache
def forms() -> Mapping[str, Mapping[str, str]]:
    """Return the expressions of documents and of whoever tells what, by kind and language."""
    return read("retold")


def filler(code: str) -> str:
    """Return an expression for the words that may stand before a noun in its phrase."""
    return rf"(?:(?!(?:{forms()['stop'][code]}) )[\w'’.&/+-]+ ){{0,4}}?"


@cache
def _document(code: str) -> re.Pattern[str] | None:
    nouns = forms()["documents"].get(code)
    if nouns is None:
        return None
    return re.compile(rf"(?:{nouns.replace('F', filler(code))})(?!\w)".replace(" ", r"\s+"), re.IGNORECASE)


def document_at(text: str, start: int, end: int, code: str) -> Span | None:
    """Return the document that a clause opens with, in a language that parts its words."""
    pattern = _document(code)
    found = pattern.match(text, start, end) if pattern is not None else None
    return Span(*found.span()) if found is not None else None
