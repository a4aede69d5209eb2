"""Bytes that depend on the content alone: one spelling for every number, time and text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from decimal import Decimal

Json = Mapping[str, object]
"""A JSON object."""


def number(value: float) -> float:
    """Round to 4 digits, and spell negative zero as zero.

    >>> number(0.123456), number(-0.0)
    (0.1235, 0.0)
    """
    return round(float(value), 4) + 0.0


def decimal(value: Decimal | None) -> str | None:
    """Spell an exact decimal without exponent and without trailing zeros; None stays None.

    >>> decimal(Decimal("1.70E+2")), decimal(Decimal("0.500"))
    ('170', '0.5')
    """
    if value is None:
        return None
    plain = format(value, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if plain in {"-0", ""} else plain


def instant(value: datetime | None) -> str | None:
    """Spell an aware time in UTC as ISO 8601 with ``Z``, to the second.

    >>> instant(datetime(2026, 9, 3, 12, 0, tzinfo=UTC))
    '2026-09-03T12:00:00Z'
    """
    if value is None:
        return None
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def encode(text: str) -> bytes:
    """UTF-8; a lone surrogate becomes one ``?``, so that spans keep counting right."""
    return text.encode("utf-8", "replace")


def document(value: Json) -> bytes:
    """Serialise one JSON document: indented for people, keys in the order of the contract, newline at the end."""
    return encode(json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n")


def lines(values: Iterable[Json]) -> bytes:
    """Serialise JSON lines: one compact object a line, keys in the order of the contract."""
    return b"".join(encode(_line(value)) for value in values)


def _line(value: Json) -> str:
    compact = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    # Valid inside JSON strings, but line breaks to many readers of JSON lines (str.splitlines is one).
    return compact.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085") + "\n"
