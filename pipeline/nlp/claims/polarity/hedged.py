"""Whether the main assertion of a claim is hedged.

A claim is hedged where the clause that it asserts carries a mark of uncertainty, or what says, thinks or shows that
clause does ("it seems that P"). Not hedged is a claim whose mark stands in a relative clause or one of time, condition,
cause or purpose ("the lab, which might move, grew"), in a phrase behind what is asserted ("…, likely in response to
the storm"; "…, perhaps making it slower"), in what only grants that the rest may sound odd, on an adjective of a noun
("potentially useful tools"), in a remark to readers ("as you may know"), or in Japanese or Korean in a clause that only
leads up to the last one ("…と思うけど、P"). Such a mark makes doubtful what it stands in, and nothing else. The forms
are in ``data/hedged.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from pipeline.nlp.claims.polarity.scope import Scope
from pipeline.nlp.claims.polarity.signs import CONTRASTS
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.forms import forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.records import Claim, Mention, Span

MAIN, INSIDE = "hedged", "hedge_inside"
"""Labels of the evidence: a mark of doubt on the main assertion, and one on a part of it alone."""
_LONGEST = 6000
"""Characters of content beyond which a text is no sentence any more."""
_FEW, _MANY = 3, 8
"""Words that make a clause where no verb is known: in Russian, whose past forms are not all told; in others."""
_MARKS = " \t\n\u00a0,;:，、；：،؛()（）[]—–-\"“”'’«»"
_BETWEEN = re.compile(
    r"(?<=\w)\s*(?:[—–]|(?<=\s)-{2,3})(?!\s\d)((?:(?!\s--)[^—–\n]){3,160}?)\s?(?:[—–]|-{2,3})\s*(?=\w|,)"
)
"""What is put in between dashes."""
_BRACKETS = re.compile(r"[(（]([^()（）\n]*)[)）]")
_CONTRASTS = re.compile(rf"(?<=[,;:—–]\s)(?:{'|'.join(sorted(CONTRASTS, key=len, reverse=True))})(?!\w)", re.IGNORECASE)
"""Words behind what is asserted that only set something else beside it."""
_AMOUNT = re.compile(
    r"[^,;]{0,25}?(?:\d|milli|mill[oó]n|milh|милли|тысяч|hundred|hundert|honderd|centaine|cientos|centena|centinai"
    r"|dozen|dizaine|douzaine|dutzend|decine|decenas|dezenas|десят)",
    re.IGNORECASE,
)
"""An amount that is only supposed is what such a claim asserts: "a small model, likely 7B"."""


@dataclass(frozen=True)
class _Forms:
    """The expressions of one language; None where it has no words of a kind."""

    inside: re.Pattern[str] | None
    leads: re.Pattern[str] | None
    adverbs: re.Pattern[str] | None
    phrase: re.Pattern[str] | None
    joined: re.Pattern[str] | None


@cache
def _forms(code: str) -> _Forms:
    entries = forms("hedged").get(code, {})

    def of(name: str, after: str = "") -> re.Pattern[str] | None:
        found = entries.get(name)
        return re.compile("(?:" + "|".join(f"(?:{f})" for f in found) + ")" + after, re.IGNORECASE) if found else None

    edge = r"(?!\w)"
    return _Forms(of("inside"), of("leads"), of("adverbs", edge), of("phrase", edge), of("joined", edge))


def with_hedges(text: str, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims with the marks of doubt that count, and those that do not as evidence."""
    return tuple(_told(text, claim) if claim.hedges else claim for claim in claims)


def _told(text: str, claim: Claim) -> Claim:
    lexicon = lexicons.load(claim.language)
    start, end = claim.content[0].start, claim.content[-1].end
    if lexicon is None or end - start > _LONGEST:
        return claim
    clauses = _Clauses(_piece(text, claim), lexicon)
    main = tuple(h for h in claim.hedges if not start <= h.start < end or clauses.hedged(_moved(h, -start)))
    if len(main) == len(claim.hedges):
        return claim
    idle = {(h.start, h.end) for h in claim.hedges} - {(h.start, h.end) for h in main}
    evidence = tuple(
        replace(e, label=INSIDE) if e.label == MAIN and (e.start, e.end) in idle else e for e in claim.evidence
    )
    return replace(claim, hedged=bool(main), hedges=main, evidence=evidence)


