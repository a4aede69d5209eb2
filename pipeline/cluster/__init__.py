"""Cluster: what claims say together, across articles and languages.

In: a :class:`Corpus`: articles, their readings, the questions, a vector for every text that :func:`texts_needed`
    lists (float32, length 1, centred per language), and the identities of the last edition (:class:`Previous`). Then
    what the stance package asks for: the point encoder's vectors and the scores of the stance judge.
Out: ``pipeline.records.Analysis``: claim families, stances, origins, and per question totals, groups, positions, drift.
Raises: ``ReadError`` when a vector is missing; it names the claim or article and what to do.
Invariants: deterministic; the order of articles, readings and claims makes no difference. Pure but for a
    :class:`Memory` that a corpus may carry: it saves the next grouping time and changes no result. Claims that
    contradict each other (negation, stance, opposite words, numbers, names) share no family. Families, origins and
    groups keep their ids from ``Previous`` by largest overlap. Every name of a group is the text of a real claim.
How to add one: a language for opposite words and terms: its lines in ``data/opposites.yaml`` and ``terms.yaml``.
    A further kind of drift: a function in ``differences.py``. A further relation between articles: ``relations.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.cluster.corpus import Corpus, Previous, texts_needed
from pipeline.cluster.memory import Memory

if TYPE_CHECKING:
    from pipeline.records import Analysis

__all__ = ["Corpus", "Memory", "Previous", "analyse", "texts_needed"]


def analyse(corpus: Corpus) -> Analysis:
    """Answer the questions from a whole corpus. Pure; time grows near linearly with claims up to 100,000.

    Raises:
        ReadError: a text of :func:`texts_needed` has no vector.
    """
    from pipeline.cluster.analysis import analyse as run  # NumPy and SciPy cost start-up time

    return run(corpus)
