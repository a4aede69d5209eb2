"""When a statement was made: what its own sentence tells, else the day of publication.

"In September he had expected a fall" is no answer of October's. Only the words around what is asserted are read, since
a date inside it is the day of what is spoken of. Data for twelve languages is in ``data/timing.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from pipeline.cluster.corpus import when
from pipeline.cluster.framing import Spoken, frame, speaking
from pipeline.cluster.lexicon import Pattern, pattern
from pipeline.cluster.told_dates import month_end, timing, told
from pipeline.records import Said, Span

OLD = 3
"""Days before publication from which a statement is an older one: what was said on Wednesday is news on Friday."""
_DATE = re.compile(r"(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?")
_WORDS_BETWEEN = 4
"""Words between "had" and the verb of saying: "had in spring already warned"."""


class _Undated(NamedTuple):
    """Words of one language that put a statement into the past and tell no date."""

    then: Pattern
    formerly: Pattern
    unless: Pattern | None
    had: str


def said(statement: Spoken) -> Said | None:
    """Return when a statement was made, as far as the words around what it asserts tell.

    None where they tell nothing: then it was made when it was printed. Where the author speaks nothing frames the
    words, and a date among them is that of what is spoken of.
    """
    claim = statement.claim
    if not claim.attribution or claim.holder is None or claim.holder.kind == "author":
        return None
    parts = speaking(statement)
    text = " | ".join(statement.article.text[span.start : span.end] for span in parts)
    if not text.strip(" |"):
        return None
    return _date(statement, parts, text) or _past(statement, text)


def _date(statement: Spoken, parts: Sequence[Span], text: str) -> Said | None:
    """Read the day that the words tell, else the month, else the year."""
    printed = when(statement.article).date()
    dated = list(_dated(statement, parts, printed))
    if exact := next((found for found, whole_year in dated if not whole_year), None):
        return exact
    year = next((found for found, _ in dated), None)
    found = told(text, statement.claim.language, printed)
    return found if found and not (year and year.first and found.first and year.first > found.first) else year


def older(found: Said | None, statement: Spoken) -> bool:
    """Tell whether an article reports what was said well before it."""
    if found is None:
        return False
    return found.last is None or found.last < when(statement.article).date() - timedelta(days=OLD)


def _dated(statement: Spoken, parts: Sequence[Span], printed: date) -> Iterator[tuple[Said, bool]]:
    """Read the dates that the reader of numbers found around the asserted words, and whether each is a bare year."""
    for quantity in statement.quantities:
        match = _DATE.fullmatch(quantity.date or "")
        if match is None or not any(s.start <= quantity.start and quantity.end <= s.end for s in parts):
            continue
        first, last = _days(match, printed) or (None, None)
        if first and last and first <= printed:
            yield Said(quantity.text, first, min(last, printed)), match[2] is None


def _days(match: re.Match[str], printed: date) -> tuple[date, date] | None:
    """Return the first and the last day of a date; without a year, of the latest such day that has come."""
    year, month, day = (int(part) if part and part != "-" else 0 for part in match.groups())
    if not year and not (month and day):
        return None
    if not year:
        year = printed.year - ((month, day) > (printed.month, printed.day))
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:  # 29 February of another year
        return None
    return first, first if day else month_end(first) if month else date(year, 12, 31)


def _past(statement: Spoken, text: str) -> Said | None:
    """Find words that put a statement into the past and tell no date: "had warned", "damals", "以前"."""
    words = _undated(statement.claim.language)
    if words is None:
        return None
    if words.unless:
        text = words.unless.sub(" | ", text)
    match = (
        words.then.search(f"{frame(statement)} | {text}")
        or words.formerly.search(text)
        or _had(statement, text, words.had)
    )
    return Said(match[0], None, None) if match else None


def _had(statement: Spoken, text: str, had: str) -> re.Match[str] | None:
    """Find a verb of saying in the past of the past; German and Dutch may put "had" behind it."""
    cue = statement.claim.attribution[0].cue
    if not had or cue is None or not cue.text.strip():
        return None
    verb = re.escape(cue.text.strip().split()[-1])
    between = rf"(?:\s+(?!to\b|zu\b|te\b)[^\s,،|]+){{0,{_WORDS_BETWEEN}}}?"
    behind = rf"|{verb}\s+(?:{had})" if statement.claim.language in ("de", "nl") else ""
    return re.search(rf"(?<!\w)(?:(?:{had}){between}\s+{verb}{behind})(?!\w)", text, re.IGNORECASE)


@lru_cache(maxsize=32)
def _undated(language: str) -> _Undated | None:
    """Compile the expressions of a language, if it is known."""
    data = timing()
    if language not in data["formerly"]:
        return None
    then, formerly = (pattern(data[kind][language]) for kind in ("then", "formerly"))
    unless = pattern(data["unless"][language]) if language in data["unless"] else None
    return _Undated(then, formerly, unless, "|".join(data["had"].get(language, [])))
