"""Where each article's matter comes from: original, copy, translation, coverage, or cannot tell.

Each article has at most one source: the strongest relation to an earlier one. A family is a tree of renderings, so
two stories are not glued together because a third one cites both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.cluster.documents import Document
from pipeline.cluster.identity import keep_ids
from pipeline.cluster.relations import Relation, relations
from pipeline.records import Origin, Role

RANK = {"copy": 3, "translation": 2, "coverage": 1}


def origins(docs: Sequence[Document], previous: Iterable[tuple[str, str]] = ()) -> dict[str, Origin]:
    """Map article ids to origins. ``docs`` come oldest first; ``previous`` holds (article id, family id)."""
    links = relations(docs)
    parents = _parents(links)
    roots = [_root(number, parents) for number in range(len(docs))]
    members: dict[int, list[str]] = {}
    for root in sorted(set(roots)):
        members[root] = [doc.article.id for doc, own in zip(docs, roots, strict=True) if own == root]
    names = dict(zip(members, keep_ids("o1_", list(members.values()), previous), strict=True))
    unsure = {relation.source for relation in parents.values() if not relation.directed}
    return {
        doc.article.id: _origin(docs, parents.get(number), names[roots[number]], number in unsure)
        for number, doc in enumerate(docs)
    }


def _parents(links: Sequence[Relation]) -> dict[int, Relation]:
    """Choose one source for each rendering, strongest first, never in a circle."""
    parents: dict[int, Relation] = {}
    ordered = sorted(
        links,
        key=lambda r: (r.siblings, -RANK[r.kind], not r.directed, -round(r.strength, 4), r.source, r.rendering),
    )
    for link in ordered:
        if link.rendering not in parents and _root(link.source, parents) != link.rendering:
            parents[link.rendering] = link
    return parents


def _root(number: int, parents: dict[int, Relation]) -> int:
    while number in parents:
        number = parents[number].source
    return number


def _origin(docs: Sequence[Document], relation: Relation | None, family: str, unsure: bool) -> Origin:
    """Word the origin of one article. Undirected relations join a family but say not who renders whom."""
    if relation is None:
        role: Role = "unknown" if unsure else "original"
        return Origin(family, role, None, ("shares matter with others of unknown date",) if unsure else ())
    if relation.siblings:
        return Origin(family, relation.kind, None, relation.evidence)
    if relation.directed or relation.kind == "copy":
        return Origin(family, relation.kind, docs[relation.source].article.id, relation.evidence)
    return Origin(family, "unknown", None, relation.evidence)
