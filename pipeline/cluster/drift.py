"""Lineage of quotations: each printed quote against the best original in the corpus, and what drifted on the way."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.cluster.differences import facts, wording
from pipeline.cluster.groups import Context
from pipeline.cluster.linkage import Floats
from pipeline.cluster.statements import Statement
from pipeline.records import Drift, Origin, Variant, Verdict

SAME = 0.5
"""Cosine from which a statement of the same speaker, or of the article rendered, counts as what was quoted: lower than
for families, since the speaker is known (free translations of real quotes lay at .60, all else at .40 and below)."""
FAINT, LEAD = 0.4, 0.1
"""A quotation fainter than that is still recognised if no other statement of the speaker comes as near."""
TWIN = 0.9
"""Cosine from which two candidates are prints of one statement, so that neither needs a lead over the other."""
OWN = 0.05
"""Lead of the speaker's own words over somebody's report of them."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """A printed form and the statement it renders, if the corpus holds it."""

    printed: Statement
    original: Statement | None
    variant: Variant


def renderings(statements: Sequence[Statement], context: Context, origins: Mapping[str, Origin]) -> list[Rendering]:
    """Judge every direct quotation, and every other sentence whose numbers or names drifted from its source.

    ``statements`` come oldest first; so do the renderings.
    """
    search = _Search(statements, context, origins)
    made = [_quotation(s, search, context) if s.claim.quoted == "direct" else _report(s, search) for s in statements]
    return [rendering for rendering in made if rendering]


def drift(
    found: Sequence[Rendering], question: int, context: Context, statements: Sequence[Statement]
) -> tuple[Drift, ...]:
    """Gather the renderings that concern a question: one entry per original, or per family where there is none."""
    articles = {s.article.id for s in statements if _answers(s, question)}
    entries: dict[str, list[Rendering]] = defaultdict(list)
    for rendering in found:
        if _concerns(rendering, question, articles):
            printed = rendering.printed.claim.id
            key = rendering.original.claim.id if rendering.original else context.families[printed]
            entries[key].append(rendering)
    made = [_entry(same) for same in entries.values()]
    return tuple(sorted(made, key=lambda d: (d.original_claim_id is None, d.statement, d.original_claim_id or "")))


def _entry(same: Sequence[Rendering]) -> Drift:
    original = same[0].original
    statement = original.claim.text if original else same[0].printed.claim.text
    return Drift(statement, original.claim.id if original else None, tuple(r.variant for r in same))


def _concerns(rendering: Rendering, question: int, articles: set[str]) -> bool:
    """Tell whether a rendering answers a question, or drifted in an article that does: a number is no answer itself."""
    if _answers(rendering.printed, question) or (rendering.original and _answers(rendering.original, question)):
        return True
    return bool(rendering.variant.differences) and rendering.printed.article.id in articles


def _answers(statement: Statement, question: int) -> bool:
    return statement.stances[question].label in ("yes", "no", "mixed")


class _Search:
    """Finds what a printed statement renders: words of the same voice elsewhere, or of the article it renders."""

    def __init__(self, statements: Sequence[Statement], context: Context, origins: Mapping[str, Origin]) -> None:
        self._voices, self._origins = context.voices, origins
        self._found: dict[str, Statement | None] = {}
        self._rows: dict[str, Floats] = {}
        self._by_voice: dict[str, list[Statement]] = defaultdict(list)
        self._by_article: dict[str, list[Statement]] = defaultdict(list)
        for statement in statements:
            self._by_voice[context.voices[statement.claim.id].key].append(statement)
            self._by_article[statement.article.id].append(statement)

    def source(self, article: str) -> list[Statement]:
        """Return the statements of the articles that an article renders, up to the first one."""
        found: list[Statement] = []
        seen = {article}
        origin = self._origins[article]
        while origin.of is not None and origin.of not in seen:
            seen.add(origin.of)
            found += self._by_article[origin.of]
            origin = self._origins[origin.of]
        return found

    def original(self, printed: Statement) -> Statement | None:
        """Return the statement that a printed one renders in the end, or None.

        A quotation of a quotation is followed to the first one, which is what the words are compared with.
        """
        key = printed.claim.id
        if key not in self._found:
            self._found[key] = None  # ends a circle
            nearest = self._nearest(printed)
            further = self.original(nearest) if nearest and nearest.claim.quoted == "direct" else None
            self._found[key] = further or nearest
        return self._found[key]

    def _nearest(self, printed: Statement) -> Statement | None:
        voice = self._voices[printed.claim.id].key
        others = [s for s in self._akin(voice, printed) if self._may_precede(s, printed)]
        others += self.source(printed.article.id)
        if not others:
            return None
        rows = np.stack([s.said for s in others])
        cosines = rows @ printed.said
        least = SAME
        if printed.claim.quoted == "direct":
            rivals = cosines[rows @ rows[int(cosines.argmax())] < TWIN]
            least = min(SAME, max(FAINT, float(rivals.max()) + LEAD)) if len(rivals) else FAINT
        ranked = [(self._rank(s, float(c)), s) for s, c in zip(others, cosines, strict=True) if c >= least]
        return min(ranked, key=lambda pair: pair[0])[1] if ranked else None

    def _akin(self, voice: str, printed: Statement) -> list[Statement]:
        """Return the statements of a voice that are near enough to matter, as original or as rival of one."""
        if voice not in self._rows:
            self._rows[voice] = np.stack([s.said for s in self._by_voice[voice]])
        near = np.flatnonzero(self._rows[voice] @ printed.said >= FAINT - LEAD)
        return [self._by_voice[voice][n] for n in near]

    def _rank(self, statement: Statement, cosine: float) -> tuple[float, bool, str]:
        """Order candidates: nearest first, the holder's own words before a report, originals before renderings."""
        own = statement.claim.holder is None or statement.claim.holder.kind == "author"
        return (
            -round(cosine + OWN * own, 3),
            self._origins[statement.article.id].role != "original",
            statement.claim.id,
        )

    def _may_precede(self, other: Statement, printed: Statement) -> bool:
        """Tell whether one print can be the source of another: an earlier one, and not a rendering of it."""
        if other.article.id == printed.article.id or self._origins[other.article.id].of == printed.article.id:
            return False
        if other.inverted != printed.inverted or any(
            a * b < 0 for a, b in zip(other.signs, printed.signs, strict=True)
        ):
            return False  # who says the opposite another time has changed their mind, and is not misquoted
        first, second = other.article.published, printed.article.published
        own = other.claim.holder is None or other.claim.holder.kind == "author"
        return first <= second if first and second else own


