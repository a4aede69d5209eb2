"""Whether a clause tells of a change, so that "to" names where it arrived."""

from __future__ import annotations

from pipeline.nlp.quantities.amount import Source

_REACH = 120
"""Characters before an amount in which the verb of a change is looked for."""


def changes(source: Source, at: int) -> bool:
    """Say whether the words before tell of something that rose, fell or went from one amount to another."""
    from pipeline.nlp.quantities.frames import words

    known = words(source.lex.lang)
    if known is None or "go" not in known.match:
        return False
    start = max(source.flat.rfind(". ", 0, at) + 1, at - _REACH)
    return any(known.match[key].search(source.flat, start, at) for key in ("up", "down", "go"))
