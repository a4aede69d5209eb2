"""Sentences of documents: the documents go through a real run, and each sentence gets what the edition says of it."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.config import Config
from pipeline.records import Article, Claim, Edition, Quantity, Reading, Source, StanceLabel
from pipeline.run.clock import now
from pipeline.run.pipeline import Options, run
from pipeline.run.predict.reading import overlap
from pipeline.run.progress import Quiet

Row = dict[str, Any]

STANCES: dict[StanceLabel, str] = {
    "yes": "wall",
    "no": "no_wall",
    "mixed": "mixed/other",
    "none": "none",
    "abstain": "none",
}
"""The question of the gold lines is the first configured one: has AI scaling hit a wall?"""

NOTHING: Row = {
    "is_claim": False,
    "hedged": False,
    "quoted": "none",
    "holder": None,
    "quantities": [],
    "entities": [],
    "stance": "none",
}


def gold(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Answer for each sentence of a document under ``docs/`` beside the lines."""
    documents = sorted({row["doc"] for row in rows})
    edition = _edition(documents, config, folder / "docs")
    by_document = _by_document(edition, documents) if edition else {}
    for row in rows:
        answer = NOTHING
        for article, reading in by_document.get(row["doc"], []):
            place = _find(article.text, row["sentence"])
            if place and edition:
                answer = _answer(edition, article, reading, *place)
                break
        yield {"id": row["id"], **answer}


def _edition(documents: Sequence[str], config: Config, folder: Path) -> Edition | None:
    sources = tuple(
        Source(f"doc{number}", "files", str((folder / name).resolve()), "") for number, name in enumerate(documents)
    )
    bare = replace(config, sources=(), questions=config.questions[:1])
    with tempfile.TemporaryDirectory() as out:
        options = Options(
            bare, folder, Path(out), config.settings.executor, config.settings.workers or 2, None, sources
        )
        return run(options, Quiet(), now).edition


def _by_document(edition: Edition, documents: Sequence[str]) -> dict[str, list[tuple[Article, Reading]]]:
    found: dict[str, list[tuple[Article, Reading]]] = {}
    for article, reading in zip(edition.articles, edition.readings, strict=True):
        found.setdefault(documents[int(article.source_id.removeprefix("doc"))], []).append((article, reading))
    return found


def _find(text: str, sentence: str) -> tuple[int, int] | None:
    """Find a sentence whatever its white space, markup and form of quotation marks."""
    folded, places = _fold(text)
    wanted, _ = _fold(sentence)
    at = folded.find(wanted)
    if at < 0 or not wanted:
        return None
    return places[at], places[at + len(wanted) - 1] + 1


def _fold(text: str) -> tuple[str, list[int]]:
    """Return letters and digits alone, with their places: markup and spacing differ between a file and its text."""
    bare = re.sub(r"\]\([^)\s]*\)", lambda match: " " * len(match[0]), text)
    kept = [(char, place) for place, char in enumerate(bare) if unicodedata.category(char)[0] in "LNS"]
    return "".join(char for char, _ in kept), [place for _, place in kept]


def _answer(edition: Edition, article: Article, reading: Reading, start: int, end: int) -> Row:
    claim = _best(reading, start, end)
    if claim is None:
        return NOTHING
    stances = dict(edition.analysis.stances)[claim.id]
    return {
        "is_claim": True,
        "hedged": claim.hedged,
        "quoted": claim.quoted,
        "holder": claim.holder.text if claim.holder and claim.holder.kind != "author" else None,
        "quantities": [_quantity(item) for item in reading.quantities if start <= item.start and item.end <= end],
        "entities": [{"text": e.text} for e in reading.entities if start <= e.start and e.end <= end],
        "stance": STANCES[stances[0].label],
    }


def _best(reading: Reading, start: int, end: int) -> Claim | None:
    """Return the claim that covers most of the range; of two, the one that says least beside it."""
    ranked = [(overlap(claim, start, end), -(claim.end - claim.start), claim.id) for claim in reading.claims]
    by_id = {claim.id: claim for claim in reading.claims}
    best = max(ranked, default=(0, 0, ""))
    return by_id[best[2]] if best[0] * 2 >= end - start else None


def _quantity(item: Quantity) -> Row:
    answer: Row = {"surface": item.text, "value": item.date if item.kind == "date" else _number(item.value)}
    if item.low is not None or item.high is not None:
        answer |= {"low": _number(item.low), "high": _number(item.high)}
    return answer


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))
