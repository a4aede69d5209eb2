"""Sentences that say where they stand written: "P, as detailed in X's report", "As X's paper explains it, P".

The phrase is no clause with a subject, so that readers of clauses miss it or take a part of the sentence for what is
said; all of it is. So is what stands between marks beside such a phrase with a verb of reading ("« P », peut-on lire
dans la lettre"). Read in claims alone. The forms stand in ``data/documented.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.fusion.pairing import touch
from pipeline.nlp.claims.pieces import trim
from pipeline.nlp.claims.rules.clauses import ATTITUDE
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.rules.located import Located
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.documents import document_at
from pipeline.nlp.claims.words.forms import expression, forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.records import Passage, Span

DOCUMENTED = "as written in a text"
"""Rule of the frames made here."""
_EDGES = " \t\n\u00a0\u3000,，、،;:.!?…。"
_REST = re.compile(r"[^\w(]*(?:\([^()]*\)\W*)?")
"""What may follow such a phrase at the end of its sentence: marks, an address in brackets."""
_MARKS = "«„“\"'"
_MARKS_BEHIND = _EDGES + '»”“"'
_SHORTEST = 4
_OWNED = re.compile(r"(?:the\s+)?(?P<who>(?-i:[A-Z@])[^'’]{1,40})['’]s?\s")
"""A text with the name of whose it is before it: "Quillon's report"."""
_MORE_SAID = re.compile(r"[;؛；]|[.!?]\s")


@cache
def _form(kind: str, code: str) -> re.Pattern[str] | None:
    form = forms("documented")[kind].get(code)
    return expression(form) if form else None


def with_documented(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech in which such sentences are held by the text that they name, unless somebody else says them."""
    every = Located(speech.said)
    found: list[Said] = []
    same: set[int] = set()
    for passage in passages:
        lexicon = lexicons.load(passage.language)
        frame = _documented(text, passage, lexicon) if lexicon is not None else None
        if frame is None:
            continue
        here = every.touching(passage.start, passage.end)
        own = {id(s) for s in here if _is_same(s.frame, frame)}
        if all(id(s) in own or s.frame.embedded or s.frame.rule == ATTITUDE for s in here):
            found.append(Said(frame, passage.paragraph))
            same |= own
    kept = [s for s in speech.said if id(s) not in same]
    ordered = sorted((*kept, *found), key=lambda s: (s.frame.start, -s.frame.contents[-1].end))
    return Speech(tuple(ordered), speech.quotes) if found else speech


def _documented(text: str, passage: Passage, lexicon: Lexicon) -> Frame | None:
    for read, match in _phrases(text, passage, lexicon.code):
        name = "who" if match["who"] is not None else "who2"
        who = Span(*match.span(name))
        content = _content(text, passage, match)
        if content is not None and _is_text(text, who, lexicon, read=read):
            cue = _cue(text, match, who, read=read)
            return Frame(_owner(text, who), cue, (content,), "indirect", "reports", DOCUMENTED)
    return None


def _cue(text: str, match: re.Match[str], who: Span, *, read: bool) -> Span:
    """Return the words of a phrase before its text or, without any or where they are read, those behind it."""
    before, after = (trim(text, side, _EDGES) for side in (Span(match.start(), who.start), Span(who.end, match.end())))
    return after if before.end == before.start or (read and after.end > after.start) else before


def _phrases(text: str, passage: Passage, code: str) -> Iterator[tuple[bool, re.Match[str]]]:
    """Yield (whether it says that words are read, phrase): anywhere, behind words between marks, before a colon."""
    for kind in ("forms", "behind", "before"):
        pattern = _form(kind, code)
        for match in pattern.finditer(text, passage.start, passage.end) if pattern is not None else ():
            yield kind != "forms", match


def _content(text: str, passage: Passage, match: re.Match[str]) -> Span | None:
    """Return the sentence without the phrase, which opens or ends it."""
    before = trim(text, Span(passage.start, match.start()), _EDGES)
    if before.end - before.start < _SHORTEST:
        held = trim(text, Span(match.end(), passage.end), _EDGES)
    else:
        marked = text[match.start()] in ",，、،" or text[before.end : match.start()].strip(" \n") != ""
        rest = _REST.fullmatch(text, match.end(), passage.end)
        held = before if marked and rest is not None else Span(0, 0)
    more = _MORE_SAID.search(text, held.start, len(text[: held.end].rstrip(_MARKS_BEHIND)))
    said = held.end - held.start >= _SHORTEST and more is None
    return held if said else None


def _owner(text: str, who: Span) -> Span:
    """Return whose text it is, where a name says so; else the text."""
    owned = _OWNED.match(text, who.start, who.end)
    return Span(*owned.span("who")) if owned is not None else who


def _is_text(text: str, who: Span, lexicon: Lexicon, *, read: bool) -> bool:
    """Tell whether a phrase names somebody, or a text of somebody else than the author; words are read in any."""
    own, texts = _form("own", lexicon.code), _form("texts", lexicon.code)
    if own is not None and own.match(text, who.start, who.end) is not None:
        return False
    if (
        read
        or lexicon.characters
        or lexicon.code == "ar"
        or document_at(text, who.start, who.end, lexicon.code) is not None
    ):
        return True
    if texts is not None and texts.fullmatch(text, who.start, who.end) is not None:
        return True
    return lexicon.code != "de" and any(word.lstrip(_MARKS)[:1].isupper() for word in text[who.start : who.end].split())


def _is_same(frame: Frame, own: Frame) -> bool:
    """Tell whether a frame is another reading of the phrase: it names the same text, or has its words for the verb."""
    marks = [s for s in (frame.source, frame.cue) if s is not None]
    return any(touch(a, b) for a in marks for b in (own.source, own.cue) if b is not None)
