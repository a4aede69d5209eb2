"""All names of a text: known ones, models by their grammar, and unknown ones; the longest wins where they overlap."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.nlp.entities import words
from pipeline.nlp.entities.gazetteer import load_gazetteer
from pipeline.nlp.entities.items import Item, slug
from pipeline.nlp.entities.models import load_models
from pipeline.nlp.entities.patterns import Guess, find_unknown
from pipeline.records import Entity, content_id

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)\]>\"']+|[\w.+-]{1,64}@[\w.-]{1,255}")
"""Web and mail addresses hold no names that the author uses."""
_KNOWN, _STRONG, _WEAK = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with its finer kind."""

    entity: Entity
    subtype: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible entity, and how sure its source is."""

    start: int
    end: int
    rank: int
    what: Item | Guess


def find(text: str, language: str, *, terms: bool = False) -> tuple[Entity, ...]:
    """Find the named things of a text.

    Args:
        text: A sentence, or more; sentence starts inside are recognised.
        language: BCP 47 code; decides endings (German -s) and, in German, that a capital letter means nothing.
        terms: Also find terms of the field that are no names ("machine learning", "gradient descent").

    Returns:
        Entities in order, never overlapping; the longest of overlapping candidates. ``entity_id`` is a Wikidata id or
        ``x:slug`` for a known thing, else a content hash of the name.
    """
    return tuple(named.entity for named in find_fine(text, language, terms=terms))


def find_fine(text: str, language: str, *, terms: bool = False) -> tuple[Named, ...]:
    """The same as :func:`find`, with subtypes such as company, university, city, conference, algorithm."""
    folded = words.fold(_ADDRESS.sub(lambda match: "\0" * len(match.group()), text))
    found = words.tokens(folded)
    primary = language.split("-")[0]
    hits = [*load_gazetteer().find(folded, found, primary, terms), *load_models().find(folded, found)]
    candidates = [Candidate(hit.start, hit.end, _KNOWN, hit.item) for hit in hits]
    for guess in find_unknown(folded, primary):
        candidates.append(Candidate(guess.start, guess.end, _STRONG if guess.strong else _WEAK, guess))
    for start, end in load_gazetteer().find_surnames(found):
        candidates.append(Candidate(start, end, _WEAK, Guess(start, end, "person", "person", strong=False)))
    return tuple(_named(text, candidate) for candidate in _longest(candidates))


def _longest(candidates: list[Candidate]) -> list[Candidate]:
    """Known names and strong guesses compete by length; a weak guess gives way to what is known inside it.

    A person's name is the exception: "Claude Shannon" holds a model's name, and wins unless a person is known inside.
    """
    persons = {i for c in candidates if c.rank == _KNOWN and c.what.type == "person" for i in range(c.start, c.end)}

    def order(c: Candidate) -> tuple[bool, int, int, int]:
        firm = c.rank != _WEAK or (c.what.type == "person" and persons.isdisjoint(range(c.start, c.end)))
        return (not firm, c.start - c.end, c.rank, c.start)

    chosen: list[Candidate] = []
    taken: set[int] = set()
    for candidate in sorted(candidates, key=order):
        if taken.isdisjoint(range(candidate.start, candidate.end)):
            taken.update(range(candidate.start, candidate.end))
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: c.start)


def _named(text: str, candidate: Candidate) -> Named:
    surface, what = text[candidate.start : candidate.end], candidate.what
    key = what.id if isinstance(what, Item) else content_id("e1_", slug(surface))
    return Named(Entity(surface, candidate.start, candidate.end, what.type, key), what.subtype)
