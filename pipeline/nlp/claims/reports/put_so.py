"""Sentences that the one before leads up to: "Voss's thesis is simple. P", "Voss has written a guide. The message: P".

Read in claims alone, where nobody else speaks in the sentence, and for one sentence: what follows may be the author's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.fusion.sources import is_thing_only
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.rules.located import Located, asserting
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.forms import UNPARTED, expression, forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.records import Entity, Passage, Span

PUT_SO = "led up to by the sentence before"
"""Rule of the frames made here."""
_NAME = r"(?-i:[^\W\d_a-zà-ÿа-я][\w.'’-]*(?: (?:(?:de|da|do|di|du|van|von|der) )?[^\W\d_a-zà-ÿа-я][\w'’-]*){1,3})"
"""A name of two words or more."""
_ENDS = " \t\n.。:：!…"
_SHORTEST = 8
"""Fewest characters of what is said (half of it where words are not parted)."""


@cache
def _so(code: str) -> re.Pattern[str] | None:
    form = forms("put_so")["so"].get(code)
    edge = "" if code in UNPARTED else r"(?<!\w)"
    return expression(rf"{edge}(?:{form.replace('>N)', '>' + _NAME + ')')})\Z") if form else None


@cache
def _noun(code: str) -> re.Pattern[str] | None:
    form = forms("put_so")["nouns"].get(code)
    return expression(rf"\W{{0,3}}(?:{form})[*_]* ?[:：][*_]*\s*(?=\S)") if form else None


def with_put_so(text: str, passages: Sequence[Passage], speech: Speech, entities: Sequence[Entity]) -> Speech:
    """Return a speech with what the sentences before lead up to."""
    taken = asserting(speech.said)
    found: list[Said] = []
    for before, passage in pairwise(passages):
        lexicon = lexicons.load(passage.language)
        near = before.paragraph == passage.paragraph or text[before.start : before.end].rstrip()[-1:] in ":："
        if lexicon is None or not near or before.language != passage.language:
            continue
        frame = _named(text, before, passage, lexicon) or _headed(text, before, passage, lexicon, taken, entities)
        if frame is not None and not taken.touching(passage.start, passage.end):
            found.append(Said(frame, passage.paragraph, linked=True))
    ordered = sorted((*speech.said, *found), key=lambda s: (s.frame.start, -s.frame.contents[-1].end))
    return Speech(tuple(ordered), speech.quotes) if found else speech


def _named(text: str, before: Passage, passage: Passage, lexicon: Lexicon) -> Frame | None:
    """Read "Voss's thesis is simple. P"."""
    pattern, words = _so(lexicon.code), text[before.start : before.end].rstrip(_ENDS)
    found = pattern.search(words) if pattern is not None else None
    if found is None:
        return None
    first, last = next(found.span(n) for n in ("who", "who2") if found.groupdict().get(n) is not None)
    who = Span(before.start + first, before.start + last)
    return None if is_thing_only(text, who, lexicon) else _frame(text, who, passage.start, passage, lexicon)


def _headed(
    text: str, before: Passage, passage: Passage, lexicon: Lexicon, taken: Located, entities: Sequence[Entity]
) -> Frame | None:  # fmt: skip
    """Read "The message: P" behind a sentence in which one person speaks, or that names one."""
    pattern = _noun(lexicon.code)
    found = pattern.match(text, passage.start, passage.end) if pattern is not None else None
    if found is None:
        return None
    sources = [s.frame.source for s in taken.touching(before.start, before.end)]
    who = sources[-1] if sources else _only_person(before, entities)
    return _frame(text, who, found.end(), passage, lexicon) if who is not None else None


def _only_person(before: Passage, entities: Sequence[Entity]) -> Span | None:
    people = [e for e in entities if e.type == "person" and before.start <= e.start < before.end]
    return Span(people[0].start, people[0].end) if len({e.entity_id or e.text for e in people}) == 1 else None


def _frame(text: str, who: Span, start: int, passage: Passage, lexicon: Lexicon) -> Frame | None:
    least = _SHORTEST // 2 if lexicon.characters else _SHORTEST
    words = text[start : passage.end].strip(_ENDS)
    if len(words) < least or text[start : passage.end].rstrip()[-1:] in "?？؟":
        return None
    return Frame(who, None, (Span(start, passage.end),), "indirect", "asserts", PUT_SO)
