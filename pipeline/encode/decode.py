"""Rows of numbers, one a token, to spans and links of the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from pipeline.encode.scheme import GROUPS, LINK, LINKS, columns, link_columns
from pipeline.records import Commitment, Saying, Span, Tagged, TaggedSpan, Window

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

COMMITMENTS: dict[str, Commitment] = {"a": "asserts", "r": "reports", "d": "denies", "u": "doubts"}
_LEAST = 0.5
"""Probability from which a token belongs to a span, whatever the span's kind."""

Marked = tuple[int, int, str, float]
"""First token, one past the last, kind, probability."""


def decode(
    window: Window, table: Floats, offsets: Sequence[tuple[int, int]], near: Sequence[tuple[float, float]]
) -> Tagged:
    """Return the spans that a table (tokens, WIDTH) marks; ``offsets`` are the tokens' places in the window's text."""
    places = [_inside(window.text, start, end) for start, end in offsets]
    marked = {
        name: _marked(_softmax(table[:, columns(name)]), GROUPS[name], places) for name in GROUPS if name != "sentence"
    }
    return Tagged(
        sentences=tuple(_sentence(table[:, columns("sentence")], places, span) for span in window.sentences),
        sayings=_sayings(window.text, table, places, marked, near),
        negations=_spans(marked["negation"], places, window.text),
        hedges=_spans(marked["hedge"], places, window.text),
        entities=_spans(marked["entity"], places, window.text),
        terms=_spans(marked["field"], places, window.text),
    )


def _inside(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a token's place without white space; None for the prefix and the marks around the text."""
    while 0 <= start < end and text[start].isspace():
        start += 1
    return (start, end) if 0 <= start < end else None


def _softmax(rows: Floats) -> Floats:
    import numpy as np

    powers = np.exp(rows - rows.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), np.float32)


def _sentence(rows: Floats, places: Sequence[tuple[int, int] | None], span: Span) -> tuple[float, ...]:
    """Return the mean label of a sentence's tokens; a sentence cut off by the length limit has no opinion."""
    inside = [at for at, p in enumerate(places) if p and span.start <= p[0] and p[1] <= span.end]
    if not inside:
        return ()
    return tuple(round(float(x), 4) for x in _softmax(rows[inside].mean(axis=0)))


def _marked(rows: Floats, labels: Sequence[str], places: Sequence[tuple[int, int] | None]) -> list[Marked]:
    """Return the runs of tokens that are more likely inside a span than not, cut at each likely beginning."""
    inside = 1 - rows[:, 0]
    begins, follows = rows[:, 1::2].sum(axis=1), rows[:, 2::2].sum(axis=1)
    runs: list[tuple[int, int]] = []
    start = -1
    for at, place in enumerate((*places, None)):
        # A piece that is part of a longer word goes on with it.
        on = place is not None and inside[at] > _LEAST
        if start >= 0 and (not on or (begins[at] > follows[at])):
            runs.append((start, at))
            start = -1
        if on and start < 0:
            start = at
    kinds = [label.partition("-")[2] for label in labels[1::2]]
    found = []
    for start, end in runs:
        each = (rows[start:end, 1::2] + rows[start:end, 2::2]).mean(axis=0)
        found.append((start, end, kinds[int(each.argmax())], float(inside[start:end].mean())))
    return found


def _spans(marked: Sequence[Marked], places: Sequence[tuple[int, int] | None], text: str) -> tuple[TaggedSpan, ...]:
    return tuple(TaggedSpan(m[2], *_place(m, places), round(m[3], 4)) for m in marked)


def _place(marked: Marked, places: Sequence[tuple[int, int] | None]) -> tuple[int, int]:
    first, last = places[marked[0]], places[marked[1] - 1]
    assert first is not None
    assert last is not None
    return first[0], last[1]


def _sayings(
    text: str,
    table: Floats,
    places: Sequence[tuple[int, int] | None],
    marked: dict[str, list[Marked]],
    near: Sequence[tuple[float, float]],
) -> tuple[Saying, ...]:
    """Join the pieces that hang on one cue, or on one source where there is no cue."""
    pieces = sorted((*((m, False) for m in marked["outer"]), *((m, True) for m in marked["inner"])), key=lambda p: p[0])
    cues = _linked(table, pieces, marked["cue"], "cue", near)
    sources = _linked(table, pieces, marked["source"], "source", near)
    acts: dict[tuple[object, ...], list[int]] = {}
    for at, (_, inner) in enumerate(pieces):
        key = ("cue", cues[at], inner) if cues[at] >= 0 else ("source", sources[at], inner)
        acts.setdefault(key if max(cues[at], sources[at]) >= 0 else ("none", at), []).append(at)
    found = []
    for members in acts.values():
        first, inner = pieces[members[0]]
        cue = marked["cue"][cues[members[0]]] if cues[members[0]] >= 0 else None
        source = next((marked["source"][sources[at]] for at in members if sources[at] >= 0), None)
        kind: Literal["direct", "indirect"] = "direct" if first[2] == "d" else "indirect"
        found.append(
            Saying(
                source=Span(*_place(source, places)) if source else None,
                cue=Span(*_place(cue, places)) if cue else None,
                contents=tuple(Span(*_place(pieces[at][0], places)) for at in members),
                kind=kind,
                commitment=COMMITMENTS[cue[2]] if cue else "asserts",
                inner=inner,
                probability=round(min(pieces[at][0][3] for at in members), 4),
            )
        )
    return tuple(found)


def _linked(
    table: Floats,
    pieces: Sequence[tuple[Marked, bool]],
    offered: Sequence[Marked],
    link: str,
    near: Sequence[tuple[float, float]],
) -> list[int]:
    """Return for each piece the index of its cue or source, -1 for none."""
    import numpy as np

    query, key, none = link_columns(link)
    back, forth = near[LINKS.index(link)]
    found = []
    for (start, end, _, _), _inner in pieces:
        asked = _ends(table[:, query], start, end)
        best, index = float(table[start, none]), -1
        for at, (left, right, _, _) in enumerate(offered):
            score = float(asked @ _ends(table[:, key], left, right)) / float(np.sqrt(LINK))
            score -= back * float(np.log1p(max(0, start - right))) + forth * float(np.log1p(max(0, left - end)))
            if score > best:
                best, index = score, at
        found.append(index)
    return found


def _ends(table: Floats, start: int, end: int) -> Floats:
    """Return the mean of a span's first and last two rows, as in training."""
    import numpy as np

    if end - start <= 4:
        return np.asarray(table[start:end].mean(axis=0))
    return np.asarray((table[start : start + 2].mean(axis=0) + table[end - 2 : end].mean(axis=0)) / 2)
