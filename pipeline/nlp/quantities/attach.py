"""From a number to an amount: sign, currency, scale, unit and rate from the words directly around it."""

from __future__ import annotations

import re
from decimal import Decimal
from unicodedata import normalize

from pipeline.nlp.quantities import dates, firms, skip
from pipeline.nlp.quantities.amount import SPACES, Amount, Source, kind_of
from pipeline.nlp.quantities.bare import context, leading, unitless
from pipeline.nlp.quantities.factors import TIMES, factor
from pipeline.nlp.quantities.lexicon import Unit
from pipeline.nlp.quantities.nouns import counted
from pipeline.nlp.quantities.numerals import DIVIDE, EXACT, Number
from pipeline.nlp.quantities.ranks import RANK, beside_place
from pipeline.nlp.quantities.rates import rate
from pipeline.nlp.quantities.units import (
    DEGREES,
    below_zero,
    extra_half,
    more_tenths,
    prefix_only,
    scale_named,
    share_of,
    temperature,
    unit_after,
    unit_before,
    unit_from_scale,
)


def attach(source: Source, number: Number) -> Amount | None:
    """Return the amount around one number, or None when the number is none."""
    value, start, end = number.value, number.start, number.end
    start, negative = _sign(source, start)
    unit: Unit | None = None
    left = _currency_before(source, start)
    if left is not None:
        unit, start = left
        start, sign = _sign(source, start)
        negative = negative or sign
    scaled = _suffix(source, end, number, unit)
    if scaled is not None and unit is None and firms.scaled(source, number, scaled[1]):
        return None
    if scaled is not None:
        value, end = EXACT.multiply(value, scaled[0]), scaled[1]
    if negative:
        value = -value
    if not source.lex.spaced and _labelled(source, start, end):
        return None
    if unit is None and (rank := _ordinal(source, number, start, end)) is not None:
        return rank
    if unit is None and (prefix_only(source, number) or _lone_half(source, number)):
        return None
    value, start, end, unit = _with_unit(source, number, value, start, end, unit)
    per, end, start = rate(source, unit, start, end)
    if per is not None and unit is not None and unit.name == "time":
        unit = Unit("time", "time", "count")  # how often, not how many times as much
    amount = Amount(start, end, value, unit=unit, per=per, number=number, lead=start)
    if unit is None:
        return unitless(source, amount)
    if unit.code == "s" and end == number.end + 1 and dates.year(source.flat, number, source.lex, False) is not None:
        return unitless(source, amount._replace(end=number.end, unit=None))  # 2018s best, without its apostrophe
    short = (end == number.end + 1 or _is_word(source, number.end, end)) and unit.kind in ("duration", "size")
    if short and skip.named(source.text, source.flat, start, end, source.lex, counts=True):
        return None
    return context(source, amount._replace(kind=kind_of(unit)))


def _is_word(source: Source, start: int, end: int) -> bool:
    """Say whether the sign of a unit may be another word: Canale 5 ha detto, Canal 4 l'a dit."""
    sign, lang = source.text[start:end], source.lex.lang
    return (sign == " ha" and lang in ("it", "es")) or (sign == " l" and source.text[end : end + 1] in ("'", "’"))


def _lone_half(source: Source, number: Number) -> bool:
    """Say whether the sign for half is a piece of a word (半径, 大半): it counts right before a unit (半年)."""
    lex, at = source.lex, number.end
    if lex.spaced or at - number.start > 1 or source.flat[number.start : at] not in lex.raw["number"]["half"]:
        return False
    if lex.script == "hangul" and _PARTICLE.match(source.flat, at):
        return False
    return not any(p.match(source.flat, at) for p in (lex.unit, lex.after["counter"], lex.after["tenths"]))


_PARTICLE = re.compile("[이은을의]?(?![가-힣])")
"""What may follow 반 where it is a word of its own."""


