"""Clauses that say whose words a sentence holds: "as Voss wrote in her letter, P", "P, as Voss explains so well".

Both readers know the plain ones. Read here, in claims alone, are those behind a conjunction ("And as Voss says, P"),
with adverbs amid them, by verbs that report only so ("comme en parle Voss"), and those whose subject an earlier
sentence names ("Como escribió en su carta, P"): the letter is no speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.nlp.claims.frames import ZERO, Frame, label_of
from pipeline.nlp.claims.fusion.sources import is_thing_only, speaks
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.reports.main_reports import clause_starts
from pipeline.nlp.claims.rules.clauses import ATTITUDE
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.rules.located import Located
from pipeline.nlp.claims.rules.nouns import Nouns
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.forms import BEFORE, BEHIND, expression, forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import fold, tokenize
from pipeline.records import Passage, Span

_UNSAID = re.compile(r"\b(?:to|can|could|must|should|might|may|need)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
"""What between a subject and its verb makes "as" a reason: "as they need to | add users"."""
AS_SAID = "as somebody said"
"""Rule of the frames made here."""
_CLOSES = re.compile(r"[,،;:—–)](?=[\s\"“«„]|$)|\s[-—–]\s|[.!?…؟](?=[\s\"”»]*$)")
_OPENS = re.compile(r"(?:^|[,،;:(—–])[\s\"“«„]*(?:\w{1,8}[,،]?\s+)?\Z")
"""What stands before the conjunction: the start of a sentence or a mark, perhaps with a word that joins ("And as")."""
_HANDLE = re.compile(r"(?=\w*\d)(?=\w*[^\W\d_])\w{3,}")
"""A name with a figure in it, as networks have them."""
_EDGES = " \t\n\u00a0\u3000,،，;:：.!?…。()—–-"
_LONGEST, _SHORTEST = 130, 12
"""Most characters of such a clause, and fewest of what is said (a third where words are not parted)."""
_FRONTED = 30
"""Most characters before such a clause that only lead up to it ("More generally, as Voss says, P")."""


@cache
def _pattern(kind: str, code: str) -> re.Pattern[str] | None:
    form = forms("as_said")[kind].get(code)
    if form is None:
        return None
    edged = {"as": rf"{BEFORE}(?:{form}) ", "verbs": rf"{BEFORE}(?:{form}){BEHIND}"}
    return expression(edged.get(kind, f"(?:{form})"))


def with_as_said(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech in which such clauses name whose words their sentences hold."""
    every = Located(speech.said)
    found: list[Said] = []
    wrong: set[int] = set()
    for passage in passages:
        lexicon = lexicons.load(passage.language)
        if lexicon is None or text[passage.start : passage.end].rstrip()[-1:] in "?？؟":
            continue
        read = _read(text, passage, lexicon)
        here = every.touching(passage.start, passage.end) if read is not None else []
        others = [s for s in here if read is not None and not _is_misread(s.frame, *read)]
        if read is not None and all(s.frame.embedded or s.frame.rule == ATTITUDE for s in others):
            found.append(Said(read[0], passage.paragraph))
            wrong |= {id(s) for s in here if s not in others}
    kept = [s for s in speech.said if id(s) not in wrong]
    ordered = sorted((*kept, *found), key=lambda s: (s.frame.start, -s.frame.contents[-1].end))
    return Speech(tuple(ordered), speech.quotes) if found else speech


def _is_misread(frame: Frame, own: Frame, clause: Span) -> bool:
    """Tell whether a frame takes a part of the speaker, or where it was said, for who speaks in such a clause."""
    if frame.cue is None or not clause.start <= frame.cue.start < clause.end:
        return False
    if frame.source is None or own.source is None:
        return frame.source is None or clause.start <= frame.source.start < clause.end
    part = own.source.start <= frame.source.start and frame.source.end <= own.source.end
    return part and frame.source != own.source


def _read(text: str, passage: Passage, lexicon: Lexicon) -> tuple[Frame, Span] | None:
    """Return the frame of a sentence with such a clause, and the clause."""
    if lexicon.characters:
        return _unparted(text, passage, lexicon)
    opened = _opened("unnamed", text, passage, lexicon) or _opened("words", text, passage, lexicon)
    return opened or next(_named(text, passage, lexicon), None)


def _group(found: re.Match[str], name: str) -> Span | None:
    """Return the group of one name, which may be counted ("who2") in the alternatives of an expression."""
    names = (n for n in (name, f"{name}2", f"{name}3") if found.groupdict().get(n) is not None)
    return next((Span(*found.span(n)) for n in names), None)


# ---------------------------------------------------------------- where nothing parts words


