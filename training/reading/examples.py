"""Labelled passages to rows of tokens with the labels of every group."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from tokenizers import Tokenizer

from pipeline.encode.scheme import ENTITIES, FIELD, GROUPS, SENTENCE
from training.reading.markup import UNSPACED, LabelledPassage, Marked, Sentence

UNKNOWN = -100
"""Label of a token that says nothing about a group."""

PREFIX = "query: "

FIELD_ONLY = "names"
"""Kind of a passage whose only labels are names in the types of :data:`pipeline.encode.scheme.FIELD`."""


@dataclass(frozen=True)
class Piece:
    """A stretch of what is said, as tokens; its cue and source as indexes into the row's, -1 for none."""

    start: int
    end: int
    cue: int
    source: int


@dataclass(frozen=True)
class Row:
    """One training text: token ids, a label per group and token, and the links of its pieces."""

    ids: list[int]
    labels: dict[str, np.ndarray]
    pieces: list[Piece]
    cues: list[tuple[int, int]]
    sources: list[tuple[int, int]]


def joined(passages: Sequence[LabelledPassage]) -> LabelledPassage:
    """Put passages of one language behind each other, as an article does."""
    text, sentences, spans, high = "", [], [], 0
    for passage in passages:
        if text:
            text += "" if passage.language in UNSPACED else " "
        at = len(text)
        sentences += [Sentence(s.start + at, s.end + at, s.label) for s in passage.sentences]
        spans += [
            Marked(m.tag, m.number + high if m.number else 0, m.commitment, m.start + at, m.end + at)
            for m in passage.spans
        ]
        high = max((m.number for m in spans), default=0)
        text += passage.text
    return replace(passages[0], text=text, sentences=tuple(sentences), spans=tuple(spans))


def mixed(passages: Sequence[LabelledPassage], chance: random.Random, longest: int = 700) -> Iterator[LabelledPassage]:
    """Yield every passage once, alone or behind others of its language, in a new order."""
    by_language: dict[str, list[LabelledPassage]] = {}
    for passage in passages:
        by_language.setdefault(passage.language, []).append(passage)
    for language in sorted(by_language):
        waiting = by_language[language][:]
        chance.shuffle(waiting)
        while waiting:
            group = [waiting.pop()]
            while waiting and chance.random() < 0.4 and sum(len(p.text) for p in group) < longest:
                group.append(waiting.pop())
            yield joined(group)


def row(passage: LabelledPassage, tokenizer: Tokenizer) -> Row:
    """Turn a passage into a row; tokens beyond the tokenizer's limit are cut off with their labels."""
    encoding = tokenizer.encode(PREFIX + passage.text)
    places = _places(encoding.offsets, passage.text)
    labels = {name: np.full(len(places), UNKNOWN) for name in GROUPS}
    # A text of another set is labelled in its own types of names alone.
    for name in ("field",) if passage.kind == FIELD_ONLY else (n for n in GROUPS if n not in ("sentence", "field")):
        labels[name][[at for at, place in enumerate(places) if place is not None]] = 0
    for sentence in passage.sentences:
        inside = _tokens(places, sentence.start, sentence.end)
        if inside and sentence.label in SENTENCE:
            labels["sentence"][inside[0] : inside[1]] = SENTENCE.index(sentence.label)
    contents = [m for m in passage.spans if m.tag in "di"]
    cues, sources, found = [], [], {}
    for mark in passage.spans:
        inside = _tokens(places, mark.start, mark.end)
        if inside is None:
            continue
        group, kind = _group(mark, contents)
        if group is None:
            continue
        _write(labels[group], inside, GROUPS[group].index(f"B-{kind}"))
        if group in ("cue", "source"):
            spans = cues if group == "cue" else sources
            found.setdefault((group, mark.number), len(spans))
            spans.append(inside)
    pieces = []
    for mark in contents:
        inside = _tokens(places, mark.start, mark.end)
        if inside is not None:
            cue, source = found.get(("cue", mark.number), -1), found.get(("source", mark.number), -1)
            pieces.append(Piece(*inside, cue, source))
    return Row(list(encoding.ids), labels, pieces, cues, sources)


def _group(mark: Marked, contents: Sequence[Marked]) -> tuple[str | None, str]:
    if mark.tag in "di":
        holds = any(
            c.number != mark.number and c.start <= mark.start and mark.end <= c.end and c != mark for c in contents
        )
        return "inner" if holds else "outer", mark.tag
    if mark.tag in ENTITIES:
        return "entity", mark.tag
    if mark.tag in FIELD:
        return "field", mark.tag
    names = {"s": ("source", "s"), "c": ("cue", mark.commitment), "n": ("negation", "n"), "h": ("hedge", "h")}
    return names.get(mark.tag, (None, ""))


def _places(offsets: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int] | None]:
    """Return where each token stands in the text, without white space; None for the prefix and the marks around."""
    places: list[tuple[int, int] | None] = []
    for left, right in offsets:
        start, end = left - len(PREFIX), right - len(PREFIX)
        while 0 <= start < end and text[start].isspace():
            start += 1
        places.append((start, end) if 0 <= start < end else None)
    return places


def _tokens(places: Sequence[tuple[int, int] | None], start: int, end: int) -> tuple[int, int] | None:
    """Return the tokens whose middle lies in a span of the text."""
    inside = [at for at, place in enumerate(places) if place and start <= (place[0] + place[1] - 1) / 2 < end]
    return (inside[0], inside[-1] + 1) if inside else None


def _write(labels: np.ndarray, inside: tuple[int, int], begin: int) -> None:
    """Write B and I; an entity inside a longer one does not replace it."""
    start, end = inside
    if (labels[start:end] > 0).any():
        return
    labels[start] = begin
    labels[start + 1 : end] = begin + 1
