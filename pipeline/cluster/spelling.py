"""Names across scripts: what "Вера Ольшанская", "薇拉·奥利尚斯卡娅" and "Vera Olshanskaya" have in common.

A name is reduced to the classes of its consonants, since transliterators disagree on vowels, on l and r, on b, p, v
and f, on k and g; two names are compared by how much of these skeletons runs alike. It tells same from other only
together with what is said: a skeleton of three letters is shared by many.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from importlib.resources import files
from typing import cast

from pipeline.packaged import read_yaml

ALIKE = 0.74
"""Share of two skeletons that must run alike."""
LEAST = 3
"""Consonants that a skeleton needs to be compared."""
CLASSES = str.maketrans("bpvfwlrkgqxcszjtdmn", "PPPPPLLKKKKKSSSTTMN")
_LONG = "ー"
"""What lengthens a vowel in Japanese."""
_SCRIPT = re.compile(r"(?:HANGUL SYLLABLE|KATAKANA LETTER(?: SMALL)?|HIRAGANA LETTER(?: SMALL)?) (\w+)")


@lru_cache(maxsize=1)
def _sounds() -> Mapping[str, str]:
    """Return the sound of each character of the data file."""
    text = (files("pipeline.cluster") / "data" / "spelling.yaml").read_text(encoding="utf-8")
    tables = cast("dict[str, dict[str, str]]", read_yaml(text))
    spelled = {char: sound for sound, chars in tables["han"].items() for char in chars}
    return {**tables["cyrillic"], **tables["arabic"], **spelled}


@lru_cache(maxsize=4096)
def latin(name: str) -> str:
    """Spell a name in plain Latin letters; a character that no table knows becomes ``?``.

    >>> latin("Вера Ольшанская"), latin("아마이아"), latin("Íñigo")
    ('vera olshanskaia', 'amaia', 'inigo')
    """
    return "".join(_spelled(char) for char in unicodedata.normalize("NFC", name).casefold())


def _spelled(char: str) -> str:
    known = "" if char == _LONG else _sounds().get(char)
    if known is not None:
        return known
    if match := _SCRIPT.match(unicodedata.name(char, "")):
        return match.group(1).lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", char) if c.isascii())
    if plain and plain.isalnum():
        return plain
    return "?" if char.isalpha() else " "


@lru_cache(maxsize=4096)
def skeleton(name: str) -> tuple[str, ...]:
    """Return the consonant classes of each word of a name; ``?`` words are left out."""
    text = re.sub(r"ch|sh|zh|ts", "s", latin(name))
    text = re.sub(r"c(?=[eiy])", "s", text)
    words = [re.sub(r"(.)\1+", r"\1", re.sub("[^A-Z]", "", word.translate(CLASSES))) for word in text.split()]
    return tuple(word for word in words if word)


# Drift asks it of the speakers of every two quotations: few pairs of names, each many times.
@lru_cache(maxsize=65536)
def alike(a: str, b: str) -> bool | None:
    """Tell whether two names may be one, spelled in two scripts; None where it cannot be told.

    Family name first or last makes no difference, and a family name alone may stand for the whole.
    """
    one, other = skeleton(a), skeleton(b)
    if not one or not other or len("".join(one)) < LEAST or len("".join(other)) < LEAST:
        return None
    if "?" in latin(a) or "?" in latin(b):
        return True if any(len(w) >= LEAST and w in other for w in one) else None
    return max(_ratio(one, other), _ratio(one, other[::-1]), _part(one, other)) >= ALIKE


def _ratio(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    return SequenceMatcher(None, "".join(one), "".join(other), autojunk=False).ratio()


def _part(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Compare a single word with the best word of a longer name."""
    short, long = sorted((one, other), key=len)
    if len(short) != 1 or len(short[0]) < LEAST:
        return 0.0
    return max(_ratio(short, (word,)) for word in long)
