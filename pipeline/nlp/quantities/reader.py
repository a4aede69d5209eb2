"""Reading quantities: numbers with what stands around them.

The reader walks once over the folded text. Each number phrase gives numbers; each number takes its sign, currency, scale,
unit, rate, bound and approximation from the words directly around it; neighbours joined by "to", "and" or a dash become
one range. Whatever is no amount (names, versions, times of day, list marks, addresses) is stepped over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.nlp.quantities import dates, skip
from pipeline.nlp.quantities.folding import fold
from pipeline.nlp.quantities.lexicon import Lexicon, Unit, catalogue, lexicon
from pipeline.nlp.quantities.nouns import Noun, counted
from pipeline.nlp.quantities.numerals import DIVIDE, EXACT, Number
from pipeline.nlp.quantities.scan import phrase
from pipeline.records import Quantity, QuantityKind, content_id

_WINDOW = 48
_SPACES = " \u00a0\u202f\u2009\u2007"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its surroundings, before it becomes a record. Values are as written, in ``unit``."""

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: Unit | None = None
    per: str | None = None
    kind: QuantityKind = "other"
    approximate: bool = False
    bound: str | None = None
    date: str | None = None
    maximum: Decimal | None = None
    number: Number | None = None
    noun: str | None = None
    lead: int = 0
    """Where the words that belong to it (bounds, approximations) begin."""
    loose: bool = False
    """A weak word that counts only as a part of a range or fraction."""


@dataclass(slots=True)
class Source:
    """A text, its folded form, and its language."""

    text: str
    flat: str
    lex: Lexicon
    floor: int = 0
    """Where the amount before ends: nothing to the left of it belongs to the next."""

    seen: tuple[int, str] = (0, "")

    def left(self, at: int) -> str:
        """Return the folded text before ``at``, reversed."""
        if self.seen[0] != at:
            self.seen = (at, self.flat[max(0, at - _WINDOW) : at][::-1])
        return self.seen[1]

    def before(self, key: str, at: int) -> re.Match[str] | None:
        """Match the words of ``key`` that end at ``at``."""
        return self.lex.before[key].match(self.left(at))

    def after(self, key: str, at: int) -> re.Match[str] | None:
        """Match the words of ``key`` that begin at ``at``."""
        return self.lex.after[key].match(self.flat, at)


def amounts(text: str, lang: str) -> list[Amount]:
    """Return the amounts of ``text`` in order, as written."""
    lex = lexicon(lang)
    if lex.quick.search(text if text.isascii() and text.islower() else fold(text)) is None:
        return []
    source = Source(text, fold(text), lex)
    found = list(_walk(source))
    return [a for a in _ranges(source, found) if not a.loose]


def _walk(source: Source) -> Iterator[Amount]:
    lex, flat, at = source.lex, source.flat, 0
    search = lex.master.search
    while (match := search(flat, at)) is not None:
        start, kind = match.start(), match.lastgroup
        if kind in ("url", "idiom"):
            at = match.end()
        elif kind == "fixed":
            at = match.end()
            yield from _fixed(source, match)
        else:
            stop = skip.span(source.text, flat, start, lex) if kind == "digit" else 0
            if stop:
                at = stop
                continue
            date = dates.match(flat, start, lex)
            if date is not None:
                yield Amount(date.start, date.end, None, kind="date", date=date.iso, lead=date.start)
                at = date.end
                continue
            numbers, end = phrase(flat, start, lex)
            if not numbers:
                single = _single(source, match)
                if single is not None:
                    yield single
                at = max(end, start + 1, single.end if single else 0)
                continue
            at = start
            for number in numbers:
                if number.start < at:
                    continue
                amount = _amount(source, number)
                at = max(number.end, at)
                if amount is not None:
                    source.floor = amount.end
                    yield amount
                    at = max(amount.end, at)
            at = max(at, min(end, numbers[-1].end), start + 1)


