"""Names with a version ("Vela 4o", "Séquoia-2"): which of them a rendering exchanged, or stripped of its version."""

from __future__ import annotations

import re

from pipeline.cluster.spelling import alike, latin
from pipeline.cluster.statements import Statement, folded
from pipeline.cluster.voices import is_latin
from pipeline.records import Difference

_LETTER = r"[^\W\d_\u2e80-\uffff]"
"""A letter of a script that parts its words: in others a name stands right against the words around it."""
_VERSIONED = re.compile(
    rf"(?<!{_LETTER})({_LETTER}{{2,}})([-\s\u2010-\u2013]?)(\d+(?:\.\d+)?[a-z]{{0,2}})(?!{_LETTER}|[\d%])"
)

Versions = dict[str, dict[str, str]]
"""Folded name to version to words ("Vela 4o": vela, 4o)."""


def exchanged(original: Statement, variant: Statement) -> list[Difference]:
    """Pair versions of one name of which each side has another, or only one has any; then names that only one has."""
    here, there = _versions(original), _versions(variant)
    found = _renumbered(here, there)
    found += [
        Difference("entity", words, bare) for words, bare in _bared(here, there, original.content, variant.content)
    ]
    found += [
        Difference("entity", bare, words) for words, bare in _bared(there, here, variant.content, original.content)
    ]
    return sorted(found or _renamed(original, variant), key=lambda d: (d.original or "", d.variant or ""))


def _versions(statement: Statement, telling: bool = False) -> Versions:
    """Return the names with a version in a text; ``telling`` leaves out what may be a word and a number."""
    found: Versions = {}
    dates = [q.text for q in statement.quantities if q.kind == "date"]
    for match in _VERSIONED.finditer(statement.content):
        name, joint, version = match.groups()
        if not name[0].isupper() or any(version in date for date in dates):
            continue
        if not telling or joint.strip() or version[-1].isalpha():
            found.setdefault(folded(name), {})[version] = match[0]
    return found


def _renumbered(here: Versions, there: Versions) -> list[Difference]:
    found = []
    for name in here.keys() & there.keys():
        gone = [words for version, words in here[name].items() if version not in there[name]]
        new = [words for version, words in there[name].items() if version not in here[name]]
        found += [Difference("entity", was, now) for was, now in zip(gone, new, strict=False)]
    return found


def _bared(versions: Versions, others: Versions, own: str, other: str) -> list[tuple[str, str]]:
    """Find (words, bare name) of names with one version on one side, and none on the other: Vela 4o, Vela."""
    found = []
    for name, words in versions.items():
        once = len(words) == 1 and name not in others
        alone = re.compile(rf"(?<!{_LETTER}){re.escape(name)}(?!{_LETTER})", re.IGNORECASE)
        bare = alone.search(other) if once and len(alone.findall(own)) == 1 else None
        if bare and bare[0][0].isupper():
            found.append((next(iter(words.values())), bare[0]))
    return found


def _renamed(original: Statement, variant: Statement) -> list[Difference]:
    """Pair names of which each side has one that the other lacks; translators keep them, but for other letters."""
    telling = original.claim.language != variant.claim.language
    here, there = (_versions(s, telling) for s in (original, variant))
    gone = [(name, words) for name, words in here.items() if name not in there]
    new = [(name, words) for name, words in there.items() if name not in here]
    pairs = zip(gone, new, strict=False) if len(gone) == len(new) == 1 else ()
    return [
        Difference("entity", next(iter(was.values())), next(iter(now.values())))
        for (old, was), (fresh, now) in pairs
        if _apart(old, fresh)
    ]


def _apart(a: str, b: str) -> bool:
    """Tell whether two names are two, however they are spelled; in one script short ones are compared by letters."""
    same = alike(a, b)
    return same is False or (same is None and is_latin(a) and is_latin(b) and latin(a) != latin(b))
