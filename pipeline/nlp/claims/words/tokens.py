"""Words and marks of a text with their offsets, and phrase look-up over them.

A *token* is a run of letters and digits, or one mark; an address (with Markdown's brackets) is one mark. Hyphens and
apostrophes are marks of their own, so that ``a-t-il`` and ``l'IA`` come apart the same way in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r"\]\([^()\s]*\)|https?://[^\s)\]]+|[\w\u0300-\u036f\u064b-\u065f\u0670]+|[^\w\s]")
_ARABIC_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
_APOSTROPHES = str.maketrans("’ʼ‑", "''-")


class Token(NamedTuple):
    """One word or mark: offsets into the text it was cut from, the words as written, and their folded form."""

    start: int
    end: int
    text: str
    norm: str

    @property
    def is_word(self) -> bool:
        """True for letters and digits."""
        return (self.text[0].isalnum() or self.text[0] == "_") and "://" not in self.text

    @property
    def is_capital(self) -> bool:
        """True when the first letter is an upper-case one."""
        return self.text[0].isupper()


class Hit(NamedTuple):
    """A phrase found: ``[start, end)`` in characters, ``[first, last)`` in tokens, and the labels it carries."""

    start: int
    end: int
    first: int
    last: int
    labels: tuple[str, ...]


def fold(text: str) -> str:
    """Return the form that look-ups use: lower case, plain apostrophes, no Arabic vowel marks."""
    if text.isascii():
        return text.lower()  # none of the rest is ASCII
    return _ARABIC_MARKS.sub("", text.translate(_APOSTROPHES).casefold())


_fold_word = lru_cache(maxsize=16_384)(fold)
"""Most words of a text are among those that it has used before."""


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """Cut ``text`` into tokens; ``offset`` is added to every position.

    >>> [t.text for t in tokenize("a-t-il dit ?")]
    ['a', '-', 't', '-', 'il', 'dit', '?']
    """
    # Made as tuples: the constructor of a named tuple is a function of Python, and this runs for every word.
    new, found = tuple.__new__, _TOKEN.finditer(text)
    return [new(Token, (m.start() + offset, m.end() + offset, m[0], _fold_word(m[0]))) for m in found]


_Entry = tuple[list[str], tuple[str, ...]]
"""The words of a phrase behind its first one, and the phrase's labels."""


class PhraseTable:
    """Finds labelled phrases: by words, or by characters where a language does not part its words.

    Args:
        entries: (phrase, label) pairs; one phrase may carry several labels.
        characters: match anywhere in the text instead of at word limits.
        prefixes: letters that may be glued in front of a word (Arabic "and").
    """

    def __init__(self, entries: Iterable[tuple[str, str]], *, characters: bool = False, prefixes: str = "") -> None:
        self.characters = characters
        self.prefixes = prefixes
        labels: dict[tuple[str, ...], list[str]] = {}
        for phrase, label in entries:
            key = (fold(phrase),) if characters else tuple(t.norm for t in tokenize(phrase))
            if key and key != ("",) and label not in labels.setdefault(key, []):
                labels[key].append(label)
        self._labels = {key: tuple(sorted(value)) for key, value in labels.items()}
        self._by_first: dict[str, list[_Entry]] = {}
        for key in sorted(self._labels, key=lambda k: (-len(k), k)):
            self._by_first.setdefault(key[0], []).append((list(key[1:]), self._labels[key]))
        words = sorted((k[0] for k in self._labels), key=lambda w: (-len(w), w)) if characters else []
        self._pattern = re.compile("|".join(map(re.escape, words))) if words else None

    def find(self, text: str, tokens: list[Token]) -> list[Hit]:
        """Return the longest phrases, left to right, without overlaps among phrases of the same first label."""
        return self._find_characters(text) if self.characters else self._find_words(tokens)

    def _find_characters(self, text: str) -> list[Hit]:
        if self._pattern is None:
            return []
        low = text.lower() if len(text.lower()) == len(text) else text
        return [Hit(m.start(), m.end(), -1, -1, self._labels[(m[0],)]) for m in self._pattern.finditer(low)]

    def _find_words(self, tokens: list[Token]) -> list[Hit]:
        hits: list[Hit] = []
        busy: dict[str, int] = {}
        norms = [token.norm for token in tokens]
        for index, norm in enumerate(norms):
            for rest, every in self._by_first.get(norm) or self._glued(norm):
                last = index + 1 + len(rest)
                if rest and norms[index + 1 : last] != rest:
                    continue
                labels = tuple([label for label in every if busy.get(label, 0) <= index])
                if labels:
                    hits.append(Hit(tokens[index].start, tokens[last - 1].end, index, last, labels))
                    busy.update(dict.fromkeys(labels, last))
        return hits

    def _glued(self, norm: str) -> list[_Entry]:
        """Return the entries of one word that stand behind a letter glued to them."""
        if not self.prefixes or len(norm) <= 3 or norm[0] not in self.prefixes:
            return []
        return [entry for entry in self._by_first.get(norm[1:], []) if not entry[0]]


@lru_cache(maxsize=512)
def look_up(text: str, start: int, end: int, table: PhraseTable) -> tuple[list[Token], list[Hit]]:
    """Return the tokens of ``text[start:end]`` (none where words are not parted) and the phrases in it.

    Several rules ask for the same sentence, so the last answers are kept: both lists are for reading alone.
    """
    if table.characters:
        found = table.find(text[start:end], [])
        return [], [hit._replace(start=hit.start + start, end=hit.end + start) for hit in found]
    tokens = tokenize(text[start:end], start)
    return tokens, table.find("", tokens)
