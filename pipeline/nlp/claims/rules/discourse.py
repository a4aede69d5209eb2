"""Frames of a whole text: sentences into units, quotations across sentences and paragraphs, speakers that go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.nlp.claims.frames import QUOTE, Frame, Unit
from pipeline.nlp.claims.rules.announced import says_what_follows, who_follows
from pipeline.nlp.claims.rules.bylines import header_sender, line_author, reply_sender, speech_heading
from pipeline.nlp.claims.rules.characters import Characters
from pipeline.nlp.claims.rules.interviews import TURN, answers
from pipeline.nlp.claims.rules.main_clauses import is_main
from pipeline.nlp.claims.rules.nominal import with_nominal
from pipeline.nlp.claims.rules.nouns import Nouns
from pipeline.nlp.claims.rules.signed import signatures
from pipeline.nlp.claims.rules.speakers import spoken
from pipeline.nlp.claims.rules.surface import Surface
from pipeline.nlp.claims.rules.views import with_views
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.quotes import Quote, find_quotes
from pipeline.records import Passage, Span

SAID_BEFORE = "said before"
"""Rule of a sentence that names who says the one before it."""
MOOD = "reported mood"
"""Rule of a sentence whose mood says that the last speaker goes on."""
QUOTED_IN_MOOD = "quote in reported mood"
"""Rule of words between marks inside a sentence whose mood says that it is reported."""
_LONGEST_UNIT = 40
"""Sentences that one unit may hold: a quotation that never closes must not swallow a book."""
LETTER, SIGNED = "quoted mail", "quote—name: paragraph"
"""Rules of words that a mail program marked as somebody's, and of a paragraph that a name on the next line signs."""


@dataclass(frozen=True, slots=True)
class Said:
    """A frame with the passages that it touches; ``linked`` tells that its speaker was named in another sentence."""

    frame: Frame
    paragraph: int
    linked: bool = False
    level: int = 0


@dataclass(frozen=True, slots=True)
class Speech:
    """What one text says through others: frames in order, and every quotation."""

    said: tuple[Said, ...]
    quotes: tuple[Quote, ...]


def read_speech(
    text: str,
    passages: Sequence[Passage],
    paragraphs: Sequence[Span],
    packages: Mapping[str, str] | None = None,
    blockquotes: Sequence[Span] = (),
) -> Speech:
    """Return the frames of ``text``; ``passages`` index ``paragraphs`` by their ``paragraph``."""
    by_paragraph: list[list[Passage]] = [[] for _ in paragraphs]
    for passage in passages:
        by_paragraph[passage.paragraph].append(passage)
    laid_out = _lay_out(text, paragraphs, by_paragraph)
    reader = _Speaker(text, _parse([u for p in laid_out for u in p.units], packages))
    for index, paragraph in enumerate(laid_out):
        start = paragraph.span.start
        reader.block(index, paragraph, next((b for b in blockquotes if b.start <= start < b.end), None))
        reader.paragraph(index, paragraph)
    for name, index in signatures(text, paragraphs, blockquotes):
        reader.signed(index, paragraphs[index], name)
    for index, mark, words in answers(text, paragraphs):
        reader.signed(index, words, mark, TURN)
    return Speech(tuple(reader.said), tuple(reader.quotes))


@dataclass(frozen=True, slots=True)
class _Paragraph:
    span: Span
    quotes: list[Quote]
    units: list[Unit]


def _lay_out(text: str, paragraphs: Sequence[Span], passages: list[list[Passage]]) -> list[_Paragraph]:
    laid_out = []
    running = False
    for span, own in zip(paragraphs, passages, strict=True):
        quotes = find_quotes(text, span, running=running)
        running = bool(quotes) and not quotes[-1].closed and quotes[-1].end >= span.end - 1
        laid_out.append(_Paragraph(span, quotes, _units(text, own, quotes)))
    return laid_out


def _units(text: str, passages: list[Passage], quotes: list[Quote]) -> list[Unit]:
    units: list[Unit] = []
    at = 0
    position = 0
    while at < len(passages):
        last = at
        end = passages[at].end
        while position < len(quotes) and quotes[position].end <= passages[at].start:
            position += 1
        scan = position
        while scan < len(quotes) and quotes[scan].start < end:
            while quotes[scan].end > end and last + 1 < len(passages) and last - at < _LONGEST_UNIT:
                last += 1
                end = passages[last].end
            scan += 1
        if last + 1 < len(passages) and _signs(text, end, passages[last + 1]):
            last += 1
            end = passages[last].end
        lexicon = lexicons.load(passages[at].language)
        if lexicon is not None:
            inside = list(quotes[position:scan])
            units.append(Unit(text, passages[at].start, end, lexicon, inside))
        at = last + 1
    return units


