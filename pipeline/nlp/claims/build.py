"""Passages and frames into claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.nlp.claims.claimhood.claimhood import Verdict, judge, weigh
from pipeline.nlp.claims.claimhood.questions import is_asked
from pipeline.nlp.claims.claimhood.verbatim import is_borrowed, is_verbatim
from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.holders.holders import Cast, Resolved
from pipeline.nlp.claims.holders.unsaid import Unsaid
from pipeline.nlp.claims.learned import Learned
from pipeline.nlp.claims.pieces import (
    bare,
    clip,
    covers_most,
    distinct,
    holder_speaks,
    holds,
    inside,
    is_aside,
    leads_to,
    level,
    note,
    overlaps,
    piece,
    same_breath,
    trim,
    uncut,
    without,
)
from pipeline.nlp.claims.polarity.marks import Marked, opened
from pipeline.nlp.claims.polarity.signs import hedges_of
from pipeline.nlp.claims.rejection.retorts import uncarried, withholds
from pipeline.nlp.claims.replies.answered import Answered
from pipeline.nlp.claims.reports.deeds import says_nothing
from pipeline.nlp.claims.reports.side_clauses import holes_of
from pipeline.nlp.claims.rules.bylines import Parts
from pipeline.nlp.claims.rules.clauses import ATTITUDE
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.rules.items import unlisted
from pipeline.nlp.claims.rules.located import Located
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.utterances import without_particle
from pipeline.records import Attribution, Claim, Entity, Evidence, Holder, Passage, Quantity, Span, content_id

_QUOTE_MARKS = ' \t\n\u00a0\u202f“”„‟«»‹›「」『』"＂〝〟'
_EDGES = " \t\n\u00a0\u202f,;:.。，、；：،؛!！…—–"


@dataclass
class Builder:
    """Builds the claims of one article, in reading order."""

    article_id: str
    text: str
    speech: Speech
    cast: Cast
    entities: Sequence[Entity]
    quantities: Sequence[Quantity]
    asides: Sequence[Span]
    parts: Parts
    learned: Learned | None = None
    claims: list[Claim] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._frames = Located(self.speech.said)
        signed = (s.frame.source for s in self.speech.said if s.frame.rule.startswith("quote—name"))
        self._signed = [source for source in signed if source is not None]
        self._resolved: dict[Span, Resolved] = {}
        self.unsaid = Unsaid(self.text, self.cast, self.parts, self.speech.said, self._resolve)
        self.answered = Answered(self.text, self.speech.said)
        self._entity_starts = [e.start for e in self.entities]
        self._quantity_starts = [q.start for q in self.quantities]

    def passage(self, passage: Passage, *, is_heading: bool) -> None:
        """Add the claims of one passage, or count why it holds none."""
        lexicon = lexicons.load(passage.language)
        if overlaps(passage, (*self.asides, *self.parts.titles)):
            self.dropped["aside"] += 1
        elif lexicon is None:
            self.dropped["unsupported_language"] += 1
        else:
            self._read(passage, lexicon, is_heading=is_heading)
        self.answered.note(passage)

    def _read(self, passage: Passage, lexicon: Lexicon, *, is_heading: bool) -> None:
        self.unsaid.note(passage, lexicon)
        near = self._frames.touching(passage.start, passage.end)
        near = [s for s in near if s.frame.rule != ATTITUDE and not says_nothing(self.text, s.frame, lexicon)]
        near = [s for s in near if not is_borrowed(self.text, s.frame, [o.frame for o in near], lexicon.code)]
        for said in near:
            if said.frame.source is not None:
                self._resolve(said.frame, said.frame.source, lexicon)
        whole = Span(passage.start, passage.end)
        marked = Marked(self.text, whole, lexicon)
        if self.answered.only_things(passage, near, lexicon):
            near = []
        speaks = [s.frame for s in near if not s.frame.embedded]
        asks = any(self._asks(f, passage) for f in speaks)
        verdict = judge(marked, attributed=bool(speaks), is_heading=is_heading, asks=asks)
        if self.learned is not None:
            labels, verifiable = self.learned.labels.get(passage.start, ()), self.learned.verifiable.get(passage.start)
            verdict = weigh(verdict, labels, marked, verifiable)
        answers = not near and self.answered.rejected(passage, [whole], None, lexicon) is not None
        if not (verdict.is_claim or (answers and verdict.reason != "question")) or self._is_signature(passage):
            self.dropped[verdict.reason] += 1
            return
        for span, frames in self._cut(passage, near):
            self.claims.append(self._claim(span, frames, near, verdict, passage, lexicon))

    def _is_signature(self, passage: Passage) -> bool:
        """True for "— Name" behind a quotation: it says who spoke, and nothing else."""
        return any(passage.start <= s.start and s.end <= passage.end for s in self._signed)

    def _asks(self, frame: Frame, passage: Passage) -> bool:
        """True when the words quoted in this passage end in a question mark."""
        clipped = clip(frame.contents, Span(passage.start, passage.end))
        words = [self.text[c.start : c.end].rstrip(_QUOTE_MARKS) for c in clipped]
        marked = bool(words) and all(w[-1:] in "?？؟" for w in words if w)
        return frame.kind == "direct" and (marked or is_asked(self.text, words, frame.cue, passage.language))

    # ------------------------------------------------------------ one passage, one or more claims

    def _cut(self, passage: Passage, near: list[Said]) -> list[tuple[Span, list[Frame]]]:
        """Return (claim span, frames outermost first): one per speaker at the top, and one per embedded saying."""
        whole = Span(passage.start, passage.end)
        frames = [s.frame for s in near if s.frame.contents and holder_speaks(s.frame)]
        free = [f for f in frames if not f.embedded]
        tops = [f for f in free if not any(holds(o, f) for o in free if o is not f)]
        pieces: list[tuple[Span, list[Frame]]] = []
        own = [f for f in tops if f.cue is not None and whole.start <= f.cue.start < whole.end]
        if len(own) > 1 and len({f.source for f in own if f.source}) > 1:
            pieces += [(piece(f, whole, first=f is own[0]), self._chain(f, free)) for f in own]
        else:
            chain = self._chain(same_breath(tops), free) if tops else []
            aside = self.unsaid.block(whole) is not None and is_aside(chain, whole)
            pieces.append((whole, [] if aside else chain))
        for frame in frames:
            if frame.embedded and frame.source is not None:
                pieces.append((piece(frame, whole, first=False), [frame]))
        starts = [span.start for span, _ in pieces]
        return distinct([(uncut(self.text, span, whole, starts), found) for span, found in pieces])

    def _chain(self, top: Frame, frames: list[Frame]) -> list[Frame]:
        chain = [top]
        while True:
            inner = next(
                (f for f in frames if f not in chain and holds(chain[-1], f) and covers_most(f, chain[-1])), None
            )
            if inner is None:
                return chain
            chain.append(inner)

    # ------------------------------------------------------------ one claim

    def _claim(
        self, span: Span, frames: list[Frame], near: list[Said], verdict: Verdict, passage: Passage, lexicon: Lexicon
    ) -> Claim:  # fmt: skip
        span = trim(self.text, span, " \t\n")
        block = self.unsaid.block(span)
        levels = [level(self.text, f) for f in frames]
        holder, evidence = self._holder(frames, span, lexicon)
        if block is not None and not frames:
            levels = [Attribution(None, None, "direct", "asserts")]
            holder, named = self.unsaid.quoted(block, span)
            evidence.append(named)
        content = self._content(span, frames, near, lexicon)
        if frames and frames[-1].kind == "indirect":
            cue = frames[-1].cue
            said_so = leads_to(block, cue) or is_verbatim(
                self.text, content, self.speech.quotes, cue, passage.start, lexicon
            )
            levels[-1] = replace(levels[-1], kind="direct") if said_so else levels[-1]
        said = (*clip(frames[-1].contents, span), *content) if frames else [span]  # authors judge what others say, too
        marked = Marked(self.text, Span(said[0].start, said[-1].end), lexicon)
        hedges = hedges_of(self.text, span, content, frames, [s.frame for s in near], lexicon, self.learned)
        evidence += self._evidence(frames, near, span, marked, lexicon)
        rejected = self.answered.rejected(passage, content, frames[-1] if frames else None, lexicon)
        if rejected is not None and not any(f.target for f in frames):  # who disagrees has denied it already
            evidence.append(note(self.text, "rebuttal", "answer to what was said before", rejected))
            self._take_back(rejected)
        if frames and withholds(self.text, Span(passage.start, passage.end), content[0], lexicon.code) is not None:
            evidence += [note(self.text, "withheld", frames[-1].rule, c) for c in content]
        evidence += [Evidence("hedged", "hedge", h.text, h.start, h.end) for h in hedges]
        return Claim(
            id=content_id("c1_", self.article_id, str(span.start), str(span.end)),
            article_id=self.article_id,
            start=span.start,
            end=span.end,
            text=self.text[span.start : span.end],
            language=passage.language,
            content=content,
            holder=holder,
            attribution=tuple(levels),
            quoted=levels[-1].kind if levels else "none",
            negated=False,  # told of all claims at once (negated.py), since that may take a parser
            hedged=bool(hedges),
            hedges=hedges,
            quantities=tuple(q.id for q in inside(self.quantities, self._quantity_starts, span)),
            entities=tuple(inside(self.entities, self._entity_starts, span)),
            score=verdict.score,
            evidence=(*verdict.evidence, *evidence),
            checkable=verdict.checkable,
            joint=self._joint(frames),
        )

    def _resolve(self, frame: Frame, source: Span, lexicon: Lexicon) -> Resolved:
        if source not in self._resolved:
            ahead = source.end <= frame.start
            turn = self.unsaid.turn(source)
            self._resolved[source] = turn or self.cast.resolve(source, lexicon, frame.cue, ahead=ahead)
        return self._resolved[source]

    def _holder(self, frames: list[Frame], span: Span, lexicon: Lexicon) -> tuple[Holder | None, list[Evidence]]:
        if not frames:
            return self.unsaid.writer(span)
        evidence = [note(self.text, "attribution", f.rule, f.cue) for f in frames if f.cue is not None]
        source = frames[-1].source
        if source is None:
            if (unsaid := self.unsaid.speaker(frames[-1], span, lexicon)) is not None:
                who = unsaid.holder
                return who, [*evidence, Evidence("holder", unsaid.rule, who.text, who.start, who.end)]
            evidence.append(Evidence("unresolved", "nobody is named", "", span.start, span.start))
            return Holder("", span.start, span.start, "anonymous"), evidence
        found = self._resolve(frames[-1], source, lexicon)
        label = "unresolved" if found.rule == "unresolved" else "holder"
        evidence.append(Evidence(label, found.rule, self.text[source.start : source.end], source.start, source.end))
        return found.holder, evidence

    def _joint(self, frames: list[Frame]) -> tuple[Holder, ...]:
        """Return who else speaks in the innermost frame, which :meth:`_holder` has resolved."""
        source = frames[-1].source if frames else None
        return self._resolved[source].joint if source is not None else ()

    def _content(self, span: Span, frames: list[Frame], near: list[Said], lexicon: Lexicon) -> tuple[Span, ...]:
        """Return the asserted words: the innermost frame's contents inside the span, without quotation marks."""
        if frames:
            spans = clip(frames[-1].contents, span)
        else:
            spans = without(span, holes_of(self.text, span, [s.frame for s in near], lexicon.code))
        cue = frames[-1].cue if frames else None
        spans = [without_particle(self.text, unlisted(self.text, s), cue) for s in spans]
        trimmed = [bare(self.text, trim(self.text, s, _QUOTE_MARKS + _EDGES), _EDGES) for s in spans]
        if frames and frames[-1].kind == "indirect":
            trimmed = [opened(self.text, s, lexicon) for s in trimmed]
        if frames and frames[-1].commitment in ("denies", "doubts"):
            trimmed = [uncarried(self.text, s, lexicon.code) for s in trimmed]
        return tuple(s for s in trimmed if s.end > s.start) or (span,)

    def _evidence(
        self, frames: list[Frame], near: list[Said], span: Span, marked: Marked, lexicon: Lexicon
    ) -> list[Evidence]:
        found = marked.evidence()
        for frame in frames:
            if frame.target is not None:
                found.append(note(self.text, "affirmation", frame.rule, opened(self.text, frame.target, lexicon)))
            elif frame.commitment == "denies":
                found += [note(self.text, "denial", frame.rule, c) for c in clip(frame.contents, span)]
        for frame in (s.frame for s in near):
            if frame in frames:
                continue
            if frame.embedded or not holder_speaks(frame):
                label = "embedded_report" if frame.embedded else self._negated(frame, lexicon)
                found += [
                    note(self.text, label, frame.rule if frame.embedded else "negated cue", c) for c in frame.contents
                ]
        return found

    def _negated(self, frame: Frame, lexicon: Lexicon) -> str:
        """Name what a negated cue does: "nobody says that P" keeps from P, "nobody denies that P" upholds it.

        "X never said that P" says nothing of P.
        """
        cue = frame.cue or frame.contents[0]
        around = Span(max(0, min(cue.start, frame.start) - 80), max(cue.end, frame.contents[-1].end) + 40)
        if withholds(self.text, around, frame.contents[0], lexicon.code) is not None:
            return "withheld"
        return "affirmation" if frame.commitment in ("denies", "doubts") else "denial"

    def _take_back(self, rejected: Span) -> None:
        """Mark the author's claim of a sentence that the next one rejects: "You will hear that P. Don't believe it"."""
        if not self.claims or not self.answered.taken_back(rejected):
            return
        last = self.claims[-1]
        if last.holder is None and rejected.start <= last.start < rejected.end:
            taken = Evidence("withheld", "rejected in the next sentence", last.text, last.start, last.end)
            self.claims[-1] = replace(last, evidence=(*last.evidence, taken))
