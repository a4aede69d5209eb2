"""How the voices divide: who is found on one side alone, and who on both. A voice that says both counts once."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping

from pipeline.publish.words import SIDES
from pipeline.records import Claim, QuestionResult, Totals
from pipeline.wire import EditionIndex


def divided(index: EditionIndex, result: QuestionResult) -> Mapping[str, int] | None:
    """Count the voices that say only yes, only no, and (``mixed``) those found on both sides.

    A lasting voice has a position; whoever has none is somebody within one family of articles ("critics") or the
    unknown author of one. None where these do not add up to the totals of the sides, so that no sum is made up.
    """
    sides: list[frozenset[str]] = [
        frozenset(entry.label for entry in position.entries) for position in result.positions
    ]
    sides += _passing(index, result.question.id)
    totals: Mapping[str, Totals] = dict(result.totals)
    known = {label: totals[label].voices if label in totals else 0 for label in SIDES}
    if any(sum(label in found for found in sides) != known[label] for label in SIDES):
        return None
    return Counter(next(iter(found)) if len(found) == 1 else "mixed" for found in sides if found)


def origins_with_side(index: EditionIndex, question: str) -> int:
    """Count the independent origins that hold a claim of any side."""
    homes = {claim.article_id for claim in index.claims.values() if index.label(claim.id, question) in SIDES}
    return len({index.origin(article).family_id for article in homes})


def _passing(index: EditionIndex, question: str) -> list[frozenset[str]]:
    """Give the sides of each voice that no position can follow."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in index.claims.values():
        label, voice = index.label(claim.id, question), _nobody(index, claim)
        if voice and label in SIDES:
            found[voice].add(label)
    return [frozenset(labels) for labels in found.values()]


def _nobody(index: EditionIndex, claim: Claim) -> tuple[str, str] | None:
    """Tell one unnamed voice from another: by words and origin, or as the author of an article that names nobody."""
    holder, article = claim.holder, index.articles[claim.article_id]
    if holder is None or holder.kind == "author":
        name = article.byline or article.outlet
        unknown = not _folded(name) or (not article.byline and name == article.source_id)
        return ("", article.id) if unknown else None
    if holder.entity_id is None and holder.kind in ("anonymous", "group"):
        return (_folded(holder.text), index.origin(article.id).family_id)
    return None


def _folded(text: str) -> str:
    kept = (char if char.isalnum() else " " for char in unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(kept).split())
