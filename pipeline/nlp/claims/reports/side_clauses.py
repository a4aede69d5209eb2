"""Reports in clauses that a sentence only adds: "The shares fell after Voss said that P" asserts that they fell.

A clause of time, cause or concession is not what its sentence asserts: the report in it is Voss's, the sentence is the
author's. So is a phrase that is set behind a clause: "The shares fell, with users saying that P". Read in claims alone.
"As Voss says, P", "while Voss says that P" and "when Voss said that P" stay reports.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.nlp.claims.frames import VIEW, Frame
from pipeline.nlp.claims.reports.mistakes import MISTAKE
from pipeline.nlp.claims.reports.participles import opens_caused
from pipeline.nlp.claims.reports.relatives import named_behind, opens_relative, subject_relative, with_relative
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.words.forms import BEFORE, BEHIND, expression, forms
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.records import Passage, Span

_MAIN = 3
"""Fewest words of a main clause."""
_FRONT = 40
"""Most characters before a speaker in which a conjunction is looked for."""
_HEADING = re.compile(r"[:：][*_]*\s")
_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"[\s\"”»'’)]*,\s*")
_COMMA = "、"
_BUT = re.compile(r"(?:[ただ]|した|った|んだ|いた)?(?:が|けれども?|けど)(?=、)")
"""What ends a Japanese report before a contrast."""


@cache
def _pattern(kind: str, code: str) -> re.Pattern[str] | None:
    own = forms("side_clauses")
    if kind in ("behind", "ends"):
        return re.compile(own[kind])
    parts = ("when", "nobody") if kind == "nobody" else (kind,)
    if any(code not in own[part] for part in parts):
        return None
    bounds = " ".join(f"(?:{own[part][code]})" for part in parts)
    return re.compile(
        rf"(?:(?<!\w)|(?=,)){bounds}\s*\Z".replace(" ", r"\s*" if code == "fr" else r"\s+"), re.IGNORECASE
    )


def with_side_clauses(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech in which the reports of side clauses are embedded in sentences of the author's."""
    starts = [passage.start for passage in passages]
    kept: list[Said] = []
    for said in speech.said:
        frame = said.frame
        at = frame.cue or frame.source
        home = passage_at(passages, starts, at.start) if at is not None and passages else None
        if home is None or frame.embedded or frame.kind != "indirect" or frame.target is not None:
            kept.append(said)
        elif not _is_of_nobody(text, frame, home):
            said = replace(said, frame=named_behind(text, frame, home.language))
            frame = with_relative(text, _cut(text, said.frame, home), home)
            aside = frame.embedded or _is_aside(text, frame, home) or _is_beside(text, frame, home)
            kept.append(replace(said, frame=replace(frame, embedded=True)) if aside else said)
    return Speech(tuple(kept), speech.quotes)


def holes_of(text: str, home: Span, frames: Sequence[Frame], code: str) -> list[tuple[int, int]]:
    """Return where embedded reports stand in a sentence, each from the conjunction on that opens its clause.

    Whoever says that somebody was wrong to say P asserts all of it.
    """
    holes = []
    for frame in (f for f in frames if f.embedded and not f.rule.endswith(MISTAKE)):
        relative = subject_relative(text, frame, code)
        if relative is not None:
            holes.append((relative, _end(text, frame, code)))
            continue
        first = min(s.start for s in (frame.source, frame.cue, *frame.contents) if s is not None)
        holes.append((_opening(text, max(home.start, first - _FRONT), first, code), _end(text, frame, code)))
    return sorted(holes)


def _opening(text: str, low: int, first: int, code: str) -> int:
    """Return where the clause of a report opens that begins at ``first`` with its speaker, its verb or its words."""
    for kind in ("opens", "beside"):
        pattern = _pattern(kind, code)
        found = pattern.search(text[low:first]) if pattern is not None and low < first else None
        if found is not None:
            return low + found.start()
    return opens_caused(text, low, first, code) or opens_relative(text, low, first, code)


def _end(text: str, frame: Frame, code: str) -> int:
    """Return where a report ends: in Japanese with its verb and what stands behind that."""
    last, cue, behind = frame.contents[-1].end, frame.cue, _pattern("behind", code)
    if code != "ja" or cue is None or behind is None:
        return last
    found = behind.match(text, cue.end) or _BUT.match(text, cue.end)
    if found is None:
        return last
    return max(last, found.end() + text.startswith(_COMMA, found.end()))


