"""One claim as a reader sees it: in its paragraph, with what it rests on marked, and where it was printed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from pipeline.publish.words import UNNAMED, UNSIGNED, day, direction, listing
from pipeline.records import Article, Claim
from pipeline.wire import EditionIndex

CONTEXT = 150
"""Code points of the paragraph shown on each side of a claim."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a claim's text. ``kind``: empty, quantity, hedge, holder or cue."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A short remark about a claim, and what it means."""

    slug: str
    text: str
    title: str


@dataclass(frozen=True, slots=True)
class Print:
    """Where and when something was printed. ``href`` is empty unless it is safe to follow.

    ``place``: the outlet; of a file of which no outlet is known, its title. ``outlet`` is that file's name.
    """

    outlet: str
    place: str
    title: str
    href: str
    day: str
    iso: str
    language: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """All that the report and the digest show of a claim. ``before`` and ``after`` are exact slices of the text."""

    id: str
    article_id: str
    start: int
    end: int
    language: str
    direction: str
    before: str
    clipped_before: bool
    pieces: tuple[Piece, ...]
    after: str
    clipped_after: bool
    holder: str
    by_author: bool
    printed: Print
    badges: tuple[Badge, ...]

    @property
    def text(self) -> str:
        """The claim's words."""
        return "".join(piece.text for piece in self.pieces)


DIRECT = Badge("direct", "direct quote", "The words stand in quotation marks or a block quotation")
INDIRECT = Badge("indirect", "reported speech", "Someone else reports what the holder says")
DENIAL = Badge("denial", "denial", "The holder denies what the clause says")
DOUBT = Badge("doubt", "doubt", "The holder doubts what the clause says")
HEDGED = Badge("hedged", "hedged", "The statement is softened: perhaps, may, I think")


def claim_view(index: EditionIndex, claim: Claim) -> ClaimView:
    """Lay out one claim. Raises ``KeyError`` if its article is not in the edition."""
    article = index.articles[claim.article_id]
    left, right = paragraph(article.text, claim.start, claim.end)
    first, last = clip_left(article.text, left, claim.start), clip_right(article.text, claim.end, right)
    return ClaimView(
        id=claim.id,
        article_id=claim.article_id,
        start=claim.start,
        end=claim.end,
        language=claim.language,
        direction=direction(claim.language),
        before=article.text[first : claim.start],
        clipped_before=first > left,
        pieces=pieces(index, claim, article.text),
        after=article.text[claim.end : last],
        clipped_after=last < right,
        holder=holder_name(claim, article),
        by_author=claim.holder is None or claim.holder.kind == "author",
        printed=printed(index, article),
        badges=badges(claim),
    )


def holder_name(claim: Claim, article: Article) -> str:
    """Name who commits to a claim: the holder and who says it with them, else who signs the article."""
    if claim.holder is not None and claim.holder.kind != "author":
        # "He said" without a name nearby: a holder whose words are a pronoun or nothing at all.
        named = any(map(str.isalnum, claim.holder.text))
        return listing([one.text for one in (claim.holder, *claim.joint)]) if named else UNNAMED
    return article.byline or UNSIGNED


def printed(index: EditionIndex, article: Article) -> Print:
    """Say where an article was printed."""
    href = article.url if article.url.lower().startswith(("http://", "https://")) else ""
    iso = article.published.date().isoformat() if article.published else ""
    moment, tongue = day(article.published), index.language(article.id)
    return Print(article.outlet, place_name(article), article.title, href, moment, iso, tongue)


def place_name(article: Article) -> str:
    """Name an outlet; where nothing but the name of a file stands for it, the title, if there is one."""
    stem = PurePosixPath(article.url.removeprefix("file:")).stem if article.url.startswith("file:") else ""
    return article.title if article.outlet == stem and article.title.strip() else article.outlet


def badges(claim: Claim) -> tuple[Badge, ...]:
    """Remark how the words are given and how firmly they are meant."""
    commitments = {level.commitment for level in claim.attribution}
    found = [
        (claim.quoted == "direct", DIRECT),
        (claim.quoted == "indirect", INDIRECT),
        ("denies" in commitments, DENIAL),
        ("doubts" in commitments, DOUBT),
        (claim.hedged, HEDGED),
    ]
    return tuple(badge for holds, badge in found if holds)


def pieces(index: EditionIndex, claim: Claim, text: str) -> tuple[Piece, ...]:
    """Cut a claim into runs; where marks overlap, the one that starts first (then the longer one) wins."""
    marks = sorted(_marks(index, claim), key=lambda mark: (mark[0], -mark[1], mark[2]))
    runs: list[Piece] = []
    at = claim.start
    for start, end, kind in marks:
        if start < at or end > claim.end or start >= end:
            continue
        runs += [Piece(text[at:start], ""), Piece(text[start:end], kind)]
        at = end
    runs.append(Piece(text[at : claim.end], ""))
    return tuple(run for run in runs if run.text)


def _marks(index: EditionIndex, claim: Claim) -> list[tuple[int, int, str]]:
    marks = [(hedge.start, hedge.end, "hedge") for hedge in claim.hedges]
    quantities = (index.quantities[name] for name in claim.quantities if name in index.quantities)
    marks += [(quantity.start, quantity.end, "quantity") for quantity in quantities]
    if claim.holder is not None:
        marks += [(one.start, one.end, "holder") for one in (claim.holder, *claim.joint)]
    cues = [level.cue for level in claim.attribution if level.cue is not None]
    return marks + [(cue.start, cue.end, "cue") for cue in cues]


def paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """Find the paragraph around a span: what lies between blank lines."""
    left = text.rfind("\n\n", 0, start)
    right = text.find("\n\n", end)
    return (0 if left < 0 else left + 2), (len(text) if right < 0 else right)


def clip_left(text: str, left: int, start: int) -> int:
    """Keep about :data:`CONTEXT` code points before ``start``, from the next word on."""
    if start - left <= CONTEXT:
        return left
    cut = start - CONTEXT
    space = text.find(" ", cut, start)
    return space + 1 if space >= 0 else cut


def clip_right(text: str, end: int, right: int) -> int:
    """Keep about :data:`CONTEXT` code points after ``end``, up to the last whole word."""
    if right - end <= CONTEXT:
        return right
    space = text.rfind(" ", end, end + CONTEXT)
    return space if space >= 0 else end + CONTEXT
