"""When a statement was made: what its own sentence tells, else the day of publication.

"In September he had expected a fall" is no answer of October's. Only the words around what is asserted are read, since
a date inside it is the day of what is spoken of. Data for twelve languages is in ``data/timing.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from pipeline.cluster.corpus import when
from pipeline.cluster.lexicon import pattern, read
from pipeline.cluster.statements import Statement
from pipeline.records import Said

LENGTH = {"day": 1, "week": 7, "month": 30, "year": 365}
SLACK = {"day": 0, "week": 3, "month": 15, "year": 182}
"""Days either way that a count of whole units leaves open."""
OLD = 3
"""Days before publication from which a statement is an older one: what was said on Wednesday is news on Friday."""


class _Words(NamedTuple):
    """Compiled expressions of one language."""

    ago: tuple[tuple[re.Pattern[str], str], ...]
    """(expression with a group ``n``, unit)."""
    numbers: tuple[re.Pattern[str], ...]
    last: tuple[tuple[re.Pattern[str], str], ...]
    back: tuple[tuple[re.Pattern[str], int], ...]
    weekdays: tuple[re.Pattern[str], ...]
    months: tuple[re.Pattern[str], ...]
    older: re.Pattern[str]


def said(statement: Statement) -> Said | None:
    """Return when a statement was made, as far as the words around what it asserts tell.

    None where they tell nothing: then it was made when it was printed. Where the author speaks nothing frames the
    words, and a date among them is that of what is spoken of.
    """
    claim = statement.claim
    if not claim.attribution or claim.holder is None or claim.holder.kind == "author":
        return None
    return _told(frame(statement), claim.language, when(statement.article).date()) or _dated(statement)


def frame(statement: Statement) -> str:
    """Return the words of a claim outside what it asserts, with a bar where that stood."""
    claim, parts, at = statement.claim, [], 0
    for span in sorted(claim.content, key=lambda s: s.start):
        parts.append(claim.text[at : max(at, span.start - claim.start)])
        at = max(at, span.end - claim.start)
    return " | ".join([*parts, claim.text[at:]])


def older(found: Said | None, statement: Statement) -> bool:
    """Tell whether an article reports what was said well before it."""
    if found is None:
        return False
    return found.last is None or found.last < when(statement.article).date() - timedelta(days=OLD)


def _dated(statement: Statement) -> Said | None:
    """Read a full date that the reader of numbers found around the asserted words."""
    claim, printed = statement.claim, when(statement.article).date()
    for quantity in statement.quantities:
        inside = any(s.start <= quantity.start and quantity.end <= s.end for s in claim.content)
        match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", quantity.date or "")
        if inside or not match:
            continue
        year, month, day = (int(part) if part else 0 for part in match.groups())
        first = date(year, month or 1, day or 1)
        last = first if day else _month_end(first) if month else date(year, 12, 31)
        if first <= printed:
            return Said(quantity.text, first, min(last, printed))
    return None


def _told(text: str, language: str, printed: date) -> Said | None:
    """Read the first expression that a text holds, the most exact kind first."""
    words = _words(language)
    if words is None or not text.strip(" |"):
        return None
    found = next(_expressions(text, words, printed), None)
    if found is not None:
        return found
    match = words.older.search(text)
    return Said(match.group(), None, None) if match else None


def _expressions(text: str, words: _Words, printed: date) -> Iterator[Said]:
    for expression, unit in words.ago:
        if (match := expression.search(text)) and (count := _number(match["n"], words)):
            middle = printed - timedelta(days=min(count * LENGTH[unit], 36500))
            yield _around(match.group(), middle, SLACK[unit], printed)
    for expression, unit in words.last:
        if match := expression.search(text):
            yield _before(match.group(), unit, printed)
    for expression, days in words.back:
        if match := expression.search(text):
            moment = printed - timedelta(days=days)
            yield Said(match.group(), moment, moment)
    for number, expression in enumerate(words.weekdays):
        if match := expression.search(text):
            moment = printed - timedelta(days=(printed.weekday() - number) % 7)
            yield Said(match.group(), moment, moment)
    for number, expression in enumerate(words.months, 1):
        if match := expression.search(text):
            first = date(printed.year - (number > printed.month), number, 1)
            yield Said(match.group(), first, min(_month_end(first), printed))


def _around(text: str, middle: date, slack: int, printed: date) -> Said:
    return Said(text, middle - timedelta(days=slack), min(middle + timedelta(days=slack), printed))


def _before(text: str, unit: str, printed: date) -> Said:
    """Return the calendar week, month or year before the one of printing."""
    if unit == "week":
        monday = printed - timedelta(days=printed.weekday() + 7)
        return Said(text, monday, monday + timedelta(days=6))
    if unit == "month":
        last = printed.replace(day=1) - timedelta(days=1)
        return Said(text, last.replace(day=1), last)
    return Said(text, date(printed.year - 1, 1, 1), date(printed.year - 1, 12, 31))


def _month_end(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _number(text: str, words: _Words) -> int:
    if text.isdecimal():
        return int(text)
    return next((n for n, known in enumerate(words.numbers, 1) if known.fullmatch(text)), 0)


@lru_cache(maxsize=32)
def _words(language: str) -> _Words | None:
    """Compile the expressions of a language, if it is known."""
    data = _data()
    if language not in data["ago"]:
        return None
    numbers: list[str] = data["numbers"][language]
    any_number = "|".join(_one(word) for word in sorted(numbers, key=len, reverse=True))
    ago = []
    for unit, by in data["units"].items():
        units = "|".join(sorted(map(re.escape, by[language]), key=len, reverse=True))
        for form in data["ago"][language]:
            body = form.replace(" ", r"\s+").replace("{n}", rf"(?P<n>\d{{1,3}}|{any_number})")
            ago.append((_compiled(body.replace("{unit}", f"(?:{units})")), unit))
    return _Words(
        ago=tuple(ago),
        numbers=tuple(re.compile(_one(word), re.IGNORECASE) for word in numbers),
        last=tuple((pattern(by[language]), unit) for unit, by in data["last"].items()),
        back=tuple((pattern(by[language]), int(days)) for days, by in data["yesterday"].items()),
        weekdays=tuple(_compiled(word) for word in data["weekdays"][language]),
        months=tuple(_compiled(word.replace(" ", r"\s+")) for word in data["months"][language]),
        older=pattern(data["older"][language]),
    )


def _compiled(body: str) -> re.Pattern[str]:
    spaced = not re.search(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", body)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if spaced else body, re.IGNORECASE)


def _one(word: str) -> str:
    return "|".join(part.replace("*", r"\w*") for part in word.split("|"))


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Mapping]:  # type: ignore[type-arg]  # nested lists and tables, as the file's head says
    return read("timing.yaml")  # type: ignore[return-value]  # as above
