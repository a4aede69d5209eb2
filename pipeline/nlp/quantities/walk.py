"""One walk over a folded text: from the first character that may begin a number to its amount, and on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.nlp.quantities import dates, firms, skip
from pipeline.nlp.quantities.amount import SPACES, Amount, Source, kind_of
from pipeline.nlp.quantities.attach import attach
from pipeline.nlp.quantities.bare import context
from pipeline.nlp.quantities.build import money
from pipeline.nlp.quantities.elided import fill
from pipeline.nlp.quantities.folding import fold
from pipeline.nlp.quantities.joins import join
from pipeline.nlp.quantities.lexicon import Unit, catalogue, lexicon, stressed
from pipeline.nlp.quantities.nouns import counted
from pipeline.nlp.quantities.numerals import Number
from pipeline.nlp.quantities.portions import of_large
from pipeline.nlp.quantities.ranks import RANK, ordinal_word
from pipeline.nlp.quantities.rates import rate
from pipeline.nlp.quantities.scan import phrase
from pipeline.nlp.quantities.shares import among
from pipeline.nlp.quantities.units import unit_after


def amounts(text: str, lang: str) -> list[Amount]:
    """Return the amounts of ``text`` in order, as written."""
    lex = lexicon(lang)
    if lex.stressed is not None and lex.stressed.search(text) is not None:
        lex = stressed(lex.lang)
    if lex.quick.search(text if text.isascii() and text.islower() else fold(text)) is None:
        return []
    source = Source(text, lex.fold(text), lex)
    found = _apart(_walk(source), source)
    return [a for a in fill(source, join(source, found)) if not a.loose]


def separate(text: str, lang: str) -> list[Amount]:
    """Return the amounts of ``text`` one by one: neighbours that are one amount, such as the ends of a range, apart."""
    lex = lexicon(lang)
    source = Source(text, lex.fold(text), lex)
    return [a for a in _apart(_walk(source), source) if not a.loose]


def phrases(text: str, start: int, end: int, lang: str) -> list[Number]:
    """Return the numbers that stand in ``text[start:end]``, whatever they belong to."""
    lex, at = lexicon(lang), start
    flat = lex.fold(text[:end])
    found: list[Number] = []
    while (match := lex.master.search(flat, at)) is not None:
        numbers, stop = phrase(flat, match.start(), lex)
        found += numbers
        at = max(stop, match.start() + 1)
    return found


def _apart(walk: Iterator[Amount], source: Source) -> list[Amount]:
    """Collect the amounts; what one has taken on its left belongs to no other."""
    found: list[Amount] = []
    for amount in walk:
        if amount.start < source.floor and amount.number is not None:
            amount = amount._replace(start=max(source.floor, amount.number.start))
        if source.floor <= amount.start < amount.end:
            found.append(amount)
            source.floor = amount.end
    return found


def _walk(source: Source) -> Iterator[Amount]:
    lex, flat, at = source.lex, source.flat, 0
    search = lex.master.search
    while (match := search(flat, at)) is not None:
        start, kind = match.start(), match.lastgroup
        if kind in ("url", "idiom"):
            at = match.end()
        elif kind == "fixed" and not _ordinal(source, match):
            at = match.end()
            yield from _fixed(source, match)
        else:
            stop = firms.always(source, start)
            if not stop and kind == "digit":
                stop = skip.span(source.text, flat, start, lex)
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
                amount = attach(source, number)
                at = max(number.end, at)
                if amount is not None:
                    yield amount
                    at = max(amount.end, at)
            at = max(at, min(end, numbers[-1].end), start + 1)


def _single(source: Source, match: re.Match[str]) -> Amount | None:
    """Return one unit for an article before a measure ("un yen", "a mile"), or for a text that is only the word."""
    start, end = match.span()
    token = source.lex.tokens.get(match.group())
    if token is None or token.kind not in ("article", "add", "mul"):
        return None
    closed = source.flat[end : end + 1] in ("", *".,;!?)") and source.before("minus", start)
    if closed or source.text[start:end].lower() in source.lex.raw["number"].get(
        "stressed", ()
    ):  # één muur, not een muur
        return attach(source, Number(start, end, token.value, False, False))
    if source.flat.strip(" .!?'\n\t") == match.group():
        return Amount(start, end, token.value, lead=start)
    if token.kind == "article" and source.after("over", end):
        number = Number(start, end, token.value, False, True)
        minus = source.before("minus", start)  # négatif un sur vingt
        begin, value = (start - minus.end(), -token.value) if minus else (start, token.value)
        return Amount(begin, end, value, number=number, lead=begin, loose=True)
    if token.kind == "article" and among(source, end) is not None:
        return _counted_one(source, start, end, token.value)
    unit = unit_after(source, end, None) if token.kind == "article" else None
    if unit is not None and not source.flat[unit[1] - 1].isalnum():
        return None  # the sign belongs to a number that follows: "an $800 stone"
    if unit is None or unit[0].kind not in ("money", "size") or unit[0].code in _TRADES:
        return None
    return context(source, Amount(start, unit[1], token.value, unit=unit[0], kind=kind_of(unit[0])))


def _counted_one(source: Source, start: int, end: int, value: Decimal) -> Amount | None:
    """Return the one that an article counts where its whole follows: un habitant sur cinq."""
    noun = counted(source.text, source.flat, end, source.lex, value)
    often = unit_after(source, end, None)  # une fois sur deux
    if often is not None and often[0].name == "time":
        number = Number(start, end, value, False, True)
        return context(source, Amount(start, often[1], value, number=number, unit=often[0], kind="ratio", loose=True))
    if noun is None:
        return None
    number, unit = Number(start, end, value, False, True), Unit(noun.name, noun.name, "count")
    one = Amount(start, noun.end, value, number=number, unit=unit, kind="count", noun=noun.name, loose=True)
    return context(source, one)


_TRADES = frozenset(("GPU", "FLOP", "W", "pixel", "bit"))
"""Units that an article often stands before without counting."""


def _ordinal(source: Source, match: re.Match[str]) -> bool:
    """Say whether an ordinal stands there without a word for a place: it may be a part (a third) or nothing."""
    key = match.group("fixed")
    return key in source.lex.fixed and source.lex.fixed[key][0] == "ordinal" and ordinal_word(source, match) is None


def _fixed(source: Source, match: re.Match[str]) -> Iterator[Amount]:
    """Yield the amount of a word that holds number and unit in one: "doubled", "tens of millions of"."""
    key = re.sub(rf"[{SPACES}]+", " ", match.group("fixed"))
    what, value, extra = source.lex.fixed[key]
    start, end = match.span("fixed")
    if what == "multiple" and value is not None and value < 1:
        part = Number(start, end, value, False, False, True)
        large = of_large(source.flat, part, source.lex)
        if large.end > end:  # четверть миллиона
            whole = attach(source, large)
            yield from [whole] if whole is not None else []
            return
    if what == "each":
        often = unit_after(source, end, None)  # jede zweite Woche: how often, not how many
        if often is None or often[0].kind != "duration":
            yield context(source, Amount(start, end, value, unit=Unit("", "1", "ratio"), kind="ratio", lead=start))
    elif what == "rank":
        yield Amount(start, end, value, kind="rank", unit=RANK, lead=start)
    elif what == "ordinal":
        rank = ordinal_word(source, match)
        yield from [rank] if rank is not None else []
    elif what == "multiple":
        yield context(source, Amount(start, end, value, unit=Unit("time", "1", "ratio"), kind="ratio", lead=start))
    elif what == "dual":
        unit = catalogue().get(extra) or money(extra)
        per, stop, _ = rate(source, unit, start, end) if unit.currency else (None, end, start)
        yield Amount(start, stop, value, unit=unit, per=per, kind=kind_of(unit), lead=start)
    else:
        yield from _vague(source, start, end, Decimal(extra))


def _vague(source: Source, start: int, end: int, low: Decimal) -> Iterator[Amount]:
    """Yield what is at least so many of something: "hundreds of miles", "thousands of tests"."""
    found = unit_after(source, end, None)
    at = end - (source.flat[end - 1] == "'")  # des milliers d'écoles
    noun = counted(source.text, source.flat, at, source.lex, low) if found is None else None
    if noun is not None:
        found = Unit(noun.name, noun.name, "count"), noun.end
    if found is not None:
        unit, stop = found
        yield Amount(
            start, stop, None, low, unit=unit, kind=kind_of(unit), approximate=True, bound=">=", lead=start,
            noun=noun.name if noun else None,
        )  # fmt: skip
