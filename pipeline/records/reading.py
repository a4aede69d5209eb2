"""What one article says: passages, claims, who holds them, quantities, entities."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pipeline.records.article import Language, Mention, Span

Commitment = Literal["asserts", "reports", "denies", "doubts"]


QuoteMode = Literal["direct", "indirect", "none"]


HolderKind = Literal["author", "named", "group", "anonymous"]


EntityType = Literal[
    "person", "organisation", "model", "benchmark", "metric", "publication", "place", "event", "law", "other"
]


QuantityKind = Literal[
    "ratio", "percent", "points", "money", "count", "duration", "date", "score", "rank", "size", "other"
]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence-sized unit in its own language: articles quote in others. ``paragraph`` counts from 0."""

    start: int
    end: int
    language: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Holder:
    """Who commits to a claim. ``text`` is the best name found (its span), also when a pronoun stood in the sentence."""

    text: str
    start: int
    end: int
    kind: HolderKind
    entity_id: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One level of who-says-through-whom."""

    source: Mention | None
    cue: Mention | None
    kind: QuoteMode
    commitment: Commitment


@dataclass(frozen=True, slots=True)
class Entity:
    """A named thing. ``entity_id`` is a gazetteer id (``Q…`` or ``x:slug``), or a content hash of its name."""

    text: str
    start: int
    end: int
    type: EntityType
    entity_id: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is compared with what. Each part is words of the text or None, never invented.

    ``direction``: more, less, equal, up, down, or None.
    """

    subject: Mention | None
    baseline: Mention | None
    measure: Mention | None
    direction: str | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount as written, and as an exact decimal in base units.

    ``value`` is None when only a range is known. ``unit`` follows UCUM where it has one (``%``, ``h``, ``GW`` → ``W``
    with the value scaled), else a plain English noun (``token``, ``parameter``); ratios have unit ``1``.
    ``currency`` is ISO 4217. A ``date`` has no value but ``date`` (ISO 8601, as precise as written).
    """

    id: str
    text: str
    start: int
    end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    kind: QuantityKind
    currency: str | None
    approximate: bool
    comparison: Comparison | None = None
    date: str | None = None
    maximum: Decimal | None = None
    """Of a score ("7 out of 10")."""
    per: str | None = None
    """Denominator of a rate: ``month``, ``s`` …"""
    bound: str | None = None
    """``>=``, ``<=``, ``>``, ``<`` for "at least", "up to", "more than", "less than"."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a label was given, for ``explain``: the rule or model that fired and the words that it fired on."""

    label: str
    rule: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One asserted sentence (or clause), with who stands behind it and how firmly."""

    id: str
    """``content_id("c1_", article_id, str(start), str(end))``."""
    article_id: str
    start: int
    end: int
    text: str
    language: str
    content: tuple[Span, ...]
    """The asserted words alone, without attribution ("he wrote"); one or more spans inside the claim."""
    holder: Holder | None
    attribution: tuple[Attribution, ...]
    """Outermost first; empty when the author speaks."""
    quoted: QuoteMode
    negated: bool
    hedged: bool
    hedges: tuple[Mention, ...]
    quantities: tuple[str, ...]
    """Ids of the quantities inside."""
    entities: tuple[Entity, ...]
    score: float
    """Probability that this is a claim, 0..1, rounded to 4 digits."""
    evidence: tuple[Evidence, ...] = ()
    checkable: float = 0.5
    """Probability that evidence could confirm or refute something in it, be it within an opinion or a promise."""
    joint: tuple[Holder, ...] = ()
    """Others who say it together with the holder ("Voss and Venn wrote"), in the order of the text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the nlp room found in one article."""

    article_id: str
    language: Language
    passages: tuple[Passage, ...]
    claims: tuple[Claim, ...]
    quantities: tuple[Quantity, ...]
    entities: tuple[Entity, ...]
    dropped: tuple[tuple[str, int], ...] = ()
    """(reason, number of passages) for the passages that hold no claim, sorted by reason."""
