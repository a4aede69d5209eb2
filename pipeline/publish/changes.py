"""What changed since the edition before, in words for readers: the claim that names it, and its holder or side."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from pipeline.publish.positions import holder_name
from pipeline.publish.view import holder_name as speaker
from pipeline.publish.view import place_name
from pipeline.publish.words import UNSIGNED, clipped
from pipeline.records import Change, Claim, Group, Position
from pipeline.wire import EditionIndex

TITLES = {
    ("article", "new"): "New article",
    ("article", "withdrawn"): "Article withdrawn",
    ("family", "new"): "Said more than once now",
    ("family", "grew"): "Said once more",
    ("family", "shrank"): "Said less often",
    ("family", "merged"): "Found to be one claim",
    ("family", "split"): "Told apart from another claim",
    ("group", "new"): "New point{side}",
    ("group", "grew"): "More claims for a point{side}",
    ("group", "shrank"): "Fewer claims for a point{side}",
    ("group", "merged"): "Points made one{side}",
    ("group", "split"): "Point parted from another{side}",
    ("group", "moved"): "Point moved {detail}",
    ("position", "new"): "New position",
    ("position", "moved"): "Changed sides {detail}",
    ("position", "withdrawn"): "Position withdrawn",
}
SIDE_WORDS = {"yes": " for yes", "no": " for no", "mixed": " on both sides"}
ANSWERS = {"yes": " says yes", "no": " says no", "mixed": " says both"}
COUNTED = frozenset({"new", "grew", "shrank"})
"""Kinds of changes of families and groups whose detail is a number of claims."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change; ``detail`` may be empty."""

    change: Change
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The changes that are news, those of answers first. ``late``: texts found long after they were published.

    ``unnamed``: changes of what is no longer in the edition, so that no words can name it.
    """

    fresh: tuple[ChangeView, ...]
    late: int
    unnamed: int


def changes_view(index: EditionIndex) -> ChangesView:
    """Lay out the changes of an edition."""
    names = _Names(index)
    news = [change for change in index.edition.changes if not change.late]
    named = [(change, name) for change in news if (name := names.of(change))]
    views = [ChangeView(change, f"{_title(change, names)}: {name}", _detail(change)) for change, name in named]
    views.sort(key=lambda view: view.change.kind != "moved")
    return ChangesView(tuple(views), len(index.edition.changes) - len(news), len(news) - len(named))


def _title(change: Change, names: _Names) -> str:
    form = TITLES.get((change.what, change.kind), f"{change.what} {change.kind}".capitalize())
    return form.format(side=SIDE_WORDS.get(names.side(change), ""), detail=change.detail)


def _detail(change: Change) -> str:
    return change.detail if change.what in ("family", "group") and change.kind in COUNTED else ""


class _Names:
    """Finds the words that name what changed; nothing where it is gone."""

    def __init__(self, index: EditionIndex) -> None:
        self.index = index
        results = index.edition.analysis.questions
        self.groups: dict[str, Group] = {group.id: group for one in results for group in one.groups}
        self.positions: dict[str, Position] = {position.id: position for one in results for position in one.positions}

    @cached_property
    def families(self) -> dict[str, Claim]:
        """Of each family of claims the one that names it: an original before its echo, the oldest first."""
        members: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.index.claims.values():
            members[self.index.family(claim.id) or ""].append(claim)
        return {family: min(claims, key=self._age) for family, claims in members.items()}

    def _age(self, claim: Claim) -> tuple[bool, str, str, int]:
        article = self.index.articles[claim.article_id]
        published = article.published.isoformat() if article.published else "9999"
        return (self.index.origin(article.id).role != "original", published, article.id, claim.start)

    def of(self, change: Change) -> str:
        """Name what changed."""
        if change.what == "article":
            return self._article(change)
        if change.what == "position":
            return self._position(change)
        return self._words(self._claim(change))

    def side(self, change: Change) -> str:
        """Give the side of a group, or nothing."""
        group = self.groups.get(_lives_on(change)) if change.what == "group" else None
        return group.label if group else ""

    def _claim(self, change: Change) -> Claim | None:
        name = _lives_on(change)
        if change.what == "group":
            return self.index.claims.get(self.groups[name].key_claim_id) if name in self.groups else None
        return self.families.get(name)

    def _article(self, change: Change) -> str:
        article = self.index.articles.get(change.id)
        outlet = place_name(article) if article else ""
        title = clipped(change.label)
        return ", ".join(dict.fromkeys(part for part in (title, outlet) if part))

    def _position(self, change: Change) -> str:
        position = self.positions.get(change.id)
        if position is None:
            return change.label
        claims = [
            self.index.claims[entry.claim_id] for entry in position.entries if entry.claim_id in self.index.claims
        ]
        articles = [self.index.articles[claim.article_id] for claim in claims]
        answers = [entry.claim_id for entry in position.entries if entry.label == position.stands]
        last = next((claim for claim in reversed(claims) if not answers or claim.id in answers), None)
        answer = ANSWERS.get(position.stands or "", "") if change.kind == "new" else ""
        words = f": {_quoted(last)}" if last else ""
        return f"{holder_name(position, articles)}{answer}{words}"

    def _words(self, claim: Claim | None) -> str:
        if claim is None:
            return ""
        article = self.index.articles[claim.article_id]
        name = speaker(claim, article)
        return f"{_quoted(claim)} ({place_name(article) if name == UNSIGNED else name})"


def _quoted(claim: Claim) -> str:
    """Put a claim's words in quotation marks, unless they begin with some."""
    words = clipped(claim.text)
    marked = words.startswith('"') or unicodedata.category(words[:1] or " ") in ("Pi", "Pf", "Ps")
    return words if marked else f"“{words}”"


def _lives_on(change: Change) -> str:
    """Give the id under which what changed can be found now: of what was merged, its first heir."""
    return change.detail.removeprefix("into ").split(", ")[0] if change.kind == "merged" else change.id
