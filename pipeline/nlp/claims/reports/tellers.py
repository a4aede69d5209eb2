"""Who tells in news digests: the subject right before a verb, if it is somebody and heads the sentence."""

from __future__ import annotations

import re

from pipeline.nlp.claims.fusion.sources import speaks
from pipeline.nlp.claims.rules.nouns import Nouns
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import tokenize
from pipeline.records import Passage, Span

HANDLE = r"@[\w.-]{2,40}|(?-i:[A-Z][a-z]+[_-]?[A-Z][a-z]+[_-]?\d{4}(?![\w-]))"
"""A name of a network: with its mark, or of the kind that forums suggest, two words and four figures."""
_HANDLE = re.compile(rf"(?:{HANDLE})\Z")
_ALSO = re.compile(r"\s(?:also|further|then|later)\Z")
_STATE = re.compile(
    r"(?:is|was|remain(?:s|ed)|est|était|reste|ist|war|bleibt|blieb|es|era|sigue|è|resta|rimane|é|continua|blijft|bleef)\b"
)
"""Verbs that call something sure or unsure, of which "it" is an empty subject ("it remains unsure whether P")."""
_AND = re.compile(r"\s(?:and|und|et|y|e|en|и|&)\s")
_MANY = ("most", "few", "many", "some", "all", "more")


def teller(text: str, passage: Passage, at: int, lexicon: Lexicon) -> Span | None:
    """Return who stands right before a verb: a handle, a name that opens the sentence in lower case, somebody."""
    before = text[passage.start : at].rstrip()
    handle = _HANDLE.search(_ALSO.sub("", before))
    if handle is not None:
        return Span(passage.start + handle.start(), passage.start + handle.end())
    tokens = tokenize(text[passage.start : passage.end], passage.start)
    index = next((i for i, t in enumerate(tokens) if t.start >= at), 0)
    if index == 1 and tokens[0].text.islower() and lexicon.code == "en":
        plain = any(lexicon.has(n, tokens[0].norm) for n in ("determiners", "pronouns", "skip", "starters"))
        return None if plain else Span(tokens[0].start, tokens[0].end)
    found = Nouns(tokens, lexicon).left(index) if index else None
    source = Span(tokens[found[0]].start, tokens[found[1] - 1].end) if found else None
    source = _without_aside(text, source, lexicon) if source is not None else None
    if source is None or not _is_somebody(text, source, lexicon) or not _is_head(text, source, passage, lexicon):
        return None
    empty = _STATE.match(text, at) is not None and lexicon.has("impersonal", text[source.start : source.end].lower())
    return None if empty else source


def _without_aside(text: str, source: Span, lexicon: Lexicon) -> Span:
    """Cut off what stands behind a comma, but for a role or a further name: "Voss and Reyes|, in 1995"."""
    comma = text.find(",", source.start, source.end)
    words = [t for t in tokenize(text[comma + 1 : source.end]) if t.is_word] if comma >= 0 else []
    if not words or words[0].is_capital or any(lexicon.has("roles", t.norm) for t in words):
        return source
    return Span(source.start, comma)


def _is_somebody(text: str, source: Span, lexicon: Lexicon) -> bool:
    """Tell whether a subject, or each of two that "and" joins, can speak."""
    words = text[source.start : source.end].lower().split()
    if words[-1] in _MANY or any(lexicon.has(name, words[-1]) for name in ("determiners", "inside", "starters")):
        return False  # "most | detailed maps": no verb follows
    people = any(lexicon.has(name, word) for name in ("roles", "groups", "collectives") for word in words)
    if len(words) > 1 and lexicon.has("anonymous", words[0]) and not people:
        return False  # "many components"
    joined = _AND.split(text[source.start : source.end])
    if len(joined) != 2:
        return speaks(text, source, lexicon)
    first, second = Span(source.start, source.start + len(joined[0])), Span(source.end - len(joined[1]), source.end)
    return speaks(text, first, lexicon) and speaks(text, second, lexicon)


def _is_head(text: str, source: Span, passage: Passage, lexicon: Lexicon) -> bool:
    """Tell whether a subject is that of the main clause: no relative or conjunction stands before it."""
    words = [t for t in tokenize(text[passage.start : source.start], passage.start) if t.is_word]
    return not words or not lexicon.has("breaks", words[-1].norm) or lexicon.has("contrasts", words[-1].norm)
