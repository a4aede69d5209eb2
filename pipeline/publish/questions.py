"""Each question as a reader sees it: sides, their points, drifted quotes, positions over time."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from statistics import fmean

from pipeline.publish.positions import PositionView, position_view
from pipeline.publish.view import ClaimView, Piece, claim_view
from pipeline.publish.voices import divided, origins_with_side
from pipeline.publish.words import LABEL_WORDS, SIDES, headline, independence, language
from pipeline.records import (
    Difference,
    Drift,
    Group,
    QuestionResult,
    Totals,
    Variant,
    Verdict,
)
from pipeline.wire import EditionIndex

_NOTHING = Totals(0, 0, 0, 0)
UNEVEN = 2
"""Points that one side may have more than the other before the rest of them is laid out by itself."""
_FAITHFUL = ("verbatim", "translation")


@dataclass(frozen=True, slots=True)
class GroupView:
    """Claims of one side that make the same point: the key claim, and the others."""

    id: str
    key: ClaimView
    others: tuple[ClaimView, ...]
    voices: int
    origins: int
    languages: tuple[str, ...]
    leftover: bool = False
    """One statement of one voice, which fits no other group."""

    @property
    def size(self) -> int:
        """Number of claims."""
        return 1 + len(self.others)


@dataclass(frozen=True, slots=True)
class SideView:
    """One answer to the question, and what speaks for it: most origins first, of equals the surer."""

    label: str
    word: str
    totals: Totals
    groups: tuple[GroupView, ...]

    @property
    def shown(self) -> tuple[GroupView, ...]:
        """The points that several make; all groups where there is none."""
        return tuple(group for group in self.groups if not group.leftover) or self.groups

    @property
    def alone(self) -> int:
        """Number of statements that fit none of the points shown."""
        return len(self.groups) - len(self.shown)


@dataclass(frozen=True, slots=True)
class VariantView:
    """One printed form of a statement; ``runs`` of kind ``drift`` are where it differs."""

    claim: ClaimView
    verdict: Verdict
    differences: tuple[Difference, ...]
    runs: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class DriftView:
    """A statement and its printed forms. ``original`` is None when the corpus holds no original."""

    original: ClaimView | None
    statement: str
    runs: tuple[Piece, ...]
    variants: tuple[VariantView, ...]

    @property
    def changed(self) -> tuple[VariantView, ...]:
        """The forms that are neither verbatim nor a faithful translation."""
        return tuple(one for one in self.variants if one.verdict not in _FAITHFUL)


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question with its answer in plain words."""

    id: str
    text: str
    headline: str
    independence: str
    sides: tuple[SideView, ...]
    silent: int
    """Claims on the subject that take no side, or whose side the reader could not tell."""
    positions: tuple[PositionView, ...]
    """Of holders who answered on more than one day, or changed sides."""
    still: int
    """Number of the other holders with a position."""
    drift: tuple[DriftView, ...]
    """Statements whose original was read."""
    orphans: tuple[VariantView, ...]
    """Quotations whose original was not."""

    @property
    def beside(self) -> int:
        """Points that stand side by side: where one side goes on long after the other ends, its rest gets the width."""
        sizes = sorted(len(side.shown) for side in self.sides if side.groups and side.label != "mixed")
        return sizes[0] if len(sizes) == 2 and sizes[1] - sizes[0] > UNEVEN else max(sizes, default=0)


def question_view(index: EditionIndex, result: QuestionResult) -> QuestionView:
    """Lay out one question. Ids that lead nowhere are left out here; ``verify`` names them."""
    totals = {str(label): total for label, total in result.totals}
    sides = [_side(index, result, label, totals.get(label, _NOTHING)) for label in SIDES]
    positions = [position_view(index, position) for position in result.positions]
    telling = [position for position in positions if position.telling]
    drifts = [_drift(index, drift) for drift in result.drift]
    return QuestionView(
        id=result.question.id,
        text=result.question.text,
        headline=headline(totals, divided(index, result)),
        independence=independence(totals, origins_with_side(index, result.question.id)),
        sides=tuple(sorted(sides, key=lambda side: (side.label == "mixed", -side.totals.origins, -side.totals.voices))),
        silent=totals.get("abstain", _NOTHING).claims,
        positions=tuple(sorted(telling, key=lambda one: (not one.moved, not one.named))),
        still=len(positions) - len(telling),
        drift=tuple(sorted((one for one in drifts if one.original), key=lambda one: -len(one.changed))),
        orphans=tuple(variant for one in drifts if not one.original for variant in one.variants),
    )


