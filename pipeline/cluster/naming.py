"""Which claim names a group: one that a reader understands alone, near the middle of what the group says."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import cast

import numpy as np

from pipeline.cluster.lexicon import read
from pipeline.cluster.linkage import Floats, unit
from pipeline.cluster.statements import Statement

EDGES = "\"“”«»„‘’'「『—–-… \u00a0>＞"
_NUMBERED = re.compile(r"\s*(?:[(（]\s*[0-9０-９]{1,2}\s*[)）]|[0-9０-９]{1,2}\s*[)）])\s*")
"""The number of an entry: "(1)", "2）"."""


UNSURE = 0.6
"""Probability of its side under which a claim names a group only for want of a surer one."""


def representative(
    part: Sequence[Statement], question: int, sources: Collection[str], lasting: Collection[str]
) -> Statement:
    """Return the claim that speaks best for a point: central, sure of its side, unhedged, clear, not an echo.

    ``sources`` are the articles that render nobody else's, ``lasting`` the claims whose holder has a name: their
    prints go before others.
    """
    rows = np.stack([s.vector for s in part])
    central = rows @ centre(rows)

    def merit(index: int) -> tuple[float, str]:
        statement = part[index]
        claim = statement.claim
        bonus = 0.1 * (claim.quoted == "direct") - 0.1 * claim.hedged - weakness(statement)
        bonus += 0.2 * (statement.article.id in sources) + 0.1 * (claim.id in lasting)
        sure = statement.stances[question].probability
        score = float(central[index]) + 0.5 * sure - 0.3 * (sure < UNSURE) + bonus
        return (-round(score, 4), claim.id)

    return part[min(range(len(part)), key=merit)]


def centre(rows: Floats) -> Floats:
    """Return the mean direction of vectors."""
    mean: Floats = unit(rows.astype(np.float64).sum(axis=0, keepdims=True))[0]
    return mean


def weakness(statement: Statement) -> float:
    """Return what speaks against a claim as a name; 0 for a complete sentence of medium length."""
    return 0.4 * (not stands_alone(statement)) + 0.15 * _leaning(statement) + 0.3 * _unwieldy(statement.claim.text)


def stands_alone(statement: Statement) -> bool:
    """Tell whether a claim is a sentence that says what it speaks of."""
    claim = statement.claim
    held = claim.holder is not None and claim.holder.text.casefold() in _pointing().get(claim.language, ())
    bare = claim.text
    return not (held or _dependent(bare, claim.language) or _listed(bare) or _asks(bare) or _unfinished(bare))


def _leaning(statement: Statement) -> bool:
    """Tell a sentence that leans on the one before: its holder stands elsewhere in the text, as for "he said"."""
    holder, claim = statement.claim.holder, statement.claim
    return holder is not None and holder.kind != "author" and not claim.start <= holder.start < claim.end


def _dependent(text: str, language: str) -> bool:
    """Tell a sentence whose first word points to the one before: "It did nothing for translation", "But it rose"."""
    known = _pointing().get(language, ())
    head = text.lstrip(EDGES).casefold()
    if language in ("zh", "ja"):
        return head.startswith(tuple(known))
    first = [word.strip(".,:;،") for word in head.split(maxsplit=3)[:3]]
    return any(" ".join(first[:length]) in known for length in (1, 2, 3)) if first else False


@lru_cache(maxsize=1)
def _pointing() -> Mapping[str, list[str]]:
    return cast("dict[str, list[str]]", read("pointing.yaml"))


def _listed(text: str) -> bool:
    """Tell an entry of a list from a sentence: "71 percent: share of accelerators"."""
    head = text.partition(":")[0]
    return head != text and len(head) <= 40 and any(char.isdigit() for char in head)


def _unwieldy(text: str) -> bool:
    """Tell a text that is too short to be understood alone, too long to be a headline, or the numbered part of one."""
    width = sum(3 if char > "\u2e7f" else 1 for char in text)
    return not 30 <= width <= 240 or bool(_NUMBERED.match(text))


def _asks(text: str) -> bool:
    return text.rstrip(EDGES + ")]").endswith(("?", "？", "؟"))


def _unfinished(text: str) -> bool:
    """Tell a text that breaks off or announces what comes next: "In some areas things get better, for example:"."""
    return text.rstrip(EDGES).endswith((":", "：", ",", "，", "،", "、", ";", "；"))
