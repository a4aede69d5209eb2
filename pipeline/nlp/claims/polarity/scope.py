"""Where a negation stands, told by the marks and words around it: in the main clause, or in a part for itself.

Without a parser, a sentence is cut into stretches at its marks. A stretch that a subordinator or a relative word opens
is none of the main clause; in languages without a mark at the end of such a clause, its first verb fills it and a
second one leads back ("los modelos que usamos | no funcionan"). The words are in ``data/scope.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.nlp.claims.polarity import contrasts
from pipeline.nlp.claims.polarity.scope_words import words
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import tokenize
from pipeline.records import Span

_MARKS = re.compile(r"[,;:，；：。！？،؛…\n]|[.!?](?=\s|$)|[—–](?=\s)|(?<=\s)[—–]")
_BRACKETS = re.compile(r"[(（][^()（）\n]*[)）]")
_HARD = re.compile(r"[;；。！？؛\n]|[.!?](?=\s|$)")
_INSERTED = re.compile(
    r"(?<=\w)\s*(?:[—–]|(?<=\s)-{2,3})(?!\s\d)((?:(?!\s--)[^—–\n]){3,120})\s?(?:[—–]|-{2,3})\s*(?=\w|,)"
)
_ADJECTIVES = re.compile(
    r"\b[а-яё]+(?:ые|ие|ый|ий|ая|яя|ое|ее|ых|их|ым|им|ую|юю),"
    r"(?=\s(?!котор|как|никак)[а-яё]+(?:ые|ие|ый|ий|ая|яя|ое|ее|ых|их|ым|им|ую|юю)\s+[а-яё])"
    r"|(?<!\w)(?<!ich )[a-zäöüß]{3,}(e|er|es),(?=\s(?!kein)[a-zäöüß]+\1\s+[A-ZÄÖÜ])"
)
"""A comma between two adjectives of one noun, which ends no clause (Russian, German)."""
_WORD = re.compile(r"\s*(\w+)")
_GERMAN_RELATIVE = re.compile(
    r"\W*(?:(?:in|mit|von|für|auf|an|aus|bei|zu|über|unter|nach|durch|gegen|um|ohne|vor)\s+)?"
    r"(die|der|das|den|dem|deren|dessen|denen|welche[rnms]?)\s+(\w+)(?:\s+(\w+))?"
)
_ALSO_ADVERBS = frozenset({"da", "damit", "seit", "seitdem", "nu", "toen"})
"""Conjunctions of German and Dutch that open a main clause as adverbs: "Damit ist …"."""
_SPACE = " \t\n\u00a0"


class Scope:
    """The stretches of one piece of text; all places count from its start."""

    def __init__(self, piece: str, lexicon: Lexicon) -> None:
        self.piece = _BRACKETS.sub(lambda m: " " * len(m[0]) if 2 * len(m[0]) < len(piece) else m[0], piece)
        if lexicon.code in ("ru", "de"):
            self.piece = _ADJECTIVES.sub(lambda m: m[0][:-1] + " ", self.piece)
        self.lexicon = lexicon
        self.words = words(lexicon.code)
        self.parts = _stretches(self.piece)
        forms = self.words.inside.finditer(self.piece) if self.words and self.words.inside else ()
        self.apart = [Span(*m.span()) for m in forms]
        self.apart += [Span(*m.span(1)) for m in _INSERTED.finditer(self.piece)]

    def is_main(self, at: Span, later: Sequence[Span] = ()) -> bool:
        """Tell whether the negating words at ``at`` turn the main assertion; ``later``: negations behind them."""
        number = self.number(at)
        if self.words is None or number is None:
            return True
        if self.is_apart(at, later) or contrasts.is_amended_by_phrase(self, at, number, self._limit(at, later)):
            return False
        return not contrasts.is_tail(self, at, number) and self.asserted(number, at.start)

    def is_apart(self, at: Span, later: Sequence[Span] = ()) -> bool:
        """Tell whether the words alone show it, whatever a parser says of the clauses.

        They stand in a set form or between dashes, something is put in the place of what they negate, or the word that
        opens their clause ends another stretch.
        """
        number = self.number(at)
        if self.words is None or number is None:
            return False
        if any(s.start <= at.start < s.end or at.start <= s.start < at.end for s in self.apart):
            return True
        return contrasts.is_amended(self, at, self._limit(at, later)) or not self._goes_on(number)

    def number(self, at: Span) -> int | None:
        """Return the number of the stretch that holds ``at``."""
        return next((n for n, s in enumerate(self.parts) if s.start < at.end and at.start < s.end), None)

    def _limit(self, at: Span, later: Sequence[Span]) -> int:
        """Return up to where something may be put in the place of what is negated: the next negation of that rank."""
        hard = _HARD.search(self.piece, at.end)
        end = hard.start() if hard else len(self.piece)
        return next((s.start for s in later if s.start < end and self._has_rank(s)), end)

    def _has_rank(self, other: Span) -> bool:
        number = self.number(other)
        return number is not None and self.asserted(number, other.start)

    # ------------------------------------------------------------ clauses

    def asserted(self, number: int, upto: int) -> bool:
        """Tell whether what stands before ``upto`` in a stretch is of a clause that the sentence asserts."""
        assert self.words is not None
        part = self.parts[number]
        closes = self.words.closes
        if closes and number + 1 < len(self.parts) and closes.search(self.piece, upto, part.end):
            return False
        opening = self.opening(part)
        if number and self.words.continues and self.words.continues.match(self.piece, opening, upto):
            return self.asserted(number - 1, self.parts[number - 1].end)
        said = False
        for start, end, links in self.openings(part, opening, upto):
            if links:
                if start <= opening:
                    return self._inherited(number)
                said = True
            elif len(self.parts) > 1 or start > opening:
                over = not said and not self.words.strict and (number == 0 or start > opening)
                if not over or not self._resumed(part, start, end, upto):
                    return False
            upto = start
        return self._goes_on(number)

    def openings(self, part: Span, opening: int, upto: int) -> list[tuple[int, int, bool]]:
        """Return (start, end, opens what is said) of what opens a clause before ``upto``, the last first."""
        assert self.words is not None
        found: dict[int, tuple[int, bool]] = {}
        if self.words.links:
            for m in self.words.links.finditer(self.piece, part.start, part.end):
                if not self._points_back(part, *m.span()):
                    found[m.start()] = (m.end(), self._says(part, m.start(), opening))
        for pattern in (self.words.relatives, self.words.opens):
            for m in pattern.finditer(self.piece, part.start, part.end) if pattern else ():
                found = {s: e for s, e in found.items() if not m.start() <= s < m.end()}
                found[m.start()] = (m.end(), False)
        for pattern in (self.words.first, self.words.later if part is not self.parts[0] else None):
            first = pattern.match(self.piece, opening, part.end) if pattern else None
            if first is not None and self._is_opening(first, part):
                found[first.start()] = (first.end(), False)
        relative = self._german_relative(part)
        if relative is not None:
            found[relative] = (relative + 1, False)
        return [(s, *found[s]) for s in sorted(found, reverse=True) if found[s][0] <= upto]

    def _says(self, part: Span, at: int, opening: int) -> bool:
        """Tell whether a link opens what the words before it say, and no relative clause."""
        assert self.words is not None
        begins = part.start if at > opening else 0
        before = self.piece[begins:at].rstrip(_SPACE + ",:;—–")
        if not before or self.words.says is None:
            return True
        word = before.rpartition(" ")[2].strip("\"'’")
        return self.words.says.fullmatch(word) is not None or self._is_cue(word)

    def _points_back(self, part: Span, start: int, end: int) -> bool:
        """True for Dutch "dat is …" or "en dat …" at the head of a stretch: a pronoun, which opens nothing."""
        if self.lexicon.code != "nl" or start > self.opening(part):
            return False
        after = _WORD.match(self.piece, end, part.end)
        joined = self.piece[part.start : start].strip(_SPACE) != ""
        return joined or (after is not None and self.lexicon.has("finite", after[1].casefold()))

    def _is_cue(self, word: str) -> bool:
        found = self.lexicon.table.find(word, tokenize(word))
        return any(label.startswith(("verbs.", "weak.")) for hit in found for label in hit.labels)

    def _is_opening(self, first: re.Match[str], part: Span) -> bool:
        """True unless a verb follows: "Damit ist" (German) opens a main clause with an adverb."""
        if first[0].casefold() not in _ALSO_ADVERBS:
            return True
        after = _WORD.match(self.piece, first.end(), part.end)
        return after is None or not self.has_verb(*after.span())

    def _resumed(self, part: Span, start: int, end: int, upto: int) -> bool:
        """Tell whether the clause that opens at ``start`` is over before ``upto``, and the main clause goes on."""
        assert self.words is not None
        if self.words.resumes is not None:
            return self.words.resumes.search(self.piece, end, upto) is not None
        verb = self.words.verbs is not None and self.words.verbs.match(self.piece, end, upto) is not None
        return not self.has_verb(part.start, start) and (verb or self.has_verb(end, upto))

    def _goes_on(self, number: int) -> bool:
        """Tell whether a stretch belongs to the main clause, if nothing in it says otherwise.

        It goes on with the one before the last where that ends in the word that opens a clause ("that which, when you
        stop believing in it, | does not go away").
        """
        if number < 2 or self.words is None:
            return True
        before = self.parts[number - 2]
        for pattern in (self.words.relatives, self.words.links, self.words.opens):
            found = list(pattern.finditer(self.piece, before.start, before.end)) if pattern else []
            if found and not self.piece[found[-1].end() : before.end].strip():
                last = found[-1]
                if pattern is self.words.links and self._says(before, last.start(), self.opening(before)):
                    return self.asserted(number - 2, last.start())
                return False
        return True

    def _inherited(self, number: int) -> bool:
        """Tell whether what is said is part of the main clause: that depends on the clause before, which says it."""
        if number == 0:
            return len(self.parts) == 1 or self.lexicon.code == "ar"  # Arabic "inna" opens what is asserted
        return self.asserted(number - 1, self.parts[number - 1].end)

    def opening(self, part: Span) -> int:
        """Return where a stretch begins behind the words that join it to the one before."""
        assert self.words is not None
        at = part.start
        for _ in range(2):
            while at < part.end and not self.piece[at].isalnum():
                at += 1
            joined = self.words.joins.match(self.piece, at, part.end) if self.words.joins else None
            if joined is None or joined.end() == at:
                break
            at = joined.end()
        while at < part.end and self.piece[at] in _SPACE:
            at += 1
        return at

    def has_verb(self, start: int, end: int) -> bool:
        """Tell whether a verb shows between two places that has a subject and a tense."""
        stretch = self.piece[start:end]
        if any(self.lexicon.has("finite", w) for w in re.findall(r"\w+", stretch.casefold())):
            return True
        pattern = self.lexicon.patterns["finite_patterns"]
        return pattern is not None and pattern.search(stretch) is not None

    def _german_relative(self, part: Span) -> int | None:
        """Return where a stretch begins that is a German relative clause: behind a mark, its verb at the end."""
        if self.lexicon.code != "de" or part is self.parts[0]:
            return None
        found = _GERMAN_RELATIVE.match(self.piece, part.start, part.end)
        if found is None:
            return None
        last = re.findall(r"\w+", self.piece[found.end() : part.end])[-1:] or [found[3] or found[2]]
        second = [w for w in (found[2], found[3]) if w and w != last[0]]
        verb_second = any(self.lexicon.has("finite", w.casefold()) for w in second)
        follows = found[2][0].isupper() and (found[3] or "X")[0].islower() and (found[3] or "").endswith(("t", "en"))
        ends = last[0][0].islower() and last[0].endswith(("t", "en", "te", "st", "n", "ist", "war"))
        if verb_second or not ends or last[0] == "nicht" or (follows and found[3] not in ("nicht", last[0])):
            return None
        return found.start(1)


def _stretches(piece: str) -> list[Span]:
    """Cut at marks; stretches without a letter are left out."""
    found, at = [], 0
    for m in _MARKS.finditer(piece):
        if m[0] in ",:" and m.start() and piece[m.start() - 1].isdigit() and piece[m.end() : m.end() + 1].isdigit():
            continue
        found.append(Span(at, m.start()))
        at = m.end()
    found.append(Span(at, len(piece)))
    return [s for s in found if any(char.isalnum() for char in piece[s.start : s.end])]
