"""What the room is given: articles, readings, vectors, questions, and the identities of the last edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from pipeline.cluster.memory import Memory
from pipeline.errors import ReadError
from pipeline.records import Analysis, Article, Claim, Passage, Question, Reading

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vectors = Mapping[str, npt.NDArray[np.float32]]

MAX_PASSAGES = 120
"""Passages per article that take part in alignment: the head of a long text shows whether it is a rendering."""


@dataclass(frozen=True, slots=True)
class Previous:
    """Identities of the last edition, so that the next one keeps them."""

    families: tuple[tuple[str, str], ...] = ()
    """(claim id, family id)."""
    groups: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    """(question id, group id, claim ids)."""
    origins: tuple[tuple[str, str], ...] = ()
    """(article id, id of its family of articles)."""
    positions: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    """(question id, position id, claim ids)."""

    @classmethod
    def of(cls, analysis: Analysis) -> Previous:
        """Take the identities out of an analysis."""
        return cls(
            families=analysis.families,
            groups=tuple((r.question.id, g.id, g.claim_ids) for r in analysis.questions for g in r.groups),
            origins=tuple((article, origin.family_id) for article, origin in analysis.origins),
            positions=tuple(
                (r.question.id, p.id, tuple(e.claim_id for e in p.entries))
                for r in analysis.questions
                for p in r.positions
            ),
        )


@dataclass(frozen=True, slots=True)
class Corpus:
    """All input of :func:`pipeline.cluster.analyse`.

    ``vectors`` maps every text of :func:`texts_needed` to a float32 vector of length 1, centred per language.
    """

    articles: tuple[Article, ...]
    readings: tuple[Reading, ...]
    vectors: Vectors
    questions: tuple[Question, ...] = ()
    previous: Previous = field(default_factory=Previous)
    scores: Mapping[tuple[str, str], Sequence[float]] = field(default_factory=dict)
    """What the learned judge says of the pairs that ``pairs_needed`` of the stance package lists; may be empty."""
    points: Vectors = field(default_factory=dict)
    """What the point encoder makes of the texts that ``points_needed`` of the stance package lists; may be empty."""
    learned: bool = True
    """Whether the vectors are of the shipped encoder, whose losses between languages are known."""
    memory: Memory | None = None
    """What the last grouping left; afterwards, what this one leaves. Saves time, changes nothing."""

    def vector(self, text: str, item: str) -> npt.NDArray[np.float32]:
        """Return the vector of a text, or raise :class:`ReadError` that names the item it was wanted for."""
        try:
            return self.vectors[text]
        except KeyError:
            message = f"{item}: no vector for {text[:60]!r}; embed everything that texts_needed() lists"
            raise ReadError(message, item=item, kind="no-vector") from None


def when(article: Article) -> datetime:
    """Date of an article: published, else first seen."""
    return article.published or article.fetched


def content_text(article: Article, claim: Claim) -> str:
    """Return the asserted words of a claim, without who said them; the whole claim where none are marked."""
    parts = (article.text[span.start : span.end].strip(" \t\n,;，；、") for span in claim.content)
    return " ".join(part for part in parts if part) or claim.text


def passages(article: Article, reading: Reading) -> tuple[Passage, ...]:
    """Return the passages of an article that may align with another's, in order."""
    asides = sorted((a.start, a.end) for a in article.asides)
    kept = (
        p
        for p in sorted(reading.passages, key=lambda p: (p.start, p.end))
        if not any(start <= p.start and p.end <= end for start, end in asides)
    )
    return tuple(p for p in kept if _says_something(article.text[p.start : p.end]))[:MAX_PASSAGES]


def passage_texts(article: Article, reading: Reading) -> tuple[tuple[str, str], ...]:
    """Return (text, language) of :func:`passages`."""
    return tuple((article.text[p.start : p.end], p.language) for p in passages(article, reading))


def _says_something(text: str) -> bool:
    """Tell a sentence from a label: five letters weigh as much in Chinese as twenty do in English."""
    letters = sum(3 if char > "\u2e7f" else 1 for char in text if char.isalpha())
    return letters >= 15


def texts_needed(
    articles: tuple[Article, ...], readings: tuple[Reading, ...], questions: tuple[Question, ...]
) -> tuple[tuple[str, str], ...]:
    """List every (text, language) that :func:`analyse` will look up, each once, sorted.

    The language of a question's statements is ``und``: whoever embeds them tells it.
    """
    from pipeline.cluster.stance import anchor_texts, stance_text

    by_id = {article.id: article for article in articles}
    needed = {(text, "und") for question in questions for text in anchor_texts(question)}
    for reading in readings:
        article = by_id[reading.article_id]
        needed.update(passage_texts(article, reading))
        for claim in reading.claims:
            needed.add((content_text(article, claim), claim.language))
            needed.add((stance_text(claim), claim.language))
    unique: dict[str, str] = {}
    for text, language in sorted(needed):
        if unique.get(text, "und") == "und":
            unique[text] = language
    return tuple(sorted(unique.items()))
