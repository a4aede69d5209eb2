"""Reading one clause around a quantity into a comparison frame."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.nlp.quantities.parts import WORD, Span, last_word, order, same_unit
from pipeline.nlp.quantities.patterns import patterned
from pipeline.nlp.quantities.sentence import TRIM, Sentence
from pipeline.nlp.quantities.sound import licensed, sound, tells
from pipeline.records import Comparison, Mention, Quantity

if TYPE_CHECKING:
    from pipeline.nlp.quantities.frames import Words

_NEVER = re.compile("(?!)")
_COMMA = re.compile(r",\s+\w")
"""A comma with words behind it: what is measured has none inside, but one may stand before "than" (дороже, чем)."""


def read(
    text: str, flat: str, begin: int, end: int, quantity: Quantity, group: Sequence[Quantity], words: Words
) -> Comparison | None:
    """Return the frame of ``quantity`` inside the sentence ``[begin, end)``, or None."""
    if words.patterns:
        return patterned(text, begin, end, quantity, group, words)
    clause = _Clause(text, flat, begin, end, quantity, group, words)
    frame = clause.frame()
    return frame if clause.scored else sound(frame, flat, group, words)


class _Clause(Sentence):
    """A sentence that may hold a frame for its quantity."""

    scored = False
    """The baseline is another amount, and said to be it: 412,000 visitors, compared with 380,000."""

    def frame(self) -> Comparison | None:
        """Return the frame, trying score, change and comparison in this order."""
        if self._is_start() or self._is_time() or self._is_rival():
            return None
        return self._score() or self._change() or self._compare()

    def _is_start(self) -> bool:
        """This quantity is where a change began: the frame belongs to where it ended."""
        later = next(iter(self.after), None)
        return later is not None and self._from_to(self.quantity, later)

    def _from_to(self, first: Quantity, second: Quantity) -> bool:
        lead = self.flat[max(self.begin, first.start - 24) : first.start].split()
        gap = self.flat[first.end : second.start].split()
        begins = self.words.sets["from"]
        elided = tuple(w for w in begins if w[-1] == "'")
        opens = any(w in begins or (elided and w.endswith(elided)) for w in lead[-3:])
        closes = bool(gap) and len(gap) <= 6 and bool({gap[0], gap[-1]} & self.words.sets["to"])
        return opens and closes and same_unit(first, second)

    def _is_time(self) -> bool:
        """The quantity says when or how long, beside the change itself."""
        if self.quantity.kind != "duration":
            return False
        lead = self.flat[max(self.begin, self.quantity.start - 16) : self.quantity.start].split()
        return bool(lead) and lead[-1] in self.words.sets["back"]

    def _is_rival(self) -> bool:
        """The quantity is the other one's score."""
        if not self.before:
            return False
        last = self.before[-1]
        return self._against(last, self.quantity) is not None or self._since_then(last, self.quantity) is not None

    def _since_then(self, first: Quantity, second: Quantity) -> str | None:
        """Return the direction of "87.5 %, up from 5 %"."""
        gap = self.flat[first.end : second.start]
        words = gap.split()
        if first.unit != second.unit or not words or len(words) > 5 or words[-1] not in self.words.sets["from"]:
            return None
        return next((way for way in ("up", "down") if self.words.match[way].search(gap)), None)

    def _against(self, first: Quantity, second: Quantity) -> re.Match[str] | None:
        found = self.find("against", first.end, second.start) if second.kind != "date" else None
        if found is None or self.flat[found.end() : second.start].strip(TRIM) or second.start - first.end > 60:
            return None
        return found

    def _score(self) -> Comparison | None:
        """Read: A scores 84.8 on M, compared with 79.9 for B."""
        rival = next(iter(self.after), None)
        against = self._against(self.quantity, rival) if rival is not None else None
        if rival is None or against is None:
            return None
        holder = self.find("holder", rival.end, self.end)
        baseline = None
        if holder is not None and not self.flat[rival.end : holder.start()].strip():
            baseline = self._rival(holder.end())
        on = self.find("on", self.quantity.end, against.start())
        measure = self.mention(on.end(), against.start()) if on is not None else None
        subject = self.subject()[0]
        if (holder is None or baseline is None) and (rival.unit is None or same_unit(self.quantity, rival)):
            baseline, self.scored = Mention(rival.text, rival.start, rival.end), subject is not None
        if measure is None and self.flat[self.begin : self.quantity.start].rstrip().endswith(":"):
            subject, measure = None, subject  # "MMLU: 84.8, versus 79.9 for Vega"
        return Comparison(subject, baseline, measure, order(self.quantity, rival))

    def _way(self) -> str | None:
        """Return up or down when the clause tells of a change."""
        inside = self.flat[self.quantity.start : self.quantity.end]
        for direction in ("up", "down"):
            if self.words.match[direction].search(inside):
                return direction
        tail = min(self.end, self.quantity.end + 24)
        near = [
            (found.start(), way)
            for way in ("up", "down")
            for found in self.words.match[way].finditer(self.flat, self.begin, tail)
            if tells(self.flat, self.quantity, found, self.words)
        ]
        return min(near)[1] if near else None

    def _change(self) -> Comparison | None:
        """Read: S rose from F to Q; S fell by Q compared with B; S doubled."""
        later = next(iter(self.after), None)
        since = self._since_then(self.quantity, later) if later is not None else None
        if later is not None and since is not None:
            return Comparison(self.subject()[0], Mention(later.text, later.start, later.end), None, since)
        way = self._way()
        start = self.before[-1] if self.before and self._from_to(self.before[-1], self.quantity) else None
        if start is not None:
            way = "up" if order(self.quantity, start) == "more" else "down"
            return Comparison(self.subject()[0], Mention(start.text, start.start, start.end), None, way)
        if way is None:
            return None
        than = self._than(strong=True)
        baseline = self._rival(than.end()) if than is not None else self.ahead()
        subject = self.subject()[0]
        return Comparison(subject, baseline, None, way) if subject is not None else None

    def _clause_end(self) -> int:
        """Return where a comma and a word such as "which" begin another clause, which compares for itself."""
        stops = frozenset(self.words.raw.get("relative", ()))
        for comma in re.finditer(r",\s+(\w+)", self.flat[self.quantity.end : self.end]):
            if comma[1] in stops:
                return self.quantity.end + comma.start()
        return self.end

    def _rival(self, start: int) -> Mention | None:
        """Return what is compared with, up to where the sentence goes on with another verb ("and gained …")."""
        stop = self.stop_at(start)
        for found in self.words.match.get("and", _NEVER).finditer(self.flat, start, stop):
            follows = WORD.search(self.flat, found.end(), stop)
            if follows is not None and any(follows.group() in self.words.sets[key] for key in self._verbs()):
                return self.mention(start, found.start())
        return self.mention(start, stop)

    def _verbs(self) -> list[str]:
        return [key for key in ("verb", "acts", "up", "down", "go") if key in self.words.sets]

    def _than(self, strong: bool) -> re.Match[str] | None:
        """Return the word of comparing after the quantity; the strong ones are no words of belonging."""
        weak = self.words.sets.get("of", frozenset())
        stop = self._clause_end()
        for found in self.words.match["than"].finditer(self.flat, self.quantity.end, stop):
            second = self._second(found, stop)
            if (not strong or found.group() not in weak) and self._licensed(second or found):
                return second or found
        return None

    def _licensed(self, marker: re.Match[str]) -> bool:
        return licensed(self.flat, self.quantity, marker, [*self.before, *self.after], self.words)

    def _second(self, first: re.Match[str], stop: int) -> re.Match[str] | None:
        """Return the later one of two twins: in "twice as much power as B", B follows the second."""
        if (
            first.group() not in self.words.sets.get("twins", ())
            or self.flat[self.quantity.end : first.start()].strip()
        ):
            return None
        later = self.words.match["than"].finditer(self.flat, first.end(), stop)
        return next((found for found in later if found.group() == first.group()), None)

    def _compare(self) -> Comparison | None:
        """Read: S needs Q M of B; S is Q M than B; S costs Q as much as B."""
        subject, verb = self.subject()
        than = self._than(strong=True) or self._weak_than()
        if than is None and (bare := self.bare_than()) is not None and subject is not None:
            return Comparison(subject, bare[1], bare[0], self._more_or_less(bare[0].end))
        if than is None or _COMMA.search(self.flat, self.quantity.end, than.start()):  # another clause compares there
            return self._belonging(subject)
        baseline = self._rival(than.end())
        if subject is None or baseline is None:
            return None
        measure = self._counted() or self._measure(self.quantity.end, than.start())
        if measure is None:
            subject, measure = self._other_measure(subject, verb)
        return Comparison(subject, baseline, measure, self._more_or_less(than.start()))

    def _weak_than(self) -> re.Match[str] | None:
        """Return a word of belonging that compares, because "more" or "less" stands before it."""
        found = self._than(strong=False)
        while found is not None:
            between = self.flat[self.quantity.end : found.start()]
            if any(self.words.match[key].search(between) for key in ("more", "less")) and self._measured(between):
                return found
            found = self.words.match["than"].search(self.flat, found.end(), self.end)
        return None

    def _measured(self, between: str) -> bool:
        words = between.split()
        return len(words) >= 2

    def _belonging(self, subject: Mention | None) -> Comparison | None:
        """Read: 170 times the computing power of its base version."""
        quantity = self.quantity
        if quantity.kind != "ratio" or subject is None:
            return None
        if (part := self.part_of()) is not None:
            return Comparison(subject, *part, self._more_or_less(quantity.end))
        for found in self.words.match["of"].finditer(self.flat, quantity.end, self.end):
            follows = WORD.match(self.flat, found.end() + (self.flat[found.end() : found.end() + 1] == " "))
            melded = found.group() in self.words.sets["melded"]
            named = follows is not None and (
                follows.group() in self.words.sets["det"] or self.text[follows.start()].isupper()
            )
            if (melded or named) and self.flat[quantity.end : found.start()].strip():
                baseline = self._rival(found.end())
                return Comparison(
                    subject, baseline, self._measure(quantity.end, found.start()), self._more_or_less(found.start())
                )
        return None

    def _measure(self, start: int, stop: int) -> Mention | None:
        """Return what is measured: the words between, without the small ones."""
        mention = self.mention(start, stop)
        small = self.words.sets["fill"] | self.words.sets["verb"] | self.words.sets.get("of", frozenset())
        while mention is not None:
            words = [(m.start(), m.end()) for m in WORD.finditer(self.flat, mention.start, mention.end)]
            if not words:
                return None
            first, last = words[0], words[-1]
            if self.flat[first[0] : first[1]] in small and not (len(words) > 1 and self._article(first)):
                mention = self.mention(first[1], mention.end)
            elif self.flat[last[0] : last[1]] in small:
                mention = self.mention(mention.start, last[0])
            else:
                return mention
        return None

    def _article(self, word: Span) -> bool:
        """An article belongs to its noun: "the size"."""
        return self.flat[word[0] : word[1]] in self.words.sets["det"] and self.flat[word[0] : word[1]] not in (
            "a",
            "an",
            "un",
            "une",
        )

    def _other_measure(self, subject: Mention, verb: re.Match[str] | None) -> tuple[Mention, Mention | None]:
        """Return (subject, measure) where the measure is the counted noun, a verb of measure, or a word before."""
        quantity = self.quantity
        if verb is not None and verb.group() in self.words.sets["measure"]:
            return subject, self.mention(verb.start(), verb.end())
        word = last_word(self.flat, subject.start, subject.end)
        if (
            word is not None
            and self.words.verb_first
            and self.words.comparative.fullmatch(self.flat, *word)
            and word[0] > subject.start
        ):
            shorter = self.mention(subject.start, word[0])
            return shorter or subject, self.mention(*word)
        more = self.find("more", quantity.end, self.end) if "bare_more" in self.words.raw else None
        return subject, self.mention(*more.span()) if more is not None else None

    def _counted(self) -> Mention | None:
        """Return the noun inside a counting quantity."""
        if self.quantity.kind != "count":
            return None
        noun = re.search(r"(?<=\d)[\s\u00a0]*([^\W\d_].*)$", self.quantity.text)
        return self.mention(self.quantity.start + noun.start(1), self.quantity.end) if noun else None

    def _more_or_less(self, stop: int) -> str:
        """Return the direction of a comparison from its words, or from a value under one."""
        value = self.quantity.value
        start = max(self.begin, self.quantity.start - 24)
        if any(m.group() in self.words.sets["smaller"] for m in WORD.finditer(self.flat, start, stop)):
            return "less"
        if any(
            self.words.match["less"].search(self.flat, s, e)
            for s, e in ((self.quantity.end, stop), (self.quantity.end, self.stop_at(stop)))
        ):
            return "less"
        small = value is not None and value < Decimal(1) and self.quantity.kind == "ratio"
        return "less" if small else "more"
