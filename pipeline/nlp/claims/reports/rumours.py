"""Rumours: "por lo visto, P", "Говорят, что P", "Pらしい", "P고 한다". Others say so, and nobody is named.

Beside :mod:`pipeline.nlp.claims.reports.hearsay`, which reads verb forms and passives: what opens or closes a sentence
here says of all of it that it goes about. Read in claims alone, where no other frame takes a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.nlp.claims.frames import VIEW, Frame
from pipeline.nlp.claims.fusion.pairing import touch
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.rules.located import asserting
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.forms import before, behind, expression, forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import tokenize
from pipeline.records import Passage, Span

RUMOUR = f"{VIEW}: it goes about"
"""Rule of the frames made here: nobody is said to hold it."""
_COMMA, _EDGES = ",،，", " \t\n\u00a0\u3000,،，;:：.!?…。"
_SHORTEST, _HEAD = 4, 40
"""Fewest characters of what is said; characters within which a sentence shows whether a word of contrast opens it."""


@cache
def _pattern(kind: str, code: str) -> re.Pattern[str] | None:
    form = forms("rumours")[kind].get(code)
    edged = f"(?:{form})" if kind == "that" else f"{before(code)}(?:{form}){behind(code)}"
    return expression(edged) if form else None


def with_rumours(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech with the rumours of sentences that no frame touches."""
    taken = asserting(speech.said)
    found: list[Said] = []
    for passage in passages:
        lexicon = lexicons.load(passage.language)
        if lexicon is None or _asks(text, passage):
            continue
        others = [s.frame for s in taken.touching(passage.start, passage.end)]
        frame = _that(text, passage, lexicon) if all(f.kind == "indirect" for f in others) else None
        if others and not (frame is not None and all(_is_same(f, frame) for f in others)):
            continue
        frame = frame or _opened(text, passage, lexicon) or _beside(text, passage, lexicon)
        frame = frame or _closed(text, passage, lexicon)
        found += [Said(frame, passage.paragraph)] if frame is not None else []
    kept = [s for s in speech.said if not any(_is_same(s.frame, f.frame) for f in found)]
    ordered = sorted((*kept, *found), key=lambda s: (s.frame.start, -s.frame.contents[-1].end))
    return Speech(tuple(ordered), speech.quotes) if found else speech


def _is_same(frame: Frame, rumour: Frame) -> bool:
    """Tell whether a frame takes the words of a rumour ("se prevé") for those of a subject that stands behind them."""
    return frame.cue is not None and rumour.cue is not None and touch(frame.cue, rumour.cue)


def _asks(text: str, passage: Passage) -> bool:
    return text[passage.start : passage.end].rstrip()[-1:] in ("?", "؟", "？")


def _that(text: str, passage: Passage, lexicon: Lexicon) -> Frame | None:
    """Read "It is rumoured that P" at the head of a sentence."""
    that = _pattern("that", lexicon.code)
    found = that.match(text, _head(text, passage, lexicon), passage.end) if that is not None else None
    return _frame(found.span(), [_trim(text, found.end(), passage.end)]) if found is not None else None


def _opened(text: str, passage: Passage, lexicon: Lexicon) -> Frame | None:
    """Read "As they say, P" and "P, they say, Q"."""
    start = _head(text, passage, lexicon)
    adverbs = _pattern("adverbs", lexicon.code)
    for found in adverbs.finditer(text, start, passage.end) if adverbs is not None else ():
        before, behind = text[start : found.start()].rstrip(), text[found.end() : passage.end].lstrip()
        if not before and behind[:1] not in ".;!…":
            return _frame(found.span(), [_trim(text, found.end(), passage.end)])
        if before[-1:] in _COMMA and behind[:1] in (*_COMMA, ".", "!"):
            parts = _trim(text, start, found.start()), _trim(text, found.end(), passage.end)
            return _frame(found.span(), [p for p in parts if p is not None])
    return None


def _head(text: str, passage: Passage, lexicon: Lexicon) -> int:
    """Return where a sentence begins, without marks and a word of contrast."""
    start = passage.start
    near = text[start : min(passage.end, start + _HEAD)]
    tokens = [] if lexicon.characters else [t for t in tokenize(near, start) if t.is_word][:2]
    if len(tokens) == 2 and lexicon.has("contrasts", tokens[0].norm) and not lexicon.has("breaks", tokens[1].norm):
        return tokens[1].start
    while start < passage.end and not (text[start].isalnum()):
        start += 1
    return start


def _beside(text: str, passage: Passage, lexicon: Lexicon) -> Frame | None:
    """Read "Der Kran ist angeblich zu klein": the adverb stands beside the verb of the first clause, or opens it."""
    pattern = _pattern("beside", lexicon.code)
    found = pattern.search(text, passage.start, passage.end) if pattern is not None else None
    if found is None or any(mark in text[passage.start : found.start()] for mark in _COMMA + ":;—–("):
        return None
    before = [t for t in tokenize(text[passage.start : found.start()], passage.start) if t.is_word]
    verb = before[-1] if before else None
    if verb is not None and not (lexicon.has("finite", verb.norm) or lexicon.has("auxiliaries", verb.norm)):
        return None
    parts = _trim(text, passage.start, found.start()), _trim(text, found.end(), passage.end)
    return _frame(found.span(), [p for p in parts if p is not None])


def _closed(text: str, passage: Passage, lexicon: Lexicon) -> Frame | None:
    """Read "Pらしい", "P고 한다"."""
    pattern, unless = _pattern("endings", lexicon.code), _pattern("not", lexicon.code)
    end = len(text[: passage.end].rstrip(_EDGES + "！」』")) if pattern is not None else passage.end
    found = next((m for m in pattern.finditer(text, passage.start, end) if m.end() == end), None) if pattern else None
    if found is None or (unless is not None and unless.search(text[passage.start : end]) is not None):
        return None
    return _frame(found.span(), [_trim(text, passage.start, found.start())])


def _frame(cue: tuple[int, int], contents: Sequence[Span | None]) -> Frame | None:
    held = tuple(c for c in contents if c is not None)
    if not held or held[-1].end - held[0].start < _SHORTEST:
        return None
    return Frame(None, Span(*cue), held, "indirect", "reports", RUMOUR)


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end) if start < end else None
