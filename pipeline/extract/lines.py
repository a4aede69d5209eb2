"""Line breaks: which were made by a machine at a column, and which the author meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.clean import is_cjk, width

MAX_COLUMN = 130
"""Text that is wrapped by a machine has no longer lines."""
BULLET = re.compile(r"\s*(?:[-*+•‣▪◦·–—►»]|\(?\d{1,3}[.)、]|[①-⑳])\s+(?=\S)")
_TERMINAL = re.compile(r"[.!?…:;。！？：；؟۔][\"'”’»)\]）」』*_]*$")
_FIRST_WORD = re.compile(r"\S+")


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends like a sentence or an announcement.

    >>> ends_sentence('He said: "It works."'), ends_sentence("It is one of the")
    (True, False)
    """
    return _TERMINAL.search(text.rstrip()) is not None


def continues(before: str, after: str) -> bool:
    """Tell whether a sentence runs on over a line break, as far as letters show."""
    if ends_sentence(before) or not after or BULLET.match(after):
        return False
    first = after.lstrip("\"'“‘«(").strip()[:1]
    return first.islower() or before.rstrip().endswith((",", "，", "、", "،"))


def wrap_column(lines: Sequence[str]) -> int | None:
    """Return the column at which a machine broke these lines, or None if the breaks were meant.

    ``lines`` are those that another line of their paragraph follows. Wrapped lines are of about equal length, and
    most of them end inside a sentence. Lines with an address do not count: no machine can break one.
    """
    inner = [line.rstrip() for line in lines if line.strip() and "://" not in line]
    if len(inner) < 2:
        return None
    widths = sorted(width(line) for line in inner)
    column = widths[min(len(widths) - 1, int(len(widths) * 0.95))]
    if column > MAX_COLUMN or column < 30:
        return None
    ending = sum(ends_sentence(line) for line in inner) / len(inner)
    full = sum(w >= 0.7 * column for w in widths) / len(widths)
    return widths[-1] if widths[-1] <= MAX_COLUMN and ending <= 0.5 and full >= 0.6 else None


def _fits(line: str, following: str, column: int) -> bool:
    """Tell whether the first word of the following line had room on this one: then the break was meant."""
    match = _FIRST_WORD.search(following)
    if match is None:
        return True
    word = match.group()
    needed = 2 if is_cjk(word[0]) else width(word) + 1
    return width(line.rstrip()) + needed <= column - 2


def group(lines: Sequence[str], column: int | None) -> list[list[int]]:
    """Group the lines of one paragraph block: indexes of the lines that belong to one paragraph.

    >>> group(["It is a", "wall.", "No."], None)
    [[0, 1], [2]]
    """
    groups: list[list[int]] = []
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else ""
        if (
            index
            and not BULLET.match(line)
            and (continues(before, line) or (column is not None and not _fits(before, line, column)))
        ):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups
