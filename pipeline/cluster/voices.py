"""Who speaks: one name for a holder across articles, so that ten reports of one speaker count as one voice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.cluster.spelling import alike, skeleton
from pipeline.cluster.statements import Statement, folded, listed
from pipeline.records import Reading

_HAN = re.compile(r"[\u3400-\u9fff]")
_SOUNDS, _SOUNDS_HAN = 4, 6
"""Consonants that a full name needs to be known by its sounds alone: Chinese signs render many sounds alike."""
_PARTS = re.compile(r"[\s·・]+")
PEOPLE = ("person", "organisation", "publication")


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """A holder, told from others by ``key``.

    ``lasting`` is False for "critics" and "some": someone else in the next article, with no position over time.
    """

    key: str
    name: str
    entity_id: str | None
    lasting: bool


def with_companions(statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements, and each once more for everyone who makes it together with its holder.

    Those have an id of their own (:func:`companion`), so that :func:`voices` tells who they are as it does of holders.
    """
    found: list[Statement] = []
    for statement in statements:
        claim = statement.claim
        found.append(statement)
        for number, other in enumerate(claim.joint):
            found.append(replace(statement, claim=replace(claim, id=companion(claim.id, number), holder=other)))
    return found


def companion(claim_id: str, number: int) -> str:
    """Return under which id :func:`voices` knows the companion of that number of a claim's holder."""
    return f"{claim_id}+{number}"