def _single(source: Source, match: re.Match[str]) -> Amount | None:
    """Return one unit for an article before a measure ("un yen", "a mile"), or for a text that is only the word."""
    start, end = match.span()
    token = source.lex.tokens.get(match.group())
    if token is None or token.kind not in ("article", "add", "mul"):
        return None
    if source.flat.strip(" .!?'\n\t") == match.group():
        return Amount(start, end, token.value, lead=start)
    if token.kind == "article" and source.after("over", end):
        number = Number(start, end, token.value, False, True)
        return Amount(start, end, token.value, number=number, lead=start, loose=True)
    unit = _unit_after(source, end, None) if token.kind == "article" else None
    if unit is not None and source.flat[unit[1] : unit[1] + 1].isdigit():
        return None
    if unit is None or unit[0].kind not in ("money", "size") or unit[0].code in _TRADES:
        return None
    return _context(source, Amount(start, unit[1], token.value, unit=unit[0], kind=_kind(unit[0])))


_TRADES = frozenset(("GPU", "FLOP", "W", "pixel", "bit"))
"""Units that an article often stands before without counting."""


def _fixed(source: Source, match: re.Match[str]) -> Iterator[Amount]:
    """Yield the amount of a word that holds number and unit in one: "doubled", "tens of millions of"."""
    key = re.sub(rf"[{_SPACES}]+", " ", match.group("fixed"))
    what, value, extra = source.lex.fixed[key]
    start, end = match.span("fixed")
    if what == "multiple":
        yield Amount(start, end, value, unit=Unit("time", "1", "ratio"), kind="ratio", lead=start)
    elif what == "dual":
        unit = catalogue()[extra]
        yield Amount(start, end, value, unit=unit, kind=_kind(unit), lead=start)
    else:
        unit_match = _unit_after(source, end, None)
        if unit_match is not None:
            yield Amount(
                start, unit_match[1], None, unit=unit_match[0], kind=_kind(unit_match[0]), approximate=True, lead=start
            )


def _kind(unit: Unit) -> QuantityKind:
    return unit.kind  # type: ignore[return-value]  # the data file's kinds are checked by a test


def _amount(source: Source, number: Number) -> Amount | None:
    """Return the amount around one number, or None when the number is none."""
    flat, lex = source.flat, source.lex
    value, start, end = number.value, number.start, number.end
    start, negative = _sign(source, start)
    unit, per = None, None
    left = _currency_before(source, start)
    if left is not None:
        unit, start = left
        start, sign = _sign(source, start)
        negative = negative or sign
    scaled = _suffix(source, end, number, unit)
    if scaled is not None:
        value, end = EXACT.multiply(value, scaled[0]), scaled[1]
    if negative:
        value = -value
    if unit is None:
        ordinal = _ordinal(source, number, start, end)
        if ordinal is not None:
            return ordinal
    found = None
    tenths = lex.after["tenths"].match(flat, end)
    if unit is None and tenths is not None and value < 100:
        value, end, unit = (
            EXACT.multiply(value, Decimal(10) if value <= 10 else Decimal(1)),
            tenths.end(),
            lex.symbols["%"],
        )
    if unit is None and number.percent:
        unit = lex.units.get("percent") or Unit("percentage", "%", "percent")
    if unit is None or unit.currency:
        found = _unit_after(source, end, unit)
    if found is not None:
        unit, end = found
        value, end = _extra_half(source, value, end)
        if unit.name == "degree":
            unit, start, end = _temperature(source, unit, start, end)
    elif unit is None:
        named = _unit_before(source, start)
        if named is not None:
            unit, start = named
    per, end, start = _rate(source, unit, start, end)
    amount = Amount(start, end, value, unit=unit, per=per, number=number, lead=start)
    if unit is None:
        return _unitless(source, amount)
    if (
        end == number.end + 1
        and unit.kind in ("duration", "size")
        and skip.named(source.text, flat, start, number.end, lex, False)
    ):
        return None
    if number.weak and lex.lang not in ("en",) and not unit:
        return None
    return _context(source, replace(amount, kind=_kind(unit)))


def _extra_half(source: Source, value: Decimal, end: int) -> tuple[Decimal, int]:
    """Return the value with the half that follows its unit: 三斤半, "dos años y medio"."""
    half = source.after("half", end)
    if half is None or value != value.to_integral_value():
        return value, end
    return EXACT.add(value, Decimal("0.5")), half.end()


