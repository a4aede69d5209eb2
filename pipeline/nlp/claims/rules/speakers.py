"""Who can be a speaker at all: the last test that every frame of one unit passes.

No speakers: "anyone who" and the like, things ("the curve shows"), words that carry no noun, marks without a letter.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.nlp.claims.frames import Frame, Unit
from pipeline.nlp.claims.rejection.rebuttals import is_generic
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import Token, tokenize

_SPEAKERS = ("roles", "groups", "collectives", "anonymous", "pronouns", "first_person")
_TITLES = ("氏", "さん", "様", "先生")
_LONGEST_NAME = 4
"""Most words of a name in a script without capitals."""
_EMPTY = ("determiners", "skip", "breaks", "starters", "inside", "complementizers", "finite")


def spoken(unit: Unit, frames: list[Frame]) -> list[Frame]:
    """Return the frames whose source can speak; a quotation whose source cannot loses only that."""
    kept: list[Frame] = []
    for frame in frames:
        if is_generic(unit, frame):
            continue
        if frame.source is None or _can_be(unit, frame):
            kept.append(frame)
        elif frame.kind == "direct":
            kept.append(replace(frame, source=None))
    return kept


def _can_be(unit: Unit, frame: Frame) -> bool:
    assert frame.source is not None
    words = [t for t in tokenize(unit.text[frame.source.start : frame.source.end]) if t.is_word]
    if not any(c.isalpha() for t in words for c in t.text):
        return False
    if unit.lexicon.characters:
        return frame.kind == "direct" or frame.rule == "postposition" or not _ends_in_thing(words, unit.lexicon)
    if is_empty(words, unit.lexicon) or _opens_wrongly(words, unit.lexicon):
        return False
    reported = frame.kind == "direct" or frame.rule in ("preposition", "postposition")
    return reported or not is_thing(words, unit.lexicon)


def is_empty(words: list[Token], lexicon: Lexicon) -> bool:
    """True for words that are all articles, particles or auxiliaries."""
    if any(lexicon.has(name, t.norm) for t in words for name in _SPEAKERS):
        return False
    return all(t.text.islower() and any(lexicon.has(name, t.norm) for name in _EMPTY) for t in words)


def _opens_wrongly(words: list[Token], lexicon: Lexicon) -> bool:
    """True where the first word is an auxiliary, a reflexive or the like ("sich bereit")."""
    first = words[0]
    plain = first.text.islower() and first.text.isalpha()
    if len(words) == 1 and plain and not any(lexicon.has(name, first.norm) for name in _SPEAKERS):
        return True
    if any(lexicon.has(name, first.norm) for name in (*_SPEAKERS, "determiners")):
        return False
    return first.text.islower() and lexicon.has("skip", first.norm)


def is_thing(words: list[Token], lexicon: Lexicon) -> bool:
    """True for a noun phrase whose head is a thing ("the price of chips")."""
    if lexicon.characters:
        return _ends_in_thing(words, lexicon)
    head = _head(words, lexicon)
    speaks = any(lexicon.has(name, t.norm) for t in head for name in _SPEAKERS[:4])
    return not speaks and any(lexicon.has("things", t.norm) for t in head)


def can_speak(words: list[Token], lexicon: Lexicon) -> bool:
    """True for a role, a group, a body, a pronoun of persons, or a name in capitals without figures.

    An article before capitals is part of a name ("The Harbor Dispatch"); not so in German, where every noun has one.
    In a script without capitals a few words are taken for a name.
    """
    if any(lexicon.has(name, t.norm) for t in words for name in _SPEAKERS[:4]):
        return True
    if len(words) == 1 and lexicon.genders.get(words[0].norm, "n") != "n":
        return True
    if len(words) == 1 and lexicon.has("things", words[0].norm):
        return False  # "Tests show": its capital is that of the sentence
    article = lexicon.has("determiners", words[0].norm)
    if article and lexicon.code == "de":
        return False
    words = words[1:] if article else words
    if words and all(t.text.lower() == t.text.upper() and t.text[0].isalpha() for t in words):
        return len(words) <= _LONGEST_NAME
    return bool(words) and words[-1].is_capital and all(_is_proper(t) for t in words[:4])


def _is_proper(token: Token) -> bool:
    return token.is_capital and not any(c.isdigit() for c in token.text)


def _head(words: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the words of a noun phrase before its first preposition ("the price | of chips")."""
    for index, token in enumerate(words):
        joins = lexicon.has("inside", token.norm) and not lexicon.has("determiners", token.norm)
        common = index > 0 and words[index - 1].text.islower() and not lexicon.has("determiners", words[index - 1].norm)
        if joins and (common or (index == 1 and lexicon.has("things", words[0].norm))):
            return words[:index]
    return words


def _ends_in_thing(words: list[Token], lexicon: Lexicon) -> bool:
    if not words:
        return False
    last = words[-1].norm
    speaks = any(last.endswith(w) for name in _SPEAKERS[:4] for w in lexicon.words[name])
    return not speaks and any(last.endswith(w) for w in lexicon.words["things"])


def ends_in_person(words: str, lexicon: Lexicon) -> bool:
    """True for words of a language that does not part them which end in a title, a role, a group or a pronoun."""
    return words.endswith(_TITLES) or any(words.endswith(w) for name in _SPEAKERS[:5] for w in lexicon.words[name])


_OBLIQUE = frozenset(
    ["dem", "den", "des", "einem", "einen", "eines", "ihm", "ihn", "ihnen", "denen", "dessen", "keinem", "keinen"]
)
_EITHER = frozenset(["der", "dieser", "ihrer", "seiner"])
_ADJECTIVAL = re.compile(r".*(?:jährigen|[eu]nden|igten|ierten|llten)")
"""Nouns that bend like adjectives: "der Vorsitzenden" is no nominative."""


def is_oblique(words: list[Token], lexicon: Lexicon) -> bool:
    """True for a German noun phrase that cannot be a subject: accusative, dative or genitive by its article."""
    if lexicon.code != "de" or not words:
        return False
    first = words[0].norm
    follows = words[1] if len(words) > 1 else None
    if first in _OBLIQUE:
        return True
    if first == "einer":
        return follows is not None and follows.is_capital
    if follows is None or first not in _EITHER:
        return False
    noun = next((i for i, w in enumerate(words[1:5], 1) if w.is_capital), 1)
    bends = noun > 1 and words[noun - 1].norm.endswith("en")
    return bends or _ADJECTIVAL.fullmatch(words[noun].norm) is not None
