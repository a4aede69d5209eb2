"""What values must mean beyond their type. It looks at plain values, so that one wrong type hides no other problem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pipeline.config.problem import Place, Problem, dotted
from pipeline.records import LANGUAGES


def check_rules(data: object, root: Path) -> Iterator[Problem]:
    """Yield the problems of a whole document. ``root`` is the folder that paths are relative to."""
    if not isinstance(data, Mapping):
        return
    sources, questions = _items(data, "sources"), _items(data, "questions")
    yield from _doubles(sources, "id", "the same id as")
    yield from _doubles(questions, "id", "the same id as")
    yield from _doubles(sources, "url", "the same address as")
    for place, source in sources:
        yield from _source(place, source, root)
    for place, question in questions:
        yield from _words(place, question)
        yield from _sides(place, question)
    for place, settings in _spacy(data):
        for code in settings:
            yield from _language((*place, code), code)
    if data.get("sources") == []:
        yield Problem(("sources",), "the list is empty; give at least one source")


def _items(data: Mapping[str, Any], key: str) -> list[tuple[Place, Mapping[str, Any]]]:
    found = data.get(key)
    items = enumerate(found) if isinstance(found, list) else ()
    return [((key, index), item) for index, item in items if isinstance(item, Mapping)]


def _spacy(data: Mapping[str, Any]) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    found: object = data
    place = ("settings", "nlp", "spacy_models")
    for key in place:
        found = found.get(key) if isinstance(found, Mapping) else None
    if isinstance(found, Mapping):
        yield place, found


def _doubles(items: list[tuple[Place, Mapping[str, Any]]], key: str, words: str) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for place, item in items:
        value = item.get(key)
        if not isinstance(value, str):
            continue
        if value in first:
            yield Problem((*place, key), f"{words} {dotted(first[value])}; each must be its own")
        first.setdefault(value, place)


def _source(place: Place, source: Mapping[str, Any], root: Path) -> Iterator[Problem]:
    kind, url, path = source.get("kind", "feed"), source.get("url"), source.get("path")
    if kind == "files":
        if url is not None:
            yield Problem((*place, "url"), "a source of kind files has a path; write it as path")
        elif path is None:
            yield Problem((*place, "path"), "is missing; give the file or folder to read")
        elif isinstance(path, str) and not (root / Path(path).expanduser()).exists():
            yield Problem((*place, "path"), f"there is no {path!r} in {root}; create it or correct the path")
    elif kind in ("feed", "page"):
        if path is not None:
            yield Problem((*place, "path"), f"a source of kind {kind} has an address; write it as url")
        elif url is None:
            yield Problem((*place, "url"), "is missing; give the address to read")
        elif isinstance(url, str):
            yield from _address((*place, "url"), url)
        if source.get("outlet") is None:
            yield Problem((*place, "outlet"), "is missing; give the name that readers know the outlet by")
    yield from _language((*place, "language"), source.get("language"))
    yield from _day((*place, "checked"), source.get("checked"))


def _address(place: Place, url: str) -> Iterator[Problem]:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        yield Problem(place, f"{url!r} is no valid address ({error})")
        return
    if any(c.isspace() or not c.isprintable() for c in url):
        yield Problem(place, f"{url!r} holds a blank or an unprintable character; write it as %XX")
    elif parts.scheme not in ("http", "https"):
        given = f"the scheme {parts.scheme!r} is not supported" if parts.scheme else f"{url!r} has no scheme"
        yield Problem(place, f"{given}; write http:// or https://")
    elif not host:
        yield Problem(place, f"{url!r} has no host")
    elif parts.username is not None or parts.password is not None:
        yield Problem(place, "holds a user name or password, which would be published; remove it")


def _language(place: Place, value: object) -> Iterator[Problem]:
    if isinstance(value, str) and value not in LANGUAGES:
        primary = value.replace("_", "-").split("-")[0].lower()
        near = f" (did you mean {primary!r}?)" if primary in LANGUAGES else ""
        yield Problem(place, f"unknown language {value!r}{near}; write one of {', '.join(LANGUAGES)}")


def _day(place: Place, value: object) -> Iterator[Problem]:
    if not isinstance(value, str):
        return
    try:
        fits = date.fromisoformat(value).isoformat() == value
    except ValueError:
        fits = False
    if not fits:
        yield Problem(place, f"{value!r} is no day; write it like 2026-03-01, or null if never checked")


def has_words(text: str) -> bool:
    """Tell whether a text says anything: marks and white space alone ask nothing and stand for nothing."""
    return any(map(str.isalnum, text))


def _words(place: Place, question: Mapping[str, Any]) -> Iterator[Problem]:
    texts: list[tuple[Place, object]] = [((*place, "text"), question.get("text"))]
    for key in ("yes", "no", "topic"):
        found = question.get(key)
        texts += [((*place, key, at), text) for at, text in enumerate(found if isinstance(found, list) else ())]
    for where, text in texts:
        if isinstance(text, str) and text.strip() and not has_words(text):  # a blank one is named by its shape
            yield Problem(where, f"{text!r} has no words; write what is asked or stated")


def _sides(place: Place, question: Mapping[str, Any]) -> Iterator[Problem]:
    sides = {side: found for side in ("yes", "no") if isinstance(found := question.get(side), list) and found}
    if len(sides) == 1:
        other = "no" if "yes" in sides else "yes"
        yield Problem((*place, other), "is missing; give statements for both sides, or for neither")
    taken = {_plain(text) for text in sides.get("yes", ()) if isinstance(text, str)}
    for index, text in enumerate(sides.get("no", ())):
        if isinstance(text, str) and _plain(text) in taken:
            yield Problem((*place, "no", index), "the same statement stands for yes; keep it on one side")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!")
