"""Editions built by hand from records: fictional outlets, people and models, in several languages."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from pipeline.records import (
    Analysis,
    Article,
    Attribution,
    Change,
    Claim,
    Comparison,
    Difference,
    Drift,
    Dropped,
    Edition,
    Entity,
    Failure,
    Group,
    Holder,
    Language,
    LedgerConflict,
    LedgerEntry,
    LedgerValue,
    Mention,
    Origin,
    Passage,
    Position,
    PositionEntry,
    Quantity,
    Question,
    QuestionResult,
    Reading,
    Section,
    SourceStatus,
    Span,
    Stance,
    Totals,
    Variant,
    content_id,
)

QUESTION = Question(id="wall", text="Has AI scaling hit a wall?")


def at(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=UTC)


def find(text: str, words: str, after: int = 0) -> Mention:
    start = text.index(words, after)
    return Mention(words, start, start + len(words))


class Builder:
    """Collects articles and claims, and gives an edition whose every span is exact."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.claims: dict[str, list[Claim]] = {}
        self.quantities: dict[str, list[Quantity]] = {}
        self.labels: dict[str, str] = {}
        self.origins: dict[str, Origin] = {}
        self.languages: dict[str, str] = {}

    def article(
        self, outlet, title, text, *, lang="en", day=None, byline=None, url=None, family=None, role=None, of=None
    ):
        name = content_id("a1_", outlet, text)
        self.articles.append(
            Article(
                id=name,
                source_id=outlet.lower().replace(" ", "-"),
                url=url if url is not None else f"https://example.org/{name}",
                title=title,
                byline=byline,
                outlet=outlet,
                published=at(day) if day else None,
                fetched=at("2026-11-01"),
                kind="article",
                text=text,
                sections=(Section(0, len(text), title),),
                asides=(Span(0, 0),),
                blockquotes=(),
                links=(),
                raw_sha256="0" * 64,
            )
        )
        self.claims[name], self.quantities[name], self.languages[name] = [], [], lang
        evidence = () if of is None else ("9 of 10 sentences align",)
        self.origins[name] = Origin(family or content_id("o1_", name), role or "original", of, evidence)
        return name

    def claim(
        self,
        article,
        words,
        label="none",
        *,
        holder=None,
        quoted="none",
        hedges=(),
        commitment=None,
        lang=None,
        number=None,
        cue=None,
    ):
        text = next(one.text for one in self.articles if one.id == article)
        span = find(text, words)
        who = find(text, holder) if holder else None
        levels = ()
        if who:
            levels = (Attribution(who, find(text, cue) if cue else None, "direct", commitment or "asserts"),)
        amount = self._quantity(article, text, span, **number) if number else None
        claim = Claim(
            id=content_id("c1_", article, str(span.start), str(span.end)),
            article_id=article,
            start=span.start,
            end=span.end,
            text=words,
            language=lang or self.languages[article],
            content=(Span(span.start, span.end),),
            holder=Holder(who.text, who.start, who.end, "named", content_id("e1_", who.text)) if who else None,
            attribution=levels,
            quoted=quoted,
            negated=False,
            hedged=bool(hedges),
            hedges=tuple(find(text, hedge, span.start) for hedge in hedges),
            quantities=(amount,) if amount else (),
            entities=(Entity(who.text, who.start, who.end, "person", content_id("e1_", who.text)),) if who else (),
            score=0.98765,
        )
        self.claims[article].append(claim)
        self.labels[claim.id] = label
        return claim.id

    def _quantity(self, article, text, span, *, words, value, kind="ratio", unit="1", subject=None, baseline=None):
        where = find(text, words, span.start)
        parts = [find(text, part, span.start) if part else None for part in (subject, baseline)]
        comparison = Comparison(parts[0], parts[1], None, "more") if any(parts) else None
        name = content_id("q1_", article, str(where.start))
        self.quantities[article].append(
            Quantity(
                name, words, where.start, where.end, Decimal(value), None, None, unit, kind, None, False, comparison
            )
        )
        return name

    def record(self, claim):
        return next(one for claims in self.claims.values() for one in claims if one.id == claim)

    def voice(self, claim):
        one = self.record(claim)
        article = next(article for article in self.articles if article.id == one.article_id)
        return one.holder.text if one.holder else article.byline or article.outlet

    def entry(self, *claims, kind=None):
        """An entry of the number ledger with the first number of each claim; ``kind``: the first two conflict."""
        values = []
        for claim in map(self.record, claims):
            article = next(one for one in self.articles if one.id == claim.article_id)
            number = next(one for one in self.quantities[article.id] if one.id == claim.quantities[0])
            said = article.published or article.fetched
            values.append(LedgerValue(number, article.id, claim.id, claim.holder, claim.language, said))
        ids = [value.quantity.id for value in values]
        frame = values[0].quantity.comparison
        subject = frame.subject.text if frame and frame.subject else None
        conflicts = (LedgerConflict(kind, ids[0], ids[1]),) if kind else ()
        return LedgerEntry(content_id("l1_", ids[0]), subject, None, tuple(values), conflicts)

    def totals(self):
        found = []
        for label in ("yes", "no", "mixed", "none", "abstain"):
            names = [name for name, given in self.labels.items() if given == label]
            homes = {self.record(name).article_id for name in names}
            voices = {self.voice(name) for name in names}
            origins = {self.origins[home].family_id for home in homes}
            found.append((label, Totals(len(names), len(homes), len(voices), len(origins))))
        return tuple(found)

    def group(self, *names):
        records = [self.record(name) for name in names]
        homes = [next(one for one in self.articles if one.id == record.article_id) for record in records]
        dates = sorted(home.published for home in homes if home.published)
        return Group(
            id=content_id("g1_", *names),
            label=self.labels[names[0]],
            key_point=records[0].text,
            key_claim_id=names[0],
            claim_ids=tuple(names),
            voices=len({self.voice(name) for name in names}),
            origins=len({self.origins[home.id].family_id for home in homes}),
            languages=tuple(sorted({record.language for record in records})),
            first_seen=dates[0] if dates else None,
            last_seen=dates[-1] if dates else None,
        )

    def edition(self, *, groups=(), positions=(), drift=(), name="e1_0123456789abcdef", **more):
        readings = tuple(
            Reading(
                article_id=article.id,
                language=Language(self.languages[article.id], 0.99),
                passages=(Passage(0, len(article.text), self.languages[article.id], 0),),
                claims=tuple(self.claims[article.id]),
                quantities=tuple(self.quantities[article.id]),
                entities=(),
                dropped=(("question", 1),),
            )
            for article in self.articles
        )
        result = QuestionResult(QUESTION, self.totals(), tuple(groups), tuple(positions), tuple(drift))
        analysis = Analysis(
            families=tuple(sorted((name, content_id("f1_", name)) for name in self.labels)),
            stances=tuple(sorted((name, (Stance("wall", label, 0.9),)) for name, label in self.labels.items())),
            origins=tuple(sorted(self.origins.items())),
            questions=(result,),
        )
        values = {
            "generated": at("2026-11-02"),
            "sources": (
                SourceStatus("the-lattice", "ok", 1),
                SourceStatus("far-feed", "failed", 0, "timed out after 10 s; try again"),
            ),
            "failures": (Failure("extract", "broken.html", "empty", "no text was found; look at the page"),),
            "dropped": (Dropped("off topic", "garden.html"),),
            "changes": (),
            "models": (("encoder", "r1"),),
            "settings": "s1_0",
            **more,
        }
        return Edition(id=name, articles=tuple(self.articles), readings=readings, analysis=analysis, **values)


