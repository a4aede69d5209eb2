"""What two articles have in common, weighed: is one a translation of the other, does it cover it, or neither?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from pipeline.cluster.alignment import MATCH, Alignment, align
from pipeline.cluster.documents import Document, is_round, plain_fraction, significant
from pipeline.cluster.linkage import Floats
from pipeline.cluster.occasions import apart
from pipeline.cluster.spelling import alike
from pipeline.cluster.statements import folded

Kind = Literal["copy", "translation", "coverage"]

FAINT = 0.45
"""Cosine from which the nearest sentences of two articles count as a trace of one in the other."""
NUMBER = 0.3
"""Cosine from which two sentences with the same telling number speak of the same thing."""
QUOTED = 0.5
"""Cosine from which two quotations are the same words."""
CITED = 0.42
"""Cosine from which a quotation in one article holds the words of a sentence of the other: of independent articles on
one event, none of a hundred pairs has one above .38."""
_BY_CHANCE = 0.2
"""What is asked for beyond that among very many sentences, where the nearest is near by chance (one of forty and
thirty sentences at .51)."""
ENOUGH = 2.6
"""Traces that make coverage. A faint sentence counts 1 and a clear one 1.5, a telling number 1 or (one of few digits)
.5, two numbers and more .5 beside, the author or outlet of the earlier article named in the later 2, a full name that
both give 1, the same words quoted, or words of the one quoted in the other, 1."""
ENOUGH_NAMED = 2.0
"""The same where both name the same speaker or quote the same words: two reports of one event often do neither."""
ENOUGH_KNOWN = 0.9
"""The same where the later names the author or outlet of the earlier article, besides that: one sentence or number."""
_SHORT_NAME = 4
"""Letters of a holder that may stand inside other words."""
SHORT = 8
"""Sentences of an article up to which each trace counts in full; in a longer one chance brings some."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """The judgement on a pair, with reasons. ``siblings``: both render a third text, as far as can be told."""

    kind: Kind
    strength: float
    evidence: tuple[str, ...]
    siblings: bool = False


def kinship(source: Document, rendering: Document, named: tuple[str, ...]) -> Kinship | None:
    """Compare a document with an earlier one. ``named``: how the later names or links to the earlier."""
    cosines = source.passages @ rendering.passages.T
    clear, faint = align(source.passages, rendering.passages), align(source.passages, rendering.passages, FAINT)
    other_language = source.reading.language.code != rendering.reading.language.code
    if other_language and (translated := _translation(source, rendering, clear, faint)):
        return Kinship("translation", translated.share_b, (_aligned(translated), *named))
    if one_voice(source, rendering):
        return _rerun(clear)
    held = held_by(source, rendering)
    known, near = (*named, *held), _beyond_chance(source, rendering)
    found = _traces(source, rendering, cosines, company=bool(known) or len(near.sentences.pairs) >= 2)
    shared = _scale(source, rendering) * (near.weight + found.weight)
    points = shared + 2 * _scale(source, rendering) * bool(known)
    retold = _retold(clear, faint, named, held)
    if not (retold or _covers(points, shared, near, found, bool(known))):
        return None
    if not known and not _again(clear) and apart(source, rendering):
        return None
    aligned = _aligned(faint if retold else near.sentences)
    return Kinship("coverage", points / 10, (aligned, *known, *found.told), siblings=not known)


def one_voice(a: Document, b: Document) -> bool:
    """Tell whether one writer speaks in both: the same byline, or the same outlet where neither has one."""
    mine, other = (doc.article.byline or doc.article.outlet for doc in (a, b))
    return bool(a.article.byline) == bool(b.article.byline) and bool(folded(mine)) and folded(mine) == folded(other)


def _rerun(clear: Alignment) -> Kinship | None:
    """Judge two articles of one writer: whoever comes back to what they wrote, or takes it back, speaks anew.

    That is no coverage, however much of the earlier text it tells, names or links to: coverage is somebody else's.
    Only what is the earlier article again, in other words, adds nothing to it.
    """
    if _again(clear):
        return Kinship("coverage", len(clear.pairs) / 10, (_aligned(clear),))
    return None


def _again(clear: Alignment) -> bool:
    """Tell whether half of a later article and more is the earlier one's sentences."""
    return len(clear.pairs) >= 5 and clear.share_b >= 0.5