def _quotation(printed: Statement, search: _Search, context: Context) -> Rendering:
    """Judge one direct quotation."""
    original = search.original(printed)
    if original is None:
        return Rendering(printed, None, Variant(printed.claim.id, printed.claim.text, "no_original", ()))
    if _verbatim(printed, original):
        return Rendering(printed, original, Variant(printed.claim.id, printed.claim.text, "verbatim", ()))
    holders = (context.voices[original.claim.id], context.voices[printed.claim.id])
    found = facts(original, printed) + wording(original, printed, holders)
    verdict: Verdict = "altered"
    if not found:
        verdict = "translation" if original.claim.language != printed.claim.language else "paraphrase_in_quotes"
    return Rendering(printed, original, Variant(printed.claim.id, printed.claim.text, verdict, found))


def _report(printed: Statement, search: _Search) -> Rendering | None:
    """Judge a sentence of a rendering that gives numbers or names: only a drift of those is worth telling."""
    if not (printed.claim.quantities or printed.claim.entities) or not search.source(printed.article.id):
        return None
    original = search.original(printed)
    found = facts(original, printed) if original else ()
    if original is None or not found or original.article.id == printed.article.id:
        return None
    return Rendering(printed, original, Variant(printed.claim.id, printed.claim.text, "altered", found))


def _verbatim(printed: Statement, original: Statement) -> bool:
    """Tell whether the quoted words stand in the original's article, but for spaces, quotation marks and case."""
    quoted = plain(printed.content)
    return bool(quoted) and f" {quoted} " in f" {plain(original.article.text)} "


def plain(text: str) -> str:
    """Reduce a text to what a quotation must keep: letters, digits, signs of amounts, and the order of words.

    >>> plain("“It’s  —  well — 3.5 %,” she said.")
    "it's well 3.5 % she said"
    """
    text = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("ʼ", "'")
    kept = re.sub(r"[^\w%$€£¥'.+-]+|(?<!\d)[.'](?!\w)|[.](?!\d)|(?<!\w)['-](?!\w)", " ", text)
    return " ".join(re.sub(r"(?<!\w)'|'(?!\w)", " ", kept).split())
