"""Noun phrases around a cue, for languages that part their words: a surface reading without a parser."""

from __future__ import annotations

import re

from pipeline.nlp.claims.frames import QUOTE
from pipeline.nlp.claims.rules.edges import GLUE, Edges, Range

_ADVERBIAL = frozenset(
    ["in", "on", "at", "by", "with", "to", "pour", "sur", "su", "à", "en", "im", "am", "bei", "mit", "aus", "an"]
)
"""Prepositions that more often open an adverbial of the sentence than belong to the name before them."""
_WRITTEN = frozenset(
    [
        "بيان",
        "البيان",
        "بيانها",
        "بيانه",
        "تقرير",
        "تقريرها",
        "تقريره",
        "رسالة",
        "منشور",
        "تغريدة",
        "تدوينة",
        "مقابلة",
        "تصريح",
        "تصريحات",
    ]
)
"""Arabic words for what one says something in: "in a statement" behind a speaker is no part of its name."""
_LONGEST = 28
_APPOSITION = 18

_ADVERB = re.compile(r"\w{3,}(?:ly|mente|ment)")
"""A word that opens a sentence ("Additionally, …") and is no subject."""


class Nouns(Edges):
    """Finds noun phrases in one token sequence."""

    def left(self, at: int) -> Range | None:
        """Return the noun phrase that ends before token ``at`` (a cue), auxiliaries and adverbs skipped."""
        last = self._skip_left(at - 1)
        if last < 0:
            return None
        token = self.tokens[last]
        if self._has("pronouns", token) or self._has("first_person", token):
            return last, last + 1
        if token.norm == ",":
            return self._apposition(last)
        if token.norm in (")", "]"):
            return self._bracketed(last)
        if token.norm == QUOTE or not token.is_word or self._is_link(token):
            return None
        if token.text.islower() and self._has("finite", token):
            return None
        first = self._extend_left(last)
        return self._trim(first, self._before_adverbial(first, self._before_day(last + 1)))

    def subject(self) -> Range | None:
        """Return the noun phrase that opens the sequence, fronted adverbials skipped."""
        at = 0
        while at < len(self.tokens) and (not self.tokens[at].is_word or self._has("contrasts", self.tokens[at])):
            if self.tokens[at].norm == QUOTE:
                return None
            at += 1
        if at + 1 < len(self.tokens) and _ADVERB.fullmatch(self.tokens[at].norm) and self.tokens[at + 1].norm == ",":
            at += 2
        if at < len(self.tokens) and self._has("starters", self.tokens[at]):
            comma = next((i for i in range(at, min(at + 14, len(self.tokens))) if self.tokens[i].norm == ","), None)
            if comma is None:
                return None
            at = comma + 1
        found = self.right(at)
        return self._without_verb(found) if found else None

    def _without_verb(self, found: Range) -> Range:
        """Cut a name that begins a sentence before the first word that cannot belong to it."""
        first, last = found
        if self._has("determiners", self.tokens[first]) or not self.tokens[first].is_capital:
            return found
        for index in range(first + 1, last):
            token = self.tokens[index]
            if token.norm == ",":
                break
            if token.is_word and token.text.islower() and not self._has("inside", token):
                return first, index
        return found

    def right(self, at: int) -> Range | None:
        """Return the noun phrase that begins at token ``at`` or after auxiliaries there."""
        first = self._skip_right(at)
        if first >= len(self.tokens) or not self.tokens[first].is_word:
            return None
        alone = self._has("pronouns", self.tokens[first]) and not self.is_article(first)
        if alone or self._has("first_person", self.tokens[first]):
            return first, first + 1
        if not self.can_start(first):
            return None
        last = self._before_recipient(first, self._extend_right(first))
        return first, self.with_apposition(last)

    def after_preposition(self, at: int) -> Range | None:
        """Return the noun phrase after "according to" and the like, up to the next comma or verb."""
        if at >= len(self.tokens) or not (self.tokens[at].is_word or self.tokens[at].norm in GLUE):
            return None
        last = self._extend_right(at, prepositional=True)
        return (at, self.with_apposition(last)) if last > at else None

    def _stops_left(self, index: int, last: int) -> bool:
        token, right = self.tokens[index], self.tokens[index + 1]
        if last - index > _LONGEST or token.norm == QUOTE:
            return True
        if not token.is_word:
            return not self._glued(index)
        if self._has("contrasts", token) and self._has("inside", token):
            before = self.tokens[index - 1] if index else token
            return not (index and before.is_word and before.is_capital == right.is_capital and index >= 1)
        return self._has("breaks", token) or (self._has("finite", token) and not self._has("inside", token))

    def _extend_left(self, last: int) -> int:
        first = last
        while first > 0 and not self._stops_left(first - 1, last):
            first -= 1
        return first

    def _trim(self, first: int, end: int) -> Range | None:
        """Cut a fronted adverbial off the left of ``[first, end)``."""
        tokens = self.tokens
        while first < end and not tokens[first].is_word:
            first += 1
        if first < end and self._has("starters", tokens[first]):
            if self.lexicon.inverted:
                return None
            first = self._last_phrase(first + 1, end)
        relative = self.lexicon.inverted and end - first > 2 and tokens[first].norm in self.lexicon.words["relatives"]
        if relative and self._has("determiners", tokens[first + 1]):
            return None
        while first < end and (self._has("starters", tokens[first]) or self._has("breaks", tokens[first])):
            first += 1
        return (first, end) if first < end else None

    def _last_phrase(self, first: int, end: int) -> int:
        """Return where the last noun phrase of a stretch begins: a run of capitals, or from its determiner."""
        at = end - 1
        while (
            at > first
            and (self.tokens[at - 1].is_capital or self._glued(at - 1) or self._glued(at))
            and self.tokens[at].is_capital | self._glued(at)
        ):
            at -= 1
        if at == end - 1 and not self.tokens[at].is_capital:
            starts = [i for i in range(first, end) if self._has("determiners", self.tokens[i])]
            return starts[-1] if starts else end - 1
        return at

    def _apposition(self, comma: int) -> Range | None:
        """Read ``Name, role of something,`` leftwards from the closing comma."""
        for index in range(comma - 1, max(-1, comma - _APPOSITION), -1):
            token = self.tokens[index]
            if token.norm == QUOTE or token.norm in ";:":
                return None
            if token.norm == "," and index > 0 and self.tokens[index - 1].is_word and not self.in_number(index):
                trimmed = self._trim(self._extend_left(index - 1), index)
                if trimmed and self.lexicon.inverted and self._holds_verb(trimmed):
                    return None
                if trimmed and self.lexicon.code == "de" and self._is_relative(index + 1, comma):
                    return (trimmed[0], index) if self.can_start(trimmed[0]) else None
                return (
                    (trimmed[0], comma) if trimmed and any(t.is_capital for t in self.tokens[slice(*trimmed)]) else None
                )
        return None

    def _bracketed(self, last: int) -> Range | None:
        for index in range(last - 1, max(-1, last - 14), -1):
            if self.tokens[index].norm in ("(", "["):
                inner = self.left(index)
                return (inner[0], last + 1) if inner else None
        return None

    def _extend_right(self, first: int, *, prepositional: bool = False) -> int:
        last = first
        while last < len(self.tokens) and not self._stops_right(last, first, prepositional=prepositional):
            last += 1
        while last > first and not self.tokens[last - 1].is_word and self.tokens[last - 1].norm not in ')"”»“':
            last -= 1
        while last > first + 1 and self._dangles(self.tokens[last - 1]):
            last -= 1
        return last

    def _stops_right(self, index: int, first: int, *, prepositional: bool) -> bool:
        token = self.tokens[index]
        if index - first > _LONGEST or token.norm == QUOTE:
            return True
        if not token.is_word:
            return token.norm not in "()[]" and not self._glued(index)
        if index == first:
            return False
        if self._opens_another(index):
            return True
        if self._has("inside", token) and not self._has("finite", token):
            fronts = self._has("starters", token) and not self._has("determiners", token)
            if prepositional and self.lexicon.code == "de" and fronts and self._opens_adverbial(index):
                return True
            return fronts and not prepositional and (token.norm in _ADVERBIAL or self._opens_document(index))
        if self._has("breaks", token) or self._has("finite", token) or self._has("skip", token):
            return True
        if self._has("starters", token):
            return not prepositional or not token.text.islower() or self.lexicon.code == "de"
        if prepositional and self.lexicon.code == "de" and token.text[0].isdigit():
            return True
        before = self.tokens[index - 1]
        if prepositional and self.lexicon.code == "nl" and (index - first >= 2 or before.is_capital):
            return (
                token.text.islower()
                and not self._has("inside", before)
                and (before.is_capital or not before.norm.endswith("e"))
            )
        return self.lexicon.code == "de" and self._lower_verb(index)

    def _opens_document(self, index: int) -> bool:
        """True for the preposition of an Arabic "in a statement"."""
        rest = self.tokens[index + 1 : index + 2]
        return self.lexicon.code == "ar" and any(t.norm in _WRITTEN for t in rest)

    def with_apposition(self, last: int) -> int:
        """Take in ``, co-founder of the lab`` after a name, if it ends before a mark and holds no verb."""
        tokens = self.tokens
        if last + 1 >= len(tokens) or tokens[last].norm != ",":
            return last
        nxt = tokens[last + 1]
        if not (self._has("roles", nxt) or self._has("determiners", nxt) or self._role_before(last, nxt)):
            return last
        end = last + 1
        while end < len(tokens) and end - last < _APPOSITION and tokens[end].norm not in (",", ";", ".", ":", QUOTE):
            if self._has("breaks", tokens[end]) or self._has("finite", tokens[end]):
                return last
            end += 1
        if self.lexicon.code == "de" and (self._is_relative(last + 1, end) or self._holds_verb((last + 1, end))):
            return last
        words = [t for t in tokens[last + 1 : end] if t.is_word]
        return end if any(self._has("roles", t) or t.is_capital for t in words) else last
