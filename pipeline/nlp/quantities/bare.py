"""Numbers without a unit (years, counts, fractions, or nothing), and the bounds around any number."""

from __future__ import annotations

import re

from pipeline.nlp.quantities import dates, skip
from pipeline.nlp.quantities.amount import Amount, Source, clean, kind_of
from pipeline.nlp.quantities.changes import changes
from pipeline.nlp.quantities.lexicon import Unit
from pipeline.nlp.quantities.nouns import Noun, counted
from pipeline.nlp.quantities.numerals import Number
from pipeline.nlp.quantities.rates import rate

_COMPOUND = re.compile(r"-(?:[, ]|$|[^\W\d_])")
"""What follows the number of an adjective: six-speed, four-, five- and six-cylinder."""
_TO = re.compile("-(?:to|bis|tot)-")
_HALF_OF = re.compile(r"[ ](?:of|the|as|a|an|its|their|his|her|our|your|those|these|that|all|its)\b")


_SIGNS = {"approx_before": None, "at_least": ">=", "at_most": "<=", "more_than": ">", "less_than": "<"}
_SIGNS_AFTER = {"above_after": ">", "below_after": "<", "more_after": ">=", "less_after": "<="}


def unitless(source: Source, amount: Amount) -> Amount | None:
    """Decide what a number without a unit is: a year, a fraction, a count, or nothing."""
    number, text = amount.number, source.text
    if number is None:
        return None
    year = dates.year(source.flat, number, source.lex, source.before("year_before", amount.start) is not None)
    size = amount.value if amount.value is not None else number.value  # 1B is no single thing
    noun = counted(source.text, source.flat, amount.end, source.lex, size, scaled=number.scaled)
    plural = noun is not None and number.value != 1 and source.lex.lang == "en"
    plural = plural and noun is not None and not noun.name[0].isupper()  # the 2024 United States report
    if year is not None and not (plural and not year.sure):
        return Amount(year.start, year.end, None, kind="date", date=year.iso, number=number, lead=year.start)
    if number.weak and amount.value == number.value and not _alone(source, number):
        apart = _detached(source, number)
        if noun is None or apart:
            return None if apart else amount._replace(loose=True)
    if noun is None and _syllables(source, amount):
        return None
    joined = source.lex.spaced and _COMPOUND.match(source.flat, amount.end) and not _TO.match(source.flat, amount.end)
    if not number.literal and joined:
        return None
    if skip.named(text, source.flat, amount.start, amount.end, source.lex, noun is not None):
        return None
    if number.fraction and (noun is None or _measured(source, noun) is None):
        if (
            (
                words_of(source, amount) == "half"
                or (number.end - number.start < 7 and source.lex.tokens.get(words_of(source, amount)))
            )
            and source.lex.script == "latin"
            and not (_HALF_OF.match(source.flat, amount.end) or source.before("by", amount.start))
        ):
            return None
        return context(source, amount._replace(kind="ratio", unit=Unit("", "1", "ratio")))
    if noun is not None and (measure := _measured(source, noun)) is not None:
        return context(source, amount._replace(kind=kind_of(measure), end=noun.end, unit=measure))
    if noun is not None:
        name = _described(source, amount.start) + noun.name
        unit = Unit(name, name, "count")
        per, end, _ = rate(source, unit, noun.end, noun.end) if source.lex.spaced else (None, noun.end, 0)
        return context(source, amount._replace(kind="count", noun=name, end=end, unit=unit, per=per))
    return context(source, amount._replace(kind="other"))


def _described(source: Source, start: int) -> str:
    """Return the adjective before a number that belongs to what is counted, with a blank: the top three seeds."""
    found = source.before("describing", start)
    return found.group(1)[::-1] + " " if found is not None else ""


def _measured(source: Source, noun: Noun) -> Unit | None:
    """Return the unit that ends a noun phrase: "50 previous years"."""
    unit = source.lex.units.get(source.lex.fold(noun.name.rpartition(" ")[2]))
    return unit if unit is not None and (unit.kind in ("duration", "size") or unit.code in _COUNTED) else None


