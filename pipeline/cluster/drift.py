"""Lineage of quotations: each printed quote against the best original in the corpus, and what drifted on the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from pipeline.cluster.differences import facts, wording
from pipeline.cluster.groups import Context
from pipeline.cluster.linkage import Floats
from pipeline.cluster.quotation import gapped, marked, stands_in
from pipeline.cluster.statements import Statement
from pipeline.cluster.voices import Voice, same_name, someone_else
from pipeline.records import Drift, Origin, Variant, Verdict

SAME = 0.5
"""Cosine from which a statement of the same speaker, or of the article rendered, counts as what was quoted: lower than
for families, since the speaker is known (free translations of real quotes lay at .60, all else at .40 and below)."""
FAINT, LEAD = 0.4, 0.1
"""A quotation fainter than that is still recognised if no other statement of the speaker comes as near."""
DISTANT, APART = 0.25, 0.2
"""A sentence of the same speaker in another language is recognised from there if it leads all others by as much: the
encoder sees short sentences of distant languages as far apart as that, and unrelated ones about 0, .1 either way."""
FAMILY, STRANGER = 0.55, 0.7
"""Cosine that a quotation needs where the speakers cannot be told apart, and where they surely are two people."""
MOUTHFUL = 50
"""Width of a quotation (a letter is 1, a Chinese character 3) that two people do not hit on by chance."""
SOON = timedelta(days=14)
"""Within that time the opposite of the speaker's own words is a misquotation; later it may be a change of mind."""
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
    """Gather the renderings that concern a question: one entry per original, or per family where there is none.

    A quotation that others render heads their entry, and is not told of again as one without an original.
    """
    articles = {s.article.id for s in statements if _answers(s, question)}
    heads = {r.original.claim.id for r in found if r.original}
    entries: dict[str, list[Rendering]] = defaultdict(list)
    for rendering in found:
        if rendering.original is None and rendering.printed.claim.id in heads:
            continue
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
        self._all = statements
        self._matrix = np.stack([s.said for s in statements]) if statements else np.zeros((0, 1), dtype=np.float32)
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

        A quotation of a quotation is followed to the first one, which is what the words are compared with. Of prints of
        one day, each of which may render the other, the one that is asked of first counts as the first.
        """
        key = printed.claim.id
        if key not in self._found:
            self._found[key] = None  # ends a circle
            nearest = self._nearest(printed) or self._elsewhere(printed)
            further = self.original(nearest) if nearest and nearest.claim.quoted == "direct" else None
            found = further or nearest
            self._found[key] = None if found and found.claim.id == key else found  # no print renders itself
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
            least = _least(float(rivals.max())) if len(rivals) else FAINT
        ranked = [(self._rank(s, float(c)), s) for s, c in zip(others, cosines, strict=True) if c >= least]
        return min(ranked, key=lambda pair: pair[0])[1] if ranked else None

    def _elsewhere(self, printed: Statement) -> Statement | None:
        """Return what a quotation renders where the speaker is spelled otherwise, or is another altogether.

        Who may be the same needs as much likeness as claims of one family; names that sound alike need less, who is
        surely someone else needs the same words, or all but.
        """
        if printed.claim.quoted != "direct":
            return None
        cosines = self._matrix @ printed.said
        found = []
        for n in np.flatnonzero(cosines >= DISTANT).tolist():
            other = self._all[n]
            if self._voices[other.claim.id].key == self._voices[printed.claim.id].key:
                continue  # has been weighed among the speaker's own
            needed = self._needed(printed, other)
            near = float(cosines[n]) >= needed or (needed == FAINT and self._stands_out(other, printed))
            if near and self._may_precede(other, printed, own=False):
                found.append((self._rank(other, float(cosines[n])), other))
        return min(found, key=lambda pair: pair[0])[1] if found else None

    def _needed(self, printed: Statement, other: Statement) -> float:
        """Return the cosine that makes one statement the original of another, by what is known of the speakers."""
        a, b = self._voices[printed.claim.id], self._voices[other.claim.id]
        author = author_of(other)
        if same_name(a, b) or (author is not None and same_name(a, author)):
            return FAINT
        if not someone_else(a, b):
            return FAMILY
        # Two people may say the same few words: only a long sentence of its author's own is put into another mouth.
        long = sum(3 if char > "\u2e7f" else 1 for char in printed.content) >= MOUTHFUL
        return STRANGER if long and own_words(other) and other.inverted == printed.inverted else 2.0

    def _stands_out(self, other: Statement, printed: Statement) -> bool:
        """Tell whether a faint likeness exceeds that of all else that the same voice says."""
        rows = self._rows_of(self._voices[other.claim.id].key)
        rivals = (rows @ printed.said)[rows @ other.said < TWIN]
        return bool(len(rivals)) and float(other.said @ printed.said) >= _least(float(rivals.max()))

    def _rows_of(self, voice: str) -> Floats:
        if voice not in self._rows:
            self._rows[voice] = np.stack([s.said for s in self._by_voice[voice]])
        return self._rows[voice]

    def _akin(self, voice: str, printed: Statement) -> list[Statement]:
        """Return the statements of a voice that are near enough to matter, as original or as rival of one."""
        near = np.flatnonzero(self._rows_of(voice) @ printed.said >= DISTANT - APART)
        return [self._by_voice[voice][n] for n in near]

    def _rank(self, statement: Statement, cosine: float) -> tuple[float, bool, str]:
        """Order candidates: nearest first, the holder's own words before a report, originals before renderings."""
        return (
            -round(cosine + OWN * own_words(statement), 3),
            self._origins[statement.article.id].role != "original",
            statement.claim.id,
        )

    def _may_precede(self, other: Statement, printed: Statement, own: bool = True) -> bool:
        """Tell whether one print can be the source of another: an earlier one, and not a rendering of it."""
        if other.article.id == printed.article.id or self._origins[other.article.id].of == printed.article.id:
            return False
        opposite = any(a * b < 0 for a, b in zip(other.signs, printed.signs, strict=True))
        first, second = other.article.published, printed.article.published
        soon = own_words(other) and (not first or not second or second - first <= SOON)
        if not soon and (opposite or other.inverted != printed.inverted):
            return False  # who says the opposite another time has changed their mind, and is not misquoted
        own = own and own_words(other)
        return first <= second if first and second else own


