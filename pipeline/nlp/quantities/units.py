"""The unit of a number: after it, before it, around degrees, and what a rate is per."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.nlp.quantities.amount import SPACES, Source, clean
from pipeline.nlp.quantities.lexicon import Lexicon, Unit
from pipeline.nlp.quantities.numerals import EXACT, Number


def unit_after(source: Source, end: int, currency: Unit | None) -> tuple[Unit, int] | None:
    """Return the unit that follows a number, and its end. After a currency sign only its own name may follow."""
    lex, text, flat = source.lex, source.text, source.flat
    gap = lex.after["link"].match(flat, end)
    starts = {end}
    if end < len(text) and text[end] in SPACES:
        starts.add(end + 1)
    if end < len(text) and flat[end] == "-":
        starts.add(end + 1)
    if gap is not None:
        starts.add(gap.end())
    chip = _CHIP.match(text, end)
    if chip is not None:
        starts.add(chip.end())
    if currency is None and (special := _set_apart(text, end, lex)) is not None:
        return special
    best: tuple[Unit, int] | None = None
    for at in sorted(starts):
        for table, pattern, body in (
            (lex.signs, lex.sign, text),
            (lex.symbols, lex.symbol, text),
            (lex.units, lex.unit, flat),
        ):
            match = pattern.match(body, at)
            if match is None or (table is lex.signs and (_of_next(text, match) or match.group() in lex.symbols)):
                continue
            unit = table.get(match.group()) or table.get(re.sub(rf"[{SPACES}]+", " ", match.group()))
            if unit is None or (best is not None and best[1] >= match.end()):
                continue
            if currency is not None and not unit.currency:
                continue
            if match.group() in ("l", "d") and flat.startswith("'", match.end()):
                continue  # un cinquième de l'original
            best = unit, match.end()
    return best


def _set_apart(text: str, end: int, lex: Lexicon) -> tuple[Unit, int] | None:
    """Return a unit that is written in an unusual way: 20 C, 10", 5 (kg)."""
    if (bare := _BARE_C.match(text, end)) is not None:
        return lex.symbols["°C"], bare.end()
    if (mark := _inch_mark(text, end)) is not None:
        return lex.symbols["″"], mark
    boxed = _BOXED.match(text, end)
    if boxed is not None and boxed[boxed.lastindex or 1] in lex.symbols:
        return lex.symbols[boxed[boxed.lastindex or 1]], boxed.end()
    return None


def _inch_mark(text: str, end: int) -> int | None:
    """Return where the double stroke for inches ends: 10" where no quotation is open, or apart as in 10 " long."""
    found = _INCH.match(text, end)
    if found is None or not text[end - 1 : end].isdigit():
        return None
    tight = found.start(1) == end
    if tight and text.count('"', max(0, end - _QUOTED), end) % 2:
        return None  # it closes a quotation
    return found.end()


def _of_next(text: str, sign: re.Match[str]) -> bool:
    """Say whether a currency sign belongs to the number that follows: 3 USD50 cards."""
    name = sign.group()
    return (name[-1].isalpha() or name == "\\") and text[sign.end() : sign.end() + 1].isdigit()


def unit_before(source: Source, start: int) -> tuple[Unit, int] | None:
    """Return the currency that is written out before a number: "dollari 4"."""
    before = source.before("unit", start)
    if before is None:
        return None
    begin = start - before.end()
    if begin < source.floor:
        return None
    unit = source.lex.units.get(clean(source.flat[begin:start]))
    return (unit, begin) if unit is not None and (unit.currency or unit.code in ("Cel", "[degF]")) else None


def share_of(source: Source, start: int, end: int) -> tuple[Unit, int] | None:
    """Return the percent sign for a number behind "a percentage of", with nothing behind it that it could count."""
    before = source.before("percent_of", start)
    if before is None or start - before.end() < source.floor or source.flat[end : end + 1] not in ("", *".,;!?)"):
        return None
    return source.lex.symbols["%"], start - before.end()


