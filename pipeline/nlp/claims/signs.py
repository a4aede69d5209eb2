"""Hedges and negations, as the lexicon and the learned reader see them together."""

from __future__ import annotations

from pipeline.nlp.claims.learned import Learned, inside
from pipeline.nlp.claims.lexicon import Lexicon
from pipeline.nlp.claims.marks import Marked
from pipeline.records import Mention, Span

SURE_HEDGE = 0.7
SURE_NEGATION = 0.7
"""Probability from which a hedge or negation counts that the lexicon does not know."""


def hedges_in(text: str, span: Span, lexicon: Lexicon, learned: Learned | None) -> tuple[Mention, ...]:
    """Return the marks of uncertainty that the lexicon knows or the learned reader is sure of."""
    marked = Marked(text, span, lexicon)
    hedges = marked.hedges()
    if learned is None:
        return hedges
    more = [marked.mention(s.start, s.end) for s in inside(learned.hedges, span, SURE_HEDGE)]
    taken = [*(Span(h.start, h.end) for h in hedges), *marked.idle_hedges()]
    new = [m for m in more if not any(m.start < h.end and h.start < m.end for h in taken)]
    return tuple(sorted((*hedges, *new), key=lambda h: h.start))


def negations_in(marked: Marked, learned: Learned | None) -> tuple[Mention, ...]:
    """Return the words that negate: those that the lexicon knows, else those that the learned reader is sure of."""
    found = marked.negations()
    if found or learned is None:
        return found
    idle = marked.idle()
    spans = inside(learned.negations, marked.span, SURE_NEGATION)
    return tuple(
        marked.mention(s.start, s.end) for s in spans if not any(i.start < s.end and s.start < i.end for i in idle)
    )
