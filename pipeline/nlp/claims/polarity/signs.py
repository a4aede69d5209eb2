"""Hedges and negations, as the lexicon and the learned reader see them together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.learned import Learned, inside
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.polarity.scope_words import opens_relative
from pipeline.nlp.claims.words.forms import forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import Hit, fold
from pipeline.records import Mention, Span

SURE_HEDGE = 0.7
SURE_NEGATION = 0.7
"""Probability from which a hedge or negation counts that the lexicon does not know."""

_MARKS = re.compile(r"[,;:，、；：،؛—–()（）]")
CONTRASTS = frozenset({
    "while", "whereas", "während", "zwar", "alors que", "mientras que", "mentre", "pur", "enquanto", "terwijl", "al",
    "пусть", "тогда как",
})  # fmt: skip
"""Words that concede and also only set two things side by side, of which both are asserted."""


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


def hedges_of(
    text: str, span: Span, content: Sequence[Span], frames: Sequence[Frame], near: Sequence[Frame], lexicon: Lexicon,
    learned: Learned | None,
) -> tuple[Mention, ...]:  # fmt: skip
    """Return the marks of uncertainty in ``span`` that make a claim doubtful.

    What somebody else says, a relative or conceding clause beside what is said ("Voss, who might leave, says"), and
    what is conceded beside an assertion ("even if it might be late, the ferry runs") is doubtful for itself alone.

    Args:
        text: the text.
        span: the claim.
        content: its asserted words.
        frames: who says them, outermost first.
        near: every saying of the sentence.
        lexicon: its language.
        learned: what the learned reader found.
    """
    said = (*content, *(c for frame in frames for c in frame.contents))
    others = [c for frame in near if frame not in frames for c in frame.contents]
    found = hedges_in(text, span, lexicon, learned)
    if not frames:
        found = tuple(h for h in found if not _is_granted(text, span, h, lexicon))
    elif frames[-1].source is not None and not frames[-1].first_person:
        found = tuple(h for h in found if not _is_cue(text, h, frames[-1], lexicon))
    return tuple(
        h
        for h in found
        if any(_touch(h, c) for c in said)
        or not (any(_touch(h, c) for c in others) or (frames and _is_aside(text, span, h, lexicon)))
    )


@cache
def _cues(code: str) -> re.Pattern[str] | None:
    found = forms("hedged").get(code, {}).get("cue")
    return re.compile("|".join(found)) if found else None


def _is_cue(text: str, hedge: Mention, frame: Frame, lexicon: Lexicon) -> bool:
    """Tell whether a mark of what the writer thinks is but the word by which somebody else thinks so."""
    pattern = _cues(lexicon.code)
    if pattern is None or any(_touch(hedge, c) for c in frame.contents if hedge.end <= c.end):
        return False
    return pattern.search(text, hedge.start, hedge.end) is not None


def _is_aside(text: str, span: Span, hedge: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a hedge stands in a clause that a relative word, or one that concedes, opens."""
    start = _clause(text, span, hedge)
    if _concession(text, start, hedge, lexicon) is not None:
        return True
    return bool(_MARKS.search(text, span.start, start)) and opens_relative(text, start, lexicon)


def _is_granted(text: str, span: Span, hedge: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a hedge stands in a clause that concedes, beside another one: no mere contrast ("while")."""
    start = _clause(text, span, hedge)
    word = _concession(text, start, hedge, lexicon)
    if word is None or fold(text[word.start : word.end]) in CONTRASTS:
        return False
    behind = _MARKS.search(text, hedge.end, span.end)
    return any(c.isalnum() for c in text[span.start : start]) or behind is not None


def _clause(text: str, span: Span, hedge: Mention) -> int:
    """Return where the stretch between marks begins in which a hedge stands."""
    opens = [m.end() for m in _MARKS.finditer(text, span.start, hedge.start)]
    start = opens[-1] if opens else span.start
    while start < hedge.start and not text[start].isalnum():
        start += 1
    return start


def _concession(text: str, start: int, hedge: Mention, lexicon: Lexicon) -> Hit | None:
    """Return the word that opens a stretch as one that concedes."""
    conceded = Marked(text, Span(start, hedge.end), lexicon).of("concessions")
    return next((h for h in conceded if h.start == start), None)


def _touch(one: Span | Mention, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


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
