"""Many expressions, each looked for anywhere in a short text, at little cost where none is found.

Trying every expression at every character takes most of the time of reading a long text. What an expression matches
holds certain letters, which follow from how it is written; only where they stand in a text is it tried.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ODD = re.compile("[İıſ\u1c80-\u1c88]")
"""Letters that match others without regard to case, and do not become them in lower case."""
_LEAST = 2
"""Letters; what is shorter stands everywhere."""
_COUNT = re.compile(r"\{(\d*)(?:,\d*)?\}")
_LOOK = re.compile(r"\?(?:[=!]|<[=!])")

Needed = frozenset[str] | None
"""Strings of which one stands in lower case in whatever matches; None: nothing of the kind is known."""


class Anywhere:
    """Tells whether one of many expressions matches somewhere in a text, without regard to case."""

    def __init__(self, patterns: Sequence[str]) -> None:
        each = [(re.compile(pattern, re.IGNORECASE), needed(pattern)) for pattern in patterns]
        self._all = [pattern for pattern, _ in each]
        self._always = [pattern for pattern, letters in each if letters is None]
        self._where = [(pattern, tuple(sorted(letters))) for pattern, letters in each if letters is not None]

    def found(self, text: str) -> bool:
        """Tell whether one of the expressions matches somewhere in ``text``."""
        if _ODD.search(text) is not None:
            return any(pattern.search(text) is not None for pattern in self._all)
        if any(pattern.search(text) is not None for pattern in self._always):
            return True
        low = text.lower()
        for pattern, letters in self._where:
            for one in letters:
                if one in low:
                    if pattern.search(text) is not None:
                        return True
                    break
        return False


def needed(pattern: str) -> Needed:
    """Return strings of which one stands in whatever an expression matches.

    It reads groups, alternatives, classes, escapes and repetition; what it does not know it takes for nothing known.

    >>> sorted(needed("(?:click|press) it|all rights") or ())
    ['all rights', 'click', 'press']
    """
    try:
        return _Reading(pattern).alternatives()
    except _UnknownError:
        return None


class _UnknownError(Exception):
    """A way to write an expression that is not read here."""


class _Reading:
    """One pass over an expression as it is written."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    def alternatives(self) -> Needed:
        """Read up to the end of a group or of the expression."""
        branches = [self._branch()]
        while self._peek() == "|":
            self._at += 1
            branches.append(self._branch())
        known = [branch for branch in branches if branch is not None]
        return frozenset().union(*known) if len(known) == len(branches) else None

    def _peek(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def _branch(self) -> Needed:
        """Read one alternative; the longest letters that must stand in it are the best to look for."""
        found: list[frozenset[str]] = []
        run = ""
        while (char := self._peek()) and char not in "|)":
            letter, inner = self._item(char)
            least = self._repeated()
            once = least is None
            if letter and (once or least):
                run += letter
            if not letter or not once:
                found.append(frozenset((run,)))
                run = ""
            if inner is not None and (once or least):
                found.append(inner)
        found.append(frozenset((run,)))
        best = max(found, key=lambda words: (min(map(len, words)), -len(words)))
        return best if min(map(len, best)) >= _LEAST else None

    def _item(self, char: str) -> tuple[str, Needed]:
        """Read one item; return the letter that it is, or what its group needs."""
        self._at += 1
        if char == "(":
            return "", self._group()
        if char == "[":
            self._at = self._class_end()
            return "", None
        if char == "\\":
            letter = self._peek()
            self._at += 1
            if letter.isalnum() and letter not in "bBdDsSwWAZ":
                raise _UnknownError
            return ("" if letter.isalnum() else letter), None
        return ("" if char in ".^$" else char.lower()), None

    def _group(self) -> Needed:
        looks = _LOOK.match(self._pattern, self._at)
        if looks is not None:
            self._at = looks.end()
        elif self._pattern.startswith("?:", self._at):
            self._at += 2
        elif self._peek() == "?":
            raise _UnknownError
        inner = self.alternatives()
        self._at += 1
        return None if looks is not None else inner

    def _class_end(self) -> int:
        at = self._at + (self._peek() == "^")
        at += self._pattern[at : at + 1] == "]"
        while self._pattern[at] != "]":
            at += 2 if self._pattern[at] == "\\" else 1
        return at + 1

    def _repeated(self) -> int | None:
        """Read how often an item stands at least; None where nothing says so, which is once."""
        count = _COUNT.match(self._pattern, self._at)
        if count is not None:
            self._at, least = count.end(), int(count[1] or 0)
        elif self._peek() and self._peek() in "?*+":
            least = int(self._peek() == "+")
            self._at += 1
        else:
            return None
        if self._peek() and self._peek() in "?+":  # as little, or as much, as can be
            self._at += 1
        return least
