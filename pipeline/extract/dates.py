"""Dates as documents write them: to aware UTC, never invented."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

FUTURE = timedelta(days=2)
"""A document cannot be newer than its retrieval; two days allow for clocks and zones."""
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d])(?:[T ]?(.*))?$", re.DOTALL)


def parse_date(value: object) -> datetime | None:
    """Read an ISO 8601 or RFC 2822 date; a time without zone is taken as UTC, a day as its midnight.

    >>> parse_date("2024-12-23T09:30:00+01:00")
    datetime.datetime(2024, 12, 23, 8, 30, tzinfo=datetime.timezone.utc)
    >>> parse_date("sometime") is None
    True
    """
    if isinstance(value, datetime):
        return _utc(value)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    if not isinstance(value, str) or not value.strip():
        return None
    text = value.strip().strip("\"'")
    return _iso(text) or _rfc(text)


def _iso(text: str) -> datetime | None:
    try:
        return _utc(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        pass
    match = _ISO.match(text)
    if not match:
        return None
    try:
        day = datetime(int(match[1]), int(match[2]), int(match[3]), tzinfo=UTC)
    except ValueError:
        return None
    try:
        return _utc(datetime.fromisoformat(f"{day:%Y-%m-%d}T{(match[4] or '').strip()}"))
    except (ValueError, OverflowError):
        return day


def _rfc(text: str) -> datetime | None:
    try:
        return _utc(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _utc(value: datetime) -> datetime | None:
    try:
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
    except OverflowError:
        return None


def plausible(value: datetime | None, fetched: datetime) -> datetime | None:
    """Return the date, or None where it cannot be one: far in the future of the retrieval, or before the web."""
    if value is None or value > fetched + FUTURE or value < _EARLIEST:
        return None
    return value
