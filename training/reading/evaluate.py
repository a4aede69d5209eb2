"""How well a reader finds what is labelled in passages that it never saw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from pipeline.encode.scheme import SENTENCE
from pipeline.records import Saying, Span, Tagged, Window
from training.reading.markup import LabelledPassage, Marked

Counts = Counter[tuple[str, str]]
"""(figure, right | found | wanted)."""


def evaluate(passages: Sequence[LabelledPassage], tag: Callable[[Sequence[Window]], list[Tagged]]) -> dict[str, float]:
    """Return F1 of spans (exact; of what is said also at overlap .3 and .8), accuracy of sentences and of sources."""
    counts: Counts = Counter()
    for passage in passages:
        window = Window(passage.text, tuple(Span(s.start, s.end) for s in passage.sentences))
        _count(counts, passage, tag([window])[0])
    return {name: _f1(counts, name) for name in sorted({name for name, _ in counts})}


def _f1(counts: Counts, name: str) -> float:
    total = counts[name, "found"] + counts[name, "wanted"]
    return round(2 * counts[name, "right"] / total, 4) if total else 0.0


def _count(counts: Counts, passage: LabelledPassage, tagged: Tagged) -> None:
    for sentence, row in zip(passage.sentences, tagged.sentences, strict=True):
        if sentence.label != ">" and row:
            said = SENTENCE[row.index(max(row))]
            _add(counts, "sentence", [said], [sentence.label])
            _add(counts, "is claim", ["x"] * (row[0] + row[1] >= 0.5), ["x"] * sentence.label.startswith("+"))
            _add(counts, "checkable", ["x"] * (row[0] >= 0.5), ["x"] * (sentence.label == "+f"))
    spans = passage.spans
    _add(counts, "hedge", [(s.start, s.end) for s in tagged.hedges], [(m.start, m.end) for m in spans if m.tag == "h"])
    _add(counts, "negation", [(s.start, s.end) for s in tagged.negations], _at(spans, "n"))
    _add(counts, "cue", [(s.cue.start, s.cue.end) for s in tagged.sayings if s.cue], _at(spans, "c"))
    names = [m for m in spans if len(m.tag) > 1]
    _add(
        counts,
        "entity typed",
        [(s.kind, s.start, s.end) for s in tagged.entities],
        [(m.tag, m.start, m.end) for m in names],
    )
    _add(counts, "entity", [(s.start, s.end) for s in tagged.entities], [(m.start, m.end) for m in names])
    _sayings(counts, spans, tagged.sayings)


def _at(spans: Sequence[Marked], tag: str) -> list[tuple[int, int]]:
    return [(m.start, m.end) for m in spans if m.tag == tag]


def _add(counts: Counts, name: str, found: Iterable[object], wanted: Iterable[object]) -> None:
    have, want = Counter(found), Counter(wanted)
    counts[name, "right"] += sum((have & want).values())
    counts[name, "found"] += sum(have.values())
    counts[name, "wanted"] += sum(want.values())


def _sayings(counts: Counts, spans: Sequence[Marked], sayings: Sequence[Saying]) -> None:
    wanted = {}
    for mark in spans:
        if mark.tag in "di":
            wanted.setdefault(mark.number, set()).update(range(mark.start, mark.end))
    sources = {m.number: set(range(m.start, m.end)) for m in spans if m.tag == "s"}
    commitments = {m.number: m.commitment for m in spans if m.tag == "c"}
    modes = {m.number: m.tag for m in spans if m.tag in "di"}
    found = [{at for c in s.contents for at in range(c.start, c.end)} for s in sayings]
    pairs = sorted(
        ((_overlap(have, want), f, number) for f, have in enumerate(found) for number, want in wanted.items()),
        reverse=True,
    )
    for name, least in (("said @.3", 0.3), ("said @.8", 0.8)):
        counts[name, "found"] += len(found)
        counts[name, "wanted"] += len(wanted)
        taken: set[object] = set()
        for overlap, at, number in pairs:
            if overlap > least and ("f", at) not in taken and ("w", number) not in taken:
                taken |= {("f", at), ("w", number)}
                counts[name, "right"] += 1
                if least == 0.3:
                    _matched(counts, sayings[at], sources.get(number), commitments.get(number), modes[number])


def _matched(counts: Counts, saying: Saying, source: set[int] | None, commitment: str | None, mode: str) -> None:
    have = set(range(saying.source.start, saying.source.end)) if saying.source else None
    same = have is source is None or (have is not None and source is not None and _overlap(have, source) > 0.5)
    for name, right in (
        ("source", same),
        ("commitment", saying.commitment[:2] == {"a": "as", "r": "re", "d": "de", "u": "do"}.get(commitment or "a")),
        ("mode", saying.kind[0] == mode),
    ):
        counts[name, "found"] += 1
        counts[name, "wanted"] += 1
        counts[name, "right"] += right


def _overlap(a: set[int], b: set[int]) -> float:
    return len(a & b) / len(a | b) if a | b else 1.0
