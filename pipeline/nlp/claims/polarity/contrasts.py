"""What a negation only sets off from what is asserted, and what is put in its place.

"A bend, not a wall" asserts the bend alone, and so does "not for the town but for the crews", where one phrase takes
the place of another. Where a predicate takes the place of one, the sentence denies the first as much as it asserts
the second, so it is negated: "it is not a wall but a bend", "they did not sell it but leased it". The forms are in
``data/contrasts.yaml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipeline.nlp.claims.words.forms import behind, expression, forms
from pipeline.records import Span

if TYPE_CHECKING:
    from pipeline.nlp.claims.polarity.scope import Scope

_PARTICLE = re.compile(r"(?:no|non|não|nao|ni|né|nem|not|nicht|kein\w*|niet|geen|pas|не)\b", re.IGNORECASE)
_AND = frozenset({"and", "und", "en", "y", "e", "ed", "et", "и", "а"})
_SPACE = " \t\n\u00a0"
_WORD = re.compile(r"\s*(\w+)")


@dataclass(frozen=True)
class _Forms:
    """The expressions of one language; None where it has no words of a kind."""

    predicates: re.Pattern[str] | None
    verbal: re.Pattern[str] | None
    adds: re.Pattern[str] | None


@cache
def _forms(code: str) -> _Forms:
    entries = forms("contrasts").get(code, {})

    def of(name: str, start: str = "", edge: str = "") -> re.Pattern[str] | None:
        found = entries.get(name)
        return expression(f"{start}(?:{'|'.join(f'(?:{f})' for f in found)}){edge}") if found else None

    edge = behind(code)
    return _Forms(of("predicates"), of("verbal", r"\s*", edge), of("adds", r"[\s,]*", edge))


def is_tail(scope: Scope, at: Span, number: int) -> bool:
    """Tell whether a negation only sets a part of a sentence off from the rest: "…, not in the harbour"."""
    assert scope.words is not None
    part = scope.parts[number]
    if _PARTICLE.match(scope.piece, at.start) is None or _stands_first(scope, at, number):
        return False
    rest = scope.piece[at.end : part.end]
    if scope.words.bare is not None:
        first = scope.words.bare.match(rest.lstrip())
        if first is not None and not scope.has_verb(at.end, _next_clause(scope, at.end, part.end)):
            return True
    # Where the verb stands second or last, a main clause shows it; Dutch forms are told from nouns in short ones.
    few = {"de": len(rest), "nl": 3}.get(scope.lexicon.code, 0)
    return 0 < len(rest.split()) <= few and not scope.has_verb(at.end, part.end)


def _stands_first(scope: Scope, at: Span, number: int) -> bool:
    """Tell whether a negation is of a clause: behind a full stop, or behind more than a word that joins."""
    assert scope.words is not None
    part = scope.parts[number]
    before = scope.piece[part.start : at.start].strip(_SPACE + "-,")
    joins = scope.words.joins
    joined = re.search(rf"(?<!\w){joins.pattern}$", before, re.IGNORECASE) if joins and before else None
    if before and (joined is None or (joined.start() and joined[0].casefold() not in _AND)):
        return True
    opens = part.start == 0 or scope.piece[: part.start].rstrip()[-1:] in ":：;；.!?。…"
    return opens and (joined is None or joined.start() == 0)


def _next_clause(scope: Scope, start: int, end: int) -> int:
    """Return where the next clause opens, else ``end``."""
    assert scope.words is not None
    patterns = (scope.words.links, scope.words.relatives, scope.words.opens)
    return min((m.start() for p in patterns if p and (m := p.search(scope.piece, start, end))), default=end)


def is_amended(scope: Scope, at: Span, end: int) -> bool:
    """Tell whether words that do nothing else put something in the place of what is negated: "nicht X, sondern Y"."""
    amends = scope.words.amends if scope.words is not None else None
    found = amends.search(scope.piece, at.end, end) if amends is not None else None
    return found is not None and not _is_predicate(scope, at, found.end(), end)


def is_amended_by_phrase(scope: Scope, at: Span, number: int, end: int) -> bool:
    """Tell whether a phrase is put in the place of what is negated: "non come X, ma come Y"."""
    assert scope.words is not None
    weak = scope.words.weak.search(scope.piece, at.end, end) if scope.words.weak else None
    if weak is None or weak.start() > scope.parts[min(number + 1, len(scope.parts) - 1)].end:
        return False
    if _is_predicate(scope, at, weak.end(), end):
        return False
    stop = next(s.end for s in scope.parts if weak.start() < s.end)
    if scope.lexicon.code == "ru":
        first = _WORD.match(scope.piece, weak.end(), stop)
        return not scope.has_verb(weak.end(), stop) or (first is not None and scope.has_verb(*first.span()))
    follows = scope.piece[weak.end() : stop].lstrip()
    if weak.start() < scope.parts[number].end and follows:
        return not scope.has_verb(weak.end(), stop)  # no mark before it: "non schermi ma agenti"
    bare = scope.words.bare.match(follows) if scope.words.bare else None
    return bare is not None and not scope.has_verb(weak.end(), _next_clause(scope, weak.end(), stop))


def _is_predicate(scope: Scope, at: Span, behind: int, end: int) -> bool:
    """Tell whether a negation turns a predicate, in whose place another is put that begins at ``behind``."""
    known = _forms(scope.lexicon.code)
    if known.adds is not None and known.adds.match(scope.piece, behind, end) is not None:
        return False
    said = known.predicates.finditer(scope.piece, 0, end) if known.predicates is not None else ()
    if any(m.start() < at.end and at.start < m.end() for m in said):
        return True
    return _is_verb(scope, at, behind, end)


def _is_verb(scope: Scope, at: Span, behind: int, end: int) -> bool:
    """Tell whether a verb stands at ``behind``, and no form that is negated too: "不用邮票，而是用一种代码"."""
    verbal = _forms(scope.lexicon.code).verbal
    first = verbal.match(scope.piece, behind, end) if verbal is not None else None
    if first is None:
        first = _WORD.match(scope.piece, behind, end)
        if first is None or not scope.has_verb(*first.span()):
            return False
    return first[0].strip() not in scope.piece[at.end : behind]
