"""Sayings that a clause interrupts: "X said, though nobody believed her, that P", "X, who never doubts, said that P".

The words behind the inserted clause are said by the cue before or behind it. A verb of thinking, doubting or denying
inside the clause stands nearer to them and is none of their cue, and a negation inside negates nothing but the clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.nlp.claims.frames import Frame, label_of
from pipeline.nlp.claims.fusion.pairing import touch
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.polarity.scope_words import opens_relative
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.rules.nouns import Nouns
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import Hit, Token
from pipeline.records import Passage, Span

RULE = "around a clause"
"""Rule of the frames made here."""
_FEWEST, _MOST = 3, 20
"""Words of an inserted clause."""
_ENDS = ' \t\n.!?…"”»“'


@dataclass(frozen=True, slots=True)
class _Clause:
    """An inserted clause: the places of its two commas among the tokens, and whether it is relative."""

    first: int
    last: int
    relative: bool


def with_interrupted(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech in which what stands behind an inserted clause belongs to the cue beside that clause."""
    said = list(speech.said)
    for passage in passages:
        lexicon = lexicons.load(passage.language)
        if lexicon is None or lexicon.characters or text.count(",", passage.start, passage.end) < 2:
            continue
        marked = Marked(text, Span(passage.start, passage.end), lexicon)
        for clause in _clauses(marked):
            frame = _frame(marked, clause)
            if frame is not None:
                inside = Span(marked.tokens[clause.first].start, marked.tokens[clause.last].end)
                said = _mended(said, frame, inside, passage)
    said.sort(key=lambda s: (s.frame.start, -s.frame.contents[-1].end))
    return Speech(tuple(said), speech.quotes)


def _clauses(marked: Marked) -> Iterator[_Clause]:
    commas = [i for i, t in enumerate(marked.tokens) if t.norm == ","]
    for first, last in pairwise(commas):
        if _FEWEST < last - first <= _MOST and first and last + 1 < len(marked.tokens):
            conceded = any(h.first == first + 1 for h in marked.of("concessions"))
            relative = not conceded and opens_relative(marked.text, marked.tokens[first + 1].start, marked.lexicon)
            if conceded or relative:
                yield _Clause(first, last, relative)


def _frame(marked: Marked, clause: _Clause) -> Frame | None:
    """Return who says what stands behind a clause, by the cue right before or right behind it."""
    cues = [h for h in marked.hits if label_of(h, "verbs", "weak") is not None]
    opens = _opens_report(marked.tokens, clause.last + 1, marked.lexicon)
    if not clause.relative:
        before = next((h for h in cues if h.last == clause.first), None)
        return _made(marked, before, before.first, clause.last + 2) if before is not None and opens else None
    behind = next((h for h in cues if _follows(marked, clause.last + 1, h.first)), None)
    if behind is None or not _opens_report(marked.tokens, behind.last, marked.lexicon):
        return None
    return _made(marked, behind, clause.first, behind.last + 1)


def _opens_report(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether the word that opens a reported clause stands at a place, perhaps behind a comma."""
    at += at < len(tokens) and tokens[at].norm == ","
    return at < len(tokens) and lexicon.has("complementizers", tokens[at].norm)


def _follows(marked: Marked, at: int, first: int) -> bool:
    """Tell whether only auxiliaries stand between two places: "…, | has said"."""
    between = marked.tokens[at:first]
    return at <= first and len(between) <= 1 and all(marked.lexicon.has("auxiliaries", t.norm) for t in between)


def _made(marked: Marked, cue: Hit, left: int, content: int) -> Frame | None:
    """Return the frame of a cue whose subject ends before ``left`` and whose words begin at ``content`` or behind."""
    tokens, known = marked.tokens, label_of(cue, "verbs", "weak")
    subject = Nouns(tokens, marked.lexicon).left(left)
    while content < len(tokens) and not (
        tokens[content].is_word and not _opens_report(tokens, content, marked.lexicon)
    ):
        content += 1
    if subject is None or known is None or content >= len(tokens):
        return None
    source = Span(tokens[subject[0]].start, tokens[subject[1] - 1].end)
    end = tokens[content].start + len(marked.text[tokens[content].start : marked.span.end].rstrip(_ENDS))
    said = (Span(tokens[content].start, end),)
    return Frame(source, Span(cue.start, cue.end), said, "indirect", known[1], RULE) if end > said[0].start else None


def _mended(said: Sequence[Said], right: Frame, inside: Span, passage: Passage) -> list[Said]:
    """Return sayings without those whose cue stands in the clause, and with the right one."""
    kept: list[Said] = []
    known = False
    for one in said:
        frame = one.frame
        same = any(touch(c, right.contents[0]) for c in frame.contents)
        if same and frame.cue is not None and touch(frame.cue, inside):
            continue
        if same and frame.cue is not None and right.cue is not None and touch(frame.cue, right.cue):
            known = True
            cut = tuple(c for c in frame.contents if not touch(c, inside)) or right.contents
            kept.append(replace(one, frame=replace(frame, contents=cut, cue_negated=False)))
        else:
            kept.append(one)
    return kept if known else [*kept, Said(right, passage.paragraph)]
