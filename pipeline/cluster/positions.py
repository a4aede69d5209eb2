"""Positions over time: what a holder answered to a question, when, and where they changed their mind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from pipeline.cluster.groups import Context
from pipeline.cluster.identity import keep_ids
from pipeline.cluster.retractions import retraction, told_of
from pipeline.cluster.statements import Statement
from pipeline.cluster.turns import Answer, answer, shifts
from pipeline.cluster.voices import Voice
from pipeline.records import Origin, Position, PositionEntry, content_id


def positions(
    statements: Sequence[Statement],
    question: int,
    context: Context,
    origins: Mapping[str, Origin],
    drifted: frozenset[str] = frozenset(),
    previous: Iterable[tuple[str, tuple[str, ...]]] = (),
) -> tuple[Position, ...]:
    """Give each lasting voice its dated answers, sorted by name.

    ``statements`` come oldest first. The same assertion within one family of articles is one answer: the original's,
    else the earliest print, so that a late translation does not date an answer anew. ``drifted`` holds the claims
    whose words are not those of their original, ``previous`` (position id, claim ids) of the last edition.
    """
    answers: dict[str, list[Statement]] = defaultdict(list)
    held: dict[str, list[Voice]] = defaultdict(list)
    for statement in statements:
        for voice in () if _reprinted(statement, origins) else _lasting(statement, question, context):
            answers[voice.key].append(statement)
            held[voice.key].append(voice)
    kept = {key: _once(own, question, context, origins) for key, own in answers.items()}
    taken_back = _retractions(statements, context, _printed(answers, held))
    asked = statements[0].stances[question].question_id if statements else ""
    names = _names(asked, kept, previous)
    made = [_position(names[key], held[key], kept[key], question, origins, drifted, taken_back) for key in kept]
    return tuple(sorted(made, key=lambda p: (p.holder.casefold(), p.holder, p.entity_id or "")))


def _reprinted(statement: Statement, origins: Mapping[str, Origin]) -> bool:
    """Tell whether it is the author's in another's article that an outlet prints unsigned: no answer of its own."""
    holder, article = statement.claim.holder, statement.article
    own = (holder is None or holder.kind == "author") and not article.byline
    return own and origins[article.id].role in ("copy", "translation")


def _lasting(statement: Statement, question: int, context: Context) -> list[Voice]:
    """Return those who take a side with a statement and can be met again, each once."""
    if statement.stances[question].label not in ("yes", "no", "mixed"):
        return []
    return list({voice.key: voice for voice in context.speakers(statement.claim) if voice.lasting}.values())


def _printed(answers: Mapping[str, Sequence[Statement]], held: Mapping[str, Sequence[Voice]]) -> dict[str, str]:
    """Map the names under which voices are printed to their keys, but for names of two."""
    keys: dict[str, set[str]] = defaultdict(set)
    for key, own in answers.items():
        for name in {voice.name for voice in held[key]}:
            keys[name].add(key)
        for statement in own:
            if statement.claim.holder and statement.claim.holder.kind == "named" and not statement.claim.joint:
                keys[statement.claim.holder.text].add(key)
    return {name: min(own) for name, own in keys.items() if len(own) == 1 and name.strip()}


def _retractions(
    statements: Sequence[Statement], context: Context, printed: Mapping[str, str]
) -> dict[tuple[str, str], str]:
    """Map (voice, article) to words that take an earlier answer back: "I was wrong" is often a sentence of its own.

    An author may tell it of somebody else, by a name of ``printed``: "Voss has changed her mind".
    """
    found: dict[tuple[str, str], str] = {}
    for statement in statements:
        words = retraction(statement)
        for voice in context.speakers(statement.claim) if words else ():
            if voice.lasting:
                found.setdefault((voice.key, statement.article.id), words)
        if not words and (told := told_of(statement, printed)):
            found.setdefault((printed[told[0]], statement.article.id), told[1])
    return found


def _names(
    question: str, kept: Mapping[str, Sequence[Statement]], previous: Iterable[tuple[str, tuple[str, ...]]]
) -> dict[str, str]:
    """Name positions: after question and holder, unless the last edition had most of the answers under another id."""
    prefix, keys = "p1_", sorted(kept)
    members = [[f"{question}/{key}", *(s.claim.id for s in kept[key])] for key in keys]
    old = [(claim, name) for name, claims in previous for claim in claims]
    known = {name for _, name in old}
    own = [(first, name) for first, *_ in members if (name := content_id(prefix, first)) in known]
    return dict(zip(keys, keep_ids(prefix, members, [*old, *own]), strict=True))


def _position(
    name: str,
    held: Sequence[Voice],
    kept: Sequence[Statement],
    question: int,
    origins: Mapping[str, Origin],
    drifted: frozenset[str],
    taken_back: Mapping[tuple[str, str], str],
) -> Position:
    voice, names = min(held), [one.name for one in held]
    back = [taken_back.get((voice.key, s.article.id), "") for s in kept]
    answers = [answer(number, s, question, drifted, back[number]) for number, s in enumerate(kept)]
    found, stands = shifts(answers, origins)
    return Position(
        holder=max(sorted(set(names)), key=names.count),
        entity_id=voice.entity_id,
        entries=tuple(_entry(given) for given in answers),
        changes=tuple(shift.entry for shift in found if shift.kind == "reversal"),
        id=name,
        shifts=found,
        stands=stands,
    )


def _entry(given: Answer) -> PositionEntry:
    statement = given.statement
    return PositionEntry(
        date=statement.when,
        label=given.label,
        claim_id=statement.claim.id,
        said=given.said,
        published=statement.article.published,
        found=statement.article.fetched,
        own_words=given.own,
    )


def _once(
    statements: Iterable[Statement], question: int, context: Context, origins: Mapping[str, Origin]
) -> list[Statement]:
    """Keep one print of each assertion per family of articles and label; renderings add none to what they render."""
    prints: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    given: set[tuple[str, str]] = set()
    for statement in statements:
        family = context.families[statement.claim.id]
        label = statement.stances[question].label
        prints[context.origin[statement.article.id], family, label].append(statement)
        given.add((statement.article.id, label))
    best = [min(same, key=lambda s: (origins[s.article.id].role != "original", s.key)) for same in prints.values()]
    return sorted((s for s in best if not _again(s, question, origins, given)), key=lambda s: s.key)


def _again(
    statement: Statement, question: int, origins: Mapping[str, Origin], given: Collection[tuple[str, str]]
) -> bool:
    """Tell whether a copy or translation gives an answer that the voice gives in what it renders."""
    origin, label = origins[statement.article.id], statement.stances[question].label
    return origin.role in ("copy", "translation") and (origin.of, label) in given
