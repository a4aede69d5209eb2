"""Dates: days, months, years and decades as ISO 8601, as precise as written."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.nlp.quantities.lexicon import Lexicon
from pipeline.nlp.quantities.numerals import Number

_ISO = re.compile(r"(?<!\d)((?:1[5-9]|20)\d\d)-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![\d-])")
_SPAN = re.compile(r"(?:19|20)(\d\d)[-/](\d\d)(?![\d-])")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./]((?:1[5-9]|20)\d\d)(?!\d)")
_CJK = re.compile(
    r"((?:1[5-9]|20)\d\d)[ ]?[年년](?![代间間])(?:[ ]?(\d{1,2})[ ]?[月월](?:[ ]?(\d{1,2})[ ]?[日号號일])?)?"
)
_CJK_DAY = re.compile(r"(\d{1,2})[ ]?[月월][ ]?(\d{1,2})[ ]?[日号號일]|(\d{1,2})[月월](?![份대])")
_CJK_WEEKDAY = re.compile(r"(\d{1,2})/(\d{1,2})()(?=\([月火水木金土日월화수목금토일]\))")
_CJK_DECADE = re.compile(r"((?:1[5-9]|20)\d)0[ ]?(?:年代|년대)")
_CENTURY = re.compile(r"(\d{1,2})(?:世纪|世紀)(\d)0年代")
_CJK_WORDS = re.compile(r"([一二]?[〇零○一二三四五六七八九]{3})年(?![代间間])")
_TENS = "[一二三四五六七八九十]"
_CJK_SPOKEN = re.compile(
    rf"(?:([二〇零一]?[〇零○一二三四五六七八九]{{3}}|二千{_TENS}{{0,3}})年)?({_TENS}{{1,2}})月(?:({_TENS}{{1,3}})[日號号])"
)
_HAN = str.maketrans("〇零○一二三四五六七八九", "000123456789")


class Date(NamedTuple):
    """A date and its span. ``sure``: more than four bare digits say so."""

    start: int
    end: int
    iso: str
    sure: bool = True


@lru_cache(maxsize=32)
def _patterns(lex: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the expressions for "3 March 2024" and for what follows a month name: "March 3, 2024", "March 2024"."""
    month = lex.month.pattern
    of = r"(?:(?:de|of|del|di|d')[ ])?"
    year = r"(?:1[5-9]|20)\d\d"
    no_more = r"(?!\d|[.,]\d)"
    day_first = (
        rf"(\d{{1,2}})(?:st|nd|rd|th|er|\.|º|-?го)?[ ](?:de |of |di )?(?P<m>{month})\.?"
        rf"(?:,?[ ](?:de |del |di |года? )?(?P<y>{year}){no_more})?"
    )
    month_first = (
        rf"[ ](?:{of}(?P<y>{year}){no_more}"
        rf"|(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.)?(?:-(?P<d2>\d{{1,2}}))?(?![\d.,]?\d|[ ]?%)"
        rf"(?:,?[ ]{of}(?P<y2>{year}){no_more})?)"
    )
    return re.compile(day_first), re.compile(month_first)


def match(flat: str, at: int, lex: Lexicon) -> Date | None:
    """Return the date whose first digit stands at ``at``; a month name before it belongs to it."""
    found = _ISO.match(flat, at)
    if found:
        return Date(at, found.end(), "-".join(g for g in found.groups() if g))
    found = _SPAN.match(flat, at)
    if found and int(found.group(2)) == (int(found.group(1)) + 1) % 100:
        return Date(at, found.end(), f"{flat[at : at + 4]}/{flat[at : at + 2]}{found.group(2)}")
    found = _NUMERIC.match(flat, at)
    if found:
        return _numeric(found, lex)
    if not lex.spaced:
        return _cjk(flat, at)
    if (found := _SLASHED.match(flat, at)) is not None and (day := _day(found, flat, lex)) is not None:
        return day
    return _worded(flat, at, lex)


_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")


def _day(found: re.Match[str], flat: str, lex: Lexicon) -> Date | None:
    """Return the day of a year that a word such as "on" announces (on 6/8), and no part of something (on 1/3 of it)."""
    at, end = found.span()
    if lex.before["day_before"].match(flat[max(0, at - 16) : at][::-1]) is None or lex.after["whole"].match(flat, end):
        return None
    month, day = map(int, found.groups() if lex.lang == "en" else found.groups()[::-1])
    if day <= 12 < month:
        month, day = day, month
    return Date(at, end, f"--{month:02}-{day:02}") if 1 <= month <= 12 and 1 <= day <= 31 else None


