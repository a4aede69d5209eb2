"""Names that are written like a number: 7-Eleven, 20th Century Fox, and 3M where it stands as a name.

Some names are always one (``names`` in ``data/common.yaml``). ``firms`` may be an amount too: they are a name where
they speak ("3M said"), where something is ascribed to them ("laut 3M"), and where they own or do something ("3M's
shares", "3M will close"). What is counted, paid or bounded is an amount: "3M users", "$3M", "more than 3M".
"""

from __future__ import annotations

import re

from pipeline.nlp.quantities.amount import Source
from pipeline.nlp.quantities.bare import leading
from pipeline.nlp.quantities.nouns import counted
from pipeline.nlp.quantities.numerals import Number

_OPENING = re.compile(r"(?:^|[.!?,;:\"“«„(\n–—])\s*(?:(?:la|a|the)\s)?$", re.IGNORECASE)
"""What a clause opens with: there its subject stands. Elsewhere an amount may be meant: a budget of 3M has ..."""


def always(source: Source, at: int) -> int:
    """Return the end of the name at ``at`` that has a number in it and is none, or 0."""
    found = source.lex.names.match(source.text, at)
    return found.end() if found is not None else 0


def scaled(source: Source, number: Number, stop: int) -> bool:
    """Say whether a number and the letter of its scale, which end at ``stop``, are the name of a firm."""
    start = number.start
    if source.text[start:stop] not in source.lex.firms or leading(source, start) is not None:
        return False
    if source.after("speaks", stop) is not None or source.after("firm", stop) is not None:
        return True
    if source.before("firm", start) is not None:
        return not _counts(source, number, stop)
    opens = _OPENING.search(source.text[max(0, start - 12) : start]) is not None
    return opens and source.after("acts", stop) is not None


def _counts(source: Source, number: Number, stop: int) -> bool:
    """Say whether something is counted behind a number, in the languages that tell a noun from a verb there.

    English does by its plurals and German by its capitals; "según 3M anunció" shows neither.
    """
    lex = source.lex
    return lex.lang in ("en", "de") and (
        counted(source.text, source.flat, stop, lex, number.value, scaled=True) is not None
    )
