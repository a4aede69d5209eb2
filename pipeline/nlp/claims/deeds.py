"""Frames that only the learned reader found and that tell of a deed, not of words: they make no claim somebody's.

An act of trying or examining is attributed speech to a corpus of attitudes, so :meth:`Reader.attributions` keeps it;
who "sought to change the rules" commits to nothing that the sentence asserts, though: it is the author who tells it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

import yaml

from pipeline.nlp.claims.frames import Frame, label_of
from pipeline.nlp.claims.lexicon import Lexicon
from pipeline.nlp.claims.marks import Marked
from pipeline.nlp.claims.tokens import fold, tokenize

LEARNED = "learned reader"
_CUES = ("verbs", "weak", "about", "prepositions", "postpositions", "nouns")


@cache
def _data() -> tuple[Mapping[str, re.Pattern[str]], re.Pattern[str], Mapping[str, re.Pattern[str]]]:
    text = (resources.files("pipeline.nlp.claims") / "data" / "deeds.yaml").read_text(encoding="utf-8")
    data = yaml.safe_load(text)
    deeds = {code: re.compile(form, re.IGNORECASE) for code, form in data["deeds"].items()}
    idle = {code: re.compile(form) for code, form in data["idle"].items()}
    return deeds, re.compile(data["benefits"], re.IGNORECASE), idle


def says_nothing(text: str, frame: Frame, lexicon: Lexicon) -> bool:
    """Tell whether a frame makes its words nobody else's: a deed, somebody's benefit, an adverbial for a source."""
    if frame.cue is None:
        return False
    deeds, benefits, idle = _data()
    cue = text[frame.cue.start : frame.cue.end].strip()
    source = text[frame.source.start : frame.source.end].strip() if frame.source else ""
    if lexicon.code in idle and idle[lexicon.code].fullmatch(source):
        return True
    if frame.rule != LEARNED:
        return False
    if benefits.fullmatch(cue):
        return bool(source) and not _speaks(source, lexicon)
    if frame.kind == "direct" and source:
        return False
    form = deeds.get(lexicon.code)
    return form is not None and form.fullmatch(cue) is not None and not _is_known(text, frame, lexicon)


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
