"""Plain text to blocks: wrapped lines are joined, one-paragraph-per-line files are kept apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.blocks import Block, Run
from pipeline.extract.bylines import read_byline
from pipeline.extract.clean import assemble, strip_invisible, width
from pipeline.extract.lines import BULLET, ends_sentence, group, wrap_column

_RULE = re.compile(r"^\s*[-=*_~#+·•—─━]{3,}\s*$|^\s*(?:[-*=_~•·]\s+){2,}[-*=_~•·]\s*$")
_URL = re.compile(r"https?://[^\s<>\"\]）】」]+[^\s<>\"\].,;:!?)）】」']")
_BRACKETED = re.compile(r"\s*[\[<(]\s*(https?://[^\s\]>)]+)\s*[\]>)]")
_TITLE_WIDTH = 110


def plain_blocks(text: str, *, quoted: int = 0) -> tuple[Block, ...]:
    """Return the blocks of a plain text."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n\n").split("\n")
    lines = ["" if not strip_invisible(line).strip() else line for line in lines]
    inner = [line for line, following in pairwise(lines) if line and following]
    column = wrap_column([line for line in inner if not _RULE.match(line)])
    blocks: list[Block] = []
    for paragraph in _split(lines):
        if paragraph == ["\u2014"]:
            blocks.append(Block("rule", ""))
            continue
        for indexes in group(paragraph, column):
            block = _block([paragraph[i] for i in indexes], quoted=quoted)
            if block is not None:
                blocks.append(block)
    return tuple(blocks)


def _split(lines: Sequence[str]) -> list[list[str]]:
    """Cut lines into paragraphs at blank lines; a rule stands as a paragraph of one dash."""
    parts: list[list[str]] = [[]]
    for line in lines:
        if _RULE.match(line):
            parts += [["\u2014"], []]
        elif line:
            parts[-1].append(line)
        elif parts[-1]:
            parts.append([])
    return [part for part in parts if part]


def _block(lines: Sequence[str], *, quoted: int) -> Block | None:
    bullet = BULLET.match(lines[0])
    mark = bullet.group().strip() if bullet else ""
    first = lines[0][bullet.end() :] if bullet and not mark[0].isalnum() else lines[0]
    runs = _runs("\n".join([first, *lines[1:]]))
    text, links, bold = assemble(runs)
    return Block("item" if bullet else "para", text, links, bold, quoted=quoted) if text else None


def _runs(text: str) -> list[Run]:
    """Cut addresses out: one in brackets belongs to the words before it, a bare one is its own link."""
    text = _BRACKETED.sub(" ", text)
    runs: list[Run] = []
    end = 0
    for match in _URL.finditer(text):
        runs += [Run(text[end : match.start()]), Run(match.group(), link=match.group())]
        end = match.end()
    runs.append(Run(text[end:]))
    return runs


def plain_title(text: str) -> str:
    """Return the first line if it looks like a title: short, unpunctuated, a blank line or a byline after it."""
    lines = text.lstrip("\ufeff\r\n\t ").split("\n")
    first = lines[0].strip()
    alone = len(lines) > 1 and (not lines[1].strip() or read_byline(lines[1]) is not None)
    if not first or not alone or width(first) > _TITLE_WIDTH or BULLET.match(first) or "http" in first:
        return ""
    return "" if ends_sentence(first) and not first.endswith("?") else first