def _cut(text: str, frame: Frame, home: Passage) -> Frame:
    """End what is said with its Chinese clause: "在 X 表示 P 之后，Q"."""
    first = min(s.start for s in (frame.source, frame.cue, *frame.contents) if s is not None)
    opens, last = _pattern("opens", "zh"), frame.contents[-1]
    if home.language != "zh" or opens is None or opens.search(text[home.start : first]) is None:
        return frame
    ends = _pattern("ends", "zh")
    found = ends.search(text, last.start, last.end) if ends is not None else None
    return replace(frame, contents=(*frame.contents[:-1], Span(last.start, found.start()))) if found else frame


def _is_of_nobody(text: str, frame: Frame, home: Passage) -> bool:
    """Tell whether a time is told by what people then thought: "the year when it was believed that P"."""
    cue = frame.cue
    pattern = _pattern("when" if frame.rule.startswith(VIEW) else "nobody", home.language)
    if pattern is None or cue is None:
        return False
    low = max(home.start, cue.start - _FRONT)
    found = pattern.search(text[low : cue.start])
    return found is not None and len(_WORD.findall(text, home.start, low + found.start())) >= _MAIN


def _is_aside(text: str, frame: Frame, home: Passage) -> bool:
    """Tell whether a report stands in a side clause, before or behind a main clause of its sentence."""
    if frame.source is None or frame.cue is None:
        return False
    if home.language == "ja":
        return _is_fronted(text, frame, home)
    pattern = _pattern("opens", home.language)
    first = min(frame.source.start, frame.cue.start)
    low = max(home.start, first - _FRONT)
    found = pattern.search(text[low:first]) if pattern is not None and first < frame.start + 1 else None
    if found is None or not home.start <= first < home.end:
        return False
    front = text[_clause_start(text, home, low + found.start()) : low + found.start()]
    if len(_WORD.findall(front)) >= _MAIN:
        return True
    last = frame.contents[-1].end
    if home.language == "zh":
        ends = _pattern("ends", "zh")
        found = ends.match(text, last) if ends is not None else None
        return found is not None and home.end - found.end() > _MAIN
    comma = _MARKS.match(text, last) if not front.strip() and last < home.end else None
    return comma is not None and len(_WORD.findall(text[comma.end() : home.end])) >= _MAIN


@cache
def _word(kind: str, code: str) -> re.Pattern[str] | None:
    form = forms("side_clauses")[kind].get(code)
    return expression(f"{BEFORE}(?:{form}){BEHIND}") if form else None


def _is_beside(text: str, frame: Frame, home: Passage) -> bool:
    """Tell whether a report stands in a phrase set behind a clause: "The shares fell, | with users saying that P"."""
    source, cue = frame.source, frame.cue
    says, debates = _word("says", home.language), _word("debates", home.language)
    if says is None or debates is None or source is None or cue is None or cue.end > frame.start:
        return False
    at = _beside(text, source, home)
    if at is None or says.match(text[source.end : cue.start].lstrip() + text[cue.start : cue.end]) is None:
        return False
    front = text[_clause_start(text, home, at) : at]
    return len(_WORD.findall(front)) >= _MAIN and debates.search(front) is None


def _beside(text: str, source: Span, home: Passage) -> int | None:
    """Return where "with" or the like opens a phrase right before a speaker, or with a name that took it in."""
    pattern, low = _pattern("beside", home.language), max(home.start, source.start - _FRONT)
    second = text.find(" ", source.start, source.end) + 1
    for at in (source.start, second):
        found = pattern.search(text[low:at]) if pattern is not None and at > low else None
        if found is not None:
            return low + found.start()
    return None


def _clause_start(text: str, home: Passage, at: int) -> int:
    """Return where the clause begins that a conjunction follows: behind a heading and its colon."""
    return max((m.end() for m in _HEADING.finditer(text, home.start, at)), default=home.start)


def _is_fronted(text: str, frame: Frame, home: Passage) -> bool:
    """Tell whether "after" stands right behind a Japanese verb of saying, and a clause behind that."""
    assert frame.cue is not None
    pattern = _pattern("behind", "ja")
    found = pattern.match(text, frame.cue.end) if pattern is not None else None
    if found is None:
        return False
    comma = text.find(_COMMA, found.end(), min(home.end, found.end() + 8))
    return comma >= 0 and home.end - comma > _MAIN * 2
