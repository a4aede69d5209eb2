"""Rare pieces of words that texts share: TF-IDF of character n-grams, so that endings and slips matter little.

Vectors of whole sentences blur what single words say; the words that few texts on a matter use tell its points apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

PIECES = (3, 4, 5)
"""Lengths of the pieces of a word, its two edges included; the best of those tried on English arguments."""
WIDE_PIECES = (1, 2)
"""The same where a character is a word or half of one, and words are not set apart."""
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+|[^\W\u3040-\u30ff\u3400-\u9fff]+")
_KOREAN = re.compile(r"[\uac00-\ud7af]")


def profiles(texts: Sequence[str], languages: Sequence[str] = ()) -> csr_matrix:
    """Return n rows of length 1, one column a piece; the product of two rows is their overlap, 0 to 1.

    Weights are (1 + log tf) * idf, the idf among these texts alone (Salton and Buckley 1988) and, where ``languages``
    are given, among those of the same language: a term that all use in one is no rare word for lack of it in others.
    Texts in two languages share nothing then.
    """
    from scipy.sparse import csr_matrix

    own = list(languages) or [""] * len(texts)
    sizes = Counter(own)
    columns: dict[tuple[str, str], int] = {}
    ends, where, weights = [0], [], []
    for text, language in zip(texts, own, strict=True):
        counts = Counter(pieces(text))
        where += [columns.setdefault((language, piece), len(columns)) for piece in counts]
        weights += [1.0 + np.log(count) for count in counts.values()]
        ends.append(len(where))
    places, values = np.asarray(where, dtype=np.int64), np.asarray(weights, dtype=np.float64)
    found = np.bincount(places, minlength=max(1, len(columns)))
    among = np.array([sizes[language] for language, _ in columns] or [0])
    values *= (np.log((1 + among) / (1 + found)) + 1.0)[places]
    rows = np.repeat(np.arange(len(texts)), np.diff(ends))
    lengths = np.sqrt(np.bincount(rows, values**2, minlength=len(texts)))
    values /= np.where(lengths > 0, lengths, 1.0)[rows]
    return csr_matrix((values.astype(np.float32), places, ends), shape=(len(texts), max(1, len(columns))))


def pieces(text: str) -> Iterator[str]:
    """Cut the words of a text into overlapping pieces; a word shorter than a piece is one itself."""
    for word in _WORD.findall(unicodedata.normalize("NFKC", text).casefold()):
        wide = word[0] > "\u2e7f"
        lengths = WIDE_PIECES if wide or _KOREAN.search(word) else PIECES
        edged = word if wide else f" {word} "
        for length in lengths:
            if length >= len(edged):
                yield edged
                break
            yield from (edged[at : at + length] for at in range(len(edged) - length + 1))