def _temperature(source: Source, unit: Unit, start: int, end: int) -> tuple[Unit, int, int]:
    """Return the scale that is named around degrees: "degrees C", 摄氏30度."""
    scale = _SCALE.match(source.flat, end)
    if scale is not None:
        return source.lex.symbols["°" + scale.group(1).upper()], start, scale.end()
    before = source.before("unit", start)
    named = source.lex.units.get(_clean(source.flat[start - before.end() : start])) if before else None
    if before is not None and named is not None and not named.currency:
        return named, start - before.end(), end
    return unit, start, end


_SCALE = re.compile(rf"[{_SPACES}]?([cf])(?![^\W_])")


def _clean(words: str) -> str:
    """Return words with single plain blanks."""
    return re.sub(rf"[{_SPACES}]+", " ", words.strip(_SPACES))


def _unit_before(source: Source, start: int) -> tuple[Unit, int] | None:
    """Return the currency that is written out before a number: "dollari 4"."""
    before = source.before("unit", start)
    if before is None:
        return None
    begin = start - before.end()
    if begin < source.floor:
        return None
    unit = source.lex.units.get(_clean(source.flat[begin:start]))
    return (unit, begin) if unit is not None and unit.currency else None


def _sign(source: Source, start: int) -> tuple[int, bool]:
    """Return where the number begins with its sign, and whether it is negative."""
    flat = source.flat
    at = start
    while at > 0 and start - at < 2 and flat[at - 1] in _SPACES:
        at -= 1
    if at > 0 and flat[at - 1] == "-":
        before = flat[at - 2] if at > 1 else " "
        tight = at == start
        if tight and flat[max(0, at - 6) : at] == "minus-":
            return at - 6, True
        if (
            tight
            and (
                before.isspace()
                or before in "($€£¥:=~≈,;"
                or (not source.lex.spaced and before.isalpha() and not before.isascii())
            )
        ) or (not tight and at == 1):
            return at - 1, True
    minus = source.before("minus", start)
    if minus is not None and not _leading(source, start):
        return start - minus.end(), True
    return start, False


def _currency_before(source: Source, start: int) -> tuple[Unit, int] | None:
    """Return the currency written before a number, and where it begins."""
    text, at = source.text, start
    while at > 0 and start - at < 2 and text[at - 1] in _SPACES:
        at -= 1
    for width in range(5, 0, -1):
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
    if text[at : at + 1] in (*_SPACES,) and at < len(text):
        at += 1
    for width in (5, 4, 3, 2, 1):
        key = text[at : at + width]
        if len(key) < width:
            continue
        scale = source.lex.suffixes.get(key)
        if scale is None and unit is not None and unit.currency:
            scale = source.lex.suffixes.get(key.upper()) if width == 1 else source.lex.suffixes.get(key.lower())
        if scale is None and key == "m" and at == end and _million(source, at + 1):
            scale = Decimal(1000000)
        if (
            scale is None
            or (key == "G" and number.value < 10)
            or (key == "b" and (unit is None and number.value == number.value.to_integral_value()))
        ):
            continue
        stop = at + width
        if stop < len(text) and (text[stop].isascii() and text[stop].isalnum()):
            continue
        if (
            at > end
            and width == 1
            and (unit is None or not unit.currency)
            and not (key in "kK" or text[stop : stop + 2].strip())
        ):
            continue
        if at > end and width == 1 and key in "GT":
            continue
        return scale, stop
    return None


def _million(source: Source, at: int) -> bool:
    """Say whether the m of "12.3m tonnes", "35m of its users" is a million: something is counted after it."""
    flat, lex = source.flat, source.lex
    if flat[at : at + 1] != " " or not lex.spaced:
        return False
    if flat.startswith("of ", at + 1) or lex.unit.match(flat, at + 1):
        return True
    return counted(source.text, flat, at, lex, Decimal(2)) is not None and lex.lang == "en"


