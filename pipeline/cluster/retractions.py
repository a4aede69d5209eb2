"""Who takes an earlier answer back: "I was wrong", "Voss admitted her mistake", "she no longer believes that".

"Brandt was wrong" takes back nothing of whoever says so, and nothing of Brandt. Words in twelve languages are in
``data/retractions.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple, cast

from pipeline.cluster.framing import told_by
from pipeline.cluster.lexicon import Pattern, read
from pipeline.cluster.statements import Statement

_BREAKS = re.compile(r"[,;:.!?—،؛，。；！？、|«»“”„\"()]")
"""What ends a clause."""
_WIDE = ("zh", "ja", "ko")
_GAP = r"(?:[^\s,;:.،؛|]+\s){0,6}?"
_WIDE_GAP = r"[^，。；、.|]{0,25}?"
_AFTER = 10
"""Characters behind a verb in which Japanese and Korean negate it."""
_OF_NAME = re.compile(r"['’]|(?:氏|さん|先生|씨)?(?:の|的|의)")
_SHORTEST = 3
_FEW = 5
"""Words between a name and what is told of it."""


class _Words(NamedTuple):
    mine: Pattern
    told: Pattern
    self_turned: Pattern
    self_wrong: Pattern
    error: Pattern
    admits: Pattern
    voids: Pattern
    of: Pattern


def retraction(statement: Statement) -> str:
    """Return the words in which the holder of a claim takes an earlier answer back; "" if there are none."""
    words = _words(statement.claim.language)
    if words is None:
        return ""
    if _own(statement):
        return _found(words.mine, statement.claim.text, statement.claim.language, words)
    return "" if statement.claim.quoted == "direct" else _reported(statement, words)


def told_of(statement: Statement, names: Iterable[str]) -> tuple[str, str] | None:
    """Return (name, words) where an author tells that somebody of these names took an earlier answer back."""
    claim, words = statement.claim, _words(statement.claim.language)
    if words is None or claim.quoted != "none" or not (claim.holder is None or claim.holder.kind == "author"):
        return None
    match = words.told.search(claim.text)
    if match is None or _voided(match, claim.text, claim.language, words):
        return None
    named = [(at, name) for name in names if (at := _ends(name, claim.text, match, claim.language, words)) >= 0]
    return (max(named)[1], match[0]) if named else None


def _own(statement: Statement) -> bool:
    claim = statement.claim
    return claim.quoted == "direct" or claim.holder is None or claim.holder.kind == "author"


def _reported(statement: Statement, words: _Words) -> str:
    """Read others' words on the holder: around what is asserted, or at its head."""
    language, around = statement.claim.language, told_by(statement)
    if found := _found(words.told, around, language, words):
        return found
    match = words.self_turned.match(statement.content)
    if match is None and words.admits.search(statement.claim.text):
        match = words.self_wrong.match(statement.content) or words.error.search(statement.claim.text)
    return match[0] if match and not _voided(match, match.string, language, words) else ""


def _found(known: Pattern, text: str, language: str, words: _Words) -> str:
    match = known.search(text)
    return match[0].strip() if match and not _voided(match, text, language, words) else ""


def _voided(match: re.Match[str], text: str, language: str, words: _Words) -> bool:
    """Tell whether the clause of a match is negated."""
    start = max((m.end() for m in _BREAKS.finditer(text, 0, match.start())), default=0)
    end = match.end() + _AFTER if language in ("ja", "ko") else match.end()
    return words.voids.search(text[start:end]) is not None


def _ends(name: str, text: str, match: re.Match[str], language: str, words: _Words) -> int:
    """Return where a name ends that what is told has for its subject; -1 if it has not."""
    last = name.split()[-1]
    if language not in _WIDE and len(last) < _SHORTEST:
        return -1
    at = text.rfind(last, 0, match.end())
    if at < 0 or not _nominative(name, text[:at], words) or _OF_NAME.match(text, at + len(last)):
        return -1
    between = text[at + len(last) : match.start()]
    apart = bool(_BREAKS.search(between)) or (language not in _WIDE and len(between.split()) > _FEW)
    return -1 if apart else at + len(last)


def _nominative(name: str, before: str, known: _Words) -> bool:
    """Tell whether a name is no possessor: "the critics of Voss", "критики Мары Восс"."""
    first, words = name.split()[:-1], before.split()
    if first and words and words[-1] != first[-1] and words[-1][:2] == first[-1][:2]:
        return False
    given = len(first) if words[len(words) - len(first) :] == first else 0
    return not words[: len(words) - given] or not known.of.fullmatch(words[len(words) - given - 1])


@lru_cache(maxsize=32)
def _words(language: str) -> _Words | None:
    """Compile the expressions of a language, if it is known."""
    data = _data()
    if language not in data["mine"]:
        return None
    kinds = ("mine", "told", "self_turned", "self_wrong", "error", "admits", "not", "of")
    return _Words(*(_compiled(data[kind][language], language) for kind in kinds))


def _compiled(forms: list[str], language: str) -> Pattern:
    wide = language in _WIDE
    bodies = [form.replace("'", "['’]").replace("…", _WIDE_GAP if wide else _GAP) for form in forms]
    either = "|".join(bodies)
    return re.compile(either if wide else rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    return cast("dict[str, dict[str, list[str]]]", read("retractions.yaml"))
