"""Sources that stand where no subject of their cue can stand: in a heading, behind a preposition, before a participle.

A digest sets a heading and a colon before its sentence ("Pier Underwhelms: Members felt that P"): the subject is
behind the colon. In "X discussed P, contrasting it with Y's plan, suggesting that Q" the participles are X's. In
"the term describes the years in which zeal for Pell …" the noun of a preposition behind the verb says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.nlp.claims.frames import Frame, label_of
from pipeline.nlp.claims.fusion.pairing import within
from pipeline.nlp.claims.fusion.sources import opening_subject
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.rules.nouns import Nouns
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.documents import document_at
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.nlp.claims.words.tokens import tokenize
from pipeline.records import Passage, Span

_MARKS = '"“„«「『＂'
_SAYING = re.compile("قائلة|قائلا")
"""A participle between an Arabic verb of saying and what is said."""
_COLON = re.compile(r"[\s*_)\]\"”»]*[:：](?=\s)")
_OWNS = re.compile(r"['’]?s?['’]s\b|['’](?=\s)")
_AGENTS = frozenset("by von durch seitens laut par por da dal dalla dai dagli door volgens от من".split())  # noqa: SIM905
"""Prepositions behind a verb whose noun does say it ("was criticised by X")."""
_AND = frozenset(("and", "und", "et", "y", "e", "en", "и"))
"""What joins another verb to the one of a subject, and no more."""
_HANDLE = re.compile(r"[@\w][\w.@-]{1,40}(?=\s)")
_OBJECT = {"ja": re.compile(r"とか|を(?!引用|通じ|通し|介し)"), "ko": re.compile(r"[을를](?=\s)(?!\s*(?:인용|통해))")}
"""What makes an object of a noun, in languages that mark it so; who is quoted is one in form only."""
_TOPIC = re.compile(r"(?:は|も|だけは|までは)?(?:認め|否定|否め|肯定|撤回|批判|指摘)")
"""A verb of conceding or denying right behind a topic, which then is what is conceded."""
_FACT = re.compile(r"(?:さ|こと|点|ミス|誤り|間違い|問題|性|失敗|遅れ|欠陥|不足|責任|事実|欠点|限界)$")
"""How Japanese nouns of qualities, faults and facts end."""


def well_placed(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech whose sources stand where the subject of their cue can stand."""
    starts = [passage.start for passage in passages]
    kept: list[Said] = []
    for said in speech.said:
        frame = said.frame
        home = passage_at(passages, starts, frame.cue.start) if frame.cue and passages else None
        lexicon = lexicons.load(home.language) if home is not None else None
        if _is_stray_mark(text, frame, speech):
            continue
        if _is_quoted(text, frame):
            marked = all(text[c.start] in _MARKS for c in frame.contents)
            frame = replace(frame, source=None, kind="direct" if marked else frame.kind)
            said = replace(said, frame=frame)
        if home is None or lexicon is None or frame.source is None or not home.start <= frame.source.start < home.end:
            kept.append(said)
        elif lexicon.characters:
            bare = _is_object(text, frame, lexicon)
            kept.append(replace(said, frame=replace(frame, source=None)) if bare else said)
        elif not _hangs_behind(text, frame, home, lexicon):
            kept.append(replace(said, frame=_mended(text, frame, home, lexicon, kept)))
    return Speech(tuple(kept), speech.quotes)


def _is_quoted(text: str, frame: Frame) -> bool:
    """Tell whether a source stands in the quotation itself, which nobody in it says: "«Os arenques |», disse"."""
    if frame.source is None or frame.cue is None or within(frame.cue, frame.contents):
        return False
    if _SAYING.fullmatch(text, frame.source.start, frame.source.end) is not None:
        return True
    return within(frame.source, frame.contents) and all(text[c.start] in _MARKS for c in frame.contents)


def _is_stray_mark(text: str, frame: Frame, speech: Speech) -> bool:
    """Tell whether words count as quoted for no more than a closing mark at the end of their paragraph.

    A quotation of several paragraphs opens in one before; without that, and without a speaker, the mark means nothing.
    """
    if frame.kind != "direct" or frame.source is not None or not frame.rule.startswith("quote alone"):
        return False
    at = frame.contents[0].start
    lost = next((q for q in speech.quotes if q.start == at and not q.closed and q.inner_start == at), None)
    runs = any(not q.closed and q.end <= at and not text[q.end : at].strip() for q in speech.quotes)
    return lost is not None and not runs


def _mended(text: str, frame: Frame, home: Passage, lexicon: Lexicon, before: Sequence[Said]) -> Frame:
    assert frame.source is not None
    words = text[frame.source.start : frame.source.end].split()
    if words and words[-1] in _AND:  # "the members | toured the quay and | felt that P"
        return replace(frame, source=_to_people(text, frame.source, lexicon))
    return _unheaded(text, frame, home, lexicon) or _of_participle(text, frame, home, lexicon, before) or frame


