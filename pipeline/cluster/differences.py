"""What drifted between a statement and its rendering: number, unit, entity, term, hedge, negation, holder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.cluster.degrees import changes, known
from pipeline.cluster.documents import WIDE
from pipeline.cluster.lexicon import modal, terms
from pipeline.cluster.statements import Statement, folded, named
from pipeline.cluster.versions import exchanged
from pipeline.cluster.voices import Voice, someone_else
from pipeline.records import Claim, Difference, Quantity

SHARES = frozenset({"ratio", "percent", "points"})
"""Kinds of amounts of which one is often printed for another."""
FUTURE = frozenset({"だろう", "でしょう", "であろう", "것이다"})
"""Words that hedge, but also render a plain "will"."""
BARE = frozenset({"count", "other"})
"""Kinds whose unit is a noun, which readers of two languages may name differently."""
TOLERANCE = 0.002
"""Relative difference of two amounts that a conversion may leave."""


def facts(original: Statement, variant: Statement) -> tuple[Difference, ...]:
    """Compare what can be checked word by word: amounts and names."""
    return (*_amounts(original.quantities, variant.quantities), *_entities(original, variant))


def wording(original: Statement, variant: Statement, holders: tuple[Voice, Voice]) -> tuple[Difference, ...]:
    """Compare how it is said: terms, hedges, negation, and who is said to have said it."""
    found = [*_terms(original, variant), *_hedges(original, variant), *_degrees(original, variant)]
    if someone_else(*holders):
        found.append(Difference("holder", holders[0].name, holders[1].name))
    return tuple(found)


def _amounts(original: Sequence[Quantity], variant: Sequence[Quantity]) -> list[Difference]:
    """Pair the amounts that only one side has, in the order of the text; what the rendering leaves out is no drift."""
    here = [q for q in original if not any(_same(q, other) for other in variant)]
    there = [q for q in variant if not any(_same(q, other) for other in original)]
    found = []
    for quantity in there:
        partner = _partner(quantity, here)
        if partner:
            here.remove(partner)
            kind = "unit" if _scaled(partner, quantity) else "number"
            found.append(Difference(kind, partner.text, quantity.text))
    return found


def _partner(quantity: Quantity, others: Sequence[Quantity]) -> Quantity | None:
    """Find the amount that this one stands for: the same figure in another unit, else another figure of its kind."""
    alike = [q for q in others if (q.kind, q.unit, q.currency) == (quantity.kind, quantity.unit, quantity.currency)]
    moved = [q for q in others if _scaled(q, quantity)]
    loose = [q for q in others if {q.kind, quantity.kind} <= SHARES | BARE]
    return next(iter([*moved, *alike, *loose]), None)


def _bounds(quantity: Quantity) -> tuple[float, float] | None:
    low = quantity.low if quantity.low is not None else quantity.value
    high = quantity.high if quantity.high is not None else quantity.value
    return None if low is None or high is None else (float(low), float(high))


def _same(a: Quantity, b: Quantity) -> bool:
    if a.kind == "date" or b.kind == "date":
        return a.kind == b.kind and bool(a.date and b.date and (a.date.startswith(b.date) or b.date.startswith(a.date)))
    alike = (a.unit, a.currency) == (b.unit, b.currency) or bool(BARE & {a.kind, b.kind}) or a.kind == b.kind == "ratio"
    return alike and _close(a, b)


def _close(a: Quantity, b: Quantity) -> bool:
    """Tell whether two amounts overlap, units aside. "About 170" is met by 165 to 175, not by 172 as printed."""
    one, other = _bounds(a), _bounds(b)
    if one is None or other is None:
        return a.text == b.text
    slack = TOLERANCE * max(abs(value) for value in (*one, *other))
    return one[0] <= other[1] + slack and other[0] <= one[1] + slack


def _scaled(a: Quantity, b: Quantity) -> bool:
    """Tell whether the figure stayed and the unit or the scale changed: 170 times, 170 %; 3 million, 3 billion."""
    one, other = _bounds(a), _bounds(b)
    if one is None or other is None or not one[0] or not other[0]:
        return False
    if _close(a, b):
        return (a.kind == b.kind or {a.kind, b.kind} <= SHARES) and (a.unit, a.currency) != (b.unit, b.currency)
    ratio = max(one[0] / other[0], other[0] / one[0])
    return any(abs(ratio / scale - 1) < TOLERANCE for scale in (1e3, 1e6, 1e9))


def _entities(original: Statement, variant: Statement) -> list[Difference]:
    """Pair the names of one type that only one side has."""
    found = []
    here, there = named(original.claim), named(variant.claim)
    for kind in sorted({kind for kind, _, _ in here}):
        old = {key: words for own, key, words in here if own == kind}
        new = {key: words for own, key, words in there if own == kind}
        gone, come = ([d[k] for k in d if k not in other] for d, other in ((old, new), (new, old)))
        found += [Difference("entity", was, now) for was, now in zip(gone, come, strict=False)]
    return found + [d for d in exchanged(original, variant) if not any(_tells(f, d) for f in found)]


def _tells(known: Difference, other: Difference) -> bool:
    """Tell whether one difference of names says what another does: one name, more or less of it."""
    pairs = ((known.original, other.original), (known.variant, other.variant))
    return any((a or "") in (b or "") or (b or "") in (a or "") for a, b in pairs)


def _terms(original: Statement, variant: Statement) -> list[Difference]:
    """Pair the concepts that only one side names: a wall that became a bottleneck."""
    here = terms(original.content, original.claim.language)
    there = terms(variant.content, variant.claim.language)
    gone = [words for concept, words in here.items() if concept not in there]
    new = [words for concept, words in there.items() if concept not in here]
    return [Difference("term", old, fresh) for old, fresh in zip(gone, new, strict=False)]


def _hedges(original: Statement, variant: Statement) -> list[Difference]:
    """Report a hedge on one side only. What another language needs for its future tense alone is none."""
    here, there = (_words(m.text for m in s.claim.hedges if m.text not in FUTURE) for s in (original, variant))
    if bool(here) == bool(there) and not _bare_hedge(original.claim, variant.claim):
        return []
    first = bool(here) or (original.claim.hedged and not there)
    kept = _may(variant, original) if first else _may(original, variant)
    return [] if kept else [Difference("hedge", here, there)]


def _bare_hedge(original: Claim, variant: Claim) -> bool:
    """Tell of a hedge on one side that the reader found without words of its own."""
    return original.hedged != variant.hedged and not (original.hedges or variant.hedges)


def _may(plain: Statement, hedged: Statement) -> bool:
    """Tell whether a translation renders a hedge by a verb that may mean as much: "may", "pode"."""
    other = plain.claim.language != hedged.claim.language
    return other and modal(plain.content, plain.claim.language)


def _degrees(original: Statement, variant: Statement) -> list[Difference]:
    """Report words of degree and negations, unless both surely answer a question alike: "no wall", "goes on"."""
    if original.claim.language == variant.claim.language and _shared(original.content, variant.content) < 0.5:
        return []  # freely retold: "everyone is wrong who" and "nobody knows" may say the same
    found = changes((original.content, original.claim.language), (variant.content, variant.claim.language))
    if any(a * b > 0 for a, b in zip(original.signs, variant.signs, strict=True)):
        return [d for d in found if d.kind != "negation"]
    listed_both = known(original.claim.language) and known(variant.claim.language)
    if original.claim.negated != variant.claim.negated and not listed_both:
        found.append(Difference("negation", _negator(original.claim), _negator(variant.claim)))
    return found


def _shared(a: str, b: str) -> float:
    """Return the share of words that two texts of one language have in common; of signs where words are not apart."""
    one, other = (
        set(text.split()) if text.isascii() or not WIDE.search(text) else set(text) for text in map(folded, (a, b))
    )
    return len(one & other) / max(1, min(len(one), len(other)))


def _negator(claim: Claim) -> str | None:
    return _words(e.text for e in claim.evidence if e.label == "negated") if claim.negated else None


def _words(texts: Iterable[str]) -> str | None:
    return ", ".join(dict.fromkeys(texts)) or None
