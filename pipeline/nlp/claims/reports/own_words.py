"""Frames of other speakers that leave a sentence its author's: they take no claim away from whoever writes.

:meth:`Reader.attributions` counts each of them as somebody's act; what the sentence asserts is the author's all the
same. "It pays to hear how Voss sees the port" asserts that it pays, and "the results suggest that P" is P by whoever
reads the results.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.nlp.claims.frames import Frame, label_of
from pipeline.nlp.claims.fusion.plausible import is_rebuttal
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.forms import expression, forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.nlp.claims.words.tokens import fold, tokenize
from pipeline.records import Passage, Span

_SIDE = 3
"""Words between a subject and the comma of a side phrase from which they are a clause of their own."""
_JOINED = frozenset(("du", "des", "del", "della", "dei", "delle", "dello", "degli", "do", "da", "dos", "das"))
"""Prepositions that hold a definite article."""
_WHAT = re.compile(r"\b(?:what|whom?|which|that)\s+\Z", re.IGNORECASE)
_EMPTY = 2
"""Most words of a subject that its article and head make."""


@cache
def _pattern(kind: str, code: str) -> re.Pattern[str] | None:
    form = forms("own_words")[kind].get(code)
    return expression(form) if form else None


def without_own(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech without the frames that leave what is asserted to the author."""
    starts = [passage.start for passage in passages]
    kept: list[Said] = []
    thing: Passage | None = None
    """The sentence of which a thing was the last to "say" something."""
    for said in speech.said:
        home = passage_at(passages, starts, (said.frame.cue or said.frame.contents[0]).start)
        lexicon = lexicons.load(home.language)
        if lexicon is not None and _is_own_research(text, said.frame, lexicon):
            thing = home
        elif lexicon is None or lexicon.characters or said.frame.cue is None or said.frame.target is not None:
            kept.append(said)
        elif is_evidence(text, said.frame, lexicon) or _means_thing(text, said.frame, home, thing, lexicon):
            thing = home
        elif not _is_own(text, said.frame, home, lexicon, speech.said):
            kept.append(replace(said, frame=_unnamed(text, said.frame, home.language)))
    return Speech(tuple(kept), speech.quotes)


def without_rebutted(text: str, passages: Sequence[Passage], read: Speech, more: Speech) -> Speech:
    """Return ``more`` without the reports that ``read`` had not, in sentences that rebut what they report.

    "Opponents say that P, but that is not true" is its author's, who holds P to be false: the opponents' frame was
    left out for that, and is not to come back; nor is that of the author's own research.
    """
    starts = [passage.start for passage in passages]
    had = {s.frame.cue for s in read.said}
    kept: list[Said] = []
    for said in more.said:
        cue = said.frame.cue
        home = passage_at(passages, starts, cue.start) if cue is not None and cue not in had else None
        lexicon = lexicons.load(home.language) if home is not None else None
        if home is None or lexicon is None or not _is_authors(text, said.frame, home, lexicon):
            kept.append(said)
    return Speech(tuple(kept), more.quotes)


def _is_authors(text: str, frame: Frame, home: Passage, lexicon: Lexicon) -> bool:
    """Tell whether a sentence is its author's, whatever it reports."""
    return is_rebuttal(text, home, lexicon) or _is_own_research(text, frame, lexicon)


def _is_own(text: str, frame: Frame, home: Passage, lexicon: Lexicon, every: Sequence[Said]) -> bool:
    """Tell whether a frame stands where nothing is asserted by it, outside of what others are said to say."""
    if frame.kind == "direct":
        return _is_side_phrase(text, frame, home, lexicon, every)
    if _names_deed(text, frame, lexicon) or _names_topic(text, frame, lexicon):
        return True
    if _is_left_over(text, frame, home, lexicon):
        return True
    return _asked_or_measured(text, frame, home, lexicon) and not _is_reported(frame, every)


def is_evidence(text: str, frame: Frame, lexicon: Lexicon) -> bool:
    """Tell whether the subject is no more than a thing that shows something ("the results")."""
    things = _pattern("things", lexicon.code)
    if frame.source is None or things is None or frame.kind == "direct" or frame.rule.startswith("preposition"):
        return False
    words = [t for t in tokenize(text[frame.source.start : frame.source.end]) if t.is_word]
    fits = 0 < len(words) <= _EMPTY and things.fullmatch(words[-1].text) is not None
    return fits and (len(words) == 1 or lexicon.has("determiners", words[0].norm))


def _is_own_research(text: str, frame: Frame, lexicon: Lexicon) -> bool:
    """Tell whether the subject is research of the author's own ("our analysis"), who asserts what it shows."""
    own = _pattern("own", lexicon.code)
    if own is None or frame.source is None or frame.kind == "direct":
        return False
    return own.fullmatch(text, frame.source.start, frame.source.end) is not None


def _means_thing(text: str, frame: Frame, home: Passage, thing: Passage | None, lexicon: Lexicon) -> bool:
    """Tell whether a pronoun opens the sentence right after one of which a thing was the subject."""
    source = frame.source
    if thing is None or source is None or thing.paragraph != home.paragraph or source.start > home.start + 1:
        return False
    return not text[thing.end : home.start].strip() and fold(text[source.start : source.end]) in lexicon.genders


