"""The splitter: find every place where a sentence could end, and decide each from its near surroundings.

One regular expression walks the text once; every decision looks at a bounded stretch around the place, so the work is
linear. Stops inside quotations split the quotation, and the words that say who spoke stay with its last sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.nlp.sentences.context import (
    Place,
    closes_late,
    follows_quote,
    in_quoted_phrase,
    is_wrapped_line,
    next_item,
)
from pipeline.nlp.sentences.rules import Rules, load_rules
from pipeline.nlp.sentences.stops import ends_sentence
from pipeline.records import Span

_ANY = "!?…‼⁇⁈⁉。！？｡؟"
_EMOJI = "\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u200d"
_CLOSERS = rf"(?:[\"'”’»›)\]}}」』】）》〉*_]|[“‘«‹](?=\s|$)|\s?[»›](?=\s|$)|\s?\"(?=\s*$))*(?:\s?[{_EMOJI}]+)?"


@lru_cache(maxsize=128)
def _candidates(extra: str) -> re.Pattern[str]:
    stops = re.escape(_ANY + extra)
    return re.compile(
        rf"(?P<line>\n\s*)"
        rf"|(?P<stop>[.{stops}](?:[^\S\n]?[.{stops}])*)(?P<close>{_CLOSERS})"
        r"|(?P<item>(?<=\s)(?=[•⁃▪‣◦●]|(?:\d{1,2}|[a-z])(?:\.\)|[.)])\s))"
        rf"|(?P<smile>(?<=\s)[:;]-?[)(DP](?=\s))"
    )


def split(text: str, language: str) -> tuple[Span, ...]:
    """Cut a text into sentences.

    Args:
        text: Any text. A blank line always ends a sentence, a line break does unless the line is clearly wrapped.
        language: BCP 47 code; decides abbreviations, ordinals ("3. November") and additional stops.

    Returns:
        Spans in order that together cover every character that is not white space.
    """
    spans: list[Span] = []
    start = 0
    for end in _boundaries(text, load_rules(language)):
        start = _add(spans, text, start, end)
    _add(spans, text, start, len(text))
    return tuple(spans)


def _add(spans: list[Span], text: str, start: int, end: int) -> int:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        spans.append(Span(start + left, start + right))
    return end


def _boundaries(text: str, rules: Rules) -> Iterator[int]:
    """Ends of sentences, ascending."""
    start = 0
    for match in _candidates(rules.stops).finditer(text):
        end = _decide(text, match, start, rules)
        if end is not None and end > start:
            yield end
            start = end


def _decide(text: str, match: re.Match[str], start: int, rules: Rules) -> int | None:
    kind = match.lastgroup
    if kind == "line":
        return None if is_wrapped_line(text, match.start(), match.end(), start) else match.end()
    if kind == "item":
        return match.start() if next_item(text, match, start) else None
    if kind == "smile":
        return match.end() if text[match.end() : match.end() + 2].strip()[:1].isupper() else None
    return _decide_stop(text, match, start, rules)


def _decide_stop(text: str, match: re.Match[str], start: int, rules: Rules) -> int | None:
    place = Place.around(text, match, start)
    if not place.following:
        return None
    if place.closed and follows_quote(place, rules):
        return None
    if place.stop[-1] in "。！？" and in_quoted_phrase(text, match.end(), start):
        return None
    late_quote = closes_late(text, match.end(), start)
    if late_quote:
        return match.end() + late_quote
    return match.end() if ends_sentence(place, rules) else None
