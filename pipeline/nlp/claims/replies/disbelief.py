"""Who does not believe that P: "Voss glaubt nicht, dass P", "does not think that P", "no longer believes that P".

A negated verb of belief says that its subject holds P to be false (Horn 1978, "Remarks on neg-raising"), where a
negated verb of saying tells nothing of P. Verbs and negations are in ``data/disbelief.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.nlp.claims.fusion.sources import says_no
from pipeline.nlp.claims.rules.discourse import Said
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.forms import before, behind, expression, forms
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.records import Passage, Span

_NEAR = 48
"""Characters around a cue within which the verb and what negates it stand."""


@cache
def _negated(code: str) -> re.Pattern[str] | None:
    """Return a verb of belief with what negates it before or behind."""
    data = forms("disbelief")
    verb, front, back = (data[kind].get(code) for kind in ("verbs", "before", "behind"))
    if verb is None:
        return None
    edge = behind(code)
    ways = [rf"(?:{front})\s*{before(code)}(?:{verb}){edge}"] if front is not None else []
    ways += [rf"{before(code)}(?:{verb}){edge}(?:{back})"] if back is not None else []
    return expression("|".join(ways))


def disbelieved(text: str, said: Said, passages: Sequence[Passage], starts: Sequence[int]) -> Said:
    """Return a saying as the denial of what its speaker does not believe."""
    frame = said.frame
    if frame.kind != "indirect" or frame.source is None or frame.cue is None or frame.commitment == "denies":
        return said
    home = passage_at(passages, starts, frame.cue.start)
    lexicon = lexicons.load(home.language)
    found = _words(text, frame.cue, home)
    if found is None or lexicon is None:
        return said
    source = _subject(text, frame.source, found)
    # "kein Experte glaubt nicht": who is negated himself believes nothing
    if says_no(text, source, lexicon):
        return said
    contents = tuple(Span(c.start, min(c.end, found.start())) if _holds(c, found) else c for c in frame.contents)
    denied = replace(frame, source=source, contents=contents, commitment="denies", cue_negated=False)
    return replace(said, frame=denied)


def _words(text: str, cue: Span, home: Passage) -> re.Match[str] | None:
    """Return the negated verb of belief that a cue is, or is a part of."""
    pattern = _negated(home.language)
    if pattern is None:
        return None
    low, high = max(home.start, cue.start - _NEAR), min(home.end, cue.end + _NEAR)
    return next((m for m in pattern.finditer(text, low, high) if m.start() < cue.end and cue.start < m.end()), None)


def _subject(text: str, source: Span, words: re.Match[str]) -> Span:
    """Return who does not believe it, without the negation before the subject: "| لم تعد | مارا فوس | تعتقد"."""
    end = words.end("off") if "off" in words.re.groupindex else -1
    if not source.start <= words.start() <= end < source.end:
        return source
    return Span(end + len(text[end:]) - len(text[end:].lstrip()), source.end)


def _holds(content: Span, words: re.Match[str]) -> bool:
    """Tell whether the verb stands in what is read as its object: "彗星が見えると|信じたことは| ない"."""
    return content.start < words.start() < content.end
