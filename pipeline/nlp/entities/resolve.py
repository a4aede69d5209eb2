"""Joining the mentions of one article: a surname with its only bearer, an acronym with the name it stands for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.nlp.entities import words
from pipeline.nlp.entities.items import cue_words
from pipeline.nlp.entities.words import Token
from pipeline.records import Entity

_PARTS = re.compile(r"[ ·・‧]+")
_ACRONYM = re.compile(r"[^\W\d_a-zа-я]{2,8}s?")


def resolve(entities: Iterable[Entity], text: str, language: str) -> tuple[Entity, ...]:
    """Give mentions of the same person or thing the same id.

    A bare surname takes the id of the person whose full name stands in the article, if there is exactly one such
    person; surnames that were not recognised before are added. "Name (ACR)" joins the two. Nothing is joined by guess.

    Args:
        entities: All entities of the article, with offsets into ``text``.
        text: The article's text.
        language: Its main language.

    Returns:
        The entities, in order, with added mentions and joined ids.
    """
    found = sorted(entities, key=lambda e: (e.start, e.end))
    bearers = _bearers(found)
    joined = [_join(entity, bearers) for entity in found]
    joined += _unseen(joined, bearers, text)
    joined.sort(key=lambda e: (e.start, e.end))
    return _join_acronyms(joined, text)


def _surname(name: str) -> str | None:
    parts = [part for part in _PARTS.split(name.strip()) if part]
    return _form(parts[-1]) if len(parts) > 1 else None


def _form(word: str) -> str:
    return words.stem(words.lower_same_length(words.fold(word)).strip(".'"))


def _bearers(entities: Sequence[Entity]) -> dict[str, Entity | None]:
    """Surname -> the person who bears it; None when several do."""
    persons: dict[str, dict[str | None, Entity]] = defaultdict(dict)
    for entity in entities:
        if entity.type == "person" and (surname := _surname(entity.text)) is not None:
            persons[surname].setdefault(entity.entity_id, entity)
    return {surname: next(iter(by_id.values())) if len(by_id) == 1 else None for surname, by_id in persons.items()}


def _bearer(word: Token, bearers: dict[str, Entity | None]) -> Entity | None:
    for key, skip in words.first_keys(word):
        if not skip and (key == word.lower or not key.isascii()):
            bearer = bearers.get(key) or bearers.get(words.stem(key))
            if bearer is not None:
                return bearer
    return None


def _join(entity: Entity, bearers: dict[str, Entity | None]) -> Entity:
    if entity.type not in ("person", "other") or (entity.entity_id or "").startswith(("x:", "Q")):
        return entity
    found = words.tokens(words.fold(entity.text))
    bearer = _bearer(found[0], bearers) if len(found) == 1 else bearers.get(_form(entity.text))
    return replace(entity, type="person", entity_id=bearer.entity_id) if bearer else entity


def _unseen(entities: Sequence[Entity], bearers: dict[str, Entity | None], text: str) -> list[Entity]:
    """Surnames in the text that no mention covers, such as one that begins a sentence."""
    known = {surname: bearer for surname, bearer in bearers.items() if bearer is not None}
    if not known:
        return []
    covered = {i for entity in entities for i in range(entity.start, entity.end)}
    added = []
    for token in words.tokens(words.fold(text)):
        bearer = _bearer(token, bearers)
        if bearer and token.start not in covered and token.text[0].isupper() and token.lower not in cue_words("weak"):
            added.append(_mention(text, token.start, token.end, bearer))
    return added + _unseen_wide(known, covered, text)


def _unseen_wide(known: dict[str, Entity], covered: set[int], text: str) -> list[Entity]:
    """The same for scripts without spaces; a single character is no evidence."""
    added = []
    for surname, bearer in sorted(known.items()):
        if len(surname) < 2 or surname[0] < "\u3041":
            continue
        for match in re.finditer(re.escape(surname), text):
            if match.start() not in covered:
                added.append(_mention(text, match.start(), match.end(), bearer))
    return added


def _mention(text: str, start: int, end: int, bearer: Entity) -> Entity:
    return Entity(text[start:end], start, end, "person", bearer.entity_id)


def _join_acronyms(entities: Sequence[Entity], text: str) -> tuple[Entity, ...]:
    meaning: dict[str, Entity] = {}
    for full, short in pairwise(entities):
        between = text[full.end : short.start]
        if between in (" (", "（", "(") and _ACRONYM.fullmatch(short.text) and _abbreviates(short.text, full.text):
            meaning.setdefault(short.text, full)
    return tuple(_meant(entity, meaning.get(entity.text)) for entity in entities)


def _meant(entity: Entity, full: Entity | None) -> Entity:
    if full is None or not (entity.entity_id or "").startswith("e1_"):
        return entity
    return replace(entity, type=full.type, entity_id=full.entity_id)


def _abbreviates(short: str, name: str) -> bool:
    initials = [word[0].lower() for word in re.findall(r"[^\W_]+", name)]
    position = 0
    for letter in short.rstrip("s").lower():
        while position < len(initials) and initials[position] != letter:
            position += 1
        if position == len(initials):
            return False
        position += 1
    return True
