"""Two who are named together: whether "she" may mean either, and who is "the latter" and "the former".

Of two whom "and" joins, a pronoun of one means whom its gender fits. Where it fits both, or tells of neither, nobody
is guessed: it stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise

from pipeline.nlp.claims.holders.antecedents import near
from pipeline.nlp.claims.holders.joint import joins
from pipeline.nlp.claims.holders.names import Names
from pipeline.nlp.claims.words.forms import expression, forms
from pipeline.records import Entity, Holder, Span

_REACH = 300
"""Characters before a word in which the sentence before it stands."""
_BODIES = ("person", "organisation")
Gender = Callable[[Holder], str | None]


@cache
def _form(kind: str, code: str) -> re.Pattern[str] | None:
    form = forms("paired")[kind].get(code)
    return expression(form) if form is not None else None


def is_ranked(text: str, source: Span, code: str) -> bool:
    """Tell whether somebody is "the latter" or "the former"."""
    return any(_is(kind, text, source, code) for kind in ("latter", "former"))


def ranked(text: str, source: Span, names: Names, code: str) -> Holder | None:
    """Return who "the latter" or "the former" is, by the sentence before.

    The latter is its last one even where it names more or fewer than two, since French and others say so of whom was
    named last.
    """
    found = list({names.holder(e).text: e for e in _before(text, source, names) if e.type in _BODIES}.values())
    if _is("latter", text, source, code):
        return names.holder(found[-1]) if found else None
    return names.holder(found[0]) if len(found) == 2 else None


def one_of_two(text: str, source: Span, found: Holder, names: Names, code: str) -> tuple[Holder, ...]:
    """Return the two people whom the sentence before joins, if the one found is among them; else the one alone."""
    people = [e for e in _before(text, source, names) if e.type == "person"]
    for one, other in pairwise(people):
        if _joined(text, one, other, code):
            pair = names.holder(one), names.holder(other)
            if pair[0].text != pair[1].text and found.text in (pair[0].text, pair[1].text):
                return pair
    return (found,)


def decided(people: tuple[Holder, ...], gender: str, gender_of: Gender) -> Holder | None:
    """Return the one of two whom a pronoun of a gender means; None where it may mean either."""
    known = [gender_of(one) for one in people] if len(people) > 1 else [gender]
    fits = [one for one, its in zip(people, known, strict=True) if its == gender]
    may = [one for one, its in zip(people, known, strict=True) if its in (gender, None)]
    return fits[0] if len(fits) == 1 else may[0] if len(may) == 1 else None


def _is(kind: str, text: str, source: Span, code: str) -> bool:
    form = _form(kind, code)
    return form is not None and form.fullmatch(text, source.start, source.end) is not None


def _before(text: str, source: Span, names: Names) -> list[Entity]:
    """Return those named in the sentence before a word, and before it in its own."""
    named = names.between(max(0, source.start - _REACH), source.start)
    return [e for e in named if near(text, e.start, source)]


def _joined(text: str, one: Entity, other: Entity, code: str) -> bool:
    between, form = text[one.end : other.start], _form("and", code)
    return form.fullmatch(between) is not None if form is not None else joins(between, code)
