"""Bylines of texts without markup: the line below a heading that says who wrote the text, for whom and when.

A line is one only if nothing of it is left over: an opening ("By", "Von", "文/"), names, perhaps an outlet, a day. So
no sentence is taken for one, however it begins. The words are data (``data/bylines.yaml``); all languages are tried.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from pipeline.extract.blocks import Block
from pipeline.extract.clean import squeeze, width
from pipeline.extract.lines import ends_sentence
from pipeline.extract.written_dates import find_date
from pipeline.packaged import read_yaml

_DATA = Path(__file__).parent / "data" / "bylines.yaml"
_WIDEST = 140
_DECK = 300
"""Columns of a line between heading and byline; what is longer is the text itself."""
_HEAD = 4
"""Blocks among which the head of a text is looked for: heading, deck, byline, day."""
_OUTLET_WORDS = 6
_PARTS = re.compile(r"\s*[,，、،؛;；|｜•／/\n]\s*|\s+[-–—·]\s+|(?<=[\u3040-\u9fff]) (?=[\u3040-\u9fff])")
_CLOCK = re.compile(r"\b\d{1,2}[:h]\d{2}(?:\s?(?:uhr|am|pm|utc|gmt|cest|cet))?(?!\w)", re.IGNORECASE)
_UNSPACED = re.compile(
    r"[\u3040-\u30ff\u4e00-\u9fff]{2,6}|[가-힣]{2,5}"
    r"|[\u4e00-\u9fff\u30a0-\u30ff]{1,8}[·・][\u4e00-\u9fff\u30a0-\u30ff]{1,8}"
)
"""A name where names are not set apart."""
_REPORTED = re.compile(r"[\u4e00-\u9fff]{1,8}(?:报道|報導|報道|电|電)")
"""Where a report was sent from: 台北報導."""


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line says of the text below it."""

    names: str | None = None
    outlet: str | None = None
    day: datetime | None = None


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    data = read_yaml(_DATA.read_text(encoding="utf-8"))
    return {key: frozenset(str(word).casefold() for word in words) for key, words in data.items()}


@lru_cache(maxsize=1)
def _opening() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what opens a line of names, and what closes one."""
    opened, closed, after = (
        "|".join(re.escape(w) for w in sorted(_words()[key], key=len, reverse=True))
        for key in ("open", "closed", "after")
    )
    opening = rf"[_*\s]*(?:(?:{closed})\s?[:：／/｜|=]|(?:{opened})(?=[\s\u3000]))[\s\u3000]*"
    return re.compile(opening, re.IGNORECASE), re.compile(rf"(?<=[가-힣\u4e00-\u9fff])\s?(?:{after})$")


def read_byline(line: str) -> Byline | None:
    """Return what a line says of who wrote a text and when, or None where it says anything else.

    >>> read_byline("By Ana Ruiz, The Harbor Dispatch, 3 March 2026").outlet
    'The Harbor Dispatch'
    >>> read_byline("By Monday the harbour had closed.") is None
    True
    """
    text = squeeze(line).strip(" _*")
    if not text or width(text) > _WIDEST:
        return None
    found = find_date(text)
    day = found[0] if found is not None else None
    rest = text if found is None else f"{text[: found[1]]},{text[found[2] :]}"
    opening, closing = _opening()
    opened = opening.match(rest)
    rest = rest[opened.end() :] if opened else rest
    parts = [part for part in _pieces(rest) if part.casefold() not in _words()["fill"]]
    if not parts:
        return Byline(day=day) if day is not None and opened is None else None
    bare = closing.sub("", parts[0])
    if opened is None and bare == parts[0]:
        return None
    return _signed([bare, *parts[1:]], day)


def _pieces(rest: str) -> list[str]:
    """Cut at marks and at the words between names, names and outlet: what is left of days and clocks goes."""
    given_for = "|".join(map(re.escape, sorted(_words()["for"])))
    cut = re.sub(rf"\s(?:{given_for})\s(?=[A-ZÀ-ÞА-Я])", ",", _CLOCK.sub(",", rest))
    fill = "|".join(sorted(map(re.escape, _words()["fill"]), key=len, reverse=True))
    cut = re.sub(rf"(?<![^\s,])(?:{fill})\.?(?=\s*(?:,|$))", "", cut, flags=re.IGNORECASE)
    parts = (piece.strip(" .:：-–—") for piece in _PARTS.split(cut))
    return [part for part in parts if any(char.isalpha() for char in part)]


def _signed(parts: Sequence[str], day: datetime | None) -> Byline | None:
    """Read names, then at most an outlet and roles; None where a part is none of these."""
    names = _names(parts[0])
    if names is None:
        return None
    outlets: list[str] = []
    for part in parts[1:]:
        more = _names(part) if not outlets and len(parts) > 2 and _joined(part) else None
        if more is not None:
            names += more
        elif _REPORTED.fullmatch(part) or set(part.casefold().split()) & _words()["roles"]:
            continue
        elif _is_outlet(part):
            outlets.append(part)
        else:
            return None
    return Byline(", ".join(names), outlets[0] if outlets else None, day) if len(outlets) < 2 else None


def _joined(part: str) -> bool:
    """Tell whether a part holds an "and": then it goes on with names (Ana Ruiz, Jo Vale and Mia Lund)."""
    return any(word.casefold() in _words()["and"] for word in part.split()[1:])


def _names(part: str) -> list[str] | None:
    """Return the names that a part consists of, or None where it holds other words."""
    if _UNSPACED.fullmatch(part):
        return [part]
    joints = "|".join(re.escape(word) for word in sorted(_words()["and"]) if word != "و")
    pieces = re.split(rf"\s(?:{joints})\s", part)
    return pieces if all(map(_is_name, pieces)) else None


def _is_name(piece: str) -> bool:
    """Tell whether a piece is two to five words in capitals, but for particles: Ana de la Cruz."""
    words = piece.split()
    if not 2 <= len(words) <= 5 or any(char.isdigit() for char in piece) or "?" in piece or "!" in piece:
        return False
    cased = [w for w in words if w.casefold() not in _words()["particles"]]
    return bool(cased) and words[-1] in cased and all(not w[0].islower() and w[0].isalpha() for w in cased)


def _is_outlet(part: str) -> bool:
    words = part.split()
    return len(words) <= _OUTLET_WORDS and not words[0][0].islower() and not ends_sentence(part)


def head_byline(blocks: Sequence[Block]) -> tuple[Byline, tuple[Block, ...]]:
    """Return what the head of a text says of its writer, outlet and day, with those lines marked as credits."""
    found, marked = Byline(), list(blocks)
    for index, block in enumerate(blocks[:_HEAD]):
        read = read_byline(block.text) if block.kind != "rule" and not block.quoted else None
        if read is None:
            if found != Byline() or not _may_precede(block, index):
                break
            continue
        if read.names is not None and found.names is not None:
            break
        found = Byline(found.names or read.names, found.outlet or read.outlet, found.day or read.day)
        marked[index] = replace(block, aside="credit")
    return (found, tuple(marked)) if found.names is not None else (Byline(day=found.day), tuple(marked))


def _may_precede(block: Block, index: int) -> bool:
    """Tell whether a block may stand between the beginning and a byline: a title, then a deck of one sentence."""
    if index == 0:
        return block.kind == "heading" or not ends_sentence(block.text) or block.text.endswith(("?", "!", "？", "！"))
    return width(block.text) <= _DECK
