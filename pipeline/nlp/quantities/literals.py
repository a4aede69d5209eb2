"""Numbers in digits: each language's separators, exponents, and lists without blanks."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.nlp.quantities.lexicon import Lexicon
from pipeline.nlp.quantities.numerals import DIVIDE, EXACT

LONGEST = 60
"""Digits in a literal beyond which it is a key or a hash, not an amount."""
MARKS = 20
"""Separators in a literal beyond which it is a list without blanks."""
_SPACE = r"[ \u00a0\u202f\u2009\u2007]"
_LITERAL = re.compile(
    rf"(?:\d{{1,3}}(?:{_SPACE}\d{{3}}(?!\d)){{1,20}}(?:[.,٫]\d{{1,61}})?"
    r"|\d{1,61}(?:[.,'٬٫·]\d{1,61}){0,24}|[.,٫]\d{1,61})(?:e[+-]?\d{1,3}(?!\w))?"
)
_POWER = re.compile(r"\^\(?([+-]?\d{1,4})\)?|[の的]([+-]?\d{1,4})(?:乗|次方)")
_TIMES_TEN = re.compile(rf"{_SPACE}?[x×*·]{_SPACE}?10")
_LOST = re.compile(r"-\d{1,2}(?!\d)")  # the superscript was lost on the way
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_SUPER = re.compile("[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}")


def literal(text: str, start: int, lex: Lexicon) -> tuple[Decimal, int] | None:
    """Read the digits at ``start``; return (value, end), or None for what is no amount (a version, a key)."""
    match = _LITERAL.match(text, start)
    if match is None:
        return None
    body, _, exponent = match.group().partition("e")
    if start > 1 and "," in body and text[start - 1] == "," and text[start - 2].isdigit():
        return Decimal(int(re.split(r"\D", body)[0])), start + body.index(",")  # a list without blanks: 22,24,26,31
    if len(body) > LONGEST or sum(map(body.count, ".,'٬")) > MARKS:
        return None
    value, used = _separated(body, lex)
    if value is None:
        return None
    end = start + used
    if used == len(body):
        end = match.end()
        if exponent:
            value = EXACT.scaleb(value, int(exponent))
    return _power(text, value, end)


def _power(text: str, value: Decimal, end: int) -> tuple[Decimal, int]:
    """Read what raises the literal: ``^26``, ``²⁵``, ``× 10^25``."""
    times = _TIMES_TEN.match(text, end)
    if times is not None:
        raised = _exponent(text, times.end())
        if raised is None and (lost := _LOST.match(text, times.end())):
            raised = int(lost.group()), lost.end()
        if raised is not None:
            return EXACT.scaleb(value, raised[0]), raised[1]
    raised = _exponent(text, end)
    if raised is None or (value != 10 and abs(raised[0]) > 64):
        return value, end
    if _SUPER.match(text, end) and value != 10:
        return value, end
    if value == 10:
        return EXACT.scaleb(Decimal(1), raised[0]), raised[1]
    base = EXACT.power(abs(value), abs(raised[0])) if value else value
    return (DIVIDE.divide(1, base) if raised[0] < 0 and base else base), raised[1]


def _exponent(text: str, at: int) -> tuple[int, int] | None:
    match = _POWER.match(text, at)
    if match is not None:
        return int(match.group(1) or match.group(2)), match.end()
    match = _SUPER.match(text, at)
    return (int(match.group().translate(_RAISED)), match.end()) if match else None


def _separated(body: str, lex: Lexicon) -> tuple[Decimal | None, int]:
    """Tell grouping marks from decimal marks; return the value and how many characters it used."""
    marks = [c for c in body if not c.isdigit()]
    if not marks:
        return Decimal(body), len(body)
    if not body[0].isdigit():
        return (Decimal("0." + body[1:]), len(body)) if len(marks) == 1 else (None, 0)
    groups = re.split(r"\D", body)
    last = marks[-1]
    if len(set(marks)) == 1:
        return _one_mark(groups, last, len(marks), lex, body)
    inner = set(marks[:-1])
    if len(inner) == 1 and last != marks[0] and _grouped(groups[:-1]):
        return Decimal("".join(groups[:-1]) + "." + groups[-1]), len(body)
    return None, 0


def _one_mark(groups: list[str], mark: str, count: int, lex: Lexicon, body: str) -> tuple[Decimal | None, int]:
    whole = "".join(groups)
    if mark in " \u00a0\u202f\u2009\u2007":
        thousands = groups[1] == "000"  # no number of its own
        if mark == " " and not thousands and lex.lang in ("en", "zh", "ja", "ko") and count == 1:
            return Decimal(groups[0]), len(groups[0])
        return Decimal(whole), len(body)
    if mark in "'٬":
        return (Decimal(whole), len(body)) if _grouped(groups) else (Decimal(groups[0]), len(groups[0]))
    if mark == "٫":
        return (Decimal(".".join(groups)), len(body)) if count == 1 else (None, 0)
    if count > 1:
        if _grouped(groups):
            return Decimal(whole), len(body)
        return (None, 0) if mark == "." else (Decimal(groups[0]), len(groups[0]))
    grouping = mark in lex.groups and mark != lex.decimal
    if grouping and _grouped(groups) and groups[0] != "0":
        return Decimal(whole), len(body)
    if mark == "," and lex.decimal == "." and not (lex.lang == "ar" or len(groups[1]) < 3):
        return Decimal(groups[0]), len(groups[0])
    return Decimal(groups[0] + "." + groups[1]), len(body)


def _grouped(groups: list[str]) -> bool:
    """Threes after the first group, or twos and a last three (12,34,567)."""
    if not 1 <= len(groups[0]) <= 3 or len(groups[-1]) != 3:
        return len(groups) == 1
    inner = {len(g) for g in groups[1:-1]}
    return inner <= {3} or (inner == {2} and len(groups[0]) <= 2)
