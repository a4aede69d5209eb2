"""Words that somebody passes on as another's: "X quotes Y as saying that P". Y holds P, X is an outer level of it.

Beside the verb of quoting stand two names, and either may be taken for the speaker, or both for one. The forms stand in
``data/relays.yaml``: in languages that part their words the noun phrases beside the verb, elsewhere the whole clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.fusion.pairing import touch, within
from pipeline.nlp.claims.fusion.sources import is_person
from pipeline.nlp.claims.pieces import trim
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.rules.nouns import Nouns
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.forms import before, expression
from pipeline.nlp.claims.words.forms import forms as read
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import Token, tokenize
from pipeline.records import Passage, QuoteMode, Span

RELAY, RELAYED = "passes on", "passed on"
"""Rules of the two levels made here."""
_COLON = r"\s*[:：]"
_QUOTES = '"“”„‟«»‹›「」『』'
_EDGES = " \t\n,;:：.!?…。"
_REACH, _NAME_WORDS, _SHORTEST = 80, 7, 4
"""Characters from a verb of quoting to the link behind the name; most words of a name; fewest characters of words."""
_BESIDE = re.compile(r",?\s+(?:\w+\s+){0,2}")
"""What may stand between who is quoted and the words of quoting: "Voss, | quoted by X", "Voss was | quoted by X"."""
_NAME = re.compile(r"(?:[A-ZÄÖÜ][\w-]*\s+)?[A-ZÄÖÜ][\w-]*$")


@cache
def _forms(code: str) -> Mapping[str, re.Pattern[str]]:
    """Return the expressions of a language by kind; none for a language without."""
    found = {}
    for kind, form in read("relays").get(code, {}).items():
        edge = "" if kind == "links" else before(code)
        more = rf"|{_COLON}" if kind == "links" else ""
        found[kind] = expression(rf"{edge}(?:{form}{more})")
    return found


def with_relayed(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech in which quoted words are held by who is quoted, inside what is told by who quotes."""
    said = list(speech.said)
    for passage in passages:
        lexicon, forms = lexicons.load(passage.language), _forms(passage.language)
        if lexicon is None or not any(form.search(text, passage.start, passage.end) for form in forms.values()):
            continue
        quotes = [Span(q.start, q.end) for q in speech.quotes if passage.start <= q.start and q.end <= passage.end]
        found = _Relays(text, passage, quotes, lexicon, forms)
        for outer, inner in found.pairs():
            said = [s for s in said if not _is_other(s.frame, outer, inner)]
            said += [Said(f, passage.paragraph) for f in (outer, inner) if f.source is not None]
        said += [Said(f, passage.paragraph) for f in found.around([s.frame for s in said])]
    said.sort(key=lambda s: (s.frame.start, -s.frame.contents[-1].end))
    return Speech(tuple(said), speech.quotes)


def _is_other(frame: Frame, outer: Frame, inner: Frame) -> bool:
    """Tell whether a frame is another reading of words that are passed on."""
    names = [s for s in (outer.source, outer.cue, inner.source, inner.cue) if s is not None]
    beside = [s for s in (frame.source, frame.cue) if s is not None]
    return any(touch(b, n) for b in beside for n in names) and any(
        touch(c, o) for c in frame.contents for o in (*inner.contents, *names)
    )