def _least(rival: float) -> float:
    """Return the cosine that makes a sentence the original of a quotation, given that of the next best."""
    return min(SAME, max(FAINT, rival + LEAD), max(DISTANT, rival + APART))


def own_words(statement: Statement) -> bool:
    """Tell whether the author of an article speaks."""
    return statement.claim.holder is None or statement.claim.holder.kind == "author"


def author_of(statement: Statement) -> Voice | None:
    """Return the author of a statement's article as a voice: also of what the author reports."""
    name = statement.article.byline
    return Voice(f"name:{name}", name, None, lasting=True) if name else None


def _quotation(printed: Statement, search: _Search, context: Context) -> Rendering | None:
    """Judge one direct quotation: what stands in no marks is told of only where it is sure what it renders."""
    original = search.original(printed)
    if original is None:
        untold = Variant(printed.claim.id, printed.claim.text, "no_original", ())
        return Rendering(printed, None, untold) if marked(printed) else None
    said_by = context.voices[original.claim.id]
    author, speaker = author_of(original), context.voices[printed.claim.id]
    holders = (said_by if author is None or someone_else(author, speaker) else author, speaker)
    verbatim = stands_in(printed.content, original.article.text) and not someone_else(*holders)
    if verbatim and not gapped(printed.content):
        return Rendering(printed, original, Variant(printed.claim.id, printed.claim.text, "verbatim", ()))
    found = facts(original, printed) + wording(original, printed, holders)
    verdict: Verdict = "verbatim" if verbatim and not found else "altered"
    if not found and not verbatim:
        verdict = "translation" if original.claim.language != printed.claim.language else "paraphrase_in_quotes"
    if verdict == "paraphrase_in_quotes" and not marked(printed):
        return None
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
