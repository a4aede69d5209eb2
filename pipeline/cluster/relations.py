"""What ties two articles together: same text, aligned sentences, links, names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from pipeline.cluster.alignment import Alignment, align
from pipeline.cluster.corpus import Corpus, passage_texts, when
from pipeline.cluster.duplicates import overlaps
from pipeline.cluster.linkage import Floats, unit
from pipeline.cluster.statements import folded
from pipeline.cluster.voices import full_name
from pipeline.records import Article, Reading

Kind = Literal["copy", "translation", "coverage"]
CANDIDATES = 8
"""Articles that one article is aligned with at most, nearest first."""
FAINT = 0.45
"""Cosine from which sentences align when the one article reports what the author of the other says."""
NEAR = 0.45
"""Cosine of two articles' mean vectors from which their sentences are aligned."""
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True)
class Document:
    """An article as seen here: body without asides, sentence vectors (n x d), names that it is known by."""

    article: Article
    reading: Reading
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
    def names(self) -> frozenset[str]:
        """Folded outlet and byline, without those too short to be told from a word."""
        names = (folded(name) for name in (self.article.outlet, self.article.byline or ""))
        return frozenset(name for name in names if len(name) >= (2 if _WIDE.search(name) else 4))

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


@dataclass(frozen=True, slots=True)
class Relation:
    """B (index ``rendering``) renders A (index ``source``). Not ``directed``: which came first cannot be told."""

    source: int
    rendering: int
    kind: Kind
    strength: float
    directed: bool
    evidence: tuple[str, ...]


def documents(corpus: Corpus) -> list[Document]:
    """Make the documents of a corpus, oldest first."""
    readings = {reading.article_id: reading for reading in corpus.readings}
    made = []
    for article in sorted(corpus.articles, key=lambda a: (when(a), a.id)):
        if article.id in readings:
            texts = [text for text, _ in passage_texts(article, readings[article.id])]
            rows = [corpus.vector(text, article.id) for text in texts]
            passages = np.stack(rows) if rows else np.zeros((0, 1), dtype=np.float32)
            made.append(Document(article, readings[article.id], passages))
    return made


def relations(docs: Sequence[Document]) -> list[Relation]:
    """Find who renders whom, in the order of the documents."""
    mentions = _Mentions(docs)
    found: dict[tuple[int, int], Relation] = {}
    for overlap in overlaps([doc.body for doc in docs]):
        text = f"{round(100 * max(overlap.jaccard, overlap.containment))} % of the text is the same"
        pair = (overlap.left, overlap.right)
        found[pair] = _directed(docs, mentions, *pair, "copy", overlap.containment, (text,))
    for left, right in _candidates(docs, mentions):
        relation = None if (left, right) in found else _aligned(docs, mentions, left, right)
        if relation:
            found[left, right] = relation
    return [found[pair] for pair in sorted(found)]


class _Mentions:
    """Which document links to or names which other."""

    def __init__(self, docs: Sequence[Document]) -> None:
        self._linked: dict[tuple[int, int], str] = {}
        self._named: dict[tuple[int, int], str] = {}
        by_address: dict[str, list[int]] = defaultdict(list)
        by_name: dict[str, list[int]] = defaultdict(list)
        for number, doc in enumerate(docs):
            by_address[_address(doc.article.url)].append(number)
            for name in doc.names:
                by_name[name].append(number)
        for number, doc in enumerate(docs):
            for url in sorted({_address(link.url) for link in doc.article.links}):
                for other in by_address.get(url, ()):
                    self._linked.setdefault((number, other), f"links to {url}")
            for name in sorted(_named_in(doc.body, by_name) - doc.names):
                for other in by_name[name]:
                    if not docs[other].names & doc.names:
                        self._named.setdefault((number, other), f"names {_as_written(docs[other].article, name)}")

    def pairs(self) -> set[tuple[int, int]]:
        """Return (who mentions, who is mentioned)."""
        return {pair for pair in (*self._linked, *self._named) if pair[0] != pair[1]}

    def evidence(self, who: int, whom: int) -> tuple[str, ...]:
        """Return how one mentions the other; empty if it does not."""
        both = (self._linked.get((who, whom)), self._named.get((who, whom)))
        return tuple(reason for reason in both if reason)


def _address(url: str) -> str:
    """Reduce an address to host and path, so that http, www and tracking parameters make no difference."""
    return re.sub(r"^(?:[a-z]+://)?(?:www\.)?", "", url.strip().lower().split("#")[0].split("?")[0]).rstrip("/")


def _as_written(article: Article, name: str) -> str:
    return article.outlet if folded(article.outlet) == name else article.byline or article.outlet