class _Relays:
    """Who passes on whose words in one sentence."""

    def __init__(
        self, text: str, passage: Passage, quotes: Sequence[Span], lexicon: Lexicon,
        forms: Mapping[str, re.Pattern[str]],
    ) -> None:  # fmt: skip
        self.text = text
        self.passage = passage
        self.quotes = quotes
        self.lexicon = lexicon
        self.forms = forms
        self.tokens: list[Token] = (
            [] if "whole" in forms else tokenize(text[passage.start : passage.end], passage.start)
        )

    def pairs(self) -> Iterator[tuple[Frame, Frame]]:
        """Yield the outer and the inner level of each passing on."""
        if "whole" in self.forms:
            for m in self.forms["whole"].finditer(self.text, self.passage.start, self.passage.end):
                who, whose, words, cue = (_group(m, name) for name in ("x", "y", "p", "cue"))
                yield self._pair(who, whose, words, cue, cue)
            return
        for m in self.forms["cites"].finditer(self.text, self.passage.start, self.passage.end):
            cue = Span(*m.span())
            found = None if within(cue, self.quotes) else self._named(cue) or self._behind_quote(cue)
            if found is not None:
                yield found

    def _named(self, cue: Span) -> tuple[Frame, Frame] | None:
        """Read "X quotes Y as saying P", and "“P”, X quoted Y as saying"."""
        link = self.forms["links"].search(self.text, cue.end, min(cue.end + _REACH, self.passage.end))
        whose = self._trim(cue.end, link.start()) if link is not None else None
        if link is None or whose is None or not self._is_somebody(whose):
            return None
        who = self._quoting(cue)
        words = self._said(link.end()) or self._said_before(who or cue)
        said_by = self._trim(*link.span()) or cue
        return self._pair(who, whose, words, cue, said_by) if words is not None else None

    def _behind_quote(self, cue: Span) -> tuple[Frame, Frame] | None:
        """Read "„P“, zitiert X Y": two noun phrases behind a verb that follows the marks."""
        words = self._said_before(cue)
        rest = self._trim(cue.end, self.passage.end)
        if not self.lexicon.inverted or words is None or rest is None or self.text[words.end : cue.start].strip(" ,"):
            return None
        name = _NAME.search(self.text[rest.start : rest.end])
        first = tokenize(self.text[rest.start : rest.end])[0]
        who = self._trim(rest.start, rest.start + name.start()) if name is not None else None
        if name is None or who is None or not self.lexicon.has("determiners", first.norm):
            return None
        return self._pair(who, Span(rest.start + name.start(), rest.end), words, cue, cue)

    def _pair(self, who: Span | None, whose: Span, words: Span, cue: Span, said_by: Span) -> tuple[Frame, Frame]:
        """Return the two levels; the outer one has no source where nobody but the author quotes.

        ``said_by``: the word by which Y speaks ("as saying"); the verb of quoting is X's own.
        """
        kind: QuoteMode = "direct" if within(words, self.quotes) else "indirect"
        inner = Frame(whose, None if touch(said_by, cue) else said_by, (words,), kind, "asserts", RELAYED)
        return Frame(who, cue, _spread(inner), "indirect", "reports", RELAY), inner

    def _quoting(self, cue: Span) -> Span | None:
        """Return who quotes: the noun phrase before the verb, or a title between marks."""
        at = next(i for i, t in enumerate(self.tokens) if t.end > cue.start)
        titled = next((q for q in self.quotes if q.end <= cue.start and not self.text[q.end : cue.start].strip()), None)
        found = Nouns(self.tokens, self.lexicon).left(at)
        if titled is not None:
            return Span(titled.start + 1, titled.end - 1)
        own = found is not None and self.lexicon.has("first_person", self.tokens[found[0]].norm)
        return Span(self.tokens[found[0]].start, self.tokens[found[1] - 1].end) if found and not own else None

    def _said(self, at: int) -> Span | None:
        """Return what is said from a place on: a quotation that stands there, else the rest of the sentence."""
        words = self._trim(at, self.passage.end)
        quote = next((q for q in self.quotes if words is not None and q.start <= words.start < q.end), None)
        return quote or (words if words is not None and words.end - words.start >= _SHORTEST else None)

    def _said_before(self, place: Span) -> Span | None:
        return next((q for q in reversed(self.quotes) if q.end <= place.start), None)

    def _is_somebody(self, whose: Span) -> bool:
        """Tell whether words behind a verb of quoting name a person or a text that says something."""
        words = self.text[whose.start : whose.end].split()
        if len(words) > _NAME_WORDS or any(mark in self.text[whose.start : whose.end] for mark in ",;:" + _QUOTES):
            return False
        if self.lexicon.code == "de":  # every noun has a capital there
            named = words[0][0].isupper() or sum(w[0].isupper() for w in words) > 1
            return named or any(self.lexicon.holds(n, [w.lower() for w in words]) for n in ("roles", "groups"))
        return words[0][0].isupper() or is_person(self.text, whose, self.lexicon)

    def _trim(self, start: int, end: int) -> Span | None:
        span = trim(self.text, Span(start, end), _EDGES)
        return span if span.end > span.start else None

    def around(self, frames: Sequence[Frame]) -> Iterator[Frame]:
        """Yield the outer levels of sayings that go on with "…, quoted by X"."""
        for m in (
            self.forms["by"].finditer(self.text, self.passage.start, self.passage.end) if "by" in self.forms else ()
        ):
            cue = Span(*m.span())
            at = next((i for i, t in enumerate(self.tokens) if t.start >= cue.end), len(self.tokens))
            found = Nouns(self.tokens, self.lexicon).right(at)
            inner = next((f for f in frames if f.source is not None and self._is_told(f, cue)), None)
            if found is not None and inner is not None and inner.source is not None:
                who = Span(self.tokens[found[0]].start, self.tokens[found[1] - 1].end)
                yield Frame(who, cue, _spread(inner), "indirect", "reports", RELAY)

    def _is_told(self, frame: Frame, cue: Span) -> bool:
        """Tell whether the words of quoting stand right behind who speaks in a frame, and not in what is said."""
        if frame.source is None or frame.embedded or frame.rule == RELAY or within(cue, frame.contents):
            return False
        between = self.text[frame.source.end : cue.start] if self.passage.start <= frame.source.start else ""
        return frame.source.end <= cue.start and _BESIDE.fullmatch(between) is not None


def _group(found: re.Match[str], name: str) -> Span:
    """Return the group of a name that took part, of those that differ by a number."""
    groups = (name, f"{name}2", f"{name}3")
    return next(Span(*found.span(g)) for g in groups if found.groupdict().get(g) is not None)


def _spread(inner: Frame) -> tuple[Span, ...]:
    """Return the words of who passes on: those that are passed on, and who said them, by which word."""
    spans = [*inner.contents, *(s for s in (inner.source, inner.cue) if s is not None)]
    return tuple(sorted(spans, key=lambda s: s.start))
