"""Reports that make the main clause of their sentence, though most of it goes on behind what they hold.

"Voss stressed that P, suspecting that Q": P is but a part of the sentence, and yet all of it is Voss's. What goes on
behind a contrast or a semicolon is the author's: "Voss says that P, but Q". Read in claims alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.nlp.claims.frames import Frame, label_of
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.nlp.claims.words.tokens import tokenize
from pipeline.records import Passage, Span

_HEADING = re.compile(r"[:：][*_]*\s")
_COMMA = re.compile(r",[\"”»]?\s")
_FRONT = 90
"""Most characters of what may stand before a main clause: "Despite the rain, "."""
_NEAR = 24
"""Most characters between a subject and its verb, or a verb and what is said ("also", "to the board")."""
_AND = re.compile(r"[,，]?\s*(?:and|or|und|oder|et|ou|y|e|o|en|of|и|или)\s+", re.IGNORECASE)
_CLAUSE = re.compile(r"[;；؛]|\s[—–-]\s")
_MARKS = " \t\n,，"
_ASKS = re.compile(
    r"(?:ask|inquir|enquir|wonder|frag|erkundig|demand|pregunt|chied|chies|domand|pergunt|vraag|vroeg|спрос|спраш|سأل|问|询|尋ね|聞い|물었|묻)",
    re.IGNORECASE,
)
"""Verbs of asking: whoever asks for one thing asserts nothing of what follows."""
_SHORTEST = 12
"""Fewest characters of what is said (a third where words are not parted): less is but the beginning of it."""


def with_main_reports(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech in which whoever opens a main clause with a report is the one who speaks in it."""
    starts = [passage.start for passage in passages]
    kept = [_main(text, s, passages, starts) if s.frame.embedded else s for s in speech.said]
    return Speech(tuple(kept), speech.quotes)


def clause_starts(text: str, passage: Passage, lexicon: Lexicon) -> Iterator[int]:
    """Yield where the main clause of a sentence may begin: behind a heading and colon, behind what is fronted."""
    at = passage.start
    while at < passage.end and not text[at].isalnum() and text[at] != "@":
        at += 1
    for start in (at, *(m.end() for m in _HEADING.finditer(text, at, passage.end))):
        yield start
        comma = _COMMA.search(text, start, min(passage.end, start + _FRONT))
        first = tokenize(text[start : start + 20])[:1] if comma else []
        if comma and first and any(lexicon.has(n, first[0].norm) for n in ("starters", "inside", "conditionals")):
            yield comma.end()


def _main(text: str, said: Said, passages: Sequence[Passage], starts: Sequence[int]) -> Said:
    frame = said.frame
    if frame.source is None or frame.cue is None or frame.kind != "indirect" or frame.cue_negated:
        return said
    home = passage_at(passages, starts, frame.cue.start)
    lexicon = lexicons.load(home.language)
    if lexicon is None or not _opens(text, frame, home, lexicon):
        return said
    last = frame.contents[-1]
    if last.end > home.end or not _goes_on(text, last.end, home.end, lexicon):
        return said
    contents = (*frame.contents[:-1], Span(last.start, _end(text, last.end, home.end, lexicon)))
    return replace(said, frame=replace(frame, contents=contents, embedded=False))


def _opens(text: str, frame: Frame, home: Passage, lexicon: Lexicon) -> bool:
    """Tell whether a report is subject, verb and what is said, in this order, from the start of a main clause on."""
    assert frame.source is not None
    assert frame.cue is not None
    order = frame.source.end <= frame.cue.start and frame.cue.end <= frame.contents[0].start
    hits = Marked(text, frame.cue, lexicon).hits
    least = _SHORTEST // 3 if lexicon.characters else _SHORTEST
    if _ASKS.search(text, frame.cue.start, frame.cue.end) or frame.contents[-1].end - frame.start < least:
        return False
    if not order or any(label_of(hit, "prepositions", "postpositions") for hit in hits):
        return False
    gaps = (text[frame.source.end : frame.cue.start], text[frame.cue.end : frame.contents[0].start])
    words = tokenize(text[frame.start : frame.start + _NEAR])[:1]
    if not words or (lexicon.has("inside", words[0].norm) and not lexicon.has("determiners", words[0].norm)):
        return False  # "its claim on P includes Q": a noun, and no verb
    if any(len(gap) > _NEAR or ":" in gap for gap in gaps) or "," in gaps[0]:
        return False
    return any(abs(frame.source.start - at) <= 1 for at in clause_starts(text, home, lexicon))


def _goes_on(text: str, at: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether what follows is no clause of the author's own, which a contrast or a semicolon opens."""
    rest = text[at:end].lstrip(_MARKS + '"”»')
    if any(mark.search(text, at, end) for mark in (_CLAUSE, _HEADING)):
        return False
    if lexicon.characters:
        return not any(rest.startswith(w) for w in lexicon.words["contrasts"])
    first = next((t for t in tokenize(rest[:40]) if t.is_word), None)
    joins = first is not None and _AND.match(f" {first.text} ") is not None
    return joins or first is None or not lexicon.has("contrasts", first.norm)


def _end(text: str, at: int, end: int, lexicon: Lexicon) -> int:
    """Return where what is said ends: with its sentence, if "and that Q" or "and are Q" goes on with it."""
    joined = _AND.match(text, at, end)
    follows = tokenize(text[joined.end() : min(end, joined.end() + 24)])[:1] if joined else []
    if not follows or not any(lexicon.has(n, follows[0].norm) for n in ("complementizers", "finite")):
        return at
    return at + len(text[at:end].rstrip(" \t\n.!?"))
