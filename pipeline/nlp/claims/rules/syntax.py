"""Syntax from spaCy for the languages that have a pipeline: which words are verbs, their subjects and complements.

A pipeline is loaded on first use. Long quotations are parsed as a short stand-in clause, so that their length costs
nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.nlp.claims.frames import QUOTE, Frame, Unit
from pipeline.nlp.claims.rules.edges import Range
from pipeline.nlp.claims.rules.surface import Surface
from pipeline.nlp.claims.words.parsers import load
from pipeline.nlp.claims.words.quotes import Quote
from pipeline.nlp.claims.words.tokens import Hit
from pipeline.records import Commitment, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

_STAND_IN = "it is so"
_STOPS = tuple(",.!?…")
"""Marks at the end of a quotation, which part it from the words behind it for the parser as a comma does."""
_SUBJECTS = frozenset({"nsubj", "nsubj:caus"})
_PASSIVE = frozenset({"nsubjpass", "nsubj:pass"})
_CLAUSES = frozenset({"ccomp"})
_OBJECTS = frozenset({"ccomp", "xcomp", "dobj", "obj", "prep", "obl", "obl:arg", "acomp", "oprd"})
_CLIMB = frozenset({"conj", "xcomp", "advcl", "pcomp", "dep"})
_MODIFIES = frozenset({"acl", "relcl", "acl:relcl"})
_LONGEST_FRAGMENT = 300
"""Characters between marks up to which they are parsed as words of their sentence."""
_LONGEST = 90
"""Words beyond which a sentence is read by its surface: the parser's answer would be a guess."""


