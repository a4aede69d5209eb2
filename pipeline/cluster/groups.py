"""Key points: claims of one side that make the same point, named by a real claim; and the totals of each side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

import numpy as np

from pipeline.cluster.identity import keep_ids
from pipeline.cluster.lexicon import read
from pipeline.cluster.linkage import SAME_ON_TOPIC, Floats, Ints, link, unit, without_common
from pipeline.cluster.statements import Statement
from pipeline.cluster.voices import Voice
from pipeline.records import Group, StanceLabel, Totals

LABELS: tuple[StanceLabel, ...] = ("yes", "no", "mixed", "none", "abstain")
SIDES: tuple[StanceLabel, ...] = ("yes", "no", "mixed")
CUTS = (SAME_ON_TOPIC, 0.35, 0.3, 0.25)
"""Cosines at which a side may be cut: from "says the same" to "speaks of the same thing"."""
JUDGED = 1500
"""Families beyond which the silhouette (quadratic) is not computed, and the first cut is taken."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of claims and articles once families and origins stand."""

    families: Mapping[str, str]
    """Claim id to family id."""
    origin: Mapping[str, str]
    """Article id to the id of its family of articles."""
    voices: Mapping[str, Voice]
    """Claim id to voice."""
    sources: frozenset[str] = frozenset()
    """Articles that render nobody else's."""


