"""Participles behind a clause, by which nobody says it: "The crane got slower, suggesting that the yard saved on it".

What a thing suggests is the author's conclusion; whom something makes say a thing ("…, prompting critics to say that
P") say it in an aside; and who owns what is cited ("…, citing Quillon's strong growth") says nothing. Read in claims
alone, before the reports that a sentence opens with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.forms import BEHIND, expression, forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.records import Passage, Span

_OWNS = re.compile(r"['’]s?(?=\s)")
_CITES = ("citing", "citing the")
_ACCOUNT = re.compile(r"\s*(?P<who>[a-z]{2,}[\d_]\w*|[A-Za-z]+_\w+|[A-Z][a-z]+[A-Z]?[a-z]*\d{3,})(?= [a-z]+s )")
"""A name that somebody has on a site and no thing has: with a line in it, a number, in small letters a figure."""
_NOUN = re.compile(r"[^,.;:]*")
_MAIN = 12
"""Fewest characters of the clause before such a phrase."""


@cache
def _pattern(kind: str, code: str) -> re.Pattern[str] | None:
    form = forms("participles")[kind].get(code)
    if form is None:
        return None
    if kind == "leads":
        return expression(rf",\s*{form}\Z")
    return expression(rf"{form}\s*\Z" if kind == "causes" else f"{form}{BEHIND}")


def without_participles(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech without what things suggest and owners do not say, and with asides marked as such."""
    starts = [passage.start for passage in passages]
    kept: list[Said] = []
    for said in speech.said:
        frame = said.frame
        if frame.kind != "indirect" or frame.cue is None:
            kept.append(said)
            continue
        home = passage_at(passages, starts, frame.cue.start)
        lexicon = lexicons.load(home.language)
        frame = _of_account(text, frame, home)
        if lexicon is None or not (_hangs(text, frame, home, lexicon) or _is_owned(text, frame, home)):
            kept.append(replace(said, frame=_caused(text, frame, home)))
    return Speech(tuple(kept), speech.quotes)


def opens_caused(text: str, low: int, first: int, code: str) -> int | None:
    """Return where the phrase opens that leads to somebody whom something makes speak; None without one."""
    causes, moves = _pattern("causes", code), _pattern("moves", code)
    found = causes.search(text, low, first) if causes is not None else None
    if found is None and moves is not None:
        found = next((m for m in moves.finditer(text, low) if m.start("who") == first), None)
    return found.start() if found is not None else None


def _of_account(text: str, frame: Frame, home: Passage) -> Frame:
    """Give a participle without a subject to the account that opens its sentence: "voss_7 likes it, suggesting P"."""
    account = _ACCOUNT.match(text, home.start, home.end) if frame.source is None and home.language == "en" else None
    if account is None or frame.cue is None or frame.cue.start <= account.end():
        return frame
    return replace(frame, source=Span(*account.span("who")))


def _hangs(text: str, frame: Frame, home: Passage, lexicon: Lexicon) -> bool:
    """Tell whether a participle behind a comma has no subject that can speak."""
    gerund, leads = lexicon.patterns["gerund"], _pattern("leads", home.language)
    if frame.source is not None or frame.cue is None or gerund is None or leads is None:
        return False
    participle = gerund.fullmatch(text, frame.cue.start, frame.cue.end) is not None
    return participle and leads.search(text[home.start + _MAIN : frame.cue.start]) is not None


def _is_owned(text: str, frame: Frame, home: Passage) -> bool:
    """Tell whether a source only owns what is cited, which is nothing that anybody says."""
    said = _pattern("said", home.language)
    if said is None or frame.source is None or frame.cue is None or frame.source.start < frame.cue.end:
        return False
    owns = _OWNS.match(text, frame.source.end) or _OWNS.match(text, max(frame.source.start, frame.source.end - 2))
    if owns is None or text[frame.cue.start : frame.cue.end].lower() not in _CITES:
        return False
    noun = _NOUN.match(text, owns.end(), home.end)
    return noun is None or said.search(noun[0]) is None


def _caused(text: str, frame: Frame, home: Passage) -> Frame:
    """Return a frame embedded in the author's sentence, if something makes its speaker say so."""
    if frame.source is None or frame.cue is None or frame.embedded:
        return frame
    causes, moves = _pattern("causes", home.language), _pattern("moves", home.language)
    low = min(home.start + _MAIN, frame.source.start)
    if causes is not None and causes.search(text[low : frame.source.start]) is not None:
        return replace(frame, embedded=True)
    found = moves.search(text, low, home.end) if moves is not None else None
    if found is None or not found.start() <= frame.source.start < found.end():
        return frame
    return replace(frame, source=Span(*found.span("who")), embedded=True)
