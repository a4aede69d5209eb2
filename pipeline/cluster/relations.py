"""What ties two articles together: same text, aligned sentences, links, names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.cluster.documents import WIDE, Document
from pipeline.cluster.duplicates import overlaps
from pipeline.cluster.kinship import Kind, as_written, kinship
from pipeline.cluster.statements import folded
from pipeline.records import Article

CANDIDATES = 8
"""Articles that one article is compared with at most, nearest first."""
NEAR = 0.2
"""Cosine of two articles' mean vectors from which they are compared."""


@dataclass(frozen=True, slots=True)
class Relation:
    """B (index ``rendering``) renders A (index ``source``). Not ``directed``: which came first cannot be told."""

    source: int
    rendering: int
    kind: Kind
    strength: float
    directed: bool
    evidence: tuple[str, ...]
    siblings: bool = False
    """Both render a third text, as far as can be told: one family, but neither is the other's source."""


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
                        self._named.setdefault((number, other), f"names {as_written(docs[other], name)}")

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


def _named_in(body: str, names: dict[str, list[int]]) -> set[str]:
    """Return the known names among a text's word runs; names in scripts without spaces are searched as they are."""
    text = folded(body)
    words = text.split()
    longest = max((len(name.split()) for name in names), default=0)
    runs = {" ".join(words[i : i + n]) for n in range(1, longest + 1) for i in range(len(words) - n + 1)}
    return (runs & names.keys()) | {name for name in names if WIDE.search(name) and name in text}


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
    """Tell what relates two documents, if anything does, from all that both have in common."""
    first, second, told = _order(docs, mentions, left, right)
    found = kinship(docs[first], docs[second], mentions.evidence(second, first))
    if found is None:
        return None
    return Relation(first, second, found.kind, found.strength, told, found.evidence, found.siblings)


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
