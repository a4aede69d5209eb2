"""Fractions of a large number: "two thirds of a million", "un quart de milliard", نصف مليون."""

from __future__ import annotations

from decimal import Decimal

from pipeline.nlp.quantities.lexicon import Lexicon
from pipeline.nlp.quantities.numerals import DIVIDE, EXACT, ONE, Number, Token

_SMALLEST = Decimal(1000)


def of_large(text: str, number: Number, lex: Lexicon) -> Number:
    """Return the number times the scale that it is a part of, if one follows; else the number itself."""
    if not number.fraction or number.percent:
        return number
    gap = lex.after["portion"].match(text, number.end)
    match = lex.token.match(text, gap.end()) if gap is not None else None
    token = lex.tokens.get(match.group()) if match is not None else None
    if match is None or token is None or token.kind != "mul" or token.value < _SMALLEST:
        return number
    value = EXACT.multiply(number.value, token.value)
    return number._replace(
        end=match.end(),
        value=value.normalize(EXACT),
        fraction=False,
        weak=False,
        scaled=True,
        scale=token.value,
    )


def one_part(text: str, part: Token, lex: Lexicon) -> list[Number]:
    """Return one part of the scale that follows it: quart de million; nothing when none does."""
    share = Number(part.start, part.end, DIVIDE.divide(ONE, part.value), False, False, True)
    return [share] if of_large(text, share, lex).end > share.end else []