@pytest.fixture
def builder():
    return Builder()


LATTICE = (
    "A new model landed this week.\n\n“Anyone who tells you that scaling has hit a wall is wrong,” wrote Mara Voss. "
    "The largest Meridian-4 needs 170 times the compute of its base version. Perhaps costs will fall.\n\n"
    "That is all for today."
)
FRENCH = (
    "Mara Voss a écrit : « Quiconque prétend que la mise à l'échelle a atteint un goulot d'étranglement se trompe ». "
    "Il faut 170 % de calcul."
)
ARABIC = "قال سليم حداد إن التوسع وصل إلى جدار حقيقي. ولم يقدم أرقاما."
JAPANESE = "水野蓮は、規模拡大はまだ壁に達していないと述べた。費用は高い。"
LATER = "Mara Voss now says that scaling has hit a wall after all. She had argued the opposite in spring."


@pytest.fixture
def edition(builder):
    return two_sides(builder)


def two_sides(b):
    """Two sides, an echo in French, a drifted quote and number, a mind that changed, five languages and scripts."""
    lattice = b.article("The Lattice", "Issue 41", LATTICE, day="2026-09-01", byline="Mara Voss", family="o1_lattice")
    french = b.article(
        "Le Relais", "Le mur", FRENCH, lang="fr", day="2026-09-03", family="o1_lattice", role="translation", of=lattice
    )
    arabic = b.article("Al Marsad", "الجدار", ARABIC, lang="ar", day="2026-09-08", url="file:marsad.html")
    japanese = b.article("北都通信", "壁はあるか", JAPANESE, lang="ja", url="javascript:alert(1)")
    later = b.article("The Harbor Dispatch", "A <b>change</b> & a turn", LATER, day="2026-10-20", byline="Iris Okafor")
    quote = "Anyone who tells you that scaling has hit a wall is wrong"
    first = b.claim(lattice, quote, "no", holder="Mara Voss", quoted="direct", cue="wrote")
    needs = b.claim(
        lattice,
        "The largest Meridian-4 needs 170 times the compute of its base version.",
        number={
            "words": "170 times",
            "value": "170",
            "subject": "The largest Meridian-4",
            "baseline": "its base version",
        },
    )
    b.claim(lattice, "Perhaps costs will fall.", "abstain", hedges=["Perhaps"])
    echo = b.claim(
        french,
        "Quiconque prétend que la mise à l'échelle a atteint un goulot d'étranglement se trompe",
        "no",
        holder="Mara Voss",
        quoted="direct",
    )
    faut = b.claim(
        french, "Il faut 170 % de calcul.", number={"words": "170 %", "value": "170", "kind": "percent", "unit": "%"}
    )
    arab = b.claim(arabic, "قال سليم حداد إن التوسع وصل إلى جدار حقيقي.", "yes", holder="سليم حداد", quoted="indirect")
    japan = b.claim(japanese, "規模拡大はまだ壁に達していない", "no", holder="水野蓮", quoted="indirect")
    turned = b.claim(later, "Mara Voss now says that scaling has hit a wall after all.", "yes", holder="Mara Voss")
    drift = Drift(
        quote,
        first,
        (Variant(echo, b.record(echo).text, "altered", (Difference("term", "a wall", "un goulot d'étranglement"),)),),
    )
    entries = (PositionEntry(at("2026-09-01"), "no", first), PositionEntry(at("2026-10-20"), "yes", turned))
    return b.edition(
        groups=(b.group(first, echo, japan), b.group(turned), b.group(arab)),
        positions=(
            Position("Mara Voss", content_id("e1_", "Mara Voss"), entries, (1,)),
            Position("水野蓮", None, (PositionEntry(at("2026-11-01"), "no", japan),), ()),
            Position("سليم حداد", None, (PositionEntry(at("2026-09-08"), "yes", arab),), ()),
        ),
        drift=(drift,),
        ledger=(b.entry(needs, faut, kind="unit"),),
        previous="e1_fedcba9876543210",
        changes=(
            Change("new", "article", later, "A <b>change</b> & a turn"),
            Change("moved", "position", "p1_0", "Mara Voss", "from no to yes"),
        ),
    )
