"""What a sentence that only answers ("The opposite is true", "Of course not") rejects: words of those before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.fusion.sources import is_person
from pipeline.nlp.claims.pieces import clip, holder_speaks, trim
from pipeline.nlp.claims.polarity.marks import opened
from pipeline.nlp.claims.rejection.retorts import is_no, is_retort
from pipeline.nlp.claims.replies.short import calls_false, denies_question
from pipeline.nlp.claims.rules.clauses import ATTITUDE
from pipeline.nlp.claims.rules.discourse import Said
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.records import Passage, Span

_ASKS = "?？؟"
_QUOTE_MARKS = ' \t\n\u00a0\u202f“”„‟«»‹›「」『』"＂〝〟'
_EDGES = " \t\n,;:.。，；：!！…—–"
_BACK = 2
"""Sentences before an answer in which what it rejects may stand: a quotation and who says so are two."""
_ANSWER = re.compile(r"[?？؟]\s*(?=\S)")
"""The end of a question in a passage that goes on with its answer."""
_JA_ASKS = "か。"


class Answered:
    """Looks for what an answer rejects, passage by passage in reading order."""

    def __init__(self, text: str, said: Sequence[Said]) -> None:
        self._text = text
        self._frames = sorted((s.frame for s in said if s.frame.rule != ATTITUDE), key=_end)
        self._before: list[Passage] = []

    def note(self, passage: Passage) -> None:
        """Remember a passage as one that was read."""
        self._before = [*self._before[1 - _BACK :], passage]

    def rejected(self, passage: Passage, words: Sequence[Span], frame: Frame | None, lexicon: Lexicon) -> Span | None:
        """Return what the asserted ``words`` of a passage reject, in the passages before it; None for no answer.

        ``frame``: who says so, None for the author. Nobody rejects what they said themselves.
        """
        whole = Span(words[0].start, words[-1].end)
        asked = _ANSWER.search(self._text, whole.start, whole.end)
        if asked is not None and self._says_no(Span(asked.end(), whole.end), lexicon):
            return Span(whole.start, asked.end())
        if not self._before:
            return None
        last = self._before[-1]
        if self._asks(last):
            return Span(last.start, last.end) if self._says_no(whole, lexicon) else None
        if last.paragraph != passage.paragraph or not self._retorts(whole, lexicon):
            return None
        reported = self._reported(passage, frame, lexicon)
        return reported or (Span(last.start, last.end) if frame is None else None)

    def taken_back(self, rejected: Span) -> bool:
        """Tell whether what is rejected is a whole sentence before, for which nobody is named: it was not meant."""
        return any((p.start, p.end) == (rejected.start, rejected.end) for p in self._before)

    def _says_no(self, span: Span, lexicon: Lexicon) -> bool:
        words = self._text[span.start : span.end]
        return is_no(words, lexicon.code) or denies_question(self._text, span, lexicon)

    def _retorts(self, span: Span, lexicon: Lexicon) -> bool:
        words = self._text[span.start : span.end]
        return is_retort(words, lexicon.code) or calls_false(self._text, span, lexicon)

    def only_things(self, passage: Passage, near: Sequence[Said], lexicon: Lexicon) -> bool:
        """Tell whether a retort is the author's: only things are said to speak in it ("the figures say otherwise")."""
        if not self._retorts(Span(passage.start, passage.end), lexicon):
            return False
        sources = [s.frame.source for s in near]
        if any(s.frame.kind == "direct" for s in near):
            return False
        return bool(near) and all(s is None or not is_person(self._text, s, lexicon) for s in sources)

    def _asks(self, passage: Passage) -> bool:
        words = self._text[passage.start : passage.end].rstrip(_QUOTE_MARKS)
        return words[-1:] in _ASKS or (passage.language == "ja" and words.endswith(_JA_ASKS))

    def _reported(self, passage: Passage, frame: Frame | None, lexicon: Lexicon) -> Span | None:
        """Return what was last said to be said before a passage, unless by the same speaker."""
        start = next(p.start for p in self._before if p.paragraph == passage.paragraph)
        earlier = [f for f in self._frames if _end(f) <= passage.start and _end(f) > start]
        earlier = [f for f in earlier if holder_speaks(f) and f.commitment in ("asserts", "reports")]
        if not earlier or (frame is not None and frame.source == earlier[-1].source):
            return None
        last = max(_end(f) for f in earlier)
        outer = min((f for f in earlier if _end(f) == last), key=lambda f: f.start)
        spans = clip(outer.contents, Span(outer.start, passage.start))
        whole = trim(self._text, Span(spans[0].start, spans[-1].end), _QUOTE_MARKS + _EDGES)
        return opened(self._text, whole, lexicon) if outer.kind == "indirect" else whole


def _end(frame: Frame) -> int:
    """Return where all that belongs to a saying ends."""
    return max(s.end for s in (*frame.contents, frame.cue, frame.source) if s is not None)
