"""The words around what a claim asserts, as far as they can tell when it was said.

A clause on the speaker ("Voss, who left the bank last year, said") tells when something else happened. Japanese and
Korean may put the day of saying between the speaker and what is said: "ヴォス氏は先月、…と述べた".
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Protocol

from pipeline.cluster.lexicon import Pattern, pattern
from pipeline.cluster.told_dates import timing, told
from pipeline.records import Article, Claim, Quantity, Span

_ADNOMINAL = {
    "ja": re.compile(r"[^、]*[たるだ](?=[^ぁ-ん、]+$)"),
    "zh": re.compile(r"[^，、]*的(?=[^，、的上中时時后後里间]{2,}$)"),
    "ko": re.compile(r".*[을를]\s+(?P<verb>\S+)\s"),
}
"""What ends a clause that stands before the name of whom it is about."""
_LEADS = {"ja": re.compile(r"[^、「」]{2,24}、"), "ko": re.compile(r"(?:\S+\s+){1,3}")}
_LATE = date(9999, 12, 31)
"""A day of printing after every date."""
_OPENS = {"ja": re.compile(r"(?:は|が|も)$"), "ko": re.compile(r"[은는이가도]\s*$")}
_PARTICLES = re.compile(r"(?:に|には|から|の[^、はがをも]{1,10}で|初め|末|ごろ|頃)?、")
_PAST_KO = 20
"""Which last consonant marks the past in Korean: ㅆ."""
_ADNOMINAL_KO = (4, 8)
"""Last consonants of a Korean verb before a noun: ㄴ, ㄹ."""


class Spoken(Protocol):
    """A claim where it stands, with the numbers and dates in it: a statement, with or without its vectors."""

    @property
    def claim(self) -> Claim:
        """What is claimed."""

    @property
    def article(self) -> Article:
        """Where it stands."""

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers and dates among its words."""


def frame(statement: Spoken) -> str:
    """Return the words of a claim outside what it asserts, with a bar where that stood."""
    text, claim = statement.article.text, statement.claim
    return " | ".join(text[span.start : span.end] for span in _parts(claim))


def told_by(statement: Spoken) -> str:
    """Return the part of :func:`frame` that names who says it or how, the first where none does."""
    text, claim = statement.article.text, statement.claim
    marks = [claim.holder, *(layer.cue for layer in claim.attribution)]
    parts = _parts(claim)
    named = [part for part in parts if any(m and part.start <= m.start < m.end <= part.end for m in marks)]
    return " | ".join(text[span.start : span.end] for span in named or parts[:1])


def speaking(statement: Spoken) -> tuple[Span, ...]:
    """Return the parts of :func:`frame` that may tell when it was said."""
    claim, text = statement.claim, statement.article.text
    aside = _aside(claim, text)
    parts = [*_parts(claim), *_lead(statement)]
    return tuple(piece for part in parts for piece in _without(part, aside))


def _parts(claim: Claim) -> list[Span]:
    parts, at = [], claim.start
    for span in sorted(claim.content, key=lambda s: s.start):
        parts.append(Span(at, max(at, span.start)))
        at = max(at, span.end)
    return [*parts, Span(at, max(at, claim.end))]


def _without(part: Span, aside: Span | None) -> list[Span]:
    if aside is None or aside.end <= part.start or part.end <= aside.start:
        return [part]
    pieces = [Span(part.start, aside.start), Span(aside.end, part.end)]
    return [piece for piece in pieces if piece.start < piece.end]


def _aside(claim: Claim, text: str) -> Span | None:
    """Return the words on the speaker: a clause or an office after the name; before it in Chinese, Japanese, Korean."""
    holder = claim.holder
    if holder is None or not claim.start <= holder.start < holder.end <= claim.end:
        return None
    if claim.language in _ADNOMINAL:
        return _before_name(claim.language, text, claim.start, holder.end)
    known = _clause(claim.language)
    match = known.match(text, holder.end, claim.end) if known else None
    return Span(match.start(), match.end("aside")) if match else None


@lru_cache(maxsize=16)
def _clause(language: str) -> Pattern | None:
    """Match a clause after a name that begins with a relative, or an office that somebody held once."""
    relative = timing()["relative"].get(language)
    if relative is None:
        return None
    formerly = pattern(timing()["formerly"][language]).pattern
    opens = rf"(?:[^\s,،]+\s)?(?:{pattern(relative).pattern})[^,،|]*"
    office = rf"(?:{formerly})\s+[^,،|]+|[^,،|]+\s(?:{formerly})[^,،|]*"
    return re.compile(rf"\s*[,،]\s*(?P<aside>{opens}|{office})(?=[,،|.]|$)", re.IGNORECASE)


def _before_name(language: str, text: str, start: int, end: int) -> Span | None:
    start = max(start, *(text.rfind(mark, start, end) + 1 for mark in "，、,"))
    match = _ADNOMINAL[language].match(text, start, end)
    if match is None or (language == "ko" and _final(match["verb"]) not in _ADNOMINAL_KO):
        return None
    return Span(*match.span())


def _lead(statement: Spoken) -> list[Span]:
    """Return the words at the head of what is asserted that tell the day of saying, right after the speaker."""
    claim, text = statement.claim, statement.article.text
    opens = _OPENS.get(claim.language)
    if opens is None or not claim.content or not opens.search(text[claim.start : claim.content[0].start]):
        return []
    start, end = claim.content[0].start, claim.content[-1].end
    match = _LEADS[claim.language].match(text, start, end)
    if match is None or (claim.language == "ko" and _is_past(text[start:end])):
        return []
    length = _date_length(match[0], statement, start)
    fits = length and (claim.language == "ko" or _PARTICLES.fullmatch(match[0], length))
    return [Span(start, max(match.end(), start + length))] if fits else []


def _is_past(words: str) -> bool:
    """Tell whether a Korean clause is about the past: then a day at its head may be that of what happened."""
    return any(_final(char) == _PAST_KO for char in words.rstrip()[-3:])


def _date_length(words: str, statement: Spoken, start: int) -> int:
    """Return the length of the date, or of the words for a past, with which words begin; 0 if there are none."""
    language = statement.claim.language
    dated = [q.end - start for q in statement.quantities if q.date and q.start == start]
    found = told(words, language, _LATE)
    if found and words.startswith(found.text):
        dated.append(len(found.text))
    past = (pattern(timing()[kind][language]).match(words) for kind in ("then", "formerly"))
    return max([*dated, *(match.end() for match in past if match)], default=0)


def _final(syllable: str) -> int:
    """Return the number of the last consonant of the last Korean syllable; 0 for none."""
    return (ord(syllable[-1]) - 0xAC00) % 28 if "\uac00" <= syllable[-1] <= "\ud7a3" else 0
