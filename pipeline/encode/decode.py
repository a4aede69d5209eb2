"""Rows of numbers, one a token, to spans and links of the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from pipeline.encode.scheme import GROUPS, LINK, LINKS, SHARPNESS, columns, link_columns
from pipeline.records import Commitment, Saying, Span, Tagged, TaggedSpan, Window

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]
    Ints = npt.NDArray[np.int64]

COMMITMENTS: dict[str, Commitment] = {"a": "asserts", "r": "reports", "d": "denies", "u": "doubts"}
_LEAST, _GO_ON, _BEGIN = 0.5, 0.3, 0.5
"""Probability from which a word begins a span, goes on with it, and cuts it to begin another."""

_GAP, _SCRAP = 16, 3
"""Letters between two pieces that still belong to what is said; letters of a piece that says nothing."""
_APART = 2.0
"""What a cue or source loses that stands in another sentence: each sentence's own comes first."""
_LEADING = " \t\n,;:.，、；："

Marked = tuple[int, int, str, float]
"""First token, one past the last, kind, probability."""


def decode(
    window: Window,
    table: Floats,
    offsets: Sequence[tuple[int, int]],
    near: Sequence[tuple[float, float]],
    evidence: Floats | None = None,
) -> Tagged:
    """Return the spans that a table (tokens, WIDTH) marks; ``offsets`` are the tokens' places in the window's text.

    ``evidence`` (tokens, 2) says what can be checked, where the model has learned that.
    """
    import numpy as np

    places = places_of(window.text, offsets)
    words = np.array(_words(window.text, places), np.int64).reshape(-1, 2)
    marked = {
        name: _marked(_softmax(table[:, columns(name)]), GROUPS[name], words) for name in GROUPS if name != "sentence"
    }
    inside = [tokens_of(span, places) for span in window.sentences]
    return Tagged(
        sentences=tuple(_sentence(table[:, columns("sentence")], own) for own in inside),
        sayings=_sayings(window, table, places, marked, near),
        negations=_spans(marked["negation"], places, window.text),
        hedges=_spans(marked["hedge"], places, window.text),
        entities=_spans(marked["entity"], places, window.text),
        terms=_spans(marked["field"], places, window.text),
        verifiable=() if evidence is None else tuple(_verifiable(evidence, own) for own in inside),
    )


Place = tuple[int, int] | None


def places_of(text: str, offsets: Sequence[tuple[int, int]]) -> list[Place]:
    """Return where each token stands, without white space; None for the prefix and the marks around the text."""
    return [_inside(text, start, end) for start, end in offsets]


def tokens_of(span: Span, places: Sequence[Place]) -> list[int]:
    """Return the tokens that stand inside a span."""
    return [at for at, p in enumerate(places) if p and span.start <= p[0] and p[1] <= span.end]


def _inside(text: str, start: int, end: int) -> Place:
    while 0 <= start < end and text[start].isspace():
        start += 1
    return (start, end) if 0 <= start < end else None


def _softmax(rows: Floats) -> Floats:
    import numpy as np

    powers = np.exp(rows - rows.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), np.float32)


def _sentence(rows: Floats, inside: Sequence[int]) -> tuple[float, ...]:
    """Return the mean label of a sentence's tokens; a sentence cut off by the length limit has no opinion."""
    if not inside:
        return ()
    return tuple(round(float(x), 4) for x in _softmax(rows[inside].mean(axis=0)))


def _verifiable(evidence: Floats, inside: Sequence[int]) -> float | None:
    """Return how likely a sentence holds something to check; None where it is cut off by the length limit.

    ``inside`` are its tokens. The log-odds are the mean of their first number and the soft maximum of their second.
    """
    import numpy as np

    if not inside:
        return None
    mean, best = evidence[inside].astype(np.float64).T
    top = best.max()
    odds = mean.mean() + top + np.log(np.exp(SHARPNESS * (best - top)).mean()) / SHARPNESS
    return round(float(1 / (1 + np.exp(-odds))), 4)


def _marked(rows: Floats, labels: Sequence[str], words: Ints) -> list[Marked]:
    """Return the runs of words that are more likely inside a span than not, cut at each likely beginning.

    A run begins at a word that is likely inside and goes on while the next one is not clearly outside (hysteresis, as
    in Canny 1986): a span with one doubtful word stays whole.
    """
    inside = 1 - rows[:, 0]
    means = _word_means(inside, words)
    if not (means > _LEAST).any():
        return []  # no word begins a run; most labels mark nothing in most windows
    kinds = [label.partition("-")[2] for label in labels[1::2]]
    runs: list[tuple[int, int]] = []
    start = end = -1
    begin = rows[:, 1::2].sum(axis=1).tolist()
    for (first, last), likely in zip(words.tolist(), means.tolist(), strict=True):
        fresh = begin[first] > _BEGIN and end >= 0
        if start >= 0 and (likely < _GO_ON or fresh):
            runs.append((start, end))
            start = end = -1
        if start < 0 and likely > _LEAST:
            start = first
        if start >= 0:
            end = last
    if start >= 0:
        runs.append((start, end))
    found = []
    for start, end in runs:
        each = _mean(rows[start:end, 1::2] + rows[start:end, 2::2])
        found.append((start, end, kinds[int(each.argmax())], float(_mean(inside[start:end]))))
    return found


def _mean(rows: Floats) -> Floats:
    """Return ``rows.mean(axis=0)``, digit for digit, without the checks that cost more than the sum of a few rows."""
    import numpy as np

    return np.asarray(np.add.reduce(rows, axis=0) / len(rows))