def _with_unit(
    source: Source, number: Number, value: Decimal, start: int, end: int, unit: Unit | None
) -> tuple[Decimal, int, int, Unit | None]:
    """Return value, start, end and unit once the words after (or a currency before) are read."""
    tenths = source.lex.after["tenths"].match(source.flat, end)
    if unit is None and tenths is not None and value < 100:
        extra, end = more_tenths(source, tenths.end()) if value < 10 else (Decimal(0), tenths.end())
        value = EXACT.add(EXACT.multiply(value, Decimal(10 if value <= 10 else 1)), extra)
        return value, start, end, source.lex.symbols["%"]
    if unit is None and number.percent:
        return value, start, end, source.lex.symbols["%"]
    if unit is None and (named := unit_from_scale(source, number)) is not None:
        return DIVIDE.divide(value, number.scale), start, named[1], named[0]
    found = unit_after(source, end, unit) if unit is None or unit.currency else None
    if found is not None:
        unit, end = found
        if unit.currency and not number.scaled and (scale := _scale_after(source, end)) is not None:
            return EXACT.multiply(value, scale[0]), start, scale[1], unit
        value, end = extra_half(source, value, end)
        if unit.name == "degree":
            unit, start, end = temperature(source, unit, start, end)
        if value > 0 and unit.code in DEGREES and start == number.start and below_zero(source, start):
            value, start = -value, start - 2
    elif unit is None and not number.scaled and (ratio := factor(source, value, start, end)) is not None:
        value, unit = ratio, TIMES
    elif unit is None and (named := unit_before(source, start) or share_of(source, start, end)) is not None:
        unit, start = named
    return value, start, end, unit


def _sign(source: Source, start: int) -> tuple[int, bool]:
    """Return where the number begins with its sign, and whether it is negative."""
    flat = source.flat
    at = start
    while at > 0 and start - at < 2 and flat[at - 1] in SPACES:
        at -= 1
    if at > 0 and flat[at - 1] == "-":
        before = flat[at - 2] if at > 1 else " "
        tight = at == start
        if tight and flat[max(0, at - 6) : at] == "minus-":
            return at - 6, True
        if (
            tight
            and (
                (before.isspace() and (_PERCENT_FALL.match(flat, at) or not flat[max(0, at - 3) : at - 2].isdigit()))
                or before in "($€£¥:=~≈,;"
                or (not source.lex.spaced and before.isalpha() and not before.isascii())
            )
        ) or (not tight and not flat[: at - 1].strip()):
            return at - 1, True
    if source.before("plus_minus", start) is not None:
        return start, False
    minus = source.before("minus", start)
    if minus is not None and not leading(source, start):
        return start - minus.end(), True
    return start, False


def _currency_before(source: Source, start: int) -> tuple[Unit, int] | None:
    """Return the currency written before a number, and where it begins."""
    text, at = source.text, start
    while at > 0 and start - at < 2 and text[at - 1] in SPACES:
        at -= 1
    if at <= source.floor or text[at - 1] not in source.lex.sign_ends:
        return None
    for width in range(min(5, at - source.floor), 0, -1):
        sign = text[max(0, at - width) : at]
        unit = source.lex.signs.get(sign) if len(sign) == width else None
        if unit is not None and not (sign[0].isalpha() and at - width > 0 and text[at - width - 1].isalpha()):
            return unit, at - width
        lower = source.lex.signs.get(sign.upper()) if len(sign) == width and "$" in sign else None
        if lower is not None:
            return lower, at - width
    return None


def _suffix(source: Source, end: int, number: Number, unit: Unit | None) -> tuple[Decimal, int] | None:
    """Return the scale of a short suffix ("10T", "$5bn") and its end."""
    if not number.literal or number.scaled:
        return None
    text, at = source.text, end
    if text[at : at + 1] in (*SPACES,) and at < len(text):
        at += 1
        if source.flat.startswith((" k", "  k"), at):
            at = source.flat.index("k", at)
    for width in (5, 4, 3, 2, 1):
        key = text[at : at + width]
        if len(key) < width:
            continue
        if not key.isascii():
            key = normalize("NFKC", key)
        scale = _scale_of(source, key, at, at > end, number, unit)
        if scale is None:
            continue
        stop = at + width
        if key == "M" and _coded(source, stop):
            return scale, stop
        if stop < len(text) and text[stop].isalnum() and (source.lex.spaced or text[stop].isascii()):
            continue
        cell = number.start < _CELL and stop + _CELL > len(text) and not _LETTER.search(text[: number.start])
        cell = cell and not text[stop:].strip()  # 1,674.5 G
        if (
            at > end
            and width == 1
            and not (cell or scale < 1000)
            and (unit is None or not unit.currency)
            and not (key in "kK" or text[stop : stop + 2].strip())
        ):
            continue
        if at > end and width == 1 and key in "GT" and not cell:
            continue
        return scale, stop
    return None


