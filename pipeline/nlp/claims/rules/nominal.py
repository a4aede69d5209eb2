"""Reports without a verb of saying and its subject: nouns ("die Forderung der Werft, ... zu"), passives (German).

German sets a mark before every clause. So what a noun or a passive says is the clause behind the next mark, which one
of three forms shows to be said and no description: a complementizer, an infinitive with "zu", or the mood.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.nlp.claims.frames import QUOTE, SOME, VIEW, Frame, Unit, label_of
from pipeline.nlp.claims.rules.clauses import Clauses
from pipeline.nlp.claims.rules.edges import Range
from pipeline.nlp.claims.rules.speakers import can_speak
from pipeline.nlp.claims.words.tokens import Hit, Token
from pipeline.records import Commitment, Span

NOUN, PASSIVE = "noun+clause", "passive+clause"
_REACH = 9
"""Most tokens between a noun of saying and the mark before its clause: whose it is, to whom, a verb."""
_OF = frozenset({"von", "vom"})
_BY = frozenset({"von", "vom", "durch", "seitens"})
_GENITIVES = frozenset({"der", "des", "eines", "einer", "dieser", "dieses", "seiner", "ihrer"})
_CUE = 3
"""Most words of a passive verb with an adverb."""
_SHORT = 4
"""Most letters of a word that a compound may end in by chance."""
_TOOLS = frozenset({"um", "ohne", "statt", "anstatt"})
"""What opens an infinitive that tells of a purpose or a circumstance."""


def with_nominal(unit: Unit, frames: list[Frame]) -> list[Frame]:
    """Return frames with those of nouns and passives whose clause no other cue has taken."""
    if unit.lexicon.patterns["passive_reports"] is None:
        return frames
    kept = list(frames)
    for found in _Nominal(unit).frames():
        if not any(_shares(found.contents[0], c) for f in kept for c in f.contents):
            kept.append(found)
    return sorted(kept, key=lambda f: f.start) if len(kept) > len(frames) else frames


def is_own(frame: Frame) -> bool:
    """Tell whether a rule knows best who says it: the owner of a noun, the agent of a passive, or nobody."""
    return frame.rule in (SOME, VIEW, PASSIVE) or (frame.rule == NOUN and frame.source is not None)


def _shares(one: Span, other: Span) -> bool:
    """Tell whether two spans share more than half of either."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared > min(one.end - one.start, other.end - other.start)


