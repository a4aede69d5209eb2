"""Who speaks where the sentence does not say: a subject left out, a quotation of its own, a block quotation, a post."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.nlp.claims.frames import VIEW, ZERO, Frame
from pipeline.nlp.claims.fusion.sources import opening_subject
from pipeline.nlp.claims.holders import left_out
from pipeline.nlp.claims.holders.antecedents import opens
from pipeline.nlp.claims.holders.holders import Cast, Resolved
from pipeline.nlp.claims.rules import announced
from pipeline.nlp.claims.rules.bylines import Parts
from pipeline.nlp.claims.rules.discourse import Said
from pipeline.nlp.claims.rules.interviews import introduction, is_turn
from pipeline.nlp.claims.rules.reprints import is_taken
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import fold, tokenize
from pipeline.records import Evidence, Holder, Passage, Span

_OPENING = '“"„‟«»‹「『＂〝'
_CLOSING = '“”"„«»‹›」』＂〟'
_BEFORE = 500
"""Characters before an excerpt in which the one whose text it is from is told of."""
_SHORT = 16
"""Characters behind a pronoun in which its verb stands."""
_SOMEBODY = ("first_person", "groups", "roles", "anonymous", "collectives")
_GIVEN = ("block quotation", "quote goes on")
"""Rules of words that are known to be somebody's since a sentence before them names who speaks."""
Resolve = Callable[[Frame, Span, Lexicon], Resolved]
OWN = "own words"
"""Rule of a quotation of the author's own words."""