def _unparted(text: str, passage: Passage, lexicon: Lexicon) -> tuple[Frame, Span] | None:
    pattern = _pattern("whole", lexicon.code)
    found = pattern.search(text, passage.start, passage.end) if pattern is not None else None
    if found is None:
        return None
    who, cue = _group(found, "who"), _group(found, "cue")
    if who is None or cue is None:
        return None
    name = text[who.start : who.end]
    nobody = any(name.startswith(w) for n in ("first_person", "impersonal") for w in lexicon.words[n])
    front = text[passage.start : found.start()].strip(_EDGES)
    if nobody or is_thing_only(text, who, lexicon) or len(front) > _SHORTEST // 3:
        return None
    return _frame(text, who, cue, [Span(found.end(), passage.end)], Span(*found.span()), _SHORTEST // 3)


# ---------------------------------------------------------------- at the head of a sentence


def _opened(kind: str, text: str, passage: Passage, lexicon: Lexicon) -> tuple[Frame, Span] | None:
    """Read "As she wrote in her letter, P" without the subject, and "In the words of Voss, P"."""
    pattern = _pattern(kind, lexicon.code)
    for start in clause_starts(text, passage, lexicon) if pattern is not None else ():
        found = pattern.match(text, start, passage.end) if pattern is not None else None
        if found is None:
            continue
        clause, who = Span(*found.span()), _group(found, "who")
        source = _noun(text, who, lexicon, last=False) if who is not None else None
        if who is None or source is not None:
            return _frame(text, source, _group(found, "cue") or clause, [Span(clause.end, passage.end)], clause)
    return None


# ---------------------------------------------------------------- with a subject


def _named(text: str, passage: Passage, lexicon: Lexicon) -> Iterator[tuple[Frame, Span]]:
    conjunction = _pattern("as", lexicon.code)
    for found in conjunction.finditer(text, passage.start, passage.end) if conjunction is not None else ():
        if _OPENS.search(text[passage.start : found.start()]) is None:
            continue
        clause = _clause(text, found.end(), passage.end, lexicon)
        if clause is None:
            continue
        end, cue, source = clause
        before, behind = Span(passage.start, found.start()), Span(end, passage.end)
        leads = len(text[before.start : before.end].strip(_EDGES)) <= _FRONTED and behind.end - end > _SHORTEST
        frame = _frame(text, source, cue, [behind] if leads else [before, behind], Span(found.start(), end))
        if frame is not None:
            yield frame


def _clause(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, Span, Span] | None:
    """Return where a clause ends, its word of saying and who says it; the clause ends at the mark behind both."""
    for close in _CLOSES.finditer(text, start, min(end, start + _LONGEST)):
        cue = _cue(text, Span(start, close.start()), lexicon)
        unsaid = cue is not None and _UNSAID.search(text[start : cue.start]) is not None
        source = _subject(text, Span(start, close.start()), cue, lexicon) if cue is not None and not unsaid else None
        if cue is not None and source is not None:
            return close.start(), cue, source
        if close[0][0] in ";:." or not lexicon.inverted:
            return None  # only where the verb stands last may an apposition part it from its subject
    return None


def _cue(text: str, clause: Span, lexicon: Lexicon) -> Span | None:
    pattern = _pattern("verbs", lexicon.code)
    own = pattern.search(text, clause.start, clause.end) if pattern is not None else None
    if own is not None:
        return Span(*own.span())
    hits = [h for h in Marked(text, clause, lexicon).hits if (found := label_of(h, "verbs")) and found[1] != "denies"]
    return Span(hits[0].start, hits[0].end) if hits else None


def _subject(text: str, clause: Span, cue: Span, lexicon: Lexicon) -> Span | None:
    """Return who stands before the word of saying, or else behind it, adverbs left out."""
    adverbs = forms("as_said")["adverbs"].get(lexicon.code, "")
    words = expression(f"(?:{adverbs})*") if adverbs else None
    at = cue.end + 1
    after = words.match(text, at, clause.end) if words is not None else None
    behind = Span(after.end() if after is not None else at, clause.end)
    before = Span(clause.start, cue.start)
    named = any(t.is_capital or lexicon.has("pronouns", t.norm) for t in tokenize(text[before.start : before.end]))
    order = (before, behind) if named else (behind,)
    return next((s for part in order if (s := _noun(text, part, lexicon, last=part is before)) is not None), None)


def _noun(text: str, part: Span, lexicon: Lexicon, *, last: bool) -> Span | None:
    """Return the noun phrase at the start of some words, if it can speak and is not the author."""
    tokens = tokenize(text[part.start : part.end], part.start)
    if tokens and _HANDLE.fullmatch(tokens[0].text) is not None:
        return Span(tokens[0].start, tokens[0].end)
    found = Nouns(tokens, lexicon).right(0) if tokens else None
    if found is None and last and tokens:
        found = Nouns(tokens, lexicon).left(len(tokens))
    if found is None:
        return None
    span = Span(tokens[found[0]].start, tokens[found[1] - 1].end)
    own = lexicon.has("first_person", fold(text[span.start : span.end]))
    return span if not own and speaks(text, span, lexicon) else None


def _frame(
    text: str, source: Span | None, cue: Span, parts: Sequence[Span], clause: Span, least: int = _SHORTEST
) -> tuple[Frame, Span] | None:  # fmt: skip
    held = tuple(s for part in parts if (s := _trim(text, part)).end > s.start)
    if sum(s.end - s.start for s in held) < least:
        return None
    rule = AS_SAID if source is not None else f"{ZERO}: {AS_SAID}"
    return Frame(source, cue, held, "indirect", "asserts", rule), clause


def _trim(text: str, part: Span) -> Span:
    start, end = part.start, part.end
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)
