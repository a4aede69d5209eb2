"""The nouns of the pipeline: frozen records that flow between rooms.

Everyone imports this package; it imports only the standard library. One file per part of the flow.

Conventions that hold everywhere:

* A *span* is a half-open pair of Unicode code-point offsets into ``Article.text`` (NFC).
  For every record with ``start``, ``end`` and ``text``: ``article.text[start:end] == text``.
* Ids are content hashes with a version prefix (see :func:`content_id`), never row numbers.
* Times are aware datetimes in UTC; a day without a time is midnight UTC.
* Absence is ``None``; an empty tuple means "looked for and found none".
"""

from pipeline.records.analysis import (
    Analysis,
    Difference,
    Drift,
    Group,
    Origin,
    Position,
    PositionEntry,
    QuestionResult,
    Role,
    Said,
    Shift,
    ShiftKind,
    Stance,
    StanceLabel,
    Totals,
    Variant,
    Verdict,
)
from pipeline.records.article import Article, ArticleKind, Language, Link, Mention, Section, Span
from pipeline.records.body import Entry, Fetched, FetchState, Unchanged
from pipeline.records.edition import Change, Edition, SourceStatus
from pipeline.records.ids import content_id
from pipeline.records.ledger import ConflictKind, Counterpart, LedgerConflict, LedgerEntry, LedgerValue
from pipeline.records.outcome import Done, Dropped, Failure, Outcome
from pipeline.records.reading import (
    Attribution,
    Claim,
    Commitment,
    Comparison,
    Entity,
    EntityType,
    Evidence,
    Holder,
    HolderKind,
    Passage,
    Quantity,
    QuantityKind,
    QuoteMode,
    Reading,
)
from pipeline.records.source import LANGUAGES, Question, Source, SourceKind
from pipeline.records.tagging import Saying, Tagged, TaggedSpan, Window

__all__ = [
    "LANGUAGES",
    "Analysis",
    "Article",
    "ArticleKind",
    "Attribution",
    "Change",
    "Claim",
    "Commitment",
    "Comparison",
    "ConflictKind",
    "Counterpart",
    "Difference",
    "Done",
    "Drift",
    "Dropped",
    "Edition",
    "Entity",
    "EntityType",
    "Entry",
    "Evidence",
    "Failure",
    "FetchState",
    "Fetched",
    "Group",
    "Holder",
    "HolderKind",
    "Language",
    "LedgerConflict",
    "LedgerEntry",
    "LedgerValue",
    "Link",
    "Mention",
    "Origin",
    "Outcome",
    "Passage",
    "Position",
    "PositionEntry",
    "Quantity",
    "QuantityKind",
    "Question",
    "QuestionResult",
    "QuoteMode",
    "Reading",
    "Role",
    "Said",
    "Saying",
    "Section",
    "Shift",
    "ShiftKind",
    "Source",
    "SourceKind",
    "SourceStatus",
    "Span",
    "Stance",
    "StanceLabel",
    "Tagged",
    "TaggedSpan",
    "Totals",
    "Unchanged",
    "Variant",
    "Verdict",
    "Window",
    "content_id",
]
