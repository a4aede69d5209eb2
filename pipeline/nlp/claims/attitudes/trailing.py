"""Where the object of a cue ends: what "including" or a colon goes on with belongs to it, when and why does not.

"Voss endorsed the bridge | as the votes came in" tells when she did so, and "Voss wants a bridge, | but the council
objects" goes on with something else; "Voss listed two faults: the price and the noise" is not over at its colon.
Clauses of saying ("said that P as Q") are left as they are: there the parse cannot tell whose the reason is. English.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.nlp.claims.words.parsed import Parse, Parses
from pipeline.nlp.claims.words.tree import PASSIVE, RELATIVES, SUBJECTS, child
from pipeline.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHEN = frozenset({"as", "after", "since", "while", "though", "although", "whereas"})
"""What opens a clause that tells when something was done, or what stands against it."""
_WHY = frozenset({"because", "until", "before"})
"""The same where the object is no infinitive, whose own reason or end it may be ("hopes to stay until P")."""
_OPENS = frozenset({"that", "whether", "how", "why", "what", "if", "who", "which", "where", "when"})
_INSTANCES = frozenset({"including", "especially", "particularly", "notably", "such"})
"""What joins instances to a phrase behind a comma."""
_KEEPS = frozenset({*RELATIVES, "acl", "ccomp", "pcomp"})
"""Clauses inside an object, to which what follows may belong."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_EDGE = ")\"”’'»"


def trailing(contents: tuple[Span, ...], cue: Span | None, outside: Sequence[Span], parses: Parses) -> tuple[Span, ...]:
    """Return the object of a cue without what the author goes on with, and with what belongs to it behind its end.

    Args:
        contents: what is said; only one span behind its cue in one sentence is looked at.
        cue: the word for it.
        outside: the cue and the source, which belong to no object.
        parses: the sentences of the text.
    """
    parse = parses.at(contents[0]) if len(contents) == 1 else None
    if parse is None or parse.code != "en" or cue is None:
        return contents
    marks, inside = parse.tokens(cue), parse.tokens(contents[0])
    if not marks or len(inside) < 1 or inside[0].i <= marks[-1].i or '"' in parse.doc.text[inside[0].idx :][:1]:
        return contents
    head = next((t for t in reversed(marks) if t.pos_ in ("VERB", "AUX", "NOUN", "ADJ")), marks[-1])
    if not _is_clause(inside, head):
        cut = _cut(inside, head)
        if cut > inside[0].i and cut <= inside[-1].i:
            return (_until(contents[0], parse, inside[0].i, cut - 1),)
    last = _goes_on(parse, inside[-1])
    taken = [t.i for span in outside for t in parse.tokens(span) if inside[-1].i < t.i <= last]
    return contents if taken or last == inside[-1].i else (_until(contents[0], parse, inside[0].i, last),)


def _until(content: Span, parse: Parse, first: int, last: int) -> Span:
    while last > first and parse.doc[last].is_punct and parse.doc[last].text not in _EDGE:
        last -= 1
    open_mark = sum(t.text == '"' for t in parse.doc[first : last + 1]) % 2 == 1
    last += open_mark and last + 1 < len(parse.doc) and parse.doc[last + 1].text == '"'
    return Span(content.start, parse.span(first, last).end)


def _is_clause(inside: Sequence[Token], head: Token) -> bool:
    """Tell whether an object is a clause with its own subject and verb."""
    top = next((t for t in inside if t.head.i == t.i or not inside[0].i <= t.head.i <= inside[-1].i), inside[0])
    own = _has_subject(top) and child(top, SUBJECTS | PASSIVE) in inside
    return own or inside[0].lower_ in _OPENS or any(t.dep_ == "ccomp" and t.head.i == head.i for t in inside)


def _cut(inside: Sequence[Token], head: Token) -> int:
    """Return the first word that no longer belongs to an object, one past its end where all does."""
    infinitive = inside[0].tag_ == "TO"
    for token in inside[1:]:
        verb = token.head
        if token.dep_ == "mark" and token.lower_ in (_WHEN if infinitive else _WHEN | _WHY):
            if verb.dep_ == "advcl" and _has_subject(verb) and not _belongs(verb, inside[0].i, head):
                return max(verb.left_edge.i, inside[0].i)
        elif token.dep_ == "cc" and token.lower_ in ("but", "and"):
            joined = next((c for c in verb.children if c.dep_ == "conj" and c.i > token.i), None)
            if joined is None or not _is_finite(joined) or token.nbor(1).lower_ in _OPENS:
                continue
            other = token.lower_ == "but" or _has_subject(joined)
            if other and (verb.i == head.i or not _is_finite(verb)) and not _belongs(verb, inside[0].i, head):
                return token.i
    return inside[-1].i + 1


def _has_subject(verb: Token) -> bool:
    return child(verb, SUBJECTS | PASSIVE) is not None


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in _FINITE or any(c.dep_.startswith("aux") and c.tag_ in _FINITE for c in verb.children)


def _belongs(verb: Token, first: int, head: Token) -> bool:
    """Tell whether a clause hangs on one that itself stands in the object: "a law that holds while P"."""
    word = verb
    while word.head.i != word.i and word.i != head.i:
        if word.dep_ in _KEEPS and word.i >= first:
            return True
        word = word.head
    return False


def _goes_on(parse: Parse, last: Token) -> int:
    """Return the last word of what belongs to an object behind its end."""
    doc = parse.doc
    behind = doc[last.i + 1 : last.i + 3]
    if len(behind) < 2:
        return last.i
    mark, word = behind
    if mark.text == "," and word.lower_ in _INSTANCES and doc[min(word.i + 1, len(doc) - 1)].dep_ != "mark":
        top = word.head if word.head.i > word.i else word
        return max(last.i, top.right_edge.i) if top.right_edge.i > word.i else last.i
    if mark.text == ":" and word.text not in "\"'`(" and not any(t.is_space and "\n" in t.text for t in doc[last.i :]):
        return len(doc) - 1
    return last.i
