"""Hearsay: what an adverb ("reportedly"), a verb form ("aurait contribué") or a passive passes on for nobody.

The author says that others say so, and not who: the claim is reported, its holder unknown. Read in claims alone, in
main clauses, and only where no other frame takes a sentence: who is named, or spoke before, goes before nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from pipeline.nlp.claims.frames import VIEW, Frame
from pipeline.nlp.claims.fusion.pairing import touch
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.reports.main_reports import clause_starts
from pipeline.nlp.claims.rules.clauses import ATTITUDE
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.rules.located import Located
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.forms import BEFORE, BEHIND, expression, forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import Token, tokenize
from pipeline.records import Passage, Span

HEARSAY = f"{VIEW}: hearsay"
"""Rule of the frames made here: nobody is said to hold it."""
_HEADING = re.compile(r"[:：]\s")
_EDGES = " \t\n\u00a0,;:.!?…"
_IMPRESSION = 24
"""Most characters of such a mark of doubt, and of what shows it behind its verb ("erop dat")."""
_AUXILIARY = 2
"""Words right before an adverb that may be the auxiliary of its verb ("has reportedly", "is now reportedly")."""


@cache
def _pattern(kind: str, code: str) -> re.Pattern[str] | None:
    form = forms("hearsay")[kind].get(code)
    end = "" if kind in ("forms", "passives") else BEHIND
    return expression(f"{BEFORE}(?:{form}){end}") if form else None


def with_hearsay(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech with the hearsay of sentences that no frame touches."""
    said = [s for s in speech.said if not (_is_adverb(text, s.frame, passages) or _is_doubt(text, s.frame, passages))]
    every = Located(said)
    found: list[Said] = []
    same: set[int] = set()
    for passage in passages:
        lexicon = lexicons.load(passage.language)
        marked = any(q.start < passage.end and passage.start < q.end for q in speech.quotes if q.end - q.start > 30)
        if lexicon is None or lexicon.characters or marked or text[passage.start : passage.end].rstrip()[-1:] in "?؟":
            continue
        here = every.touching(passage.start, passage.end)
        others = [s.frame for s in here if not s.frame.embedded and s.frame.rule != ATTITUDE]
        frame = _by_passive(text, passage, lexicon)
        if others and (frame is None or not all(_is_same(o, frame) for o in others)):
            continue
        frame = frame or _by_adverb(text, passage, lexicon) or _by_form(text, passage, lexicon)
        if frame is not None:
            found.append(Said(frame, passage.paragraph))
            same |= {id(s) for s in here if _is_same(s.frame, frame)}
    kept = [s for s in said if id(s) not in same]
    ordered = sorted((*kept, *found), key=lambda s: (s.frame.start, -s.frame.contents[-1].end))
    return Speech(tuple(ordered), speech.quotes)


def _is_same(frame: Frame, own: Frame) -> bool:
    """Tell whether the word of saying is that of hearsay which was read: "Crane | News: It was clarified that P"."""
    return frame.kind == "indirect" and frame.cue is not None and own.cue is not None and touch(frame.cue, own.cue)


def _is_adverb(text: str, frame: Frame, passages: Sequence[Passage]) -> bool:
    """Tell whether the word of a saying is such an adverb, beside which the subject says nothing itself."""
    if frame.cue is None or frame.kind == "direct" or not passages:
        return False
    home = passages[max(0, bisect_right(passages, frame.cue.start, key=lambda p: p.start) - 1)]
    pattern = _pattern("adverbs", home.language)
    return pattern is not None and pattern.fullmatch(text, frame.cue.start, frame.cue.end) is not None


def _is_doubt(text: str, frame: Frame, passages: Sequence[Passage]) -> bool:
    """Tell whether subject and verb of a saying are together a mark of the author's doubt: "everything points to P"."""
    if frame.cue is None or frame.source is None or frame.kind == "direct" or frame.source.end > frame.cue.start:
        return False
    home = passages[max(0, bisect_right(passages, frame.cue.start, key=lambda p: p.start) - 1)]
    lexicon = lexicons.load(home.language)
    if lexicon is None or frame.cue.start - frame.source.start > _IMPRESSION:
        return False
    near = Span(frame.source.start, min(home.end, frame.cue.end + _IMPRESSION))
    return any(h.start <= near.start and frame.cue.start < h.end for h in Marked(text, near, lexicon).hedges())


