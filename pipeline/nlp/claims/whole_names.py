"""Names that the learned reader cuts, in languages that part their words: half a word, one of two that "and" joins."""

from __future__ import annotations

import re

from pipeline.nlp.claims.lexicon import Lexicon
from pipeline.records import Span

_AND = re.compile(r"(?:^|(?<=\s))(?:and|und|et|y|e|ed|en|и|&)\Z")
_NAME = re.compile(
    r"(?:[^\W\d_a-zß-öø-ÿа-я][\w.’'-]*)(?:\s+(?:(?:de|da|do|di|du|van|von|der|la)\s+)?[^\W\d_a-zß-öø-ÿа-я][\w’'-]*){0,3}"
)
"""A few words in capitals."""


def whole_names(text: str, span: Span, lexicon: Lexicon) -> Span:
    """Return a source in whole words, with the second name where it ends at "and" ("Mara Voss and | Dana Reyes")."""
    start, end = span.start, span.end
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return _with_second(text, Span(start, end)) if lexicon.code != "ar" else Span(start, end)


def _with_second(text: str, span: Span) -> Span:
    words = text[span.start : span.end].rstrip()
    first = words.split()[0] if words else ""
    if not first[:1].isupper() or _AND.search(words) is None:
        return span
    at = span.start + len(words)
    gap = len(text[at : at + 3]) - len(text[at : at + 3].lstrip())
    second = _NAME.match(text, at + gap) if gap else None
    return Span(span.start, second.end()) if second is not None else span
