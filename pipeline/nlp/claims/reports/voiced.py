"""Statements that are told without a clause, in claims: what is voiced, likened, put in a nutshell, held as a thesis.

"The unions voiced concern about P", "Voss has likened P to Q", "Voss sees P as Q", "Voss sums it up: P",
"the thesis of Mara Voss: P" report a statement, though no verb of saying opens a clause. The forms stand in
``data/voiced.yaml``; they are read where no other frame takes a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.fusion.sources import is_thing_only, negated_cue, speaks
from pipeline.nlp.claims.reports.tellers import teller
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.rules.located import asserting
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.forms import UNPARTED, expression, forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import fold
from pipeline.records import Passage, Span

VOICED = "voiced without a clause"
"""Rule of the frames made here."""
_KINDS = ("voices", "likens", "sees", "sums", "stances", "consensus")
_EDGES = " \t\n\u00a0\u3000,，、;:：.!?…。"
_SHORTEST = 2
"""Fewest characters of a subject where words are not parted, and of what is said."""


_FRONT = 32
"""Characters of what is likened by which it may show that it is measured."""


@cache
def _forms(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the expressions of a language with their kinds."""
    data = forms("voiced")
    edge = "" if code in UNPARTED else r"(?<![\w-])"
    nouns = {f"{{{kind}}}": data[kind].get(code, "") for kind in ("stance", "rule")}
    written = [(kind, form) for kind in _KINDS for form in data[kind].get(code, ())]
    for mark, words in nouns.items():
        written = [(kind, form.replace(mark, words)) for kind, form in written]
    return tuple((kind, expression(rf"{edge}(?:{form})")) for kind, form in written)


@cache
def _deed(code: str) -> re.Pattern[str] | None:
    """Return what makes a likening a deed: researchers compare drugs, and say nothing by it."""
    form = forms("voiced")["deeds"].get(code)
    return expression(form) if form else None


def with_voiced(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech with the statements of sentences that no frame touches."""
    taken = asserting(speech.said)
    found: list[Said] = []
    for passage in passages:
        lexicon = lexicons.load(passage.language)
        if lexicon is None or taken.touching(passage.start, passage.end):
            continue
        frame = _voiced(text, passage, lexicon)
        found += [Said(frame, passage.paragraph)] if frame is not None else []
    ordered = sorted((*speech.said, *found), key=lambda s: (s.frame.start, -s.frame.contents[-1].end))
    return Speech(tuple(ordered), speech.quotes) if found else speech


def _voiced(text: str, passage: Passage, lexicon: Lexicon) -> Frame | None:
    """Return the statement of the first form that names somebody."""
    for kind, pattern in _forms(lexicon.code):
        found = pattern.search(text, passage.start, passage.end)
        if found is None:
            continue
        source = _source(text, passage, found, lexicon)
        content = _trim(text, found.start("what"), _end(text, passage, found))
        if source is None or content is None or (kind == "likens" and _is_deed(text, source, content, lexicon)):
            continue
        cue = _cue(text, found, source)
        negated = negated_cue(text, source, cue, lexicon)
        return Frame(source, cue, (content,), "indirect", "asserts", f"{VOICED}: {kind}", cue_negated=negated)
    return None


def _source(text: str, passage: Passage, found: re.Match[str], lexicon: Lexicon) -> Span | None:
    """Return who says it: where the form itself has a place for them, or right before it."""
    if "all" in found.re.groupindex:
        return Span(*found.span("all"))
    if "who" not in found.re.groupindex:
        source = teller(text, passage, found.start(), lexicon)
        own = source is not None and lexicon.has("first_person", fold(text[source.start : source.end]))
        return None if own else source
    source = _bare(text, *found.span("who"), lexicon) if lexicon.characters else Span(*found.span("who"))
    if source is None or source.end - source.start < _SHORTEST or is_thing_only(text, source, lexicon):
        return None
    name = text[source.start : source.end]
    nobody = any(name.startswith(word) for kind in ("first_person", "impersonal") for word in lexicon.words[kind])
    return source if not nobody and speaks(text, source, lexicon) else None


def _bare(text: str, start: int, end: int, lexicon: Lexicon) -> Span | None:
    """Cut adverbs off both ends of a subject, in languages that do not part words."""
    skipped = sorted(lexicon.words["skip"], key=lambda word: (-len(word), word))
    cut = True
    while cut and start < end:
        span = _trim(text, start, end)
        start, end = (span.start, span.end) if span else (end, end)
        front = next((w for w in skipped if text.startswith(w, start, end)), "")
        back = next((w for w in skipped if not front and text.endswith(w, start, end)), "")
        start, end, cut = start + len(front), end - len(back), bool(front or back)
    return Span(start, end) if start < end else None


def _end(text: str, passage: Passage, found: re.Match[str]) -> int:
    """Return where what is said ends: before the verb that closes the sentence, if the form knows one."""
    if "end" in found.re.groupindex and not text[found.end("end") : passage.end].strip(_EDGES):
        return found.start("end")
    return passage.end


def _cue(text: str, found: re.Match[str], source: Span) -> Span:
    """Return the verb: what stands before what is said, or at the end of the form."""
    if source.start >= found.start() and source.end <= found.start("what"):
        before = _trim(text, found.start(), source.start) or _trim(text, source.end, found.start("what"))
    else:
        before = _trim(text, found.start(), found.start("what"))
    return before or Span(*found.span("end" if "end" in found.re.groupindex else "what"))


def _is_deed(text: str, source: Span, content: Span, lexicon: Lexicon) -> bool:
    pattern = _deed(lexicon.code)
    words = f"{text[source.start : source.end]} | {text[content.start : min(content.end, content.start + _FRONT)]}"
    return pattern is not None and pattern.search(words) is not None


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end) if start < end else None