class Unsaid:
    """Looks for unnamed speakers in what stands before, paragraph by paragraph; guesses nobody among several."""

    def __init__(self, text: str, cast: Cast, parts: Parts, said: Sequence[Said], resolve: Resolve) -> None:
        self.text = text
        self.cast = cast
        self._resolve = resolve
        self.posts = parts.posts
        self.blockquotes = parts.quotes
        spoken = [s.frame for s in said if s.frame.source is not None and not s.frame.cue_negated]
        self._said = [f for f in spoken if f.cue is not None and f.commitment in ("asserts", "reports")]
        self._given = [f for f in spoken if f.rule.startswith(_GIVEN)]
        self._whose: dict[Span, Resolved | None] = {}
        self._around: Lexicon | None = None
        self._guest = cast.names.guest(parts.called) if announced.is_talk(parts.called) else None

    def note(self, passage: Passage, lexicon: Lexicon) -> None:
        """Remember the language of the text around block quotations, which may be of another."""
        if self._around is None or self.block(Span(passage.start, passage.end)) is None:
            self._around = lexicon

    def speaker(self, frame: Frame, span: Span, lexicon: Lexicon) -> Resolved | None:
        """Return the subject that a sentence leaves out, or whom the paragraph before a quotation names."""
        if frame.rule.startswith(VIEW):
            return None
        block = self.block(span)
        if frame.cue is not None and (block is None or frame.kind != "direct"):
            goes_on = lexicon.zero_subject or left_out.goes_on(self.text, frame, span.start, lexicon.code)
            return self._left_out(frame, span, lexicon) if goes_on else None
        if frame.kind != "direct":
            return None
        found = self._quoted(block) if block is not None else None
        return found or self._presented(span, lexicon)

    def _left_out(self, frame: Frame, span: Span, lexicon: Lexicon) -> Resolved | None:
        """Return who spoke last in the paragraph, or the one person named in it, where a subject is surely left out."""
        paragraph = self._paragraph(span.start)
        found = self.cast.before(span.start, paragraph)
        if found is None and frame.rule.startswith(ZERO) and not lexicon.characters:
            found = self.cast.only_person(Span(paragraph.start, span.start))
        if found is None and left_out.is_bare(self.text, frame, lexicon.code):
            before = Span(paragraph.start, span.start)
            above = self._paragraph(self._last_before(paragraph.start)) if span.start == paragraph.start else before
            if lexicon.code == "ar":  # a verb opens the sentence, and its subject follows
                return self.cast.only_person(above)
            found = self.cast.only_subject(above)
        return found

    def turn(self, source: Span) -> Resolved | None:
        """Return who speaks in a turn of an interview that names nobody ("A:"); None where a source is no such mark."""
        if not is_turn(self.text, source):
            return None
        before = introduction(self.text, source)
        found = self.cast.only_person(before) if before is not None else None
        return found or Resolved(Holder("", source.start, source.start, "anonymous"), "unresolved")

    def block(self, span: Span) -> Span | None:
        """Return the block quotation that holds a claim."""
        return next((b for b in self.blockquotes if b.start <= span.start < b.end), None)

    def quoted(self, block: Span, span: Span) -> tuple[Holder | None, Evidence]:
        """Return whose words a block quotation holds, by the paragraph before it; None where they are the author's."""
        found = self._quoted(block)
        if found is None:
            nobody = Holder("", span.start, span.start, "anonymous")
            return nobody, Evidence("unresolved", "block quotation", "", span.start, span.start)
        who = found.holder
        label = Evidence("holder", "named before a block quotation", who.text, who.start, who.end)
        return (None, Evidence("holder", OWN, "", span.start, span.start)) if found.rule == OWN else (who, label)

    def writer(self, span: Span) -> tuple[Holder | None, list[Evidence]]:
        """Return who wrote the post that holds a claim; None where it is the author of the article."""
        writer = next((who for words, who in self.posts if words.start <= span.start < words.end), None)
        if writer is None:
            return None, []
        name = self.text[writer.start : writer.end]
        found = Evidence("holder", "writer of the post", name, writer.start, writer.end)
        return Holder(name, writer.start, writer.end, "named"), [found]

    # ------------------------------------------------------------ block quotations

    def _quoted(self, block: Span) -> Resolved | None:
        if block not in self._whose:
            lexicon = self._around
            self._whose[block] = None if lexicon is None else self._find(block, lexicon)
        return self._whose[block]

    def _find(self, block: Span, lexicon: Lexicon) -> Resolved | None:
        before = self._paragraph(self._last_before(block.start))
        if not block.start or self.block(before) is not None:
            return None
        sentence = announced.last_sentence(self.text, before)
        is_open = announced.announces(self.text, sentence, lexicon)
        if announced.says("passes", self.text, sentence, lexicon):
            return None
        if is_open and announced.says("own", self.text, sentence, lexicon):
            return Resolved(Holder("", block.start, block.start, "anonymous"), OWN)
        if is_open and (source := announced.document(self.text, sentence, lexicon)) is not None:
            name = self.text[source.start : source.end]
            return Resolved(Holder(name, source.start, source.end, "group"), "document")
        found = self._of_title(sentence) or self._named(sentence, lexicon, is_open=is_open)
        if found is None and is_open:
            found = self._giver(sentence, lexicon) or self._presented(block, lexicon) or self._gone_on(before, lexicon)
        found = found or self._of_address(block, before, lexicon)
        if found is None and is_taken(self.text, block.start):
            found = self.cast.only_person(Span(max(0, block.start - _BEFORE), block.start))
        return found or self._told_behind(block, lexicon)

    def _of_title(self, sentence: Span) -> Resolved | None:
        """Return whose interview or speech an article is by its title, unless a sentence says that another speaks."""
        if self._guest is None:
            return None
        speak = [f.source for f in self._speaking_in(sentence) if f.source is not None]
        others = [who for who in speak if self.text.find(self._guest.text, who.start, who.end) < 0]
        return None if others else Resolved(self._guest, "title of the article")

    def _giver(self, sentence: Span, lexicon: Lexicon) -> Resolved | None:
        """Return who opens a sentence that gives what follows: "She is blunt about it:", "Quillon has a summary:"."""
        passage = Passage(sentence.start, sentence.end, lexicon.code, 0)
        subject = opening_subject(self.text, passage, lexicon)
        if subject is None or self._speaking_in(sentence):
            return None
        gender = lexicon.genders.get(fold(self.text[subject.start : subject.end]))
        if gender not in ("m", "f", "p") and not announced.says("gives", self.text, sentence, lexicon):
            return None
        begins = Span(subject.start, min(sentence.end, subject.end + _SHORT))
        if gender and announced.says("shows", self.text, begins, lexicon):
            return None
        found = self.cast.resolve(subject, lexicon, ahead=True)
        return found if found.holder.kind == "named" else None

    def _told_behind(self, block: Span, lexicon: Lexicon) -> Resolved | None:
        """Return who is said right behind a quotation to have put it so, if that does not lead to the next one."""
        behind = self._paragraph(block.end + 2)
        if behind.start < block.end or announced.announces(self.text, behind, lexicon):
            return None
        who = announced.told_behind(self.text, behind, lexicon)
        return None if who is None else self.cast.only_person(who)

    def _named(self, sentence: Span, lexicon: Lexicon, *, is_open: bool) -> Resolved | None:
        """Return the one person of a sentence that announces words or tells of a speech, or who speaks in it."""
        only = self.cast.only_person(sentence)
        if only is not None and (is_open or announced.says("speeches", self.text, sentence, lexicon)):
            return only
        inside = [f for f in self._speaking_in(sentence) if not f.embedded and "position" not in f.rule]
        most = [f for f in inside if 2 * sum(c.end - c.start for c in f.contents) > sentence.end - sentence.start]
        return self._one(most, lexicon) if len(most) == len(inside) else None

    def _speaking_in(self, span: Span) -> list[Frame]:
        """Return the sayings of others whose word of saying stands in a span."""
        return [f for f in self._said if f.cue is not None and span.start <= f.cue.start < span.end]

    def _one(self, frames: Sequence[Frame], lexicon: Lexicon) -> Resolved | None:
        """Return who speaks in all of some sayings, if it is one who is named."""
        found = [self._resolve(frame, frame.source, lexicon) for frame in frames if frame.source is not None]
        same = len({who.holder.text for who in found}) == 1 and found[0].holder.kind == "named"
        return found[0] if same and all(who.rule in ("name", "pronoun") for who in found) else None

    def _gone_on(self, between: Span, lexicon: Lexicon) -> Resolved | None:
        """Return whose the quotation before is, where the paragraph between the two turns to nobody else."""
        last = self._last_before(between.start)
        before = self.block(Span(last, last + 1)) if last >= 0 else None
        if before is None or not announced.goes_on(self.text, between, lexicon):
            return None
        words = [t.norm for t in tokenize(self.text[between.start : between.end]) if t.is_word]
        if any(lexicon.has(name, word) for word in words for name in _SOMEBODY):
            return None
        if any(
            e.type == "person" or opens(self.text, e.start) for e in self.cast.names.between(between.start, between.end)
        ):
            return None
        return self._known(before, lexicon)

    def _known(self, block: Span, lexicon: Lexicon) -> Resolved | None:
        """Return whose words an earlier quotation was found to hold."""
        given = [f for f in self._given if block.start <= f.start < block.end]
        return self._one(given, lexicon) if given else self._whose.get(block)

    def _of_address(self, block: Span, above: Span, lexicon: Lexicon) -> Resolved | None:
        """Return whose all earlier quotations from the same address are, unless others speak right above."""
        address = announced.address(self.text, block)
        if address is None:
            return None
        before = (b for b in self.blockquotes if b.end <= block.start and announced.address(self.text, b) == address)
        known = [found for b in before if (found := self._known(b, lexicon)) is not None]
        others = [self._resolve(f, f.source, lexicon) for f in self._speaking_in(above) if f.source is not None]
        same = len({found.holder.text for found in (*known, *others)}) == 1
        return known[0] if known and same else None

    # ------------------------------------------------------------ paragraphs

    def _presented(self, span: Span, lexicon: Lexicon) -> Resolved | None:
        """Return the one person whom the paragraph or heading before a quotation of its own names, or its speaker."""
        block = self._paragraph(span.start)
        while block.start and (self._is_quoted(block) or block.start <= span.start < block.end):
            block = self._paragraph(self._last_before(block.start))
        if self._is_quoted(block):
            return None
        speak = [] if self.cast.names.between(block.start, block.end) else self._speaking_in(block)
        return self._one(speak, lexicon) if speak else self.cast.only_person(block)

    def _last_before(self, at: int) -> int:
        """Return the last character before a place that is no white space, -1 for none."""
        at -= 1
        while at >= 0 and self.text[at].isspace():
            at -= 1
        return at

    def _is_quoted(self, block: Span) -> bool:
        words = self.text[block.start : block.end].strip()
        return self.block(block) is not None or (words[:1] in _OPENING and words.rstrip(".,!?。")[-1:] in _CLOSING)

    def _paragraph(self, at: int) -> Span:
        """Return the paragraph around a place."""
        start, end = self.text.rfind("\n\n", 0, max(0, at)), self.text.find("\n\n", max(0, at))
        return Span(start + 2 if start >= 0 else 0, end if end >= 0 else len(self.text))