def _numeric(found: re.Match[str], lex: Lexicon) -> Date:
    first, second, year = found.groups()
    day, month = (second, first) if lex.lang == "en" and "/" in found.group() and int(first) <= 12 else (first, second)
    if int(month) > 12:
        day, month = month, day
    return Date(found.start(), found.end(), f"{year}-{int(month):02}-{int(day):02}")


def _cjk(flat: str, at: int) -> Date | None:
    found = _CJK_DECADE.match(flat, at)
    if found:
        return Date(at, found.end(), found.group(1) + "X")
    found = _CENTURY.match(flat, at)
    if found:
        return Date(at, found.end(), f"{int(found.group(1)) - 1:02}{found.group(2)}X")
    found = _CJK.match(flat, at)
    if found:
        year, month, day = found.groups()
        parts = [year, *(f"{int(p):02}" for p in (month, day) if p)]
        return Date(at, found.end(), "-".join(parts))
    found = _CJK_SPOKEN.match(flat, at)
    if found:
        return _spoken(found)
    found = _CJK_WORDS.match(flat, at)
    if found and len(found.group(1)) == 4:
        return Date(at, found.end(), found.group(1).translate(_HAN))
    found = _CJK_DAY.match(flat, at) or _CJK_WEEKDAY.match(flat, at)
    if found and int(found.group(1) or found.group(3)) <= 12:
        if found.group(3):
            return Date(at, found.end(), f"--{int(found.group(3)):02}")
        return Date(at, found.end(), f"--{int(found.group(1)):02}-{int(found.group(2)):02}")
    return None


def _spoken(found: re.Match[str]) -> Date | None:
    """Read a day whose numbers are ideographs: 二千十八年五月十七日."""
    year, month, day = (_han(group) if group else None for group in found.groups())
    if month is None or day is None or not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Date(found.start(), found.end(), f"{year or '-'}-{month:02}-{day:02}")


def _han(digits: str) -> int:
    """Return the number below 2100 that ideographs write, digit by digit or with tens."""
    if "千" in digits:
        return 2000 + (_han(digits[2:]) if digits[2:] else 0)
    if "十" not in digits:
        return int(digits.translate(_HAN))
    tens, _, ones = digits.partition("十")
    return 10 * (int(tens.translate(_HAN)) if tens else 1) + (int(ones.translate(_HAN)) if ones else 0)


_RU_YEAR = re.compile(r"((?:1[5-9]|20)\d\d)[ \u00a0]?(?:год(?:а|у|ом|е)?|гг?\.)(?!\w)")


def _worded(flat: str, at: int, lex: Lexicon) -> Date | None:
    if not flat[at].isdigit():
        return None
    named = _RU_YEAR.match(flat, at) if lex.lang == "ru" else None
    if named is not None:
        return Date(at, at + 4, named.group(1))
    day_first, month_first = _patterns(lex)
    found = day_first.match(flat, at)
    if found and 1 <= int(found.group(1)) <= 31:
        month = lex.months[found.group("m").rstrip(".") if found.group("m") not in lex.months else found.group("m")]
        year = found.group("y")
        return Date(at, found.end(), f"{year or '-'}-{month:02}-{int(found.group(1)):02}")
    before = lex.before["month"].match(flat[max(0, at - 16) : at][::-1])
    of = 0
    if before is None:
        link = re.search(r"(?<= )(?:de|del|of|di) $", flat[max(0, at - 5) : at])
        if link is None:
            return None
        of = len(link.group())
        before = lex.before["month"].match(flat[max(0, at - of - 16) : at - of][::-1])
        if before is None:
            return None
    begin = at - of - before.end()
    name = flat[begin : at - of].strip()
    found = month_first.match(flat, at - 1)
    if not found or name not in lex.months:
        return None
    month = lex.months[name]
    if found.group("y"):
        return Date(begin, found.end(), f"{found.group('y')}-{month:02}")
    if not 1 <= int(found.group("d")) <= 31:
        return None
    first, last = (f"{found.group('y2') or '-'}-{month:02}-{int(found.group(g) or 0):02}" for g in ("d", "d2"))
    return Date(begin, found.end(), f"{first}/{last}" if found.group("d2") else first)


_DECADE = re.compile(r"(?:'?s|er|-е|-х|ies)(?!\w)")


def year(flat: str, number: Number, lex: Lexicon, announced: bool) -> Date | None:
    """Return the year or decade that a bare number is, or None. ``announced``: a word such as "in" stands before."""
    written = flat[number.start : number.end]
    if len(written) != 4 or not written.isdecimal() or not 1500 <= number.value <= (2199 if announced else 2100):
        return None
    decade = _DECADE.match(flat, number.end)
    if decade and written[3] == "0":
        return Date(number.start, decade.end(), written[:3] + "X")
    if announced or 1900 <= number.value <= 2100:
        return Date(number.start, number.end, written, announced)
    return None