def totals(statements: Sequence[Statement], question: int, context: Context) -> tuple[tuple[StanceLabel, Totals], ...]:
    """Count claims, articles, voices and independent origins for each label; labels without a claim are left out."""
    by_label: dict[StanceLabel, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_label[statement.stances[question].label].append(statement)
    return tuple((label, _count(by_label[label], context)) for label in LABELS if label in by_label)


def _count(statements: Sequence[Statement], context: Context) -> Totals:
    return Totals(
        claims=len(statements),
        articles=len({s.article.id for s in statements}),
        voices=len({context.voices[s.claim.id].key for s in statements}),
        origins=len({context.origin[s.article.id] for s in statements}),
    )


def groups(
    statements: Sequence[Statement],
    question: int,
    context: Context,
    previous: Iterable[tuple[str, tuple[str, ...]]] = (),
) -> tuple[Group, ...]:
    """Group the claims of each side, the best supported point first: by origins, then voices, then id.

    ``statements`` come oldest first; ``previous`` holds (group id, claim ids) of this question in the last edition.
    """
    old = [(claim, name) for name, claims in previous for claim in claims]
    sides = [(side, [s for s in statements if s.stances[question].label == side]) for side in SIDES]
    parts = [(side, part) for side, own in sides for part in _points(own, context)]
    prefix = f"g1_{statements[0].stances[question].question_id}_" if statements else ""
    names = _names(prefix, parts, old)
    made = [_group(name, side, part, question, context) for name, (side, part) in zip(names, parts, strict=True)]
    return tuple(sorted(made, key=lambda g: (SIDES.index(g.label), -g.origins, -g.voices, g.id)))


def _names(prefix: str, parts: Sequence[tuple[str, list[Statement]]], old: list[tuple[str, str]]) -> list[str]:
    """Name the groups; a group that is made anew on the other side does not take over the name of the first."""
    members = [[s.claim.id for s in part] for _, part in parts]
    return keep_ids(prefix, members, old)


def _points(statements: Sequence[Statement], context: Context) -> list[list[Statement]]:
    """Cut one side into points. Families stay whole: what says the same makes the same point."""
    if not statements:
        return []
    by_family: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_family[context.families[statement.claim.id]].append(statement)
    order = sorted(by_family, key=lambda f: min(s.content for s in by_family[f]))
    centres = np.stack([_centre([s.vector for s in by_family[family]]) for family in order])
    labels = _cut(centres)
    parts: dict[int, list[Statement]] = defaultdict(list)
    for family, label in zip(order, labels.tolist(), strict=True):
        parts[label] += by_family[family]
    return [sorted(part, key=lambda s: s.key) for part in parts.values()]


def _centre(rows: Sequence[Floats]) -> Floats:
    centre: Floats = unit(np.stack(rows).astype(np.float64).sum(axis=0, keepdims=True))[0]
    return centre


def _cut(centres: Floats) -> Ints:
    """Choose the cut with the best mean silhouette; the finer one on a tie. What a side shares does not count."""
    centres = without_common(centres)
    if len(centres) > JUDGED:
        return link(centres, CUTS[0])
    cosines = centres @ centres.T
    cuts = [link(centres, cut) for cut in CUTS]
    return max(cuts, key=lambda labels: silhouette(cosines, labels))


def silhouette(cosines: Floats, labels: Ints) -> float:
    """Mean silhouette by cosine distance (Rousseeuw 1987), rounded to 4 digits; a single item counts 0."""
    count = int(labels.max()) + 1
    if count < 2:
        return 0.0
    member = np.eye(count, dtype=np.float64)[labels]
    sizes = member.sum(axis=0)
    sums = (1.0 - cosines.astype(np.float64)) @ member
    own = np.take_along_axis(sums, labels[:, None], axis=1)[:, 0]
    inside = own / np.maximum(sizes[labels] - 1, 1)
    means = sums / sizes
    np.put_along_axis(means, labels[:, None], np.inf, axis=1)
    outside = means.min(axis=1)
    scores = (outside - inside) / np.maximum(np.maximum(inside, outside), 1e-9)
    return round(float(np.where(sizes[labels] > 1, scores, 0.0).mean()), 4)


def _group(name: str, side: StanceLabel, part: Sequence[Statement], question: int, context: Context) -> Group:
    """Make the record of one point."""
    key = representative(part, question, context)
    support = _count(part, context)
    dates = [s.article.published for s in part if s.article.published]
    return Group(
        id=name,
        label=side,
        key_point=key.claim.text,
        key_claim_id=key.claim.id,
        claim_ids=tuple(s.claim.id for s in part),
        voices=support.voices,
        origins=support.origins,
        languages=tuple(sorted({s.claim.language for s in part})),
        first_seen=min(dates, default=None),
        last_seen=max(dates, default=None),
    )


def representative(part: Sequence[Statement], question: int, context: Context) -> Statement:
    """Return the claim that speaks best for a point: central, sure of its side, unhedged, clear, not an echo.

    The print of the text that others render goes before theirs, and a holder with a name before one without.
    """
    rows = np.stack([s.vector for s in part])
    central = rows @ _centre([s.vector for s in part])

    def merit(index: int) -> tuple[float, str]:
        statement = part[index]
        claim = statement.claim
        bonus = 0.1 * (claim.quoted == "direct") - 0.1 * claim.hedged - 0.3 * _unwieldy(claim.text)
        bonus += 0.2 * (statement.article.id in context.sources) + 0.1 * context.voices[claim.id].lasting
        bonus -= 0.15 * _leaning(statement) + 0.3 * _dependent(claim.text, claim.language) + 0.3 * _listed(claim.text)
        score = float(central[index]) + 0.5 * statement.stances[question].probability + bonus
        return (-round(score, 4), claim.id)

    return part[min(range(len(part)), key=merit)]


def _leaning(statement: Statement) -> bool:
    """Tell a sentence that leans on the one before: its holder stands elsewhere in the text, as for "he said"."""
    holder, claim = statement.claim.holder, statement.claim
    return holder is not None and holder.kind != "author" and not claim.start <= holder.start < claim.end


def _dependent(text: str, language: str) -> bool:
    """Tell a sentence whose first word points to the one before: "It did nothing for translation"."""
    first = text.lstrip("\"“”«»„‘’'「『—–- \u00a0").split(maxsplit=1)[:1]
    return bool(first) and first[0].casefold().strip(".,:;") in _pointing().get(language, ())


@lru_cache(maxsize=1)
def _pointing() -> Mapping[str, list[str]]:
    return cast("dict[str, list[str]]", read("pointing.yaml"))


def _listed(text: str) -> bool:
    """Tell an entry of a list from a sentence: "71 percent: share of accelerators"."""
    head = text.partition(":")[0]
    return head != text and len(head) <= 40 and any(char.isdigit() for char in head)


def _unwieldy(text: str) -> bool:
    """Tell a text that is too short to be understood alone or too long to be a headline."""
    width = sum(3 if char > "\u2e7f" else 1 for char in text)
    return not 30 <= width <= 240