_COUNTED = frozenset(("token", "parameter"))
"""Units of the field, also behind an adjective: 400B unweighted tokens."""


def _alone(source: Source, number: Number) -> bool:
    """Say whether a numeral is the whole text, or one ideograph between kana, and so stands for a number itself."""
    flat = source.flat
    if flat.strip(" .!?。！？'\"“”\n\t") == flat[number.start : number.end]:
        return True
    around = flat[max(0, number.start - 1) : number.start] + flat[number.end : number.end + 1]
    if source.after("named_before", number.end) is not None and source.lex.script == "hangul":  # 삼은 자연수이다
        return True
    if source.before("named_after", number.start) is not None:  # 答案是四不是五
        closed = flat[number.end : number.end + 1] in ("", *".,;!?。！？，、；)")
        return closed or source.after("named_before", number.end) is not None
    return source.lex.lang == "ja" and not any("\u4e00" <= c <= "\u9fff" for c in around)


def _syllables(source: Source, amount: Amount) -> bool:
    """Say whether Korean numerals without anything counted are other words, or begin them: 구조, 백열등."""
    number = amount.number
    if source.lex.script != "hangul" or number is None or number.literal or _alone(source, number):
        return False
    follows = source.flat[number.end : number.end + 1]
    if words_of(source, amount) in source.lex.raw["number"]["homographs"]:
        return True
    return "가" <= follows <= "힣" and _PARTICLE.match(source.flat, number.end) is None


_PARTICLE = re.compile("[은는이가을를의에로와과도만여쯤대씩]|으로|까지|부터|보다|[가미정안내초]|번째|[이입였]")
"""What may stand right behind a number that counts nothing."""


def _detached(source: Source, number: Number) -> bool:
    """Say whether a weak word is none: "no one", or a syllable apart from its counter or inside a word."""
    flat, start = source.flat, number.start
    before = flat[max(0, start - 12) : start].split()
    if before and before[-1] in source.lex.raw["number"].get("not_after", ()):
        return True
    if source.lex.script != "hangul":
        return False
    sino = flat[start : number.end] in source.lex.raw["number"]["add"]
    return sino and (flat[number.end : number.end + 1] == " " or (start > 0 and "가" <= flat[start - 1] <= "힣"))


def words_of(source: Source, amount: Amount) -> str:
    """Return the folded words of an amount."""
    return source.flat[amount.start : amount.end]


def leading(source: Source, at: int) -> tuple[str, int] | None:
    """Return the word of bound or approximation that ends at ``at``, and its length."""
    found = source.before("lead", at)
    return (source.lex.leads[clean(found.group(1)[::-1])], found.end()) if found is not None else None


def _arrives(source: Source, lead: int) -> bool:
    """Say whether "up to" tells where a change arrived, not a bound: выросла до 61 %, subió hasta 5 %."""
    known = source.lex.raw["words"].get("arrivals")
    if known is None or source.flat[lead : lead + 12].split(" ")[0] not in known:
        return False
    return changes(source, lead)


def context(source: Source, amount: Amount) -> Amount:
    """Add bounds and approximations from the words on both sides."""
    lead, bound, approximate = amount.start, None, amount.number is not None and amount.number.odd
    for _ in range(2):
        word = leading(source, lead)
        if word is None:
            break
        lead -= word[1]
        arrived = word[0] == "at_most" and _arrives(source, lead)
        bound, approximate = (None if arrived else _SIGNS[word[0]]) or bound, approximate or word[0] == "approx_before"
    if source.after("approx_after", amount.end):
        approximate = True
    for key, sign in _SIGNS_AFTER.items():
        if bound is None and source.after(key, amount.end):
            bound = sign
    return amount._replace(bound=bound, approximate=approximate, lead=lead)
