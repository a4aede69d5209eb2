"""What the reader model says of each token: groups of labels, side by side in one row of numbers.

Spans are written as B (first token), I (inside) and O (Ramshaw and Marcus 1995). ``outer`` and ``inner`` are what is
said, at the outermost level and inside it, directly (``d``) or indirectly (``i``); the letters of ``cue`` are the
commitment of the source. ``field`` are names and terms of AI texts in the types of CrossNER (Liu et al. 2021).
"""

from __future__ import annotations

from collections.abc import Sequence


def _spans(kinds: Sequence[str]) -> tuple[str, ...]:
    return ("O", *(f"{edge}-{kind}" for kind in kinds for edge in "BI"))


ENTITIES = ("per", "org", "prod", "bench", "metric", "pub", "loc", "event", "law", "other")
FIELD = (
    "field", "task", "product", "algorithm", "researcher", "metrics", "programlang", "conference", "university",
    "country", "person", "organisation", "location", "misc",
)  # fmt: skip
SENTENCE = ("+f", "+o", "-q", "-i", "-a", "-n", "-g", "-p", "-x")
"""Claim of fact, arguable claim; question, instruction, advert, navigation, greeting, fragment, fiction."""

GROUPS: dict[str, tuple[str, ...]] = {
    "outer": _spans("di"),
    "inner": _spans("di"),
    "source": _spans("s"),
    "cue": _spans("ardu"),
    "negation": _spans("n"),
    "hedge": _spans("h"),
    "entity": _spans(ENTITIES),
    "field": _spans(FIELD),
    "sentence": SENTENCE,
}
LINK = 32
"""Width of the vectors that link what is said to its cue and to its source: by a query of one and a key of the other,
as in a biaffine parser (Dozat and Manning 2017)."""
LINKS = ("cue", "source")

SHARPNESS = 2.0
"""Of the soft maximum over a sentence's tokens: whether anything in it can be checked hangs on its best clause."""

WIDTH = sum(map(len, GROUPS.values())) + len(LINKS) * (2 * LINK + 1)
"""Of a row: all groups, then for each link a query, a key, and the score of "there is none"."""


def columns(group: str) -> slice:
    """Return where a group stands in a row."""
    start = 0
    for name, labels in GROUPS.items():
        if name == group:
            return slice(start, start + len(labels))
        start += len(labels)
    raise KeyError(group)


def link_columns(link: str) -> tuple[slice, slice, int]:
    """Return where the query, the key and the score of none of a link stand in a row."""
    start = sum(map(len, GROUPS.values())) + LINKS.index(link) * (2 * LINK + 1)
    return slice(start, start + LINK), slice(start + LINK, start + 2 * LINK), start + 2 * LINK
