"""Everything that is published together."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from pipeline.records.analysis import Analysis
from pipeline.records.article import Article
from pipeline.records.ledger import LedgerEntry
from pipeline.records.outcome import Dropped, Failure
from pipeline.records.reading import Reading


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """How one source fared. ``status``: ok, unchanged, failed."""

    source_id: str
    status: str
    articles: int
    message: str = ""
    kind: str = ""
    """Of the failure: a short stable slug."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference from the edition before. ``kind``: new, grew, shrank, merged, split, moved, withdrawn."""

    kind: str
    what: str
    """article, family, group, position."""
    id: str
    label: str
    detail: str = ""
    late: bool = False
    """All that is new in it was published well before the edition before: found late, and no news."""


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
    ledger: tuple[LedgerEntry, ...] = ()
    """What several sources give for one measure of one subject."""