class _Nominal(Clauses):
    """One pass over a unit."""

    def frames(self) -> Iterable[Frame]:
        """Yield the frames of nouns, then those of passives."""
        for hit in self.unit.labelled("nouns"):
            mark = self._mark(hit.last, hit.last + _REACH)
            label = label_of(hit, "nouns")
            if label and mark is not None and self.tokens[hit.first].is_capital and not self.unit.in_scare_quotes(hit):
                yield from self._frame(self._owner(hit, mark), hit, mark, label[1], NOUN)
        for mark, token in enumerate(self.tokens[: self.end]):
            cue = self._passive(mark) if token.norm == "," else None
            if cue is not None:
                yield from self._frame(self._agent(cue), cue, mark, "reports", PASSIVE)

    def _frame(self, source: Range | None, hit: Hit, mark: int, commitment: Commitment, rule: str) -> Iterable[Frame]:
        last = self._clause_end(mark)
        if last is None:
            return
        named = self._span(*source) if source else None
        content = self._span(mark + 1, last)
        yield Frame(named, Span(hit.start, hit.end), (content,), "indirect", commitment, rule)

    def _mark(self, first: int, limit: int) -> int | None:
        """Return the next comma, if only one clause stands before it."""
        for index in range(first, min(limit, self.end)):
            if self.tokens[index].norm == ",":
                return None if self.nouns.in_number(index) else index
            if self.tokens[index].norm in (QUOTE, ".", ":", ";", "(", ")"):
                return None
        return None

    # ------------------------------------------------------------ what is said

    def _clause_end(self, mark: int) -> int | None:
        """Return the end of the clause behind a mark; None where its form does not show that it is said."""
        first = self.tokens[mark + 1 : mark + 2]
        opens = bool(first) and self.lexicon.has("complementizers", first[0].norm)
        if not first or first[0].norm in _TOOLS or (first[0].norm in self.lexicon.words["breaks"] and not opens):
            return None
        for index in range(mark + 3, self.end + 1):
            stops = index == self.end or self.tokens[index].norm in (";", "–", "—") or self._is_dash(index)
            if (stops or self._ends(index)) and (
                self._is_reported(mark + 1, index) or (opens and (stops or self.tokens[index - 1].text.islower()))
            ):
                return index
        return None

    def _is_dash(self, index: int) -> bool:
        """True for a hyphen that stands for a dash."""
        token = self.tokens[index]
        return token.norm == "-" and self.tokens[index - 1].end < token.start < self.tokens[index + 1].start - 1

    def _ends(self, index: int) -> bool:
        """True for a comma behind which no dependent clause goes on."""
        if self.tokens[index].norm != "," or index + 1 >= self.end or self.nouns.in_number(index):
            return False
        follows = self.tokens[index + 1]
        depends = any(self.lexicon.has(n, follows.norm) for n in ("breaks", "complementizers", "relatives"))
        comma = next((i for i in range(index + 1, self.end) if self.tokens[i].norm == ","), self.end)
        depends = depends or follows.is_capital or follows.norm in _TOOLS or self._is_infinitive(index + 1, comma)
        return self.inserted.is_verb(index + 1) or not depends

    def _is_infinitive(self, first: int, last: int) -> bool:
        """True for words that end in an infinitive with "zu"."""
        span, pattern = self._span(first, last), self.lexicon.patterns["infinitive"]
        found = pattern.finditer(self.unit.text, span.start, span.end) if pattern is not None else ()
        return any(m.end() == span.end for m in found)

    def _is_reported(self, first: int, last: int) -> bool:
        """True for words in the mood of reported speech, or an infinitive at their end."""
        span, mood = self._span(first, last), self.lexicon.patterns["reported_mood"]
        relative = self.lexicon.has("relatives", self.tokens[first].norm) and not self.nouns.is_article(first)
        stated = mood is None or mood.search(self.unit.text, span.start, span.end) is None
        return self._is_infinitive(first, last) or not (relative or stated)

    # ------------------------------------------------------------ who says it

    def _owner(self, hit: Hit, mark: int) -> Range | None:
        """Return whose saying a noun names: a genitive or "von" behind it, if that can speak."""
        follows = self.tokens[hit.last]
        if follows.norm not in _OF | _GENITIVES:
            return None
        first = hit.last + (follows.norm in _OF)
        found = self.inserted.after(first)
        return self._speaker((first, min(found[1], mark))) if found else None

    def _agent(self, hit: Hit) -> Range | None:
        """Return by whom a passive says so: "von der Werft", in the same clause."""
        first = max((i + 1 for i in range(hit.first) if self.tokens[i].norm in (",", ";", ":")), default=0)
        for index in range(first, hit.last - 1):
            if self.tokens[index].norm in _BY:
                return self._speaker(self.inserted.after(index + 1))
        return None

    def _speaker(self, found: Range | None) -> Range | None:
        words = [t for t in self.tokens[slice(*found)] if t.is_word] if found else []
        return found if words and (can_speak(words, self.lexicon) or self._holds_role(words)) else None

    def _holds_role(self, words: list[Token]) -> bool:
        """True where a noun is a role or a body in its case or as a compound: "Politikern", "Hafenbehörde"."""
        ends = tuple(w for n in ("roles", "groups", "collectives") for w in self.lexicon.words[n] if len(w) > _SHORT)
        return any(t.is_capital and (t.norm.endswith(ends) or t.norm[:-1].endswith(ends)) for t in words)

    def _passive(self, mark: int) -> Hit | None:
        """Return the cue of a passive that ends before a mark: "wird vermutet,", "beschuldigt werden,", "es heißt,"."""
        pattern = self.lexicon.patterns["passive_reports"]
        first = max((i + 1 for i in range(mark) if self.tokens[i].norm in (",", ";", ":", QUOTE)), default=0)
        if pattern is None or mark - first < 2:
            return None
        at, end = self.tokens[first].start, self.tokens[mark].start
        found = next(iter(pattern.finditer(self.unit.text, at, end)), None)
        if found is None:
            return None
        cue = next(i for i in range(first, mark) if self.tokens[i].end > found.start())
        cue = mark - 1 if mark - cue > _CUE else cue  # "wurden von der Werft | aufgefordert"
        return Hit(self.tokens[cue].start, found.end(), cue, mark, ())
