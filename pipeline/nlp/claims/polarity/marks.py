"""Marks inside a stretch of text: hedges, negation, and the frames of mind that turn a clause (evidence)."""

from __future__ import annotations

import re

from pipeline.nlp.claims.rejection.mistaken import mistaken
from pipeline.nlp.claims.rejection.rebuttals import rebutted
from pipeline.nlp.claims.rejection.retorts import contrary, instead, upheld
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import Hit, look_up
from pipeline.records import Evidence, Mention, Span

_ASKING = frozenset({"whether", "if", "how", "what", "why", "ob", "si", "se", "of", "ли", "هل", "comment", "pourquoi"})
"""Openers of a reported question: without them it would be a statement."""
_PLAIN = frozenset({"que", "что"})
"""Openers of a reported statement that also ask."""
_BRACKETS = re.compile(r"[(（][^()（）\n]*[)）]")
_MONTH = re.compile(r"May\b(?=\s*\d|,|\s+(?:of|and|to)\s)")


class Marked:
    """The lexicon's phrases in ``[start, end)`` of a text, quotations included."""

    def __init__(self, text: str, span: Span, lexicon: Lexicon) -> None:
        self.text = text
        self.span = span
        self.lexicon = lexicon
        self.tokens, self.hits = look_up(text, span.start, span.end, lexicon.table)

    def of(self, name: str) -> list[Hit]:
        """Return the hits that carry the label ``name``."""
        return [h for h in self.hits if name in h.labels]

    def mention(self, start: int, end: int) -> Mention:
        """Return the words of ``[start, end)``."""
        return Mention(self.text[start:end], start, end)

    def hedges(self) -> tuple[Mention, ...]:
        """Return the explicit marks of uncertainty, in order and without overlaps."""
        spans = {(h.start, h.end) for h in self.of("hedges") if not self._is_month(h)}
        spans |= {(s.start, s.end) for s in self._matches("hedge_patterns") if s.end > s.start}
        idle = self.idle_hedges()
        kept: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if any(i.start <= start and end <= i.end for i in idle):
                continue
            if not kept or start >= kept[-1][1]:
                kept.append((start, end))
        return tuple(self.mention(*k) for k in kept)

    def idle_hedges(self) -> list[Span]:
        """Return where a word of doubt makes nothing doubtful: "could not", "to suggest edits"."""
        return self._matches("idle_hedge")

    def _is_month(self, hit: Hit) -> bool:
        if self.lexicon.code != "en" or self.text[hit.start] != "M":
            return False
        return _MONTH.match(self.text, hit.start) is not None or hit.start > self.span.start

    def negations(self) -> tuple[Mention, ...]:
        """Return the words that negate, in order and without overlaps. "Not only" and the like negate nothing."""
        found = [Span(h.start, h.end) for h in self.of("negations")] + self._matches("negation_patterns")
        idle = self.idle()
        kept: list[Span] = []
        for span in sorted(found, key=lambda s: (s.start, s.end)):
            if kept and span.start < kept[-1].end:
                continue
            if not any(i.start <= span.start and span.end <= i.end for i in idle):
                kept.append(span)
        return tuple(self.mention(s.start, s.end) for s in kept)

    def negation(self) -> Mention | None:
        """Return the first word that negates, or None."""
        return next(iter(self.negations()), None)

    def idle(self) -> list[Span]:
        """Return where a negating word negates nothing that is asserted: "not only", "or not", amid brackets."""
        found = [Span(h.start, h.end) for h in self.of("no_negation")] + self._aside()
        return found + self._matches("idle_negation")

    def _matches(self, name: str) -> list[Span]:
        """Return what a pattern of the lexicon finds; nothing where the language has none."""
        pattern = self.lexicon.patterns[name]
        if pattern is None:
            return []
        return [Span(*m.span()) for m in pattern.finditer(self.text, self.span.start, self.span.end)]

    def _aside(self) -> list[Span]:
        """Return what stands in round brackets amid the words: it negates itself, not what they assert."""
        found = [Span(*m.span()) for m in _BRACKETS.finditer(self.text, self.span.start, self.span.end)]
        return [s for s in found if (s.end - s.start) * 2 < self.span.end - self.span.start]

    def evidence(self) -> list[Evidence]:
        """Return rebuttals, conditions and concessions with the clause that each one covers."""
        found = []
        wrong = rebutted(self.text, self.span, self.hits, self.lexicon)
        right = upheld(self.text, self.span, self.lexicon.code)
        false = mistaken(self.text, self.span, self.lexicon.code)
        if false is not None:
            found.append(self._evidence("rebuttal", "X was wrong to say P", false.start, false.end))
        elif wrong is not None:
            found.append(self._evidence("rebuttal", "anyone who says P is wrong", wrong.start, wrong.end))
        elif right is not None:
            found.append(self._evidence("affirmation", "nobody can deny P", right.start, right.end))
        for rule, opening in (("contrary to P", contrary), ("far from P", instead)):
            aside = opening(self.text, self.span, self.lexicon.code)
            if aside is not None:
                found.append(self._evidence("concession", rule, aside.start, aside.end))
        for label, name in (("conditional", "conditionals"), ("concession", "concessions")):
            for hit in [h for h in self.of(name) if self._opens_clause(h)][:1]:
                found.append(self._evidence(label, name, hit.start, self._clause_end(hit.end)))
        return found

    def _evidence(self, label: str, rule: str, start: int, end: int) -> Evidence:
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        end = max(start, end - (len(words) - len(words.rstrip())))
        return Evidence(label, rule, self.text[start:end], start, end)

    def _opens_clause(self, hit: Hit) -> bool:
        """True at the start, or after a mark: "savoir si" is a question, "si …, …" a condition."""
        before = self.text[self.span.start : hit.start].rstrip()
        return not before or not before[-1].isalnum() or self.lexicon.characters

    def _clause_end(self, at: int) -> int:
        for index in range(at, self.span.end):
            if self.text[index] in ",;，、؛،" or (self.text[index] in "—–" and index > at):
                return index
        return self.span.end


def opened(text: str, span: Span, lexicon: Lexicon) -> Span:
    """Return a reported clause without the words that open it ("that", "the claim that"); question words stay."""
    opening = ("openers", "complementizers")
    hits = [
        h for h in Marked(text, span, lexicon).hits if h.start == span.start and any(n in h.labels for n in opening)
    ]
    words = [(h, text[h.start : h.end].casefold()) for h in hits]
    ends = [h.end for h, word in words if word in _PLAIN or ("questions" not in h.labels and word not in _ASKING)]
    start = max(ends, default=span.start)
    while start < span.end and text[start] in " \u2019'":
        start += 1
    return Span(start, span.end) if start < span.end else span
