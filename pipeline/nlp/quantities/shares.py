"""Shares in words: "one out of three", "three in four residents", "deux habitants sur trois"; and marks: 8.5/10."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.nlp.quantities.amount import SPACES, Amount, Source
from pipeline.nlp.quantities.lexicon import Unit
from pipeline.nlp.quantities.numerals import DIVIDE

_FULL_MARKS = frozenset(Decimal(n) for n in (5, 6, 10, 20, 30, 42, 50, 60, 100, 120, 150, 200, 500, 1000))
_SLASH = re.compile("/")
_SHARE = Unit("", "1", "ratio")
_FEW = 10
_MANY = 1000
"""Things of which nobody picks out one any more."""
_WORD = re.compile(rf"[{SPACES}]([^\W\d_]+(?:-[^\W\d_]+)*)")
_MOST = 2
"""Adjectives between what is counted and its whole: trois entreprises françaises sur quatre."""


def over(source: Source, first: Amount, second: Amount) -> Amount | None:
    """Return "one out of three" as a fraction, "7 out of 10" as a score; None when the two are neither."""
    if first.value is None or second.value is None or first.number is None or second.number is None or second.date:
        return None
    if not 0 < abs(first.value) < second.value:
        return None
    if first.unit is not None and first.kind != "ratio":
        return _of_counted(source, first, second) if first.kind == "count" and first.per is None else None
    words = _words(source, first, second)
    if words is None or source.flat[words.end() : second.start].strip(SPACES):
        return None
    if second.kind not in ("other", "count") and (second.kind != "percent" or second.number.literal):
        return None
    if second.unit is not None and second.unit.currency:
        return None
    figures = first.number.literal and second.number.literal
    whole = first.value == _whole(first.value)
    if figures and second.value in _FULL_MARKS and first.value >= 0 and not (whole and _of_each(source, words, second)):
        return first._replace(end=second.number.end, kind="score", maximum=second.value, loose=False)
    return first._replace(
        end=second.end,
        value=DIVIDE.divide(first.value, second.value),
        kind="percent" if second.kind == "percent" else "ratio",
        unit=second.unit if second.kind == "percent" else _SHARE,
        loose=False,
    )


def round_whole(value: Decimal | None) -> bool:
    """Say whether a whole is one that shares are told of: up to ten, 20, or a power of ten, but not 42."""
    if value is None or value != value.to_integral_value() or value < 2:
        return False
    return value <= _FEW or value == 2 * _FEW or value == Decimal(1).scaleb(value.adjusted())


def _words(source: Source, first: Amount, second: Amount) -> re.Match[str] | None:
    """Return what says that one number is a part of another: a slash behind a decimal (8.5/10), "out of", "in".

    Full marks are whole: 1.4/4.4 are two amounts.
    """
    value, flat = first.value, source.flat
    slashed = flat[first.end : second.start] == "/" and second.value == _whole(second.value)
    if slashed and value != _whole(value):
        return _SLASH.match(flat, first.end)
    if second.value == 10 and value != _whole(value):
        return source.after("score", first.end)  # 9,1 em 10
    told = value == 1 or (value == _whole(value) and round_whole(second.value) and not _occasion(source, second))
    return source.after("over", first.end) or (source.after("one_in", first.end) if told else None)


def _whole(value: Decimal | None) -> Decimal | None:
    return value.to_integral_value() if value is not None else None


def _noun(source: Source, amount: Amount) -> str:
    """Return the last word of what an amount counts, folded; empty when it counts nothing."""
    return source.lex.fold(amount.noun.rpartition(" ")[2]) if amount.noun else ""


def _occasion(source: Source, amount: Amount) -> bool:
    """Say whether times at which something happened are counted, no members of a whole: lost three in four games."""
    return _noun(source, amount) in source.lex.raw["words"].get("occasions", ())


def _of_each(source: Source, words: re.Match[str], second: Amount) -> bool:
    """Say whether figures tell a share and no mark: 8 out of 10 doctors, 8 de cada 10; but 4 out of 5 stars."""
    data = source.lex.raw["words"]
    if second.kind == "count" and _mark(source, second):
        return False
    if words.group().strip() in data.get("each", ()):
        return True
    if second.kind != "count":
        return False
    if source.lex.lang in ("en", "de"):  # there a word is counted only when its form says that it is a noun
        return True
    return "plural" in data and re.search(data["plural"], _noun(source, second)) is not None


def _mark(source: Source, amount: Amount) -> bool:
    """Say whether what is counted are marks: stars, points."""
    return _noun(source, amount) in map(source.lex.fold, source.lex.raw["words"].get("marks", ()))


def _of_counted(source: Source, first: Amount, second: Amount) -> Amount | None:
    """Return "deux habitants sur trois" as a share: the whole has no noun of its own."""
    value, below = first.value, second.value
    if value is None or below is None or not source.lex.spaced or value != _whole(value):
        return None
    if not (round_whole(below) or (value == 1 and below <= _MANY)):
        return None
    found = among(source, first.end)
    each = source.lex.raw["words"].get("each")
    if (
        found is None
        or (each is not None and found.group().strip() not in each)
        or source.flat[found.end() : second.start].strip(SPACES)
        or not _bare(source, found, second)
        or _goes_to(source, found, second)
    ):
        return None
    end = second.number.end if second.number is not None else second.end
    if _mark(source, first):  # 3 stars out of five
        return first._replace(end=end, kind="score", maximum=below, unit=None, noun=None, loose=False)
    return first._replace(
        end=end,
        value=DIVIDE.divide(value, below), kind="ratio", unit=_SHARE, noun=None, loose=False,
    )  # fmt: skip


def _goes_to(source: Source, words: re.Match[str], second: Amount) -> bool:
    """Say whether the whole is where a change began: binnen eines Monats von 20 auf 3 Punkte."""
    begins = source.lex.raw["words"].get("from", ())
    to = source.after("to", second.number.end if second.number is not None else second.end)
    return words.group().strip() in begins and to is not None and source.flat[to.end() :].lstrip()[:1].isdigit()


def among(source: Source, at: int) -> re.Match[str] | None:
    """Return the words for "out of" behind a noun that ends at ``at``, with an adjective or two of it between."""
    for _ in range(_MOST + 1):
        found = source.after("over", at) or source.after("one_in", at)
        if found is not None:
            return found
        word = _WORD.match(source.flat, at)
        if word is None or (word[1] in source.lex.stop and word[1] not in source.lex.units):  # but fois
            return None
        at = word.end()
    return None


def _bare(source: Source, found: re.Match[str], second: Amount) -> bool:
    """Say whether a whole counts nothing itself: what follows it is no noun, or "each" has said what it is."""
    if second.kind == "other":
        return True
    if second.kind != "count":
        return False
    plural = source.lex.raw["words"].get("plural")
    each = found.group().strip() in source.lex.raw["words"].get("each", ())
    return each or (
        plural is not None and source.lex.script == "latin" and re.search(plural, _noun(source, second)) is None
    )
