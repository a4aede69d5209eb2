"""How many ids survive the next run: ``python benchmarks/churn.py [FOLDER]`` (as shipped, ``samples``).

The documents of a folder are read once, then analysed day by day in the order of publication, each edition with the
identities of the one before, and once all together. Churn is the share of claims, among those that two consecutive
editions hold in some family (group, position), whose family (group, position) has another id in the second. Printed
too: how many sets of the last day are those of the analysis at once, member for member.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import numpy as np

from pipeline.cluster import Corpus, Previous, analyse, texts_needed
from pipeline.cluster.corpus import when
from pipeline.cluster.stance import pairs_in_doubt, pairs_needed, points_needed
from pipeline.encode import Encoder, PairScorer, PointEncoder, centre, sentence_form
from pipeline.nlp.language import detect
from pipeline.records import Analysis, Edition
from pipeline.run.options import for_items
from pipeline.run.pipeline import run
from pipeline.run.progress import Quiet

Homes = dict[str, dict[str, str]]


def read(folder: Path, out: Path) -> Edition:
    """Read a folder as ``ingest`` does."""
    arguments = {"sources": None, "out": out, "executor": "serial", "workers": 1, "since": None}
    result = run(for_items(arguments, [str(folder)], []), Quiet(), lambda: datetime.now(UTC))
    assert result.edition is not None
    return result.edition


def corpus(edition: Edition) -> Corpus:
    """Embed and judge everything once."""
    questions = tuple(result.question for result in edition.analysis.questions)
    needed = texts_needed(edition.articles, edition.readings, questions)
    languages = [detect(text).code if language == "und" else language for text, language in needed]
    rows = centre(Encoder().encode([sentence_form(text) for text, _ in needed]), languages)
    vectors = dict(zip((text for text, _ in needed), rows, strict=True))
    claims = [claim for reading in edition.readings for claim in reading.claims]
    points = pointed(points_needed(questions, claims, vectors))
    scores = scored(pairs_needed(questions, claims, vectors, points))
    points |= pointed([t for t in points_needed(questions, claims, vectors, scores) if t not in points])
    scores |= scored(pairs_in_doubt(questions, claims, vectors, scores))
    return Corpus(edition.articles, edition.readings, vectors, questions, Previous(), scores, points)


def pointed(texts: Sequence[str]) -> dict[str, np.ndarray]:
    """Return what the point encoder makes of texts."""
    return dict(zip(texts, PointEncoder().encode(texts), strict=True)) if texts else {}


def scored(pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], list[float]]:
    """Return what the stance judge says of pairs."""
    return dict(zip(pairs, PairScorer().score(pairs).tolist(), strict=True)) if pairs else {}


def editions(whole: Corpus) -> list[Analysis]:
    """Analyse what there was on each day, with the identities of the day before."""
    made: list[Analysis] = []
    for day in sorted({when(article).date() for article in whole.articles}):
        articles = tuple(a for a in whole.articles if when(a).date() <= day)
        known = {a.id for a in articles}
        readings = tuple(r for r in whole.readings if r.article_id in known)
        previous = Previous.of(made[-1]) if made else Previous()
        made.append(analyse(replace(whole, articles=articles, readings=readings, previous=previous)))
    return made


def homes(analysis: Analysis) -> Homes:
    """Return the id of each claim's family, group and position."""
    results = analysis.questions
    return {
        "family": dict(analysis.families),
        "group": {claim: g.id for r in results for g in r.groups for claim in g.claim_ids},
        "position": {e.claim_id: p.id for r in results for p in r.positions for e in p.entries},
    }


def sets(home: dict[str, str]) -> set[frozenset[str]]:
    """Return the members that share an id."""
    found: dict[str, set[str]] = {}
    for claim, name in home.items():
        found.setdefault(name, set()).add(claim)
    return {frozenset(members) for members in found.values()}


def main(folder: Path) -> None:
    """Print one line for families, groups and positions."""
    with tempfile.TemporaryDirectory() as out:
        whole = corpus(read(folder, Path(out)))
    daily, once = [homes(a) for a in editions(whole)], homes(analyse(whole))
    print(f"{len(whole.articles)} articles, {len(daily)} days")
    for what in once:
        kept = [
            (old[what][c], new[what][c]) for old, new in pairwise(daily) for c in old[what].keys() & new[what].keys()
        ]
        moved = sum(a != b for a, b in kept)
        last, all_at_once = sets(daily[-1][what]), sets(once[what])
        alike = f"{len(last & all_at_once)} of {len(all_at_once)} sets as at once"
        print(f"{what:<9} churn {moved / max(1, len(kept)):.3f} ({moved} of {len(kept)}); {alike}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "samples"))
