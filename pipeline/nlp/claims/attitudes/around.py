"""What is said around its cue: "| The museum, | Voss said, | holds the letters |". English.

A cue with its source between two marks parts nothing that the parse ties together: where a word on one side hangs on
one on the other, the clause that both belong to is what is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.nlp.claims.words.parsed import Parse, Parses
from pipeline.nlp.claims.words.tree import RELATIVES
from pipeline.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 8
"""Words between the two marks that are neither the cue nor the source: "told reporters on Monday"."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_LOOSE = frozenset({"conj", "cc", "appos", "dep", "parataxis", *RELATIVES})
"""Ties between clauses that may stand alone."""
_JOINS = frozenset({"but", "and", "yet", "so"})
_QUOTES = frozenset("\"'") | {"''", "``", "“", "”"}


def around(contents: tuple[Span, ...], cue: Span | None, source: Span | None, parses: Parses) -> tuple[Span, ...]:
    """Return both parts of a clause that a cue and its source are inserted into, else the contents as they are.

    Args:
        contents: what is said, as far as it is known.
        cue: the word of saying.
        source: who says it, right beside the cue.
        parses: the sentences of the text.
    """
    parse = parses.at(cue) if cue is not None else None
    if parse is None or parse.code != "en" or cue is None or source is None:
        return contents
    marks = [t.i for t in (*parse.tokens(cue), *parse.tokens(source))]
    verbs = [t for t in parse.tokens(cue) if t.tag_ in _FINITE]
    if not verbs or not parse.tokens(source):
        return contents
    first, last = min(marks), max(marks)
    end = next((t.i for t in parse.doc[last + 1 :] if t.text == ","), 0)
    if first < 2 or parse.doc[first - 1].text != "," or not last < end <= last + _LONGEST:
        return contents
    inside = parse.span(first, end)
    if any(t.pos_ in ("VERB", "AUX") for t in parse.doc[last + 1 : end]):
        return contents
    if any(inside.start <= c.start < inside.end for c in contents):
        return contents  # "they say P, the scales say 741, and Q"
    inserted = set(range(first, end))
    top = next((t for t in parse.doc if t.i not in inserted and _crosses(t, first, end, inserted)), None)
    if top is None or any(t.text in _QUOTES for t in parse.doc):
        return contents
    under = [t.i for t in top.subtree if t.i not in inserted and not t.is_punct]
    left, right = [i for i in under if i < first], [i for i in under if i > end]
    while left and parse.doc[left[0]].lower_ in _JOINS:
        left.pop(0)
    if not left or not right:
        return contents
    return _span(parse, left), _span(parse, right)


def _crosses(top: Token, first: int, end: int, inserted: set[int]) -> bool:
    """Tell whether a word governs one on the other side of the insertion."""
    ties = (c for c in top.children if not c.is_punct and c.dep_ not in _LOOSE)
    children = [c.i for c in ties if c.i not in inserted]
    return any(i > end if top.i < first else i < first for i in children)


def _span(parse: Parse, tokens: list[int]) -> Span:
    return parse.span(tokens[0], tokens[-1])
