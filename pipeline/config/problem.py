"""A problem with a configuration, and how it reads."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Place = tuple[str | int, ...]
"""Keys and indexes that lead from the top of the document to a value."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at one place, in words that end without a full stop."""

    place: Place
    message: str


def dotted(place: Place) -> str:
    """Write a place the way people do.

    >>> dotted(("sources", 2, "url")), dotted(("settings", "odd key")), dotted(())
    ('sources[2].url', "settings.'odd key'", '(top)')
    """
    parts = [f"[{part}]" if isinstance(part, int) else f".{_key(part)}" for part in place]
    return "".join(parts).removeprefix(".") or "(top)"


def _key(key: str) -> str:
    return key if re.fullmatch(r"[\w-]+", key) else repr(key[:60])


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return ``; did you mean 'x'?`` for the nearest known word, or nothing.

    >>> suggestion("langauge", ["id", "language"]), suggestion("zzz", ["id"])
    ("; did you mean 'language'?", '')
    """
    near = difflib.get_close_matches(word.lower(), sorted(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]!r}?" if near else ""


def report(path: str, problems: Iterable[Problem], lines: Mapping[Place, int]) -> str:
    """Write all problems, one a line, in the order of the file."""
    found = sorted({(_line(p.place, lines), dotted(p.place), p.message) for p in problems})
    head = f"{path}: {len(found)} problem{'s' if len(found) > 1 else ''}; correct and run again"
    return "\n".join([head, *(f"  {place}: {message} (line {line})" for line, place, message in found)])


def _line(place: Place, lines: Mapping[Place, int]) -> int:
    """Return the line of a place, or of the nearest thing around it that is in the file."""
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place, 1)
