"""Days as people write them beside a name: "3 March 2026", "le 3 mars 2026", "2026年3月3日"."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

_WORD = r"[^\W\d_]{3,12}"
_DAY = re.compile(
    r"(?P<y>\d{4})\s?[-/.年년]\s?(?P<m>\d{1,2})\s?[-/.月월]\s?(?P<d>\d{1,2})(?:\s?[日일]|\b)"
    r"|(?<!\d)(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?P<y2>\d{4})(?!\d)"
    r"|(?<!\d)(?P<d3>\d{1,2})(?:st|nd|rd|th|er|º|°)?\.?\s(?:de\s|d['’])?"
    rf"(?P<w3>{_WORD})\.?,?\s(?:de\s|del\s)?(?P<y3>\d{{4}})(?!\d)"
    rf"|(?<!\w)(?P<w4>{_WORD})\.?\s(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y4>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
"""What orders day and month: a month by name, the year first, or points. 3/4/2026 is two days."""
_LOCALES = ("ar", "de", "en", "es", "fr", "it", "nl", "pt", "ru")


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Return the months by their names and short names in all languages that write them out."""
    from babel.dates import get_month_names

    found: dict[str, int] = {}
    for locale in _LOCALES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale).items():
                    found.setdefault(str(name).casefold().rstrip("."), int(number))
    return found | {"sept": 9}


def find_date(line: str) -> tuple[datetime, int, int] | None:
    """Return the first day that a line names, in UTC at midnight, with where it begins and ends; None without one.

    >>> find_date("Par Zoé Martin, le 3 mars 2026")
    (datetime.datetime(2026, 3, 3, 0, 0, tzinfo=datetime.timezone.utc), 19, 30)
    """
    for match in _DAY.finditer(line):
        day = _day({key[0]: value for key, value in match.groupdict().items() if value})
        if day is not None:
            return day, *match.span()
    return None


def _day(parts: dict[str, str]) -> datetime | None:
    month = int(parts["m"]) if "m" in parts else _months().get(parts["w"].casefold(), 0)
    try:
        return datetime(int(parts["y"]), month, int(parts["d"]), tzinfo=UTC)
    except ValueError:
        return None
