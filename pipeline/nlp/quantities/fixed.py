"""Words that hold a number and what it counts in one: doubled, third (place), hundreds of, каждый пятый."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pipeline.nlp.quantities.folding import fold
from pipeline.nlp.quantities.lexicon import Lexicon
from pipeline.nlp.quantities.numerals import DIVIDE


def fixed_words(lex: Lexicon, data: Mapping[str, Any]) -> None:
    """Collect the words of a language that hold a number and its unit in one, with what they are."""
    _multiples(lex, data["multiples"], data["number"])
    _ordinals(lex, data["ordinal"])
    for word, value in data["number"].get("vague", {}).items():
        for form in (word, *((word[:-1] + "'",) if word.endswith((" de", " di")) else ())):
            lex.fixed[fold(form)] = ("vague", None, value)
    for word, (value, unit) in data.get("dual", {}).items():
        lex.fixed[fold(word)] = ("dual", Decimal(value), unit)


def _multiples(lex: Lexicon, multiples: Mapping[str, Any], number: Mapping[str, Any]) -> None:
    for word, value in multiples["double"].items():
        lex.fixed[fold(word)] = ("multiple", _exact(value), "1")
    plain = (*number["add"].items(), *number["mul"].items())
    for ending in multiples.get("suffix", ()):
        for word, value in plain:  # but of one, which says "simple": einfach
            lex.fixed.setdefault(fold(word + ending), ("multiple", Decimal(value), "1"))
    for before, after in multiples.get("around", ()):
        for word, value in plain:
            if Decimal(value) > 1:
                lex.fixed.setdefault(fold(before + word + after), ("multiple", Decimal(value), "1"))
    for each in multiples.get("each", ()):
        for word, value in multiples["each_words"].items():
            lex.fixed[fold(f"{each} {word}")] = ("each", DIVIDE.divide(1, Decimal(value)), "1")


def _ordinals(lex: Lexicon, ordinal: Mapping[str, Any]) -> None:
    for word, value in ordinal.get("words", {}).items():
        if lex.spaced:
            lex.fixed.setdefault(fold(word), ("ordinal", Decimal(value), "rank"))
        for ranked in () if lex.spaced else ordinal["ranked"]:  # 排名第三
            lex.fixed[fold(ranked + word)] = ("rank", Decimal(value), "rank")


def _exact(value: str) -> Decimal:
    """Return a value of the data, which may be written as a fraction: 1/3."""
    above, _, below = value.partition("/")
    return DIVIDE.divide(Decimal(above), Decimal(below)) if below else Decimal(above)
