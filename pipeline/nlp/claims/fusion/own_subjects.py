"""The subject that stands beside a verb of saying in its own German sentence.

The learned reader may name a speaker of the sentence before, or a noun of another case, where the sentence itself has a
subject: its place beside the verb is the surer sign.
"""

from __future__ import annotations

from pipeline.nlp.claims.frames import Unit
from pipeline.nlp.claims.rules.edges import Range
from pipeline.nlp.claims.rules.surface import Surface
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import Hit
from pipeline.records import Passage, Span

_NOMINATIVES = frozenset({"er", "man"})
"""Pronouns that can be nothing but a subject."""


def own_subject(text: str, source: Span, cue: Span, home: Passage, lexicon: Lexicon) -> Span:
    """Return who speaks by the place in the sentence of the cue, where that is surer than the source that was read."""
    subjects = Subjects(Unit(text, home.start, home.end, lexicon, []))
    pronoun = subjects.pronoun_behind(cue)
    if pronoun is not None:
        return pronoun
    elsewhere = not home.start <= source.start < home.end
    return (subjects.of(cue) if elsewhere and text[cue.start].islower() else None) or source


class Subjects(Surface):
    """Finds who speaks by the words around a verb."""

    def of(self, cue: Span) -> Span | None:
        """Return the subject of a verb."""
        at = self._at(cue)
        if at is None:
            return None
        found = self._behind(at) or self._source(Hit(cue.start, cue.end, at, at + 1, ()))[0]
        if found is None or self._is_impersonal(found) or not (self._can_speak(found) or self._is_common(found)):
            return None
        return self._span(*found)

    def pronoun_behind(self, cue: Span) -> Span | None:
        """Return the pronoun right behind a verb that can be nothing but its subject: "bezeichnete er"."""
        at = self._at(cue)
        if at is None or at + 1 >= self.end or not self.tokens[at].text.islower():
            return None
        follows = self.tokens[at + 1]
        return Span(follows.start, follows.end) if follows.text in _NOMINATIVES else None

    def _at(self, cue: Span) -> int | None:
        return next((i for i, t in enumerate(self.tokens) if t.start == cue.start), None)

    def _behind(self, at: int) -> Range | None:
        """Return the noun phrase right behind a verb as far as its form reaches, where a phrase stands before it."""
        first = at + 1 + (self.tokens[at + 1].norm == "sich" if at + 1 < self.end else 0)
        opens = at > 0 and any(self.lexicon.has("starters", t.norm) for t in self.tokens[:2])
        found = self._nominative(self.inserted.after(first)) if opens else None
        return found if found and self._is_common(found) else None

    def _is_common(self, found: Range) -> bool:
        """True for a noun phrase that may stand for people, by its capital."""
        words = [t for t in self.tokens[found[0] : found[1]] if t.is_word]
        return any(t.is_capital for t in words)