def _signs(text: str, end: int, passage: Passage) -> bool:
    """True for "— Name" after a quotation that ends at ``end``."""
    piece = text[passage.start : passage.end]
    return piece[:1] in "—–―" and len(piece) < 80 and text[end - 1] in '”"»“」』' and piece[1:].strip()[:1].isupper()


def _parse(units: list[Unit], packages: Mapping[str, str] | None) -> dict[Unit, Surface]:
    """Return readings with syntax, for the languages that a parser is configured for."""
    if not packages or not any(u.lexicon.code in packages for u in units):
        return {}
    from pipeline.nlp.claims.rules import syntax

    return {units[index]: reading for index, reading in syntax.parse(units, packages).items()}


class _Speaker:
    def __init__(self, text: str, parsed: Mapping[Unit, Surface]) -> None:
        self.text = text
        self.parsed = parsed
        self.said: list[Said] = []
        self.quotes: list[Quote] = []
        self.carried: Frame | None = None
        """Who may go on speaking in the next sentence of the paragraph."""
        self.speaker: Frame | None = None
        """Who spoke last, in this paragraph or the one before: whose words the mood of reported speech goes on."""
        self.running = False
        """Whether the sentence before was reported speech."""
        self.quote: Span | None = None
        """The block quotation that is read."""
        self.quoting: Frame | None = None
        """Whose block quotation this is."""
        self.before: Unit | None = None
        """The sentence before in the paragraph, if nobody is named who says it."""
        self.introduced: Frame | None = None
        """Who was announced by a colon."""

    def block(self, index: int, paragraph: _Paragraph, quote: Span | None) -> None:
        """Give a paragraph of a block quotation to whom its header, or the paragraph before it, announced."""
        if quote != self.quote:
            self.quote, self.quoting = quote, None
        if quote is None:
            return
        span = paragraph.span
        sender = header_sender(self.text, span) or line_author(self.text, span)
        if sender is not None:
            self.quoting = Frame(sender, None, (span,), "direct", "asserts", LETTER)
            return
        self.quoting = self.quoting or self.introduced
        if self.quoting is not None:
            rule = LETTER if self.quoting.rule == LETTER else "block quotation"
            frame = replace(
                self.quoting, contents=(span,), kind="direct", commitment="asserts", embedded=False, cue_negated=False,
                rule=rule,
            )  # fmt: skip
            self.said.append(Said(frame, index, linked=True))

    def signed(self, index: int, span: Span, name: Span, rule: str = SIGNED) -> None:
        """Give a paragraph in which nobody else speaks to whom a line below it, or the mark of a turn, names."""
        if all(said.paragraph != index for said in self.said):
            self.said.append(Said(Frame(name, None, (span,), "direct", "asserts", rule), index, True))

    def paragraph(self, index: int, paragraph: _Paragraph) -> None:
        """Read one paragraph; the state says what went before."""
        before = len(self.said)
        span, quotes = paragraph.span, paragraph.quotes
        self.quotes += quotes
        starts_quoted = bool(quotes) and quotes[0].start - span.start <= 1
        if not starts_quoted:
            self.carried = None
        self.before = None
        for unit in paragraph.units:
            self._unit(index, unit)
        writer = reply_sender(self.text, span) or speech_heading(self.text, span)
        if writer is not None:
            self.introduced = Frame(writer, None, (span,), "direct", "asserts", LETTER)
        if not quotes and self.introduced is None:
            self.carried = None
        if len(self.said) == before:
            self.speaker = None

    def _unit(self, index: int, unit: Unit) -> None:
        frames = find_frames(unit, self.parsed.get(unit))
        linked: list[Said] = [Said(f, index) for f in frames if not f.first_person]
        loose = self._loose(unit, frames)
        if loose:
            linked += self._link(index, unit, loose, frames)
        told = None if linked or self.before is None else said_before(unit, self.before)
        linked += [Said(told, index, linked=True)] if told is not None else []
        mood = None if linked else self._mood(unit)
        if mood is not None:
            linked.append(Said(mood, index, linked=True))
            words = [Span(q.start, q.end) for q in unit.quotes]
            linked += [
                Said(replace(mood, contents=(w,), kind="direct", rule=QUOTED_IN_MOOD), index, True) for w in words
            ]
        self.running = any(s.frame.kind == "indirect" for s in linked)
        self.said += sorted(linked, key=lambda s: s.frame.start)
        self._remember(unit, linked)
        self.before = unit if not linked and not unit.quotes else None

    def _remember(self, unit: Unit, linked: list[Said]) -> None:
        spoken = [s.frame for s in linked if s.frame.source is not None and not s.frame.embedded]
        outermost = [f for f in spoken if f.cue is None or not _inside(f.cue, spoken)]
        if outermost:
            self.carried = self.speaker = outermost[-1]
        if says_what_follows(unit):
            self.introduced = who_follows(unit, outermost[-1] if outermost else None)
        elif self.text[unit.start : unit.end].strip():
            self.introduced = None

    def _loose(self, unit: Unit, frames: list[Frame]) -> list[Span]:
        held = [s for f in frames for s in f.contents]
        return [
            Span(q.start, q.end) for q in unit.quotes if not any(h.start <= q.start and q.end <= h.end for h in held)
        ]

    def _link(self, index: int, unit: Unit, loose: list[Span], frames: list[Frame]) -> list[Said]:
        alone = unit.is_quote
        direct = next((f for f in frames if f.kind == "direct" and f.source), None)
        if direct is not None:
            return [Said(replace(direct, contents=(s,), rule="quote goes on"), index, linked=True) for s in loose]
        if not alone:
            return []
        speaker = self.introduced or self.carried
        if speaker is None:
            speaker = Frame(None, None, tuple(loose), "direct", "asserts", "quote alone")
        frame = replace(
            speaker, contents=tuple(loose), kind="direct", commitment="asserts", embedded=False, cue_negated=False,
            rule="quote alone" if speaker.source is None else "quote goes on",
        )  # fmt: skip
        return [Said(frame, index, linked=True)]

    def _mood(self, unit: Unit) -> Frame | None:
        """Read a sentence in the mood of reports (Konjunktiv I; a conditional without "if") as the last speaker's."""
        patterns = unit.lexicon.patterns
        if self.speaker is None or self.speaker.source is None or unit.labelled("first_person"):
            return None
        moods = [patterns["reported_mood"], patterns["running_mood"] if self.running else None]
        found = [m.start() for p in moods if p is not None for m in p.finditer(self.text, unit.start, unit.end)]
        conditional = unit.lexicon.code != "de" and bool(unit.labelled("conditionals"))
        if unit.is_quote or conditional or not any(is_main(at, unit) for at in found):
            return None
        contents = (Span(unit.start, unit.end),)
        return replace(self.speaker, contents=contents, kind="indirect", embedded=False, cue_negated=False, rule=MOOD)


