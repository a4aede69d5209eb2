"""The echo: which articles copy, translate or report which origin."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pipeline.publish.view import Print, printed
from pipeline.records import Article, Role
from pipeline.wire import EditionIndex

ROLE_WORDS: dict[Role, str] = {
    "original": "the origin",
    "translation": "translation",
    "copy": "copy",
    "coverage": "coverage",
    "unknown": "same family",
}


@dataclass(frozen=True, slots=True)
class Node:
    """One article and those that stem from it."""

    article_id: str
    printed: Print
    byline: str
    role: Role
    word: str
    evidence: tuple[str, ...]
    children: tuple[Node, ...]

    @property
    def size(self) -> int:
        """Number of articles from here on."""
        return 1 + sum(child.size for child in self.children)


@dataclass(frozen=True, slots=True)
class Family:
    """Articles of one origin. More than one root: the link between them is known, its direction is not."""

    id: str
    roots: tuple[Node, ...]

    @property
    def size(self) -> int:
        """Number of articles."""
        return sum(root.size for root in self.roots)


def families(index: EditionIndex) -> tuple[Family, ...]:
    """Give the families of two articles or more, the largest first."""
    members: dict[str, list[Article]] = defaultdict(list)
    for article in index.edition.articles:
        members[index.origin(article.id).family_id].append(article)
    found = [_family(index, name, articles) for name, articles in members.items() if len(articles) > 1]
    return tuple(sorted(found, key=lambda family: (-family.size, family.id)))


def _family(index: EditionIndex, name: str, articles: list[Article]) -> Family:
    known = {article.id for article in articles}
    below: dict[str, list[Article]] = defaultdict(list)
    roots: list[Article] = []
    for article in sorted(articles, key=_age):
        parent = index.origin(article.id).of
        (below[parent] if parent in known and parent != article.id else roots).append(article)
    reached: set[str] = set()
    nodes = [_node(index, article, below, reached) for article in roots]
    for article in sorted(articles, key=_age):  # articles that point at each other in a ring have no root
        if article.id not in reached:
            nodes.append(_node(index, article, below, reached))
    return Family(name, tuple(nodes))


def _node(index: EditionIndex, article: Article, below: dict[str, list[Article]], reached: set[str]) -> Node:
    reached.add(article.id)
    children = [_node(index, child, below, reached) for child in below[article.id] if child.id not in reached]
    origin = index.origin(article.id)
    return Node(
        article_id=article.id,
        printed=printed(index, article),
        byline=article.byline or "",
        role=origin.role,
        word=ROLE_WORDS[origin.role],
        evidence=origin.evidence,
        children=tuple(children),
    )


def _age(article: Article) -> tuple[str, str]:
    return (article.published.isoformat() if article.published else "9999", article.id)