def _by_adverb(text: str, passage: Passage, lexicon: Lexicon) -> Frame | None:
    """Read "X reportedly raised P" and "Reportedly, P"."""
    pattern = _pattern("adverbs", lexicon.code)
    found = pattern.search(text, passage.start, passage.end) if pattern is not None else None
    if found is None:
        return None
    start = _start(text, passage, found.start())
    before = _words(text, start, found.start())
    after = _words(text, found.end(), passage.end)
    if not after or not _is_main(before, lexicon) or not _takes_verb(before, after, lexicon):
        return None
    parts = (_trim(text, start, found.start()), _trim(text, found.end(), passage.end))
    held = tuple(p for p in parts if p is not None)
    return Frame(None, Span(*found.span()), held, "indirect", "reports", HEARSAY)


def _by_form(text: str, passage: Passage, lexicon: Lexicon) -> Frame | None:
    """Read "le modèle aurait contribué à P" where no condition goes with it."""
    pattern, unless = _pattern("forms", lexicon.code), _pattern("unless", lexicon.code)
    found = pattern.search(text, passage.start, passage.end) if pattern is not None else None
    if found is None or (unless is not None and unless.search(text, passage.start, passage.end) is not None):
        return None
    start = _start(text, passage, found.start())
    before = _words(text, start, found.start())
    first = any(lexicon.has("first_person", t.norm) for t in before)
    if not before or first or "," in text[start : found.start()] or not _is_main(before, lexicon):
        return None
    content = _trim(text, start, passage.end)
    cue = Span(found.start(), found.start() + len(found[0].split()[0]))
    return Frame(None, cue, (content,), "indirect", "reports", HEARSAY) if content is not None else None


def _by_passive(text: str, passage: Passage, lexicon: Lexicon) -> Frame | None:
    """Read "It was explained that P" at the head of a sentence, and "X is reported to do P"."""
    pattern = _pattern("passives", lexicon.code)
    for start in clause_starts(text, passage, lexicon) if pattern is not None else ():
        found = pattern.match(text, start, passage.end) if pattern is not None else None
        content = _trim(text, found.end(), passage.end) if found is not None else None
        if found is not None and content is not None:
            return Frame(None, Span(*found.span()), (content,), "indirect", "reports", HEARSAY)
    return _told_to(text, passage, lexicon)


def _told_to(text: str, passage: Passage, lexicon: Lexicon) -> Frame | None:
    pattern = _pattern("told_to", lexicon.code)
    found = pattern.search(text, passage.start, passage.end) if pattern is not None else None
    if found is None:
        return None
    start = _start(text, passage, found.start())
    parts = (_trim(text, start, found.start()), _trim(text, found.end(), passage.end))
    before = _words(text, start, found.start())
    if any(p is None for p in parts) or not _is_main(before, lexicon) or lexicon.has("first_person", before[0].norm):
        return None
    return Frame(None, Span(*found.span()), tuple(p for p in parts if p), "indirect", "reports", HEARSAY)


def _start(text: str, passage: Passage, at: int) -> int:
    """Return where the sentence of a place begins, a heading and colon before it left out."""
    return max((m.end() for m in _HEADING.finditer(text, passage.start, at)), default=passage.start)


def _words(text: str, start: int, end: int) -> list[Token]:
    return [t for t in tokenize(text[start:end], start) if t.is_word]


def _is_main(before: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether no word before a place opens a clause of its own, and no verb closed one there."""
    opens = any(
        lexicon.has(name, t.norm)
        for t in before[1:]
        for name in ("breaks", "complementizers", "relatives", "contrasts")
    )
    first = before[0].norm if before else ""
    fronted = any(lexicon.has(name, first) for name in ("complementizers", "concessions", "conditionals"))
    verbs = any(lexicon.has("finite", t.norm) and t.text.islower() for t in before[:-_AUXILIARY])
    return not (opens or fronted or verbs)


def _takes_verb(before: Sequence[Token], after: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether an adverb stands beside a verb and not in a noun phrase ("the reportedly safe quay")."""
    if not before or lexicon.code != "en":
        return not before or not lexicon.has("determiners", before[-1].norm)
    if any(lexicon.has(name, before[-1].norm) for name in ("determiners", "inside")):
        return False
    beside = (before[-1], after[0])
    return any(lexicon.has("finite", t.norm) for t in beside) or after[0].norm.endswith(("ed", "s"))


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end) if start < end else None
