"""What research and trials are said to show: "Early testing shows that P", "The research highlighted P".

The corpora of attribution count no such thing as a speaker; readers of claims do, as of a paper or a report that
finds P. Where the author speaks of trials of their own shortly before, what these show is the author's. Read in claims
alone, at the head of a sentence that nobody else has. The forms stand in ``data/findings.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.pieces import trim
from pipeline.nlp.claims.reports.main_reports import clause_starts
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.rules.located import asserting
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.forms import before, behind, expression, forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.records import Passage, Span

FOUND = "found by research"
"""Rule of the frames made here."""
_NEAR = 500
"""Characters before a sentence in which the author may speak of their own trials."""
_EDGES = " \t\n\u00a0\u3000,，、:：.!?…。"
_SHORTEST = 4
_BARE = re.compile(r"[\w-]+")
"""A noun with no word beside it ("Tests show that P")."""


@cache
def _pattern(kind: str, code: str) -> re.Pattern[str] | None:
    form = forms("findings")[kind].get(code)
    if form is None:
        return None
    return expression(form if kind == "forms" else f"{before(code)}(?:{form}){behind(code)}")


def with_findings(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech with what research and trials are said to show in sentences that nobody else has."""
    taken = asserting(speech.said)
    found: list[Said] = []
    for passage in passages:
        lexicon = lexicons.load(passage.language)
        match = _match(text, passage, lexicon) if lexicon is not None else None
        if lexicon is None or match is None or taken.touching(passage.start, passage.end):
            continue
        own = _pattern("own", lexicon.code)
        if own is None or own.search(text, max(0, passage.start - _NEAR), passage.end) is None:
            found += [Said(frame, passage.paragraph) for frame in _frame(text, passage, match, lexicon)]
    ordered = sorted((*speech.said, *found), key=lambda s: (s.frame.start, -s.frame.contents[-1].end))
    return Speech(tuple(ordered), speech.quotes) if found else speech


def _match(text: str, passage: Passage, lexicon: Lexicon) -> re.Match[str] | None:
    """Return the first form at the head of a sentence; anywhere in it where nothing parts words."""
    pattern = _pattern("forms", lexicon.code)
    if pattern is None or text[passage.start : passage.end].rstrip()[-1:] in "?？؟":
        return None
    if lexicon.characters:
        return pattern.search(text, passage.start, passage.end)
    starts = clause_starts(text, passage, lexicon)
    return next((m for at in starts if (m := pattern.match(text, at, passage.end)) is not None), None)


def _frame(text: str, passage: Passage, match: re.Match[str], lexicon: Lexicon) -> list[Frame]:
    """Return the frame of a match; none where nothing says whose research it is, or too little is left to be shown."""
    groups = match.groupdict()
    start = match.start("what") if groups.get("what") else match.end()
    end = match.start("end") if groups.get("end") else passage.end
    content = trim(text, Span(start, max(start, end)), _EDGES)
    if content.end - content.start < _SHORTEST:
        return []
    who, cue = Span(*match.span("who")), Span(*match.span("cue"))
    if not lexicon.characters and _BARE.fullmatch(text, who.start, who.end) is not None:
        return []
    return [Frame(who, cue, (content,), "indirect", "asserts", FOUND)]