def _side(index: EditionIndex, result: QuestionResult, label: str, totals: Totals) -> SideView:
    mine = [group for group in result.groups if group.label == label and group.key_claim_id in index.claims]
    sure = {group.id: _sureness(index, result.question.id, group) for group in mine}
    mine.sort(key=lambda one: (one.leftover, -one.origins, -one.voices, -sure[one.id], -len(one.claim_ids), one.id))
    return SideView(label, LABEL_WORDS[label], totals, tuple(_group(index, group) for group in mine))


def _sureness(index: EditionIndex, question: str, group: Group) -> float:
    """Give the mean probability with which the claims of a group were given its side."""
    found = [
        stance.probability
        for name in group.claim_ids
        for stance in index.stances(name)
        if stance.question_id == question and stance.label == group.label
    ]
    return round(fmean(found), 4) if found else 0.0


def _group(index: EditionIndex, group: Group) -> GroupView:
    others = (name for name in group.claim_ids if name != group.key_claim_id and name in index.claims)
    views = sorted((claim_view(index, index.claims[name]) for name in others), key=_by_date)
    key = claim_view(index, index.claims[group.key_claim_id])
    return GroupView(group.id, key, tuple(views), group.voices, group.origins, group.languages, group.leftover)


def _by_date(claim: ClaimView) -> tuple[str, str]:
    return (claim.printed.iso or "9999", claim.id)


def _drift(index: EditionIndex, drift: Drift) -> DriftView:
    source = index.claims.get(drift.original_claim_id or "")
    original = claim_view(index, source) if source else None
    tongue = source.language if source else ""
    variants = [_variant(index, drift, one, tongue) for one in drift.variants if one.claim_id in index.claims]
    known = [words for one in drift.variants for change in one.differences if (words := change.original)]
    return DriftView(original, drift.statement, marked(drift.statement, known), tuple(variants))


def _variant(index: EditionIndex, drift: Drift, variant: Variant, tongue: str) -> VariantView:
    claim = claim_view(index, index.claims[variant.claim_id])
    if claim.language == tongue and variant.verdict != "verbatim":
        runs = compared(drift.statement, variant.text)
    else:
        runs = marked(variant.text, [words for one in variant.differences if (words := one.variant)])
    return VariantView(claim, variant.verdict, variant.differences, runs)


def language_pair(drift: DriftView, variant: VariantView) -> str:
    """Name the two languages when they differ: ``English to French``."""
    if drift.original is None or drift.original.language == variant.claim.language:
        return ""
    return f"{language(drift.original.language)} to {language(variant.claim.language)}"


def marked(text: str, words: list[str]) -> tuple[Piece, ...]:
    """Cut a text at the given words, which get the kind ``drift``; longer ones first, whatever their case."""
    known = sorted({word for word in words if word.strip()}, key=lambda word: (-len(word), word))
    if not known:
        return (Piece(text, ""),)
    parts = re.split("(" + "|".join(re.escape(word) for word in known) + ")", text, flags=re.IGNORECASE)
    return tuple(Piece(part, "drift" if number % 2 else "") for number, part in enumerate(parts) if part)


def compared(original: str, variant: str) -> tuple[Piece, ...]:
    """Cut a variant into runs that the original has and runs (kind ``drift``) that it has not, word by word."""
    old, new = _tokens(original), _tokens(variant)
    matcher = difflib.SequenceMatcher(None, [word.casefold() for word in old], [word.casefold() for word in new], False)
    runs = [
        Piece("".join(new[first:last]), "" if kind == "equal" else "drift")
        for kind, _, _, first, last in matcher.get_opcodes()
    ]
    return tuple(run for run in runs if run.text)


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+|\s+|[^\w\s]", text)