def extra_half(source: Source, value: Decimal, end: int) -> tuple[Decimal, int]:
    """Return the value with the half that follows its unit: 三斤半, "dos años y medio"."""
    half = source.after("half", end)
    if half is None or value != value.to_integral_value():
        return value, end
    return EXACT.add(value, Decimal("0.5")), half.end()


def temperature(source: Source, unit: Unit, start: int, end: int) -> tuple[Unit, int, int]:
    """Return the scale that is named around degrees: "degrees C", 摄氏30度."""
    scale = _SCALE.match(source.flat, end)
    if scale is not None:
        return source.lex.symbols["°" + scale.group(1).upper()], start, scale.end()
    before = source.before("unit", start)
    named = source.lex.units.get(clean(source.flat[start - before.end() : start])) if before else None
    if before is not None and named is not None and not named.currency:
        return named, start - before.end(), end
    return unit, start, end


def scale_named(source: Source, end: int) -> bool:
    """Say whether a degree sign and its scale stand at ``end``: 37º C is no ordinal."""
    return source.flat[end : end + 1] in ("º", "°") and _SCALE.match(source.flat, end + 1) is not None


def below_zero(source: Source, start: int) -> bool:
    """Say whether a minus with blanks on both sides stands before degrees, behind a plain word: "to - 20 degrees"."""
    before = source.text[max(source.floor, start - 8) : start]
    return _MINUS.search(before) is not None


def unit_from_scale(source: Source, number: Number) -> tuple[Unit, int] | None:
    """Return the unit that a multiplier only begins, and its end: 12千米 is 12 kilometres, 1兆赫 one megahertz."""
    if not number.scaled or source.lex.spaced or number.scale not in _BEGIN:
        return None
    match = source.lex.unit.match(source.flat, number.end - 1)
    return (source.lex.units[match.group()], match.end()) if match and match.end() > number.end else None


def prefix_only(source: Source, number: Number) -> bool:
    """Say whether a number is only the multiplier that begins a unit: 千瓦时 without a number before it."""
    if source.lex.spaced or not number.scaled or number.value != number.scale or number.end - number.start > 1:
        return False
    match = source.lex.unit.match(source.flat, number.start)
    return match is not None and match.end() > number.end


def more_tenths(source: Source, end: int) -> tuple[Decimal, int]:
    """Return the percent that follow tenths, and their end: 3割5分, 七成六, 5割半."""
    found = _HUNDREDTHS.match(source.flat, end)
    if found is None:
        return Decimal(0), end
    digit = found.group(2)
    if digit is None:
        return Decimal(5), found.end()
    return Decimal(int(digit) if digit.isdecimal() else "一二三四五六七八九".index(digit) + 1), found.end()


DEGREES = frozenset(("Cel", "[degF]"))
_BEGIN = frozenset((Decimal(1000), Decimal(10**12)))
_MINUS = re.compile(r"[^\W\d_] [-−] $")
_HUNDREDTHS = re.compile(r"(半)|[ ]?([1-9一二三四五六七八九])(?:分(?!の|之)|(?=$|[\s、。，,.的の]))")
_CHIP = re.compile(r"[ ](?:(?:Nvidia|NVIDIA|AMD)[ ])?[A-Z]{1,3}\d{2,4}[A-Za-z]?[ -](?=GPU)")
"""The make of a processor between a number and what is counted: 2,048 H800 GPUs."""
_INCH = re.compile(r'[ ]?(")(?=[ ][a-z(]|[ ]?[x×])')
_QUOTED = 400
"""Characters before a stroke in which a quotation may have begun."""
_BARE_C = re.compile(r"(?<=\d)[ ]C(?=[.,;)]?$|[.,;)] | [a-z])")
_BOXED = re.compile(r"[ ]?(?:\(([^\W\d_]{2,5})\)|\[([^\W\d_]{2,5})\]|<([^\W\d_]{2,5})>|\{([^\W\d_]{2,5})\})")
_SCALE = re.compile(rf"[{SPACES}]?([cf])(?![^\W_])")
