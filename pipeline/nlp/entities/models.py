"""Models by family and version: "GPT-4o", "Claude 3.5 Sonnet", "Gemini Flash Thinking", "o3-mini", "Qwen2.5-72B"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pipeline.nlp.entities.gazetteer import Hit, at_sentence_start
from pipeline.nlp.entities.items import Item, cue_words, read_data, slug
from pipeline.nlp.entities.words import Token, fold, korean_ending, tokens

_VERSION = (
    r"[ -]?(?:[vVRKM](?=\d))?\d{1,3}(?:\.\d+)*(?:[a-z]{1,2}(?![A-Za-z]))?"
    r"(?![\dA-Za-z%]|[.,]\d|\s?%|\s(?:million|billion|trillion))"
)
_SIZE = r"[ -]?\d+(?:\.\d+)?(?:x\d+)?[BbTM](?![A-Za-z0-9])(?:-A\d+B)?"
_DATE = r"-\d{4}(?:-\d{2}(?:-\d{2})?)?(?!\d)"


@dataclass(frozen=True, slots=True)
class Family:
    """A model family under one of its names."""

    key: str
    name: str
    needs: str
    """What must follow the name: "", "any", "number" or "size"."""
    given: bool


class Models:
    """Families by the first word of their names, and the grammar of what may follow."""

    def __init__(self) -> None:
        data = read_data("models.yaml")
        variants = sorted((str(v) for v in data["variants"]), key=lambda v: (-len(v), v))
        self._variants = frozenset(variants)
        words = "|".join(_either_case(v) for v in variants)
        variant = rf"[ -](?:{words})(?![A-Za-z])"
        self._tail = re.compile(
            rf"(?P<v1>{_VERSION})?(?P<w>(?:{variant})*)(?P<v2>{_VERSION})?(?P<w2>(?:{variant})*)"
            rf"(?P<size>{_SIZE})?(?P<w3>(?:{variant})*)(?:{_DATE})?"
        )
        self._families: dict[str, list[Family]] = defaultdict(list)
        self._wide: list[Family] = []
        for row in data["families"]:
            for family in _families(row):
                self._index(family)
        self._o_series = _OSeries(data["o_series"])

    def _index(self, family: Family) -> None:
        parts = tokens(fold(family.name))
        wide = family.name[0] > "\u3000"
        if wide:
            self._wide.append(family)
        elif parts:
            self._families[parts[0].lower].append(family)

    def find(self, folded: str, found: list[Token]) -> Iterator[Hit]:
        """Models in a folded text; hits may overlap."""
        for token in found:
            for key in _keys(token):
                yield from self._at(folded, token, key)
        for family in self._wide:
            for match in re.finditer(re.escape(family.name), folded):
                yield from self._hit(folded, family, match.start(), match.end())
        yield from self._o_series.find(folded)

    def _at(self, folded: str, token: Token, key: str) -> Iterator[Hit]:
        for family in self._families.get(key, ()):
            end = token.start + len(family.name)
            surface = folded[token.start : end]
            glued = key != token.lower
            edge = folded[end : end + 1]
            if surface.lower() != family.name.lower() or (edge.isalnum() and not (glued or edge > "\u3000")):
                continue
            yield from self._hit(folded, family, token.start, end)

    def _hit(self, folded: str, family: Family, start: int, end: int) -> Iterator[Hit]:
        tail = self._tail.match(folded, end)
        if tail is None or not _allowed(family, tail, folded, start, end):
            return
        stop = tail.end()
        if family.given and stop == end and self._surname_follows(folded, end):
            return
        if "\uac00" <= folded[stop - 1] <= "\ud7a3" and not korean_ending(folded, stop):
            return
        yield Hit(start, stop, _item(family, folded[end:stop]))

    def _surname_follows(self, folded: str, end: int) -> bool:
        following = re.match(r" ([A-Z][a-zà-ÿ]{2,})(?![a-z])", folded[end : end + 24])
        return following is not None and following.group(1).lower() not in cue_words("not_surnames")


class _OSeries:
    """The models named by a small "o" and a digit, and the series as a whole."""

    def __init__(self, data: dict[str, Any]) -> None:
        digits = str(data["digits"])
        tail = r"((?:[ -](?:mini|pro|preview|high|low|medium|deep research)(?![A-Za-z]))*)"
        self._number = re.compile(rf"(?<![A-Za-z0-9_.@/#-])([oO])([{digits}]){tail}(?![A-Za-z0-9]|\.\d)")
        after = "|".join(sorted(map(str, data["words"])))
        before = "|".join(sorted(map(str, data["before"])))
        self._series = re.compile(rf"(?<![A-Za-z0-9_.-])o(?=[ -]?(?:{after}))|(?<=\b)(?:(?:{before}) )(o)(?![\w'’-])")
        self._not_with = re.compile("|".join(sorted(map(re.escape, map(str, data["not_with"])))), re.IGNORECASE)

    def find(self, folded: str) -> Iterator[Hit]:
        for match in self._number.finditer(folded):
            if match.group(1) == "O" and self._not_with.search(folded):
                continue
            key = slug(f"o{match.group(2)}{match.group(3)}")
            yield Hit(match.start(), match.end(), Item(f"x:{key}", "model", "model", f"o{match.group(2)}"))
        for match in self._series.finditer(folded):
            start = match.start(1) if match.group(1) else match.start()
            yield Hit(start, start + 1, Item("x:o-series", "model", "model", "o series"))


def _families(row: dict[str, Any]) -> Iterator[Family]:
    needs = row.get("needs", "")
    for name in row["names"]:
        key = slug(name) if row.get("each") else str(row["family"])
        yield Family(key, str(name), "any" if needs is True else str(needs), bool(row.get("given")))


def _either_case(word: str) -> str:
    parts = [f"[{part[0]}{part[0].upper()}]{re.escape(part[1:])}" for part in word.split(" ")]
    return "[ -]".join(parts)


def _keys(token: Token) -> Iterator[str]:
    """The word itself, and its letters when a version is glued to them ("Qwen2", "GPT4o")."""
    yield token.lower
    letters = re.match(r"([^\W\d_]{2,})\d", token.lower)
    if letters:
        yield letters.group(1)


def _allowed(family: Family, tail: re.Match[str], folded: str, start: int, end: int) -> bool:
    version, size = tail["v1"] or tail["v2"], tail["size"]
    if family.needs == "any" and tail.end() == end:
        return False
    if family.needs == "number" and not version:
        return False
    if family.needs == "size" and not (size or version):
        return False
    surface = folded[start:end]
    bare = tail.end() == end
    if bare and surface.lower() in cue_words("weak") and at_sentence_start(folded, start):
        return False
    if surface == family.name:
        return True
    distinctive = family.name.isupper() or any(c.isupper() for c in family.name[1:])
    if bare and (family.name.isupper() or (surface.islower() and "gpt" not in surface)):
        return False
    return (distinctive and (not bare or len(surface) > 4)) or (surface.isupper() and len(surface) > 3)


def _item(family: Family, tail: str) -> Item:
    """Item whose id is the same whatever the order of words: "Sonnet 3.5" is "Claude 3.5 Sonnet"."""
    parts = re.findall(r"\d+(?:\.\d+)*[A-Za-z]*|[A-Za-z]+\d*(?:\.\d+)*", tail.lower())
    named = family.key.split(" ")
    words = sorted({p for p in parts if not p[0].isdigit()} | set(named[1:]))
    numbers = [p for p in parts if p[0].isdigit()]
    key = "-".join([named[0], *words, *numbers])
    return Item(f"x:{slug(key)}", "model", "model", (family.name + tail).strip())


@lru_cache(maxsize=1)
def load_models() -> Models:
    """The families, read at first use."""
    return Models()
