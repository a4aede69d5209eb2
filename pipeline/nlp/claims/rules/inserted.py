"""Sources that stand inside the clause they speak: "laut X", "X zufolge", "volgens X" (German and Dutch).

Both languages put the verb second and let such a phrase stand before it or anywhere in the middle field, right beside
other phrases. So its noun phrase must be read by its form (a German noun phrase takes a genitive or "von", never a
second nominative), and what is said is the clause around it, not the whole sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.nlp.claims.frames import QUOTE
from pipeline.nlp.claims.rules.edges import GLUE, Range
from pipeline.nlp.claims.rules.nouns import Nouns
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import Token

_GENITIVES = frozenset({"des", "der", "eines", "einer", "dieses", "dieser", "ihres", "ihrer", "seines", "seiner"})
_OF = frozenset({"von", "vom"})
_AND = frozenset({"und", "sowie"})
_DATIVES = frozenset({"dem", "der", "den", "einem", "einer"})
_ADJECTIVE = ("e", "en", "em", "er", "es")
_OPENING, _CLOSING = frozenset('„«»"“‚'), frozenset('“”«»"‘')
_LONGEST_TITLE = 8
"""Most tokens of a name between marks of quotation."""
_BREAKS = frozenset(",;:—–")


class Inserted:
    """Phrases and clauses around one preposition or postposition, by token ranges."""

    def __init__(self, tokens: Sequence[Token], nouns: Nouns, lexicon: Lexicon, end: int) -> None:
        self.tokens = tokens
        self.nouns = nouns
        self.lexicon = lexicon
        self.end = end

    # ------------------------------------------------------------ the noun phrase (German)

    def after(self, at: int) -> Range | None:
        """Return the German noun phrase that begins at ``at``, no further than its form reaches."""
        of = at < self.end and self.tokens[at].norm in _OF
        at += of
        last = self._phrase(at) or (self._word(at) if of else None)
        return (at, self._with_name_behind(last)) if last is not None else None

    def before(self, at: int) -> Range | None:
        """Return the German noun phrase that ends before ``at``; all before the verb, where it opens the clause."""
        found = None
        for first in range(at - 1, max(-1, at - 16), -1):
            if self.tokens[first].norm == QUOTE or self._parts(first) or self._is_verb(first):
                return found
            if self._phrase(first) == at and self._may_open(first):
                found = (first, at)
        return (0, at) if found and at <= 16 and self._is_one_phrase(0, found[0]) else found

    def _is_one_phrase(self, first: int, last: int) -> bool:
        """True where only nouns, prepositions and articles fill ``[first, last)`` ("Einer Umfrage im Auftrag")."""
        tokens = self.tokens[first:last]
        opens = bool(tokens) and not self.lexicon.has("starters", tokens[0].norm)
        return opens and all(not t.text.islower() or self.lexicon.has("inside", t.norm) for t in tokens[1:])

    def is_governed(self, first: int) -> bool:
        """True behind a preposition: "aus Studien nach der Wende" tells of a time, not of who says so."""
        before = self.tokens[first - 1].norm if first else ""
        return self.lexicon.has("inside", before) and not self.lexicon.has("determiners", before)

    def is_inside(self, first: int) -> bool:
        """True behind a preposition, and behind an article: "die | ihrer Meinung nach teuren Kais"."""
        article = first > 1 and self.lexicon.has("determiners", self.tokens[first - 1].norm)
        return (article and self.tokens[first - 2].norm != ",") or self.is_governed(first)

    def is_verb(self, index: int) -> bool:
        """True where the finite verb of a clause may stand, behind what opens it."""
        return index < self.end and self._is_finite(self.tokens[index])

    def _is_verb(self, index: int) -> bool:
        """True for the verb of the clause; "unbestätigten" before a noun is none, where a verb stands before it."""
        if not self._is_finite(self.tokens[index]):
            return False
        return not any(self._is_finite(t) for t in self.tokens[:index])

    def _may_open(self, first: int) -> bool:
        """True where a dative phrase may begin: at its article or adjective, or at a noun that has none."""
        token = self.tokens[first]
        if token.norm in _OF or token.norm in _AND or token.norm in self.lexicon.words["starters"]:
            return False
        return token.norm not in ("des", "eines", "die", "das", "es", "sich")

    def _phrase(self, at: int) -> int | None:
        """Return the end of a noun phrase with its genitives and "von"; None where no noun stands."""
        last = self._nucleus(at)
        while last is not None and last < self.end:
            norm = self.tokens[last].norm
            name = self.tokens[last - 1].text
            if norm in _GENITIVES and not (len(name) > 1 and name.isupper()):
                more = self._nucleus(last)
            elif norm in _OF:
                more = self._nucleus(last + 1) or self._word(last + 1)
            elif norm in _AND and last + 1 < self.end:
                follows = self.tokens[last + 1]
                more = self._nucleus(last + 1) if follows.is_capital or follows.norm in _DATIVES else None
            else:
                break
            if more is None:
                break
            last = more
        return last

    def _word(self, at: int) -> int | None:
        return (
            at + 1
            if at < self.end and self.tokens[at].is_word and any(c.isdigit() for c in self.tokens[at].text)
            else None
        )

    def _nucleus(self, at: int) -> int | None:
        """Return the end of "[article] [adjectives] nouns", names between marks and in brackets included."""
        index = at
        while index < self.end and self._opens_noun(index):
            index += 1
        nouns = index
        while index < self.end:
            token = self.tokens[index]
            if token.is_word and token.is_capital and not (index > nouns and self._is_report(index - 1)):
                index += 1
            elif token.norm in GLUE and index > nouns and self._joins(index):
                index += 2
            elif token.norm == "-" and index > nouns and self._shares_head(index):
                index += 3
            elif (title := self._title(index)) is not None:
                return title
            else:
                break
        return index if index > nouns else None

    def _opens_noun(self, index: int) -> bool:
        """True for an article, an adjective or a number before a noun."""
        token = self.tokens[index]
        if not token.is_word or token.is_capital:
            return False
        if token.norm in self.lexicon.words["determiners"] or token.norm == "eigenen":
            return True
        return token.norm.endswith(_ADJECTIVE) and self._leads_to_noun(index + 1)

    def _leads_to_noun(self, index: int) -> bool:
        while index < self.end and self.tokens[index].text.islower() and self.tokens[index].norm.endswith(_ADJECTIVE):
            index += 1
        return index < self.end and (self.tokens[index].is_capital or self.tokens[index].norm in _OPENING)

    def _is_report(self, index: int) -> bool:
        """True for "Angaben", "Medienberichten": another noun right behind it belongs to something else."""
        pattern = self.lexicon.patterns["source_nouns"]
        return pattern is not None and pattern.fullmatch(self.tokens[index].norm) is not None

    def _joins(self, index: int) -> bool:
        """True for a mark that joins two words into one ("US-Militär", "C.Y.")."""
        if index + 1 >= self.end:
            return False
        before, mark, after = self.tokens[index - 1], self.tokens[index], self.tokens[index + 1]
        return mark.start == before.end and mark.end == after.start and after.is_word

    def _shares_head(self, index: int) -> bool:
        """True at the hyphen of "Partei- und Regierungskreise"."""
        follows = self.tokens[index + 1 : index + 3]
        return len(follows) == 2 and follows[0].norm in _AND and follows[1].is_capital

    def _title(self, index: int) -> int | None:
        """Return the end of a name between marks of quotation, or of a short name in brackets."""
        token = self.tokens[index]
        named = index + 1 < self.end and not self.tokens[index + 1].text.islower()
        if token.norm == QUOTE:
            return index + 1 if len(token.text.split()) <= _LONGEST_TITLE and token.text[1:2].isupper() else None
        if token.norm in _OPENING and not (named or self._is_address(index + 1)):
            return None
        closing = _CLOSING if token.norm in _OPENING else {")"} if token.norm == "(" else frozenset()
        for at in range(index + 1, min(self.end, index + _LONGEST_TITLE + 2)):
            if closing and self.tokens[at].norm in closing:
                return at + 1
        return None

    def _is_address(self, index: int) -> bool:
        """True for the words of "news.example.org"."""
        return self.tokens[index].is_word and index + 1 < self.end and self.tokens[index + 1].norm in (".", "-")

    def _with_name_behind(self, last: int) -> int:
        """Take in an apposition (", einem Manager der Firma,"), no relative clause."""
        return self.nouns.with_apposition(last)

    # ------------------------------------------------------------ the clause

    def clause(self, first: int, last: int) -> tuple[Range, ...]:
        """Return the parts of the clause before and behind the phrase ``[first, last)``."""
        start, dependent = self._start(first)
        begin = self._behind(last)
        end = self._stop(begin, dependent=dependent)
        before = first - 1 if first > start and self.tokens[first - 1].norm in _BREAKS else first
        return tuple(part for part in ((start, before), (begin, end)) if self._is_said(part))

    def _is_said(self, part: Range) -> bool:
        words = [t for t in self.tokens[slice(*part)] if t.is_word or t.norm == QUOTE]
        return len(words) >= 2 or any(w.norm == QUOTE for w in words) or (len(words) == 1 and part[0] > 0)

    def _start(self, first: int) -> tuple[int, bool]:
        """Return where the clause of token ``first`` begins, and whether it depends on another."""
        at, goes_on = first, False
        while True:
            mark = next((i for i in range(at - 1, -1, -1) if self._parts(i)), -1)
            if mark < 0:
                return 0, False
            segment = self.tokens[mark + 1 : at]
            if self.tokens[mark].norm in ";:" or self._reports(mark):
                return mark + 1, False
            if at == first and not segment:
                goes_on = not self._fronts(first)
                if not goes_on:
                    return mark + 1, False
            elif self._is_finite(segment[0]):
                goes_on = True
            elif self._subordinates(mark + 1):
                if not goes_on:
                    return mark + 1, True
            elif any(self._is_finite(t) for t in segment):
                return mark + 1, False
            at = mark

    def _fronts(self, first: int) -> bool:
        """True where the phrase opens a clause: its verb comes before the next mark."""
        mark = next((i for i in range(first + 1, self.end) if self._parts(i)), self.end)
        return any(self._is_finite(t) for t in self.tokens[first + 1 : mark])

    def _parts(self, index: int) -> bool:
        token = self.tokens[index]
        if token.norm == ",":
            return index > 0 and self.tokens[index - 1].norm != "-" and not self.nouns.in_number(index)
        return token.norm in ";:"

    def _subordinates(self, at: int) -> bool:
        """True for a conjunction or a relative ("die", "bei der") that opens a dependent clause."""
        words = self.tokens[at : at + 2]
        if self.lexicon.has("breaks", words[0].norm) or self.lexicon.has("complementizers", words[0].norm):
            return words[0].norm not in ("aber", "sondern", "denn", "doch", "oder", "maar", "want", "of")
        shift = int(len(words) > 1 and self.lexicon.has("starters", words[0].norm) and words[0].text.islower())
        if not self.lexicon.has("relatives", words[shift].norm):
            return False
        follows = self.tokens[at + shift + 1] if at + shift + 1 < self.end else None
        double = follows is not None and self.lexicon.has("determiners", follows.norm)
        return double or not self.nouns.is_article(at + shift)

    def _reports(self, mark: int) -> bool:
        """True where "Wie X mitteilte," ends at the mark: that clause is no part of what is said."""
        before = next((i for i in range(mark - 1, -1, -1) if self._parts(i)), -1)
        return self.lexicon.has("as_words", self.tokens[before + 1].norm)

    def _behind(self, last: int) -> int:
        """Step over a mark and a relative clause behind the phrase."""
        at = last
        if at < self.end and self.tokens[at].norm == "," and at + 1 < self.end and self._subordinates(at + 1):
            close = next((i for i in range(at + 3, self.end) if self._ends_relative(i)), None)
            at = close if close is not None else at
        while at < self.end and not self.tokens[at].is_word and self.tokens[at].norm not in (QUOTE, *_OPENING):
            at += 1
        return at

    def _ends_relative(self, index: int) -> bool:
        """True for the comma behind the verb at the end of a relative clause."""
        return self.tokens[index].norm == "," and self.tokens[index - 1].text.islower()

    def _closes(self, index: int) -> bool:
        """True for the comma between a dependent clause and the verb that goes on with the main one."""
        return self.tokens[index].norm == "," and index + 1 < self.end and self._is_finite(self.tokens[index + 1])

    def _stop(self, begin: int, *, dependent: bool) -> int:
        for index in range(begin, self.end):
            if self.tokens[index].norm == ";" or (dependent and self._closes(index)):
                return index
        return self.end

    def _is_finite(self, token: Token) -> bool:
        """True for a word that is likely a finite verb."""
        if not token.text.islower():
            return False
        pattern = self.lexicon.patterns["finite_patterns"]
        return self.lexicon.has("finite", token.norm) or (
            pattern is not None and pattern.fullmatch(token.text) is not None
        )
