"""Quantities as read, written down in the scheme of each benchmark set.

The reader gives base units ("5 km" is 5000 m); the sets want number and unit as written, and differ in what they call
a quantity. What a set knows nothing of is left out or put in its terms here; nothing is read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.config import Config
from pipeline.records import Quantity

Row = dict[str, Any]
_DOZEN = 12
_MULTIPLYING = re.compile(r"(?:twice|double[sd]?|doubling|tripled?|tripling|halved?|halving)", re.IGNORECASE)
"""Words that multiply without a number, which NewsQuant does not count as quantities."""


def quantity(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Give the quantities of each text."""
    from pipeline.nlp.quantities import named_units, read

    for row in rows:
        found, origin = read(row["text"], row["lang"]), row.get("origin", "")
        kept = _changes_as_ranges(found) if origin == "newsquant" else list(found)
        entries = [entry for item in kept for entry in _entries(item, row["lang"], origin)]
        if origin == "newsquant":
            _name_wholes(entries, row["text"], kept, row["lang"])
        if origin == "recognizers_text":  # a unit without a number is an entity without a value there
            named = named_units(row["text"], row["lang"])
            entries += [{"start": a, "end": b, "value": None, "unit": name} for a, b, name in named]
        yield {"id": row["id"], "quantities": entries}


def _changes_as_ranges(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Write a change from A to B as a range, for a set that knows no changes."""
    kept: list[Quantity] = []
    for item in quantities:
        last = kept[-1] if kept else None
        start = item.comparison.baseline if item.comparison else None
        if last is not None and start is not None and start.start == last.start and last.value is not None:
            low, high = sorted((last.value, item.value or last.value))
            kept[-1] = replace(item, start=last.start, value=None, low=low, high=high)
        else:
            kept.append(item)
    return kept


def _entries(item: Quantity, language: str, origin: str) -> list[Row]:
    """Return what one quantity is in the scheme of a set: none of them marks dates or ranks, but for one."""
    if origin == "recognizers_text":
        return _number_by_number(item, language)
    if item.kind == "date" or (item.kind == "rank" and any(map(str.isdigit, item.text))):
        return []
    entry = as_written(item, language)
    if origin == "newsquant" and entry["unit"] == "time" and _MULTIPLYING.fullmatch(item.text):
        return []
    if origin == "newsquant" and _is_vague(item):
        entry |= _vague(item, language)
    if origin == "newsquant" and entry["unit"] and entry["unit"].partition(" per ")[0] == "time":
        entry["unit"] = "count" + entry["unit"].removeprefix("time")
    return [entry]


def _name_wholes(entries: Sequence[Row], text: str, items: Sequence[Quantity], language: str) -> None:
    """NewsQuant writes what a fraction is a part of as its unit: a third of all users is 0.333 "% users"."""
    from pipeline.nlp.quantities import measured

    shares = {item.start: item for item in items if item.kind == "ratio"}
    for entry in entries:
        item = shares.get(entry["start"])
        whole = measured(text, item, language) if item is not None and entry["unit"] is None else None
        if whole:
            entry["unit"] = f"% {whole}"


def _number_by_number(item: Quantity, language: str) -> list[Row]:
    """Recognizers-Text knows no points, rates or ranges, and marks each number of a date."""
    from pipeline.nlp.quantities import numbers

    entry = as_written(item, language)
    single = [
        {
            **entry,
            "start": item.start + start,
            "end": item.start + end,
            "value": _number(value),
            "low": None,
            "high": None,
        }
        for start, end, value in numbers(item.text, language)
    ]
    if item.kind in ("date", "rank"):
        return [{**row, "unit": None} for row in single]
    unit = _plain_unit(entry["unit"])
    if item.kind == "score" and item.maximum == _HUNDRED:
        unit = "percentage"
    if len(single) > 1 and item.low is not None and item.high is not None:
        return [{**row, "unit": unit} for row in single]
    return [{**entry, "unit": unit}]


def _is_vague(item: Quantity) -> bool:
    """Say whether an amount is "hundreds of" something, of which only a lower end is known."""
    return item.value is None and item.high is None and item.low is not None


def _vague(item: Quantity, language: str) -> Row:
    """NewsQuant gives "hundreds" both ends, 100 and 1000, and "dozens" a value."""
    from pipeline.nlp.quantities import written

    low = _number(written(item, language).low)
    return {"value": low} if low == _DOZEN else {"low": low, "high": None if low is None else 10 * low}


_HUNDRED = 100


def _plain_unit(unit: str | None) -> str | None:
    """Return a unit as that set names it: it knows rates of lengths and data by time, and no others."""
    if unit is None:
        return None
    plain = "percentage" if unit == "percentage point" else unit
    above, _, below = plain.partition(" per ")
    speed = above.endswith(("metre", "mile", "foot", "bit")) and below.endswith(("second", "hour"))
    return plain if speed else above


def as_written(item: Quantity, language: str) -> Row:
    """Return a quantity with the number and the unit that stand in the text; no set gives "hundreds" a lower end."""
    from pipeline.nlp.quantities import written

    amount = written(item, language)
    return {
        "start": item.start,
        "end": item.end,
        "surface": item.text,
        "value": _number(amount.value),
        "low": None if _is_vague(item) else _number(amount.low),
        "high": _number(amount.high),
        "unit": amount.unit,
        "iso": item.currency,
    }


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))