def _ordinal(source: Source, number: Number, start: int, end: int) -> Amount | None:
    """Return a rank for "175th", 第3, 3e."""
    before = source.before("ordinal", start)
    after = source.lex.after["ordinal"].match(source.flat, end) if number.literal else None
    if before is None and after is None:
        return None
    begin = start - before.end() if before else start
    stop = after.end() if after else end
    return Amount(begin, stop, number.value, kind="rank", number=number, lead=begin, unit=Unit("rank", "rank", "rank"))


def _unit_after(source: Source, end: int, currency: Unit | None) -> tuple[Unit, int] | None:
    """Return the unit that follows a number, and its end. After a currency sign only its own name may follow."""
    lex, text, flat = source.lex, source.text, source.flat
    gap = lex.after["link"].match(flat, end)
    starts = {end}
    if end < len(text) and text[end] in _SPACES:
        starts.add(end + 1)
    if end < len(text) and flat[end] == "-":
        starts.add(end + 1)
    if gap is not None:
        starts.add(gap.end())
    best: tuple[Unit, int] | None = None
    for at in sorted(starts):
        for table, pattern, body in (
            (lex.signs, lex.sign, text),
            (lex.symbols, lex.symbol, text),
            (lex.units, lex.unit, flat),
        ):
            match = pattern.match(body, at)
            if match is None:
                continue
            unit = table.get(match.group()) or table.get(re.sub(rf"[{_SPACES}]+", " ", match.group()))
            if unit is None or (best is not None and best[1] >= match.end()):
                continue
            if currency is not None and not unit.currency:
                continue
            best = unit, match.end()
    return best


def _rate(source: Source, unit: Unit | None, start: int, end: int) -> tuple[str | None, int, int]:
    """Return what a rate is per, and the new end and start."""
    if unit is None:
        return None, end, start
    lex = source.lex
    match = lex.after["per"].match(source.flat, end) if unit.kind not in ("ratio", "percent", "points") else None
    if match is not None and not (unit.kind == "duration"):
        after = match.end()
        while after < len(source.flat) and source.flat[after] in _SPACES:
            after += 1
        word = lex.unit.match(source.flat, after)
        if word is not None and (below := lex.units.get(word.group())) is not None and not below.currency:
            return below.name if below.kind == "duration" and below.code != "s" else below.code, word.end(), start
        symbol = lex.symbol.match(source.text, after) if match.group().strip() == "/" else None
        if symbol is not None:
            return lex.symbols[symbol.group()].code, symbol.end(), start
    before = source.before("per", start)
    if before is not None and unit.kind != "duration":
        begin = start - before.end()
        return lex.per_before[source.flat[begin:start].strip()], end, begin
    return unit.per, end, start


def _unitless(source: Source, amount: Amount) -> Amount | None:
    """Decide what a number without a unit is: a year, a fraction, a count, or nothing."""
    number, text = amount.number, source.text
    if number is None:
        return None
    year = dates.year(source.flat, number, source.lex, source.before("year_before", amount.start) is not None)
    noun = counted(source.text, source.flat, amount.end, source.lex, number.value)
    plural = noun is not None and number.value != 1 and source.lex.lang == "en"
    if year is not None and not (plural and not year.sure):
        return Amount(year.start, year.end, None, kind="date", date=year.iso, number=number, lead=year.start)
    if number.weak and amount.value == number.value and (noun is None or _detached(source, number)):
        return None if _detached(source, number) else replace(amount, loose=True)
    if skip.named(text, source.flat, amount.start, amount.end, source.lex, noun is not None):
        return None
    if number.fraction and noun is None:
        if (
            flat_word(source, amount) == "half"
            or (number.end - number.start < 7 and source.lex.tokens.get(flat_word(source, amount)))
        ) and not (_HALF_OF.match(source.flat, amount.end) or source.before("by", amount.start)):
            return None
        return _context(source, replace(amount, kind="ratio", unit=Unit("", "1", "ratio")))
    if noun is not None and (measure := _measured(source, noun)) is not None:
        return _context(source, replace(amount, kind=_kind(measure), end=noun.end, unit=measure))
    if noun is not None:
        return _context(
            source,
            replace(amount, kind="count", noun=noun.name, end=noun.end, unit=Unit(noun.name, noun.name, "count")),
        )
    return _context(source, replace(amount, kind="other"))


