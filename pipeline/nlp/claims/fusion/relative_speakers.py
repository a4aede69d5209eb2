"""Who speaks in a relative clause: its antecedent ("I spoke with Voss, who says that P").

The learned reader finds the verb and what is said, and may miss the name that stands before the comma, or name half.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.nlp.claims.rules.speakers import can_speak
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import tokenize
from pipeline.records import Passage, Span

_RELATIVES = {
    "en": "who",
    "de": "der|die",
    "fr": "qui|lequel|laquelle",
    "es": "que|quien|quienes|el cual|la cual",
    "it": "che|il quale|la quale|i quali",
    "pt": "que|quem|o qual|a qual",
    "nl": "die",
    "ru": r"котор(?:ый|ая|ые)",
}
"""Relatives that can be the subject of a verb of saying."""
_WORDS = 4
"""Most words of the name before the comma."""


@cache
def _pattern(code: str) -> re.Pattern[str] | None:
    form = _RELATIVES.get(code)
    words = r"(?:\s+(?!que\b|che\b|qui\b)[^\W\d_]+){0,2}"
    return re.compile(rf",\s+(?:{form}){words}\s*\Z", re.IGNORECASE) if form else None


def antecedent(text: str, cue: Span, passage: Passage, lexicon: Lexicon) -> Span | None:
    """Return the name before a comma and the relative that opens the clause of a cue, perhaps with adverbs between."""
    pattern = _pattern(lexicon.code)
    found = pattern.search(text[passage.start : cue.start]) if pattern is not None else None
    if found is None:
        return None
    tokens = tokenize(text[passage.start : passage.start + found.start()], passage.start)
    first = len(tokens)
    while first and len(tokens) - first < _WORDS and tokens[first - 1].is_word and tokens[first - 1].is_capital:
        first -= 1
    words = tokens[first:]
    least = 2 if lexicon.code == "de" else 1  # every German noun has a capital
    if len(words) < least or not can_speak(words, lexicon):
        return None
    return Span(words[0].start, words[-1].end)