@dataclass(frozen=True, slots=True)
class _Near:
    """Sentences that lie nearer than chance brings them, and what they weigh."""

    sentences: Alignment
    weight: float


def _beyond_chance(source: Document, rendering: Document) -> _Near:
    """Align what is nearer than the nearest of so many sentences would be anyway.

    What one house prints is on the same few things, week by week: of two of its articles only what is clear counts.
    """
    more = _BY_CHANCE * (1 - _scale(source, rendering))
    clear = align(source.passages, rendering.passages, MATCH + more)
    if one_house(source, rendering):
        return _Near(clear, 1.5 * len(clear.pairs))
    faint = align(source.passages, rendering.passages, FAINT + more)
    return _Near(faint, len(faint.pairs) + 0.5 * len(clear.pairs))


def _covers(points: float, shared: float, near: _Near, found: _Traces, known: bool) -> bool:
    """Tell whether traces suffice."""
    enough = ENOUGH_NAMED if found.speaks else ENOUGH
    traces = len(near.sentences.pairs) + len(found.told)
    return (points >= enough and traces >= 2) or (known and shared >= ENOUGH_KNOWN)


def _retold(clear: Alignment, faint: Alignment, named: tuple[str, ...], held: tuple[str, ...]) -> bool:
    """Tell coverage of any length: of unrelated articles on one matter, one pair in a hundred aligns clearly by .10."""
    if (held and len(faint.pairs) >= 2) or _again(clear):
        return True
    linked = bool(clear.pairs) and any(reason.startswith("links to") for reason in named)
    return bool(named) and clear.share_b >= 0.08 and (len(clear.pairs) >= 2 or linked)


def _aligned(found: Alignment) -> str:
    return f"{len(found.pairs)} of {found.of_b} sentences align, {found.chain} in the same order"


def _translation(source: Document, rendering: Document, clear: Alignment, faint: Alignment) -> Alignment | None:
    """Tell a translation, whole or of an excerpt, and on which sentences that rests.

    Real translations align by .84 of their sentences and more. Just over half is enough unless the later text speaks
    of the earlier one's author as of somebody else, or quotes what the earlier one says in its own name.
    """
    reported = bool(set(rendering.runs) & {folded(source.article.byline or " ")}) and not _credited(source, rendering)
    quoting = any(b in rendering.quotes and a not in source.quotes for a, b in faint.pairs)
    least = 0.8 if quoting else 0.75 if reported else 0.55
    for found in (clear, faint):
        if len(found.pairs) >= 3 and found.share_b >= least and found.order >= 0.9 and _covered(found):
            return found
    return None


def _credited(source: Document, rendering: Document) -> bool:
    """Tell whether two documents share a byline."""
    return bool(source.article.byline) and folded(source.article.byline or "") == folded(rendering.article.byline or "")


def one_house(a: Document, b: Document) -> bool:
    """Tell whether two documents are by one writer, or of one outlet and not by two writers that it names."""
    if a.article.byline and b.article.byline:
        return _credited(a, b)
    return folded(a.article.outlet) == folded(b.article.outlet)


def _covered(found: Alignment) -> bool:
    """Tell whether enough of the source is there: a third, or nearly all of the rendering is its."""
    return found.share_a >= 0.3 or found.share_b >= 0.8


def _scale(source: Document, rendering: Document) -> float:
    """Weigh down aligned sentences of long articles, where the nearest of many is near by chance."""
    return float(
        min(1.0, SHORT / max(1, len(rendering.passages))) * min(1.0, SHORT / max(1, len(source.passages))) ** 0.5
    )


@dataclass(frozen=True, slots=True)
class _Traces:
    """What two articles share beside sentences: reasons, weight, whether it is what somebody says in both."""

    told: tuple[str, ...]
    weight: float
    speaks: bool


