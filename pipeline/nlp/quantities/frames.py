"""Comparison frames: what is compared with what, in which respect, which way.

A frame is read from the words of the quantity's own sentence. Word classes (words of comparing, of rising and
falling, verbs of measure) are language data; the steps are the same for all languages that divide words. Languages
without blanks, and Korean, describe their clauses as expressions in their data files. A part that the sentence does
not name stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.nlp.quantities import clauses
from pipeline.nlp.quantities import patterns as expressions
from pipeline.nlp.quantities.folding import fold, trie
from pipeline.records import Comparison, Entity, Mention, Quantity

_DATA = Path(__file__).with_name("data") / "frames"
_END = re.compile(r"[.!?。！？;；\n](?=\s|$)|[。！？；\n]")
_LONGEST = 600
"""Characters of a sentence beyond which no frame is looked for."""
_KINDS = frozenset(("ratio", "percent", "points", "money", "count", "size", "score", "other", "duration"))


@dataclass(slots=True)
class Words:
    """The compiled word classes of one language."""

    lang: str
    match: dict[str, re.Pattern[str]]
    sets: dict[str, frozenset[str]]
    verb_first: bool
    comparative: re.Pattern[str]
    hint: re.Pattern[str]
    patterns: tuple[re.Pattern[str], ...]
    compares: re.Pattern[str]
    """Words that make a comparison of a word such as "as", which has other uses."""
    raw: dict[str, Any]


@lru_cache(maxsize=32)
def words(lang: str) -> Words | None:
    """Return the word classes of ``lang``, or None where it has no data."""
    path = _DATA / f"{lang}.yaml"
    if not path.is_file():
        return None
    import yaml

    raw: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 (BaseLoader builds only strings)
    lists = {
        key: [fold(w) for w in value] for key, value in raw.items() if isinstance(value, list) and key != "patterns"
    }
    match = {key: _any(value) for key, value in lists.items()}
    turning = [w for key in ("than", "up", "down", "go", "against") for w in lists.get(key, ())]
    patterns = tuple(expressions.compile_pattern(p["frame"]) for p in raw.get("patterns", ()))
    return Words(
        lang=lang,
        match=match,
        sets={key: frozenset(value) for key, value in lists.items()},
        verb_first="verb_first" in raw,
        comparative=re.compile(fold(raw.get("comparative", "(?!)"))),
        hint=re.compile("") if patterns or "bare_than" in raw else _any(turning),
        patterns=patterns,
        compares=re.compile(fold(raw.get("compares", "(?!)"))),
        raw=raw,
    )


def _any(phrases: Sequence[str]) -> re.Pattern[str]:
    """Return an expression for any of the phrases as whole words."""
    if not phrases:
        return re.compile("(?!)")
    open_ended = sorted({p for p in phrases if not _closed(p)})
    closed = sorted({p for p in phrases if _closed(p)})
    parts = [f"(?:{trie(closed)})(?!\\w)"] if closed else []
    parts += [f"(?:{trie(open_ended)})"] if open_ended else []
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})")


def _closed(phrase: str) -> bool:
    """Say whether a phrase ends with a whole word (an Arabic prefix and an elision do not)."""
    return phrase[-1].isalnum() and phrase[-1] != "ـ"


def frames(
    text: str, lang: str, quantities: Sequence[Quantity], entities: Sequence[Entity] = ()
) -> tuple[Quantity, ...]:
    """Return the quantities with ``comparison`` filled where the text compares them.

    Args:
        text: what the quantities were read from; spans of the frames are offsets into it.
        lang: its language.
        quantities: as :func:`read` gives them, in order.
        entities: names found in the text; a part that is only a piece of a name grows to the whole name.

    >>> from pipeline.nlp.quantities import read
    >>> frame = read("The new chip is three times faster than its predecessor.", "en")[0].comparison
    >>> frame.subject.text, frame.measure.text, frame.baseline.text, frame.direction
    ('The new chip', 'faster', 'its predecessor', 'more')
    """
    known = words(lang.replace("_", "-").split("-")[0].lower())
    if known is None or not quantities:
        return tuple(quantities)
    flat = fold(text)
    out = list(quantities)
    at = 0
    for begin, end in _sentences(flat):
        first = at
        while at < len(out) and out[at].start < end:
            at += 1
        inside = [i for i in range(first, at) if out[i].start >= begin]
        if not inside or end - begin > _LONGEST:
            continue
        group = [out[i] for i in inside]
        if not (known.hint.search(flat, begin, end) or any(q.kind == "ratio" for q in group)):
            continue
        for i in inside:
            if out[i].kind in _KINDS and out[i].comparison is None:
                frame = clauses.read(text, flat, begin, end, out[i], group, known)
                if frame is not None:
                    out[i] = replace(out[i], comparison=_whole(text, frame, entities))
    return tuple(out)


def _sentences(flat: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences, cut at final marks that a blank follows."""
    spans, at = [], 0
    for mark in _END.finditer(flat):
        spans.append((at, mark.start()))
        at = mark.end()
    if at < len(flat):
        spans.append((at, len(flat)))
    return spans


def _whole(text: str, frame: Comparison, entities: Sequence[Entity]) -> Comparison:
    """Let parts that cut a name in two take the whole name."""
    if not entities:
        return frame

    def grow(part: Mention | None) -> Mention | None:
        if part is None:
            return None
        start, end = part.start, part.end
        for entity in entities:
            if entity.start < end and start < entity.end:
                start, end = min(start, entity.start), max(end, entity.end)
        return Mention(text[start:end], start, end)

    return Comparison(grow(frame.subject), grow(frame.baseline), grow(frame.measure), frame.direction)
