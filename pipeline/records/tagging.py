"""What the learned reader says of a stretch of text, before rules weigh it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records.article import Span
from pipeline.records.reading import Commitment, QuoteMode


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A marked stretch. ``kind`` is empty where the tag has no kinds; ``probability`` is the mean over its tokens."""

    kind: str
    start: int
    end: int
    probability: float


@dataclass(frozen=True, slots=True)
class Saying:
    """An act of saying: who, by which cue, which words. ``inner``: reported inside another one."""

    source: Span | None
    cue: Span | None
    contents: tuple[Span, ...]
    kind: QuoteMode
    commitment: Commitment
    inner: bool
    probability: float


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of text to tag with the sentences in it; all offsets count from the start of ``text``."""

    text: str
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Tagged:
    """All that is said of one window. ``sentences`` holds one row of nine probabilities for each sentence.

    The order of a row: claim of fact, arguable claim, question, instruction, advert, navigation, greeting, fragment,
    fiction.
    """

    sentences: tuple[tuple[float, ...], ...]
    sayings: tuple[Saying, ...]
    negations: tuple[TaggedSpan, ...]
    hedges: tuple[TaggedSpan, ...]
    entities: tuple[TaggedSpan, ...]
    terms: tuple[TaggedSpan, ...]
    """Names and terms of AI texts, in finer types."""
    verifiable: tuple[float | None, ...] = ()
    """Of each sentence: probability that it holds something that could be checked; None beyond the length limit."""