def known_names(readings: Iterable[Reading]) -> dict[str, str]:
    """Map folded names to the entity id that they most often stand for."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        for entity in reading.entities:
            if entity.entity_id and entity.type in PEOPLE:
                seen[folded(entity.text)][entity.entity_id] += 1
    return {name: min(ids, key=lambda i: (-ids[i], i)) for name, ids in seen.items() if len(name) > 1}


def voices(
    statements: Sequence[Statement],
    origin: Mapping[str, str],
    readings: Iterable[Reading],
    families: Mapping[str, str] | None = None,
) -> dict[str, Voice]:
    """Map claim ids to voices.

    ``origin`` maps article ids to families of articles: an unnamed source is one voice within one, since copies and
    translations repeat it. ``families`` maps claim ids to claim families: see :func:`_aliases`.
    """
    ids = known_names(readings)
    found = {s.claim.id: _voice(s, origin[s.article.id], ids) for s in statements}
    found = _spelled_otherwise(_completed(statements, found))
    other = _aliases(statements, found, origin, families or {})
    found = {claim: other.get(voice.key, voice) for claim, voice in found.items()}
    return _respelled(statements, found, origin)


def _completed(statements: Sequence[Statement], found: Mapping[str, Voice]) -> dict[str, Voice]:
    """Join a family name alone with the one full name of a known voice that ends in it and stands in the same article.

    So "فوس" is Mara Voss in an article that names her, though its reader found no person there.
    """
    full: dict[str, set[Voice]] = defaultdict(set)
    for voice in found.values():
        parts = _PARTS.split(voice.name)
        if voice.lasting and len(parts) > 1:
            full[folded(parts[-1])].add(voice)
    better = dict(found)
    for statement in statements:
        voice, holder = found[statement.claim.id], statement.claim.holder
        told = voice.lasting or (holder is not None and holder.kind == "group")
        known = full.get(folded(voice.name), ()) if told and not listed(voice.entity_id) else ()
        fits = [other for other in known if other.name in statement.article.text]
        if len({other.key for other in fits}) == 1:
            better[statement.claim.id] = min(fits)
    return better


def _spelled_otherwise(found: Mapping[str, Voice]) -> dict[str, Voice]:
    """Join a full name in other letters with the one full name in Latin letters that sounds like it word for word."""
    sounds: dict[tuple[str, ...], set[Voice]] = defaultdict(set)
    distinct = set(found.values())
    for voice in distinct:
        if voice.lasting and is_latin(voice.name) and len(skeleton(voice.name)) > 1:
            sounds[skeleton(voice.name)].add(voice)
    latin = {voice: _in_latin(voice, sounds) for voice in distinct}
    return {claim: latin[voice] for claim, voice in found.items()}


def _in_latin(voice: Voice, sounds: Mapping[tuple[str, ...], Iterable[Voice]]) -> Voice:
    if not voice.lasting or listed(voice.entity_id) or is_latin(voice.name):
        return voice
    bones = skeleton(voice.name)
    least = _SOUNDS_HAN if _HAN.search(voice.name) else _SOUNDS
    fits = sounds.get(bones, ()) if len("".join(bones)) >= least else ()
    return min(fits) if len({other.key for other in fits}) == 1 else voice


def _respelled(
    statements: Sequence[Statement], found: Mapping[str, Voice], origin: Mapping[str, str]
) -> dict[str, Voice]:
    """Join, within one family of articles, a family name alone or a name in other letters with the full name there.

    Only where exactly one voice of the family of articles fits: two people of one name stay two.
    """
    local: dict[str, set[Voice]] = defaultdict(set)
    for statement in statements:
        voice = found[statement.claim.id]
        if voice.lasting:
            local[origin[statement.article.id]].add(voice)
    better = {
        (place, voice.key): full
        for place, own in local.items()
        for voice in own
        if (full := _fuller(voice, own)) is not None
    }
    return {
        s.claim.id: better.get((origin[s.article.id], found[s.claim.id].key), found[s.claim.id]) for s in statements
    }


def _fuller(voice: Voice, others: Iterable[Voice]) -> Voice | None:
    """Return the one voice with a full name in Latin letters that a name stands for, if there is one."""
    if listed(voice.entity_id) or (is_latin(voice.name) and len(voice.name.split()) > 1):
        return None
    full = [o for o in others if o.key != voice.key and is_latin(o.name) and len(o.name.split()) > 1]
    fits = [o for o in full if _stands_for(voice.name, o.name)]
    return fits[0] if len({o.key for o in fits}) == 1 else None


def _stands_for(short: str, full: str) -> bool:
    """Tell whether a name is the last word of another, or sounds like it, whole or last word."""
    last = full.split()[-1]
    if is_latin(short):
        return folded(short) == folded(last)
    return alike(short, full) is True or (len(skeleton(short)) == 1 and skeleton(short) == skeleton(last))


def _aliases(
    statements: Sequence[Statement], found: Mapping[str, Voice], origin: Mapping[str, str], families: Mapping[str, str]
) -> dict[str, Voice]:
    """Learn whom a name in other letters stands for: the holder of the same claim in the same family of articles.

    The earliest one in Latin letters counts. Names in Latin letters are left alone: two that differ are two people, or
    drift. Authors are left alone: a translator is not who is translated.
    """
    told: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.claim.id in families:
            told[origin[statement.article.id], families[statement.claim.id]].append(statement)
    votes: dict[str, Counter[Voice]] = defaultdict(Counter)
    for same in told.values():
        latin = [v for v in (found[s.claim.id] for s in same) if v.lasting and is_latin(v.name)]
        for statement in same if latin else ():
            voice, holder = found[statement.claim.id], statement.claim.holder
            if holder and holder.kind == "named" and voice.entity_id is None and not is_latin(voice.name):
                votes[voice.key][latin[0]] += 1
    return {key: min(count, key=lambda v: (-count[v], v.key)) for key, count in votes.items()}


def is_latin(name: str) -> bool:
    """Tell whether the letters of a name are mostly Latin."""
    letters = [char for char in name if char.isalpha()]
    return bool(letters) and 2 * sum(char < "\u0250" for char in letters) > len(letters)


def someone_else(a: Voice, b: Voice) -> bool:
    """Tell whether two voices surely are two: named both, by two ids, or by names that share no word and no sound."""
    if a.key == b.key or not (a.lasting and b.lasting):
        return False
    if listed(a.entity_id) and listed(b.entity_id):
        return True
    return not set(folded(a.name).split()) & set(folded(b.name).split()) and alike(a.name, b.name) is False


def same_name(a: Voice, b: Voice) -> bool:
    """Tell whether two voices surely are one: one key, or names that sound alike in two scripts."""
    if a.key == b.key:
        return True
    return a.lasting and b.lasting and alike(a.name, b.name) is True


def _voice(statement: Statement, origin: str, ids: Mapping[str, str]) -> Voice:
    holder, article = statement.claim.holder, statement.article
    if holder is None or holder.kind == "author":
        name = article.byline or article.outlet
        if not folded(name) or (not article.byline and name == article.source_id):  # a file that names nobody
            return Voice(f"author:{article.id}", article.title or name or article.url, None, lasting=False)
        return _named(name, ids.get(folded(name)))
    if holder.entity_id is None and holder.kind in ("anonymous", "group"):
        return Voice(f"some:{folded(holder.text)}@{origin}", holder.text, None, lasting=False)
    full = full_name(holder.text, statement.reading)
    return _named(full, holder.entity_id or ids.get(folded(full)))


def _named(name: str, entity_id: str | None) -> Voice:
    return Voice(f"id:{entity_id}" if entity_id else f"name:{folded(name)}", name, entity_id, lasting=True)


def full_name(name: str, reading: Reading) -> str:
    """Complete a surname from the same article, if exactly one person there bears it: "Voss" is "Mara Voss"."""
    if len(name.split()) != 1:
        return name
    tail = folded(name)
    full = {e.text for e in reading.entities if e.type == "person" and folded(e.text).endswith(" " + tail)}
    return min(full) if len({folded(text) for text in full}) == 1 else name