class Parsed(Surface):
    """Reads a unit as :class:`Surface` does, with a parser's word on subjects, verbs and clauses."""

    def __init__(self, unit: Unit, doc: Doc, offsets: list[int]) -> None:
        super().__init__(unit)
        starts = [t.start for t in self.tokens]
        self._mine = [max(0, bisect_left(starts, at + 1) - 1) for at in offsets]
        self._asked: SpacyToken | None = None
        self._wants = False
        self._theirs: dict[int, SpacyToken] = {}
        for token, index in zip(doc, self._mine, strict=True):
            self._theirs.setdefault(index, token)

    def _verb_of(self, hit: Hit) -> SpacyToken | None:
        for index in range(hit.first, hit.last):
            token = self._theirs.get(index)
            if token is not None and token.pos_ in ("VERB", "AUX"):
                return token
        return None

    def _is_noun(self, hit: Hit) -> bool:
        if super()._is_noun(hit):
            return True
        prepositional = any(label.startswith(("prepositions", "postpositions")) for label in hit.labels)
        # The French tagger takes too many verbs for nouns to be trusted against an article-less cue.
        return self.lexicon.code == "en" and not prepositional and self._verb_of(hit) is None

    def _is_bare_participle(self, hit: Hit) -> bool:
        verb = self._verb_of(hit)
        if verb is None:
            return super()._is_bare_participle(hit)
        if verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children):
            return True
        if self.lexicon.code == "en" and (verb.dep_ == "amod" or self.tokens[max(0, hit.first - 1)].norm == "to"):
            return True
        if super()._is_bare_participle(hit) or any(c.dep_ in _PASSIVE for c in verb.children):
            return True
        alone = not any(c.dep_ in ("aux", "aux:tense", "nsubj") for c in verb.children)
        return (
            verb.dep_ in _MODIFIES
            and alone
            and "Part" in verb.morph.get("VerbForm", [])
            and not self._matches("gerund", hit)
        )

    def _source(self, hit: Hit) -> tuple[Range | None, int]:
        verb = self._verb_of(hit)
        found = self._subject(verb) if verb is not None else None
        if found is not None and self._matches("gerund", hit) and not self._can_speak(found):
            found = self.nouns.subject() or self._spoke or found
        if found is None:
            return super()._source(hit)
        clause = found[0] if found[0] < hit.first else hit.first
        return found, self._clause_start(clause)

    def _verb(self, hit: Hit, strong: bool, commitment: Commitment, later: list[Hit]) -> Frame | None:
        self._asked = self._verb_of(hit)
        self._wants = not strong and any(label.startswith("about") for label in hit.labels)
        return super()._verb(hit, strong, commitment, later)

    def _clause_first(self, after: int) -> int | None:
        """Return the token that opens the clause which the parser takes for what is said, after ``after``."""
        clauses = self._asked.children if self._asked is not None else ()
        firsts = [self._mine[c.left_edge.i] for c in clauses if c.dep_ in _CLAUSES and c.pos_ in ("VERB", "AUX")]
        return next((f for f in firsts if f >= after), None)

    def _follows_clause(self) -> bool:
        """Tell whether the parser takes the clause before the cue for what is said."""
        verb = self._asked
        return verb is not None and any(c.dep_ in _CLAUSES and c.right_edge.i < verb.i for c in verb.children)

    def _quoted(self, hit: Hit, clause: int, after: int) -> tuple[Span, ...] | None:
        """Read "says fraud “would be a way to lose”" as a clause: the words between marks only go on with it."""
        first, quote = self._clause_first(after), self._next_quote(after)
        goes_on = first is not None and quote is not None and first < quote and self.tokens[quote - 1].is_word
        return None if goes_on and not self._quote_before(clause) else super()._quoted(hit, clause, after)

    def _complement(
        self, after: int, strong: bool, commitment: Commitment, clause: int, later: list[Hit]
    ) -> tuple[Span, ...] | None:
        """Begin where the parser sees the clause begin: in "said Lind hopes that P", "that" belongs to "hopes"."""
        first = self._clause_first(after)
        if first is None and after not in self.openers and self._follows_clause():
            return None  # "P, she said on Monday": what follows the cue is when and where
        found = super()._complement(after, strong, commitment, clause, later)
        if first is None or first >= self.end or (found is None and self._wants):
            return found
        first += first in self.openers or (not self.tokens[first].is_word and self.tokens[first].norm != QUOTE)
        if first >= self.end or (found is not None and found[0].start <= self.tokens[first].start):
            return found
        last = self._content_end(first, clause, later)
        return (self._span(first, last),) if last > first else found

    def _content_end(self, first: int, clause: int, later: list[Hit]) -> int:
        """End before what else the speaker does: "said P and left", "said P, adding that Q"."""
        end = super()._content_end(first, clause, later)
        for c in self._asked.children if self._asked is not None else ():
            at = self._mine[c.left_edge.i]
            while at > first and (
                self.lexicon.has("contrasts", self.tokens[at - 1].norm) or self.tokens[at - 1].norm == ","
            ):
                at -= 1
            if first + 1 < at < end and self._goes_on(c):
                end = at
        return end

    def _goes_on(self, other: SpacyToken) -> bool:
        """Tell whether a word is another deed of the speaker: a verb of the same form, a participle after a comma."""
        assert self._asked is not None
        if other.dep_ == "conj":
            return other.tag_ == self._asked.tag_ and not any(c.dep_ in _SUBJECTS for c in other.children)
        return (
            other.dep_ == "advcl"
            and other.tag_ == "VBG"
            and other.left_edge.i > 0
            and other.left_edge.nbor(-1).text == ","
        )

    def _bare_complement(self, after: int, commitment: Commitment) -> bool:
        """Read "they added a layer" as no saying: the verb has an object and no clause."""
        children = {c.dep_ for c in self._asked.children} if self._asked is not None else set()
        plain = children & {"dobj", "obj"} and "ccomp" not in children and commitment in ("asserts", "reports")
        return not plain and super()._bare_complement(after, commitment)

    def _can_speak(self, source: Range) -> bool:
        if self.lexicon.code != "en":
            return super()._can_speak(source)
        heads = [
            t
            for i in range(*source)
            if (t := self._theirs.get(i)) is not None and self._mine[t.head.i] not in range(*source)
        ]
        if any(t.pos_ == "NOUN" for t in heads) or not heads:
            return super()._can_speak(source)
        proper = any(t.pos_ == "PROPN" and not any(c.isdigit() for c in t.text) for t in heads)
        return proper or super()._can_speak(source)

    def _subject(self, verb: SpacyToken) -> Range | None:
        """Return the subject of a verb, or of the verb that it hangs on."""
        for _ in range(4):
            for child in verb.children:
                if child.dep_ in _SUBJECTS:
                    head = self._antecedent(child, verb)
                    return self._range(head, verb) if head is not None else None
            if verb.dep_ in _MODIFIES and verb.head.dep_ not in ("dobj", "obj"):
                return self._range(verb.head, verb)
            if verb.dep_ in _MODIFIES:
                verb = verb.head.head
                continue
            if verb.dep_ not in _CLIMB:
                return None
            verb = verb.head
        return None

    def _antecedent(self, subject: SpacyToken, verb: SpacyToken) -> SpacyToken | None:
        """Return the noun that a relative pronoun stands for, else the subject itself."""
        relative = subject.lower_ in ("who", "which", "that", "qui")
        return verb.head if relative and verb.dep_ in _MODIFIES else subject

    def _range(self, head: SpacyToken, verb: SpacyToken) -> Range | None:
        """Return the words under ``head`` as one stretch of my tokens that leaves out the verb and quotations."""
        at = self._mine[head.i]
        limit = self._mine[verb.i]
        low, high = self._mine[head.left_edge.i], self._mine[head.right_edge.i] + 1
        if at < limit:
            clause = [c.left_edge.i for c in head.children if c.dep_ in _MODIFIES and c.i > head.i]
            high = min([high, limit, *(self._mine[i] for i in clause if self._mine[i] > at and i <= verb.i)])
        else:
            low = max(low, limit + 1)
        quotes = [i for i in range(low, high) if self.tokens[i].norm == QUOTE]
        low = max([low, *(q + 1 for q in quotes if q < at)])
        high = min([high, *(q for q in quotes if q > at)])
        while high > at + 1 and not self.tokens[high - 1].is_word and self.tokens[high - 1].norm not in ')"”»':
            high -= 1
        while low < at and (not self.tokens[low].is_word or self.lexicon.has("contrasts", self.tokens[low].norm)):
            low += 1
        return (low, high) if low < high else None