def _asked_or_measured(text: str, frame: Frame, home: Passage, lexicon: Lexicon) -> bool:
    """Tell whether the subject stands in a question inside the sentence, or in a clause of result."""
    source, cue = frame.source, frame.cue
    if source is None or cue is None or not home.start < source.start < cue.start:
        return False
    for kind in ("asks", "so"):
        pattern = _pattern(kind, lexicon.code)
        found = pattern.finditer(text, home.start, source.start) if pattern is not None else ()
        for match in found:
            after = text[match.end() : source.start]
            whole = match.start() > home.start + 1 and not text[match.start() - 1].isalnum()
            if kind == "asks" and not _is_question(text, frame, lexicon):
                continue
            if whole and not after.strip() and (after or not text[match.end() - 1].isalpha()):
                return True
    return False


def _is_left_over(text: str, frame: Frame, home: Passage, lexicon: Lexicon) -> bool:
    """Tell whether "what people talk about" leaves its preposition without an object: what follows is none."""
    source, cue = frame.source, frame.cue
    if lexicon.code != "en" or source is None or cue is None or cue.start < source.end:
        return False
    asked = _WHAT.search(text[max(home.start, source.start - 12) : source.start])
    return asked is not None and text[cue.start : cue.end].lower().endswith((" about", " of", " for", " on"))


def _is_question(text: str, frame: Frame, lexicon: Lexicon) -> bool:
    """Tell "how X sees P" from "as X says, P" and "people like X say that P", where one word serves for all of them."""
    cue, first, last = frame.cue, frame.contents[0], frame.contents[-1]
    if cue is None or frame.source is None:
        return False
    if lexicon.inverted:  # the verb stands last
        return frame.source.end <= first.start and last.end <= cue.start + 1
    words = fold(text[cue.end : max(cue.end, first.start)]).split() + fold(text[first.start : first.end]).split()[:1]
    return (
        cue.end <= first.start
        and "," not in text[cue.end : first.start]
        and not any(lexicon.has("complementizers", w) and w not in ("how", "what", "why") for w in words)
    )


def _is_reported(frame: Frame, every: Sequence[Said]) -> bool:
    cue = frame.cue
    others = (s.frame for s in every if s.frame is not frame and s.frame.source != frame.source)
    return cue is not None and any(c.start <= cue.start < c.end for f in others for c in f.contents)


def _names_deed(text: str, frame: Frame, lexicon: Lexicon) -> bool:
    """Tell whether what is said is "how to do it", or goes on behind "how"."""
    pattern = _pattern("deeds", lexicon.code)
    first = frame.contents[0]
    return pattern is not None and pattern.match(text, first.start, first.end) is not None


def _names_topic(text: str, frame: Frame, lexicon: Lexicon) -> bool:
    """Tell whether somebody only speaks of a thing; what is said of it stands behind a colon or a conjunction."""
    pattern, cue, first = _pattern("topics", lexicon.code), frame.cue, frame.contents[0]
    if pattern is None or cue is None or first.start < cue.start:
        return False
    found = pattern.match(text, cue.start)
    if found is None or first.start - found.end() > 1 or found.end() < cue.end:
        return False
    joined = found[0].split()[-1].lower() in _JOINED
    return joined or fold(text[first.start : first.end].split()[0]) in lexicon.words["definite"]


def _is_side_phrase(text: str, frame: Frame, home: Passage, lexicon: Lexicon, every: Sequence[Said]) -> bool:
    """Tell whether words between marks stand in a participle's phrase behind a clause that reports nothing.

    "The audit ruined the port, calling it a 'wreck'": the author asserts that it ruined the port.
    """
    source, cue, gerund = frame.source, frame.cue, lexicon.patterns["gerund"]
    if source is None or cue is None or gerund is None or not home.start <= source.start < cue.start:
        return False
    between = text[source.end : cue.start].rstrip()
    if not between.endswith(",") or gerund.fullmatch(text, cue.start, cue.end) is None:
        return False
    hits = Marked(text, Span(source.end, cue.start), lexicon).hits
    if any(label_of(hit, "verbs", "weak", "about") for hit in hits):
        return False  # "praised the port, calling it 'a model'"
    said = sum(c.end - c.start for c in frame.contents)
    others = [s.frame for s in every if s.frame is not frame and s.frame.cue and s.frame.source == source]
    report = any(home.start <= f.cue.start < home.end for f in others if f.cue is not None)
    return len(between.split()) >= _SIDE and said * 2 < home.end - home.start and not report


def _unnamed(text: str, frame: Frame, code: str) -> Frame:
    """Return a frame without a source that is but the article and adjective of its cue ("the main | claim: P")."""
    source, cue = frame.source, frame.cue
    if source is None or cue is None or text[source.end : cue.start] != " " or source.end > cue.start:
        return frame
    pattern = _pattern("nouns", code)
    own = pattern is not None and pattern.fullmatch(text, source.start, cue.end) is not None
    return replace(frame, source=None) if own else frame
