"""Powers in words: 二・五のマイナス一乗, 1.1の23乗, 10的24次方."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from pipeline.nlp.quantities.lexicon import Lexicon
from pipeline.nlp.quantities.numerals import DIVIDE, EXACT, Number

_LARGEST = 400
"""Exponents beyond this are noise."""
_MINUS = re.compile(r"-|[^\W\d_]+?ス|[负負]")
_Phrase = Callable[[str, int, Lexicon], tuple[list[Number], int]]


@lru_cache(maxsize=16)
def _patterns(lex: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    link, mark = lex.raw["number"].get("power_link"), lex.raw["number"].get("power")
    if not link or not mark:
        return None
    minus = "|".join(map(re.escape, ("-", *lex.raw["number"]["minus"])))
    return re.compile(f"(?:{'|'.join(link)})((?:{minus})*)"), re.compile("|".join(mark))


def raised(text: str, number: Number, lex: Lexicon, phrase: _Phrase) -> Number:
    """Return the number with the power that follows it, or the number itself."""
    patterns = _patterns(lex)
    sign = patterns[0].match(text, number.end) if patterns else None
    if patterns is None or sign is None or not 0 < abs(number.value) < 10**12:
        return number
    above, _ = phrase(text, sign.end(), lex)
    mark = patterns[1].match(text, above[0].end) if above else None
    if mark is None or above[0].value != above[0].value.to_integral_value() or above[0].value > _LARGEST:
        return number
    minuses = len(_MINUS.findall(sign.group(1)))
    exponent = -above[0].value if minuses % 2 else above[0].value
    power = (
        EXACT.power(number.value, abs(exponent)) if number.value == 10 else DIVIDE.power(number.value, abs(exponent))
    )
    return number._replace(end=mark.end(), value=DIVIDE.divide(1, power) if exponent < 0 else power, scaled=False)
