"""What is counted: the noun after a bare number."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from pipeline.nlp.quantities.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_ELIDED = re.compile(r"(?:[cjlmnst]|qu|un|(?:[dns]e|a|da|su|co)ll|quest|quell)'")
"""Small words that have lost their vowel before another word."""
_CHIPS = re.compile(r"[ \u00a0]([A-Z]{1,3}\d{2,4}s)(?!\w)")
_WHOSE = re.compile(r"[ ]of (?:its|their|his|her|our|your)(?= )")
_NAMES_AND = re.compile(r"[ ]and(?=[ ][A-Z])")
"""Between two names of what is counted: 460 Vela and Orion chips."""
PLURAL = re.compile(
    r".*(?:[^su]s|ss?es|people|men|children|feet|teeth|mice|data|media|criteria|police|staff|aircraft|series|viruses)$"
)


class Noun(NamedTuple):
    """The counted noun phrase and its end."""

    name: str
    end: int


def counted(text: str, flat: str, at: int, lex: Lexicon, value: Decimal, *, scaled: bool = False) -> Noun | None:
    """Return the noun phrase that follows a number ending at ``at``; ``scaled``: a scale word may link to it."""
    if not lex.spaced:
        return _counter(text, flat, at, lex)
    chip = _CHIPS.match(text, at)
    if chip is not None:
        return Noun(chip.group(1), chip.end())
    whose = _WHOSE.match(flat, at) if lex.lang == "en" and value != 1 else None
    linked = _linked(flat, at, lex) if scaled else None
    words = _words(text, flat, whose.end() if whose else linked or at, lex, value)
    if whose is not None:  # 35m of its Echo devices
        words = [word for word in words if word.group().islower()]
    if words and len(words) > 1 and words[0].group() in lex.raw.get("attributive", ()):
        return Noun(words[0].group(), words[0].end())  # a 12 page document
    if not words or (lex.lang == "en" and value != 1 and not PLURAL.match(words[-1].group().lower())):
        return None
    return Noun(" ".join(word.group() for word in words), words[-1].end())


def _linked(flat: str, at: int, lex: Lexicon) -> int | None:
    """Return where the word that links a scale to its noun ends: des millions de personnes, una docena de bancos."""
    link = lex.after["link"].match(flat, at) if lex.raw["words"].get("link") and lex.script == "latin" else None
    if link is None or not link.group().strip():
        return None
    return link.end() - 1


def _words(text: str, flat: str, at: int, lex: Lexicon, value: Decimal) -> list[re.Match[str]]:
    """Return the words at ``at`` that may be a noun phrase, up to its plural."""
    words: list[re.Match[str]] = []
    while len(words) < (4 if lex.lang == "en" else 1):
        elided = not words and bool(lex.raw["words"].get("link")) and flat[at : at + 1] == "'"  # d'euros
        gap = 1 if elided or flat[at : at + 1] in (" ", "\u00a0", "\u202f") else 0
        if not gap:
            break
        word = _WORD.match(text, at + 1)
        if word is None:
            break
        if not words and flat[word.start() : word.end()] in lex.raw.get("pass", ()):
            at = word.end()
            continue
        if _no_noun(word, flat, lex):
            break
        if value == 1 and words and lex.lang == "en" and PLURAL.match(word.group().lower()):
            break  # a verb: "one proposal asks"
        words.append(word)
        at = word.end()
        if lex.lang == "en" and word.group()[0].isupper() and (names := _NAMES_AND.match(text, at)) is not None:
            at = names.end()
        if lex.lang == "en" and value != 1 and PLURAL.match(word.group().lower()):
            break
    return words


def _no_noun(word: re.Match[str], flat: str, lex: Lexicon) -> bool:
    """Say whether a word after a number is not what is counted: a small word, or one that belongs to what follows."""
    if flat[word.start() : word.end()] in lex.stop or flat[word.end() : word.end() + 1].isdigit():
        return True
    elided = _ELIDED.match(flat, word.start(), word.end())
    if elided is not None and lex.lang in ("fr", "it"):  # 380.000 dell'anno prima
        return True
    token = lex.tokens.get(flat[word.start() : word.end()])
    if token is not None and token.kind in ("add", "mul", "half"):
        return True
    if lex.script == "arab":
        return word.group().startswith("وال")  # "and the"
    return lex.lang == "de" and not word.group()[0].isupper()  # German nouns begin with a capital


def _counter(text: str, flat: str, at: int, lex: Lexicon) -> Noun | None:
    found = lex.after["counter"].match(flat, at)
    if found is None and lex.script == "hangul" and flat[at : at + 1] == " ":
        found = lex.after["counter"].match(flat, at + 1)
    return Noun(text[found.start() : found.end()], found.end()) if found else None
