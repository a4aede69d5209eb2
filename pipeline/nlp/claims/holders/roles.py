"""Who holds which role: "Mara Voss, co-founder of Quillon, …" lets "the co-founder" later mean her.

A role counts for a person where it stands beside the name: before it ("analyst Ilse Brandmoor"), behind it between
commas, in brackets or after a dash, or behind a form of "to be". Anything else would be a guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import Token, fold, tokenize
from pipeline.records import Entity, Mention, Span

_WINDOW = 90
_WORDS = 6
"""How many words a role may stand away from the name."""
_GAP = 3
"""The same in characters, where words are not parted: 創業者である佐倉, 創始人林可."""
_NEARBY = 360
"""How many characters back people without a name are looked for."""
_MARK = re.compile(r"[.,;:!?\n]")
_STOP = re.compile(r"[.!?;:。！？；：\n\"“”„«»「」]")
_HEAD = re.compile(r"(?:^|[.!?:\n])[\s*_]*\Z")
"""What stands before the subject that opens a sentence, perhaps behind a heading."""
_OPENS = re.compile(r"\s*[,(（–—、，]\s*")
TEAMS = frozenset(
    "team crew squad mannschaft équipe equipo squadra equipe equipa ploeg команда فريق الفريق".split()  # noqa: SIM905
)
"""Nouns of people who work together: part of some body, which need not be the one named last."""
_OPENERS = """
who whose whom which qui dont quien quienes cuyo cuya che cui quem cujo cuja который которая которые
"""
_RELATIVES = frozenset(_OPENERS.split())
"""Words that open a relative clause and cannot open an apposition, as the German and Dutch ones can."""
_WHEN = re.compile(r"(?:当时|當時|后来|後來|那时|那時|有一次|最近|昨天|今天|之前|去年|今年)[，,]?")
_HEARER = re.compile(r"(?:跟|对|對|向|和|给|給)(?:我们|我們|大家|你们|他们|记者|記者|媒体|媒體|我|你|他|她)\Z")
_COPULAS = frozenset(
    ("is", "was", "ist", "war", "est", "était", "es", "era", "fue", "è", "é", "foi", "это", "является")
)


class Roles:
    """The roles of the people of one article, looked up by the words of a later phrase."""

    def __init__(self, text: str, people: Sequence[Entity], lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self._held: list[tuple[int, frozenset[str], Entity]] = []
        for before, person, after in zip((None, *people), people, (*people[1:], None), strict=False):
            low = max(before.end if before else 0, person.start - _WINDOW)
            high = min(after.start if after else len(text), person.end + _WINDOW)
            found = self._before(low, person) | self._after(person, high)
            if found:
                self._held.append((person.start, frozenset(found), person))

    def holder(self, source: Span) -> Entity | None:
        """Return the person of the role that a phrase names, of those introduced before it; the last one of several."""
        wanted = self.named_in(source)
        return next((p for at, roles, p in reversed(self._held) if at < source.start and roles & wanted), None)

    def known(self, person: Entity | None) -> bool:
        """Return whether the text gives this person a role: then a phrase with another one is not them."""
        return person is not None and any(p.text == person.text for _, _, p in self._held)

    def named_in(self, span: Span) -> set[str]:
        """Return the role words inside a span."""
        words = self.lexicon.words["roles"]
        if self.lexicon.characters:
            piece = self.text[span.start : span.end].casefold()
            found = {w for w in words if w in piece}
            return {w for w in found if not any(w != other and w in other for other in found)}
        return {t.norm for t in self._tokens(span.start, span.end) if t.norm in words}

    def _before(self, low: int, person: Entity) -> set[str]:
        """Return the roles right before a name; between them and it stand names and small words alone."""
        marks = [m.end() for m in _STOP.finditer(self.text, low, person.start)]
        low = max([low, *marks])
        if self.lexicon.characters:
            return self._near(low, person.start)
        tokens = self._tokens(low, person.start)[-_WORDS:]
        for index in range(len(tokens) - 1, -1, -1):
            token = tokens[index]
            if token.norm in self.lexicon.words["roles"]:
                return {token.norm}
            if not (token.text[:1].isupper() or len(token.text) <= 3) or self.lexicon.code == "de":
                break
        return set()

    def _after(self, person: Entity, high: int) -> set[str]:
        """Return the roles behind a name, up to the next mark."""
        opened = _OPENS.match(self.text, person.end, high)
        if opened is None and not self._is(person.end, high):
            return set()
        start = opened.end() if opened else person.end
        stop = re.search(r"[,;)）.。、，\n]", self.text[start:high])
        end = start + stop.start() if stop else high
        if self.lexicon.characters:
            return self.named_in(Span(start, min(end, start + 20)))
        near = self._tokens(start, end)[:_WORDS]
        return {t.norm for t in near if t.norm in self.lexicon.words["roles"]}

    def _is(self, start: int, high: int) -> bool:
        first = next(iter(self._tokens(start, min(high, start + 16))), None)
        return first is not None and first.norm in _COPULAS

    def _near(self, low: int, stop: int) -> set[str]:
        """Return the role that ends at most a few characters before a name."""
        piece = self.text[max(low, stop - 24) : stop]
        ends = {word: piece.rfind(word) + len(word) for word in self.named_in(Span(max(low, stop - 24), stop))}
        return {word for word, end in ends.items() if len(piece) - end <= _GAP}

    def _tokens(self, start: int, end: int) -> list[Token]:
        return [t for t in tokenize(self.text[start:end], start) if t.is_word]


def unnamed_people(text: str, at: int, lexicon: Lexicon) -> Mention | None:
    """Return the last people before ``at`` who have no name ("a member", "some users"), of the sentences nearby."""
    if lexicon.characters:
        return None
    start = max(0, at - _NEARBY)
    tokens = [t for t in tokenize(text[start:at], start) if t.is_word]
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        people = any(lexicon.has(name, token.norm) for name in ("roles", "groups"))
        if not people or (token.is_capital and index and tokens[index - 1].is_capital):
            continue
        begin = _determined(text, tokens, index, lexicon)
        if begin is None and lexicon.has("groups", token.norm):
            begin = token.start
        if begin is not None:
            return Mention(text[begin : token.end], begin, token.end)
    return None


def introduced(text: str, source: Span, lexicon: Lexicon) -> Mention | None:
    """Return the one without a name who opens a sentence before ``source``, of the same role ("A user complained.")."""
    new = unnamed_people(text, source.start, lexicon)
    if new is None or not _HEAD.search(text[max(0, new.start - 4) : new.start]):
        return None
    words = [t.norm for t in tokenize(text[source.start : source.end]) if t.is_word and lexicon.has("roles", t.norm)]
    role = [t.norm for t in tokenize(new.text) if t.is_word][-1]
    return new if role in words else None


def _determined(text: str, tokens: list[Token], index: int, lexicon: Lexicon) -> int | None:
    """Return where the phrase of a noun begins: at an indefinite determiner up to three words before it, or None."""
    first = index
    while first and index - first < 3 and not lexicon.has("determiners", tokens[first].norm):
        first -= 1
    word = tokens[first]
    indefinite = lexicon.has("determiners", word.norm) and not lexicon.has("definite", word.norm)
    return word.start if indefinite and not _MARK.search(text, word.start, tokens[index].end) else None


def without_clause(text: str, source: Span) -> Span:
    """Cut off a relative clause: in "the analyst, who works for Pell & Varga" it is not Varga who speaks."""
    for mark in re.finditer(r",\s*(\w+)", text[source.start : source.end]):
        if mark.start() and fold(mark[1]) in _RELATIVES:
            return Span(source.start, source.start + mark.start())
    return source


def without_hearer(text: str, source: Span, lexicon: Lexicon) -> Span:
    """Cut off when and to whom somebody speaks, which Chinese sets around who does: "当时 | 师弟 | 跟我 | 说"."""
    if lexicon.code != "zh":
        return source
    front, back = _WHEN.match(text, source.start, source.end), _HEARER.search(text, source.start, source.end)
    start, end = front.end() if front else source.start, back.start() if back else source.end
    return Span(start, end) if start < end else source


def is_bare(words: list[str], lexicon: Lexicon) -> bool:
    """True for a role alone in a language that has no article to say which one is meant."""
    return lexicon.characters or (lexicon.code == "ru" and len(words) <= 2)


def is_common(words: list[str], lexicon: Lexicon) -> bool:
    """True for "die Befürworter der Vielfalt": a noun of people or bodies heads it, though all have capitals."""
    return lexicon.code == "de" and any(
        w in lexicon.words[name] for w in words[:3] for name in ("groups", "collectives")
    )
