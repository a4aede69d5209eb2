"""The sentences of a text as a parser reads them whole, quotations and all, once for everything that asks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.nlp.claims.words.parsers import load
from pipeline.records import Passage, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PLAIN = {ord("’"): "'", ord("‘"): "'", ord("“"): '"', ord("”"): '"'}
"""Marks as the English parser was shown them: it takes a curly apostrophe for one that parts "the mayor’s"."""
LONGEST = 1200
"""Characters of a sentence beyond which a parse is a guess."""


@dataclass(frozen=True, slots=True)
class Parse:
    """One sentence: its language, where it begins in the text, and its tree."""

    code: str
    start: int
    doc: Doc

    def tokens(self, span: Span) -> list[Token]:
        """Return the tokens that share a character with a span of the text."""
        low, high = span.start - self.start, span.end - self.start
        return [t for t in self.doc if t.idx < high and low < t.idx + len(t)]

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of text from one token to another."""
        end = self.doc[last]
        return Span(self.start + self.doc[first].idx, self.start + end.idx + len(end))


class Parses:
    """The parses of a text's sentences, in order."""

    def __init__(self, found: Sequence[Parse]) -> None:
        self.found = sorted(found, key=lambda p: p.start)
        self._starts = [p.start for p in self.found]

    def at(self, span: Span) -> Parse | None:
        """Return the sentence that holds a span whole, if it was parsed."""
        index = bisect_right(self._starts, span.start) - 1
        parse = self.found[index] if index >= 0 else None
        return parse if parse is not None and span.end <= parse.start + len(parse.doc.text) else None


def parse_all(text: str, passages: Sequence[Passage], packages: Mapping[str, str]) -> Parses:
    """Return the parses of all sentences in a language that has a parser (``packages``: language to package)."""
    found: list[Parse] = []
    for code, package in sorted(packages.items()):
        plain = text.translate(PLAIN) if code == "en" else text
        pieces = [
            (plain[p.start : p.end], p.start) for p in passages if p.language == code and p.end - p.start < LONGEST
        ]
        if pieces:
            found += [Parse(code, start, d) for d, start in load(package).pipe(pieces, as_tuples=True, batch_size=64)]
    return Parses(found)
