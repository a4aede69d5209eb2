"""Reports in relative clauses: "The yard sells a crane that it says is the fastest" asserts that the yard sells it.

The report is the yard's, the sentence is the author's; so it is with "a crane which, according to Voss, is fast", and
with "The yard hired Voss, who says that P". A sentence that only names what its relative clause tells of ("It is a
problem that Voss says will grow") says no more than the report. Read in claims alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from pipeline.nlp.claims.frames import Frame, label_of
from pipeline.nlp.claims.pieces import trim
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.forms import BEFORE, BEHIND, expression, forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import tokenize
from pipeline.records import Passage, Span

_MAIN = 3
"""Fewest words of a main clause."""
_FRONT = 24
"""Most characters of a relative with its preposition, and of what stands before "according to"."""
_AFTER = 70
"""Most characters from whoever speaks to the verb in a relative clause that tells of them."""
_WITH = re.compile(r"\b(?:con|com|met|with)\s+\Z", re.IGNORECASE)
_MARKS = " \t\n*_#-•"
_STOP = re.compile(r"[.;:!?]")
_WORD = re.compile(r"\w+")
_HEADING = re.compile(r"[:：][*_]*\s")
_CUES = ("verbs", "weak", "about", "nouns")


@cache
def _pattern(kind: str, code: str) -> re.Pattern[str] | None:
    form = forms("relatives")[kind].get(code)
    if form is None:
        return None
    if kind in ("is", "subject", "exists"):
        return expression(f"{BEFORE}(?:{form}){BEHIND}" + (r"[^.;:,]{0,30}\Z" if kind == "subject" else ""))
    return expression(rf"(?:{BEFORE}|(?=,))(?:{form})[\s,]*\Z")


def with_relative(text: str, frame: Frame, home: Passage) -> Frame:
    """Return a frame embedded in the author's sentence, if it stands in a relative clause behind a main clause."""
    lexicon = lexicons.load(home.language)
    if lexicon is None or frame.source is None or frame.cue is None or frame.kind != "indirect":
        return frame
    first = min(frame.source.start, frame.cue.start)
    if not home.start <= first < home.end:
        return frame
    prepositional = any(label_of(hit, "prepositions") for hit in Marked(text, frame.cue, lexicon).hits)
    if prepositional:
        return _inserted(text, frame, first, home, lexicon)
    at = _relative(text, frame, home, lexicon) or _subject(text, frame, home, lexicon)
    aside = at is not None and _is_main(text, home, at, lexicon)
    return replace(frame, embedded=True) if aside or _is_fronted(text, frame, home, lexicon) else frame


def opens_relative(text: str, low: int, first: int, code: str) -> int:
    """Return where the relative stands right before a place, or that place."""
    for kind in ("gap", "apart"):
        pattern = _pattern(kind, code)
        found = pattern.search(text, low, first) if pattern is not None else None
        if found is not None:
            return found.start()
    return first


def named_behind(text: str, frame: Frame, code: str) -> Frame:
    """Return "There are | experts who say that P" with the experts for who says so."""
    there, at = _pattern("exists", code), subject_relative(text, frame, code, wide=True)
    found = there.match(text, frame.source.start) if there is not None and frame.source is not None else None
    if found is None or at is None or not found.end() < at <= found.end() + _AFTER:
        return frame
    who = trim(text, Span(found.end(), at), " ,\n\u00a0")
    return replace(frame, source=who) if who.end > who.start else frame


def _is_fronted(text: str, frame: Frame, home: Passage, lexicon: Lexicon) -> bool:
    """Tell whether a clause goes on behind what is said: "Voss, who says that P, | left the port"."""
    assert frame.source is not None
    if subject_relative(text, frame, lexicon.code) is None or text[home.start : frame.source.start].strip(_MARKS):
        return False
    end = frame.contents[-1].end
    rest = [t for t in tokenize(text[end : home.end]) if t.is_word]
    if "," not in text[end - 1 : end + 2] or len(rest) < _MAIN:
        return False
    return not any(lexicon.has(n, rest[0].norm) for n in ("contrasts", "complementizers", "relatives", "breaks"))


