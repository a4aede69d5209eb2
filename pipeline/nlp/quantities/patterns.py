"""Clauses as expressions: for languages that write without blanks, and Korean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.nlp.quantities.parts import Span, order
from pipeline.records import Comparison, Mention, Quantity

if TYPE_CHECKING:
    from pipeline.nlp.quantities.frames import Words


_QUANTITY, _FROM, _OTHER = "\ue000", "\ue001", "\ue002"


def compile_pattern(source: str) -> re.Pattern[str]:
    """Compile a data file's expression: Q is the quantity, F where it started from, O another amount."""
    body = source
    for letter, mark in (("Q", _QUANTITY), ("F", _FROM), ("O", _OTHER)):
        body = re.sub(rf"(?<![A-Za-z<]){letter}(?![A-Za-z>])", mark, body)
    return re.compile(body)


def patterned(
    text: str, begin: int, end: int, quantity: Quantity, group: Sequence[Quantity], words: Words
) -> Comparison | None:
    """Match the clause against the language's expressions, with the quantities replaced by marks."""
    if text.startswith(tuple(words.raw.get("within", ())), quantity.end) and _told_later(quantity, group):
        return None
    begin = _after_intro(text, begin, quantity.start, words)
    marked, places = _mark(text, begin, end, quantity, group)
    for pattern in words.patterns:
        found = pattern.match(marked)
        if found is None or _QUANTITY in "".join(found.groupdict("").values()):
            continue
        parts = {k: _place(text, found.span(k), places) for k, v in found.groupdict().items() if v and k in "SBM"}
        start = next((q for q in group if q.end <= quantity.start and q.unit == quantity.unit), None)
        if _FROM in pattern.pattern and start is not None:
            parts["B"] = Mention(start.text, start.start, start.end)
        direction = _direction(found, quantity, start, _FROM in pattern.pattern, words)
        if direction is None:
            continue
        return Comparison(parts.get("S"), parts.get("B"), parts.get("M"), direction)
    return None


def _told_later(quantity: Quantity, group: Sequence[Quantity]) -> bool:
    """Say whether a time, or where a change began, stands before the amount that the frame belongs to."""
    later = [q for q in group if q.start >= quantity.end]
    return any(quantity.kind == "duration" or q.unit == quantity.unit for q in later)


def _after_intro(text: str, begin: int, stop: int, words: Words) -> int:
    for mark in words.raw.get("intro", ()):
        at = text.find(mark, begin, stop)
        if at >= 0:
            return at + len(mark)
    return begin


def _mark(text: str, begin: int, end: int, quantity: Quantity, group: Sequence[Quantity]) -> tuple[str, list[int]]:
    """Return the clause with one mark per quantity, and the offset in ``text`` of each of its characters."""
    out: list[str] = []
    places: list[int] = []
    at = begin
    for other in sorted(group, key=lambda q: q.start):
        if other.start < at:
            continue
        out.append(text[at : other.start])
        places += range(at, other.start)
        same = other.unit == quantity.unit and other.kind == quantity.kind
        mark = (
            _QUANTITY
            if other.start == quantity.start
            else (_FROM if same and other.end <= quantity.start else _OTHER if same else "")
        )
        if mark:
            out.append(mark)
            places.append(other.start)
        else:
            out.append(other.text)
            places += range(other.start, other.end)
        at = other.end
    out.append(text[at:end])
    places += range(at, end + 1)
    return "".join(out), places


def _place(text: str, span: Span, places: list[int]) -> Mention | None:
    start, stop = places[span[0]], places[span[1] - 1] + 1
    while start < stop and text[start] in " 　、，":
        start += 1
    while start < stop and text[stop - 1] in " 　、，":
        stop -= 1
    return Mention(text[start:stop], start, stop) if start < stop else None


def _direction(
    found: re.Match[str], quantity: Quantity, start: Quantity | None, change: bool, words: Words
) -> str | None:
    """Return the direction: of a change from its words or values, of a comparison from its measure or value."""
    groups = found.groupdict("")
    if change:
        way = order(quantity, start) if start is not None else None
        return {"more": "up", "less": "down"}.get(way or "")
    falling = any(w in groups.get("V", "") or w in quantity.text for w in words.raw["down"])
    if "V" in found.re.groupindex and "M" not in found.re.groupindex:
        rising = any(w in groups["V"] or w in quantity.text for w in words.raw["up"])
        return "down" if falling else "up" if rising else None
    small = quantity.value is not None and quantity.value < 1 and quantity.kind == "ratio"
    if small or falling or any(w in groups.get("M", "") for w in words.raw["down_measures"]):
        return "less"
    return "more"
