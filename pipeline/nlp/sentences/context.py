"""What stands around a possible sentence end: the place itself, quotations, list items, wrapped lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.nlp.sentences.rules import Rules

_REACH = 48
"""Code points looked at on either side: longer than any abbreviation, short enough to keep the work linear."""
_WRAP = 50
"""A line shorter than this was not broken for want of room."""
_QUOTATION = 400
"""Code points searched for the other end of a quotation."""
_OPENERS = "\"'“‘„«‹([{「『（《¿¡*_—–- \u00a0\u202f"
_PREFIX = _OPENERS + "#>|\\•⁃▪‣◦●\n\t"
"""What may stand before the number of a heading or list item."""
_QUOTE_END = re.compile(r"[\"'”’»›」』]\s*$")
_NOTE_WITHIN = re.compile(r"[(（][^()（）\n]{1,40}[)）]\s?[,;，、]")
"""A note in brackets with a comma behind it: the sentence goes on ("Whose Quay?" (1994), where …)."""
_QUOTED_PHRASE = re.compile(r"[^「」『』\n]{1,100}[」』](?:っ?て|と|など|なんて|みたい|[はがをのにもで])")
"""The rest of Japanese quoted words, and the particle that makes them a part of the sentence around them."""
_TOKEN = re.compile(r"[^\s\"'“‘„«‹(\[{”’»›)\]}「『（,;]*$")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_MARKER = re.compile(r"\s*(?P<bullet>[•⁃▪‣◦●]?)\s?(?:(?P<label>\d{1,2}|[a-z])(?P<style>\.\)|[.)]))?")
_NAME_AND_VERB = re.compile(r"\s*(?:[A-Z][\w.'’-]*\s+){1,3}([a-z]+)")


@dataclass(frozen=True, slots=True)
class Place:
    """A possible end: ``token`` + ``stop`` + ``closed`` + ``gap`` + ``following``."""

    before: str
    """Text before the stop, at most 48 code points, none from the sentence before."""
    token: str
    """Last word before the stop, with its inner stops."""
    stop: str
    closed: str
    """Closing quotation marks and brackets, and emoji, after the stop."""
    gap: str
    following: str
    """Text after the gap, at most 48 code points."""
    first: bool
    """The token begins the sentence."""
    opening: str
    """First letter or digit of the sentence so far; empty if there is none near."""

    @classmethod
    def around(cls, text: str, match: re.Match[str], start: int) -> Place:
        """Look around one match of the candidate expression, in a sentence that began at ``start``."""
        stop_at = match.start("stop")
        before = text[max(start, stop_at - _REACH) : stop_at]
        after = text[match.end() : match.end() + _REACH]
        following = after.lstrip()
        token_match = _TOKEN.search(before)
        token = token_match.group() if token_match else ""
        first = stop_at - start <= _REACH and not before[: len(before) - len(token)].strip(_PREFIX)
        gap = after[: len(after) - len(following)]
        opening = text[start : min(stop_at, start + _REACH)].lstrip().lstrip(_OPENERS)[:1]
        return cls(before, token, match.group("stop"), match.group("close"), gap, following, first, opening)

    @property
    def next_char(self) -> str:
        """First letter, digit or other character that opens the following text, quotes and brackets aside."""
        return self.following.lstrip(_OPENERS)[:1] or self.following[:1]

    @property
    def next_word(self) -> str:
        """First word that follows, as written."""
        found = _WORD.match(self.following.lstrip(_OPENERS))
        return found.group() if found else ""


def follows_quote(place: Place, rules: Rules) -> bool:
    """True when a quotation ended here and its sentence goes on, as in `"Really?" Mara asked`."""
    if _NOTE_WITHIN.match(place.following):
        return True
    if not _QUOTE_END.search(place.closed):
        return False
    if place.following[0] in ",;、，":
        return True
    if not place.gap and place.following.startswith(rules.continues or ("\0",)):
        return True
    if not rules.speech:
        return False
    if place.following[0].isascii():
        if place.stop[-1] not in "?!" and place.token.lower() not in rules.inner:
            return False  # a statement would have ended in a comma: the name begins a sentence of its own
        found = _NAME_AND_VERB.match(place.following)
        return bool(found) and found is not None and found.group(1) in rules.speech
    head = re.split("[，,。！？：:“「]", place.following, maxsplit=1)[0][:12]
    return any(verb in head for verb in rules.speech if not verb.isascii())


def in_quoted_phrase(text: str, end: int, start: int) -> bool:
    """True within Japanese words that are quoted amid a sentence, as in 彼は「もういい。帰ろう」って言った.

    A quotation that opens the sentence, or that a colon announces, is cut at its stops.
    """
    opened = max(text.rfind(mark, max(start, end - _QUOTATION), end) for mark in "「『")
    closed = max(text.rfind(mark, max(start, end - _QUOTATION), end) for mark in "」』")
    if opened <= closed or text[start:opened].rstrip()[-1:] in ("", ":", "："):
        return False
    return _QUOTED_PHRASE.match(text, end) is not None


def closes_late(text: str, end: int, start: int) -> int:
    """Length of a closing quotation mark that stands apart from its stop, as in `Enough ! " They left`; else 0."""
    if text[end : end + 2] != ' "' or text[end + 2 : end + 3].strip():
        return 0
    return 2 if text.count('"', max(start, end - _QUOTATION), end) % 2 else 0


def is_wrapped_line(text: str, begin: int, end: int, start: int) -> bool:
    """True when a single line break only folds a long line: no stop before it, a small letter after it."""
    if text.count("\n", begin, end) != 1 or end >= len(text):
        return False
    line = text.rfind("\n", max(0, begin - _WRAP), begin)
    last = text[max(0, begin - _REACH) : begin].rstrip()[-1:]
    if line >= 0 or begin - start < _WRAP:
        return False
    return text[end].islower() and (last.isalnum() or last in tuple(",;-–—"))


def next_item(text: str, match: re.Match[str], start: int) -> bool:
    """True when a list marker inside a sentence continues the list that the sentence opened: "1. This 2. That"."""
    here = _MARKER.match(text, match.start())
    opened = _MARKER.match(text, start)
    if here is None or opened is None:
        return False
    if here["bullet"]:
        return bool(text[start : match.start()].strip())
    if not opened["label"] or opened["style"] != here["style"] or opened["bullet"]:
        return False
    return _successor(opened["label"]) == here["label"]


def _successor(label: str) -> str:
    return str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)
