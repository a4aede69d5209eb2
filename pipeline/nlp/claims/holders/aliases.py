"""Names that people without one go by: "a user under the name of @harbour", "a shop owner called Ines"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.nlp.claims.words.forms import BEFORE, forms
from pipeline.records import Span

_CAPITAL = r"(?-i:[A-ZÀ-ÖØ-Þ\u0410-\u042f])[\w’'-]+"
_NAME = rf"[,\s]*[\"“„«]?(?P<who>@[\w.-]{{2,40}}|\w*[_\d]\w*|{_CAPITAL}(?: {_CAPITAL}){{0,2}})"
_REACH = 60
"""Most characters behind a phrase in which the name stands."""
_GAP = 2
"""Most characters (a comma) between the phrase and what leads to the name."""


@cache
def _pattern(code: str) -> re.Pattern[str] | None:
    form = forms("aliases").get(code)
    if form is None:
        return None
    spaced = form.replace(" ", r"\s+")
    return re.compile(rf"{BEFORE}(?:{spaced})(?!\w){_NAME}", re.IGNORECASE)


def alias(text: str, source: Span, code: str) -> Span | None:
    """Return the name that is said, in or right behind a phrase, to be that of its people."""
    pattern = _pattern(code)
    end = min(len(text), source.end + _REACH)
    found = pattern.search(text, source.start, end) if pattern is not None else None
    if found is None or not source.start < found.start() <= source.end + _GAP:
        return None
    return Span(*found.span("who"))
