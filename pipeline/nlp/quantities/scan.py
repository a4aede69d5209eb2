"""Number phrases in a folded text: literals with each language's separators, and number words."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from pipeline.nlp.quantities.compounds import compound_part, hyphened
from pipeline.nlp.quantities.folding import fold
from pipeline.nlp.quantities.lexicon import Lexicon
from pipeline.nlp.quantities.literals import literal
from pipeline.nlp.quantities.numerals import DIVIDE, THOUSAND, Number, Token
from pipeline.nlp.quantities.phrases import evaluate
from pipeline.nlp.quantities.portions import of_large, one_part
from pipeline.nlp.quantities.powers import raised

MOST = 64
"""Words of a number phrase beyond which it is a table or noise."""
_SPACE = r"[ \u00a0\u202f\u2009\u2007]"
_RUN = re.compile(r"(?:\d+[.,'٬٫]?)*")
_FRACTION = re.compile(r"/(\d{1,4})(?![\d/])")
_BETWEEN = re.compile(rf"{_SPACE}?-{_SPACE}?(?=[^\W\d])|{_SPACE}{{0,3}}")
_GLYPHS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
           "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}  # fmt: skip


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
    _drop_trailing(text, tokens, lex)
    _drop_period(text, tokens, lex)
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


def _drop_trailing(text: str, tokens: list[Token], lex: Lexicon) -> None:
    """Drop the connectors, articles and the like at the end of a phrase: they belong to what follows."""
    while tokens and tokens[-1].kind in ("and", "article", "point", "odd", "with", "minus"):
        if tokens[-1].kind == "article" and (len(tokens) == 1 or "adding" in lex.raw["number"]):
            return
        if tokens[-1].kind == "odd" and not lex.spaced and _counts(text, tokens[-1].end, lex):
            return
        tokens.pop()


def _drop_period(text: str, tokens: list[Token], lex: Lexicon) -> None:
    """Drop a part that is a stretch of time: only three quarters are a part, and not the last three quarters."""
    if len(tokens) < 2 or tokens[-1].kind != "part" or text[tokens[-1].start : tokens[-1].end] != lex.raw.get("period"):
        return
    before = tokens[-2]
    recent = lex.before["period"].match(text[max(0, before.start - 24) : before.start][::-1])
    if before.kind in ("add", "digits") and before.value > 1 and (before.value != _THREE or recent is not None):
        tokens.pop()


_THREE = Decimal(3)


def _counts(text: str, at: int, lex: Lexicon) -> bool:
    """Say whether a counter or a unit stands at ``at``: a word for "and some" before it belongs to the number."""
    at += text[at : at + 1] == " "
    return lex.after["counter"].match(text, at) is not None or lex.unit.match(text, at) is not None


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
    if lex.script == "hangul" and before and before[-1].kind == "digits" and _scored(text, match, lex):
        return []  # 10점 만점
    if (
        lex.script == "hangul"
        and before
        and match.group() == "이"
        and (_particle(text, at, before[-1]) or text[before[-1].start : before[-1].end] in lex.raw["number"]["native"])
    ):
        return []  # a particle, or "is"
    if lex.spaced and before and before[-1].end == at and before[-1].kind not in ("digits", "and"):
        return []
    if lex.script in ("han", "hangul") and before and _foreign(text, match, before[-1], lex):
        return []
    words = _words(text, match, lex)
    if before and before[-1].kind in ("digits", "add") and match.group() in _counted_duals(lex):
        return [words[0]._replace(kind="mul", value=words[0].value / 2)]  # a dual, but counted: 40 ألفا
    return compound_part(words, before, lex) if len(words) > 1 else words


@lru_cache(maxsize=32)
def _counted_duals(lex: Lexicon) -> frozenset[str]:
    return frozenset(map(fold, lex.raw["number"].get("counted_dual", ())))


def _particle(text: str, at: int, last: Token) -> bool:
    """Say whether 이 behind a number is "is" or marks the subject: 이십만이 떠났다."""
    subject = last.kind == "mul" and last.value >= THOUSAND and not "가" <= text[at + 1 : at + 2] <= "힣"
    return text.startswith("이다", at) or (subject and last.end == at)


def _scored(text: str, match: re.Match[str], lex: Lexicon) -> bool:
    """Say whether a Korean point behind digits counts marks: no digit follows it."""
    token = lex.tokens.get(match.group())
    return token is not None and token.kind == "point" and not text[match.end() : match.end() + 1].isdigit()


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
    if match.start() > last.end and last.kind == "add" and text[last.start : last.end] == "이":
        return True  # "this" before another word: 이 경기, 이 조명
    native = word in lex.raw["number"].get("native", ())
    return native and last.kind == "mul" and (last.value == 10 or last.value >= 10000)
