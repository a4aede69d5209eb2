"""What a rate is per: a unit of time, a thing, so many tokens ("$3 per million tokens" is per ``10*6.token``)."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pipeline.nlp.quantities.amount import SPACES, Amount, Source
from pipeline.nlp.quantities.lexicon import Lexicon, Unit

_PREFIX = {3: "k", 6: "M", 9: "G", 12: "T", -2: "c", -3: "m", -6: "u", -9: "n"}
_METRIC = frozenset("m g s W W.h Hz By bit V J l N".split())  # noqa: SIM905 - one line
_CONVERTED = re.compile(r"[ ]?\([^()\n]{2,40}\)")
"""The same sum in another currency, between an amount and what it is per."""
_ANY = re.compile(r"[^\W\d_]{2,}")
_WHAT = re.compile(rf"[{SPACES}](?:de |d'|di |of )?(?:input |output |in- |cached )?")
"""What may stand between a multiplier and its unit: per million output tokens, par million de tokens."""
_LEAST = 1000


def denominator(unit: Unit) -> str:
    """Return the code of one unit under the fraction bar, its scale in a prefix or as a power of ten.

    >>> denominator(Unit("kilowatt hour", "W.h", "size", Decimal(1000)))
    'kW.h'
    """
    if unit.kind == "duration" and (unit.code != "s" or unit.scale == 1):
        return unit.name if unit.code != "s" else unit.code
    power = unit.scale.adjusted()
    if unit.scale != Decimal(1).scaleb(power) or not power:
        return unit.code
    return (_PREFIX[power] if unit.code in _METRIC and power in _PREFIX else f"10*{power}.") + unit.code


def rate(source: Source, unit: Unit | None, start: int, end: int) -> tuple[str | None, int, int]:
    """Return what a rate is per, and the new end and start."""
    if unit is None:
        return None, end, start
    lex = source.lex
    often = unit.name == "time" and source.flat[end - 1 : end].isalpha()
    rated = often or unit.kind not in ("ratio", "percent", "points")
    match = lex.after["per"].match(source.flat, end) if rated else None
    if match is None and unit.currency and (boxed := _CONVERTED.match(source.flat, end)):
        per, _, _ = rate(source, replace(unit, currency=None), start, boxed.end())
        return per, end, start
    if match is not None and unit.kind != "duration":
        after = match.end()
        while after < len(source.flat) and source.flat[after] in SPACES:
            after += 1
        if lex.script == "arab" and source.flat.startswith("ال", after):
            after += 2  # the article: في الساعة
        found = _per(source, match.group().strip(), after, often, sized=unit.kind == "size")
        if found is not None:
            return *_also(source, found, unit), start
        if often:
            return None, end, start
    later = lex.after["per_after"].match(source.flat, end) if rated and unit.kind != "duration" else None
    if later is not None:
        return lex.per_after[later.group().strip(SPACES)], later.end(), start
    before = source.before("per", start)
    if before is not None and unit.kind != "duration" and not _this_one(source, start - before.end()):
        begin = start - before.end()
        return lex.per_before[source.flat[begin:start].strip()], end, begin
    each = _before_each(source, start) if rated and unit.kind != "duration" and not lex.spaced else None
    if each is not None:
        return each[0], end, each[1]
    return unit.per, end, start


def _this_one(source: Source, at: int) -> bool:
    """Say whether the word for a time is a certain one: 今年 is this year, 毎年 each."""
    return not source.lex.spaced and source.flat[max(0, at - 1) : at] in tuple("今昨来前翌去同本当近올작내금")


def _before_each(source: Source, start: int) -> tuple[str, int] | None:
    """Return what a rate is per and where it begins, named before the amount: 每千瓦时, kWh당, 每秒 with a verb."""
    lex, begin = source.lex, max(source.floor, start - _AHEAD)
    for found in _EACH_BEFORE.finditer(source.flat, begin, start):
        at = found.end()
        word = lex.unit.match(source.flat, at) or lex.symbol.match(source.text, at)
        unit = (lex.units.get(word.group()) or lex.symbols.get(word.group())) if word is not None else None
        if word is None or unit is None or unit.currency or word.end() > start:
            continue
        between = source.flat[word.end() : start]
        if not between:
            return denominator(unit), found.start()
        if unit.kind == "duration" and _VERB.fullmatch(between):
            return denominator(unit), start
    unit_of = _UNIT_EACH.search(source.text, begin, start)
    if unit_of is not None and (unit := lex.symbols.get(unit_of[1]) or lex.units.get(unit_of[1].lower())) is not None:
        return denominator(unit), unit_of.start()
    return None


_AHEAD = 12
"""Characters before an amount in which what it is per is looked for."""
_EACH_BEFORE = re.compile("[每毎]")
_VERB = re.compile(r"[\u4e00-\u9fff]{1,4}?[了约約近超]?")
_UNIT_EACH = re.compile(r"([A-Za-z]{1,6}|[가-힣]{1,5})당[ ]?$")


def _per(source: Source, link: str, at: int, often: bool, *, sized: bool) -> tuple[str, int] | None:
    """Return the code of what stands at ``at`` behind a word for "per", and its end; ``sized``: of a size (MB/step)."""
    lex = source.lex
    word = lex.unit.match(source.flat, at)
    if word is not None and (below := lex.units.get(word.group())) is not None and not below.currency:
        return None if often and below.kind != "duration" else (denominator(below), word.end())
    if often:
        return None
    if (large := _large(source.text, source.flat, at, lex)) is not None:
        return large
    symbol = lex.symbol.match(source.text, at)
    if symbol is not None:
        return denominator(lex.symbols[symbol.group()]), symbol.end()
    other = _ANY.match(source.flat, at)
    slash = link == "/" and source.flat[at - 1] == "/" and lex.spaced and sized
    if other is not None and (slash or link in lex.raw["words"].get("per_any", ())):
        return other.group(), other.end()
    return None


def _large(text: str, flat: str, at: int, lex: Lexicon) -> tuple[str, int] | None:
    """Return the code of "million tokens", "M tokens", and its end."""
    match = lex.token.match(flat, at)
    token = lex.tokens.get(match.group()) if match else None
    value = token.value if token is not None and token.kind == "mul" else None
    end = match.end() if match is not None else at
    if value is None and (suffix := lex.suffix.match(text, at)) is not None:
        value, end = lex.suffixes[suffix.group()], suffix.end()
    if value is None or value < _LEAST:
        return None
    gap = _WHAT.match(flat, end)
    unit = lex.unit.match(flat, gap.end() if gap else end)
    if unit is None or unit.group() not in lex.units:
        return None
    return f"10*{value.adjusted()}.{lex.units[unit.group()].code}", unit.end()


def _also(source: Source, found: tuple[str, int], unit: Unit) -> tuple[str, int]:
    """Add a second denominator, of time: "per user per month" is per ``user.month``."""
    per, end = found
    match = source.lex.after["per"].match(source.flat, end) if unit.currency else None
    if match is None:
        return found
    at = match.end() + (source.flat[match.end() : match.end() + 1] in SPACES)
    word = source.lex.unit.match(source.flat, at)
    below = source.lex.units.get(word.group()) if word is not None else None
    if word is None or below is None or below.kind != "duration" or per == below.name:
        return found
    return f"{per}.{denominator(below)}", word.end()


_EACH = re.compile(r"[ ]?(?:あたり|当たり|につき|당)(?:の)?[ 、]?")


def per_amount(source: Source, first: Amount, second: Amount) -> Amount | None:
    """Return an amount per so many of another: $2 per 1,000 tokens, 3美元/百万token, 100万トークンあたり3ドル."""
    between = source.flat[first.end : second.start]
    if _priced(first) and _base(second):
        match = source.lex.after["per"].match(source.flat, first.end)
        if match is not None and not source.flat[match.end() : second.start].strip(SPACES):
            return first._replace(end=second.end, per=_code(second))
    if not source.lex.spaced and (not between or _EACH.fullmatch(between)) and _once(first) and _money(second):
        per = denominator(first.unit) if first.unit is not None else None  # 1時間(あたり)2ドル
        return second._replace(start=first.start, lead=first.start, per=per)
    if _base(first) and _priced(second):
        each = source.flat[max(0, first.start - 1) : first.start] == "每" and between.strip(SPACES) in ("", ",", "为")
        if each or _EACH.fullmatch(between):
            return second._replace(start=first.start - each, lead=first.start - each, per=_code(first))
    return None


def _once(amount: Amount) -> bool:
    """Say whether an amount is one of a unit that a price may be per: 1時間, 1kWh."""
    if amount.number is None or amount.number.value != 1 or amount.unit is None:
        return False
    return amount.kind == "duration" or (amount.kind == "size" and amount.per is None)


def _money(amount: Amount) -> bool:
    return amount.value is not None and amount.unit is not None and bool(amount.unit.currency)


def _priced(amount: Amount) -> bool:
    return _money(amount) and amount.per is None


def _base(amount: Amount) -> bool:
    """Say whether an amount is a power of ten of something that is no money: a million tokens."""
    value, unit = amount.value, amount.unit
    if value is None or unit is None or unit.currency or amount.kind not in ("count", "size") or value < _LEAST:
        return False
    return value == Decimal(1).scaleb(value.adjusted())


def _code(amount: Amount) -> str:
    power = amount.value.adjusted() if amount.value is not None else 0
    return f"10*{power}.{amount.unit.code if amount.unit is not None else ''}"
