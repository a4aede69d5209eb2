"""Sources whose noun was cut off: the learned reader marks word by word, and may stop at the article ("The | crew").

What is left of such a source is mended from the noun phrases beside its cue, or from the one that it opens.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.nlp.claims.rules.edges import Range
from pipeline.nlp.claims.rules.nouns import Nouns
from pipeline.nlp.claims.rules.speakers import is_empty
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import Token, tokenize
from pipeline.records import Passage, Span

_PEOPLE = ("roles", "groups", "collectives")
_ALONE = ("anonymous", "pronouns", "impersonal", "first_person", "negations")
"""Lists of determiners that may be a subject by themselves: "one noted", "some say"."""
_REACH = 6
"""Most words from an article to its noun."""


def from_article(text: str, span: Span, cue: Span | None, passage: Passage, lexicon: Lexicon) -> Span:
    """Return the noun phrase that an article opens; the span itself where it is more, or stands before its verb."""
    words = [t for t in tokenize(text[span.start : span.end], span.start) if t.is_word]
    if len(words) != 1 or not lexicon.has("determiners", words[0].norm):
        return span
    tokens = tokenize(text[passage.start : passage.end], passage.start)
    first = next((i for i, t in enumerate(tokens) if t.start == words[0].start), None)
    last = cue.start if cue is not None and cue.start > span.start else passage.end
    if first is None:
        return span
    people = _people(tokens, first, last, lexicon)
    if people is not None:
        return Span(span.start, people)
    if any(lexicon.has(name, words[0].norm) for name in _ALONE):
        return span
    return _phrase(tokens, first, last, lexicon) or span


def _people(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> int | None:
    """Return where the noun of people ends that an article leads to, its verb or a mark behind it."""
    for at in range(first + 1, min(first + _REACH, len(tokens))):
        token = tokens[at]
        if token.start >= last or not token.is_word or lexicon.has("finite", token.norm):
            return None
        follows = tokens[at + 1] if at + 1 < len(tokens) else None
        goes_on = follows is not None and follows.is_word and lexicon.has("inside", follows.norm)
        joined = follows is not None and (follows.is_capital or follows.text in "-–'’")
        if any(lexicon.has(name, token.norm) for name in _PEOPLE) and not (goes_on or joined):
            return token.end
    return None


def _phrase(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> Span | None:
    """Return the noun phrase before a cue if it begins at the article, or else what the article opens."""
    nouns = Nouns(tokens, lexicon)
    cue = next((i for i, t in enumerate(tokens) if t.start >= last), len(tokens))
    for found in (nouns.left(cue) if cue < len(tokens) else None, nouns.right(first)):
        if found is not None and found[0] == first and found[1] > first + 1 and tokens[found[1] - 1].start < last:
            return Span(tokens[first].start, tokens[found[1] - 1].end)
    return None


def beside(text: str, span: Span, cue: Span | None, passage: Passage, lexicon: Lexicon) -> Span | None:
    """Return the noun phrase around or behind the words of ``span``, as far as it reaches towards the cue."""
    tokens = tokenize(text[passage.start : passage.end], passage.start)
    nouns = Nouns(tokens, lexicon)
    inside = [i for i, t in enumerate(tokens) if span.start <= t.start < span.end]
    found: list[Range | None] = []
    if cue is not None:
        at = [i for i, t in enumerate(tokens) if cue.start <= t.start < cue.end]
        found = [nouns.left(at[0]), nouns.right(at[-1] + 1)] if at else []
    if inside:
        found.append(nouns.right(inside[0]))
    for reach in found:
        if reach and inside and reach[0] <= inside[-1] + 1 and inside[0] < reach[1]:
            whole = Span(tokens[reach[0]].start, tokens[reach[1] - 1].end)
            words = [t for t in tokens[reach[0] : reach[1]] if t.is_word]
            if words and not is_empty(words, lexicon):
                return whole
    return None
