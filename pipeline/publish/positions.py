"""Positions over time as a reader sees them: who, what they answered, when, and what is no change of mind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.publish.view import ClaimView, claim_view, place_name
from pipeline.publish.words import LABEL_WORDS, SHIFT_WORDS, span
from pipeline.records import Article, Position, PositionEntry, Said, Shift
from pipeline.wire import EditionIndex

MOST_ENTRIES = 6
"""Answers that the report shows of one holder, if fewer turned."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """One dated answer of a holder."""

    label: str
    word: str
    turned: bool
    claim: ClaimView
    remark: str = ""
    """When it was said, if not when it was printed; and why an unlike answer is no change of mind."""


@dataclass(frozen=True, slots=True)
class PositionView:
    """A holder's answers over time. ``named``: somebody whom a text names or who signs it, else an outlet."""

    holder: str
    entries: tuple[EntryView, ...]
    named: bool = True

    @property
    def moved(self) -> bool:
        """Whether the holder ever changed sides."""
        return any(entry.turned for entry in self.entries)

    @property
    def telling(self) -> bool:
        """Whether there is anything over time: a change of sides, or answers printed on more than one known day."""
        return self.moved or len({entry.claim.printed.iso for entry in self.entries} - {""}) > 1

    @property
    def shown(self) -> tuple[EntryView, ...]:
        """The entries of the report: the first and the last, each turn with what stood before it, then the others."""
        whole = range(len(self.entries))
        turns = {number for number in whole if self.entries[number].turned}
        weighty = {0, len(self.entries) - 1} | turns | {number - 1 for number in turns if number}
        chosen = sorted(whole, key=lambda number: (number not in weighty, number))[: max(MOST_ENTRIES, len(weighty))]
        return tuple(self.entries[number] for number in sorted(chosen))


def position_view(index: EditionIndex, position: Position) -> PositionView:
    """Lay out one position. Answers whose claim is not in the edition are left out."""
    shifts = {shift.entry: shift for shift in position.shifts}
    entries = [
        EntryView(
            entry.label,
            LABEL_WORDS[entry.label],
            number in position.changes,
            claim_view(index, claim),
            _remark(entry, shifts.get(number)),
        )
        for number, entry in enumerate(position.entries)
        for claim in [index.claims.get(entry.claim_id)]
        if claim is not None
    ]
    articles = [index.articles[entry.claim.article_id] for entry in entries]
    named = any(not entry.claim.by_author or article.byline for entry, article in zip(entries, articles, strict=True))
    return PositionView(holder_name(position, articles), tuple(entries), named)


def holder_name(position: Position, articles: list[Article]) -> str:
    """Name who holds a position; where that is a file of which no more is known, by its title."""
    return next((place_name(one) for one in articles if one.outlet == position.holder), position.holder)


def _remark(entry: PositionEntry, shift: Shift | None) -> str:
    """Give when an older statement was made, or what a difference is that is no change of mind."""
    if shift is None or shift.kind == "reversal":
        return ""
    if shift.kind != "older_report" or entry.said is None:
        return SHIFT_WORDS[shift.kind]
    return _when(entry, entry.said)


def _when(entry: PositionEntry, said: Said) -> str:
    """Say when something was said, as exactly as its sentence does; "last year" in an undated text is no year."""
    if said.first is None or said.last is None:
        return SHIFT_WORDS["older_report"]
    if entry.published is None and not re.search(r"\d{4}", said.text):
        return f"said “{said.text}”"
    return f"said {span(said.first, said.last, entry.date.date() if entry.date else None)}"