def _measured(source: Source, noun: Noun) -> Unit | None:
    """Return the unit that ends a noun phrase: "50 previous years"."""
    head = noun.name.rpartition(" ")[2] if " " in noun.name else ""
    unit = source.lex.units.get(fold(head)) if head else None
    return unit if unit is not None and unit.kind in ("duration", "size") else None


def _detached(source: Source, number: Number) -> bool:
    """Say whether a one-syllable numeral stands apart from its counter or inside a word, and so is another word."""
    flat, start = source.flat, number.start
    if source.lex.script != "hangul":
        return False
    sino = flat[start : number.end] in source.lex.raw["number"]["add"]
    return sino and (flat[number.end : number.end + 1] == " " or (start > 0 and "가" <= flat[start - 1] <= "힣"))


_SIGNS = {"approx_before": None, "at_least": ">=", "at_most": "<=", "more_than": ">", "less_than": "<"}


def _leading(source: Source, at: int) -> tuple[str, int] | None:
    """Return the word of bound or approximation that ends at ``at``, and its length."""
    found = source.before("lead", at)
    return (source.lex.leads[_clean(found.group(1)[::-1])], found.end()) if found is not None else None


def _context(source: Source, amount: Amount) -> Amount:
    """Add bounds and approximations from the words on both sides."""
    lead, bound, approximate = amount.start, None, False
    for _ in range(2):
        word = _leading(source, lead)
        if word is None:
            break
        lead -= word[1]
        bound, approximate = _SIGNS[word[0]] or bound, approximate or word[0] == "approx_before"
    if source.after("approx_after", amount.end):
        approximate = True
    if bound is None and source.after("more_after", amount.end):
        bound = ">="
    if bound is None and source.after("less_after", amount.end):
        bound = "<="
    return replace(amount, bound=bound, approximate=approximate, lead=lead)


def _coins(source: Source, first: Amount, second: Amount) -> Amount | None:
    """Return "13 dollars 45 cents" and "15 dollars 50" as one sum."""
    if first.value is None or second.value is None or first.unit is None or not first.unit.currency or first.per:
        return None
    if (
        second.start < first.end
        or second.value >= 100
        or second.value < 0
        or first.value != first.value.to_integral_value()
    ):
        return None
    joint = source.lex.after["and"].match(source.flat, first.end)
    if joint is None or joint.end() != second.start or (second.start == first.end and source.lex.spaced):
        return None
    minor = second.unit is not None and second.unit.name in _COINS
    plain = (
        second.unit is None
        and second.number is not None
        and second.value >= 10
        and "," not in source.flat[joint.start() : joint.end()]
    )
    if not minor and not (plain and _closes(source, second.end)):
        return None
    worth = _COINS[second.unit.name] if minor and second.unit is not None else Decimal("0.01")
    return replace(first, end=second.end, value=EXACT.add(first.value, EXACT.multiply(second.value, worth)))


_COINS = {
    "cent": Decimal("0.01"),
    "penny": Decimal("0.01"),
    "kopek": Decimal("0.01"),
    "sen": Decimal("0.01"),
    "jiao": Decimal("0.1"),
}


def _closes(source: Source, at: int) -> bool:
    """Say whether a sum may end at ``at``: no word follows that the number could belong to."""
    rest = source.flat[at : at + 1]
    return not rest or rest in ".,;!?)" or rest == " "


def _ranges(source: Source, found: list[Amount]) -> list[Amount]:
    """Join neighbours that are the two ends of one range."""
    out: list[Amount] = []
    for amount in found:
        if out:
            joined = _coins(source, out[-1], amount) or _over(source, out[-1], amount) or _join(source, out[-1], amount)
            if joined is not None:
                out[-1] = joined
                continue
            out[-1] = _inherit(source, out[-1], amount)
        out.append(amount)
    return out


