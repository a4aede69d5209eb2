"""Writing systems: which script a text is mainly in, and what Chinese characters alone tell."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

_RANGES: tuple[tuple[str, str], ...] = (
    ("latin", "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a"),
    ("cyrillic", "\u0400-\u052f"),
    ("greek", "\u0370-\u03ff\u1f00-\u1fff"),
    ("arabic", "\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"),
    ("hebrew", "\u05d0-\u05ea"),
    ("devanagari", "\u0904-\u0939\u0958-\u0961"),
    ("bengali", "\u0985-\u09b9\u09dc-\u09e1"),
    ("gurmukhi", "\u0a05-\u0a39\u0a59-\u0a5e"),
    ("gujarati", "\u0a85-\u0ab9"),
    ("tamil", "\u0b83-\u0bb9"),
    ("telugu", "\u0c05-\u0c39"),
    ("kannada", "\u0c85-\u0cb9"),
    ("malayalam", "\u0d05-\u0d3a"),
    ("thai", "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46"),
    ("hangul", "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"),
    ("kana", "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9d"),
    ("han", "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"),
)
_SCRIPT = re.compile("|".join(f"(?P<{name}>[{chars}]+)" for name, chars in _RANGES))
_OTHER = re.compile(r"[^\W\d_]")

_DENSITY = {"han": 3, "kana": 2, "hangul": 2}
"""Letters of an alphabet that one character is worth, so that a few Latin names do not outweigh a Chinese sentence."""


def count_scripts(text: str) -> Counter[str]:
    """Weighted number of letters per script; letters of no listed script count as ``other``."""
    found: Counter[str] = Counter()
    for match in _SCRIPT.finditer(text):
        name = match.lastgroup or "other"
        found[name] += (match.end() - match.start()) * _DENSITY.get(name, 1)
    if not found and _OTHER.search(text):
        found["other"] = 1
    return found


def main_script(counts: Counter[str]) -> str | None:
    """The script with most weight; kana and Han count together as ``cjk``. None without letters."""
    merged: Counter[str] = Counter()
    for name, weight in counts.items():
        merged["cjk" if name in ("han", "kana") else name] += weight
    return min(merged, key=lambda name: (-merged[name], name)) if merged else None


@lru_cache(maxsize=16384)
def word_script(word: str) -> str | None:
    """The script of a single word; those of a text come again and again."""
    return main_script(count_scripts(word))


@lru_cache(maxsize=16384)
def han_origin(char: str) -> str | None:
    """``ja`` for a character form used in Japan only, ``zh`` for one never used there, None for a shared form.

    National character sets are the evidence: JIS X 0208 against GB 2312 and Big5.
    """
    japanese = _encodable(char, "shift_jis")
    chinese = _encodable(char, "gb2312") or _encodable(char, "big5")
    if japanese == chinese:
        return None
    return "ja" if japanese else "zh"


def _encodable(char: str, codec: str) -> bool:
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
