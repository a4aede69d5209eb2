"""What else makes a sentence's words somebody's, in claims: verbs of digests, lists that are announced, Konjunktiv.

:meth:`Reader.attributions` leaves these out: they are no acts of saying in the narrow sense of its corpora, or go on
from one in another sentence. Each is read only where no other frame takes the words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.nlp.claims.frames import Frame, label_of
from pipeline.nlp.claims.fusion.sources import opening_subject
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.reports.documented import with_documented
from pipeline.nlp.claims.reports.findings import with_findings
from pipeline.nlp.claims.reports.own_words import is_evidence
from pipeline.nlp.claims.reports.tellers import teller
from pipeline.nlp.claims.rules.discourse import MOOD, Said, Speech
from pipeline.nlp.claims.rules.located import Located
from pipeline.nlp.claims.rules.main_clauses import in_mood, main_parts
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.forms import BEFORE, BEHIND, expression, forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.nlp.claims.words.tokens import fold
from pipeline.records import Passage, Span

TOLD, PASSIVE, COUNTED = "verb of a digest", "passive of saying", "announced list"
HEADED, LEADS = "according to, in front", "leads to a quotation"
"""Rules of the frames made here."""
_FRONT = 8
"""Most characters of a conjunction before an adverbial that opens a sentence ("Et selon X, P")."""
_NOT_YET = re.compile(r"\b(?:will|may|might|can|could|should|must|shall|cannot|not|never|n['’]t)\b", re.IGNORECASE)
"""What between a subject and its verb tells that nobody has said so: "the crane will | find it hard"."""
_LONGEST = 60
"""Most characters between a fronted source and the comma behind it."""


@cache
def _pattern(kind: str, code: str) -> re.Pattern[str] | None:
    own = forms("told")[kind]
    form = own if isinstance(own, str) else own.get(code)
    bounds = form if form is None or kind == "again" else f"{BEFORE}(?:{form}){BEHIND}"
    return expression(bounds) if bounds else None


def with_told(
    text: str, passages: Sequence[Passage], speech: Speech, blockquotes: Sequence[Span] = ()
) -> Speech:  # fmt: skip
    """Return a speech with the frames described above, in order."""
    speech = with_findings(text, passages, with_documented(text, passages, speech))
    starts = [passage.start for passage in passages]
    said = [_headed(text, s, passage_at(passages, starts, s.frame.start)) for s in speech.said]
    taken = Located(said)
    found: list[Said] = []
    for number, passage in enumerate(passages):
        lexicon = lexicons.load(passage.language)
        if lexicon is None or lexicon.characters:
            continue
        here = [s.frame for s in taken.touching(passage.start, passage.end)]
        if any(not f.embedded and f.rule != "attitude" for f in here):
            continue
        before = passages[number - 1] if number else None
        frame = _told(text, passage, lexicon) or _passive(text, passage, lexicon)
        if frame is None and before is not None:
            frame = _mood(text, passage, before, speech, lexicon) or _counted(
                text, passage, before, found, said, lexicon
            )
        if frame is None and any(text[passage.end : quote.start].isspace() for quote in blockquotes):
            frame = _leading(text, passage, said)
        if frame is not None:
            found.append(Said(frame, passage.paragraph, linked=frame.cue is None))
    ordered = sorted((*said, *found), key=lambda s: (s.frame.start, -s.frame.contents[-1].end))
    return Speech(tuple(ordered), speech.quotes)


# ---------------------------------------------------------------- inside a sentence


def _told(text: str, passage: Passage, lexicon: Lexicon) -> Frame | None:
    """Read "X touts P" and "X proposes doing P": the subject right before one of those verbs, if it is somebody."""
    patterns = [pattern for kind in ("tells", "acts") if (pattern := _pattern(kind, lexicon.code)) is not None]
    for found in (m for pattern in patterns for m in pattern.finditer(text, passage.start, passage.end)):
        if not text[found.start()].islower():
            continue  # "Cranes and Ranks", a title
        source = teller(text, passage, found.start(), lexicon)
        cue = Span(*found.span("cue" if found.groupdict().get("cue") else 0))
        content = _rest(text, cue.end, passage.end)
        if source is not None and content is not None:
            frame = Frame(source, cue, (content,), "indirect", "asserts", TOLD)
            own = lexicon.has("first_person", fold(text[source.start : source.end]))
            not_yet = _NOT_YET.search(text, source.end, found.start()) is not None
            return None if own or not_yet or is_evidence(text, frame, lexicon) else frame
    return None


def _passive(text: str, passage: Passage, lexicon: Lexicon) -> Frame | None:
    """Read "P was recommended for Q": nobody is named who said so, and it is not the author's word."""
    pattern = _pattern("passives", lexicon.code)
    found = pattern.search(text, passage.start, passage.end) if pattern is not None else None
    if found is None or Marked(text, Span(passage.start, found.start()), lexicon).of("first_person"):
        return None
    return Frame(None, Span(*found.span()), (Span(passage.start, passage.end),), "indirect", "reports", PASSIVE)


