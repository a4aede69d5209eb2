"""Whether the main assertion of a claim is negated.

A claim is negated where the predicate of its main clause is: by a word on the verb ("has not slowed"), a subject or
object ("nobody knows", "no proof"), or both parts of "neither … nor". What the main clause says, thinks or shows is
part of what it asserts ("it is clear that P"). Of several main clauses the first decides, unless it weighs less
(``coordinates.py``). What is "not only" so is negated where nothing follows that it is as well.

Not negated is a claim whose negation stands in a relative clause, in one of time, condition, cause, purpose or
concession, in a circumstance ("with no help"), on a noun ("a not so distant past"), in a set phrase, in a contrast
behind what is asserted ("a tool, not a wall"), in one of two alternatives ("either works or does not"), in a fact that
is only spoken of ("the fact that P is notable", "surprised that P"), or in what is granted before a "but" ("nobody
knows whether P, but Q"). Where one phrase is put in the place of another ("not for the town but for the crews", "nicht
aus X, sondern aus Y", "不用X，而是用Y"), the sentence asserts the latter, so it is not negated either. A predicate is
denied though another is put in its place, so there the claim is negated ("not a wall but a bend", "kein X, sondern Y",
"不是X，而是Y", "it is not X, it is Y"; ``contrasts.py``).
"Nothing prevents P" says that P may be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.nlp.claims.learned import Learned
from pipeline.nlp.claims.pieces import note
from pipeline.nlp.claims.polarity.coordinates import by_words, without_later
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.polarity.scope import Scope
from pipeline.nlp.claims.polarity.scope_words import words
from pipeline.nlp.claims.polarity.signs import negations_in
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.records import Claim, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

MAIN, INSIDE = "negated", "negation_inside"
"""Labels of the evidence: a negation of the main assertion, and one of a part of it alone."""
_LONGEST, _ENDLESS = 1500, 6000
"""Characters of content beyond which a parser is not asked, and beyond which a text is no sentence any more."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A claim, where it stands among all, its asserted words with blanks between them, and the negations in these."""

    at: int
    piece: str
    start: int
    negations: tuple[Span, ...]
    lexicon: Lexicon
    lacks: bool = False
    """Its words alone show that it is negated: it only says what is lacking, or what is not all."""
    rebuts: bool = False
    """It says of what others say that this is wrong, which is what it asserts, wherever it says so."""


def with_negations(
    text: str, claims: Sequence[Claim], learned: Learned | None, packages: Mapping[str, str]
) -> tuple[Claim, ...]:
    """Return the claims with ``negated`` and its evidence; ``packages``: the parser of each language that has one."""
    found = [f for at, claim in enumerate(claims) if (f := _find(text, at, claim, learned)) is not None]
    parsed = _parse(found, packages)
    told = list(claims)
    for one in found:
        told[one.at] = _told(text, claims[one.at], one, parsed.get(one.at))
    return tuple(told)


def _find(text: str, at: int, claim: Claim, learned: Learned | None) -> _Found | None:
    lexicon = lexicons.load(claim.language)
    if lexicon is None:
        return None
    start, end = claim.content[0].start, claim.content[-1].end
    marked = Marked(text, Span(start, end), lexicon)
    lacking = _lacking(text, claim, lexicon.code)
    if lacking is not None:
        inside = Span(lacking.start - start, lacking.end - start)
        return _Found(at, text[start:end], start, (inside,), lexicon, lacks=True)
    spans = [n for n in negations_in(marked, learned) if any(c.start <= n.start < c.end for c in claim.content)]
    if not spans:
        alone = _not_only(text, claim, lexicon.code)
        return _Found(at, "", start, (Span(alone.start - start, alone.end - start),), lexicon, True) if alone else None
    piece = [" "] * (end - start)
    for content in claim.content:
        piece[content.start - start : content.end - start] = text[content.start : content.end]
    negations = tuple(Span(n.start - start, n.end - start) for n in spans)
    rebuts = any(e.label == "rebuttal" for e in claim.evidence)
    return _Found(at, "".join(piece), start, negations, lexicon, rebuts=rebuts)


def _lacking(text: str, claim: Claim, code: str) -> Span | None:
    """Return the word that negates a claim without a verb of its own: "And all this without anyone asking"."""
    known, first = words(code), claim.content[0]
    opening = known.lacking.match(text, first.start, first.end) if known and known.lacking else None
    return Span(*opening.span(1)) if opening is not None else None


def _not_only(text: str, claim: Claim, code: str) -> Span | None:
    """Return the word that negates where something is "not only" so and nothing is named that it is as well."""
    known, whole = words(code), claim.content[0]
    if known is None or known.only is None or len(claim.content) > 1:
        return None
    found = known.only.search(text, whole.start, whole.end)
    return Span(*found.span("negates")) if found is not None else None


def _parse(found: Iterable[_Found], packages: Mapping[str, str]) -> dict[int, Doc]:
    """Return the parses of what a parser is there for, by the place of the claim."""
    parsed: dict[int, Doc] = {}
    for code, package in sorted(packages.items()):
        pieces = [(f.piece, f.at) for f in found if f.lexicon.code == code and len(f.piece) <= _LONGEST]
        if pieces:
            from pipeline.nlp.claims.words.parsers import load

            parsed |= {at: doc for doc, at in load(package).pipe(pieces, as_tuples=True, batch_size=64)}
    return parsed


def _told(text: str, claim: Claim, found: _Found, doc: Doc | None) -> Claim:
    main = [
        counts and not _is_cut_off(text, claim, n.end + found.start)
        for n, counts in zip(found.negations, _main(found, doc), strict=True)
    ]
    evidence = [
        note(text, MAIN if counts else INSIDE, "negation", Span(n.start + found.start, n.end + found.start))
        for n, counts in zip(found.negations, main, strict=True)
    ]
    return replace(claim, negated=any(main), evidence=(*claim.evidence, *evidence))


def _is_cut_off(text: str, claim: Claim, end: int) -> bool:
    """Tell whether a negation turns words that somebody else says: "they came not | because the guide says so"."""
    return any(c.end == end < claim.end and text[end] == " " and text[end + 1].isalnum() for c in claim.content)


def _main(found: _Found, doc: Doc | None) -> list[bool]:
    """Tell of each negation whether it counts."""
    if found.lacks or len(found.piece) > _ENDLESS:
        return [True] * len(found.negations)
    scope, spans, code = Scope(found.piece, found.lexicon), found.negations, found.lexicon.code
    if doc is None:
        main, cuts = by_words(scope, spans), [0] * len(spans)
    else:
        from pipeline.nlp.claims.polarity import scope_tree

        main = [scope_tree.is_main(doc, n, code) and not scope.is_apart(n, spans[i + 1 :]) for i, n in enumerate(spans)]
        cuts = [scope_tree.later_clause(doc, n, code) for n in spans]
    return main if found.rebuts else without_later(scope, spans, main, cuts)