def _named_in(body: str, names: dict[str, list[int]]) -> set[str]:
    """Return the known names among a text's word runs; names in scripts without spaces are searched as they are."""
    text = folded(body)
    words = text.split()
    longest = max((len(name.split()) for name in names), default=0)
    runs = {" ".join(words[i : i + n]) for n in range(1, longest + 1) for i in range(len(words) - n + 1)}
    return (runs & names.keys()) | {name for name in names if _WIDE.search(name) and name in text}


def _candidates(docs: Sequence[Document], mentions: _Mentions) -> list[tuple[int, int]]:
    """Return index pairs (left < right) worth aligning: the nearest ones, and the nearest that one mentions."""
    usable = np.array([n for n, doc in enumerate(docs) if len(doc.passages)], dtype=np.int64)
    if len(usable) < 2:
        return []
    means = np.stack([docs[n].mean for n in usable])
    mentioned: dict[int, list[int]] = defaultdict(list)
    for who, whom in mentions.pairs():
        mentioned[who].append(whom)
    at = {int(n): row for row, n in enumerate(usable)}
    pairs = set()
    for row, number in enumerate(usable.tolist()):
        near = means @ means[row]
        close = np.flatnonzero(near >= NEAR)
        best = close[np.lexsort((close, -np.round(near[close], 5)))][: CANDIDATES + 1]
        named = sorted((n for n in mentioned[number] if n in at), key=lambda n: (-round(float(near[at[n]]), 5), n))
        others = {*usable[best].tolist(), *named[:CANDIDATES]} - {number}
        pairs |= {(min(number, other), max(number, other)) for other in others}
    return sorted(pairs)


def _aligned(docs: Sequence[Document], mentions: _Mentions, left: int, right: int) -> Relation | None:
    """Tell from the aligned sentences, languages and mentions what relates two documents, if anything does."""
    first, second, told = _order(docs, mentions, left, right)
    source, rendering = docs[first], docs[second]
    found = align(source.passages, rendering.passages)
    named = mentions.evidence(second, first)
    kind = _kind(found, named, source.reading.language.code != rendering.reading.language.code)
    if kind is None and (held := _held(source, rendering)):
        found = align(source.passages, rendering.passages, FAINT)
        kind, named = ("coverage" if len(found.pairs) >= 2 else None), (*named, *held)
    if kind is None:
        return None
    reason = f"{len(found.pairs)} of {found.of_b} sentences align, {found.chain} in the same order"
    strength = found.share_b + 0.25 * len(named)
    return Relation(first, second, kind, strength, told, (reason, *named))


def _held(source: Document, rendering: Document) -> tuple[str, ...]:
    """Tell whether a document reports what the author of another says: two claims at least."""
    if source.names & rendering.names:
        return ()
    counts = sorted((-rendering.holders[name], name) for name in source.names)
    return tuple(f"{-n} claims are by {_as_written(source.article, name)}" for n, name in counts if n <= -2)


def _kind(found: Alignment, named: tuple[str, ...], other_language: bool) -> Kind | None:
    """Judge a pair.

    Real translations align by .84 of their sentences and more; of unrelated articles on one matter, one pair in a
    hundred aligns by .10. So half is a retelling by itself, and a mention needs two sentences and .08 beside it.
    """
    count, share = len(found.pairs), found.share_b
    if other_language and count >= 3 and share >= 0.5 and found.share_a >= 0.3 and found.order >= 0.9:
        return "translation"
    if named and share >= 0.08 and (count >= 2 or named[0].startswith("links to")):
        return "coverage"
    return "coverage" if count >= 5 and share >= 0.5 else None


def _order(docs: Sequence[Document], mentions: _Mentions, left: int, right: int) -> tuple[int, int, bool]:
    """Return (source, rendering, whether that is known): by a mention that is one-sided, else by date."""
    there, back = bool(mentions.evidence(right, left)), bool(mentions.evidence(left, right))
    earlier = _earlier(docs[left].article, docs[right].article)
    if earlier:
        return (left, right, True) if earlier < 0 else (right, left, True)
    if there != back:
        return (left, right, True) if there else (right, left, True)
    return left, right, False


def _earlier(a: Article, b: Article) -> int:
    """Return -1 if A was published before B, 1 if after, 0 if it cannot be told; a bare day is midnight."""
    if a.published is None or b.published is None or a.published == b.published:
        return 0
    bare = any(d.hour == d.minute == d.second == 0 for d in (a.published, b.published))
    if bare and a.published.date() == b.published.date():
        return 0
    return -1 if a.published < b.published else 1


def _directed(
    docs: Sequence[Document],
    mentions: _Mentions,
    left: int,
    right: int,
    kind: Kind,
    strength: float,
    evidence: tuple[str, ...],
) -> Relation:
    first, second, told = _order(docs, mentions, left, right)
    return Relation(first, second, kind, strength, told, (*evidence, *mentions.evidence(second, first)))
