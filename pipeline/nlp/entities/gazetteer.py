"""Known names in a text: a pass over its words (alphabets) and one over its characters (Chinese, Japanese, Korean)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipeline.nlp.entities import words
from pipeline.nlp.entities.items import FILES, Item, cue_words, read_items
from pipeline.nlp.entities.words import Token

_WIDE = re.compile("[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3]")
_SPACING = re.compile(r"[\s-]+")
_REQUIRED_TAIL = frozenset("+#*!")


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name at ``text[start:end]``."""

    start: int
    end: int
    item: Item


@dataclass(frozen=True, slots=True)
class Name:
    """One alias, cut into words. ``gaps`` are the separators between them, ``tail`` what follows the last."""

    item: Item
    alias: str
    keys: tuple[str, ...]
    gaps: tuple[str, ...]
    tail: str
    is_term: bool


class Gazetteer:
    """All aliases, indexed by their first word or first character."""

    def __init__(self) -> None:
        by_word: dict[str, list[Name]] = defaultdict(list)
        by_term: dict[str, list[Name]] = defaultdict(list)
        by_char: dict[str, list[tuple[str, Item]]] = defaultdict(list)
        for file in FILES:
            for item, alias in read_items(file):
                if _WIDE.match(alias):
                    by_char[alias[0]].append((alias, item))
                else:
                    name = _name(item, alias)
                    (by_term if name.is_term else by_word)[name.keys[0]].append(name)
        self._by_word = {key: sorted(names, key=_longest) for key, names in by_word.items()}
        self._by_term = {key: sorted(names, key=_longest) for key, names in by_term.items()}
        self._by_char = {c: sorted(names, key=lambda pair: -len(pair[0])) for c, names in by_char.items()}
        self._surnames = frozenset(
            name.keys[-1]
            for names in by_word.values()
            for name in names
            if name.item.type == "person" and len(name.keys) > 1 and len(name.keys[-1]) > 2
        )
        self._wide = re.compile("[" + re.escape("".join(sorted(self._by_char))) + "]")

    def find(self, folded: str, found: list[Token], language: str, terms: bool) -> Iterator[Hit]:
        """Known names; they may overlap."""
        for index in range(len(found)):
            yield from self._at_word(self._by_word, folded, found, index, language)
            if terms:
                yield from self._at_word(self._by_term, folded, found, index, language)
        for match in self._wide.finditer(folded):
            yield from self._at_char(folded, match.start())

    def find_surnames(self, found: list[Token]) -> Iterator[tuple[int, int]]:
        """Words that are the surname of a known person, unless they are ordinary words too: persons, but not who."""
        for token in found:
            if not token.text[0].isupper() or token.text.isupper() or token.lower in _not_surnames():
                continue
            keys = (key for key, skip in words.first_keys(token) if not skip and _same(key, token))
            if any(key in self._surnames for key in keys):
                yield token.start, token.end

    def _at_word(
        self, names: dict[str, list[Name]], folded: str, found: list[Token], index: int, language: str
    ) -> Iterator[Hit]:
        for key, skip in words.first_keys(found[index]):
            for name in names.get(key, ()):
                end = _match(name, folded, found, index, skip, language)
                if end is not None:
                    yield Hit(found[index].start + skip - _lead(name, folded, found[index]), end, name.item)
                    return

    def _at_char(self, folded: str, at: int) -> Iterator[Hit]:
        for alias, item in self._by_char.get(folded[at], ()):
            if folded.startswith(alias, at) and _wide_edges(folded, at, at + len(alias)):
                yield Hit(at, at + len(alias), item)
                return


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The gazetteer, read at first use (about 50 ms)."""
    return Gazetteer()


def _same(key: str, token: Token) -> bool:
    return key == token.lower or not key.isascii()


@lru_cache(maxsize=1)
def _not_surnames() -> frozenset[str]:
    return cue_words("weak") | cue_words("common") | cue_words("openers")


def _longest(name: Name) -> tuple[int, int]:
    return (-len(name.keys), -len(name.alias))


def _name(item: Item, alias: str) -> Name:
    folded = words.fold(alias)
    parts = words.tokens(folded)
    keys = tuple(words.stem(part.lower) for part in parts)
    gaps = tuple(_gap(folded[a.end : b.start]) for a, b in pairwise(parts))
    is_term = item.subtype in _TERMS or (item.type in ("other", "metric") and folded == folded.lower())
    return Name(item, folded, keys, gaps, folded[parts[-1].end :], is_term)


_TERMS = frozenset(["field", "task", "algorithm", "misc", "programlang", "product"])


def _gap(text: str) -> str:
    bare = _SPACING.sub("", text)
    return bare or " " * bool(text)


def _match(name: Name, folded: str, found: list[Token], index: int, skip: int, language: str) -> int | None:
    """End of the name if it stands at word ``index``, else None."""
    last = index + len(name.keys) - 1
    if last >= len(found) or not _words_match(name, folded, found, index):
        return None
    cut = words.genitive(found[last], name.keys[-1], language, name.is_term)
    if cut is None or (len(name.keys) > 1 and not _last_matches(name, found[last])):
        return None
    end = found[last].end - cut
    if name.tail:
        if folded.startswith(name.tail, end):
            end += len(name.tail)
        elif any(c in _REQUIRED_TAIL or c.isalnum() for c in name.tail):
            return None
    surface = folded[found[index].start + skip : end]
    return end if _case_fits(name, surface, folded, found[index].start) else None


def _words_match(name: Name, folded: str, found: list[Token], index: int) -> bool:
    for offset, gap in enumerate(name.gaps):
        left, right = found[index + offset], found[index + offset + 1]
        if _gap(folded[left.end : right.start]) != gap:
            return False
        if offset + 1 < len(name.gaps) and not words.word_matches(right, name.keys[offset + 1]):
            return False
    return not (name.gaps and found[index].lower != name.keys[0] and found[index].lower == name.keys[0] + "s")


def _last_matches(name: Name, token: Token) -> bool:
    return words.word_matches(token, name.keys[-1]) or token.lower == name.keys[-1] + "s"


def _lead(name: Name, folded: str, token: Token) -> int:
    return 1 if name.alias[0] == "." and token.start and folded[token.start - 1] == "." else 0


def _case_fits(name: Name, surface: str, folded: str, start: int) -> bool:
    alias = name.alias
    if alias == alias.lower():
        return name.is_term or not alias[0].isascii() or surface == surface.lower() or surface[0].isupper()
    if len(name.keys) == 1 and surface.lower() in cue_words("weak") and at_sentence_start(folded, start):
        return False
    if surface.startswith(alias) or surface.replace("-", " ") == alias.replace("-", " "):
        return True
    if surface.isupper():
        return len(surface) > 3
    if len(name.keys) == 1 and alias.isupper() and alias.isascii():
        return False  # an acronym in other letters is a word: "WHO" and "Who"
    if any(c.isupper() for c in alias[1:]) and not alias.isupper() and len(name.keys) == 1:
        return len(alias) > 4
    return _capitals(surface) == _capitals(alias) or (surface[0].isupper() and "\u0400" <= surface[0] <= "\u052f")


def _capitals(text: str) -> list[bool]:
    return [part[:1].isupper() for part in _SPACING.split(text)]


_START = re.compile(r"(?:^|[.!?…:;。！？\n•*#>|]|--|- )[\s\"'“„«»(\[*_#-]*$")


def at_sentence_start(folded: str, start: int) -> bool:
    """True when nothing but an end of a sentence, quotes and spaces stands before ``start``."""
    return _START.search(folded[max(0, start - 8) : start]) is not None if start else True


def _wide_edges(folded: str, start: int, end: int) -> bool:
    first, last = folded[start], folded[end - 1]
    before, after = folded[start - 1 : start], folded[end : end + 1]
    if "\u30a1" <= first <= "\u30fc" and before and "\u30a1" <= before <= "\u30fc":
        return False
    if "\u30a1" <= last <= "\u30fc" and after and "\u30a1" <= after <= "\u30fc":
        return False
    if "\uac00" <= first <= "\ud7a3" and before and "\uac00" <= before <= "\ud7a3":
        return False
    return not ("\uac00" <= last <= "\ud7a3") or words.korean_ending(folded, end)
