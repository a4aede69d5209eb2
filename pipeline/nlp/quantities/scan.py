"""Number phrases in a folded text: literals with each language's separators, and number words."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from pipeline.nlp.quantities.compounds import compound_part, hyphened
from pipeline.nlp.quantities.lexicon import Lexicon
from pipeline.nlp.quantities.numerals import DIVIDE, EXACT, THOUSAND, Number, Token
from pipeline.nlp.quantities.phrases import evaluate
from pipeline.nlp.quantities.portions import of_large, one_part
from pipeline.nlp.quantities.powers import raised

LONGEST = 60
"""Digits in a literal beyond which it is a key or a hash, not an amount."""
MARKS = 20
"""Separators in a literal beyond which it is a list without blanks."""
MOST = 64
"""Words of a number phrase beyond which it is a table or noise."""
_SPACE = r"[ \u00a0\u202f\u2009\u2007]"
_LITERAL = re.compile(
    rf"(?:\d{{1,3}}(?:{_SPACE}\d{{3}}(?!\d)){{1,20}}(?:[.,٫]\d{{1,61}})?"
    r"|\d{1,61}(?:[.,'٬٫·]\d{1,61}){0,24}|[.,٫]\d{1,61})(?:e[+-]?\d{1,3}(?!\w))?"
)
_RUN = re.compile(r"(?:\d+[.,'٬٫]?)*")
_FRACTION = re.compile(r"/(\d{1,4})(?![\d/])")
_POWER = re.compile(r"\^\(?([+-]?\d{1,4})\)?|[の的]([+-]?\d{1,4})(?:乗|次方)")
_TIMES_TEN = re.compile(rf"{_SPACE}?[x×*·]{_SPACE}?10")
_LOST = re.compile(r"-\d{1,2}(?!\d)")  # the superscript was lost on the way
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_SUPER = re.compile("[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}")
_BETWEEN = re.compile(rf"{_SPACE}?-{_SPACE}?(?=[^\W\d])|{_SPACE}{{0,3}}")
_GLYPHS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
           "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}  # fmt: skip


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


@lru_cache(maxsize=4096)
def _split(word: str, lex: Lexicon) -> tuple[tuple[str, int], ...]:
    """Cut a compound into (piece, offset); empty when it does not come out even."""
    best: list[tuple[tuple[str, int], ...] | None] = [None] * (len(word) + 1)
    best[0] = ()
    for at in range(len(word)):
        before = best[at]
        if before is None:
            continue
        for piece in lex.pieces:
            stop = at + len(piece)
            if word.startswith(piece, at) and (best[stop] is None or len(best[stop] or ()) > len(before) + 1):
                best[stop] = (*before, (piece, at))
    return best[-1] or ()


Lexicon.__hash__ = object.__hash__  # type: ignore[method-assign]  # one object per language: identity is enough


def _words(text: str, match: re.Match[str], lex: Lexicon) -> list[Token]:
    """Return the token of a number word, or the tokens of a compound."""
    word, start = match.group(), match.start()
    key = word if word in lex.tokens else re.sub(rf"{_SPACE}+", " ", word)
    plain = lex.tokens.get(key)
    if plain is not None:
        return [Token(plain.kind, plain.value, start, match.end(), plain.weak)]
    out = []
    for piece, at in _split(word, lex):
        token = lex.tokens.get("+" + piece) or lex.tokens.get(piece)
        kind = "and" if token is None else token.kind
        out.append(Token(kind, token.value if token else Decimal(0), start + at, start + at + len(piece)))
    return out


def _digits(text: str, at: int, lex: Lexicon) -> list[Token]:
    """Return the token of a literal or of a written fraction at ``at``."""
    if text[at] in _GLYPHS:
        above, below = _GLYPHS[text[at]]
        return [Token("fraction", DIVIDE.divide(above, below), at, at + 1)]
    found = literal(text, at, lex)
    if found is None:
        return []
    value, end = found
    over = _FRACTION.match(text, end)
    if over and int(over.group(1)) and value == value.to_integral_value() and "," not in text[at:end]:
        return [Token("fraction", DIVIDE.divide(value, int(over.group(1))), at, over.end())]
    return [Token("digits", value, at, end)]


def phrase(text: str, start: int, lex: Lexicon) -> tuple[list[Number], int]:
    """Read the number phrase at ``start``; return its numbers and where the phrase ends.

    A phrase is number words and literals with only blanks, hyphens or connectors between; it may hold several numbers.
    """
    tokens: list[Token] = []
    at = end = start
    while True:
        found = _next(text, at, lex, tokens)
        if not found:
            break
        tokens += found
        end = found[-1].end
        if len(tokens) > MOST:
            run = lex.flood.match(text, end)
            return [], run.end() if run else end
        gap = _BETWEEN.match(text, end)
        at = gap.end() if gap else end
        if lex.script == "arab" and text.startswith("و", at) and at > end:
            tokens.append(Token("and", Decimal(0), at, at + 1))
            at += 2 if text.startswith(" ", at + 1) else 1
        elif tokens[-1].kind == "mul" and text.startswith(", ", end) and _goes_on(text, end + 2, tokens[-1], lex):
            at = end + 2
    while tokens and tokens[-1].kind in ("and", "article", "point", "odd", "with", "minus"):
        if tokens[-1].kind == "article" and (len(tokens) == 1 or "adding" in lex.raw["number"]):
            break
        tokens.pop()
    if not tokens:
        return [], max(end, _RUN.match(text, start).end(), start + 1)  # type: ignore[union-attr]  # it matches nothing too
    numbers = evaluate(hyphened(text, tokens), lex.grammar)
    end = max(tokens[-1].end, start + 1)
    if not numbers and len(tokens) == 1 and tokens[0].kind == "part" and lex.spaced:
        numbers = one_part(text, tokens[0], lex)
    if numbers:
        numbers[-1] = of_large(text, numbers[-1], lex)
        end = max(end, numbers[-1].end)
    if numbers and "power" in lex.raw["number"]:
        numbers[-1] = raised(text, numbers[-1], lex, phrase)
        end = max(end, numbers[-1].end)
    return numbers, end


def _goes_on(text: str, at: int, last: Token, lex: Lexicon) -> bool:
    """Say whether hundreds follow the comma behind a scale word: two million, three hundred thousand."""
    if not lex.spaced or last.value < THOUSAND:
        return False
    for _ in range(6):
        match = lex.token.match(text, at)
        token = lex.tokens.get(match.group()) if match is not None else None
        if match is None or token is None or token.kind not in ("add", "mul", "and"):
            return False
        if token.value >= 100:
            return token.value < last.value
        at = match.end() + (text[match.end() : match.end() + 1] in (" ", "-"))
    return False


def _part_of_word(text: str, match: re.Match[str], lex: Lexicon) -> bool:
    """Say whether a fraction word only begins a longer word: third-party."""
    token = lex.tokens.get(match.group())
    follows = text[match.end() + 1 : match.end() + 2]
    return token is not None and token.kind == "part" and follows.isalpha()


def _leads(text: str, at: int, lex: Lexicon) -> bool:
    """Say whether the mark at ``at`` is the point of a decimal without a whole part (.5)."""
    if not text[at + 1 : at + 2].isdigit() or (text[at] != "." and text[at] != lex.decimal):
        return False
    return at == 0 or text[at - 1].isspace() or text[at - 1] in "(-+$"


def _next(text: str, at: int, lex: Lexicon, before: list[Token]) -> list[Token]:
    if at >= len(text):
        return []
    char = text[at]
    if char.isdigit() or char in _GLYPHS or (char in ".,٫" and not before and _leads(text, at, lex)):
        tight = bool(before) and before[-1].kind == "digits" and before[-1].end == at and char not in _GLYPHS
        if before and (before[-1].kind == "article" or tight):
            return []
        return _digits(text, at, lex)
    if before and before[-1].kind == "share" and (minus := lex.after["minus"].match(text, at)):
        return [Token("minus", Decimal(0), at, minus.end())]
    match = lex.token.match(text, at)
    if match is None or _coin(match.group(), before, lex):
        return []
    if (
        lex.script == "hangul"
        and before
        and match.group() == "이"
        and (text.startswith("이다", at) or text[before[-1].start : before[-1].end] in lex.raw["number"]["native"])
    ):
        return []  # a particle, or "is"
    if lex.spaced and before and before[-1].end == at and before[-1].kind not in ("digits", "and"):
        return []
    if lex.script in ("han", "hangul") and before and _foreign(text, match, before[-1], lex):
        return []
    words = _words(text, match, lex)
    return compound_part(words, before, lex) if len(words) > 1 else words


def _coin(word: str, before: list[Token], lex: Lexicon) -> bool:
    """Say whether a word for hundreds is a coin: nobody writes fifty hundreds in digits (French: 50 cents)."""
    last = before[-1] if before else None
    counted = last is not None and last.kind == "digits" and (last.value >= 10 or last.value != int(last.value))
    return counted and word in lex.raw["number"].get("coin", ())


def _foreign(text: str, match: re.Match[str], last: Token, lex: Lexicon) -> bool:
    """Say whether a numeral cannot follow: 两 but before a multiplier (else the weight), native 네 behind 십 or 만."""
    word = match.group()
    if word in ("两", "兩") and last.kind in ("add", "mul"):
        after = lex.token.match(text, match.end())
        known = lex.tokens.get(after.group()) if after else None
        return known is None or known.kind != "mul"
    native = word in lex.raw["number"].get("native", ())
    return native and last.kind == "mul" and (last.value == 10 or last.value >= 10000)
