"""Decide what must run, and say why. Pure: it looks at keys and touches nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import PurePath
from typing import Generic, TypeVar

from pipeline.records import Question, Source
from pipeline.run.fingerprint import combine

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Decision(Generic[T]):
    """One item: whether to run it, and the reason in words."""

    item: T
    key: str
    run: bool
    reason: str


def decide(items: Iterable[T], key_of: Callable[[T], str], known: Collection[str]) -> list[Decision[T]]:
    """Return one decision per item, in order: what has a stored result under its key is not run again."""
    return [_decision(item, key_of(item), known) for item in items]


def _decision(item: T, key: str, known: Collection[str]) -> Decision[T]:
    done = key in known
    return Decision(item, key, not done, "unchanged" if done else "new, or its input, settings or code changed")


def describe(value: object) -> str:
    """Return a settings record as text that names every field, for use in a key.

    >>> describe(Source("a", "feed", "https://a.example/", "A")).split()[0]
    "Source(id='a'"
    """
    if is_dataclass(value) and not isinstance(value, type):
        inner = " ".join(f"{field.name}={describe(getattr(value, field.name))}" for field in fields(value))
        return f"{type(value).__name__}({inner})"
    if isinstance(value, dict):
        return "{" + " ".join(f"{key!r}:{describe(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, tuple | list):
        return "[" + " ".join(describe(item) for item in value) + "]"
    if isinstance(value, PurePath):
        # Where the checkout lies is no input; what lies there has a revision of its own.
        return f"Path({value.name!r})"
    return repr(value)


def extract_key(version: str, settings: object, source: Source, sha256: str) -> str:
    """Key of what a body holds, as this source reads it."""
    return combine("extract", version, describe(settings), describe(source), sha256)


def read_key(version: str, settings: object, article_id: str, digest: str) -> str:
    """Key of an article's reading. The id is a hash of the text, ``digest`` one of all that is known of the article."""
    return combine("nlp", version, describe(settings), article_id, digest)


def inputs_key(parts: Sequence[str], questions: Sequence[Question], lines: Iterable[str]) -> str:
    """Key of an edition: versions and settings, questions, and one line per thing that enters it."""
    return combine(*parts, *(describe(question) for question in questions), "|", *sorted(lines))


def batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Cut items into batches; only the last may be smaller.

    >>> [list(batch) for batch in batches([1, 2, 3], 2)]
    [[1, 2], [3]]
    """
    for start in range(0, len(items), size):
        yield items[start : start + size]


def portions(items: Sequence[T], size_of: Callable[[T], int], *, most: int, full: int) -> list[Sequence[T]]:
    """Cut items into batches of at most ``most``, the largest first; a batch is closed when its sizes reach ``full``.

    Largest first, since what is begun last is what the other workers wait for (Graham 1969).

    >>> portions([3, 9, 1, 1, 1], lambda size: size, most=2, full=4)
    [[9], [3, 1], [1, 1]]
    """
    found: list[list[T]] = []
    room = 0
    for item in sorted(items, key=size_of, reverse=True):
        if room <= 0 or len(found[-1]) == most:
            found.append([])
            room = full
        found[-1].append(item)
        room -= size_of(item)
    return list(found)
