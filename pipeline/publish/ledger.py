"""The number ledger as a reader sees it: one measure, who gives which value when, and which do not agree."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.publish.numbers import exact
from pipeline.publish.view import Print, printed
from pipeline.publish.words import UNNAMED, UNSIGNED, direction
from pipeline.records import Article, LedgerEntry, LedgerValue
from pipeline.wire import EditionIndex

KIND_WORDS = {
    "value": "another number",
    "scale": "another scale",
    "unit": "another unit",
    "direction": "the other way",
    "baseline": "compared with something else",
    "hedge": "“about” lost or added",
    "bound": "“at least” or “at most” lost or added",
}


@dataclass(frozen=True, slots=True)
class ValueView:
    """One value: as printed, as read, who says it, where."""

    id: str
    text: str
    exact: str
    holder: str
    printed: Print
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Two values that should be one, and how they differ."""

    kind: str
    word: str
    first: ValueView
    second: ValueView


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry; ``origins``: how many independent origins give it."""

    id: str
    name: str
    values: tuple[ValueView, ...]
    conflicts: tuple[ConflictView, ...]
    origins: int


def entry_views(index: EditionIndex) -> tuple[EntryView, ...]:
    """Give the entries that several sources differ on, or that several independent origins agree on.

    What an origin and its echo give alike is one voice, and no news.
    """
    made = tuple(_entry(index, entry) for entry in index.edition.ledger)
    kept = [view for view in made if view.conflicts or view.origins > 1]
    return tuple(sorted(kept, key=lambda view: (not view.conflicts, -view.origins, -len(view.values), view.id)))


def _entry(index: EditionIndex, entry: LedgerEntry) -> EntryView:
    values = {value.quantity.id: _value(index, value) for value in entry.values}
    conflicts = tuple(
        ConflictView(one.kind, KIND_WORDS[one.kind], values[one.first], values[one.second]) for one in entry.conflicts
    )
    origins = {index.origin(value.article_id).family_id for value in entry.values}
    name = ": ".join(part for part in (entry.subject, entry.measure) if part)
    return EntryView(entry.id, name or entry.values[0].quantity.text, tuple(values.values()), conflicts, len(origins))


def _value(index: EditionIndex, value: LedgerValue) -> ValueView:
    article = index.articles[value.article_id]
    return ValueView(
        id=value.quantity.id,
        text=value.quantity.text,
        exact=exact(value.quantity) or value.quantity.kind,
        holder=_holder(value, article),
        printed=printed(index, article),
        language=value.language,
        direction=direction(value.language),
    )


def _holder(value: LedgerValue, article: Article) -> str:
    if value.holder is not None and value.holder.kind != "author":
        return value.holder.text if any(map(str.isalnum, value.holder.text)) else UNNAMED
    return article.byline or UNSIGNED
