"""Answers to what was said just before: "The opposite is true", "Of course not", "contrary to what X says, Q".

Such words name what they reject by a pronoun, or not at all: it stands in the sentence before, in a question of the
author's own, or in what somebody else is said to say. The expressions are in ``data/retorts.yaml``, one set a language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from pipeline.nlp.claims.words.forms import forms
from pipeline.records import Span

_CONTRAST = (
    r"but|yet|however|and|well|aber|doch|jedoch|und|nur|mais|or|pourtant|et|pero|sin\s+embargo|y|ma|però|eppure|e|mas|porém|"
    r"maar|toch|en|но|однако|а|и|但是?|可是|然而|不过|而|可|其实|しかし|だが|でも|하지만|그러나|그런데|لكن|غير\s+أن|بل"
)
_MORE = r"(?:\s*[,،，、:;–—-]+\s*[^.,;!?。！？،؛]{1,40})?"
"""What may follow a retort: who gave it, or in what respect."""
_SO_FAR = r"(?:(?:\w+\s){0,2}\w+,\s+)?"
"""A few words before a retort, up to a mark: "to this day, ..."."""
_MARKS = r"[\s.!?…。！？؟»”\"」』)*_]*"
_CLAUSE_END = re.compile(r"[,;:，；、،؛]|\s[–—-]\s")
_SPACED_OUT = frozenset({"zh", "ja"})
"""Languages that part no words: there a retort of one word is told by the marks around it."""


@cache
def _words(code: str) -> dict[str, tuple[str, ...]]:
    """Return the expressions of a language by kind; white space in them stands for any."""
    known = forms("retorts").get(code, {})
    spaced = {kind: [e.replace(" ?", r"\s*").replace(" ", r"\s+") for e in entries] for kind, entries in known.items()}
    return {kind: tuple(alternative for e in entries for alternative in _split(e)) for kind, entries in spaced.items()}


def _split(expression: str) -> Iterator[str]:
    """Cut an expression at the bars that stand outside of brackets."""
    depth, start = 0, 0
    for at, char in enumerate(expression):
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            yield expression[start:at]
            start = at + 1
    yield expression[start:]


@cache
def _pattern(code: str, *kinds: str) -> re.Pattern[str] | None:
    found = [e for kind in kinds for e in _words(code).get(kind, ())]
    return re.compile("|".join(f"(?:{e})" for e in found), re.IGNORECASE) if found else None


def expressions(code: str, kind: str) -> str:
    """Return all expressions of one kind as one; "" for none."""
    return "|".join(_words(code).get(kind, ()))


def in_sentence(code: str) -> str:
    """Return an expression for the retorts that may close a sentence which reports something; "" for none.

    Those of one word ("wrong") are left out where words are parted: they may as well belong to what is reported.
    """
    known = _words(code).get("against", ())
    return "|".join(e for e in known if code in _SPACED_OUT or r"\s" in e)


@cache
def _whole(code: str, *kinds: str) -> re.Pattern[str] | None:
    inner = _pattern(code, *kinds)
    if inner is None:
        return None
    lead = (
        rf"[\s\W]*(?:(?:{_CONTRAST})\b[,\s]*)?{_SO_FAR}"
        if code not in _SPACED_OUT
        else rf"[\s\W]*(?:{_CONTRAST})?[，、]?"
    )
    return re.compile(rf"{lead}(?:{inner.pattern}){_MORE}{_MARKS}", re.IGNORECASE)


def is_retort(words: str, code: str) -> bool:
    """Tell whether a sentence says no more than that what was reported before it is false."""
    pattern = _whole(code, "against")
    return pattern is not None and pattern.fullmatch(words) is not None


def is_no(words: str, code: str) -> bool:
    """Tell whether a sentence says no more than no to the question before it."""
    pattern = _whole(code, "against", "no")
    return pattern is not None and pattern.fullmatch(words) is not None


def contrary(text: str, span: Span, code: str) -> Span | None:
    """Return "contrary to what X says" in a sentence, up to the mark that ends it: there X says nothing."""
    return _opening(text, span, code, "contrary")


def instead(text: str, span: Span, code: str) -> Span | None:
    """Return "far from doing P" in a sentence: P is what is not so."""
    return _opening(text, span, code, "instead")


def _opening(text: str, span: Span, code: str, kind: str) -> Span | None:
    """Return a phrase that opens a sentence or follows a mark in it, up to the next mark."""
    pattern = _pattern(code, kind)
    if pattern is None:
        return None
    for found in pattern.finditer(text, span.start, span.end):
        before = text[span.start : found.start()].rstrip(" \t\n«“„\"'")
        if before and before[-1].isalnum() and code != "ja":  # a Japanese topic takes no mark
            continue
        end = found.end() if code in ("ja", "ko") else _phrase_end(text, found.end(), span.end)
        return Span(found.start(), end) if end - found.start() < 0.8 * (span.end - span.start) else None
    return None


def _phrase_end(text: str, at: int, limit: int) -> int:
    """Return where a phrase ends: at the next mark."""
    found = _CLAUSE_END.search(text, at, limit)
    return found.start() if found else limit


def void(text: str, span: Span, code: str) -> list[Span]:
    """Return where a sentence names somebody who says nothing in it: "contrary to what X says"."""
    found = contrary(text, span, code)
    return [] if found is None else [found]


def said_by_nobody(text: str, span: Span, code: str) -> list[Span]:
    """Return the words that open or close what nobody says or denies: "nobody believes that", "it is a myth that"."""
    patterns = (_pattern(code, kind) for kind in ("upheld", "rejects"))
    found = (pattern.search(text, span.start, span.end) for pattern in patterns if pattern)
    return [Span(*match.span()) for match in found if match]


def is_told(words: Span, cue: Span, contents: Iterable[Span]) -> bool:
    """Tell whether a speaker says himself that nobody says so: "X said that nobody believes that P" is X's.

    What X says begins inside of ``words`` (:func:`said_by_nobody`), and not with the conjunction that ends them.
    """
    return any(cue.end <= one.start < words.end - _THAT for one in contents)


def withholds(text: str, span: Span, content: Span, code: str) -> Span | None:
    """Return the words by which somebody takes no side on ``content``: "stopped short of saying", "never claimed"."""
    pattern = _pattern(code, "withheld")
    if pattern is None:
        return None
    for found in pattern.finditer(text, span.start, span.end):
        near = min(abs(content.start - found.end()), abs(found.start() - content.end))
        if near <= _NEAR or (found.start() < content.end and content.start < found.end()):
            return Span(*found.span())
    return None


def uncarried(text: str, span: Span, code: str) -> Span:
    """Return P of "reports according to which P", "the view that P" (before or behind P, as the language has it)."""
    opens, closes = _pattern(code, "carriers"), _pattern(code, "carried")
    start, end = span.start, span.end
    found = opens.match(text, start, end) if opens else None
    start = found.end() if found else start
    tails = [m.start() for m in closes.finditer(text, start, end) if m.end() == end] if closes else []
    end = tails[0] if tails else end
    while start < end and not text[start].isalnum() and text[start] not in "\"'“«„「":
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end - start > 3 else span


_THAT = 6
"""Most characters of a conjunction and a space."""
_NEAR = 12
"""Most characters between the words that withhold and what is withheld."""


def upheld(text: str, span: Span, code: str) -> Span | None:
    """Return P in "nobody can deny that P", "there is no doubt that P"; None where the sentence says nothing such."""
    pattern = _pattern(code, "upheld")
    found = pattern.search(text, span.start, span.end) if pattern else None
    if found is None:
        return None
    closes = code in ("ja", "ko") or found.end() >= span.end - 2
    start, end = (span.start, found.start()) if closes else (found.end(), span.end)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end) if end - start > 3 else None
