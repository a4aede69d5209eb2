"""Frames that only the learned reader found and that tell of a deed, not of words: they make no claim somebody's.

An act of trying or examining is attributed speech to a corpus of attitudes, so :meth:`Reader.attributions` keeps it;
who "sought to change the rules" commits to nothing that the sentence asserts, though: it is the author who tells it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from pipeline.nlp.claims.frames import Frame, label_of
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.rules.discourse import MOOD
from pipeline.nlp.claims.words.forms import forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import fold, tokenize
from pipeline.records import Span

LEARNED = "learned reader"
_BESIDE = re.compile(r"と(?:の|一緒)|への|からの|を|와의|과의|와 |과 |을|를")
"""What stands behind a Japanese or Korean name that is no subject."""
_NEAR = 32
"""Characters around a cue in which the purpose of finding out is told."""
_WORD = re.compile(r"\w+")
_CUES = ("verbs", "weak", "about", "prepositions", "postpositions", "nouns")


@cache
def _forms(kind: str) -> Mapping[str, re.Pattern[str]]:
    """Return the expressions of one kind, language by language."""
    flags = re.NOFLAG if kind == "idle" else re.IGNORECASE
    return {code: re.compile(form, flags) for code, form in forms("deeds")[kind].items()}


def says_nothing(text: str, frame: Frame, lexicon: Lexicon) -> bool:
    """Tell whether a frame makes its words nobody else's: a deed, a benefit, what the author has counted."""
    if frame.cue is None:
        return False
    code, cue = lexicon.code, text[frame.cue.start : frame.cue.end].strip()
    source = text[frame.source.start : frame.source.end].strip() if frame.source else ""
    if _is("idle", code, source) or _goes_by(text, frame, source, lexicon):
        return True
    if frame.rule.startswith(MOOD) and _is("turns", code, text[frame.start : frame.contents[-1].end]):
        return True
    if frame.kind == "indirect" and any(form(text, frame, code) for form in (_is_of_form, _debates, _is_unsaid, _asks)):
        return True
    if frame.rule != LEARNED:
        return False
    if _is("benefits", code, cue):
        return bool(source) and not _speaks(source, lexicon)
    if frame.kind == "direct":
        return not source and _is("shows", code, cue)
    return _is("bases", code, cue) or (_is("deeds", code, cue) and not _is_known(text, frame, lexicon))


def _goes_by(text: str, frame: Frame, source: str, lexicon: Lexicon) -> bool:
    """Tell whether something is done or varies "according to its size", of which no size has said anything."""
    assert frame.cue is not None
    if not _is("measures", lexicon.code, source):
        return False
    return any(label_of(hit, "prepositions", "postpositions") for hit in Marked(text, frame.cue, lexicon).hits)


def _is_of_form(text: str, frame: Frame, code: str) -> bool:
    """Tell whether the words around the cue are the author's by their form: thanks, what is compared, own figures."""
    assert frame.cue is not None
    if _is("nothing", code, text[frame.contents[0].start : frame.contents[-1].end]):
        return True
    if frame.cue.end <= frame.start:
        words = text[frame.cue.start : frame.contents[-1].end]
        if any(_is(kind, code, words) for kind in ("courtesies", "points", "asides", "extent")):
            return True
    low = min(frame.cue.start, frame.source.start) if frame.source else frame.cue.start
    own, finding = _forms("own").get(code), _forms("finding").get(code)
    if own is not None and own.match(text, low) is not None:
        return True
    around = Span(max(0, frame.cue.start - _NEAR), frame.cue.end + _NEAR)
    found = finding.search(text, around.start, around.end) if finding is not None else None
    return found is not None and found.start() < frame.cue.end and frame.cue.start < found.end()


def _is_unsaid(text: str, frame: Frame, code: str) -> bool:
    """Tell whether a thing is mistaken for another, a feeling the author's, or a text but about something."""
    assert frame.cue is not None
    cue = text[frame.cue.start : frame.cue.end].strip()
    if _is("mistakes", code, cue):
        return True
    if _is("felt", code, cue):
        return frame.source is None or _BESIDE.match(text, frame.source.end) is not None
    words = [t.text for t in tokenize(text[frame.source.start : frame.source.end]) if t.is_word] if frame.source else []
    about = text[frame.cue.end : frame.contents[-1].end].lstrip()
    if not _is("speaks", code, cue) or frame.cue.end > frame.start or _forms("stated")[code].match(about):
        return False
    return any(_is("texts", code, word) for word in words[:4])


def _asks(text: str, frame: Frame, code: str) -> bool:
    """Tell whether somebody but asks, shows interest, knows when, keeps, foresees or makes a thing that has a name."""
    assert frame.cue is not None
    cue, last = frame.cue, frame.contents[-1]
    words = text[min(cue.start, frame.start) : max(cue.end, last.end)]
    if any(_is(kind, code, words) for kind in ("asks", "requests", "interest", "knows")):
        return True
    if frame.source is None or frame.source.end > cue.start:
        return False
    source = text[frame.source.start : frame.source.end]
    plans = any(_is("plans", code, word) for word in _WORD.findall(source))
    if _is("keeps", code, words) or (plans and _is("foresees", code, words)):
        return True
    return cue.end <= frame.start and _is("named", code, text[frame.source.end : cue.end])


def _debates(text: str, frame: Frame, code: str) -> bool:
    """Tell whether a thing is but talked over: "discussed the plan", "debated whether", and not "discussed that P"."""
    assert frame.cue is not None
    cue, first, last = frame.cue, frame.contents[0], frame.contents[-1]
    if not _is("debates", code, text[cue.start : cue.end].strip()):
        return False
    words = text[cue.end : last.end].lstrip() if cue.end <= first.start else text[first.start : cue.start].rstrip()
    return _forms("stated")[code].match(words) is None


def _is(kind: str, code: str, words: str) -> bool:
    form = _forms(kind).get(code)
    return form is not None and form.fullmatch(words) is not None


def _is_known(text: str, frame: Frame, lexicon: Lexicon) -> bool:
    """Tell whether the lexicon knows the cue as one of saying, showing or wanting."""
    hits = Marked(text, frame.cue, lexicon).hits if frame.cue else []
    return any(label_of(hit, name) is not None for hit in hits for name in _CUES)


def _speaks(source: str, lexicon: Lexicon) -> bool:
    """Tell whether it is according to somebody: a name or pronoun, or people who have opinions ("experts")."""
    words = [t for t in tokenize(source) if t.is_word]
    known = ("groups", "anonymous", "roles", "pronouns", "first_person")
    if any(lexicon.has(name, fold(w.text)) for name in known for w in words):
        return True
    return lexicon.code != "de" and any(w.text[:1].isupper() for w in words)
