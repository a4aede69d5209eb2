"""Commonplaces: "Any sailor will tell you that P", "Many think that P, but Q". The author speaks by way of others.

Whoever one asks will say so, or common sense does: the author says it. What people think, so that the author may
contrast it, stays theirs, but the sentence is the author's. Read in claims alone; "Some say P, but others say Q" are
two reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.forms import before, behind, expression, forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.nlp.claims.words.tokens import tokenize
from pipeline.records import Passage, Span

_PARTS = ("zh", "ja", "ko", "ar")
"""Languages in which "any" may stand apart from what is taken for the speaker."""
_TAIL = 8
"""Most characters of a verb's ending behind its cue."""
_SHORTEST = 4
"""Fewest characters of what is set against what people think."""
_EDGES = " \t\n,，、"
_LAST_VERB = ("de", "nl")
"""Languages in whose dependent clauses the verb stands last."""


@cache
def _pattern(kind: str, code: str) -> re.Pattern[str] | None:
    form = forms("commonplaces")[kind].get(code)
    if form is None:
        return None
    return expression(form if kind == "but" else f"{before(code)}(?:{form}){behind(code) if kind == 'people' else ''}")


def with_commonplaces(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech without what anybody would say, and in which what people think is set into the author's words."""
    starts = [passage.start for passage in passages]
    kept: list[Said] = []
    for said in speech.said:
        home = passage_at(passages, starts, said.frame.start) if passages else None
        lexicon = lexicons.load(home.language) if home is not None else None
        frame = said.frame
        if home is None or lexicon is None or frame.kind != "indirect" or frame.target is not None or frame.cue_negated:
            kept.append(said)
        elif not _is_anybody(text, frame, home, lexicon):
            kept.append(replace(said, frame=_contrasted(text, frame, home, lexicon, speech.said)))
    return Speech(tuple(kept), speech.quotes)


def _is_anybody(text: str, frame: Frame, home: Passage, lexicon: Lexicon) -> bool:
    """Tell whether whoever one asks would say so: "any sailor | will | tell you that P"."""
    pattern, source = _pattern("anybody", lexicon.code), frame.source
    at = frame.cue or source
    if pattern is None or at is None or not home.start <= at.start < home.end:
        return False
    own = source.start if source is not None else home.start
    starts = (own, home.start) if lexicon.code in _PARTS else (own,)
    end = min(home.end, max(at.end, source.end if source is not None else at.end) + _TAIL)
    found = (pattern.match(text, start, end) for start in starts)
    return any(m is not None and m.end() >= at.start for m in found)


def _contrasted(text: str, frame: Frame, home: Passage, lexicon: Lexicon, every: Sequence[Said]) -> Frame:
    """Return "Many think that P, but Q" with P for what they think, in a sentence of the author's."""
    people, source, cue = _pattern("people", lexicon.code), frame.source, frame.cue
    if frame.embedded or people is None or source is None or cue is None:
        return frame
    if people.fullmatch(text, source.start, source.end) is None:
        return frame
    for at, after in _contrasts(text, max(frame.start, cue.start), home, lexicon):
        others = (s.frame for s in every if s.frame is not frame and s.frame.cue is not None)
        if any(o.cue is not None and after <= o.cue.start < home.end for o in others):
            return frame
        if _is_clause(text, Span(frame.start, at), Span(after, home.end), lexicon):
            cut = tuple(Span(c.start, min(c.end, at)) for c in frame.contents if c.start < at)
            return replace(frame, contents=cut, embedded=True) if cut else frame
    return frame


def _contrasts(text: str, start: int, home: Passage, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield where a contrast begins, and where the words behind it do."""
    pattern = _pattern("but", lexicon.code)
    for found in pattern.finditer(text, start, home.end) if pattern is not None else ():
        end = found.end()
        if lexicon.characters or not text[end : end + 1].isalnum():
            yield found.start(), end


def _is_clause(text: str, said: Span, rest: Span, lexicon: Lexicon) -> bool:
    """Tell whether a clause of the author's stands behind a contrast, and no further piece of what people think."""
    if len(text[rest.start : rest.end].strip()) < _SHORTEST:
        return False
    if lexicon.code in _PARTS:
        return True
    words = [t for t in tokenize(text[rest.start : rest.end]) if t.is_word]
    verbs = [any(lexicon.has(name, t.norm) for name in ("finite", "auxiliaries")) for t in words]
    if (
        not words
        or verbs[0]
        or not (any(verbs[1:]) or lexicon.code == "ru")
        or lexicon.has("complementizers", words[0].norm)
    ):
        return False
    if lexicon.code in _LAST_VERB and verbs[-1]:
        return False  # "dass P, aber Q ist": still what they think
    return Marked(text, said, lexicon).negation() is None
