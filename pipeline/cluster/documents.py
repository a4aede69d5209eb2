"""Articles as compared with each other: body, sentence vectors, names, telling numbers, quotations."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from pipeline.cluster.corpus import Corpus, passages, when
from pipeline.cluster.linkage import Floats, unit
from pipeline.cluster.spelling import skeleton
from pipeline.cluster.statements import folded
from pipeline.cluster.voices import full_name
from pipeline.records import Article, Passage, Quantity, Reading

WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts whose words are short or not set apart."""
_DOTTED = re.compile(r"[\u30a1-\u30ff]{2,}(?:・[\u30a1-\u30ff]{2,})+|[\u4e00-\u9fff]{1,5}(?:·[\u4e00-\u9fff]{1,6})+")


@dataclass(frozen=True)
class Document:
    """An article as seen here; ``passages`` holds the vectors (n x d) of the sentences ``kept``."""

    article: Article
    reading: Reading
    kept: tuple[Passage, ...]
    passages: Floats

    @cached_property
    def body(self) -> str:
        """The text without headings, sponsor blocks and the like."""
        text, parts, at = self.article.text, [], 0
        for start, end in sorted((a.start, a.end) for a in self.article.asides):
            parts.append(text[at : max(at, start)])
            at = max(at, end)
        return "".join([*parts, text[at:]])

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The words of each row."""
        return tuple(self.article.text[p.start : p.end] for p in self.kept)

    @cached_property
    def names(self) -> frozenset[str]:
        """Folded outlet and byline, without those too short to be told from a word."""
        names = (folded(name) for name in (self.article.outlet, self.article.byline or ""))
        return frozenset(name for name in names if len(name) >= (2 if WIDE.search(name) else 4))

    @cached_property
    def holders(self) -> Counter[str]:
        """How many claims each holder stands behind, by folded name."""
        names = (c.holder.text for c in self.reading.claims if c.holder and c.holder.kind == "named")
        return Counter(folded(full_name(name, self.reading)) for name in names)

    @cached_property
    def mean(self) -> Floats:
        """Mean sentence vector, of length 1 (0 when there is no sentence)."""
        if not len(self.passages):
            return np.zeros(1, dtype=np.float32)
        mean: Floats = unit(self.passages.sum(axis=0, keepdims=True))[0]
        return mean

    @cached_property
    def numbers(self) -> dict[str, frozenset[int]]:
        """Telling numbers with the rows of the sentences that give them."""
        found: dict[str, set[int]] = {}
        for quantity in self.reading.quantities:
            value = telling(quantity)
            rows = self._rows(quantity.start, quantity.end)
            if value and rows:
                found.setdefault(value, set()).update(rows)
        return {value: frozenset(rows) for value, rows in found.items()}

    @cached_property
    def prints(self) -> dict[str, str]:
        """Telling numbers as the article first prints them."""
        found: dict[str, str] = {}
        for quantity in sorted(self.reading.quantities, key=lambda q: q.start):
            if value := telling(quantity):
                found.setdefault(value, " ".join(quantity.text.split()))
        return found

    @cached_property
    def sayers(self) -> dict[int, frozenset[str]]:
        """Rows of sentences with the full names of those who say something in them."""
        found: dict[int, set[str]] = {}
        for claim in self.reading.claims:
            if claim.holder and claim.holder.kind == "named":
                for row in self._rows(claim.start, claim.end):
                    found.setdefault(row, set()).add(full_name(claim.holder.text, self.reading))
        return {row: frozenset(names) for row, names in found.items()}

    @cached_property
    def things(self) -> frozenset[str]:
        """Folded names of what is no person: products, places, firms, which unrelated articles name alike."""
        persons = {folded(e.text) for e in self.reading.entities if e.type == "person"}
        return frozenset(folded(e.text) for e in self.reading.entities if e.type != "person") - persons

    @cached_property
    def quotes(self) -> dict[int, str]:
        """Rows of sentences with a direct quotation, and who is quoted ("" where nobody is named)."""
        found: dict[int, str] = {}
        for claim in self.reading.claims:
            if claim.quoted == "direct":
                holder = claim.holder.text if claim.holder and claim.holder.kind == "named" else ""
                found |= dict.fromkeys(self._rows(claim.start, claim.end), full_name(holder, self.reading))
        return found

    @cached_property
    def runs(self) -> dict[str, str]:
        """Full names in the text, as far as capitals or the dot of a foreign name show them: key to words.

        The key is the folded name, and its skeleton where that is long enough to compare scripts.
        """
        names = [c.holder.text for c in self.reading.claims if c.holder and c.holder.kind == "named"]
        for sentence in re.split(r"[^\w\s'’·・-]+", self.body):
            names += _DOTTED.findall(sentence) if WIDE.search(sentence) else _capitalised(sentence)
        found: dict[str, str] = {}
        for name in names:
            if len(name.split()) > 1 or WIDE.search(name):
                found.setdefault(folded(name), name)
                bones = "".join(skeleton(name))
                if len(bones) >= 5:
                    found.setdefault(bones, name)
        return found

    def _rows(self, start: int, end: int) -> list[int]:
        return [row for row, p in enumerate(self.kept) if p.start < end and start < p.end]


def telling(quantity: Quantity) -> str | None:
    """Return a number that few articles share, as text: of two digits that count, with decimals, or of a hundred."""
    if quantity.kind == "date" or quantity.value is None:
        return None
    plain = f"{quantity.value.normalize():f}"
    return plain[:12] if significant(plain) >= 2 or "." in plain or abs(quantity.value) >= 100 else None


def significant(number: str) -> int:
    """Count the digits of a number that are not zeros at its ends."""
    return len(number.replace(".", "").replace("-", "").strip("0"))


def plain_fraction(number: str, printed: str) -> bool:
    """Tell whether a number stands for a fraction in words or with a bar: two texts in ten speak of a half or a third.

    >>> plain_fraction("0.6666666666", "two thirds"), plain_fraction("0.62", ".62"), plain_fraction("4", "four")
    (True, False, False)
    """
    behind = number.partition(".")[2]
    return bool(behind) and float(number) < 1 and behind[:4] not in re.sub(r"\D", "", printed)


def is_round(number: str) -> bool:
    """Tell whether a number has a single digit that counts, all before the point: 300, a million."""
    return "." not in number and significant(number) < 2


def _capitalised(sentence: str) -> list[str]:
    """Return the runs of two and three capitalised words: a title or the first word of a sentence may come before."""
    words = sentence.split()
    return [
        " ".join(words[start : start + size])
        for size in (2, 3)
        for start in range(len(words) - size + 1)
        if all(word[:1].isupper() for word in words[start : start + size])
    ]


def documents(corpus: Corpus) -> list[Document]:
    """Make the documents of a corpus, oldest first."""
    readings = {reading.article_id: reading for reading in corpus.readings}
    made = []
    for article in sorted(corpus.articles, key=lambda a: (when(a), a.id)):
        if article.id in readings:
            kept = passages(article, readings[article.id])
            rows = [corpus.vector(article.text[p.start : p.end], article.id) for p in kept]
            vectors = np.stack(rows) if rows else np.zeros((0, 1), dtype=np.float32)
            made.append(Document(article, readings[article.id], kept, vectors))
    return made
