"""The one global step: from all articles and claims to families, origins, sides, positions and drift."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.cluster.bearing import bearing
from pipeline.cluster.corpus import Corpus, Previous
from pipeline.cluster.counterparts import counterparts
from pipeline.cluster.documents import documents
from pipeline.cluster.drift import Rendering, drift, renderings
from pipeline.cluster.families import families
from pipeline.cluster.groups import Context, groups, totals
from pipeline.cluster.opposites import reconciled
from pipeline.cluster.origins import origins
from pipeline.cluster.positions import positions
from pipeline.cluster.stance import StanceJudge
from pipeline.cluster.statements import Statement, statements
from pipeline.cluster.voices import voices, with_companions
from pipeline.records import Analysis, Origin, Question, QuestionResult


def analyse(corpus: Corpus) -> Analysis:
    """Find families, stances, origins and the answer to each question. See the room's door."""
    return assemble(judge(statements(corpus), corpus), corpus)


def assemble(judged: Sequence[Statement], corpus: Corpus) -> Analysis:
    """Build the analysis from judged statements, oldest first."""
    family_of = families(judged, corpus.previous.families, corpus.memory)
    docs = documents(corpus)
    origin_of = origins(docs, corpus.previous.origins)
    origin_ids = {article: origin.family_id for article, origin in origin_of.items()}
    sources = frozenset(article for article, origin in origin_of.items() if origin.role == "original")
    held = voices(with_companions(judged), origin_ids, corpus.readings, family_of)
    near = tuple(
        bearing(question, number, judged, corpus.vectors, corpus.points, learned=corpus.learned)
        for number, question in enumerate(corpus.questions)
    )
    context = Context(family_of, origin_ids, held, sources, bearing=near, points=corpus.points)
    rendered = renderings(judged, context, origin_of)
    results = tuple(
        _answer(question, number, judged, context, origin_of, rendered, corpus.previous)
        for number, question in enumerate(corpus.questions)
    )
    return Analysis(
        families=tuple(sorted(family_of.items())),
        stances=tuple(sorted((s.claim.id, s.stances) for s in judged)),
        origins=tuple(sorted(origin_of.items(), key=lambda pair: pair[0])),
        questions=results,
        counterparts=counterparts(docs, origin_of, judged, family_of),
    )


def judge(found: Sequence[Statement], corpus: Corpus) -> list[Statement]:
    """Give each statement its stance to each question; literal opposites are on opposite sides."""
    judge = StanceJudge(corpus.questions, corpus.vectors, corpus.scores, corpus.points)
    articles: dict[str, list[Statement]] = defaultdict(list)
    for statement in found:
        articles[statement.article.id].append(statement)
    rare: dict[str, tuple[float, ...]] = {}
    for own in articles.values():
        around = judge.rarities([(s.claim, s.vector) for s in own])
        rare |= dict(zip((s.claim.id for s in own), around, strict=True))
    return reconciled([replace(s, stances=judge.judge(s.claim, s.vector, rare[s.claim.id])) for s in found])


def _answer(
    question: Question,
    number: int,
    judged: Sequence[Statement],
    context: Context,
    origin_of: Mapping[str, Origin],
    rendered: Sequence[Rendering],
    previous: Previous,
) -> QuestionResult:
    old = tuple((name, claims) for asked, name, claims in previous.groups if asked == question.id)
    known = tuple((name, claims) for asked, name, claims in previous.positions if asked == question.id)
    drifted = frozenset(r.printed.claim.id for r in rendered if r.variant.verdict == "altered")
    return QuestionResult(
        question=question,
        totals=totals(judged, number, context),
        groups=groups(judged, number, context, old),
        positions=positions(judged, number, context, origin_of, drifted, known),
        drift=drift(rendered, number, context, judged),
    )
