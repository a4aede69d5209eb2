"""Characters: what is stripped, how white space is joined, and runs assembled to a block's text."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable

from pipeline.extract.blocks import Run

# Zero-width and direction marks, soft hyphens, controls, private-use code points (icon fonts), tags, byte order marks.
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufff9-\ufffc\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
    "|[\ud800-\udfff]"
    # a joiner holds emoji together, and is noise anywhere else
    "|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
_RESIDUE = re.compile(r"\[\^[\w-]{1,40}\](?!:)|(?<=\w)\*{0,2}\]\((?:https?://|/|#)[^)\s]*\)?")
_STRONG = re.compile(r"\*\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*\*")
_SPACE = re.compile(r"(?!(?<=\S) \S)[^\S\u2028]+")
"""White space, but for the one blank between two characters, which stays as it is."""
CJK = "\u2e80-\u2fdf\u3000-\u30ff\u3190-\u319f\u31c0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003ffff"
"""Han, kana and full-width punctuation: written without spaces. Hangul is not among them."""
_CJK_CHAR = re.compile(f"[{CJK}]")
_WIDE = re.compile(f"[{CJK}\u1100-\u11ff\uac00-\ud7a3]")


def strip_invisible(text: str) -> str:
    """Return the text without characters that nobody sees.

    >>> strip_invisible("co\u00adop\u200berate")
    'cooperate'
    """
    return _INVISIBLE.sub("", text)


def is_cjk(char: str) -> bool:
    """Tell whether a character belongs to a script that is written without spaces."""
    return bool(char) and _CJK_CHAR.match(char) is not None


def tidy(text: str) -> str:
    """Return text in NFC without what markup left behind: entities escaped twice, footnote marks, broken links.

    >>> tidy("Rust&#39;s **async**[^2]")
    "Rust's async"
    """
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match.group()), text)
    if "[" in text or "]" in text:
        text = _RESIDUE.sub("", text)
    if "**" in text:
        text = _STRONG.sub(r"\1", text)
    return unicodedata.normalize("NFC", strip_invisible(text))


def width(text: str) -> int:
    """Return the columns that a text takes: wide characters count two.

    >>> width("墙 wall")
    7
    """
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def _gap(space: str, before: str, after: str) -> str:
    """White space between two characters: none where a line of CJK text was wrapped, else one space."""
    if not before or not after or before == "\u2028" or after == "\u2028":
        return ""
    wrapped = "\n" in space or "\r" in space
    return "" if wrapped and is_cjk(before) and is_cjk(after) else " "


def squeeze(text: str) -> str:
    r"""Normalise (NFC), strip invisible characters and join wrapped lines; no space is added inside CJK text.

    >>> squeeze("  scaling\n has   slowed ")
    'scaling has slowed'
    >>> squeeze("扩展已经\n撞墙")
    '扩展已经撞墙'
    """
    text = unicodedata.normalize("NFC", strip_invisible(text))

    def fill(match: re.Match[str]) -> str:
        start, end = match.span()
        return _gap(match.group(), text[start - 1 : start], text[end : end + 1])

    return _SPACE.sub(fill, text)


class Assembler:
    """Joins runs to one clean line, and knows where links and the bold beginning ended up."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._last = ""
        self._space = ""
        self._bold_open = True
        self.links: list[tuple[int, int, str]] = []
        self.bold = 0

    def add(self, run: Run) -> None:
        """Append a run; white space at its edges joins that of its neighbours."""
        raw = tidy(run.text)
        core = raw.strip()
        lead = raw[: len(raw) - len(raw.lstrip())]
        self._space += lead
        if not core:
            return
        core = squeeze(core)
        gap = _gap(self._space, self._last, core[0]) if self._space else ""
        self._push(gap)
        start = self._length
        self._push(core)
        self._space = raw[len(raw.rstrip()) :]
        self._note(run, start)

    def _push(self, piece: str) -> None:
        if piece:
            self._parts.append(piece)
            self._length += len(piece)
            self._last = piece[-1]

    def _note(self, run: Run, start: int) -> None:
        if run.link is not None:
            previous = self.links[-1] if self.links else None
            if previous and previous[2] == run.link and start - previous[1] <= 1:
                start = self.links.pop()[0]
            self.links.append((start, self._length, run.link))
        if run.bold and self._bold_open:
            self.bold = self._length
        else:
            self._bold_open = False

    def finish(self) -> tuple[str, tuple[tuple[int, int, str], ...], int]:
        """Return (text, links, length of the bold beginning)."""
        text = "".join(self._parts)
        composed = unicodedata.normalize("NFC", text)
        if composed != text:  # a mark met its letter at the seam of two runs: rare, so links are given up, not guessed
            return composed, (), 0
        return text, tuple(self.links), self.bold


def assemble(runs: Iterable[Run]) -> tuple[str, tuple[tuple[int, int, str], ...], int]:
    """Join runs to (text, links, length of the bold beginning).

    >>> assemble([Run("The "), Run("report ", link="https://a.example/"), Run("says so.")])
    ('The report says so.', ((4, 10, 'https://a.example/'),), 0)
    """
    assembler = Assembler()
    for run in runs:
        assembler.add(run)
    return assembler.finish()
