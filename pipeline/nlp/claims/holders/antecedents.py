"""Whom a pronoun may mean: who spoke, and whom the sentences before it are about.

A paragraph is about the person or body that its sentences have for their subject (the centering of Grosz, Joshi and
Weinstein, 1995): who is introduced there comes before whoever spoke in the paragraph before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.nlp.claims.fusion.sources import opening_subject
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.quotes import find_quotes
from pipeline.records import Holder, Passage, Span

REACH = 1200
"""How many characters back an antecedent may stand."""
_SENTENCE_END = re.compile(r"[.!?](?!\S)|[。！？]|\n\s*\n")
_OPENING = " \t\u00a0*_\"'“”„«»‘’([#->"
_HEADING = re.compile(r"[:：]\s+(?=[^\W\d_])")
_LONGEST_HEADING = 140
_BREAK = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a later word may mean."""

    holder: Holder
    at: int
    person: bool | None
    """None: one single bearer of a name, of unknown kind."""
    group: bool
    subject: bool
    single: bool = False
    """One without a name, or under that of an account, whom English may call "they"."""
    document: bool = False
    """No people: what is read, and may say something."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a pronoun or "the company" says of whom it means."""

    person: bool
    plural: bool = False
    any_kind: bool = False
    gender: str = ""

    def fits(self, candidate: Candidate) -> bool:
        """Tell whether somebody is of the kind and number that is wanted."""
        if self.any_kind:
            return True
        if self.plural:
            people = candidate.group or candidate.person is False or candidate.single
            return people and not candidate.document
        return candidate.person is None or candidate.person == self.person


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence before a pronoun: the subject that opens it, None where that cannot be read, and its quotations."""

    span: Span
    subject: Span | None
    quotes: tuple[Span, ...]
    own: bool = False
    """Whether this is the sentence of the pronoun itself, as far as it stands before it."""


def sentences_before(text: str, at: int, lexicon: Lexicon, *, own: bool = False) -> tuple[int, tuple[Sentence, ...]]:
    """Return (where the context begins, its sentences outside quotations, the last one first).

    The context is what stands before the sentence of ``at`` in its paragraph; if nothing does, the paragraph before.
    With ``own``, the sentence of ``at`` belongs to it, too, up to that place.
    """
    start, end = _paragraph(text, at)
    found = tuple(s for s in _sentences(text, Span(start, end), at, lexicon) if own or not s.own)
    if any(not s.own for s in found) or not start:
        return start, found
    start, end = _paragraph(text, len(text[:start].rstrip()))
    return start, (*found, *_sentences(text, Span(start, end), end, lexicon))


def _paragraph(text: str, at: int) -> tuple[int, int]:
    """Return the paragraph around a place, no more of it than is in reach."""
    low = max(0, at - REACH)
    after = _BREAK.search(text, at)
    return max((m.end() for m in _BREAK.finditer(text, low, at)), default=low), after.start() if after else len(text)


def _sentences(text: str, paragraph: Span, at: int, lexicon: Lexicon) -> Iterator[Sentence]:
    from pipeline.nlp.sentences import split

    quotes = tuple(Span(q.start, q.end) for q in find_quotes(text, paragraph))
    for piece in reversed(split(text[paragraph.start : paragraph.end], lexicon.code)):
        begin, end = paragraph.start + piece.start, paragraph.start + piece.end
        span = Span(begin, min(end, at))
        if begin >= at or any(q.start <= span.start and span.end <= q.end for q in quotes):
            continue
        quoted = any(q.start <= span.start < q.end for q in quotes)
        yield Sentence(span, None if quoted else _subject(text, span, lexicon), quotes, own=end > at)


def _subject(text: str, span: Span, lexicon: Lexicon) -> Span | None:
    """Return the subject that opens a sentence, also behind a heading on the same line ("Cranes fail: A user …")."""
    starts = [span.start]
    if text[max(0, span.start - 1) : span.start] in ("", "\n"):
        heading = _HEADING.finditer(text, span.start, min(span.end, span.start + _LONGEST_HEADING))
        starts += [m.end() for m in heading if not text[m.end()].islower()]
    found = (opening_subject(text, Passage(start, span.end, lexicon.code, 0), lexicon) for start in reversed(starts))
    return next((subject for subject in found if subject is not None), None)


def near(text: str, at: int, source: Span) -> bool:
    """True for a place in the same sentence as ``source`` or the one before."""
    return len(_SENTENCE_END.findall(text[at : source.start].rstrip(_OPENING))) <= 1 and at < source.start


def leads(text: str, at: int, source: Span) -> bool:
    """True for words that open the sentence right before the one that ``source`` opens."""
    between = text[at : source.start].rstrip(_OPENING + "\n")
    return opens(text, at) and re.fullmatch(r"(?:[^.!?\n]|[.!?](?=\S))+[.!?]", between) is not None


def opens(text: str, at: int) -> bool:
    """True for a name that opens its sentence, perhaps after an article: its subject more often than not."""
    before = text[max(0, at - 24) : at].rstrip(_OPENING)
    article = re.search(r"[.!?:。！？：\n](?:[\s\W]*\w{1,3})?$", before) or (at - 24 <= 0 and before.count(" ") < 1)
    return not before or bool(article)
