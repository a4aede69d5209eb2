"""Markdown, clean or as converters leave it, to blocks: through HTML, so that HTML inside needs no second reader."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.extract.blocks import Block
from pipeline.extract.clean import width
from pipeline.extract.dom import html_blocks
from pipeline.extract.lines import ends_sentence
from pipeline.extract.templates import remove_templates

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_PRIVATE = 0xE000
_ESCAPED = re.compile("[\ue021-\ue07e]")
_STRONG = re.compile(r"(?<![*\\])\*\*(?!\*)")
_EMPHASIS_GAP = re.compile(r"(?<![\w_*])_(?=[^\s_])([^_\n]+(?:\n[^_\n]+)*?)(\s+)_(?![\w_])")
_ADDRESS = re.compile(r"\s*https?://[^\s<>]+\s*")
_PARENTHESIS = re.compile(r"(?<![\]!(])[ \t]?\(https?://[^\s()]+\)")
_LAST_WORD = re.compile(r"(\w+)(\W*)$")
_RULE = re.compile(r"^[ \t]*(?:\\?[*_-][ \t]*){3,}$")
_LEFT_STARS = re.compile(r"\*{2,}|(?<!\w)\*(?=[^\s*])|(?<=[^\s*\w])\*(?!\w)|(?<=\w)\*(?=\s*$)")
_LEFT_LINES = re.compile(r"(?<![\w_])_+(?=\S)|(?<=\S)(?<![\w/=&?.]_)_+(?!\w)|(?:(?<=\s)|^)_(?=\s|$)")
_SIGNS = (
    (re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE), 2),
    (re.compile(r"\]\((?:https?://|/|#|mailto:)[^)\s]*"), 2),
    (re.compile(r"^(?:```|~~~)", re.MULTILINE), 2),
    (re.compile(r"\{\{[<%]|\{%"), 2),
    (re.compile(r"</(?:p|div|a|strong|em|b|i|h[1-6]|li|ul|span|blockquote)>", re.I), 2),
    (re.compile(r"!\[[^\]\n]*\]\("), 2),
    (re.compile(r"^\S[^\n]*\n[=-]{4,}[ \t]*$", re.MULTILINE), 1),
    (re.compile(r"(?<!\w)\*\*[^\s*][^*\n]*\*\*"), 1),
    (re.compile(r"\\[-_*.\[\]#]"), 1),
    (re.compile(r"&(?:nbsp|amp|quot|#\d+|lt|gt|rsquo|ldquo);"), 1),
    (re.compile(r"^[ \t]*(?:\*|-)[ \t]+\S", re.MULTILINE), 1),
)


def looks_like_markdown(text: str) -> bool:
    """Tell whether a text file carries Markdown or HTML residue, so that reading it as plain text would keep it.

    >>> looks_like_markdown("See [the report](https://a.example/).")
    True
    >>> looks_like_markdown("A wall. 5 * 3 is 15.")
    False
    """
    return sum(weight for sign, weight in _SIGNS if sign.search(text)) >= 2


def markdown_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text (front matter already cut off)."""
    text = _ESCAPED.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", ""))
    text = remove_templates(text)
    if _is_html(text):
        return html_blocks(text)
    text = "\n".join(_prepare(_PARENTHESIS.sub("", text).split("\n")))
    text = _EMPHASIS_GAP.sub(r"_\1_\2", text)
    text = _ESCAPE.sub(lambda match: chr(_PRIVATE + ord(match[1])), text)
    blocks = html_blocks(_parser().render(text), fix=_fix)
    return tuple(_restore_links(block) for block in blocks)


def _is_html(text: str) -> bool:
    """Tell whether a "Markdown" body is HTML throughout: blank lines and indentation mean nothing then."""
    if not text.lstrip().startswith("<"):
        return False
    tags = len(re.findall(r"<(?:p|div|h[1-6]|br|li|td)\b", text, re.I))
    marks = len(re.findall(r"^#{1,6} |\]\(|\*\*\w|^[*-] ", text, re.MULTILINE))
    return tags >= 3 and tags > 3 * marks


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 60}).enable(["table", "strikethrough"])
    parser.disable("code")  # newsletters indent for other reasons than code
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # addresses are cleaned elsewhere
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # the way its documentation gives
    return parser


def _prepare(lines: list[str]) -> list[str]:
    """Repair what converters break: rules glued to text, space before closing marks, one paragraph per line."""
    prepared: list[str] = []
    paragraph: list[str] = []
    for line in [*lines, ""]:
        if _RULE.match(line):
            prepared += [*_pair(paragraph), "", "***", ""]
            paragraph = []
        elif not line.strip():
            prepared += [*_pair(paragraph), ""]
            paragraph = []
        else:
            if paragraph and _ADDRESS.fullmatch(line):
                paragraph[-1] = _hang(paragraph[-1], line.strip())
                continue
            if paragraph and _own_paragraph(paragraph[-1], line):
                prepared += [*_pair(paragraph), ""]
                paragraph = []
            paragraph.append(line)
    return prepared


def _hang(before: str, address: str) -> str:
    """Hang an address that stands alone on a line inside a paragraph on the last word before it."""
    match = _LAST_WORD.search(before, max(0, len(before) - 100))
    if match is None or any(mark in before for mark in "[]<>`|#"):
        return before
    return f"{before[: match.start()]}[{match[1]}](<{address}>){match[2]}"


def _own_paragraph(before: str, line: str) -> bool:
    return width(before) > 200 and width(line) > 200 and ends_sentence(before) and not line.startswith((" ", ">", "|"))


def _pair(paragraph: list[str]) -> list[str]:
    """Move white space out of ``**strong **`` so that it closes, and close what is left open."""
    text = "\n".join(paragraph)
    pieces = _STRONG.split(text)
    if len(pieces) < 3:
        return paragraph
    out = [pieces[0]]
    for index, piece in enumerate(pieces[1:], start=1):
        if index % 2 and index < len(pieces) - 1:
            core = piece.strip()
            lead = piece[: len(piece) - len(piece.lstrip())]
            tail = piece[len(piece.rstrip()) :] if core else ""
            out.append(f"{lead}<b>{core}</b>{tail}" if core else lead)
        else:
            out.append(piece if index % 2 == 0 else f"**{piece}")
    return "".join(out).split("\n")


def _fix(text: str) -> str:
    """Remove emphasis marks that paired with nothing, then put escaped characters back."""
    if "*" in text:
        text = _LEFT_STARS.sub("", text)
    if "_" in text:
        text = _LEFT_LINES.sub("", text)
    return _unescape(text)


def _unescape(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(ord(match.group()) - _PRIVATE), text)


def _restore_links(block: Block) -> Block:
    if not block.links:
        return block
    return replace(block, links=tuple((start, end, _unescape(url)) for start, end, url in block.links))
