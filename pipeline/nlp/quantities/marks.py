"""Marks and shares where words are not set apart: 10点満点中9.1点, 9.1分（满分10分）, 8つに1つ, 8명 중 1명."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.nlp.quantities.amount import Amount, Source
from pipeline.nlp.quantities.lexicon import Unit, catalogue
from pipeline.nlp.quantities.numerals import DIVIDE

_FULL_FIRST = re.compile(r"(?:点|點|점)?[ ]?(?:満点|滿點|만점)(?:中|で|のうち|の|에서|에|중|의)?[、, ]?")
_FULL_LAST = re.compile(r"[分点點점]?[ ]?[,，(（][ ]?(?:满分|滿分|総点|満点|만점)(?:为|為|是)?")
_MANY = 1000
"""Things of which nobody picks out one any more."""
_MARK = re.compile("[点點分점]")
_AMONG = re.compile(r"(?:に|のうち|人に|社に|중(?:에|에서)?|[ ]중[ ]?(?:에|에서)?|(?:中|之中|里|裡)(?:就?有)?)[ ]?")


def marked(source: Source, first: Amount, second: Amount) -> Amount | None:
    """Return the score that two neighbours make, one of them the full marks; None when they make none."""
    if source.lex.spaced or first.number is None or second.number is None:
        return None
    if first.value is None or second.value is None:
        return None
    if _FULL_FIRST.fullmatch(source.flat, first.number.end, second.number.start) and second.value <= first.value:
        mark = _MARK.match(source.flat, second.number.end)
        return _score(second, first.start, mark.end() if mark else second.end, full=first)
    if _FULL_LAST.fullmatch(source.flat, first.number.end, second.number.start) and first.value <= second.value:
        return _score(first, first.start, first.end, full=second)
    return None


def _score(amount: Amount, start: int, end: int, full: Amount) -> Amount:
    return amount._replace(
        start=start, lead=start, end=end, kind="score", unit=None, noun=None, maximum=full.value, loose=False
    )


def one_among(source: Source, first: Amount, second: Amount) -> Amount | None:
    """Return one of so many things as a ratio; None when the two are of different things."""
    if source.lex.spaced or second.value != 1 or first.value is None or not 1 < first.value <= _MANY:
        return None
    alike = second.unit in (first.unit, None)  # 여덟 개 중 하나: the one needs no counter
    if first.low is not None or not alike or first.kind not in ("count", "other"):
        return None
    if not _AMONG.fullmatch(source.flat, first.end, second.start):
        return None
    share = second._replace(start=first.start, lead=first.lead, value=DIVIDE.divide(1, first.value), loose=False)
    return share._replace(kind="ratio", unit=Unit("", "1", "ratio"), noun=None)


def points(source: Source, amount: Amount) -> Amount:
    """Return an amount in 分 as marks: only behind a larger coin is 分 a coin."""
    unit = amount.unit
    if source.lex.lang != "zh" or unit is None or unit.name != "cent" or source.flat[amount.end - 1] != "分":
        return amount
    return amount._replace(unit=replace(catalogue()["point"]), kind="score")
