"""Which words of a claim to judge, and how its holder stands to them.

Vectors and judges read what the words say; who denies, rebuts or doubts them is known from the claim's attribution
and evidence, and turned here. A negation among the words themselves ("has not hit a wall") is left to the reader of
the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.records import Claim, Evidence, Span

_NOBODY = re.compile(
    r"\b(?:nobody|no one|niemand|keiner|personne|aucun|nadie|ninguno|nessuno|ninguém|никто|لا أحد)\b"
    r"|没有人|无人|誰も|아무도",
    re.IGNORECASE,
)
_EDGES = " \t\n,;，；、،؛"
_OPENING = _EDGES + ":：–—"
_CLOSING = ' \t\n\u00a0\u202f。”»"」』'
_MARKS = " \t\n\u00a0\u202f?？؟¿。"
_ASKS = re.compile(
    r"^(?:разве|неужели|هل|是不是|难道)\s*|\sли(?=\s)|(?:吗|呢|么|な?のだろうか|だろうか|でしょうか|ですか|な?のか|か)$",
    re.IGNORECASE,
)
"""Words that open or close a question and ask nothing but whether it is so."""
_LEAST = 12
"""Letters that must remain when a subordinate clause is left out; a letter of Chinese or Japanese counts three."""


@dataclass(frozen=True, slots=True)
class Sense:
    """``text``: the words to judge. ``turned``: the holder commits to their opposite. ``firmness``: 0..1."""

    text: str
    turned: bool
    firmness: float
    withheld: bool = False
    """The holder takes no side on the words: "stopped short of saying that P"."""


def stance_text(claim: Claim) -> str:
    """Return the words of a claim that decide its stance: asserted or denied, without who said so.

    The rebutted statement where there is one ("Anyone who tells you P is wrong" gives P) or the one that nobody
    denies; without one, the content less what it only concedes ("although P, Q" gives Q).
    """
    return sense(claim).text


def sense(claim: Claim) -> Sense:
    """Return the words to judge and the way in which the holder commits to them."""
    denied = sum(level.commitment == "denies" for level in claim.attribution)
    doubted = any(level.commitment == "doubts" for level in claim.attribution)
    text, turns = _content(claim), denied + doubted
    if claim.holder is not None and _NOBODY.search(claim.holder.text):
        turns += 1  # what nobody denies is upheld, what nobody says is not
    rebutted, upheld = _first(claim, "rebuttal"), _first(claim, "affirmation")
    if rebutted is not None:
        text, turns = _stated(_uninterrupted(claim, rebutted)), turns + 1
    elif upheld is not None:
        text = _stated(_uninterrupted(claim, upheld))
    elif not denied and (refused := _refused(claim)) is not None:
        text, turns = refused.text, turns + 1
    firmness = 1.0
    if doubted:
        firmness *= 0.7
    if _first(claim, "conditional") is not None:
        firmness *= 0.7
    if claim.hedged:
        firmness *= 0.9
    withheld = rebutted is None and _first(claim, "withheld") is not None
    return Sense(text, turns % 2 == 1, firmness, withheld)


def _stated(words: str) -> str:
    """Return what a question that somebody answers asks, as a statement: without what makes it one."""
    bare = words.strip(_MARKS)
    return _ASKS.sub("", bare).strip(_MARKS) or words if words.rstrip(_CLOSING)[-1:] in "?？؟か" else words


def _first(claim: Claim, label: str) -> Evidence | None:
    found = sorted((e for e in claim.evidence if e.label == label), key=lambda e: (e.start, e.end))
    return next((e for e in found if e.text.strip()), None)


def _uninterrupted(claim: Claim, words: Evidence) -> str:
    """Return words of what is asserted without what stands amid them: "that P, | says Voss, | is a myth"."""
    inside = [Span(max(s.start, words.start), min(s.end, words.end)) for s in claim.content]
    inside = [s for s in inside if s.end > s.start]
    return _words(claim, inside) if inside and len(claim.content) > 1 else words.text


def _refused(claim: Claim) -> Evidence | None:
    """Return what the author says not to believe, unless more is asserted beside it."""
    refused = _first(claim, "denial")
    if refused is None:
        return None
    beside = _words(claim, _cut(claim.content, [Span(refused.start, refused.end)]))
    return refused if _weight(beside) < _weight(refused.text) else None


def _content(claim: Claim) -> str:
    conceded = [Span(e.start, e.end) for e in claim.evidence if e.label == "concession"]
    kept = _words(claim, _cut(claim.content, conceded))
    if _weight(kept) >= _LEAST:
        return kept
    whole = _words(claim, claim.content)
    return whole if whole.strip() else claim.text


def _words(claim: Claim, spans: Iterable[Span]) -> str:
    parts = (claim.text[max(0, s.start - claim.start) : max(0, s.end - claim.start)] for s in spans)
    bare = (part.lstrip(_OPENING).strip(_EDGES) for part in parts)
    return " ".join(part for part in bare if part)


def _cut(spans: Iterable[Span], holes: Iterable[Span]) -> list[Span]:
    left = list(spans)
    for hole in holes:
        rest = []
        for span in left:
            if hole.end <= span.start or span.end <= hole.start:
                rest.append(span)
                continue
            rest += [Span(span.start, hole.start)] * (span.start < hole.start)
            rest += [Span(hole.end, span.end)] * (hole.end < span.end)
        left = rest
    return left


def _weight(text: str) -> int:
    return sum(3 if char > "\u2e7f" else 1 for char in text if char.isalpha())
