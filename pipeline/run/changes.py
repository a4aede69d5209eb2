"""What changed since the edition before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.records import Analysis, Article, Change, StanceLabel

Members = Mapping[str, frozenset[str]]


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
    positions: tuple[tuple[str, str, str], ...] = ()
    """(question id, holder, latest label)."""

    @classmethod
    def of(cls, articles: Iterable[Article], analysis: Analysis) -> Identities:
        """Take the identities out of a new edition's parts."""
        results = analysis.questions
        return cls(
            articles=tuple((article.id, article.title) for article in articles),
            families=analysis.families,
            groups=tuple((r.question.id, g.id, g.label, g.claim_ids) for r in results for g in r.groups),
            origins=tuple((article, origin.family_id) for article, origin in analysis.origins),
            positions=tuple(
                (r.question.id, p.entity_id or p.holder, p.entries[-1].label)
                for r in results
                for p in r.positions
                if p.entries
            ),
        )


def changes(before: Identities, after: Identities) -> tuple[Change, ...]:
    """Return what is new, grew, shrank, merged, split, moved or was withdrawn, in a stable order."""
    return (
        *_articles(dict(before.articles), dict(after.articles)),
        *_sets("family", _families(before), _families(after), {}),
        *_sets("group", _groups(before), _groups(after), {group[1]: group[2] for group in after.groups}),
        *_moved_groups(before, after),
        *_positions(before, after),
    )


def _articles(before: Mapping[str, str], after: Mapping[str, str]) -> Iterable[Change]:
    for id_ in sorted(after.keys() - before.keys()):
        yield Change("new", "article", id_, after[id_])
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


def _sets(what: str, before: Members, after: Members, labels: Mapping[str, str]) -> Iterable[Change]:
    home = {claim: id_ for id_, claims in sorted(before.items()) for claim in claims}
    now = {claim: id_ for id_, claims in sorted(after.items()) for claim in claims}
    for id_ in sorted(after):
        label = labels.get(id_, "")
        if id_ not in before:
            parents = sorted({home[claim] for claim in after[id_] if claim in home} & after.keys())
            detail = f"from {', '.join(parents)}" if parents else _claims(len(after[id_]))
            yield Change("split" if parents else "new", what, id_, label, detail)
            continue
        gained, lost = len(after[id_] - before[id_]), len(before[id_] - after[id_])
        if gained:
            yield Change("grew", what, id_, label, f"+{_claims(gained)}")
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


def _positions(before: Identities, after: Identities) -> Iterable[Change]:
    old: dict[tuple[str, str], str] = {(question, holder): label for question, holder, label in before.positions}
    new: dict[tuple[str, str], str] = {(question, holder): label for question, holder, label in after.positions}
    for key in sorted(new):
        if key not in old:
            yield Change("new", "position", "/".join(key), _label(new[key]))
        elif old[key] != new[key]:
            yield Change("moved", "position", "/".join(key), _label(new[key]), f"from {old[key]} to {new[key]}")
    for key in sorted(old.keys() - new.keys()):
        yield Change("withdrawn", "position", "/".join(key), old[key])


def _label(label: StanceLabel | str) -> str:
    return str(label)
