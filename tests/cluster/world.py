"""A small invented world: articles, readings and vectors built by hand, so that a test says what it means."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import numpy as np

from pipeline.cluster.corpus import Corpus, Previous, content_text, passage_texts
from pipeline.cluster.stance import stance_text
from pipeline.cluster.statements import Statement, statements
from pipeline.records import (
    Article,
    Attribution,
    Claim,
    Entity,
    Holder,
    Language,
    Passage,
    Quantity,
    Question,
    Reading,
    Span,
    Stance,
    content_id,
)

QUESTION = Question("q", "Has progress hit a wall?")
DAY = datetime(2025, 3, 1, 9, 30, tzinfo=UTC)
ABSTAIN = ("abstain", 0.5)


@dataclass(frozen=True)
class Says:
    """One sentence of an article: what it says, its meaning (vector key), and what the nlp room would have found."""

    text: str
    meaning: str
    holder: str | None = None
    holder_id: str | None = None
    holder_kind: str = "named"
    stance: tuple[str, float] = ABSTAIN
    content: str | None = None
    quoted: str = "none"
    negated: bool = False
    hedged: bool = False
    commitment: tuple[str, ...] = ()
    numbers: tuple[tuple[str, str, str], ...] = ()  # (words, kind/unit, value)
    entities: tuple[tuple[str, str, str | None], ...] = ()  # (words, type, id)
    language: str | None = None
    claim: bool = True
    joint: tuple[str, ...] = ()  # others who say it together with the holder


def direction(key: str, size: int = 48) -> np.ndarray:
    """A fixed random direction for a key."""
    seed = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")
    v = np.random.default_rng(seed).normal(size=size)
    return v / np.linalg.norm(v)


def vector(meaning: str, text: str, noise: float = 0.45) -> np.ndarray:
    """A vector near the direction of its meaning ("a+b" is half way), shaken a little by its words."""
    parts = sum(direction(part) for part in meaning.split("+"))
    v = parts / np.linalg.norm(parts) + noise * direction("words:" + text)
    return (v / np.linalg.norm(v)).astype(np.float32)


class World:
    """Collects articles; ``corpus()`` and ``judged()`` give what the room takes."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.readings: list[Reading] = []
        self.vectors: dict[str, np.ndarray] = {}
        self.stances: dict[str, Stance] = {}

    def add(
        self,
        name: str,
        *sentences: Says,
        outlet: str = "The Harbor Dispatch",
        byline: str | None = None,
        day: float | None = 0,
        language: str = "en",
        links: tuple = (),
        url: str | None = None,
    ) -> Article:
        text = "\n\n".join(s.text for s in sentences)
        article = Article(
            id=content_id("a1_", name, text),
            source_id=name,
            url=url or f"https://example.org/{name}",
            title=name,
            byline=byline,
            outlet=outlet,
            published=None if day is None else DAY + timedelta(days=day),
            fetched=DAY + timedelta(days=400),
            kind="article",
            text=text,
            sections=(),
            asides=(),
            blockquotes=(),
            links=links,
            raw_sha256="0" * 64,
        )
        passages, claims, quantities, entities, at = [], [], [], [], 0
        for number, s in enumerate(sentences):
            start = text.index(s.text, at)
            at = start + len(s.text)
            own = s.language or language
            passages.append(Passage(start, at, own, number))
            found = [self._quantity(article, start, s, n) for n in s.numbers]
            named = [self._entity(start, s, e) for e in s.entities]
            quantities += found
            entities += named
            self.vectors[s.text] = vector(s.meaning, s.text)
            if s.claim:
                claim = self._claim(article, start, s, own, found, named)
                claims.append(claim)
                for words in (content_text(article, claim), stance_text(claim)):
                    self.vectors[words] = vector(s.meaning, s.content or s.text)
                self.stances[claim.id] = Stance("q", *s.stance)
        reading = Reading(
            article.id, Language(language, 1.0), tuple(passages), tuple(claims), tuple(quantities), tuple(entities)
        )
        assert all(t in self.vectors for t, _ in passage_texts(article, reading))
        self.articles.append(article)
        self.readings.append(reading)
        return article

    @staticmethod
    def _quantity(article: Article, start: int, s: Says, n: tuple[str, str, str]) -> Quantity:
        words, kind, value = n
        at = start + s.text.index(words)
        unit = {"percent": "%", "ratio": "1", "count": "model"}.get(kind)
        return Quantity(
            content_id("n1_", article.id, str(at), words),
            words,
            at,
            at + len(words),
            Decimal(value),
            None,
            None,
            unit,
            kind,
            None,
            approximate=False,
        )

    @staticmethod
    def _entity(start: int, s: Says, e: tuple[str, str, str | None]) -> Entity:
        at = start + s.text.index(e[0])
        return Entity(e[0], at, at + len(e[0]), e[1], e[2])

    @staticmethod
    def _claim(article, start, s, language, quantities, entities) -> Claim:
        end = start + len(s.text)
        at = start + s.text.index(s.content) if s.content else start
        content = (Span(at, at + len(s.content)),) if s.content else (Span(start, end),)
        holder = None
        if s.holder:
            p = max(0, s.text.find(s.holder))
            holder = Holder(s.holder, start + p, start + p + len(s.holder), s.holder_kind, s.holder_id)
        return Claim(
            id=content_id("c1_", article.id, str(start), str(end)),
            article_id=article.id,
            start=start,
            end=end,
            text=s.text,
            language=language,
            content=content,
            holder=holder,
            attribution=tuple(Attribution(None, None, "none", c) for c in s.commitment),
            quoted=s.quoted,
            negated=s.negated,
            hedged=s.hedged,
            hedges=(),
            quantities=tuple(q.id for q in quantities),
            entities=tuple(entities),
            score=0.9,
            joint=tuple(Holder(name, start, start, "named") for name in s.joint),
        )

    def corpus(self, previous: Previous | None = None, turn: int = 0) -> Corpus:
        """The corpus; ``turn`` rotates and reverses the order of documents."""
        n = turn % max(1, len(self.articles))
        articles = tuple(self.articles[n:] + self.articles[:n])[:: -1 if turn % 2 else 1]
        readings = tuple(self.readings[n:] + self.readings[:n])
        readings = tuple(replace(r, claims=r.claims[:: -1 if turn % 2 else 1]) for r in readings)
        return Corpus(articles, readings, self.vectors, (QUESTION,), previous or Previous())

    def judged(self, corpus: Corpus | None = None) -> list[Statement]:
        """Statements with the stances that the sentences were given."""
        return [replace(s, stances=(self.stances[s.claim.id],)) for s in statements(corpus or self.corpus())]


def result_of(world: World, turn: int = 0):
    """The answer to the question."""
    from pipeline.cluster.analysis import assemble

    corpus = world.corpus(turn=turn)
    return assemble(world.judged(corpus), corpus).questions[0]
