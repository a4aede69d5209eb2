"""Text in the one form that the word tables use, with every offset kept.

Folding is done character by character, one for one: lower case, no diacritics, Western digits, plain quotes and
minus signs. ``len(fold(text)) == len(text)`` always holds, so a span found in the folded text is a span of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

_SINGLE = {
    "−": "-", "‐": "-", "‑": "-", "–": "–", "—": "—", "﹣": "-", "－": "-", "％": "%", "٪": "%", "．": ".", "，": ",",
    "＄": "$", "￥": "¥", "／": "/", "＋": "+", "：": ":", "＾": "^", "’": "'", "‘": "'", "ʼ": "'", "＇": "'", "٫": "٫",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ё": "е", "Ё": "е", "İ": "i", "ς": "σ",
    "～": "~", "〜": "~",    "（": "(", "）": ")", "　": " ", "\u2007": " ", "➖": "-",
}  # fmt: skip
_KEEP = frozenset("ㄱ")


def _one(char: str) -> str:
    """Return the single folded character that stands for ``char``."""
    if char in _SINGLE:
        return _SINGLE[char]
    digit = unicodedata.digit(char, None) if unicodedata.category(char) == "Nd" else None
    if digit is not None:
        return str(digit)
    if "\uff21" <= char <= "\uff5a":
        char = unicodedata.normalize("NFKC", char)
    low = char.lower()
    base = unicodedata.normalize("NFD", low)[0] if "À" <= char <= "ɏ" or "Ḁ" <= char <= "ỿ" else low
    return base if len(base) == 1 else char


class _Table(dict[int, str]):
    """A translation table that fills itself as characters are met (bounded by Unicode itself)."""

    def __missing__(self, key: int) -> str:
        value = self[key] = _one(chr(key))
        return value


_TABLE = _Table()


def fold(text: str) -> str:
    """Return ``text`` folded, of the same length.

    >>> fold("Vingt-et-Unième ١٢ ％")
    'vingt-et-unieme 12 %'
    """
    return text.lower() if text.isascii() else text.translate(_TABLE)


def trie(words: Iterable[str]) -> str:
    """Return a regular expression that matches any of ``words``, longest first, in time linear in the match.

    >>> trie(["ten", "teen", "tens"])
    'te(?:en|ns?)'
    """
    root: dict[str, dict[str, object]] = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})  # type: ignore[assignment]  # a recursive mapping
        node[""] = {}
    return _pattern(root)


def _pattern(node: dict[str, dict[str, object]]) -> str:
    """Return the expression of one trie node; the longer reading is tried first."""
    ends = "" in node
    parts = []
    for char in sorted(key for key in node if key):
        below = _pattern(node[char])  # type: ignore[arg-type]  # a recursive mapping
        parts.append(_literal(char) + below)
    if not parts:
        return ""
    if len(parts) == 1 and not ends:
        return parts[0]
    if len(parts) == 1 and len(parts[0].removeprefix("\\")) == 1:
        return parts[0] + "?"
    return f"(?:{'|'.join(parts)})" + ("?" if ends else "")


@cache
def _literal(char: str) -> str:
    """Return ``char`` for use in an expression; a blank stands for any blanks inside a line."""
    return r"[ \u00a0\u202f\u2009]{1,3}" if char == " " else re.escape(char)
