"""What the learned reader says of a whole text: windows out, tags back, in the text's own offsets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipeline.records import Passage, Saying, Span, Tagged, TaggedSpan, Window

Tag = Callable[[Sequence[Window]], Sequence[Tagged]]
"""The tagger, as the run hands it in: windows in, what is marked in each out."""

_FULL = 100
"""Estimated tokens at which a window is full: about a paragraph, well below what the model was trained on."""
_CONTEXT = 60
"""Most tokens of the passage before that go along, so that "she added" finds its quotation."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Tags of one text. ``labels`` and ``verifiable`` have an entry for each passage that was tagged, by its start."""

    labels: dict[int, tuple[float, ...]]
    sayings: tuple[Saying, ...]
    negations: tuple[TaggedSpan, ...]
    hedges: tuple[TaggedSpan, ...]
    entities: tuple[TaggedSpan, ...]
    terms: tuple[TaggedSpan, ...]
    verifiable: dict[int, float] = field(default_factory=dict)


def read_tags(text: str, passages: Sequence[Passage], asides: Sequence[Span], tag: Tag) -> Learned:
    """Return the tags of all passages outside the asides; each passage is tagged once, after the one before it."""
    own = [p for p in passages if not any(a.start < p.end and p.start < a.end for a in asides)]
    groups = _groups(text, own)
    starts = [_context(text, own, group) for group in groups]
    windows = [
        Window(text[at : group[-1].end], tuple(Span(p.start - at, p.end - at) for p in group))
        for at, group in zip(starts, groups, strict=True)
    ]
    labels: dict[int, tuple[float, ...]] = {}
    verifiable: dict[int, float] = {}
    kept: dict[str, list[TaggedSpan]] = {"negations": [], "hedges": [], "entities": [], "terms": []}
    sayings: list[Saying] = []
    for at, group, tagged in zip(starts, groups, tag(windows), strict=True):
        labels |= {p.start: row for p, row in zip(group, tagged.sentences, strict=True) if row}
        verifiable |= {p.start: v for p, v in zip(group, tagged.verifiable, strict=False) if v is not None}
        for name, spans in kept.items():
            moved = (TaggedSpan(s.kind, s.start + at, s.end + at, s.probability) for s in getattr(tagged, name))
            spans += [s for s in moved if s.start >= group[0].start]
        sayings += [s for s in (_moved(s, at, group[0].start) for s in tagged.sayings) if s is not None]
    spans_of = {name: tuple(spans) for name, spans in kept.items()}
    return Learned(labels, _merged(sayings), **spans_of, verifiable=verifiable)


def _groups(text: str, passages: Sequence[Passage]) -> list[list[Passage]]:
    groups: list[list[Passage]] = []
    size = 0.0
    for passage in passages:
        own = _tokens(text[passage.start : passage.end])
        # What lies between two passages was left out: they are no neighbours.
        apart = bool(groups) and text[groups[-1][-1].end : passage.start].strip() != ""
        if not groups or apart or size + own > _FULL:
            groups.append([])
            size = 0.0
        groups[-1].append(passage)
        size += own
    return groups


def _tokens(piece: str) -> float:
    """Estimate the encoder's tokens: four letters of an alphabet or one and a half signs of CJK make one."""
    wide = sum(char > "\u2e7f" for char in piece) if not piece.isascii() else 0
    return wide / 1.5 + (len(piece) - wide) / 4


def _context(text: str, passages: Sequence[Passage], group: Sequence[Passage]) -> int:
    """Return where the window of a group begins: at the passage before it, if that is short and stands next to it."""
    before = next((p for p in reversed(passages) if p.start < group[0].start), None)
    if before is None or text[before.end : group[0].start].strip():
        return group[0].start
    return before.start if _tokens(text[before.start : before.end]) <= _CONTEXT else group[0].start


def _moved(saying: Saying, by: int, first: int) -> Saying | None:
    """Move a saying to the text's offsets; None where all that is said belongs to the window before."""
    contents = tuple(s for s in (_shift(c, by) for c in saying.contents) if s is not None and s.end > first)
    if not contents:
        return None
    return Saying(
        _shift(saying.source, by), _shift(saying.cue, by), contents, saying.kind, saying.commitment, saying.inner,
        saying.probability,
    )  # fmt: skip


def _shift(span: Span | None, by: int) -> Span | None:
    return Span(span.start + by, span.end + by) if span else None


def _merged(sayings: Sequence[Saying]) -> tuple[Saying, ...]:
    """Join what two windows say of one cue: a quotation that goes on over the edge between them."""
    by_cue: dict[tuple[Span, bool], Saying] = {}
    found: list[Saying] = []
    for saying in sayings:
        if saying.cue is None:
            found.append(saying)
            continue
        key = (saying.cue, saying.inner)
        known = by_cue.get(key)
        if known is None:
            by_cue[key] = saying
            continue
        more = [c for c in saying.contents if not any(c.start < k.end and k.start < c.end for k in known.contents)]
        by_cue[key] = Saying(
            known.source or saying.source, known.cue, tuple(sorted((*known.contents, *more), key=lambda s: s.start)),
            known.kind, known.commitment, known.inner, known.probability,
        )  # fmt: skip
    return tuple(sorted((*found, *by_cue.values()), key=lambda s: (s.contents[0].start, -s.contents[-1].end)))


def inside(marked: Sequence[TaggedSpan], span: Span, least: float) -> list[Span]:
    """Return what is marked inside a span with at least that probability."""
    return [
        Span(m.start, m.end) for m in marked if span.start <= m.start and m.end <= span.end and m.probability >= least
    ]
