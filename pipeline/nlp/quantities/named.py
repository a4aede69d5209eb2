"""Units that are named without a number: "convert it to degrees Celsius", "paid in dollars", "by the barrel"."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.nlp.quantities.lexicon import Lexicon, lexicon
from pipeline.nlp.quantities.units import DEGREES
from pipeline.nlp.quantities.walk import amounts

_SHORTEST = 4
"""Letters of a unit word that is told from other words without a number, where words are divided by blanks."""


def named_units(text: str, lang: str) -> tuple[tuple[int, int, str], ...]:
    """Return (start, end, English name) of the currencies, temperature scales and sizes that stand without a number.

    >>> named_units("How much is 30 degrees Celsius in Fahrenheit?", "en")
    ((34, 44, 'fahrenheit'),)
    """
    lex = lexicon(lang)
    flat = lex.fold(text)
    if lex.unit.search(flat) is None:
        return ()
    taken = [(a.start, a.end) for a in amounts(text, lang)]
    out = []
    for match in _pattern(lex).finditer(flat):
        unit = lex.units.get(re.sub(r"\s+", " ", match.group()))
        start, end = match.span()
        if unit is None or not (unit.kind in ("money", "size") or unit.code in DEGREES):
            continue
        if end - start >= (_SHORTEST if lex.spaced else 2) and all(end <= a or start >= b for a, b in taken):
            out.append((start, end, unit.name))
    return tuple(out)


@lru_cache(maxsize=16)
def _pattern(lex: Lexicon) -> re.Pattern[str]:
    return re.compile((r"(?<!\w)" if lex.spaced else "") + f"(?:{lex.unit.pattern})")