def _rest(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end) if end - start > 3 else None


def _headed(text: str, said: Said, home: Passage) -> Said:
    """Give a sentence that "according to X," opens, perhaps behind a conjunction, to X as a whole."""
    frame, lexicon = said.frame, lexicons.load(home.language)
    source, cue = frame.source, frame.cue
    if lexicon is None or source is None or cue is None or lexicon.characters or not frame.embedded:
        return said
    front, behind = text[home.start : cue.start].strip(), text[source.end : source.end + 1]
    opens = home.start <= cue.start and len(front) <= _FRONT and front.isalpha() | (not front)
    names = any(label_of(hit, "prepositions") for hit in Marked(text, cue, lexicon).hits)
    if not (opens and names and behind == "," and cue.end < source.start < cue.end + _LONGEST):
        return said
    content = _rest(text, source.end + 1, home.end)
    if content is None or frame.start < source.end:
        return said
    return replace(said, frame=replace(frame, contents=(content,), embedded=False, rule=f"{HEADED}; {frame.rule}"))


# ---------------------------------------------------------------- from the sentence before


def _mood(text: str, passage: Passage, before: Passage, speech: Speech, lexicon: Lexicon) -> Frame | None:
    """Read a German sentence in Konjunktiv behind "X has defined P: Q" as X's: whose else should it be?"""
    if lexicon.code != "de" or before.paragraph != passage.paragraph or ":" not in text[before.start : before.end]:
        return None
    parts = main_parts(text, passage, speech.quotes, lexicon)
    if not parts or not in_mood(text, parts, lexicon, running=False):
        return None
    source = opening_subject(text, before, lexicon)
    return Frame(source, None, (Span(passage.start, passage.end),), "indirect", "reports", MOOD) if source else None


def _leading(text: str, passage: Passage, said: Sequence[Said]) -> Frame | None:
    """Read "P:" right before a block quotation as the view of the only one who speaks in its paragraph."""
    if not text[passage.start : passage.end].rstrip().endswith((":", "：")):
        return None
    frames = [s.frame for s in said if s.paragraph == passage.paragraph and s.frame.start < passage.start]
    sources = {text[f.source.start : f.source.end] for f in frames if f.source is not None}
    if len(sources) != 1 or any(f.source is None for f in frames):
        return None
    source = frames[-1].source
    return Frame(source, None, (Span(passage.start, passage.end),), "indirect", "reports", LEADS)


def _counted(
    text: str, passage: Passage, before: Passage, found: Sequence[Said], said: Sequence[Said], lexicon: Lexicon
) -> Frame | None:  # fmt: skip
    """Read on from "X names two things: first P. Q": Q is X's, too, up to the next thing or somebody else."""
    again, last = _pattern("again", lexicon.code), found[-1].frame if found else None
    if again is not None and again.match(text[passage.start : passage.end]) is not None:
        return None
    whole = (Span(passage.start, passage.end),)
    if last is not None and last.rule == COUNTED and last.contents[-1].end == before.end:
        return replace(last, contents=whole) if before.paragraph == passage.paragraph else None
    announcer = _announcer(text, before, lexicon)
    ends = text[before.start : before.end].rstrip().endswith(":")
    if announcer is None or not (ends or before.paragraph == passage.paragraph):
        return None
    return replace(announcer, contents=whole)


def _announcer(text: str, before: Passage, lexicon: Lexicon) -> Frame | None:
    """Return who announces so many things that are said, by a colon behind their number."""
    counts = _pattern("counts", lexicon.code)
    colon = text.find(":", before.start, before.end)
    if counts is None or colon < 0:
        return None
    numbers = [m for m in counts.finditer(text, before.start, colon) if not text[m.end() : colon].strip()]
    hits = [h for h in Marked(text, Span(before.start, colon), lexicon).hits if label_of(h, "verbs", "weak", "about")]
    source = opening_subject(text, before, lexicon)
    if source is not None and fold(text[source.start : source.end]) in lexicon.words["first_person"]:
        return None  # "I think so for two reasons:", and what follows is the author's, too
    cues = [h for h in hits if source is not None and h.start >= source.end]
    if not numbers or not cues or source is None or cues[0].start > numbers[-1].start():
        return None
    cue = Span(cues[0].start, cues[0].end)
    return Frame(source, cue, (Span(before.start, before.end),), "indirect", "asserts", COUNTED)
