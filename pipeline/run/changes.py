"""What changed since the edition before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from pipeline.records import Analysis, Article, Change, Reading

Members = Mapping[str, frozenset[str]]

NEWS = timedelta(days=7)
"""What was published that long before the newest article of the edition before is no news when it is found now."""


@dataclass(frozen=True, slots=True)
class Identities:
    """What an edition hands to the next: who was in it under which id."""

    articles: tuple[tuple[str, str], ...] = ()
    """(article id, title)."""
    families: tuple[tuple[str, str], ...] = ()
    """(claim id, family id)."""
    groups: tuple[tuple[str, str, str, tuple[str, ...]], ...] = ()
    """(question id, group id, label, claim ids)."""
    origins: tuple[tuple[str, str], ...] = ()
    """(article id, family id)."""
    positions: tuple[tuple[str, str, str, str, tuple[str, ...]], ...] = ()
    """(question id, position id, holder, the answer that stands or "", claim ids)."""
    newest: datetime | None = None
    """When the newest article was published."""

    @classmethod
    def of(cls, articles: Sequence[Article], analysis: Analysis) -> Identities:
        """Take the identities out of a new edition's parts."""
        results = analysis.questions
        return cls(
            articles=tuple((article.id, article.title) for article in articles),
            families=analysis.families,
            groups=tuple((r.question.id, g.id, g.label, g.claim_ids) for r in results for g in r.groups),
            origins=tuple((article, origin.family_id) for article, origin in analysis.origins),
            positions=tuple(
                (r.question.id, p.id, p.holder, p.stands or "", tuple(entry.claim_id for entry in p.entries))
                for r in results
                for p in r.positions
            ),
            newest=max((a.published for a in articles if a.published), default=None),
        )


def changes(before: Identities, after: Identities, late: frozenset[str] = frozenset()) -> tuple[Change, ...]:
    """Return what is new, grew, shrank, merged, split, moved or was withdrawn, in a stable order.

    ``late`` holds the articles and claims of :func:`late`: a change that rests on nothing else is marked.
    """
    return (
        *_articles(dict(before.articles), dict(after.articles), late),
        *_sets("family", _families(before), _families(after), {}, late),
        *_sets("group", _groups(before), _groups(after), {group[1]: group[2] for group in after.groups}, late),
        *_moved_groups(before, after),
        *_positions(before, after, late),
    )


def late(before: Identities, articles: Iterable[Article], readings: Iterable[Reading]) -> frozenset[str]:
    """Return the ids of articles, and of their claims, that were published well before the edition before was made.

    A source that is read for the first time brings its archive along: that is a back-fill, and no news.
    """
    if before.newest is None:
        return frozenset()
    old = {a.id for a in articles if a.published is not None and a.published < before.newest - NEWS}
    return frozenset(old | {claim.id for r in readings if r.article_id in old for claim in r.claims})


def _articles(before: Mapping[str, str], after: Mapping[str, str], late: frozenset[str]) -> Iterable[Change]:
    for id_ in sorted(after.keys() - before.keys()):
        yield Change("new", "article", id_, after[id_], late=id_ in late)
    for id_ in sorted(before.keys() - after.keys()):
        yield Change("withdrawn", "article", id_, before[id_])


def _families(identities: Identities) -> Members:
    members: dict[str, set[str]] = {}
    for claim, family in identities.families:
        members.setdefault(family, set()).add(claim)
    # A claim that nobody repeats is no news as a family.
    return {family: frozenset(claims) for family, claims in members.items() if len(claims) > 1}


def _groups(identities: Identities) -> Members:
    return {group: frozenset(claims) for _, group, _, claims in identities.groups}


def _sets(
    what: str, before: Members, after: Members, labels: Mapping[str, str], late: frozenset[str]
) -> Iterable[Change]:
    home = {claim: id_ for id_, claims in sorted(before.items()) for claim in claims}
    now = {claim: id_ for id_, claims in sorted(after.items()) for claim in claims}
    for id_ in sorted(after):
        label = labels.get(id_, "")
        if id_ not in before:
            parents = sorted({home[claim] for claim in after[id_] if claim in home} & after.keys())
            detail = f"from {', '.join(parents)}" if parents else _claims(len(after[id_]))
            yield Change("split" if parents else "new", what, id_, label, detail, not parents and after[id_] <= late)
            continue
        gained, lost = after[id_] - before[id_], len(before[id_] - after[id_])
        if gained:
            yield Change("grew", what, id_, label, f"+{_claims(len(gained))}", gained - home.keys() <= late)
        if lost:
            yield Change("shrank", what, id_, label, f"-{_claims(lost)}")
    for id_ in sorted(before.keys() - after.keys()):
        heirs = sorted({now[claim] for claim in before[id_] if claim in now})
        detail = f"into {', '.join(heirs)}" if heirs else ""
        yield Change("merged" if heirs else "withdrawn", what, id_, "", detail)


def _claims(number: int) -> str:
    return f"{number} claim{'' if number == 1 else 's'}"


def _moved_groups(before: Identities, after: Identities) -> Iterable[Change]:
    old = {group: label for _, group, label, _ in before.groups}
    for _, group, label, _ in sorted(after.groups):
        if old.get(group, label) != label:
            yield Change("moved", "group", group, label, f"from {old[group]} to {label}")


def _positions(before: Identities, after: Identities, late: frozenset[str]) -> Iterable[Change]:
    """Compare what holders stand for: an answer more that leaves it as it was is no change of the position."""
    old = {id_: (holder, stands, claims) for _, id_, holder, stands, claims in before.positions}
    new = {id_: (holder, stands, claims) for _, id_, holder, stands, claims in after.positions}
    for id_, (holder, stands, claims) in sorted(new.items()):
        if id_ not in old:
            yield Change("new", "position", id_, holder, stands, set(claims) <= late)
        elif stands and old[id_][1] and stands != old[id_][1]:
            fresh = set(claims) - set(old[id_][2])
            detail = f"from {old[id_][1]} to {stands}"
            yield Change("moved", "position", id_, holder, detail, bool(fresh) and fresh <= late)
    for id_ in sorted(old.keys() - new.keys()):
        yield Change("withdrawn", "position", id_, old[id_][0])