_PERCENT_FALL = re.compile(r"\d+[.]\d+%")
"""A change behind a name that ends with a number: Stoxx 50 -1.3%."""
_LETTER = re.compile(r"[a-zA-Z]|\w[ ](?=\w)")
_CELL = 24
"""Characters around a number and its suffix in a cell of a table."""


def _scale_of(source: Source, key: str, at: int, apart: bool, number: Number, unit: Unit | None) -> Decimal | None:
    """Return what a suffix multiplies by; in some cases only a currency or something counted makes it one."""
    scale = source.lex.suffixes.get(key)
    money = unit is not None and unit.currency
    if scale is None and money:
        scale = source.lex.suffixes.get(key.upper() if len(key) == 1 else key.lower())
    if scale is None and key == "m" and not apart and _million(source, at + 1):
        return Decimal(1000000)
    if key == "K" and apart and not money and counted(source.text, source.flat, at + 1, source.lex, Decimal(2)) is None:
        return None  # kelvin
    if (key == "G" and number.value < 10) or (
        key == "b" and unit is None and number.value == number.value.to_integral_value()
    ):
        return None
    return scale


def _coded(source: Source, at: int) -> bool:
    """Say whether a currency code stands at ``at``: the M of 120 MEUR is a million."""
    code = source.text[at : at + 3]
    return code.isupper() and code in source.lex.signs and not source.text[at + 3 : at + 4].isalnum()


def _scale_after(source: Source, end: int) -> tuple[Decimal, int] | None:
    """Return the scale that stands behind a currency: "75 USD million"."""
    if not source.text[end - 1 : end].isupper() or source.text[end : end + 1] not in tuple(SPACES):
        return None
    match = source.lex.token.match(source.flat, end + 1)
    token = source.lex.tokens.get(match.group()) if match else None
    if match is None or token is None or token.kind != "mul" or token.value < 1_000_000:
        return None
    return token.value, match.end()


def _million(source: Source, at: int) -> bool:
    """Say whether the m of "12.3m tonnes", "35m of its users" is a million: something is counted after it."""
    flat, lex = source.flat, source.lex
    if flat[at : at + 1] != " " or not lex.spaced:
        return False
    if flat.startswith("of ", at + 1) or lex.unit.match(flat, at + 1):
        return True
    return counted(source.text, flat, at, lex, Decimal(2)) is not None and lex.lang == "en"


def _ordinal_suffix(source: Source, number: Number, end: int) -> re.Match[str] | None:
    """Return the ending that makes a number a rank: 3rd, 3位, 세 번째."""
    if not number.literal and source.lex.spaced:
        return None
    found = source.lex.after["ordinal"].match(source.flat, end)
    return _TIMES_TH.match(source.flat, end) if found is None and source.lex.script == "hangul" else found


_TIMES_TH = re.compile(" 번째")


def _labelled(source: Source, start: int, end: int) -> bool:
    """Say whether a number with a mark of order is a place in a book: 第3章."""
    return source.before("ordinal", start) is not None and source.after("label", end) is not None


def _ordinal(source: Source, number: Number, start: int, end: int) -> Amount | None:
    """Return a rank for "175th", 第3, 3e."""
    before = source.before("ordinal", start)
    after = _ordinal_suffix(source, number, end)
    place = beside_place(source, number, start, end) if after is None else None
    if place is not None and unit_after(source, end, None) is None:
        return place
    if before is None and (after is None or scale_named(source, end)):
        return None
    begin = start - before.end() if before else start
    stop = after.end() if after else end
    return Amount(begin, stop, number.value, kind="rank", number=number, lead=begin, unit=RANK)
