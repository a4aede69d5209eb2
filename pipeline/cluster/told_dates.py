"""Dates as words tell them: "on Wednesday", "five weeks ago", "in March last year", "letzten Sommer", "先月".

Data for twelve languages is in ``data/timing.yaml``. Whether a date is that of what is said, its caller knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from pipeline.cluster.lexicon import pattern, read
from pipeline.records import Said

Pattern = re.Pattern[str]

LENGTH = {"day": 1, "week": 7, "month": 30, "year": 365}
SLACK = {"day": 0, "week": 3, "month": 15, "year": 182}
"""Days either way that a count of whole units leaves open."""
_SOME = (2, 9)
"""How many "some" and "a few" are at least and at most."""
_LONGEST = 36500
_WITHIN = {"week": 0, "month": 4, "year": 28}
"""Days before printing by which a part of the running week, month or year that was "earlier" had ended."""
_OF_DAY = r"(?:s|abends?|morgens?|vormittags?|mittags?|nachmittags?|nachts?|avond|ochtend|middag)?"
_ENDS = r"(?=\s*(?:[,.;:()|]|que\b|$))"
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class _Words:
    """Compiled expressions of one language."""

    ago: tuple[tuple[Pattern, str], ...]
    """(expression with a group ``n``, ``one`` or ``some``, unit)."""
    spans: tuple[tuple[Pattern, int, int], ...]
    numbers: tuple[tuple[Pattern, int], ...]
    last: Mapping[str, Pattern]
    this: Mapping[str, Pattern]
    before_last: Pattern
    earlier: Pattern
    past: Pattern
    yesterday: tuple[tuple[Pattern, int], ...]
    weekdays: tuple[Pattern, ...]
    months: tuple[Pattern, ...]
    dates: tuple[Pattern, ...]
    seasons: tuple[Pattern, ...]
    in_season: tuple[Pattern, ...]


def told(text: str, language: str, printed: date) -> Said | None:
    """Read the first date that a text tells, as seen from the day of printing; the most exact kind first."""
    words = _words(language)
    return next(_expressions(text, words, printed), None) if words else None


def _expressions(text: str, words: _Words, printed: date) -> Iterator[Said]:
    *days, today = words.yesterday[::-1]
    yield from _days_back(text, days, printed)
    if (week := words.last["week"].search(text)) and (day := _weekday(text, words)):
        yield _day(f"{week[0]} {day[0][0]}", printed - timedelta(days=printed.weekday() + 7 - day[1]))
    yield from _ago(text, words, printed)
    yield from _months(text, words, printed)
    yield from _seasons(text, words, printed)
    yield from _last(text, words, ("month", "year"), printed)
    if day := _weekday(text, words):
        back = (printed.weekday() - day[1]) % 7
        yield _day(day[0][0], printed - timedelta(days=back or 7 * _is_past(day[0], text, words)))
    yield from _last(text, words, ("week",), printed)
    yield from _running(text, words, printed)
    yield from _days_back(text, [today], printed)


def _days_back(text: str, known: list[tuple[Pattern, int]], printed: date) -> Iterator[Said]:
    for expression, days in known:
        if match := expression.search(text):
            yield _day(match[0], printed - timedelta(days=days))


def _day(text: str, moment: date) -> Said:
    return Said(text, moment, moment)


def _weekday(text: str, words: _Words) -> tuple[re.Match[str], int] | None:
    hits = ((match, number) for number, day in enumerate(words.weekdays) if (match := day.search(text)))
    return min(hits, key=lambda hit: hit[0].start(), default=None)


def _is_past(match: re.Match[str], text: str, words: _Words) -> bool:
    """Tell whether a word right beside a day makes it the one before: "last Tuesday", "mardi dernier"."""
    before, after = text[: match.start()].split()[-1:], text[match.end() :].split()[:1]
    return any(words.past.search(word) for word in (*before, *after))


def _ago(text: str, words: _Words, printed: date) -> Iterator[Said]:
    for expression, days, slack in words.spans:
        if match := expression.search(text):
            yield _around(match[0], days, slack, printed)
    for expression, unit in words.ago:
        if match := expression.search(text):
            yield _counted(match, unit, words, printed)


def _counted(match: re.Match[str], unit: str, words: _Words, printed: date) -> Said:
    """Count back by a number; by one where a single unit has none; by some where several have none, or it is vague."""
    groups = match.groupdict()
    count = _number(groups["n"], words) if groups.get("n") else int(groups.get("one") is not None)
    if count:
        return _around(match[0], min(count * LENGTH[unit], _LONGEST), SLACK[unit], printed)
    least, most = (timedelta(days=n * LENGTH[unit]) for n in _SOME)
    return Said(match[0], printed - most, printed - least)


def _around(text: str, back: int, slack: int, printed: date) -> Said:
    middle, around = printed - timedelta(days=back), timedelta(days=slack)
    return Said(text, middle - around, min(middle + around, printed))


def _number(text: str, words: _Words) -> int:
    if text.isdecimal():
        return int(text)
    return next((number for known, number in words.numbers if known.fullmatch(text)), 0)


def _months(text: str, words: _Words, printed: date) -> Iterator[Said]:
    for expression in words.dates:
        if match := expression.search(text):
            month = next(n for n, known in enumerate(words.months, 1) if known.fullmatch(match["m"]))
            first = date(_year(match, words, printed, month, printed.month), month, 1)
            if first <= printed:
                yield Said(match[0], first, min(month_end(first), printed))


def _seasons(text: str, words: _Words, printed: date) -> Iterator[Said]:
    for expression in words.in_season:
        if match := expression.search(text):
            month = 3 * next(n for n, known in enumerate(words.seasons, 1) if known.fullmatch(match["s"]))
            running = printed.month // 3 * 3 or 12
            first = date(_year(match, words, printed, month, running), month, 1)
            if first <= printed:
                yield Said(match[0], first, min(month_end(first + timedelta(days=65)), printed))


def _year(match: re.Match[str], words: _Words, printed: date, month: int, running: int) -> int:
    """Tell the year of a month or season: the one that is named, else the latest in which it has begun."""
    groups = match.groupdict()
    if groups.get("y"):
        return int(groups["y"])
    if groups.get("ly") is not None:
        return printed.year - 1
    return printed.year - (month > printed.month or (month == running and bool(words.past.search(match[0]))))


def _last(text: str, words: _Words, units: tuple[str, ...], printed: date) -> Iterator[Said]:
    """Read the calendar week, month or year before the one of printing."""
    if "year" in units and (match := words.before_last.search(text)):
        yield Said(match[0], date(printed.year - 2, 1, 1), date(printed.year - 2, 12, 31))
    for unit in units:
        if match := words.last[unit].search(text):
            last = _begun(unit, printed) - timedelta(days=1)
            yield Said(match[0], _begun(unit, last), last)


def _running(text: str, words: _Words, printed: date) -> Iterator[Said]:
    """Read the running week, month or year: what was said "earlier" in it, or in this year, is some time ago."""
    for unit, expression in words.this.items():
        if match := expression.search(text):
            first = _begun(unit, printed)
            ended = printed - timedelta(days=_WITHIN[unit])
            early = unit == "year" or words.earlier.search(text)
            yield Said(match[0], first, ended if early and ended >= first else printed)


def _begun(unit: str, moment: date) -> date:
    """Return the first day of the week, month or year of a day."""
    if unit == "week":
        return moment - timedelta(days=moment.weekday())
    return moment.replace(day=1) if unit == "month" else moment.replace(day=1, month=1)


def month_end(first: date) -> date:
    """Return the last day of a month."""
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


@lru_cache(maxsize=32)
def _words(language: str) -> _Words | None:
    """Compile the expressions of a language, if it is known."""
    data = timing()
    if language not in data["ago"]:
        return None
    numbers = [*enumerate(data["numbers"][language], 1), *((int(n), by[language]) for n, by in data["more"].items())]
    months, seasons = data["months"][language], data["seasons"].get(language, [])
    return _Words(
        ago=tuple(_counting(language, [word for _, word in numbers])),
        spans=tuple(_spanning(language)),
        numbers=tuple((re.compile(_one(word), re.IGNORECASE), number) for number, word in numbers),
        last={unit: pattern(by[language]) for unit, by in data["last"].items()},
        this={unit: pattern(by[language]) for unit, by in data["this"].items()},
        before_last=pattern(data["beforelast"][language]) if language in data["beforelast"] else _NEVER,
        earlier=pattern(data["earlier"][language]),
        past=pattern(data["past"][language]),
        yesterday=tuple((pattern(by[language]), int(days)) for days, by in data["yesterday"].items()),
        weekdays=tuple(
            _compiled(w.replace("{day}", _OF_DAY).replace("{end}", _ENDS)) for w in data["weekdays"][language]
        ),
        months=tuple(re.compile(name, re.IGNORECASE) for name in months),
        dates=tuple(_compiled(_filled(form, language, m="|".join(months))) for form in data["dates"][language]),
        seasons=tuple(re.compile(name, re.IGNORECASE) for name in seasons),
        in_season=tuple(
            _compiled(_filled(form, language, s="|".join(seasons))) for form in data["in_season"].get(language, [])
        ),
    )


def _counting(language: str, numbers: list[str]) -> Iterator[tuple[Pattern, str]]:
    """Compile how a past is counted back: with a number, with a vague one, with none."""
    data = timing()
    counts = "|".join(_one(word) for word in sorted(numbers, key=len, reverse=True))
    vague = "|".join(sorted(map(re.escape, data["vague"][language]), key=len, reverse=True))
    for unit, by in data["units"].items():
        names = "|".join(sorted(map(re.escape, by[language]), key=len, reverse=True))
        one, some = (data[kind][unit].get(language, []) for kind in ("single", "plural"))
        for form in data["ago"][language]:
            parts = [form.replace("{n}", rf"(?P<n>\d{{1,3}}|{counts})").replace("{unit}", f"(?:{names})")]
            parts.append(form.replace("{n}", f"(?:{vague})").replace("{unit}", f"(?:{names})"))
            parts += [form.replace("{n} {unit}", f"(?P<one>{'|'.join(one)})")] * bool(one)
            parts += [form.replace("{n} {unit}", f"(?:{'|'.join(some)})")] * bool(some)
            yield from ((_compiled(part), unit) for part in parts)


def _spanning(language: str) -> Iterator[tuple[Pattern, int, int]]:
    data = timing()
    for length, by in data["spans"].items():
        days, slack = map(int, length.split("/"))
        for form in data["ago"][language] if language in by else ():
            body = re.sub(r"\{n\} ?\{unit\}", f"(?:{'|'.join(by[language])})", form)
            yield _compiled(body), days, slack


def _filled(form: str, language: str, **names: str) -> str:
    """Put names, the year that may follow or come before, and the words for the last year into a form."""
    data = timing()
    form = form.replace("{tail}", f"(?:{data['tail'].get(language, '')})?").replace(
        "{head}", data["head"].get(language, "")
    )
    for key, value in names.items():
        form = form.replace(f"{{{key}}}", f"(?P<{key}>{value})")
    return form.replace("{y}", r"(?P<y>(?:19|20)\d\d)").replace("{ly}", "(?P<ly>)")


def _compiled(body: str) -> Pattern:
    spaced = not re.search(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", body)
    body = body.replace(" ", r"\s+").replace("'", "['’]")
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if spaced else body, re.IGNORECASE)


def _one(word: str) -> str:
    return "|".join(part.replace("*", r"\w*") for part in word.split("|"))


@lru_cache(maxsize=1)
def timing() -> Mapping[str, Mapping]:  # type: ignore[type-arg]  # nested lists and tables, as the file's head says
    """Return the data on times."""
    return read("timing.yaml")  # type: ignore[return-value]  # as above
