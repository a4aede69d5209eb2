"""What all articles say together: stances, families, origins, groups, positions, drift."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from pipeline.records.ledger import Counterpart
from pipeline.records.source import Question

Role = Literal["original", "translation", "copy", "coverage", "unknown"]


StanceLabel = Literal["yes", "no", "mixed", "none", "abstain"]


ShiftKind = Literal["reversal", "narrowed", "overtaken", "older_report", "reporting", "unsure"]


Verdict = Literal["verbatim", "translation", "paraphrase_in_quotes", "altered", "no_original"]


@dataclass(frozen=True, slots=True)
class Stance:
    """A holder's answer to a question, as far as one claim shows it. ``probability`` is that of the label."""

    question_id: str
    label: StanceLabel
    probability: float
    leaning: StanceLabel | None = None
    """Of an abstention: yes or no, whichever is likelier by however little."""


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
    leftover: bool = False
    """No point that several make on the question: one statement of one voice, or what lies far from the question; it
    fits no other group of its side."""


@dataclass(frozen=True, slots=True)
class Said:
    """When a statement was made, as its sentence tells: the words, and the first and last day that they leave open.

    Both days are None where the words only say that it was before: "once", "had said".
    """

    text: str
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class PositionEntry:
    """One dated answer of a holder: when it was said, when printed, when found."""

    date: datetime | None
    """Of the article: published, else found."""
    label: StanceLabel
    claim_id: str
    said: Said | None = None
    """None where the sentence tells nothing else: then it was said when it was printed."""
    published: datetime | None = None
    found: datetime | None = None
    own_words: bool = True
    """The holder writes, or is quoted directly; others report it otherwise."""


@dataclass(frozen=True, slots=True)
class Shift:
    """An answer unlike the one that stood (entry ``since``), and what that is.

    ``reversal``: a change of mind. ``narrowed``: kept for a part. ``overtaken``: the facts moved on. ``older_report``:
    said earlier than printed. ``reporting``: the words of others, not the holder's. ``unsure``: cannot tell.
    """

    entry: int
    since: int | None
    kind: ShiftKind
    evidence: str
    """Words of the claim that show it, or a short reason; may be empty."""


@dataclass(frozen=True, slots=True)
class Position:
    """A holder's answers over time, oldest article first. ``changes``: indexes into ``entries`` of changes of mind."""

    holder: str
    entity_id: str | None
    entries: tuple[PositionEntry, ...]
    changes: tuple[int, ...]
    id: str = ""
    shifts: tuple[Shift, ...] = ()
    stands: StanceLabel | None = None
    """What the holder answers by now; None where no day's answers lean to one side."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What drifted between an original and its rendering: kind, and the words on both sides."""

    kind: str
    """number, unit, entity, hedge, negation, degree, holder, term."""
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
    counterparts: tuple[Counterpart, ...] = ()
    """Passages whose numbers can be held together, sorted."""