def _piece(text: str, claim: Claim) -> str:
    """Return the asserted words with blanks for what stands between them."""
    start, end = claim.content[0].start, claim.content[-1].end
    piece = [" "] * (end - start)
    for content in claim.content:
        piece[content.start - start : content.end - start] = text[content.start : content.end]
    return "".join(piece)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _unless_early(found: re.Match[str]) -> str:
    """Keep a word that concedes behind a mere opening: "Obviously, while it might look large, it is small"."""
    return _blank(found) if found.string.count(" ", 0, found.start()) > _FEW else found[0]


def _moved(hedge: Mention, by: int) -> Span:
    return Span(hedge.start + by, hedge.end + by)


class _Clauses(Scope):
    """The stretches of a claim's asserted words, asked where a mark of doubt stands in them."""

    def __init__(self, piece: str, lexicon: Lexicon) -> None:
        self.forms, self.whole = _forms(lexicon.code), piece
        plain = _CONTRASTS.sub(_unless_early, piece)
        super().__init__(self.forms.leads.sub(_blank, plain) if self.forms.leads else plain, lexicon)
        self._idle = [Span(*m.span()) for m in self.forms.inside.finditer(piece)] if self.forms.inside else []
        dashes = _BETWEEN.finditer(piece) if lexicon.code != "ru" else ()  # in Russian a dash stands for "is"
        self._between = [Span(*m.span(1)) for m in dashes]

    def hedged(self, at: Span) -> bool:
        """Tell whether a mark of doubt makes the main assertion doubtful."""
        if any(s.start < at.end and at.start < s.end for s in self._idle):
            return False
        bracket = next((m.start(1) for m in _BRACKETS.finditer(self.whole) if m.start() < at.start < m.end()), None)
        if bracket is not None:
            return not self._opens_clause(bracket)
        number = self.number(at)
        if number is None or self._is_alone(at, number):
            return True  # also for a mark alone between dashes
        between = any(s.start <= at.start < s.end for s in self._between)
        return not between and self.asserted(number, at.start) and not self._is_phrase(at, number)

    def _opens_clause(self, at: int) -> bool:
        """Tell whether a word stands at a place that opens a clause which is not asserted."""
        known = (self.words.opens, self.words.first, self.words.relatives) if self.words else ()
        return any(p is not None and p.match(self.whole, at) is not None for p in known)

    def _is_alone(self, at: Span, number: int) -> bool:
        """True for a mark between commas: "the port, apparently, is closed"."""
        part = self.parts[number]
        return not (self.piece[part.start : at.start] + self.piece[at.end : part.end]).strip(_MARKS)

    def _is_phrase(self, at: Span, number: int) -> bool:
        """Tell whether a mark opens a phrase without a verb behind what is asserted: "…, perhaps for the cranes"."""
        part, adverbs = self.parts[number], self.forms.adverbs
        if adverbs is None or adverbs.match(self.piece, at.start) is None:
            return False
        before, after = self.whole[part.start : at.start].strip(_MARKS), self.whole[at.end : part.end].strip(_MARKS)
        bare = self.whole.count(" ", 0, at.start) >= (_FEW if self.lexicon.code == "ru" else _MANY)
        if not (bare or self.has_verb(0, at.start)) or self.has_verb(at.end, part.end) or _AMOUNT.match(after):
            return False
        joins = self.words.joins if self.words else None
        joined = joins is not None and re.search(rf"(?<!\w){joins.pattern}$", before, re.IGNORECASE) is not None
        if before and not joined:
            return False
        opens = (self.forms.phrase, self.forms.joined if joined else None)
        return any(p is not None and p.match(after) is not None for p in opens)
