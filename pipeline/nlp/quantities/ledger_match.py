"""Whether two values that differ are told of one measure: the same subject, what is measured, and what is counted.

Independent articles that name one thing in like sentences may give two amounts of two things: a firm's revenue and its
value, a staff and a crowd of teams. That is no conflict. So a name that only stands in the sentence does not count
here; who the clause is about must agree, and its verb, and the noun that the amount goes with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from pipeline.nlp.quantities.folding import fold
from pipeline.nlp.quantities.lexicon import Lexicon, languages, lexicon
from pipeline.nlp.quantities.parts import WORD
from pipeline.records import ConflictKind, Quantity

_OF = {"en": "of", "de": "von", "nl": "van", "fr": "de|d['’]", "es": "de", "pt": "de", "it": "di"}
"""What links a noun to the amount that it measures: a valuation of 5 billion."""
_DETERMINER = re.compile(r"(?:^|\s)(?:an?|the|its|their|his|her|our|this|that)\s$", re.IGNORECASE)
_NEXT = re.compile(r"[\s\u00a0-]([^\W\d_]+(?:[-'’][^\W\d_]+)*)")
_ENDING = 2
"""Letters at the end in which two forms of one word may differ: cost, costs; Bewertung, Bewertungen."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a value is told of. ``noun``: what is counted or measured; each None where the text does not show it."""

    subject: str | None
    verb: str | None
    noun: str | None
    language: str


def agree(a: Told, b: Told, kind: ConflictKind) -> bool:
    """Tell whether two values that differ by ``kind`` are of one measure; what cannot be told is no agreement.

    Across languages the words cannot be held together: only names can, and figures of which the digits are the same.

    >>> paid = Told("Vela", "has paid", None, "en")
    >>> agree(paid, Told("Vela", "paid", None, "en"), "value"), agree(paid, Told("Vela", "lost", None, "en"), "value")
    (True, False)
    >>> bezahlt = Told("Vela", "bezahlte", None, "de")
    >>> agree(paid, bezahlt, "scale"), agree(paid, bezahlt, "value")
    (True, False)
    """
    if a.subject is None or b.subject is None:
        return False
    if a.language != b.language:
        return kind != "value" and bool(_names(a.subject)) and _names(a.subject) == _names(b.subject)
    if not _one_subject(a.subject, b.subject, a.language):
        return False
    return kind != "value" or (_one_noun(a, b) and _one_verb(a, b))


def counted(text: str, quantity: Quantity, lang: str) -> str | None:
    """Return the noun that an amount measures or goes with, by the grammar of its place.

    >>> from pipeline.nlp.quantities import read
    >>> texts = ("It got a $5 billion valuation.", "It got a valuation of $5 billion.", "It cost $5 billion.")
    >>> [counted(text, read(text, "en")[0], "en") for text in texts]
    ['valuation', 'valuation', None]
    """
    code = lang.replace("_", "-").split("-")[0].lower()
    if code not in languages():
        return None
    before, known = text[max(0, quantity.start - 80) : quantity.start], lexicon(code)
    if code == "en" and _DETERMINER.search(before) and (after := _NEXT.match(text, quantity.end)):
        return after.group(1)
    if code in _OF and (found := re.search(rf"([^\W\d_]+)\s(?:{_OF[code]})\s?$", before)):
        return None if _small(found.group(1), known) else found.group(1)
    return None


def _small(word: str, known: Lexicon) -> bool:
    """Tell whether a word names nothing, or leads to a number: plus de, environ."""
    return fold(word) in known.stop or any(fold(word) in lead.split() for lead in known.leads)


def _names(subject: str) -> frozenset[str]:
    """Return the words of a subject that have a capital or a digit."""
    return frozenset(fold(w) for w in WORD.findall(subject) if any(c.isupper() or c.isdigit() for c in w))


def _content(words: str | None, lang: str) -> list[str]:
    """Return the words that say something, in order."""
    code = lang.replace("_", "-").split("-")[0].lower()
    stop = lexicon(code).stop if code in languages() else frozenset()
    return [word for word in (fold(w) for w in WORD.findall(words or "")) if word not in stop]


def _one_subject(a: str, b: str, lang: str) -> bool:
    """Tell whether two subjects are the same: one may have more words, of which none is part of a name."""
    first, second = set(_content(a, lang)), set(_content(b, lang))
    if not first or not second or not (first <= second or second <= first):
        return False
    return not (first ^ second) & (_names(a) | _names(b))


def _one_noun(a: Told, b: Told) -> bool:
    """Tell whether the heads of both nouns are forms of one; both may be missing, not one alone."""
    first, second = _content(a.noun, a.language), _content(b.noun, b.language)
    return _forms_of_one(first[-1], second[-1]) if first and second else not first and not second


def _one_verb(a: Told, b: Told) -> bool:
    """Tell whether both verbs, beside their adverbs and what is measured, share a word; both may be empty: is, has."""
    first, second = (set(_content(t.verb, t.language)) - set(_content(t.noun, t.language)) for t in (a, b))
    return any(_forms_of_one(x, y) for x in first for y in second) if first and second else not first and not second


def _forms_of_one(a: str, b: str) -> bool:
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
    return a == b or common >= max(3, max(len(a), len(b)) - _ENDING)
