"""Forwarded mail: where it begins, who sent it, and whose the whole then is.

Who only passes a message on, with a line or two of his own, has not written it: the document is that message, with its
sender, subject and day, and what he adds is kept aside. Where he has more to say the document is his, and the message
is quoted in it. Labels and marks are data (``data/mail_headers.yaml``), since programs write them in their language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from email.utils import parseaddr
from functools import lru_cache
from pathlib import Path

from pipeline.extract.blocks import Block, Draft
from pipeline.extract.clean import width
from pipeline.extract.dates import parse_date
from pipeline.extract.written_dates import find_date
from pipeline.packaged import read_yaml

_DATA = Path(__file__).parent / "data" / "mail_headers.yaml"
_NOTE_WIDTH, _NOTE_LINES = 150, 6
"""Columns and lines, a greeting and a name with them, of what somebody adds who only passes a message on."""
_FIELDS = ("from", "date", "subject", "to")


@dataclass(frozen=True, slots=True)
class _Forward:
    """A header among blocks: ``blocks[start:end]``, with its fields."""

    start: int
    end: int
    fields: dict[str, str]
    marked: bool


def _any(*keys: str) -> str:
    data = _words()
    words = sorted({word for key in keys for word in data[key]}, key=lambda w: (-len(w), w))
    return "|".join(re.escape(word) for word in words)


@lru_cache(maxsize=1)
def _words() -> dict[str, list[str]]:
    data: dict[str, list[str]] = read_yaml(_DATA.read_text(encoding="utf-8"))
    return data


@lru_cache(maxsize=1)
def _mark() -> re.Pattern[str]:
    """The line above a forwarded message."""
    return re.compile(
        rf"^[ \t>]*(?:-{{3,}}|_{{5,}}|={{5,}})[ \t]*(?:{_any('marks')})[^\n]*$"
        rf"|^[ \t>]*(?:{_any('announced')})[ \t]*[:：]?[ \t]*$",
        re.IGNORECASE | re.MULTILINE,
    )


@lru_cache(maxsize=1)
def _field() -> re.Pattern[str]:
    """A line of a header; one group a field."""
    labels = "|".join(f"(?P<{key}>{_any(key)})" for key in _FIELDS)
    return re.compile(
        rf"[ \t>]*\*{{0,2}}(?:{labels})[ \t\u00a0]*\*{{0,2}}[:：]\*{{0,2}}[ \t]*(?P<value>[^\n]*)", re.IGNORECASE
    )


def cut(text: str) -> tuple[str, str, bool]:
    """Cut a text part: what stands above a message, the message with its header (or nothing), whether a mark is there.

    Without a mark the header may be that of a letter which the author prints: :func:`unwrap` decides.
    """
    lines = text.split("\n")
    mark = _mark().search(text)
    stop = text.count("\n", 0, mark.start()) if mark is not None else len(lines)
    for start, line in enumerate(lines[:stop]):
        if (found := _field().match(line)) is not None and found.lastgroup is not None:
            names = {_name(m) for m in _run(lines[start:])}
            if _complete(names, marked=False):
                return "\n".join(lines[:start]), "\n".join(lines[start:]), False
    return (text[: mark.start()], text[mark.end() :], True) if mark is not None else (text, "", False)


def header_lines(lines: Sequence[str]) -> int:
    """Return how many of the first lines are a header; a folded line belongs to the one before."""
    count = 0
    while count < len(lines) and (_field().match(lines[count]) or (count and lines[count][:1] in (" ", "\t"))):
        count += 1
    return count


def _run(lines: Sequence[str]) -> list[re.Match[str]]:
    return [m for line in lines[: header_lines(lines)] if (m := _field().match(line)) is not None]


def _name(match: re.Match[str]) -> str:
    return next(key for key in _FIELDS if match[key])


def _complete(names: set[str], *, marked: bool) -> bool:
    """Tell whether fields are those of a header; below a mark two are enough."""
    return "from" in names and bool(names & {"date", "subject"}) and len(names) >= (2 if marked else 3)


def unwrap(draft: Draft) -> Draft:
    """Return the document that a mail is: the message forwarded in it, or the mail with that message quoted."""
    found = _find(draft.blocks)
    if found is None:
        return draft
    own, rest = draft.blocks[: found.start], draft.blocks[found.end :]
    header = [replace(b, aside="mail_header") for b in draft.blocks[found.start : found.end]]
    if not rest or not any(block.kind != "rule" for block in rest):
        return draft
    depth = header[-1].quoted
    if _passed_on(own, draft.title):
        own = tuple(replace(b, aside=b.aside or "forwarder") for b in own)
        inner = unwrap(_message(draft, found.fields, [_deeper(b, -depth) for b in rest]))
        return replace(inner, blocks=(*own, *(replace(b, quoted=0) for b in header), *inner.blocks))
    if not (found.marked or depth or _begins(draft.title, "forward", "reply")):
        return _printed(draft, found)
    by = 0 if depth else 1
    return replace(draft, blocks=(*own, *(_deeper(b, by) for b in header), *(_deeper(b, by) for b in rest)))


def _printed(draft: Draft, found: _Forward) -> Draft:
    """Return the document where its author prints a letter and goes on: only its header holds no claims."""
    header = (replace(b, aside="mail_header") for b in draft.blocks[found.start : found.end])
    return replace(draft, blocks=(*draft.blocks[: found.start], *header, *draft.blocks[found.end :]))


def _find(blocks: Sequence[Block]) -> _Forward | None:
    """Return the first header among blocks; one that an HTML mail sets line by line, too."""
    for start, block in enumerate(blocks):
        mark = _mark().fullmatch(block.text) is not None
        marked = mark or (block.aside == "mail_header" and block.quoted > 0)
        first = start + 1 if mark else start
        matches = []
        for following in blocks[first:]:
            match = _field().fullmatch(following.text) if following.kind in ("para", "item", "heading") else None
            if match is None:
                break
            matches.append(match)
        if _complete({_name(m) for m in matches}, marked=marked):
            fields = {_name(m): m["value"].strip() for m in reversed(matches)}
            return _Forward(start, first + len(matches), fields, marked)
    return None


def _passed_on(own: Sequence[Block], subject: str) -> bool:
    """Tell whether somebody only passes on what follows: he adds a line or two, and does not answer."""
    words = [block for block in own if block.aside is None and block.kind != "rule"]
    brief = len(words) <= _NOTE_LINES and sum(width(block.text) for block in words) <= _NOTE_WIDTH
    return brief and not any(block.quoted for block in words) and not _begins(subject, "reply")


def _begins(subject: str, *kinds: str) -> bool:
    return re.match(rf"\s*(?:{_any(*kinds)})\s*(?:\[\d+\])?[:：]", subject, re.IGNORECASE) is not None


def _message(draft: Draft, fields: dict[str, str], blocks: Sequence[Block]) -> Draft:
    """Return the forwarded message as a document of its own."""
    name, address = parseaddr(re.sub(r"\[(?:mailto:)?([^\]]*)\]", r"<\1>", fields["from"]))
    sender = name or address or fields["from"].split("<")[0].strip(" \"'")
    day = parse_date(fields.get("date")) or (found[0] if (found := find_date(fields.get("date", ""))) else None)
    return replace(
        draft,
        blocks=tuple(blocks),
        title=fields.get("subject") or draft.title,
        byline=sender or None,
        outlet=sender or None,
        published=day or draft.published,
        newsletter=False,
    )


def _deeper(block: Block, by: int) -> Block:
    return replace(block, quoted=max(0, block.quoted + by))