def _over(source: Source, first: Amount, second: Amount) -> Amount | None:
    """Return "one out of three" as a fraction, "7 out of 10" as a score."""
    if (
        first.value is None
        or second.value is None
        or first.unit is not None
        and first.kind != "ratio"
        or not first.number
    ):
        return None
    words = source.after("over", first.end) or (source.after("one_in", first.end) if first.value == 1 else None)
    if words is None or source.flat[words.end() : second.start].strip(_SPACES) or second.date or second.number is None:
        return None
    if (
        second.kind not in ("other", "count")
        or not 0 < abs(first.value) < second.value
        or second.unit is not None
        and second.unit.currency
    ):
        return None
    figures = first.number.literal and second.number.literal
    if figures and second.value in _FULL_MARKS and first.value >= 0:
        return replace(first, end=second.number.end, kind="score", maximum=second.value, loose=False)
    return replace(
        first,
        end=second.end,
        value=DIVIDE.divide(first.value, second.value),
        kind="ratio",
        unit=second.unit or Unit("", "1", "ratio"),
        noun=second.noun,
        loose=False,
    )


_FULL_MARKS = frozenset(Decimal(n) for n in (5, 6, 10, 20, 30, 42, 50, 60, 100, 120, 150, 200, 500, 1000))

_ARRIVES = re.compile(r"に|へ|으로|로(?!는)|까지 ?(?:늘|올|줄|떨어)")
"""Particles after an amount that a change arrived at."""


def _inherit(source: Source, first: Amount, second: Amount) -> Amount:
    """Give "from 5 to 10 percent" its unit on both sides when it tells of a change."""
    if first.unit is not None or first.value is None or second.unit is None or second.start - first.end > 12:
        return first
    to = source.lex.after["to"].match(source.flat, first.end)
    if to is None or source.flat[to.end() : second.start].strip() or source.before("from", first.start) is None:
        return first
    return replace(first, unit=second.unit, kind=second.kind, per=second.per)


def _changes(source: Source, at: int) -> bool:
    """Say whether the words before tell of something that rose, fell or went from one amount to another."""
    from pipeline.nlp.quantities.frames import words

    known = words(source.lex.lang)
    if known is None or "go" not in known.match:
        return False
    start = max(source.flat.rfind(". ", 0, at) + 1, at - 120)
    return any(known.match[key].search(source.flat, start, at) for key in ("up", "down", "go"))


_HALF_OF = re.compile(r"[ ](?:of|the|as|a|an|its|their|his|her|our|your|those|these|that|all|its)\b")


def flat_word(source: Source, amount: Amount) -> str:
    """Return the folded words of an amount."""
    return source.flat[amount.start : amount.end]


_DASH = re.compile(rf"[{_SPACES}]?[-—~][{_SPACES}]?")


def _join(source: Source, first: Amount, second: Amount) -> Amount | None:
    """Return the range from ``first`` to ``second`` when the words between say so."""
    if first.kind == "date" and first.number is not None and second.value is not None and first.end - first.start == 4:
        first = replace(first, value=first.number.value, kind="other", date=None)
    if first.value is None or second.value is None or first.low is not None or first.end > second.lead:
        return None
    gap = source.flat[first.end : second.start]
    if len(gap) > 12:
        return None
    dash = _DASH.fullmatch(gap) is not None
    to = source.lex.after["to"].match(source.flat, first.end)
    worded = to is not None and not source.flat[to.end() : second.start].strip()
    opened = source.before("between", first.start)
    if opened is None and worded and source.before("from", first.start) is not None and _changes(source, first.start):
        return None
    if not dash and not worded:
        return None
    if not dash and not source.lex.spaced and _ARRIVES.match(source.flat, second.end):
        return None
    plain = worded and to is not None and to.group().strip() in _PLAIN_TO(source)
    if worded and not plain and opened is None:
        return None
    first_value = first.value
    bare = first.unit is None or first.kind == "count"
    if not bare and first.unit != second.unit:
        return None
    if bare and first.kind == "count" and second.kind != "count":
        return None
    if (
        first.unit is None
        and second.number is not None
        and second.number.scaled
        and first.number is not None
        and not first.number.scaled
    ):
        scaled = EXACT.multiply(first_value, _last_scale(second))
        if abs(scaled) < abs(second.value) or first_value < 1000:
            first_value = scaled
    if first_value >= second.value:
        return None
    start = first.start
    if dash and second.unit is None and first.unit is None:
        return None
    return replace(
        second,
        start=start,
        value=None,
        low=first_value,
        high=second.value,
        lead=first.lead,
        approximate=first.approximate or second.approximate,
        bound=None,
    )


