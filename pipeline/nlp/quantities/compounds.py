"""Denominators of several words or pieces: thirty-fifths, centocinquesimi, dosmilésimos."""

from __future__ import annotations

from pipeline.nlp.quantities.lexicon import Lexicon
from pipeline.nlp.quantities.numerals import Token
from pipeline.nlp.quantities.phrases import evaluate


def hyphened(text: str, tokens: list[Token]) -> list[Token]:
    """Make one denominator of tens and a part with a hyphen between: thirty-fifths."""
    out: list[Token] = []
    for token in tokens:
        last = out[-1] if len(out) > 1 else None
        tens = last is not None and last.kind == "add" and 20 <= last.value < 100 and last.value % 10 == 0
        if (
            last is not None
            and tens
            and token.kind == "part"
            and 2 < token.value < 10
            and text[last.end : token.start] == "-"
        ):
            out[-1] = Token("part", last.value + token.value, last.start, token.end)
        else:
            out.append(token)
    return out


def compound_part(tokens: list[Token], before: list[Token], lex: Lexicon) -> list[Token]:
    """Make one denominator of a word such as centocinquesimi (105ths); honderdachtste alone is an ordinal."""
    last = tokens[-1]
    if len(tokens) < 2 or last.kind not in ("part", "parts"):
        return tokens
    body = (
        tokens[:-1]
        if last.kind == "parts"
        else [*tokens[:-1], Token(_part_kind(last), last.value, last.start, last.end)]
    )
    upper = bool(before) and before[-1].kind in ("digits", "add", "mul", "article")
    large = last.kind == "parts" or last.value >= 1000
    if not any(t.kind in ("mul", "and") for t in tokens[:-1]) and not (upper and large):
        return tokens
    below = evaluate(body, lex.grammar)
    return [Token("part", below[0].value, tokens[0].start, last.end)] if len(below) == 1 and below[0].value else tokens


def _part_kind(token: Token) -> str:
    return "mul" if token.value >= 100 else "add"
