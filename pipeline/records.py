"""The nouns of the pipeline: frozen records that flow between rooms.

Everyone imports this file; it imports only the standard library.

Conventions that hold everywhere:

* A *span* is a half-open pair of Unicode code-point offsets into ``Article.text`` (NFC).
  For every record with ``start``, ``end`` and ``text``: ``article.text[start:end] == text``.
* Ids are content hashes with a version prefix (see :func:`content_id`), never row numbers.
* Times are aware datetimes in UTC; a day without a time is midnight UTC.
* Absence is ``None``; an empty tuple means "looked for and found none".
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Generic, Literal, TypeVar

T = TypeVar("T")

SourceKind = Literal["feed", "page", "files"]
ArticleKind = Literal["newsletter", "article", "email", "file"]
Role = Literal["original", "translation", "copy", "coverage", "unknown"]
Commitment = Literal["asserts", "reports", "denies", "doubts"]
QuoteMode = Literal["direct", "indirect", "none"]
HolderKind = Literal["author", "named", "group", "anonymous"]
StanceLabel = Literal["yes", "no", "mixed", "none", "abstain"]
QuantityKind = Literal[
    "ratio", "percent", "points", "money", "count", "duration", "date", "score", "rank", "size", "other"
]
EntityType = Literal[
    "person", "organisation", "model", "benchmark", "metric", "publication", "place", "event", "law", "other"
]
Verdict = Literal["verbatim", "translation", "paraphrase_in_quotes", "altered", "no_original"]

LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl", "zh", "ja", "ko", "ru", "ar")
"""Languages that claims are read in (BCP 47 primary subtags)."""


def content_id(prefix: str, *parts: str) -> str:
    """Return ``prefix`` + 16 hex digits of the SHA-256 of the parts.

    Parts are length-prefixed, so ("ab", "c") and ("a", "bc") differ.

    >>> content_id("c1_", "a", "b")
    'c1_facdde7abf1eac5b'
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(str(len(data)).encode() + b":" + data)
    return prefix + digest.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open code-point range ``[start, end)`` into an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of an article's text, with the words it covers."""

    text: str
    start: int
    end: int


# ---------------------------------------------------------------- configuration


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read, as configured. ``url`` is an http(s) address, or a path for kind ``files``."""

    id: str
    kind: SourceKind
    url: str
    outlet: str
    language: str | None = None
    newsletter: bool = False
    """Issues are cut into their items."""
    full_text: bool = False
    """The feed holds teasers only: fetch each entry's page."""
    checked: str | None = None
    """ISO day on which the live address was last seen to work; None = never checked."""
    max_items: int = 50
    """Newest entries that are read per run."""


@dataclass(frozen=True, slots=True)
class Question:
    """A debatable question, with optional statements that stand for its two sides."""

    id: str
    text: str
    yes: tuple[str, ...] = ()
    """Statements that answer yes."""
    no: tuple[str, ...] = ()
    """Statements that answer no."""
    topic: tuple[str, ...] = ()
    """Sentences or terms that show what the question is about."""


# ---------------------------------------------------------------- fetch


@dataclass(frozen=True, slots=True)
class FetchState:
    """What a server told us last time, so that an unchanged source costs one 304."""

    etag: str | None = None
    last_modified: str | None = None
    body_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """A body as it came: from the network, a folder or standard input."""

    source_id: str
    url: str
    """Address asked for, or ``file:`` path relative to the source's folder."""
    final_url: str
    media_type: str
    """From the header or the file name; ``application/octet-stream`` if unknown."""
    charset: str | None
    """From the header only; a guess is the extract room's business."""
    body: bytes
    sha256: str
    fetched: datetime
    """When these bytes were first seen."""
    state: FetchState = FetchState()
    entry: Entry | None = None
    """The feed entry that this page belongs to, when it was fetched for its full text."""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The source answered 304, or the same bytes as last time."""

    source_id: str
    url: str
    state: FetchState


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed, cleaned of nothing."""

    id: str
    url: str
    title: str
    byline: str | None
    published: datetime | None
    html: str
    """Longest of content and summary."""


# ---------------------------------------------------------------- article


@dataclass(frozen=True, slots=True)
class Language:
    """BCP 47 code (``und`` = cannot tell) and a confidence in 0..1."""

    code: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of an article, such as one story of a newsletter issue."""

    start: int
    end: int
    title: str


@dataclass(frozen=True, slots=True)
class Article:
    """One readable text. Paragraphs are separated by a blank line, and hold no line break unless it means one."""

    id: str
    """``content_id("a1_", source_id, url or sha256, text)``."""
    source_id: str
    url: str
    title: str
    byline: str | None
    outlet: str
    published: datetime | None
    fetched: datetime
    kind: ArticleKind
    text: str
    sections: tuple[Section, ...]
    asides: tuple[Span, ...]
    """Parts that are kept in the text but hold no claims: headings, sponsor blocks, read-more lists, sign-off, code."""
    blockquotes: tuple[Span, ...]
    """Block quotations and forwarded mail: someone else's words."""
    links: tuple[Link, ...]
    raw_sha256: str
    language_hint: str | None = None
    """What the page, mail or configuration says of its language."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words of the text that carried a link, and where it led (absolute)."""

    start: int
    end: int
    url: str


