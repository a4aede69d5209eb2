"""What a value is told of where no comparison says so: the subject and the verb of its own clause.

For languages that divide words and put the subject first; for Japanese and Korean the topic of the clause. What is
returned are always words of the text; where the clause does not show them there is nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.nlp.quantities.folding import fold
from pipeline.nlp.quantities.frames import Words, words
from pipeline.nlp.quantities.lexicon import lexicon
from pipeline.nlp.quantities.parts import WORD
from pipeline.records import Quantity

_CUT = re.compile(r"[,;:(\n](?=\s)|\s[–—-]\s|[\"“”«»„]")
_TOPIC = {
    "ja": re.compile(r"(?:^|[、。「」\n])([^、。「」は\n]{1,24})は"),
    "ko": re.compile(r"(?:^|[,.] )([^,.\n]{1,24}?)[은는](?= )"),
}
_SUBJECT = 8
_VERB = 5
"""Words of a subject, and of a verb with its particles; longer ones are more than that."""
_TRIM = " \u00a0,;:()\"“”«»„'–—-"


class About(NamedTuple):
    """Words of the clause. ``pronoun``: its subject only stands for something named before."""

    subject: str | None = None
    verb: str | None = None
    pronoun: bool = False
    inverted: bool = False
    """The subject stands behind its verb: Von A zu B stieg die Quote ..."""


def about(text: str, begin: int, quantity: Quantity, lang: str) -> About:
    """Return the subject and verb of the clause that gives ``quantity``, in the sentence that begins at ``begin``.

    >>> from pipeline.nlp.quantities import read
    >>> text = "An easy question costs a cent, while a hard one may cost a thousand dollars."
    >>> [about(text, 0, quantity, "en")[:2] for quantity in read(text, "en")]
    [('An easy question', 'costs'), ('a hard one', 'may cost')]
    """
    code = lang.replace("_", "-").split("-")[0].lower()
    before = text[begin : quantity.start]
    if code in _TOPIC:
        found = list(_TOPIC[code].finditer(before))
        return About(found[-1].group(1).strip()) if found else About()
    known = words(code)
    if known is None or "acts" not in known.match or known.verb_first:
        return About()
    return _clause(before, known, code)


def _clause(before: str, known: Words, code: str) -> About:
    """Read the last clause of ``before`` that has a subject and a verb."""
    flat = fold(before)
    cuts = sorted({0, *(m.end() for m in _CUT.finditer(flat)), *(m.end() for m in known.match["cuts"].finditer(flat))})
    verb = None
    for start, stop in zip(reversed(cuts), reversed([*cuts[1:], len(flat)]), strict=True):
        said = known.match["intro"].search(flat, start, stop) or known.match["source"].search(flat, start, stop)
        if verb is None:
            verb = _verb(flat, start, stop, known)
            stop = verb.start() if verb is not None else start
        if verb is None:
            continue
        subject = before[start:stop].strip(_TRIM)
        if said is not None and said.start() < stop:
            subject = before[said.end() : stop].strip(_TRIM)
        if subject:
            return _made(subject, before[verb.start() :].strip(_TRIM), known, code)
    return About()


def _verb(flat: str, start: int, stop: int, known: Words) -> re.Match[str] | None:
    """Return the first verb of a clause."""
    found = (known.match[key].search(flat, start, stop) for key in ("verb", "acts", "measure", "up", "down", "go"))
    return min((m for m in found if m is not None), key=re.Match.start, default=None)


def _made(subject: str, verb: str, known: Words, code: str) -> About:
    if code == "fr" and (small := _CLITIC.search(subject)) is not None:
        subject = subject[: small.start()]
    first = WORD.findall(fold(subject))
    if first and first[0] in lexicon(code).and_words:  # and a hard one
        subject, first = subject.partition(" ")[2], first[1:]
    if not 0 < len(first) <= _SUBJECT or (code == "fr" and _NEGATED.search(subject)):
        return About()
    small_words = known.sets["stoppers"] | known.sets["back"] | known.sets.get("on", frozenset())
    if first[0] in small_words:  # a circumstance: In December ...
        return _behind(verb, small_words, known, code) if code in ("de", "nl") else About()
    pronoun = len(first) == 1 and first[0] in lexicon(code).stop | known.sets["pronoun"]
    return About(subject, _plain(verb, known, code), pronoun)


def _behind(verb: str, small_words: frozenset[str], known: Words, code: str) -> About:
    """Return the subject that follows its verb where a circumstance opens the clause, up to the next small word."""
    words_of = verb.split()
    stop = next((n for n, word in enumerate(words_of) if n > 1 and fold(word) in small_words), 0)
    subject = " ".join(words_of[1:stop])
    pronoun = stop == 2 and fold(subject) in lexicon(code).stop | known.sets["pronoun"]
    return About(subject, words_of[0], pronoun, inverted=True) if stop and not pronoun else About()


_NEGATED = re.compile(r"(?:^|\s)n(?:e\s|['’])", re.IGNORECASE)
_CLITIC = re.compile(r"(?: (?:ne|n['’]en|n['’]y|n['’]|en|y|se|s['’]|l['’]))+$")
"""Small words between a French subject and its verb: son prédécesseur n'en résolvait que 9 %."""


def _plain(verb: str, known: Words, code: str) -> str | None:
    """Return the verb without what leads to the number (about, up to), or None when that is none, or a copula."""
    kept, leads = verb.split(), lexicon(code).leads
    while kept and (fold(kept[-1]) in known.sets["stoppers"] or fold(kept[-1]) in leads):
        kept.pop()
    said = " ".join(kept)
    return said if 0 < len(kept) <= _VERB and fold(said) not in known.sets["copula"] else None
