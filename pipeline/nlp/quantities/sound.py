"""Whether a frame says what is compared: its subject is a thing, its baseline no clause and no bare number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.nlp.quantities.lexicon import lexicon
from pipeline.nlp.quantities.parts import WORD
from pipeline.records import Comparison, Mention, Quantity

if TYPE_CHECKING:
    from pipeline.nlp.quantities.frames import Words

_MARK = re.compile(r"[,;:()|\[\]](?!\d)")
_BOXED = re.compile(r"[;()|\[\]]|:(?!\d)")
_BESIDE = 12
"""Characters between the particle of a change and its amount: up by more than 5 %."""
_REACH = 24
"""Characters before a quantity in which a comparative may stand: a cheaper plan, at 20 dollars, than ..."""
_PRONOUN = 2
"""Words of a subject that is a pronoun, with its verb at most."""
_RELATIVE = frozenset(("ratio", "percent", "points"))
_NONE: frozenset[str] = frozenset()
_MOST = 8
"""Words between a quantity and a word such as "than" that may belong to it."""


def sound(frame: Comparison | None, flat: str, group: Sequence[Quantity], words: Words) -> Comparison | None:
    """Return the frame, or None when its subject is a small word or its baseline is a clause or a mere number."""
    if frame is None or (frame.subject is not None and not _thing(frame.subject, flat, words)):
        return None
    baseline = frame.baseline
    if frame.subject is None and frame.measure is None:
        return None
    changed = frame.direction in ("up", "down")
    if baseline is None or (changed and any((q.start, q.end) == (baseline.start, baseline.end) for q in group)):
        return frame  # it may be a change from one amount to another
    return None if _number(baseline, flat, group, words) or _clause(baseline, flat, words) else frame


def licensed(flat: str, quantity: Quantity, marker: re.Match[str], group: Sequence[Quantity], words: Words) -> bool:
    """Say whether a word that does not always compare does so here: als, que, as, over behind a comparative.

    A ratio between the two has the word for itself: 30 towns lost twice as much as the others.
    """
    if marker.group() not in words.sets.get("loose", ()):
        return True
    between = flat[quantity.end : marker.start()]
    if len(between.split()) > _MOST or _MARK.search(between):
        return False
    if any(q.kind in _RELATIVE and quantity.end <= q.start < marker.start() for q in group):
        return False
    relative = quantity.kind in _RELATIVE
    if relative and marker.group() in words.sets.get("ratio_only", ()):
        return True
    seen = WORD.findall(flat, max(0, quantity.start - _REACH), marker.start())
    if not seen or seen[-1] in words.sets.get("never_before", ()):
        return False
    equal = _NONE if relative else words.sets.get("equal", _NONE)  # an amount is not "as much as" another thing
    return any(words.compares.fullmatch(word) and word not in equal for word in seen)


def tells(flat: str, quantity: Quantity, change: re.Match[str], words: Words) -> bool:
    """Say whether a word of change may be about a quantity; "speed up", "up to 10" and what is boxed off are not."""
    ahead = change.end() <= quantity.start
    gap = flat[change.end() : quantity.start] if ahead else flat[quantity.end : change.start()]
    if _BOXED.search(gap):
        return False
    if change.group() not in words.sets.get("particles", ()):
        return True
    first = gap.split()[:1]
    return len(gap) <= _BESIDE and not (first and first[0] in words.sets["to"])


def _thing(subject: Mention, flat: str, words: Words) -> bool:
    """Say whether a subject names something: it has a word that is no small one, or is a pronoun."""
    seen = WORD.findall(flat, subject.start, subject.end)
    if (
        seen
        and len(seen) <= _PRONOUN
        and seen[0] in words.sets.get("pronoun", _NONE) | words.sets.get("persons", _NONE)
    ):
        return True
    small = lexicon(words.lang).stop | words.sets["det"] | words.sets["stoppers"] | words.sets.get("cuts", _NONE)
    return any(len(word) > 1 and not word.isdigit() and word not in small for word in seen)


def _number(baseline: Mention, flat: str, group: Sequence[Quantity], words: Words) -> bool:
    """Say whether a baseline is an amount and nothing that has it: than 20, over five years."""
    rest = list(flat[baseline.start : baseline.end])
    for quantity in group:
        if quantity.kind in ("ratio", "date"):
            continue
        for at in range(max(quantity.start, baseline.start), min(quantity.end, baseline.end)):
            rest[at - baseline.start] = " "
    if " ".join("".join(rest).split()) == " ".join(flat[baseline.start : baseline.end].split()):
        return False
    small = lexicon(words.lang).stop
    return all(word in small or not word.isalpha() for word in WORD.findall("".join(rest)))


def _clause(baseline: Mention, flat: str, words: Words) -> bool:
    """Say whether a baseline is a clause with a verb of its own; one behind a relative pronoun belongs to a noun."""
    opens = words.sets.get("relative", _NONE) | words.sets.get("intro", _NONE)
    seen = WORD.findall(flat, baseline.start, baseline.end)
    who = (words.sets.get("pronoun", _NONE) | words.sets.get("persons", _NONE)) - words.sets["det"]  # él, el
    if len(seen) > 1 and seen[0] in who and seen[1] != "y":  # than it needed; but qu'il y a un an
        return True
    for count, word in enumerate(seen):
        if count and word in opens and words.lang != "de":
            return False
        if word in words.sets.get("finite", ()):
            return True
    return words.lang == "de" and flat[baseline.start : baseline.end].split()[-1] in words.sets["verb"]
