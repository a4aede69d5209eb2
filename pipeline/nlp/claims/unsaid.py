"""Who speaks where the sentence does not say: a subject left out, a quotation of its own, a block quotation."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.nlp.claims.frames import VIEW, Frame
from pipeline.nlp.claims.holders import Cast, Resolved
from pipeline.nlp.claims.lexicon import Lexicon
from pipeline.nlp.claims.reprints import is_taken
from pipeline.records import Evidence, Holder, Span

_OPENING = '“"„‟«»‹「『＂〝'
_CLOSING = '“”"„«»‹›」』＂〟'
_BEFORE = 500
"""Characters before an excerpt in which the one whose text it is from is told of."""


class Unsaid:
    """Looks for unnamed speakers in what stands before, paragraph by paragraph; guesses nobody among several."""

    def __init__(self, text: str, cast: Cast, blockquotes: Sequence[Span]) -> None:
        self.text = text
        self.cast = cast
        self.blockquotes = blockquotes

    def speaker(self, frame: Frame, span: Span, lexicon: Lexicon) -> Resolved | None:
        """Return the subject that a sentence leaves out, or whom the paragraph before a quotation names."""
        if frame.rule.startswith(VIEW):
            return None
        if frame.cue is not None:
            return self.cast.before(span.start, self._block(span.start)) if lexicon.zero_subject else None
        return self._presented(span) if frame.kind == "direct" else None

    def quoted(self, block: Span, span: Span) -> tuple[Holder, Evidence]:
        """Return whose words a block quotation holds: of the one person named where a colon announces it."""
        last = self._last_before(block.start)
        announced = last >= 0 and self.text[last] in ":："
        found = self._presented(block) if announced else None
        if found is None and is_taken(self.text, block.start):
            found = self.cast.only_person(Span(max(0, block.start - _BEFORE), block.start))
        if found is None:
            nobody = Holder("", span.start, span.start, "anonymous")
            return nobody, Evidence("unresolved", "block quotation", "", span.start, span.start)
        who = found.holder
        return who, Evidence("holder", "named before a block quotation", who.text, who.start, who.end)

    def _presented(self, span: Span) -> Resolved | None:
        """Return the one person whom the paragraph or heading before a quotation of its own names."""
        block = self._block(span.start)
        while block.start and (self._is_quoted(block) or block.start <= span.start < block.end):
            block = self._block(self._last_before(block.start))
        return None if self._is_quoted(block) else self.cast.only_person(block)

    def _last_before(self, at: int) -> int:
        """Return the last character before a place that is no white space, -1 for none."""
        at -= 1
        while at >= 0 and self.text[at].isspace():
            at -= 1
        return at

    def _is_quoted(self, block: Span) -> bool:
        inside = any(b.start <= block.start < b.end for b in self.blockquotes)
        words = self.text[block.start : block.end].strip()
        return inside or (words[:1] in _OPENING and words.rstrip(".,!?。")[-1:] in _CLOSING)

    def _block(self, at: int) -> Span:
        """Return the paragraph around a place."""
        start, end = self.text.rfind("\n\n", 0, max(0, at)), self.text.find("\n\n", max(0, at))
        return Span(start + 2 if start >= 0 else 0, end if end >= 0 else len(self.text))
