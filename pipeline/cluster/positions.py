"""Positions over time: what a holder answered to a question, when, and where the answer turned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.cluster.groups import Context
from pipeline.cluster.statements import Statement
from pipeline.records import Origin, Position, PositionEntry

TURN = 0.75
"""Probability from which an answer can show a change of mind: a doubtful reading is no turn."""


def positions(
    statements: Sequence[Statement], question: int, context: Context, origins: Mapping[str, Origin]
) -> tuple[Position, ...]:
    """Give each lasting voice its dated answers, sorted by name.

    ``statements`` come oldest first. The same assertion within one family of articles is one answer: the original's,
    else the earliest print, so that a late translation does not date an answer anew.
    """
    answers: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        stance = statement.stances[question]
        if stance.label in ("yes", "no", "mixed") and context.voices[statement.claim.id].lasting:
            answers[context.voices[statement.claim.id].key].append(statement)
    made = [_position(own, question, context, origins) for own in answers.values()]
    return tuple(sorted(made, key=lambda p: (p.holder.casefold(), p.holder, p.entity_id or "")))


def _position(
    statements: Sequence[Statement], question: int, context: Context, origins: Mapping[str, Origin]
) -> Position:
    kept = _once(statements, question, context, origins)
    voice = min(context.voices[s.claim.id] for s in statements)
    names = [context.voices[s.claim.id].name for s in statements]
    return Position(
        holder=max(sorted(set(names)), key=names.count),
        entity_id=voice.entity_id,
        entries=tuple(PositionEntry(s.when, s.stances[question].label, s.claim.id) for s in kept),
        changes=tuple(_changes(kept, question)),
    )


def _once(
    statements: Iterable[Statement], question: int, context: Context, origins: Mapping[str, Origin]
) -> list[Statement]:
    """Keep one print of each assertion per family of articles and label."""
    prints: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        family = context.families[statement.claim.id]
        label = statement.stances[question].label
        prints[context.origin[statement.article.id], family, label].append(statement)
    best = [min(same, key=lambda s: (origins[s.article.id].role != "original", s.key)) for same in prints.values()]
    return sorted(best, key=lambda s: s.key)


def _changes(kept: Sequence[Statement], question: int) -> list[int]:
    """Return the indexes of the answers that turn a sure yes into a sure no, or back."""
    turns, before = [], None
    for index, statement in enumerate(kept):
        stance = statement.stances[question]
        if stance.label in ("yes", "no") and stance.probability >= TURN:
            if before is not None and stance.label != before:
                turns.append(index)
            before = stance.label
    return turns
