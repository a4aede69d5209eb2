"""Bodies that are meant without their name: "the company", "the team"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.nlp.claims.holders.antecedents import REACH, Candidate, near, opens
from pipeline.nlp.claims.holders.names import Names
from pipeline.nlp.claims.words.forms import expression, forms
from pipeline.records import Holder, Span


@cache
def _company(code: str) -> re.Pattern[str] | None:
    form = forms("antecedents")["company"].get(code)
    return expression(form) if form is not None else None


def is_company(phrase: str, code: str) -> bool:
    """Tell whether a phrase means a body that was named before, in a language in which no article shows it."""
    form = _company(code)
    return form is not None and form.fullmatch(phrase) is not None


def leading_body(text: str, source: Span, spoken: Sequence[Candidate], names: Names) -> Holder | None:
    """Return the body that is the subject of the sentence before ``source``, or of what precedes it in its own."""
    for candidate in reversed(spoken):
        if candidate.person is False and candidate.holder.kind == "named" and near(text, candidate.at, source):
            return candidate.holder
    before = names.between(max(0, source.start - REACH), source.start)
    leads = (e for e in reversed(before) if e.type != "person" and opens(text, e.start) and near(text, e.end, source))
    entity = next(leads, None)
    return names.holder(entity) if entity else None
