"""Words of a text and their inflection: what has to be taken off a written form to find the name inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.nlp.entities.items import cue_words

_FOLD = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\t": " ", "’": "'", "‘": "'", "\u2011": "-", "\u2010": "-"}
    | {"–": "-", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ё": "е", "Ё": "Е"}
)
"""One character for one, so that offsets stay true."""

LATIN = "0-9A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
CYRILLIC = "\u0400-\u052f"
ARABIC = "\u0620-\u064a\u066e-\u06d3"
_TOKEN = re.compile(rf"[{LATIN}]+|[{CYRILLIC}]+|[{ARABIC}]+|[\u0370-\u03ff]+|[\u0590-\u05ff]+")

_PREFIXES = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك")
_PLURAL_IN = frozenset(("de", "nl", "sv", "da", "no"))
_PARTICLES = re.compile(
    "(?:은|는|이|가|을|를|의|에|에서|에게|와|과|도|로|으로|만|부터|까지|처럼|보다|나|이나|라고|이라고|라는|이라는|라며|이라며|측|사|씨|들|인|한테|께서|다|이다"
    "|및|등|란|이란|조차|마저|입니다|였다|이었다)*"
)
_HANGUL = re.compile("[\uac00-\ud7a3]*")


@dataclass(frozen=True, slots=True)
class Token:
    """A run of letters and digits of one script."""

    start: int
    end: int
    text: str
    lower: str


def fold(text: str) -> str:
    """The text with variants of spaces, quotes, hyphens and some letters made one; the length stays the same."""
    return text.translate(_FOLD)


def lower_same_length(text: str) -> str:
    """Small letters, one for one ("İ" would become two characters)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def tokens(folded: str) -> list[Token]:
    """Words of a folded text, in order."""
    low = lower_same_length(folded)
    return [Token(m.start(), m.end(), m.group(), low[m.start() : m.end()]) for m in _TOKEN.finditer(folded)]


def stem(lower: str) -> str:
    """Form under which a name's word is indexed: a Cyrillic one without the ending that its cases change."""
    if len(lower) >= 4 and "\u0400" <= lower[0] <= "\u052f" and lower[-1] in "аяйьоеыи":
        return lower[:-1]
    return lower


def first_keys(token: Token) -> Iterator[tuple[str, int]]:
    """Index keys that a text's word may stand for, with the number of characters to skip before the name."""
    yield token.lower, 0
    c = token.lower[0]
    if "\u0400" <= c <= "\u052f":
        yield from ((key, 0) for key in _stems(token.lower))
    elif "\u0620" <= c <= "\u06d3":
        for prefix in _PREFIXES:
            if token.lower.startswith(prefix) and len(token.lower) - len(prefix) >= 3:
                yield token.lower[len(prefix) :], len(prefix)
    elif token.lower.endswith("s") and len(token.lower) > 3:
        yield token.lower[:-1], 0


def _stems(lower: str) -> Iterator[str]:
    for cut in (1, 2, 3):
        if len(lower) - cut >= 3 and lower[-cut:] in cue_words("case_endings"):
            yield lower[:-cut]


def word_matches(token: Token, key: str) -> bool:
    """True when a text's word is a form of an indexed one."""
    if token.lower == key:
        return True
    return "\u0400" <= token.lower[0] <= "\u052f" and key in _stems(token.lower)


def genitive(token: Token, key: str, language: str, is_term: bool) -> int | None:
    """Characters of a final -s that do not belong to the name: 0 if there is none, None if it is not allowed."""
    if token.lower != key + "s":
        return 0
    if is_term:
        return 0
    return 1 if language in _PLURAL_IN else None


def korean_ending(folded: str, end: int) -> bool:
    """True when nothing but particles follows in the run of Hangul at ``end``."""
    run = _HANGUL.match(folded, end, end + 12)
    return run is None or _PARTICLES.fullmatch(run.group()) is not None