# ---------------------------------------------------------------- reading (nlp)


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


# ---------------------------------------------------------------- cluster


@dataclass(frozen=True, slots=True)
class Stance:
    """A holder's answer to a question, as far as one claim shows it. ``probability`` is that of the label."""

    question_id: str
    label: StanceLabel
    probability: float


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article's matter comes from. ``of`` is the id of the article that it renders or reports on."""

    family_id: str
    role: Role
    of: str | None
    evidence: tuple[str, ...] = ()
    """Short reasons: "31 of 34 sentences align", "names Import AI", "same text"."""


@dataclass(frozen=True, slots=True)
class Totals:
    """How much speaks for one label. ``voices``: distinct holders; ``origins``: independent article families."""

    claims: int
    articles: int
    voices: int
    origins: int


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of one side that make the same point. ``key_point`` is the text of a real claim, ``key_claim_id``."""

    id: str
    label: StanceLabel
    key_point: str
    key_claim_id: str
    claim_ids: tuple[str, ...]
    voices: int
    origins: int
    languages: tuple[str, ...]
    first_seen: datetime | None
    last_seen: datetime | None


@dataclass(frozen=True, slots=True)
class PositionEntry:
    """One dated answer of a holder."""

    date: datetime | None
    label: StanceLabel
    claim_id: str


@dataclass(frozen=True, slots=True)
class Position:
    """A holder's answers over time, oldest first. ``changes`` are indexes into ``entries`` where the label turned."""

    holder: str
    entity_id: str | None
    entries: tuple[PositionEntry, ...]
    changes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What drifted between an original and its rendering: kind, and the words on both sides."""

    kind: str
    """number, entity, hedge, negation, holder, term, unit."""
    original: str | None
    variant: str | None


@dataclass(frozen=True, slots=True)
class Variant:
    """One printed form of a statement, judged against the best original in the corpus."""

    claim_id: str
    text: str
    verdict: Verdict
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Drift:
    """A statement and its printed forms. ``original_claim_id`` is None when the corpus holds no original."""

    statement: str
    original_claim_id: str | None
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """The answer to one question."""

    question: Question
    totals: tuple[tuple[StanceLabel, Totals], ...]
    groups: tuple[Group, ...]
    positions: tuple[Position, ...]
    drift: tuple[Drift, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the cluster room found across articles. Mappings are tuples of pairs sorted by key."""

    families: tuple[tuple[str, str], ...]
    """(claim id, family id)."""
    stances: tuple[tuple[str, tuple[Stance, ...]], ...]
    """(claim id, its stance to each question, in the order of the questions)."""
    origins: tuple[tuple[str, Origin], ...]
    """(article id, origin)."""
    questions: tuple[QuestionResult, ...]


# ---------------------------------------------------------------- outcomes and editions


@dataclass(frozen=True, slots=True)
class Failure:
    """One item that a room could not handle, with what to do about it."""

    room: str
    item: str
    kind: str
    message: str
    retryable: bool = False


@dataclass(frozen=True, slots=True)
class Dropped:
    """An item left out on purpose: filtered is not failed."""

    reason: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """A value."""

    value: T


Outcome = Done[T] | Dropped | Failure
"""What becomes of one item in one room: exactly one outcome per input, in the order of the inputs."""


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """How one source fared. ``status``: ok, unchanged, failed."""

    source_id: str
    status: str
    articles: int
    message: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference from the edition before. ``kind``: new, grew, shrank, merged, split, moved, withdrawn."""

    kind: str
    what: str
    """article, family, group, position."""
    id: str
    label: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that is published together. ``generated`` is not part of its identity."""

    id: str
    generated: datetime
    articles: tuple[Article, ...]
    readings: tuple[Reading, ...]
    """In the order of the articles."""
    analysis: Analysis
    sources: tuple[SourceStatus, ...]
    failures: tuple[Failure, ...]
    dropped: tuple[Dropped, ...]
    changes: tuple[Change, ...]
    models: tuple[tuple[str, str], ...] = ()
    """(name, revision)."""
    settings: str = ""
    """Hash of the settings that shape the result."""
    previous: str | None = field(default=None)
    """Id of the edition before."""
