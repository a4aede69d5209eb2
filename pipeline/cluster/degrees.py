"""How much of a statement holds: negations and quantifiers in twelve languages, and what became of them in a rendering.

"Barely anything" that became "nothing" is no faithful rendering, nor are "most" that became "all", or "never" that
became "rarely".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import cast

from pipeline.cluster.lexicon import pattern
from pipeline.packaged import read_yaml
from pipeline.records import Difference

LEVELS = ("skip", "not", "none", "barely", "some", "many", "most", "all")
NEAR = 40
"""Characters within which a second negative word only agrees with the first: "no … nada", "ne … personne"."""
AGREEING = frozenset({"fr", "es", "it", "pt", "ru", "ja", "ko", "zh", "ar"})
"""Languages in which two negative words make one negation."""
LESS = {"many": "barely", "most": "some", "all": "some"}
"""What is left of a quantifier after "not"."""
LOOSE = {frozenset({"some", "many"}), frozenset({"many", "most"}), frozenset({"barely", "some"})}
"""Neighbours that translators exchange without harm."""


@dataclass(frozen=True, slots=True)
class Degree:
    """One word of degree: its level, the words, where they start."""

    level: str
    words: str
    start: int


@lru_cache(maxsize=1)
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """Return one pattern a language, with a named group a level; the longest entry wins."""
    text = (files("pipeline.cluster") / "data" / "degrees.yaml").read_text(encoding="utf-8")
    table = cast("dict[str, dict[str, list[str]]]", read_yaml(text))
    made: dict[str, re.Pattern[str]] = {}
    for language in table["not"]:
        entries = [(word, level) for level in LEVELS for word in table[level].get(language, ())]
        ordered = sorted(entries, key=lambda entry: (-len(entry[0]), entry))
        alternatives = "|".join(
            f"(?:{pattern([word]).pattern})(?P<{level}_{n}>)" for n, (word, level) in enumerate(ordered)
        )
        made[language] = re.compile(alternatives, re.IGNORECASE)
    return made


def known(language: str) -> bool:
    """Tell whether a language has words of degree in the data."""
    return language in _patterns()


def degrees(text: str, language: str) -> list[Degree]:
    """Return the words of degree of a text, in order; a negation that only agrees with another is left out."""
    found: list[Degree] = []
    compiled = _patterns().get(language)
    for match in compiled.finditer(text) if compiled else ():
        level = str(match.lastgroup).split("_")[0]
        if level != "skip":
            found.append(Degree(level, match.group(), match.start()))
    found = _scaled(found)
    return _agreed(found) if language in AGREEING else found


def _scaled(found: Sequence[Degree]) -> list[Degree]:
    """Join a negation with the quantifier right after it: "not many" are few, "not all" are some."""
    kept: list[Degree] = []
    for degree in found:
        less = LESS.get(degree.level)
        last = kept[-1] if kept else None
        if less and last and last.level == "not" and 0 <= degree.start - last.start - len(last.words) <= 1:
            kept[-1] = Degree(less, f"{last.words} {degree.words}", last.start)
        else:
            kept.append(degree)
    return kept


def _agreed(found: Sequence[Degree]) -> list[Degree]:
    """Drop plain negations beside a stronger negative word: "no … nada" is one "nothing"."""
    strong = [d.start for d in found if d.level in ("none", "barely")]
    kept: list[Degree] = []
    for degree in found:
        if degree.level == "not" and any(abs(degree.start - start) <= NEAR for start in strong):
            continue
        kept.append(degree)
    return kept


def changes(original: tuple[str, str], variant: tuple[str, str]) -> list[Difference]:
    """Compare (text, language) of a statement and its rendering: words of degree exchanged, negations lost or added."""
    here, there = degrees(*original), degrees(*variant)
    found = []
    old, new = _unmatched(here, there)
    strength = [d for d in old if d.level != "not"], [d for d in new if d.level != "not"]
    plain = [d for d in old if d.level == "not"], [d for d in new if d.level == "not"]
    for was, now in zip(*strength, strict=False):
        if frozenset({was.level, now.level}) not in LOOSE:
            found.append(Difference("degree", was.words, now.words))
    for was in strength[0][len(strength[1]) :]:
        if was.level == "barely" and plain[1]:
            found.append(Difference("degree", was.words, plain[1].pop(0).words))
        elif was.level == "none":
            (plain[1].pop(0) if plain[1] else plain[0].append(was))
    for now in strength[1][len(strength[0]) :]:
        if now.level in ("barely", "some", "many", "most", "all") and plain[0]:
            found.append(Difference("degree", plain[0].pop(0).words, now.words))
        elif now.level == "none":
            (plain[0].pop(0) if plain[0] else plain[1].append(now))
    return found + _negations(*plain)


def _unmatched(here: Sequence[Degree], there: Sequence[Degree]) -> tuple[list[Degree], list[Degree]]:
    """Strike out what both say, level by level."""
    old, new = list(here), list(there)
    for degree in here:
        same = next((d for d in new if d.level == degree.level), None)
        if same is not None:
            new.remove(same)
            old.remove(degree)
    return old, new


def _negations(old: Sequence[Degree], new: Sequence[Degree]) -> list[Difference]:
    """Report an odd number of negations on one side: two more say what none does."""
    if len(old) % 2 == len(new) % 2:
        return []
    return [Difference("negation", _words(old), _words(new))]


def _words(found: Sequence[Degree]) -> str | None:
    return ", ".join(d.words for d in found) or None