def subject_relative(text: str, frame: Frame, code: str, *, wide: bool = False) -> int | None:
    """Return where a relative stands between whoever speaks and the verb: "Voss, | who says that P".

    ``wide``: the relative itself may have been taken for a part of whoever speaks.
    """
    source, cue, pattern = frame.source, frame.cue, _pattern("subject", code)
    if pattern is None or source is None or cue is None or not source.end < cue.start < frame.start:
        return None
    if _WITH.search(text[max(0, source.start - 8) : source.start]) is not None:
        return None  # "con Voss che dice che P": no relative of the clause before it
    start = source.start if wide else source.end
    found = pattern.search(text, start, cue.start) if cue.start - start <= _AFTER else None
    return found.start() if found is not None and not _STOP.search(text, start, found.start()) else None


def _relative(text: str, frame: Frame, home: Passage, lexicon: Lexicon) -> int | None:
    """Return where a relative opens the clause of a report: "that | it says | is", "dont | Voss dit | que"."""
    assert frame.source is not None
    assert frame.cue is not None
    source, cue = frame.source, frame.cue
    if not source.end <= cue.start < frame.start or "," in text[source.end : frame.start].rstrip(" ,"):
        return None
    low = max(home.start, source.start - _FRONT)
    gap, apart = _pattern("gap", lexicon.code), _pattern("apart", lexicon.code)
    found = apart.search(text, low, source.start) if apart is not None else None
    if found is None and gap is not None and _lacks_subject(text, frame, lexicon):
        found = gap.search(text, low, source.start)
    return found.start() if found is not None else None


def _subject(text: str, frame: Frame, home: Passage, lexicon: Lexicon) -> int | None:
    """Return where a relative for whoever speaks opens a clause behind another: "The port hired Voss, | who says"."""
    at = subject_relative(text, frame, lexicon.code)
    if at is None or frame.source is None:
        return None
    return at if len(_WORD.findall(text, home.start, frame.source.start)) >= _MAIN else None


def _lacks_subject(text: str, frame: Frame, lexicon: Lexicon) -> bool:
    """Tell whether what is said begins with its verb: its subject is what the relative stands for."""
    assert frame.cue is not None
    words = [t for t in tokenize(text[frame.cue.end : frame.contents[-1].end]) if t.is_word][:2]
    verbs = [any(lexicon.has(n, w.norm) for n in ("finite", "auxiliaries")) for w in words]
    return bool(verbs) and (verbs[0] or (verbs[-1] and words[0].norm.endswith("ly")))


def _inserted(text: str, frame: Frame, first: int, home: Passage, lexicon: Lexicon) -> Frame:
    """Return "…, which, according to Voss, P" with nothing but the relative clause for what Voss says."""
    pattern = _pattern("inserted", lexicon.code)
    found = pattern.search(text, max(home.start, first - _FRONT), first) if pattern is not None else None
    if found is None or frame.contents[-1].start < first or not _is_main(text, home, found.start(), lexicon):
        return frame
    last = next(t for t in reversed(tokenize(text[found.start() : first], found.start())) if t.is_word)
    rest = tuple(c for c in frame.contents if c.start >= first)
    return replace(frame, contents=(Span(last.start, last.end), *rest), embedded=True)


def _is_main(text: str, home: Passage, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a clause that says something itself stands before a relative, and no word of saying right there."""
    start = max((m.end() for m in _HEADING.finditer(text, home.start, at)), default=home.start)
    names = _pattern("is", lexicon.code)
    if len(_WORD.findall(text, start, at)) < _MAIN or (names is not None and names.search(text, start, at)):
        return False
    end = start + len(text[start:at].rstrip(" ,"))
    hits = Marked(text, Span(start, at), lexicon).hits
    return not any(label_of(hit, *_CUES) is not None and hit.end >= end for hit in hits)
