"""Language data of this room: opposite words and terms of art, read once from ``data/``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby
from typing import cast

from pipeline.packaged import read_yaml

Pattern = re.Pattern[str]

JOINED = ("", "و", "ف", "ب", "ك", "ل", "ال", "وال", "بال", "لل")
"""What Arabic writes together with the word that follows."""


@lru_cache(maxsize=1)
def _opposites() -> tuple[tuple[Mapping[str, Pattern], Mapping[str, Pattern]], ...]:
    """Return for each pair of opposites the patterns of its two ends by language, in the order of the file."""
    pairs = cast("dict[str, dict[str, list[list[str]]]]", read("opposites.yaml"))
    return tuple(
        ({lang: pattern(e[0]) for lang, e in ends.items()}, {lang: pattern(e[1]) for lang, e in ends.items()})
        for ends in pairs.values()
    )


@cache
def _ends(language: str) -> Pattern:
    """Return the pattern of all ends of a language: one that never matches where there is none."""
    pairs = cast("dict[str, dict[str, list[list[str]]]]", read("opposites.yaml"))
    words = [word for ends in pairs.values() for end in ends.get(language, ()) for word in end]
    return pattern(words) if words else re.compile(r"(?!)")


def poles(text: str, language: str) -> tuple[int, ...]:
    """Return 1, -1 or 0 for each pair of opposites: the end that a text names, 0 for neither or both."""
    if not _ends(language).search(text):  # as three texts in four
        return (0,) * len(_opposites())
    found = []
    for first, second in _opposites():
        one = language in first and first[language].search(text) is not None
        other = language in second and second[language].search(text) is not None
        found.append(int(one) - int(other))
    return tuple(found)


@lru_cache(maxsize=1)
def _terms() -> Mapping[str, Mapping[str, Pattern]]:
    """Return the patterns of each concept by language."""
    concepts = cast("dict[str, dict[str, list[str]]]", read("terms.yaml"))
    return {
        name: {lang: pattern(joined(words) if lang == "ar" else words) for lang, words in by.items()}
        for name, by in concepts.items()
    }


def joined(words: list[str]) -> list[str]:
    """Return Arabic words with what is written together with them: "and", "with", "to", "the"."""
    return list(dict.fromkeys(prefix + word for word in words for prefix in JOINED))


@lru_cache(maxsize=1)
def _modals() -> Mapping[str, Pattern]:
    return {lang: pattern(words) for lang, words in cast("dict[str, list[str]]", read("modals.yaml")).items()}


def modal(text: str, language: str) -> bool:
    """Tell whether a text has a verb that may say "possibly" or "is able to"."""
    return language in _modals() and _modals()[language].search(text) is not None


def terms(text: str, language: str) -> dict[str, str]:
    """Return the concepts that a text names, with its own words for each, in the order of the text."""
    hits = []
    for concept, by_language in _terms().items():
        match = by_language[language].search(text) if language in by_language else None
        if match:
            hits.append((match.start(), concept, match.group()))
    return {concept: words for _, concept, words in sorted(hits)}


def read(name: str) -> object:
    """Return one data file of this room."""
    return read_yaml((files("pipeline.cluster") / "data" / name).read_text(encoding="utf-8"))


def pattern(words: list[str]) -> Pattern:
    """Compile words into one pattern. A ``*`` lets a word go on; scripts without spaces match anywhere."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return re.compile("|".join(_either(wide, list(own)) for wide, own in groupby(ordered, _is_wide)), re.IGNORECASE)


def _either(wide: bool, words: list[str]) -> str:
    """Match one of some words; the edges are looked for once, before any word is tried."""
    bodies = "|".join(_body(word) for word in words)
    return bodies if wide else rf"(?<!\w)(?:{bodies})(?!\w)"


def _body(word: str) -> str:
    """Match one word: its apostrophe may be curled."""
    return re.escape(word).replace(r"\ ", r"\s+").replace(r"\*", r"\w*").replace("'", "['’]")


def _is_wide(word: str) -> bool:
    return re.search(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", word) is not None