def _traces(source: Document, rendering: Document, cosines: Floats, company: bool) -> _Traces:
    """Return what else both have. ``company``: there are traces of other kinds.

    Round numbers are no trace without such company, and of two articles of one house it is none that one cites whom
    the other cites, or names them.
    """
    quoted, own = _quoted(source, rendering, cosines), one_house(source, rendering)
    cited = quoted is None and not own and _cited(source, rendering, cosines)
    numbers = _numbers(source, rendering, cosines)
    if all(is_round(value) for value in numbers) and (own or not (company or cited or quoted is not None)):
        numbers = []
    weight = sum(1.0 if significant(value) >= 3 or float(value) >= 1000 else 0.5 for value in numbers[:3])
    weight += 0.5 * (len(numbers) > 1)
    told = [f"both give {', '.join(rendering.prints[value] for value in numbers[:3])}"] if numbers else []
    shared = [] if own else sorted(source.runs[key] for key in _persons(source, rendering))
    if cited:
        told.append("one quotes words of the other")
    if quoted is not None:
        told.append(f"both quote the same words of {quoted}" if quoted else "both quote the same words")
    if shared and not quoted:
        told.append(f"both name {shared[0]}")
    speaks = cited or quoted is not None or any(_speaker(name, source, rendering) for name in shared)
    return _Traces(tuple(told), weight + (cited or quoted is not None) + bool(shared or quoted), speaks)


def _persons(source: Document, rendering: Document) -> set[str]:
    """Return the full names that both give, but for those of things: all who write on a field name its products."""
    return {
        key
        for key in source.runs.keys() & rendering.runs.keys()
        if not {key, folded(source.runs[key]), folded(rendering.runs[key])} & (source.things | rendering.things)
    }


def _speaker(name: str, source: Document, rendering: Document) -> bool:
    """Tell whether a name is one of somebody who says something, and not that of a place or a product."""
    key, claims = folded(name), (*source.reading.claims, *rendering.reading.claims)
    holders = {folded(c.holder.text) for c in claims if c.holder and c.holder.kind == "named"}
    return any(key in holder or (len(holder) > _SHORT_NAME and holder in key) for holder in holders)


def _cited(source: Document, rendering: Document, cosines: Floats) -> bool:
    """Tell whether a quotation in one article holds words that stand in the other, there perhaps the author's own.

    What the other gives to somebody else is not what was quoted, however near it lies.
    """
    least = CITED + _BY_CHANCE * (1 - _scale(source, rendering))
    return _holds(source, rendering, cosines, least) or _holds(rendering, source, cosines.T, least)


def _holds(quoting: Document, other: Document, cosines: Floats, least: float) -> bool:
    """Tell whether a document quotes what the other may say by the same mouth."""
    for row, who in quoting.quotes.items():
        for column in np.flatnonzero(cosines[row] >= least).tolist():
            sayers = other.sayers.get(column, frozenset())
            if not who or not sayers or any(alike(who, name) is not False for name in sayers):
                return True
    return False


def _numbers(source: Document, rendering: Document, cosines: Floats) -> list[str]:
    """Return the telling numbers that both give in sentences on the same thing."""
    found, least = [], NUMBER + _BY_CHANCE * (1 - _scale(source, rendering))
    for value in sorted(source.numbers.keys() & rendering.numbers.keys()):
        rows, cols = sorted(source.numbers[value]), sorted(rendering.numbers[value])
        telling = not plain_fraction(value, rendering.prints[value])
        if telling and float(cosines[np.ix_(rows, cols)].max()) >= least:
            found.append(value)
    return found


def _quoted(source: Document, rendering: Document, cosines: Floats) -> str | None:
    """Return whose words both quote ("" if nobody is named); None if they quote none in common."""
    best: tuple[float, str] | None = None
    for row, one in sorted(source.quotes.items()):
        for col, other in sorted(rendering.quotes.items()):
            near = float(cosines[row, col])
            if near >= QUOTED and (not one or not other or alike(one, other) is not False):
                best = max(best or (near, one or other), (near, one or other))
    return best[1] if best else None


def held_by(source: Document, rendering: Document) -> tuple[str, ...]:
    """Tell whether a document reports what the author of another says: two claims at least."""
    if source.names & rendering.names:
        return ()
    counts = sorted((-rendering.holders[name], name) for name in source.names)
    return tuple(f"{-n} claims are by {as_written(source, name)}" for n, name in counts if n <= -2)


def as_written(doc: Document, name: str) -> str:
    """Return the outlet or byline behind a folded name, as printed."""
    return doc.article.outlet if folded(doc.article.outlet) == name else doc.article.byline or doc.article.outlet
