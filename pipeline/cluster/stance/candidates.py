"""Which claims the learned judge reads, and beside what: the cheap first pass over all claims of a corpus.

Reading every claim beside every question would take most of a run, and few bear on any one. What lies near the texts
of a question is read. Of the rest, what is like its statements as points that people make
(:mod:`pipeline.cluster.stance.likeness`): nearness shows a shared subject, and across languages less of it, so that
alone it lost half of what takes a side in English and four fifths in other languages (``benchmarks/first_pass.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.cluster.stance.anchors import Anchors, anchors
from pipeline.cluster.stance.axis import Axis, make_axis
from pipeline.cluster.stance.likeness import Likeness, make_likeness
from pipeline.cluster.stance.sense import sense
from pipeline.records import Claim, Question

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vector = npt.NDArray[np.float32]

Scores = Mapping[tuple[str, str], Sequence[float]]
"""(question or statement, text) to the probabilities of yes, no, none and mixed."""

BARE = 0.2
"""Least nearness at which a claim is read beside a question that has no statements: at .27 three in ten texts that take
a side were read, at .15 seven in ten, but also six in ten claims of a broad corpus."""
NEAR, FAR = 0.3, 0.12
"""Nearness from which a claim is read beside a question with statements in any case, and below which in none: under
it lies a seventh of the sentences of articles on AI, and one in fifty of those that take a side."""
LIKE = -1.0
"""Least log odds, by its likeness with the statements, at which a claim between the two is read."""
SETTLED = 0.7
"""Probability of taking no side, by the first reading, from which a claim is not read again."""


def pairs_needed(
    questions: Iterable[Question],
    claims: Iterable[Claim],
    vectors: Mapping[str, Vector],
    points: Mapping[str, Vector] | None = None,
) -> tuple[tuple[str, str], ...]:
    """List the pairs that the learned judge should read first, each once, sorted: of claims near enough to a question.

    ``vectors`` maps anchors and stance texts to centred vectors, ``points`` the texts of :func:`points_needed` to those
    of the point encoder; what is missing there is like nothing.
    """
    pairs: set[tuple[str, str]] = set()
    texts, points = _texts(claims), points or {}
    for question in questions:
        sides = anchors(question)
        axis, likeness = make_axis(sides, vectors, question.id), make_likeness(sides, points)
        for text in texts:
            vector = vectors[text]
            if _is_candidate(sides, axis.nearness(vector), likeness, points.get(text)):
                pairs.add((wordings(question, sides, axis, vector)[0][0], text))
    return tuple(sorted(pairs))


def _is_candidate(sides: Anchors, nearness: float, likeness: Likeness | None, point: Vector | None) -> bool:
    """Tell whether a text is worth reading beside a question."""
    if nearness >= (BARE if sides.derived else NEAR):
        return True
    return likeness is not None and point is not None and nearness >= FAR and likeness.odds(point) >= LIKE


def pairs_in_doubt(
    questions: Iterable[Question], claims: Iterable[Claim], vectors: Mapping[str, Vector], scores: Scores
) -> tuple[tuple[str, str], ...]:
    """List the pairs to read next: claims not settled by then, beside a statement of the other side.

    What agrees with a statement of one side and contradicts one of the other takes a side more surely than what was
    read beside one wording alone. ``scores`` are those of :func:`pairs_needed`.
    """
    open_ones = _open(questions, claims, vectors, scores)
    return tuple(sorted({(wording, text) for text, rest in open_ones for wording in rest}))


def points_needed(
    questions: Iterable[Question],
    claims: Iterable[Claim],
    vectors: Mapping[str, Vector],
    scores: Scores | None = None,
) -> tuple[str, ...]:
    """List what the point encoder should encode, each text once, sorted.

    Before anything is read: statements of both sides, and claims that nearness alone does not tell to be read or not.
    With the ``scores`` of :func:`pairs_needed`: these and what is not settled.
    """
    asked, claims = tuple(questions), tuple(claims)
    found = {text for text, _ in _open(asked, claims, vectors, scores)} if scores is not None else set()
    texts = _texts(claims)
    for question in asked:
        sides = anchors(question)
        if not sides.derived:
            axis = make_axis(sides, vectors, question.id)
            found |= {text for text in texts if FAR <= axis.nearness(vectors[text]) < NEAR}
            found.update((*sides.yes, *sides.no))
    return tuple(sorted(found))


def wordings(question: Question, sides: Anchors, axis: Axis, vector: Vector) -> list[tuple[str, bool]]:
    """Return beside what a text is read, with whether to agree with it means no.

    That is the nearest statement of each side. The one of the no side comes first: alone, it shows more than one of the
    yes side. A question without statements is all there is to read beside; where there are some it is left out, since
    beside a bare question the judge takes the tone of a text for its answer.
    """
    if sides.derived:
        return [(question.text, False)]
    return [(_nearest(sides.no, axis.no, vector), True), (_nearest(sides.yes, axis.yes, vector), False)]


def _open(
    questions: Iterable[Question], claims: Iterable[Claim], vectors: Mapping[str, Vector], scores: Scores
) -> Iterator[tuple[str, list[str]]]:
    """Yield each text that the first reading left open, with what it is to be read beside next."""
    read = {text for _, text in scores}
    texts = [text for text in _texts(claims) if text in read]
    for question in questions:
        sides = anchors(question)
        axis = make_axis(sides, vectors, question.id)
        for text in texts:
            first, *rest = (wording for wording, _ in wordings(question, sides, axis, vectors[text]))
            row = scores.get((first, text))
            if row is not None and row[2] < SETTLED:
                yield text, rest


def _texts(claims: Iterable[Claim]) -> list[str]:
    return sorted({sense(claim).text for claim in claims})


def _nearest(texts: Sequence[str], rows: Vector, vector: Vector) -> str:
    return min(zip((-(rows @ vector)).tolist(), texts, strict=True))[1]
