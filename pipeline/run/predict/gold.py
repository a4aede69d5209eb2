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
from pipeline.records import Article, Claim, Edition, Entity, Quantity, Reading, Source, StanceLabel
from pipeline.run.clock import now
from pipeline.run.pipeline import Options, run
from pipeline.run.predict.quantities import as_written
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
    claims = _claims(reading, start, end)
    if not claims:
        return NOTHING
    main = claims[0]
    stance = dict(edition.analysis.stances)[main.id][0]
    return {
        "is_claim": True,
        "hedged": main.hedged,
        "quoted": main.quoted,
        "holder": _holders(claims),
        "quantities": [_quantity(item, main.language) for item in reading.quantities if _inside(item, start, end)],
        "entities": [{"text": item.text} for item in reading.entities if _inside(item, start, end)],
        # The lines know no abstention: of one, the side it leans to is given.
        "stance": STANCES[stance.leaning or stance.label],
    }


def _claims(reading: Reading, start: int, end: int) -> list[Claim]:
    """Return the claims of the range, the widest first, none over another; none at all if they cover less than half."""
    ranked = sorted(reading.claims, key=lambda c: (-overlap(c, start, end), c.end - c.start, c.id))
    chosen: list[Claim] = []
    for claim in ranked:
        if overlap(claim, start, end) and not any(overlap(other, claim.start, claim.end) for other in chosen):
            chosen.append(claim)
    covered = sum(overlap(claim, start, end) for claim in chosen)
    return chosen if covered * 2 >= end - start else []


def _inside(item: Quantity | Entity, start: int, end: int) -> bool:
    return start <= item.start and item.end <= end


def _holders(claims: Sequence[Claim]) -> str | None:
    """Join the holders of a sentence that has two ("Apple says A, but a rival says B")."""
    named = [c.holder.text for c in sorted(claims, key=lambda c: c.start) if c.holder and c.holder.kind != "author"]
    return "; ".join(dict.fromkeys(filter(None, named))) or None


def _quantity(item: Quantity, language: str) -> Row:
    entry = as_written(item, language)
    return {**entry, "value": item.date} if item.kind == "date" else entry
