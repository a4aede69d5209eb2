"""Unknown names: runs of capital words, and what around them tells their kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.nlp.entities.gazetteer import at_sentence_start
from pipeline.nlp.entities.items import cue_words, given_names
from pipeline.records import EntityType

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŤŢŪŮŰŲŹŻŽȘȚА-ЯЁІЇЄҐ"
_LOW = "a-zà-öø-ÿāăąćčďđēėęěğģīįıķĺļľłńņňōőœŕřśşšťţūůűųźżžșțа-яёіїєґ"
_WORD = rf"(?:[{_LOW}]{{1,2}})?[{_UP}][{_UP}{_LOW}0-9]*(?:[&+'-][{_UP}{_LOW}0-9]+){{0,5}}"
_CAP = rf"(?:[{_UP}]\.(?:[ -]?[{_UP}]\.){{0,4}}|{_WORD})"
_RUN = re.compile(rf"(?<![\w@#/&'-])(?:[LlDd]')?(?P<run>{_CAP}(?: {_CAP})*)(?![\w@])")
_LONG = re.compile(
    rf"(?<![\w@#/-])(?P<run>(?:{_CAP} ){{0,4}}(?P<head>{_CAP})(?: (?:of|for|on|de|du|di|do|des|der|für|pour|para|per)"
    rf"(?: (?:the|la|les|das|die|den|le))?(?: {_CAP})+"
    rf"(?:(?: and| &|,)(?: the)?(?: {_CAP})+(?! (?:of|for|on|de)))?)+)(?![\w@])"
)
_MODEL_LIKE = re.compile(
    r"(?<![\w.-])[A-Za-z][A-Za-z0-9.]{1,30}(?:-[A-Za-z0-9.]{1,16}){0,3}?"
    r"-\d{1,4}(?:\.\d{1,2})?[BMb](?![A-Za-z0-9])(?:-[A-Za-z]{1,16}){0,3}"
)
_INITIALS = re.compile(rf"(?:[{_UP}]\.[ -]?)+")
_WORD_AFTER = re.compile(r"[\s,'\"”»)]{1,3}([^\W\d_]+)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[\s.,]{1,3}$")


@dataclass(frozen=True, slots=True)
class Guess:
    """A name that no list knows, with its kind and how the kind was found."""

    start: int
    end: int
    type: EntityType
    subtype: str
    strong: bool
    """Recognised by a word of its own ("University of ..."): may hold known names."""


def find_unknown(folded: str, language: str) -> Iterator[Guess]:
    """Names in a folded text that no list need know; they may overlap."""
    for match in _MODEL_LIKE.finditer(folded):
        yield Guess(match.start(), match.end(), "model", "model", strong=True)
    for match in _LONG.finditer(folded):
        yield from _long_name(folded, match)
    for match in _RUN.finditer(folded):
        yield from _run(folded, match.start("run"), match.end("run"), language)


def _long_name(folded: str, match: re.Match[str]) -> Iterator[Guess]:
    start, end = match.span("run")
    text = match.group("run")
    first = text.split(" ", 1)[0]
    if first.lower() in cue_words("openers"):
        start += len(first) + 1
        text = folded[start:end]
    if start < match.start("head") + 1:
        kind = _kind_by_word(match.group("head").lower(), whole=text)
        if kind is not None:
            yield Guess(start, end, *kind, strong=True)


def _kind_by_word(word: str, whole: str = "") -> tuple[EntityType, str] | None:
    """Kind of a name from one of its own words."""
    if word in cue_words("university_words"):
        return "organisation", "university"
    if word in cue_words("event_words") or word.rstrip("s") in cue_words("event_words"):
        return "event", "conference"
    if word in cue_words("award_ends"):
        return "event", "award"
    if word in cue_words("publication_ends"):
        return "publication", "journal"
    if word in cue_words("organisation_ends"):
        return "organisation", "company" if word.rstrip(".") in cue_words("company_ends") else "organisation"
    if word in cue_words("law_ends"):
        return "law", "law"
    return None


def _run(folded: str, start: int, end: int, language: str) -> Iterator[Guess]:
    start, end = _trim(folded, start, end - 2 if folded[end - 2 : end] == "'s" else end)
    if start >= end:
        return
    text = folded[start:end]
    parts = text.split(" ")
    kind = _kind_by_word(parts[-1].lower()) if len(parts) > 1 else None
    if kind is not None:
        tail = 1 if folded[end : end + 1] == "." and parts[-1].lower() in ("inc", "corp", "ltd", "co") else 0
        yield Guess(start, end + tail, *kind, strong=True)
        return
    weak = _weak_kind(folded, start, end, parts, language)
    if weak is not None:
        yield Guess(start, end, *weak, strong=False)


def _trim(folded: str, start: int, end: int) -> tuple[int, int]:
    """Take sentence openers and titles off the front, words that are no names off both ends."""
    while start < end:
        word = folded[start:end].split(" ", 1)[0]
        low = word.lower().rstrip(".")
        drop = low in cue_words("openers") or low in cue_words("common") or low in cue_words("titles")
        if (
            not drop
            or (_INITIALS.fullmatch(word) and end > start + len(word))
            or (word.isupper() and len(word) > 2 and low not in cue_words("common"))
        ):
            break
        start = min(end, start + len(word) + 1)
    while start < end:
        word = folded[start:end].rsplit(" ", 1)[-1]
        if word.lower() not in cue_words("common") and not (len(word) == 1 and word in "IA"):
            break
        end = max(start, end - len(word) - 1)
    return start, end


def _weak_kind(folded: str, start: int, end: int, parts: list[str], language: str) -> tuple[EntityType, str] | None:
    before, after = _neighbours(folded, start, end)
    if _is_person(parts, before, after):
        return "person", "person"
    if {before, after} & cue_words("benchmark_near") and _distinctive(parts):
        return "benchmark", "benchmark"
    if parts[-1].lower() in cue_words("place_words") and len(parts) > 1:
        return "place", "location"
    if len(parts) == 1 and _ends_like_benchmark(parts[0]):
        return "benchmark", "benchmark"
    if language == "de" and _is_compound(parts[-1]):
        return None
    if _distinctive(parts) or (language != "de" and _unmistakable(folded, start, parts)):
        return "other", "other"
    return None


def _is_compound(word: str) -> bool:
    """German "KI-Agenten": what stands behind the last hyphen is a noun, and the whole is no name."""
    head = word.rsplit("-", 1)[-1]
    return head != word and head[1:].islower()


def _neighbours(folded: str, start: int, end: int) -> tuple[str, str]:
    after = _WORD_AFTER.match(folded, end, end + 24)
    before = _WORD_BEFORE.search(folded[max(0, start - 24) : start])
    return (before.group(1).lower() if before else ""), (after.group(1).lower() if after else "")


def _is_person(parts: list[str], before: str, after: str) -> bool:
    if len(parts) > 4 or not all(_like_a_persons(part) for part in parts):
        return False
    if before in cue_words("titles"):
        return True
    if len(parts) == 1:
        return before in cue_words("roles") and after in cue_words("speech")
    if _INITIALS.fullmatch(parts[0]) and len(parts[-1]) > 2:
        return True
    first = parts[0].lower().split("-")[0]
    if first in given_names() and parts[-1].lower() not in cue_words("not_surnames"):
        return True
    return len(parts) in (2, 3) and (before in cue_words("roles") or after in cue_words("speech"))


def _like_a_persons(part: str) -> bool:
    return part[0].isupper() and (part[1:2].islower() or part[1:2] in (".", "'", "-"))


def _distinctive(parts: list[str]) -> bool:
    """Acronyms and words with inner capitals or digits are names wherever they stand."""
    return any(sum(map(str.isupper, part)) >= 2 and not _INITIALS.fullmatch(part) for part in parts)


def _ends_like_benchmark(word: str) -> bool:
    return len(word) > 6 and word.lower().endswith(("bench", "-eval", "qa")) and sum(c.isupper() for c in word) >= 2


def _unmistakable(folded: str, start: int, parts: list[str]) -> bool:
    if len(parts) > 1:
        return True
    return len(parts[0]) > 2 and not at_sentence_start(folded, start)
