"""Marks and shares where words are not set apart: 10点満点中9.1点, 9.1分（满分10分）, 8つに1つ, 8명 중 1명."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.nlp.quantities.amount import Amount, Source
from pipeline.nlp.quantities.lexicon import Unit, catalogue
from pipeline.nlp.quantities.numerals import DIVIDE
from pipeline.nlp.quantities.shares import round_whole

_FULL_FIRST = re.compile(r"(?:点|點|점)?[ ]?(?:満点|滿點|만점)(?:中|で|のうち|の|에서|에|중|의)?[、, ]?")
_FULL_LAST = re.compile(r"[分点點점]?[ ]?[,，(（][ ]?(?:满分|滿分|総点|満点|만점)(?:为|為|是)?")
_MANY = 1000
"""Things of which nobody picks out one any more."""
_MARK = re.compile("[点點分점]")
_AMONG = re.compile(
    r"(?:に|のうち|の中で?|中(?:の)?|人に|社に|중(?:에|에서)?|[ ]중[ ]?(?:에|에서)?"
    r"|(?:的?[\u4e00-\u9fff]{0,4}?(?:中|之中|里|裡))?(?:[就便才仅只约]*有)?)[ ]?"
)


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


def some_among(source: Source, first: Amount, second: Amount) -> Amount | None:
    """Return one of so many things, or some of a round number of them, as a ratio; None for different things."""
    if source.lex.spaced or second.value is None or first.value is None or not 1 <= second.value < first.value <= _MANY:
        return None
    alike = second.unit == first.unit or (second.unit is None and second.value == 1)  # 여덟 개 중 하나: no counter
    if first.low is not None or not alike or first.kind not in ("count", "other"):
        return None
    if second.value != 1 and (second.unit is None or not round_whole(first.value)):
        return None
    if source.flat[first.end : second.start] == "" or not _AMONG.fullmatch(source.flat, first.end, second.start):
        return None
    each = source.flat[max(0, first.start - 1) : first.start] in ("每", "毎")
    start = first.start - each
    if not each and source.flat[first.end : second.start].lstrip("就便才仅只约") == "有":
        return None  # only "each" makes "has" a share: 每五人就有一人
    share = second._replace(start=start, lead=start if each else first.lead, loose=False)
    value = DIVIDE.divide(second.value, first.value)
    return share._replace(value=value, kind="ratio", unit=Unit("", "1", "ratio"), noun=None)


def points(source: Source, amount: Amount) -> Amount:
    """Return an amount in 分 as marks: only behind a larger coin is 分 a coin."""
    unit = amount.unit
    if source.lex.lang != "zh" or unit is None or unit.name != "cent" or source.flat[amount.end - 1] != "分":
        return amount
    return amount._replace(unit=replace(catalogue()["point"]), kind="score")
