"""One sentence seen from one quantity: its words of a class, its verb, its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.nlp.quantities.lexicon import lexicon
from pipeline.nlp.quantities.parts import WORD, last_word
from pipeline.records import Mention, Quantity

if TYPE_CHECKING:
    from pipeline.nlp.quantities.frames import Words

TRIM = " \u00a0\u202f\t,:;\"'“”«»()[]-–—"
_NEXT = re.compile(r"[ \u00a0]([^\W\d_]+)")
_GENITIVE = re.compile(r"[ \u00a0]([^\W\d_]+(?:ого|его|ои|еи|[аяыи]|[оеё]в|ых|их))(?!\w)")
"""Endings of the case that compares, folded."""
_ADVERBS = frozenset(("вчера", "сегодня", "завтра", "тогда", "благодаря", "чем", "после", "иногда", "всегда", "летом"))
_LONGEST_RIVAL = 3
_STOP = re.compile(r",(?!\d)|[:;()\n]| - | – | — ")


class Sentence:
    """A sentence of a language that divides words."""

    def __init__(
        self, text: str, flat: str, begin: int, end: int, quantity: Quantity, group: Sequence[Quantity], words: Words
    ) -> None:
        self.text, self.flat, self.quantity, self.words = text, flat, quantity, words
        self.begin, self.end = begin, end
        self.before = [q for q in group if q.end <= quantity.start]
        self.after = [q for q in group if q.start >= quantity.end]
        self.inverted = False
        self.introduce()

    def find(self, key: str, start: int, stop: int) -> re.Match[str] | None:
        """Return the first word of a class inside ``[start, stop)``."""
        return self.words.match[key].search(self.flat, start, stop) if key in self.words.match else None

    def mention(self, start: int, stop: int) -> Mention | None:
        """Return the trimmed words of a span, or None when nothing is left."""
        while start < stop and self.flat[start] in TRIM:
            start += 1
        while start < stop and self.flat[stop - 1] in TRIM:
            stop -= 1
        return Mention(self.text[start:stop], start, stop) if start < stop else None

    def introduce(self) -> None:
        """Step over who says it: "X says that ...", "According to Y, ..."."""
        stop = self.quantity.start
        opening = self.find("leadin", self.begin, stop)
        if opening is not None and not self.flat[self.begin : opening.start()].strip(TRIM):
            self.begin = opening.end() + self.flat.startswith(",", opening.end())
        first = self.find("source", self.begin, stop)
        last = first if first is not None and not self.flat[self.begin : first.start()].strip() else None
        if last is None:
            last = max(
                self.words.match["intro"].finditer(self.flat, self.begin, stop), key=re.Match.start, default=None
            )
        if last is None:
            return
        comma = self.flat.find(",", last.end(), stop)
        if comma >= 0:
            self.begin = comma + 1
        elif not self.flat[self.begin : last.start()].strip():
            self.inverted = True
        else:
            self.begin = last.end()

    def stop_at(self, start: int) -> int:
        """Return where a phrase that begins at ``start`` ends: at a comma or the end of the sentence."""
        mark = _STOP.search(self.flat, start, self.end)
        return mark.start() if mark else self.end

    def subject(self) -> tuple[Mention | None, re.Match[str] | None]:
        """Return the subject and the first verb of the clause."""
        verb = self._verb(self.begin, self.quantity.end)
        if verb is not None and self.flat[self.begin : verb.start()].strip() in self.words.sets["det"]:
            verb = self._verb(verb.end(), self.quantity.end)  # a noun that looks like a verb
        if verb is None:
            stop = self.quantity.start
            return self._stripped(self.begin, stop, ends=("stoppers", "fill")), None
        if verb.start() >= self.quantity.start and not self.words.verb_first:
            return self._stripped(
                self.begin, self._since(self.begin, self.quantity.start), ends=("stoppers", "back", "fill")
            ), verb
        subject = self.mention(self._opened(verb.start()), self._since(self.begin, verb.start()))
        if subject is None or self.inverted or self.words.verb_first:
            subject = self._behind(verb.end()) or subject
        return subject, verb

    def _opened(self, stop: int) -> int:
        """Return where the subject begins: after a comma that closes an opening such as "In December,"."""
        first = WORD.search(self.flat, self.begin, stop)
        comma = self.flat.rfind(",", self.begin, stop)
        small = self.words.sets["stoppers"] | self.words.sets["back"] | self.words.sets.get("on", frozenset())
        opens = first is not None and first.group() in small
        return comma + 1 if opens and comma > 0 and self.flat[comma + 1 : stop].strip() else self.begin

    def _since(self, start: int, stop: int) -> int:
        """Return where a time between subject and verb begins, in languages that put it there."""
        back = self.find("back", start, stop) if "time_first" in self.words.raw else None
        return back.start() if back is not None and self.flat[start : back.start()].strip() else stop

    def _behind(self, start: int) -> Mention | None:
        """Return the subject that follows its verb: up to a preposition, a comparative or the quantity."""
        quantity = self.quantity
        stop = quantity.start if quantity.start >= start else self.stop_at(start)
        for key in ("stoppers", "more", "less", "back"):
            found = self.find(key, start, stop)
            if found is not None and found.start() > start + 1:
                stop = min(stop, found.start())
        return self._stripped(start, stop, ends=("stoppers", "fill"))

    def _stripped(self, start: int, stop: int, ends: tuple[str, ...]) -> Mention | None:
        """Return a span without the small words at its end."""
        small = frozenset().union(*(self.words.sets.get(key, frozenset()) for key in ends))
        mention = self.mention(start, stop)
        while mention is not None:
            last = last_word(self.flat, mention.start, mention.end)
            if last is None or self.flat[last[0] : last[1]] not in small or last[0] == mention.start:
                return mention if last is None or self.flat[last[0] : last[1]] not in small else None
            mention = self.mention(mention.start, last[0])
        return None

    def _verb(self, start: int, stop: int) -> re.Match[str] | None:
        found = [m for key in ("verb", "up", "down", "go") if (m := self.find(key, start, stop)) is not None]
        act = self.find("acts", start, self.quantity.start) if not found and not self.words.verb_first else None
        if act is not None and self.flat[start : act.start()].strip():
            found = [act]  # one of the verbs that do not build comparisons by themselves
        return min(found, key=lambda m: m.start(), default=None)

    def ahead(self) -> Mention | None:
        """Return what a change is compared with where that stands before it: sank gegenüber dem Vorjahr um 5 %."""
        found = self.find("against", self.begin, self.quantity.start)
        if found is None or any(found.end() <= q.start for q in self.before):
            return None
        stop = min(self.stop_at(found.end()), self.quantity.start)
        verb = self._verb(found.end(), stop)
        return self._stripped(found.end(), verb.start() if verb else stop, ends=("stoppers", "by", "fill"))

    def part_of(self) -> tuple[Mention, Mention] | None:
        """Return (baseline, measure) of a part with its whole right behind it: costs a fifth of the original."""
        before = last_word(self.flat, self.begin, self.quantity.start)
        if before is None or self.flat[before[0] : before[1]] not in self.words.sets.get("part_of", ()):
            return None
        behind = self.find("of", self.quantity.end, self.end)
        if behind is None or self.flat[self.quantity.end : behind.start()].strip():
            return None
        baseline, measure = self.mention(behind.end(), self.stop_at(behind.end())), self.mention(*before)
        return (baseline, measure) if baseline is not None and measure is not None else None

    def bare_than(self) -> tuple[Mention, Mention] | None:
        """Return (measure, baseline) where the case alone compares: вдвое быстрее старого.

        After "more" and "less" it says of what there is more (вдвое больше денег).
        """
        measured = _NEXT.match(self.flat, self.quantity.end) if "bare_than" in self.words.raw else None
        if measured is None or measured[1] in self.words.sets["more"] | self.words.sets["less"]:
            return None
        rival = _GENITIVE.match(self.flat, measured.end())
        if rival is None or rival[1] in lexicon(self.words.lang).stop | _ADVERBS:
            return None
        if not (self.words.comparative.fullmatch(measured[1]) or measured[1] in self.words.sets["smaller"]):
            return None
        baseline, measure = self.mention(rival.start(1), self.stop_at(rival.start(1))), self.mention(*measured.span(1))
        short = baseline is not None and len(WORD.findall(baseline.text)) <= _LONGEST_RIVAL
        return (measure, baseline) if measure is not None and baseline is not None and short else None
