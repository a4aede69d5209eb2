"""Syntax from spaCy for the languages that have a pipeline: which words are verbs, their subjects and complements.

The only file that imports spaCy; a pipeline is loaded on first use, with the parser and what it needs, nothing else.
Long quotations are parsed as a short stand-in clause, so that their length costs nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline.errors import ModelError
from pipeline.nlp.claims.frames import QUOTE, Frame, Unit
from pipeline.nlp.claims.nouns import Range
from pipeline.nlp.claims.surface import Surface
from pipeline.nlp.claims.tokens import Hit
from pipeline.records import Commitment, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

_STAND_IN = "it is so"
_UNUSED = ["ner", "lemmatizer", "senter", "sentencizer", "entity_linker", "textcat"]
_SUBJECTS = frozenset({"nsubj", "nsubj:caus"})
_PASSIVE = frozenset({"nsubjpass", "nsubj:pass"})
_CLAUSES = frozenset({"ccomp"})
_OBJECTS = frozenset({"ccomp", "xcomp", "dobj", "obj", "prep", "obl", "obl:arg", "acomp", "oprd"})
_CLIMB = frozenset({"conj", "xcomp", "advcl", "pcomp", "dep"})
_MODIFIES = frozenset({"acl", "relcl", "acl:relcl"})
_LONGEST = 90
"""Words beyond which a sentence is read by its surface: the parser's answer would be a guess."""


@cache
def load(package: str) -> Any:
    """Return the spaCy pipeline ``package``, parser and tagger only.

    Raises:
        ModelError: it is not installed.
    """
    import spacy

    try:
        return spacy.load(package, exclude=_UNUSED)
    except OSError as error:
        message = f"spaCy pipeline {package!r} is not installed; pip install it, or leave it out of nlp.spacy_models"
        raise ModelError(message, item=package, kind="missing_model") from error


class Parsed(Surface):
    """Reads a unit as :class:`Surface` does, with a parser's word on subjects, verbs and clauses."""

    def __init__(self, unit: Unit, doc: Doc, offsets: list[int]) -> None:
        super().__init__(unit)
        starts = [t.start for t in self.tokens]
        self._mine = [max(0, bisect_left(starts, at + 1) - 1) for at in offsets]
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
        if any(label.startswith(("prepositions", "postpositions")) for label in hit.labels):
            return False
        return super()._is_noun(hit) or self._verb_of(hit) is None

    def _is_bare_participle(self, hit: Hit) -> bool:
        verb = self._verb_of(hit)
        if verb is None:
            return super()._is_bare_participle(hit)
        return any(c.dep_ in _PASSIVE for c in verb.children) or (verb.dep_ in _MODIFIES and verb.tag_ == "VBN")

    def _source(self, hit: Hit) -> tuple[Range | None, int]:
        verb = self._verb_of(hit)
        found = self._subject(verb) if verb is not None else None
        if found is None:
            return super()._source(hit)
        clause = found[0] if found[0] < hit.first else hit.first
        return found, self._clause_start(clause)

    def _subject(self, verb: SpacyToken) -> Range | None:
        """Return the subject of a verb, or of the verb that it hangs on."""
        for _ in range(4):
            for child in verb.children:
                if child.dep_ in _SUBJECTS:
                    head = self._antecedent(child, verb)
                    return self._range(head, verb) if head is not None else None
            if verb.dep_ in _MODIFIES:
                return self._range(verb.head, verb)
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
            high = min(high, limit)
        else:
            low = max(low, limit + 1)
        quotes = [i for i in range(low, high) if self.tokens[i].norm == QUOTE]
        low = max([low, *(q + 1 for q in quotes if q < at)])
        high = min([high, *(q for q in quotes if q > at)])
        while high > at + 1 and not self.tokens[high - 1].is_word and self.tokens[high - 1].norm not in ")\"”»":
            high -= 1
        while low < at and (not self.tokens[low].is_word or self.lexicon.has("contrasts", self.tokens[low].norm)):
            low += 1
        return (low, high) if low < high else None


def parse(unit: Unit, package: str) -> Parsed | None:
    """Return a parsed reading of the unit, or None where the parser should not be asked."""
    if len(unit.tokens) > _LONGEST:
        return None
    text, offsets = _with_stand_ins(unit)
    doc = load(package)(text)
    return Parsed(unit, doc, [offsets[t.idx] for t in doc])


def _with_stand_ins(unit: Unit) -> tuple[str, list[int]]:
    """Return the unit with long quotations replaced, and for each character where it stood."""
    pieces: list[str] = []
    offsets: list[int] = []
    at = unit.start
    for quote in unit.quotes:
        pieces += [unit.text[at : quote.start], _STAND_IN]
        offsets += [*range(at, quote.start), *[quote.start] * len(_STAND_IN)]
        at = quote.end
    pieces.append(unit.text[at : unit.end])
    offsets += range(at, unit.end)
    return "".join(pieces), offsets


def frames(unit: Unit, packages: Mapping[str, str]) -> list[Frame]:
    """Return the frames of a unit, parsed where a pipeline is configured and a cue makes it worth while."""
    package = packages.get(unit.lexicon.code)
    cued = package is not None and unit.labelled("verbs", "weak", "about")
    parsed = parse(unit, package) if cued and package is not None else None
    return (parsed or Surface(unit)).frames()


__all__ = ["Commitment", "Parsed", "Span", "frames", "load", "parse"]