def parse(units: Sequence[Unit], packages: Mapping[str, str]) -> dict[int, Parsed]:
    """Return parsed readings by the unit's place in ``units``, of those that a parser should be asked about.

    These are the units of a configured language that hold a cue and are not too long.
    """
    parsed: dict[int, Parsed] = {}
    for code, package in sorted(packages.items()):
        chosen = [i for i, u in enumerate(units) if u.lexicon.code == code and _worth(u)]
        if not chosen:
            continue
        texts = [(_with_stand_ins(units[i]), i) for i in chosen]
        docs = load(package).pipe(((text, (offsets, i)) for (text, offsets), i in texts), as_tuples=True, batch_size=64)
        for doc, (offsets, index) in docs:
            parsed[index] = Parsed(units[index], doc, [offsets[t.idx] for t in doc])
    return parsed


def _worth(unit: Unit) -> bool:
    return (
        unit.end - unit.start < 4000 and bool(unit.labelled("verbs", "weak", "about")) and len(unit.tokens) <= _LONGEST
    )


def _is_fragment(unit: Unit, quote: Quote) -> bool:
    """Tell whether words between marks go on with the sentence, as its small letter and no mark before it show."""
    before = unit.text[unit.start : quote.start].rstrip()[-1:]
    inner = unit.text[quote.inner_start : quote.inner_end].lstrip()
    return before.isalnum() and inner[:1].islower() and quote.end - quote.start < _LONGEST_FRAGMENT


def _with_stand_ins(unit: Unit) -> tuple[str, list[int]]:
    """Return the unit with long quotations replaced, and for each character where it stood."""
    pieces: list[str] = []
    offsets: list[int] = []
    at = unit.start
    for quote in unit.quotes:
        if _is_fragment(unit, quote):
            continue
        stop = "," if unit.text[quote.inner_start : quote.inner_end].rstrip()[-1:] in _STOPS else ""
        pieces += [unit.text[at : quote.start], _STAND_IN + stop]
        offsets += [*range(at, quote.start), *[quote.start] * len(_STAND_IN + stop)]
        at = quote.end
    pieces.append(unit.text[at : unit.end])
    offsets += range(at, unit.end)
    return "".join(pieces), offsets
