"""Key points: claims of one side that make the same point, named by a real claim; and the totals of each side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from pipeline.cluster.identity import keep_ids
from pipeline.cluster.linkage import Floats
from pipeline.cluster.matching import Matter, both
from pipeline.cluster.naming import representative, stands_alone
from pipeline.cluster.points import points
from pipeline.cluster.statements import Statement
from pipeline.cluster.voices import Voice, companion
from pipeline.records import Claim, Group, StanceLabel, Totals

LABELS: tuple[StanceLabel, ...] = ("yes", "no", "mixed", "none", "abstain")
SIDES: tuple[StanceLabel, ...] = ("yes", "no", "mixed")


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of claims and articles once families and origins stand."""

    families: Mapping[str, str]
    """Claim id to family id."""
    origin: Mapping[str, str]
    """Article id to the id of its family of articles."""
    voices: Mapping[str, Voice]
    """Claim id to voice; and, by :func:`~pipeline.cluster.voices.companion`, those who make it with its holder."""
    sources: frozenset[str] = frozenset()
    """Articles that render nobody else's."""
    bearing: tuple[frozenset[str] | None, ...] = ()
    """Per question the claims that lie near it; None, or nothing, where that is not known of any."""
    points: Mapping[str, Floats] = field(default_factory=dict)
    """The point encoder's vector of what each statement on a side asserts; a statement's own stands in for one that is
    not there."""

    def speakers(self, claim: Claim) -> tuple[Voice, ...]:
        """Return everyone who makes a claim: its holder, and those who say it together."""
        others = (companion(claim.id, number) for number in range(len(claim.joint)))
        return (self.voices[claim.id], *(self.voices[name] for name in others if name in self.voices))


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
        voices=len({voice.key for s in statements for voice in context.speakers(s.claim)}),
        origins=len({context.origin[s.article.id] for s in statements}),
    )


def groups(
    statements: Sequence[Statement],
    question: int,
    context: Context,
    previous: Iterable[tuple[str, tuple[str, ...]]] = (),
) -> tuple[Group, ...]:
    """Group the claims of each side, the best supported point first: by origins, then voices, then id.

    What fits no point of its side comes last, a ``leftover``: one statement of one voice, or what lies far from the
    question.

    ``statements`` come oldest first; ``previous`` holds (group id, claim ids) of this question in the last edition.
    """
    old = [(claim, name) for name, claims in previous for claim in claims]
    sided = [s for s in statements if s.stances[question].label in SIDES]
    if not sided:
        return ()
    told = np.stack([context.points.get(s.point, s.vector) for s in sided])
    vectors = both(told, np.stack([s.vector for s in sided]))
    matter = Matter([s.point for s in sided], [s.claim.language for s in sided], vectors)
    parts = [
        (side, [sided[at] for at in part]) for side in SIDES for part in _points(matter, sided, side, question, context)
    ]
    names = _names(f"g1_{sided[0].stances[question].question_id}_", parts, old)
    made = [_group(name, side, part, question, context) for name, (side, part) in zip(names, parts, strict=True)]
    return tuple(sorted(made, key=lambda g: (SIDES.index(g.label), g.leftover, -g.origins, -g.voices, g.id)))


def _points(
    matter: Matter, sided: Sequence[Statement], side: StanceLabel, question: int, context: Context
) -> list[list[int]]:
    """Cut one side into points: indexes of ``sided``, oldest first in each."""
    own = [at for at, s in enumerate(sided) if s.stances[question].label == side]

    def name(part: list[int]) -> int | None:
        key = _key([sided[at] for at in part], question, context)
        return next(at for at in part if sided[at] is key) if stands_alone(key) and near([key]) else None

    def near(part: Sequence[Statement]) -> list[Statement]:
        return _near(part, question, context)

    families = [context.families[sided[at].claim.id] for at in own]
    return points(matter, own, families, name, {at for at in own if near([sided[at]])}) if own else []


def _near(part: Sequence[Statement], question: int, context: Context) -> list[Statement]:
    """Return the statements that lie near the question."""
    known = context.bearing[question] if context.bearing else None
    return [s for s in part if known is None or s.claim.id in known]


def _key(part: Sequence[Statement], question: int, context: Context) -> Statement:
    part = _near(part, question, context) or part
    lasting = {s.claim.id for s in part if context.voices[s.claim.id].lasting}
    return representative(part, question, context.sources, lasting)


def _names(prefix: str, parts: Sequence[tuple[str, list[Statement]]], old: list[tuple[str, str]]) -> list[str]:
    """Name the groups; a group that is made anew on the other side does not take over the name of the first."""
    members = [[s.claim.id for s in part] for _, part in parts]
    return keep_ids(prefix, members, old)


def _group(name: str, side: StanceLabel, part: Sequence[Statement], question: int, context: Context) -> Group:
    """Make the record of one point."""
    key = _key(part, question, context)
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
        leftover=not _near(part, question, context)
        or (support.voices < 2 and len({context.families[s.claim.id] for s in part}) < 2),
    )