def _unheaded(text: str, frame: Frame, home: Passage, lexicon: Lexicon) -> Frame | None:
    """Read "Heading: X felt that P": the subject of the verb is behind the colon."""
    assert frame.source is not None
    assert frame.cue is not None
    colon = _COLON.match(text, frame.source.end)
    if colon is None or not text[colon.end() : frame.cue.start].strip() or frame.cue.start < colon.end():
        return None
    clause = Passage(colon.end(), home.end, home.language, home.paragraph)
    source = opening_subject(text, clause, lexicon) or _document(text, clause, frame.cue, lexicon)
    if source is None or source.end > frame.cue.start or frame.contents[0].start < source.end:
        return None
    return replace(frame, source=_to_people(text, source, lexicon))


def _document(text: str, clause: Passage, cue: Span, lexicon: Lexicon) -> Span | None:
    """Return the document that a clause opens with, right before a cue: "Heading: The video argues that P"."""
    found = document_at(text, clause.start + 1, cue.start, lexicon.code)
    return found if found is not None and not text[found.end : cue.start].strip() else None


def _to_people(text: str, source: Span, lexicon: Lexicon) -> Span:
    """End a subject behind its noun of people where a word follows that joins nothing to it: its verb."""
    tokens = [t for t in tokenize(text[source.start : source.end], source.start) if t.is_word]
    for token, follows in pairwise(tokens):
        people = any(lexicon.has(name, token.norm) for name in ("roles", "groups", "collectives"))
        if people and follows.text.islower() and not lexicon.has("inside", follows.norm):
            return Span(source.start, token.end)
    return source


def _of_participle(
    text: str, frame: Frame, home: Passage, lexicon: Lexicon, before: Sequence[Said]
) -> Frame | None:  # fmt: skip
    """Read "X discussed P, contrasting it with Y's plan, suggesting that Q": X suggests it, and not the owner Y."""
    assert frame.source is not None
    assert frame.cue is not None
    gerund = lexicon.patterns["gerund"]
    if gerund is None or gerund.fullmatch(text, frame.cue.start, frame.cue.end) is None:
        return None
    owner = _OWNS.match(text, frame.source.end) or text[frame.source.end - 1] in "'’"
    if not owner or frame.source.end > frame.cue.start or "," not in text[frame.source.end : frame.cue.start]:
        return None
    first = next((s.frame.source for s in before if s.frame.source and s.frame.source.start == home.start), None)
    handle = _HANDLE.match(text, home.start, home.end) if text[home.start] == "@" else None
    named = first or (Span(*handle.span()) if handle else opening_subject(text, home, lexicon))
    return replace(frame, source=named) if named is not None and named.end < frame.source.start else None


def _hangs_behind(text: str, frame: Frame, home: Passage, lexicon: Lexicon) -> bool:
    """Tell whether a source is the noun of a preposition in a clause behind a verb that has another subject."""
    assert frame.source is not None
    assert frame.cue is not None
    if frame.kind == "direct" or frame.source.start <= frame.cue.end:
        return False
    hits = Marked(text, frame.cue, lexicon).hits
    if any(label_of(hit, "prepositions", "postpositions") for hit in hits):
        return False
    words = [t for t in tokenize(text[frame.cue.end : frame.source.start], frame.cue.end) if t.is_word]
    if len(words) < 3 or _AGENTS & {t.norm for t in words[-2:]}:
        return False
    if not any(lexicon.has(name, t.norm) for t in words for name in ("breaks", "complementizers", "relatives")):
        return False  # "P, it says on page 31 of X": a phrase of the same clause
    last = next((t for t in reversed(words[-2:]) if not lexicon.has("determiners", t.norm) and len(t.norm) > 1), None)
    return (
        last is not None
        and lexicon.has("inside", last.norm)
        and last.text.islower()
        and _has_subject(text, frame.cue, home, lexicon)
    )


def _has_subject(text: str, cue: Span, home: Passage, lexicon: Lexicon) -> bool:
    """Tell whether something stands before a cue that can be the subject of its verb."""
    tokens = tokenize(text[home.start : cue.end], home.start)
    before = [t for t in tokens if t.is_word and t.start < cue.start]
    return bool(before) and Nouns(tokens, lexicon).subject() is not None


def _is_object(text: str, frame: Frame, lexicon: Lexicon) -> bool:
    """Tell whether a source carries the mark of an object, or is what a verb of conceding right behind it takes."""
    assert frame.source is not None
    pattern = _OBJECT.get(lexicon.code)
    if pattern is not None and pattern.match(text, frame.source.end) is not None:
        return True
    return lexicon.code == "ja" and frame.kind == "indirect" and _conceded(text, frame)


def _conceded(text: str, frame: Frame) -> bool:
    """Tell whether a topic names a quality, a fault or a fact that somebody concedes ("…の悪さは認めて、")."""
    assert frame.source is not None
    name = text[frame.source.start : frame.source.end]
    return _FACT.search(name) is not None and _TOPIC.match(text, frame.source.end) is not None
