"""What something is for somebody: "For Voss, the cranes are tools" is what Voss thinks.

Only where a person is named right behind the preposition that opens the sentence, and the clause judges: something is
something. What is hard, new or a success for somebody tells of them, and is the author's. Read in claims alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.rules.located import asserting
from pipeline.nlp.claims.words.forms import BEHIND, expression, forms
from pipeline.records import Entity, Passage, Span

JUDGED = "in the view of a person"
"""Rule of the frames made here."""
_SECOND = ("de", "nl")
"""Languages whose verb stands second, so that it follows the person at once."""
_LONGEST = 90
"""Most characters of a subject before the verb that judges."""
_TITLE = r"(?:\w{1,4}\.\s+)?"


@cache
def _pattern(kind: str, code: str) -> re.Pattern[str] | None:
    form = forms("judged")[kind].get(code)
    return expression(f"(?:{form}){BEHIND}") if form else None


def with_judged(text: str, passages: Sequence[Passage], speech: Speech, entities: Sequence[Entity]) -> Speech:
    """Return a speech with the judgements of persons in sentences that no frame touches."""
    said = [s for s in speech.said if not _is_felt(text, s.frame, passages)]
    taken = asserting(said)
    known = {e.text.split()[-1] for e in entities if e.type == "person"}
    people = {e.start: e for e in entities if e.type == "person" or e.text in known}
    found = []
    for passage in passages:
        opening = _pattern("for", passage.language)
        head = opening.match(text, passage.start, passage.end) if opening is not None else None
        if head is None or taken.touching(passage.start, passage.end):
            continue
        title = re.compile(rf"\s+{_TITLE}").match(text, head.end())
        person = people.get(title.end()) or people.get(head.end() + 1) if title is not None else None
        clause = _clause(text, person.end, passage) if person is not None else None
        if person is not None and clause is not None:
            source, cue = Span(person.start, person.end), Span(*head.span())
            found.append(Said(Frame(source, cue, (clause,), "indirect", "asserts", JUDGED), passage.paragraph))
    ordered = sorted((*said, *found), key=lambda s: (s.frame.start, -s.frame.contents[-1].end))
    return Speech(tuple(ordered), speech.quotes)


def _is_felt(text: str, frame: Frame, passages: Sequence[Passage]) -> bool:
    """Tell whether a saying is but of how something is for a person: "For Voss, it is hard to leave"."""
    if frame.cue is None or frame.source is None or frame.kind == "direct" or not passages:
        return False
    home = passages[max(0, bisect_right(passages, frame.cue.start, key=lambda p: p.start) - 1)]
    opening, verb, felt = (_pattern(kind, home.language) for kind in ("for", "is", "felt"))
    if opening is None or verb is None or felt is None or frame.cue.start > home.start:
        return False
    if opening.fullmatch(text, frame.cue.start, frame.cue.end) is None:
        return False
    found = _whole(verb, text, frame.source.end, min(home.end, frame.source.end + _LONGEST))
    return found is not None and felt.match(text, found.end() + 1) is not None


def _clause(text: str, at: int, passage: Passage) -> Span | None:
    """Return the clause behind a person where it says that something is something."""
    start = at
    while start < passage.end and text[start] in ", \u00a0\n":
        start += 1
    verb, felt = _pattern("is", passage.language), _pattern("felt", passage.language)
    last = start if passage.language in _SECOND else min(passage.end, start + _LONGEST)
    stop = re.compile(r"[,;:.?!()]").search(text, start, last)
    last = stop.start() if stop is not None else last
    found = _whole(verb, text, start, last) if verb is not None and text[start : start + 1].isalpha() else None
    if found is None or text[found.end() :][:1] == "," or text[passage.end - 1] == "?":
        return None
    if felt is not None and felt.match(text, found.end() + 1) is not None:
        return None
    end = passage.end
    while end > found.end() and text[end - 1] in " .!…\n":
        end -= 1
    return Span(start, end) if end > found.end() else None


def _whole(verb: re.Pattern[str], text: str, start: int, last: int) -> re.Match[str] | None:
    """Return the verb as a word of its own between two places, at the first of them where they are one."""
    if start == last:
        return verb.match(text, start)
    return next((m for m in verb.finditer(text, start, last) if not text[m.start() - 1].isalnum()), None)