def _PLAIN_TO(source: Source) -> frozenset[str]:
    """The first words of the list join a range on their own; "and", "or" do so only after "between"."""
    words = source.lex.raw["words"].get("to", ())
    never = {
        fold(w)
        for w in (
            *source.lex.raw["number"].get("and", ()),
            "and",
            "or",
            "et",
            "ou",
            "und",
            "oder",
            "y",
            "o",
            "e",
            "en",
            "of",
            "и",
            "или",
            "و",
            "او",
            "和",
            "与",
            "と",
            "와",
            "과",
        )
    }
    return frozenset(fold(w) for w in words) - never


def _last_scale(amount: Amount) -> Decimal:
    """Return the multiplier that the number ends with."""
    value = amount.value or Decimal(1)
    for power in (24, 21, 18, 15, 12, 9, 8, 6, 5, 4, 3, 2):
        if abs(value) >= Decimal(10) ** power:
            return Decimal(10) ** (power - power % 3 if power not in (8, 4, 5) else power)
    return Decimal(1)


def read(text: str, lang: str) -> tuple[Quantity, ...]:
    """Return the quantities of ``text`` (one sentence or any stretch), in order.

    Offsets are code points of ``text``. Values are exact decimals in the base unit of ``unit`` (5 km is 5000 ``m``).

    >>> [(q.text, q.value, q.unit) for q in read("It needs 170 times the compute and about 10T tokens.", "en")]
    [('170 times', Decimal('170'), '1'), ('10T tokens', Decimal('10000000000000'), 'token')]
    """
    from pipeline.nlp.quantities.frames import frames

    return frames(text, lang, [_record(text, amount) for amount in amounts(text, lang)])


def _record(text: str, amount: Amount) -> Quantity:
    unit = amount.unit
    scale = unit.scale if unit else Decimal(1)

    def base(value: Decimal | None) -> Decimal | None:
        return None if value is None else tidy(EXACT.multiply(value, scale))

    return Quantity(
        id=content_id("q1_", "", str(amount.start), str(amount.end)),
        text=text[amount.start : amount.end], start=amount.start, end=amount.end,
        value=base(amount.value), low=base(amount.low), high=base(amount.high),
        unit=unit.code if unit and unit.code else None, kind=amount.kind, currency=unit.currency if unit else None,
        approximate=amount.approximate, date=amount.date, maximum=amount.maximum, per=amount.per, bound=amount.bound,
    )  # fmt: skip


def tidy(value: Decimal) -> Decimal:
    """Return the value without an exponent or trailing zeros after the point.

    >>> tidy(Decimal("1.50E+3")), tidy(Decimal("2.50"))
    (Decimal('1500'), Decimal('2.5'))
    """
    if value == value.to_integral_value():
        return value.quantize(Decimal(1), context=EXACT) if abs(value) < Decimal("1E350") else value
    return value.normalize(EXACT)


def rebase(quantity: Quantity, article_id: str, offset: int) -> Quantity:
    """Return the quantity with offsets into the article whose passage begins at ``offset``, and its id there."""
    from pipeline.records import Comparison, Mention

    def move(mention: Mention | None) -> Mention | None:
        return None if mention is None else Mention(mention.text, mention.start + offset, mention.end + offset)

    frame = quantity.comparison
    if frame is not None:
        frame = Comparison(move(frame.subject), move(frame.baseline), move(frame.measure), frame.direction)
    start, end = quantity.start + offset, quantity.end + offset
    return replace(
        quantity, id=content_id("q1_", article_id, str(start), str(end)), start=start, end=end, comparison=frame
    )
