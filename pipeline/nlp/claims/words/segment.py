"""Paragraphs and passages of a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.tokens import tokenize
from pipeline.records import Language, Passage, Span

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_SHORT = 24
"""Below this many letters a passage takes its paragraph's language; below five times that, its document's."""


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """Return the paragraphs: stretches between blank lines, white space trimmed."""
    spans = []
    at = 0
    for match in [*_BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        piece = text[at:end]
        if piece.strip():
            spans.append(Span(at + len(piece) - len(piece.lstrip()), at + len(piece.rstrip())))
        at = match.end() if match else end
    return tuple(spans)


def segment(
    text: str, hint: str | None = None, language: Language | None = None
) -> tuple[tuple[Passage, ...], tuple[Span, ...]]:
    """Return (passages, paragraphs) of a text; a paragraph that is surely in another language says so.

    Args:
        text: the text; paragraphs are parted by blank lines.
        hint: what its source says of its language; with ``language`` None it is taken at its word.
        language: the language of the document, if it was told before.
    """
    from pipeline.nlp.sentences import split

    document = language or (Language(hint, 1.0) if hint else document_language(text, None))
    paragraphs = paragraphs_of(text)
    passages: list[Passage] = []
    for index, span in enumerate(paragraphs):
        piece = text[span.start : span.end]
        code = document.code if hint and language is None else _paragraph_language(piece, document)
        for sentence in split(piece, code):
            if sentence.end > sentence.start:
                passages.append(Passage(span.start + sentence.start, span.start + sentence.end, code, index))
    return tuple(_with_answers(text, passages)), paragraphs


def _with_answers(text: str, passages: list[Passage]) -> list[Passage]:
    """Join a question and the word that answers it at once ("Is it fast? Yes!"): together they assert."""
    joined: list[Passage] = []
    for passage in passages:
        last = joined[-1] if joined else None
        if last and last.paragraph == passage.paragraph and _answers(text, last, passage):
            joined[-1] = Passage(last.start, passage.end, last.language, last.paragraph)
        else:
            joined.append(passage)
    return joined


def _answers(text: str, question: Passage, passage: Passage) -> bool:
    if passage.end - passage.start > 30 or text[question.end - 1] not in "?？؟":
        return False
    lexicon = lexicons.load(passage.language)
    words = [t.norm for t in tokenize(text[passage.start : passage.end]) if t.is_word]
    return lexicon is not None and 0 < len(words) <= 2 and words[0] in lexicon.words["answers"]


def document_language(text: str, hint: str | None) -> Language:
    """Return the language of a whole text."""
    from pipeline.nlp.language import detect_document

    return detect_document(text, hint)


def _paragraph_language(piece: str, document: Language) -> str:
    from pipeline.nlp.language import detect

    letters = sum(c.isalpha() for c in piece)
    if letters < _SHORT:
        return document.code
    found = detect(piece, prior={document.code: max(0.5, document.confidence)})
    sure = found.confidence >= (0.9 if letters < 5 * _SHORT else 0.7)
    return found.code if sure and found.code != "und" else document.code


Splitter = Callable[[str, str], tuple[Span, ...]]


def passage_at(passages: Sequence[Passage], starts: Sequence[int], at: int) -> Passage:
    """Return the passage that an offset lies in or follows. ``starts`` are where the passages start, in order."""
    return passages[max(0, bisect_right(starts, at) - 1)]
