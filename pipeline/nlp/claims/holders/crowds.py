"""Sources that are many people, or a document, and no more the name inside their phrase than "users of X" are X."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.nlp.claims.words.forms import forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import Token, fold, tokenize
from pipeline.records import Entity, Span

_GENITIVE = ("ru", "ar")
"""Languages in which what people belong to follows them without a preposition ("пользователи Квиллона")."""
_PARTICLES = re.compile("(?:께서는|[은는이가도])$")
"""What clings to a Korean noun that is a subject or a topic."""
_NUMBER = re.compile(r"(?!1$)(?!(?:19|20)\d\d$)\d+")
"""Digits that count something: not one, and no year."""


@dataclass(frozen=True)
class _Words:
    counts: frozenset[str]
    people: frozenset[str]
    seen: re.Pattern[str] | None
    seen_by: re.Pattern[str] | None


@cache
def _known(code: str) -> _Words:
    data = forms("crowds").get(code, {})
    counts, people = (frozenset(fold(w) for w in data.get(name, "").split()) for name in ("counts", "people"))
    seen, seen_by = (re.compile(data[n], re.IGNORECASE) if n in data else None for n in ("seen", "seen_by"))
    return _Words(counts, people, seen, seen_by)


def without_reader(text: str, source: Span, lexicon: Lexicon) -> Span:
    """Cut off who saw a document: "a leaked memo | seen by The Ledger"."""
    known = _known(lexicon.code)
    found = known.seen.search(text, source.start, source.end) if known.seen else None
    if found is not None and found.start() > source.start:
        return Span(source.start, found.start())
    found = known.seen_by.match(text, source.start, source.end) if known.seen_by else None
    return Span(found.end(), source.end) if found is not None and found.end() < source.end else source


def is_crowd(text: str, source: Span, name: Entity | None, lexicon: Lexicon) -> bool:
    """Tell whether a source is a group that is counted or that belongs to what its phrase names.

    Args:
        text: the text.
        source: the words of the source.
        name: the first name found in it.
        lexicon: its language.
    """
    if lexicon.characters:
        return _ends_in_people(text[source.start : source.end], lexicon)
    words = [t for t in tokenize(text[source.start : source.end], source.start) if t.is_word]
    bare = words[1:] if words and lexicon.has("determiners", words[0].norm) and len(words) > 1 else words
    head = _head(bare, lexicon)
    if not head or (name is not None and name.start <= head[0].start and name.end > head[-1].start):
        return False  # the name heads its phrase
    if _is_counted(words, bare, lexicon):
        return True
    belongs = lexicon.code in _GENITIVE and name is not None and name.type != "person"
    if belongs and is_people(head[0], lexicon):
        return True
    return (name is not None or len(head) < len(bare)) and is_people(head[-1], lexicon)


def _head(words: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the words before the first preposition."""
    joins = (i for i, t in enumerate(words) if i and t.text.islower() and lexicon.has("inside", t.norm))
    return words[: next(joins, len(words))]


def _is_counted(words: list[Token], bare: list[Token], lexicon: Lexicon) -> bool:
    """True for "two thirds of voters", "80 % of users", "a third of them"; not for "the third witness"."""
    counts = _known(lexicon.code).counts
    first = next((w for w in words[:2] if w.norm in counts or _NUMBER.fullmatch(w.text)), None)
    if first is None or not (first == words[0] or first == bare[0]):
        return False
    follows = words[words.index(first) + 1 :]
    return bool(follows) and (first == words[0] or lexicon.has("inside", follows[0].norm))


def is_people(word: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word is a noun of many people ("critics", "residents")."""
    return lexicon.has("groups", word.norm) or word.norm in _known(lexicon.code).people


def people(code: str) -> frozenset[str]:
    """Return the nouns of many people that the lexicon of a language does not have."""
    return _known(code).people


def _ends_in_people(phrase: str, lexicon: Lexicon) -> bool:
    """Tell whether a phrase of a language that does not part its words ends in a noun of many, with more before it."""
    bare = _PARTICLES.sub("", phrase) if lexicon.code == "ko" else phrase
    return any(bare.endswith(w) and len(bare) > len(w) for w in _known(lexicon.code).people)
