"""Whom a sentence is about: the subject that opens it, or the only person that it names.

A subject is a name, somebody without one ("A shop owner", "The same member"), people ("Members") or a body ("The
team"). English calls one person "they", too, where nothing tells whether a woman or a man is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from pipeline.nlp.claims.holders.antecedents import Candidate, Sentence, leads
from pipeline.nlp.claims.holders.crowds import is_people, people
from pipeline.nlp.claims.holders.names import Names
from pipeline.nlp.claims.words.forms import expression, forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import Token, fold, tokenize
from pipeline.records import Entity, Holder, HolderKind, Mention, Span

_OWNS = re.compile(r"['’]s?(?!\w)|[的の]")
"""What stands behind the name of an owner, who is not what its phrase is about."""
_HANDLE = re.compile(r"\s*(?P<who>[a-z]\w{3,}|\w*[A-Za-z]\w*[\d_]\w*|[A-Z]?[a-z]+[A-Z]\w*)(?= [a-z]+s )")
"""The name that somebody has on a site, which opens a sentence ("harbour_lamp asks …")."""
_SINGULAR = ("ein", "eine", "der")
"""German articles of one, before nouns that are the same for many ("Nutzer")."""
_CROWD = 60
"""Characters that open a sentence in which people of many are looked for."""
_KINDS = ("roles", "groups", "collectives")
InRole = Callable[[Span, Lexicon], Holder | None]


@cache
def _words(kind: str, code: str) -> frozenset[str]:
    return frozenset(fold(word) for word in forms("antecedents")[kind].get(code, "").split())


@cache
def _one(lexicon_code: str, roles: frozenset[str]) -> re.Pattern[str] | None:
    form = forms("antecedents")["one"].get(lexicon_code)
    longest_first = "|".join(sorted(map(re.escape, roles), key=len, reverse=True))
    return None if form is None else expression(r"[\s“「『]*" + form.replace("ROLE", longest_first))


@cache
def _many(code: str, groups: frozenset[str]) -> re.Pattern[str] | None:
    form = forms("antecedents")["many"].get(code)
    longest_first = "|".join(sorted(map(re.escape, groups | people(code)), key=len, reverse=True))
    return None if form is None else expression(r"[\s“「『]*" + form.replace("PEOPLE", longest_first))


def is_document(phrase: str, lexicon: Lexicon) -> bool:
    """Tell whether a noun phrase is headed by a document, which is no people."""
    documents = _words("documents", lexicon.code)
    nouns = [t.norm for t in tokenize(phrase) if any(lexicon.has(k, t.norm) for k in _KINDS) or t.norm in documents]
    return bool(nouns) and nouns[-1 if lexicon.code in ("en", "de", "nl") else 0] in documents


def is_anybody(words: set[str], lexicon: Lexicon) -> bool:
    """Tell whether roles are those of anybody ("the user"), and hint at nobody who is named somewhere before."""
    return bool(words) and words <= _words("anybody", lexicon.code)


def opens_clause(text: str, noun: Span, lexicon: Lexicon) -> bool:
    """Tell whether people may be the subject of a clause: behind a mark, or behind a word that opens one."""
    before = text[max(0, noun.start - 24) : noun.start].rstrip()
    if not before or not before[-1].isalnum():
        return True
    word = [t for t in tokenize(before) if t.is_word][-1].norm
    opens = lexicon.has("breaks", word) or word in _words("joins", lexicon.code)
    return opens and word not in _words("objects", lexicon.code)


def goes_on(text: str, unnamed: Mention, found: Candidate, source: Span, lexicon: Lexicon) -> bool:
    """Tell whether "they" rather goes on with people without a name than with ``found``.

    "A user complained about Quillon. They want P" does, "Quillon wrote to its users. They said P" does not.
    """
    subject = Span(unnamed.start, unnamed.end)
    if found.subject and leads(text, found.at, source) and found.at < unnamed.start:
        return opens_clause(text, subject, lexicon)
    return found.at <= unnamed.start or (not found.subject and leads(text, unnamed.start, source))


class Subjects:
    """Reads the subjects of the sentences of one article."""

    def __init__(self, text: str, names: Names, in_role: InRole) -> None:
        self.text = text
        self._names = names
        self._in_role = in_role

    def of(self, sentence: Sentence, lexicon: Lexicon) -> Candidate | None:
        """Return whom a sentence is about: the subject that opens it; without one, the only person it names."""
        return self._subject(sentence, lexicon) or self._only_person(sentence, lexicon)

    def _subject(self, sentence: Sentence, lexicon: Lexicon) -> Candidate | None:
        span = sentence.subject
        if lexicon.characters or lexicon.code == "ko":
            found = self._unparted(sentence, lexicon)
            return found or (self._parted(span, lexicon) if span else None)
        found = self._parted(span, lexicon) if span else None
        return found or self._crowd(sentence, lexicon) or self._handle(sentence, lexicon)

    def _parted(self, span: Span, lexicon: Lexicon) -> Candidate | None:
        """Return the subject of a language that parts its words: a name, or somebody without one."""
        tokens = tokenize(self.text[span.start : span.end], span.start)
        if not tokens or " ".join(t.norm for t in tokens) in lexicon.genders:
            return None
        named = self._names.inside(span)
        if named is not None and (named.type != "person" or not _OWNS.match(self.text, named.end)):
            return self._named(named, span)
        head = _head(tokens, lexicon)
        if head is None or _OWNS.match(self.text, head.end):
            return None
        return self._unnamed(Span(span.start, head.end), tokens[0].norm, head, lexicon)

    def _crowd(self, sentence: Sentence, lexicon: Lexicon) -> Candidate | None:
        """Return many people who open a sentence, perhaps behind an article and an adjective ("Les | habitants")."""
        span = sentence.span
        words = [t for t in tokenize(self.text[span.start : span.start + _CROWD], span.start) if t.is_word][:3]
        index = next((i for i, t in enumerate(words) if is_people(t, lexicon)), None)
        if index is None or (index and not lexicon.has("determiners", words[0].norm)):
            return None
        phrase = Span(words[0].start, words[index].end)
        owns = _OWNS.match(self.text, phrase.end) is not None
        return None if owns else Candidate(self._as(phrase, "group"), phrase.start, False, True, True)

    def _named(self, named: Entity, span: Span) -> Candidate:
        return Candidate(self._names.holder(named), span.start, named.type == "person", False, True)

    def _unnamed(self, phrase: Span, first: str, head: Token, lexicon: Lexicon) -> Candidate | None:
        """Return somebody without a name: one in a role, people, or a body."""
        article = lexicon.has("determiners", first) or first in _words("others", lexicon.code)
        if is_people(head, lexicon) and not (first in _SINGULAR and lexicon.has("roles", head.norm)):
            return Candidate(self._as(phrase, "group"), phrase.start, False, True, True)
        if lexicon.has("roles", head.norm) and (article or lexicon.code == "ru"):
            known = self._in_role(phrase, lexicon) if lexicon.has("definite", first) else None
            one = known is None and lexicon.code == "en"
            return Candidate(known or self._as(phrase, "anonymous"), phrase.start, True, False, True, one)
        if article and lexicon.has("collectives", head.norm):
            document = is_document(self.text[phrase.start : phrase.end], lexicon)
            return Candidate(self._as(phrase, "group"), phrase.start, False, False, True, document=document)
        return None

    def _unparted(self, sentence: Sentence, lexicon: Lexicon) -> Candidate | None:
        pattern = _one(lexicon.code, lexicon.words["roles"])
        span = sentence.span
        found = pattern.match(self.text, span.start, span.end) if pattern is not None else None
        if found is None or self._names.between(*found.span("who")):
            return self._people(span, lexicon)
        phrase = Span(*found.span("who"))
        return Candidate(self._as(phrase, "anonymous"), phrase.start, True, False, True)

    def _people(self, span: Span, lexicon: Lexicon) -> Candidate | None:
        """Return many people who open a sentence: "塔尔诺的|居民"."""
        pattern = _many(lexicon.code, lexicon.words["groups"])
        found = pattern.match(self.text, span.start, span.end) if pattern is not None else None
        if found is None:
            return None
        phrase = Span(*found.span("who"))
        return Candidate(self._as(phrase, "group"), phrase.start, False, True, True)

    def _handle(self, sentence: Sentence, lexicon: Lexicon) -> Candidate | None:
        """Return who goes by the name of an account, of unknown gender (English)."""
        found = _HANDLE.match(self.text, sentence.span.start, sentence.span.end) if lexicon.code == "en" else None
        if found is None or any(lexicon.has(kind, fold(found["who"])) for kind in ("starters", "groups", "anonymous")):
            return None
        span = Span(*found.span("who"))
        opens = span.start == 0 or "\n" in self.text[max(0, span.start - 2) : span.start]
        if self._names.between(span.start, span.end) or not (opens or not found["who"].islower()):
            return None
        return Candidate(self._as(span, "named"), span.start, True, False, True, single=True)

    def _only_person(self, sentence: Sentence, lexicon: Lexicon) -> Candidate | None:
        span, quotes = sentence.span, sentence.quotes
        people = [e for e in self._names.between(span.start, span.end) if e.type == "person"]
        people = [e for e in people if not any(q.start <= e.start < q.end for q in quotes)]
        if self._is_unnamed(sentence.subject, lexicon) or len(people) != 1 or _OWNS.match(self.text, people[0].end):
            return None
        return Candidate(self._names.holder(people[0]), people[0].start, True, False, True)

    def _is_unnamed(self, subject: Span | None, lexicon: Lexicon) -> bool:
        """True for a subject without a name; not for a lone capital word ("Shop | owner Ines Quennell")."""
        words = [t.norm for t in tokenize(self.text[subject.start : subject.end])] if subject else []
        return bool(words) and (
            lexicon.has("determiners", words[0]) or any(lexicon.holds(n, words) for n in ("groups", "collectives"))
        )

    def _as(self, source: Span, kind: HolderKind) -> Holder:
        return Holder(self.text[source.start : source.end], source.start, source.end, kind)


def _head(tokens: Sequence[Token], lexicon: Lexicon) -> Token | None:
    """Return the noun of people or bodies that heads a phrase: the last one before its first preposition.

    What is a verb behind somebody ("The author | reports") heads none.
    """
    joins = (i for i, t in enumerate(tokens) if i and t.text.islower() and _parts(t.norm, lexicon))
    head = None
    for token in tokens[: next(joins, len(tokens))]:
        acts = head is not None and lexicon.has("roles", head.norm) and token.norm.endswith("s")
        noun = is_people(token, lexicon) or any(lexicon.has(kind, token.norm) for kind in _KINDS)
        if noun and not (acts and lexicon.code == "en"):
            head = token
    return head


def _parts(word: str, lexicon: Lexicon) -> bool:
    return lexicon.has("inside", word) and not lexicon.has("determiners", word)
