"""Whether a negation stands in a later one of several main clauses: "the ferry runs, but it does not carry cars".

Such a sentence asserts first of all what its first clause says. The later one weighs more where the first only concedes
("certes P, mais pas Q", "granted, P, but not Q") or is short beside it ("a year went by, and …"), and where what is
negated is said, found or shown ("they looked into it and found that P does not hold"). Where the verb stands last
(Japanese, Korean) the last clause is the main one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.nlp.claims.polarity.scope import Scope
from pipeline.nlp.claims.polarity.scope_words import Words
from pipeline.records import Span

_BREAKS = re.compile(r";|；|(?<=\w\s)(?:[—–]|-{2,3})(?=\s(?!это\b))|(?<=\w)—(?=\w)")
"""Marks that part clauses of one rank."""
_SHORT = 4
"""How many times as long a later clause is that outweighs the first."""
_BARE = 12
"""How many characters a clause before "but" has at least if no verb shows in it."""
_WITHOUT_VERBS = {"zh": 4, "ar": 9, "ru": _BARE}
"""The same where a clause, the later one too, often has no verb that shows."""
_LOOSE = frozenset({"and", "et", "und", "en", "y", "e", "ed", "и", "—", "–", "--", "---"})
"""What joins nouns, or a heading to its text, as well: a verb has to show what it joins."""
_SAYS = re.compile(r"[:：]")
_BETWEEN = re.compile(r"\s*(?:\w+\s+){0,5}")
_LETTERS = re.compile(r"\w")


def by_words(scope: Scope, negations: Sequence[Span]) -> list[bool]:
    """Tell of each negation, by words and marks alone, whether it counts: one that another calls for, with that one."""
    found: list[bool] = []
    for i, at in enumerate(negations):
        called = i > 0 and _is_concord(scope, negations[i - 1], at)
        found.append(found[-1] if called else scope.is_main(at, negations[i + 1 :]))
    return found


def _is_concord(scope: Scope, first: Span, at: Span) -> bool:
    called = scope.words.concord if scope.words is not None else None
    if called is None or called.fullmatch(scope.piece, at.start, at.end) is None:
        return False
    return _BETWEEN.fullmatch(scope.piece, first.end, at.start) is not None


def without_later(scope: Scope, negations: Sequence[Span], main: Sequence[bool], cuts: Sequence[int]) -> list[bool]:
    """Return which negations count: none where all that do stand in one later main clause.

    Args:
        scope: the words.
        negations: where they are negated.
        main: which of these count by themselves.
        cuts: where a parser has the later main clause begin that holds a negation, 0 for none.
    """
    counting = [i for i, counts in enumerate(main) if counts]
    together = len({scope.number(negations[i]) for i in counting}) == 1
    begins = _granted(scope)
    if together and all(_is_later(scope, negations[i], cuts[i], begins) for i in counting):
        return [False] * len(main)
    return list(main)


def _granted(scope: Scope) -> int:
    """Return where the first main clause ends if it only concedes, else 0: what stands behind its "but" decides."""
    words = scope.words
    start = len(scope.piece) - len(scope.piece.lstrip())
    if words is None or words.concedes is None or words.concedes.match(scope.piece, start) is None:
        return 0
    joints = words.coordinates.finditer(scope.piece) if words.coordinates is not None else ()
    return next((m.end() for m in joints if m[0].strip().casefold() not in _LOOSE), len(scope.piece))


def _is_later(scope: Scope, at: Span, cut: int, begins: int) -> bool:
    """Tell whether a negation stands in a later one of the main clauses from ``begins`` on."""
    words = scope.words
    if words is None or words.coordinates is None:
        return False
    if cut > begins and _outweighs(scope, cut, begins):
        return True
    return any(
        _outweighs(scope, joint.start, begins)
        and _follows(scope, words, joint.end, at)
        and _has_clause(scope, joint, begins)
        for pattern in (words.coordinates, _BREAKS)
        for joint in _joints(scope, pattern, at)
        if joint.start >= begins
    )


def _joints(scope: Scope, pattern: re.Pattern[str], at: Span) -> Iterator[Span]:
    """Yield the words or marks before a negation, or with it, that may join its clause to an earlier one."""
    for found in pattern.finditer(scope.piece, 0, at.end):
        if found.start() <= at.start:
            yield Span(*found.span())


def _outweighs(scope: Scope, cut: int, begins: int) -> bool:
    """Tell whether what stands before ``cut`` is asserted for the most part, and not far shorter than the rest."""
    first, later = _letters(scope, begins, cut), _letters(scope, cut, len(scope.piece))
    apart = sum(_letters(scope, s.start, min(s.end, cut)) for s in scope.apart if begins <= s.start < cut)
    return first * _SHORT >= later and apart * 2 < first


def _letters(scope: Scope, start: int, end: int) -> int:
    return len(_LETTERS.findall(scope.piece, start, end))


def _follows(scope: Scope, words: Words, start: int, at: Span) -> bool:
    """Tell whether a clause begins at ``start`` that the negation at ``at`` turns, and not what that clause says."""
    number = scope.number(at)
    if number is None or (words.links is not None and words.links.search(scope.piece, start, at.start)):
        return False
    if _SAYS.search(scope.piece, start, at.start):
        return False
    stands_first = not scope.piece[start : at.start].strip()
    return stands_first or scope.lexicon.code in _WITHOUT_VERBS or scope.has_verb(start, scope.parts[number].end)


def _has_clause(scope: Scope, joint: Span, begins: int) -> bool:
    """Tell whether an asserted clause stands before a joint."""
    word = scope.piece[joint.start : joint.end].strip().casefold()
    least = None if word in _LOOSE else _WITHOUT_VERBS.get(scope.lexicon.code, _BARE)
    before = [n for n, part in enumerate(scope.parts) if begins < part.end and part.start < joint.start]
    if not word:  # nothing but a mark joins: what stands right before it
        before = before[-1:]
    return any(_is_clause(scope, n, joint.start, least) for n in before)


def _is_clause(scope: Scope, number: int, end: int, least: int | None) -> bool:
    """Tell whether a stretch asserts something up to ``end``: by a verb that shows, or ``least`` characters."""
    part = scope.parts[number]
    upto = min(part.end, end)
    if not scope.asserted(number, upto):
        return False
    opened = scope.openings(part, scope.opening(part), upto)
    start = opened[0][1] if opened and opened[0][2] else part.start
    return scope.has_verb(start, upto) or (least is not None and len(scope.piece[start:upto].strip()) >= least)