def find_frames(unit: Unit, parsed: Surface | None = None) -> list[Frame]:
    """Return the frames inside one unit, with a parser's help if it was asked before."""
    frames = Characters(unit).frames() if unit.lexicon.characters else (parsed or Surface(unit)).frames()
    return spoken(unit, with_views(unit, with_nominal(unit, frames)))


def said_before(unit: Unit, before: Unit) -> Frame | None:
    """Read "P. Das teilte das Amt mit": what is said is the sentence before, in languages that part their words."""
    pattern = unit.lexicon.patterns["said_before"]
    found = pattern.match(unit.text, unit.start, unit.end) if pattern is not None else None
    if found is None or any(t.norm in (QUOTE, ":") for t in unit.tokens):
        return None
    words = unit.tokens[1:]
    at = next((i for i, t in enumerate(words, 1) if t.start >= found.end()), len(unit.tokens))
    source = Nouns(unit.tokens, unit.lexicon).right(at)
    if source is None:
        return None
    span = Span(unit.tokens[source[0]].start, unit.tokens[source[1] - 1].end)
    cue = Span(unit.tokens[1].start, unit.tokens[at - 1].end)
    return Frame(span, cue, (Span(before.start, before.end),), "indirect", "reports", SAID_BEFORE)


def _inside(span: Span, frames: list[Frame]) -> bool:
    return any(c.start <= span.start and span.end <= c.end for f in frames for c in f.contents)