def _word_means(values: Floats, words: Ints) -> npt.NDArray[np.float64]:
    """Return the mean of ``values`` (one a token) over each word: one sum for all, since most words are short."""
    import numpy as np

    sums = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    means: npt.NDArray[np.float64] = (sums[words[:, 1]] - sums[words[:, 0]]) / (words[:, 1] - words[:, 0])
    return means


def _words(text: str, places: Sequence[Place]) -> list[tuple[int, int]]:
    """Return tokens as words (first, one past the last): pieces of one word go together; signs of CJK stand alone."""
    words: list[tuple[int, int]] = []
    for at, place in enumerate(places):
        if place is None:
            continue
        before = places[at - 1] if at else None
        if before and before[1] == place[0] and _one_word(text[place[0] - 1], text[place[0]]):
            words[-1] = (words[-1][0], at + 1)
        else:
            words.append((at, at + 1))
    return words


def _one_word(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and max(left, right) < "\u2e80"


def _spans(marked: Sequence[Marked], places: Sequence[Place], text: str) -> tuple[TaggedSpan, ...]:
    return tuple(TaggedSpan(m[2], *_place(m, places), round(m[3], 4)) for m in marked)


def _place(marked: Marked, places: Sequence[Place]) -> tuple[int, int]:
    first, last = places[marked[0]], places[marked[1] - 1]
    assert first is not None
    assert last is not None
    return first[0], last[1]


def _sayings(
    window: Window,
    table: Floats,
    places: Sequence[Place],
    marked: dict[str, list[Marked]],
    near: Sequence[tuple[float, float]],
) -> tuple[Saying, ...]:
    """Join the pieces that hang on one cue, or on one source where there is no cue."""
    pieces = sorted((*((m, False) for m in marked["outer"]), *((m, True) for m in marked["inner"])), key=lambda p: p[0])
    if not pieces:
        return ()
    home = _homes(window, places)
    spans = [(piece[0], piece[1]) for piece, _ in pieces]
    cues = _linked(table, spans, marked["cue"], "cue", near, home, spans)
    # A source stands with its cue: where that is known, its sentence comes first.
    said = [marked["cue"][cues[at]][:2] if cues[at] >= 0 else span for at, span in enumerate(spans)]
    sources = _linked(table, spans, marked["source"], "source", near, home, said)
    acts: dict[tuple[object, ...], list[int]] = {}
    for at, (_, inner) in enumerate(pieces):
        # Words in quotation marks and words reported around them are two sayings of one speaker.
        mode = pieces[at][0][2]
        key = ("cue", cues[at], inner, mode) if cues[at] >= 0 else ("source", sources[at], inner, mode)
        acts.setdefault(key if max(cues[at], sources[at]) >= 0 else ("none", at), []).append(at)
    held = [_place(m, places) for m in (*marked["cue"], *marked["source"])]
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
                contents=_whole(window.text, [_place(pieces[at][0], places) for at in members], held),
                kind=kind,
                commitment=COMMITMENTS[cue[2]] if cue else "asserts",
                inner=inner,
                probability=round(min(pieces[at][0][3] for at in members), 4),
            )
        )
    return tuple(found)


def _whole(text: str, spans: Sequence[tuple[int, int]], held: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """Join pieces between which little stands that is neither cue nor source, and cut marks off their beginnings."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        while start < end - 1 and text[start] in _LEADING:
            start += 1
        between = (joined[-1][1], start) if joined else (0, 0)
        apart = any(a < between[1] and between[0] < b for a, b in held)
        if joined and not apart and between[1] - between[0] <= _GAP:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    long = [span for span in joined if span[1] - span[0] > _SCRAP]
    return tuple(Span(*span) for span in (long or joined))


def _homes(window: Window, places: Sequence[Place]) -> list[int]:
    """Return the number of the sentence that each token stands in, -1 for what stands before the first."""
    found = [-1] * len(places)
    starts = [-1 if place is None else place[0] for place in places]
    for number in reversed(range(len(window.sentences))):
        low, high = window.sentences[number].start, window.sentences[number].end
        for at, start in enumerate(starts):
            if low <= start < high:
                found[at] = number
    return found


def _linked(
    table: Floats,
    pieces: Sequence[tuple[int, int]],
    offered: Sequence[Marked],
    link: str,
    near: Sequence[tuple[float, float]],
    home: Sequence[int],
    anchors: Sequence[tuple[int, int]],
) -> list[int]:
    """Return for each piece the index of its cue or source, -1 for none.

    ``home`` is the sentence of each token; what stands in another sentence than the piece's anchor loses by it.
    """
    import numpy as np

    query, key, none = link_columns(link)
    if not offered:
        return [-1] * len(pieces)
    back, forth = near[LINKS.index(link)]
    keys = np.stack([_ends(table[:, key], first, last) for first, last, _, _ in offered]) / np.sqrt(LINK)
    left, right = np.array([[m[0], m[1]] for m in offered]).T
    homes = [home[m[0]] for m in offered]
    found = []
    for (start, end), anchor in zip(pieces, anchors, strict=True):
        far = back * np.log1p(np.maximum(0, start - right)) + forth * np.log1p(np.maximum(0, left - end))
        own = home[anchor[0] : anchor[1]]
        abroad = np.array([at not in own for at in homes])
        scores = keys @ _ends(table[:, query], start, end) - far - _APART * abroad
        best = int(scores.argmax())
        found.append(best if scores[best] > table[start, none] else -1)
    return found


def _ends(table: Floats, start: int, end: int) -> Floats:
    """Return the mean of a span's first and last two rows, as in training."""
    import numpy as np

    if end - start <= 4:
        return _mean(table[start:end])
    return np.asarray((_mean(table[start : start + 2]) + _mean(table[end - 2 : end])) / 2)
