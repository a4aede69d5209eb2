"""Who a source phrase stands for: names to their fullest form, pronouns and roles to somebody named before.

A reading by recency and kind inside one article; what cannot be resolved says so (``unresolved``) and is not guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.nlp.claims.genders import gender_of
from pipeline.nlp.claims.lexicon import Lexicon
from pipeline.nlp.claims.roles import TEAMS, Roles, is_bare, is_common, unnamed_people, without_clause
from pipeline.nlp.claims.tokens import fold, tokenize
from pipeline.records import Entity, Holder, HolderKind, Span

_REACH = 1200
"""How many characters back an antecedent may stand."""
_RUN = re.compile(
    r"(?:[A-ZÀ-ÖØ-ÞА-ЯЁ][\w’'\-]*\.?)(?:[ \u00a0](?:(?:de|von|van|der|den|du|da|al|bin|la|le|di)[ \u00a0])?"
    r"[A-ZÀ-ÖØ-ÞА-ЯЁ0-9][\w’'\-]*)*"
)
_SENTENCE_END = re.compile(r"[.!?](?!\S)|[。！？]|\n\s*\n")
_OPENING = " \t\u00a0*_\"'“”„«»‘’([#->"
_SOURCES = ("person", "organisation", "publication")
_SHORT = re.compile(r".{1,14}")
_NAMELIKE = {
    "zh": re.compile(
        r"(?![^\n]*[的了是在有不没可能我你他她它这那些个本先根据])[\u4e00-\u9fff]{2,4}"
        r"|[\u4e00-\u9fff]+·[\u4e00-\u9fff·]+|[A-Z][\w .·-]{1,30}"
    ),
    "ja": re.compile(r"[\u4e00-\u9fff々]{2,6}(?<![人者奴達])|[ァ-ヴー・]{2,14}|[A-Z][\w .·-]{1,30}"),
}
"""A source that looks so, with no word for a role or a group, is read as a name where nothing is capital."""
_WORD = re.compile(r"\w{2,}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a later word may mean."""

    holder: Holder
    at: int
    person: bool | None
    """None: one single bearer of a name, of unknown kind."""
    group: bool
    subject: bool


@dataclass(frozen=True, slots=True)
class Resolved:
    """A holder and how it was found."""

    holder: Holder
    rule: str


class Cast:
    """The people and bodies of one article, in order of appearance."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self.text = text
        self.named = sorted((e for e in entities if e.type in _SOURCES), key=lambda e: (e.start, -e.end))
        self._starts = [e.start for e in self.named]
        self._fullest: dict[tuple[str, str], Entity] = {}
        self._index()
        self._small = {w for w in _WORD.findall(text) if w.islower()}
        self.spoken: list[Candidate] = []
        self._roles: dict[str, Roles] = {}

    def _index(self) -> None:
        """Map each last word of a name (and each name) to the fullest name of the article that ends with it."""
        for entity in self.named:
            words = _WORD.findall(fold(entity.text)) or [fold(entity.text)]
            for key in {words[-1], fold(entity.text)}:
                best = self._fullest.get((entity.type, key))
                if best is None or len(_WORD.findall(entity.text)) > len(_WORD.findall(best.text)):
                    self._fullest[entity.type, key] = entity

    def resolve(self, source: Span, lexicon: Lexicon, cue: Span | None = None) -> Resolved:
        """Return who the words ``source`` mean, and remember them as somebody who speaks.

        ``cue`` tells "it was said", where nobody is meant, from "it said".
        """
        if cue is not None and self._is_impersonal(source, cue, lexicon):
            return Resolved(self._as(source, "anonymous"), "unresolved")
        found = self._resolve(source, lexicon)
        holder = found.holder
        if holder.kind in ("named", "group"):
            entity = self._entity_at(holder.start, holder.end)
            person = (entity.type == "person") if entity else (None if holder.kind == "named" else False)
            body = lexicon.holds("collectives", _words(self.text[source.start : source.end]))
            self.spoken.append(Candidate(holder, source.start, False if body else person, holder.kind == "group", True))
        return found

    def _is_impersonal(self, source: Span, cue: Span, lexicon: Lexicon) -> bool:
        """True for "it was said that": the pronoun stands for the clause."""
        passive = lexicon.patterns["passive"]
        norm = fold(self.text[source.start : source.end]).strip()
        if passive is None or norm not in lexicon.words["impersonal"] or cue.start < source.end:
            return False
        return passive.search(self.text, source.end, cue.end) is not None

    def before(self, at: int, paragraph: Span) -> Resolved | None:
        """Return who spoke last in a paragraph before ``at``: the subject that a sentence leaves out."""
        found = next((c for c in reversed(self.spoken) if paragraph.start <= c.at < at), None)
        return Resolved(found.holder, "zero subject") if found else None

    def only_person(self, span: Span) -> Resolved | None:
        """Return the one person who is named in a span; None where there are several or none."""
        people = [self._named(e) for e in self._between(span.start, span.end) if e.type == "person"]
        who = {(found.holder.entity_id, found.holder.text) for found in people}
        return Resolved(people[0].holder, "named before") if len(who) == 1 else None

    def _resolve(self, source: Span, lexicon: Lexicon) -> Resolved:
        source = without_clause(self.text, source)
        phrase = self.text[source.start : source.end]
        norm = fold(phrase).strip()
        if norm in lexicon.genders:
            return self._pronoun(source, lexicon.genders[norm], lexicon)
        entity = self._named_in(source)
        if entity is not None:
            return self._named(entity)
        name = self._capitals(source, lexicon)
        words = _words(phrase)
        if name is not None and lexicon.code == "de" and lexicon.has("determiners", words[0]) and " " not in name.text:
            name = None  # "die Woche": every German noun has a capital
        if name is not None and not self._is_role(words, lexicon) and not is_common(words, lexicon):
            return Resolved(name, "name")
        if words and (words[0] in lexicon.words["anonymous"] or norm in lexicon.words["anonymous"]):
            return Resolved(self._as(source, "anonymous"), "anonymous")
        if lexicon.holds("groups", words):
            return Resolved(self._as(source, "group"), "group")
        return self._by_role(source, words, lexicon, name)

    def _by_role(self, source: Span, words: list[str], lexicon: Lexicon, name: Holder | None) -> Resolved:
        definite = bool(words) and words[0] in lexicon.words["definite"]
        if lexicon.holds("roles", words):
            meant = (
                self._in_role(source, lexicon) if (definite or is_bare(words, lexicon)) and len(words) <= 8 else None
            )
            return Resolved(meant or name or self._as(source, "anonymous"), "role")
        if lexicon.holds("collectives", words):
            found = self._body(source, words) if definite and len(words) <= 2 else None
            return Resolved(found, "body") if found else Resolved(self._as(source, "group"), "body")
        if lexicon.characters and _NAMELIKE.get(lexicon.code, _SHORT).fullmatch(self.text, source.start, source.end):
            return Resolved(self._as(source, "named"), "name")
        return Resolved(name or self._as(source, "group"), "words")

    def _body(self, source: Span, words: list[str]) -> Holder | None:
        """Return the body named before; for a team, which is people of one, only the subject of its last sentence."""
        if words[-1] in TEAMS:
            return self._leading_body(source)
        found = self._antecedent(source.start, person=False)
        return found.holder if found else None

    def _leading_body(self, source: Span) -> Holder | None:
        """Return the body that is the subject of the sentence before ``source``, or of what precedes it in its own."""
        for candidate in reversed(self.spoken):
            if candidate.person is False and candidate.holder.kind == "named" and self._near(candidate.at, source):
                return candidate.holder
        before = self._between(max(0, source.start - _REACH), source.start)
        leads = (
            e for e in reversed(before) if e.type != "person" and self._opens(e.start) and self._near(e.end, source)
        )
        entity = next(leads, None)
        return self._named(entity).holder if entity else None

    def _near(self, at: int, source: Span) -> bool:
        """True for a place in the same sentence as ``source`` or the one before."""
        return len(_SENTENCE_END.findall(self.text[at : source.start].rstrip(_OPENING))) <= 1 and at < source.start

    def _in_role(self, source: Span, lexicon: Lexicon) -> Holder | None:
        """Return who was introduced in that role; without anybody, the only person named, if no role is theirs."""
        roles = self._roles.get(lexicon.code)
        if roles is None:
            people = [e for e in self.named if e.type == "person"]
            roles = self._roles[lexicon.code] = Roles(self.text, people, lexicon)
        person = roles.holder(source)
        if person is None:
            before = self._between(max(0, source.start - _REACH), source.start)
            named = {self._named(e).holder.text: e for e in before if e.type == "person"}
            only = next(iter(named.values())) if len(named) == 1 else None
            person = None if roles.known(only) else only
        return self._named(person).holder if person else None

    def _is_role(self, words: list[str], lexicon: Lexicon) -> bool:
        return bool(words) and words[0] in lexicon.words["definite"] and any(w in lexicon.words["roles"] for w in words)

    def _as(self, source: Span, kind: HolderKind) -> Holder:
        return Holder(self.text[source.start : source.end], source.start, source.end, kind)

    def _named_in(self, source: Span) -> Entity | None:
        inside = self._between(source.start, source.end)
        people = [e for e in inside if e.type == "person"]
        head = [e for e in inside if e.start - source.start <= 5]
        return next(iter(people or head), None)

    def _named(self, entity: Entity) -> Resolved:
        words = _WORD.findall(fold(entity.text)) or [fold(entity.text)]
        full = self._fullest.get((entity.type, words[-1] if entity.type == "person" else fold(entity.text)), entity)
        holder = Holder(full.text, full.start, full.end, "named", full.entity_id or entity.entity_id)
        return Resolved(holder, "name")

    def _capitals(self, source: Span, lexicon: Lexicon) -> Holder | None:
        """Take the longest run of capitalised words as a name, when no entity was found there."""
        runs = list(_RUN.finditer(self.text, source.start, source.end))
        best: Holder | None = None
        for run in runs:
            words = [t for t in tokenize(run[0], run.start()) if t.is_word]
            while words and (words[0].norm in lexicon.words["determiners"] or words[0].norm in lexicon.words["groups"]):
                words = words[1:]
            if not words or (lexicon.inverted and len(words) == 1 and not words[0].text[1:2].islower()):
                continue
            if all(
                any(w.norm in lexicon.words[n] for n in ("anonymous", "roles", "collectives", "groups")) for w in words
            ):
                continue
            if len(words) > 2 and words[-1].text.isdigit() and words[-2].text.islower():
                words = words[:-2]  # "el informe Lighthill | de 1973"
            if len(words) == 1 and words[0].text.lower() in self._small and lexicon.code != "de":
                continue
            start, end = words[0].start, words[-1].end
            if best is None or end - start > best.end - best.start:
                best = Holder(self.text[start:end], start, end, "named")
        return best

    def _pronoun(self, source: Span, gender: str, lexicon: Lexicon) -> Resolved:
        found = self._antecedent(
            source.start, person=gender in "mf", plural=gender == "p", any_kind=gender in "x", gender=gender
        )
        unnamed = unnamed_people(self.text, source.start, lexicon) if gender == "p" else None
        # "A user complained about Quillon. They want P": the subject goes on, not a name behind it.
        goes_on = unnamed is not None and found is not None and not found.subject and self._leads(unnamed.start, source)
        if unnamed is not None and (found is None or found.at <= unnamed.start or goes_on):
            kind: HolderKind = "group" if lexicon.holds("groups", _words(unnamed.text)) else "anonymous"
            return Resolved(Holder(unnamed.text, unnamed.start, unnamed.end, kind), "pronoun")
        if found is None:
            return Resolved(self._as(source, "anonymous"), "unresolved")
        return Resolved(found.holder, "pronoun")

    def _antecedent(
        self, at: int, *, person: bool, plural: bool = False, any_kind: bool = False, gender: str = ""
    ) -> Candidate | None:
        """Return the last speaker of that kind before ``at``; else the last one named."""
        for candidate in reversed(self.spoken):
            if at - candidate.at > _REACH:
                break
            known = candidate.person is not None
            fits = any_kind or (
                candidate.group or candidate.person is False if plural else candidate.person == person or not known
            )
            if candidate.at < at and fits and self._agrees(candidate.holder, gender):
                return candidate
        index = bisect_right(self._starts, at - 1)
        for entity in reversed(self.named[max(0, index - 12) : index]):
            if at - entity.start > _REACH // 2:
                break
            fits = any_kind or (entity.type == "person") == (person and not plural)
            known = (entity.entity_id or "").startswith(("x:", "Q"))
            named = self._named(entity)
            if fits and (not plural or known or self._opens(entity.start)) and self._agrees(named.holder, gender):
                return Candidate(named.holder, entity.start, entity.type == "person", False, False)
        return None

    def _agrees(self, holder: Holder, gender: str) -> bool:
        """False where the form of a name says that a pronoun of the other gender does not mean it."""
        other = {"f": "m", "m": "f"}.get(gender)
        return other is None or holder.kind != "named" or gender_of(self.text, holder.start, holder.end) != other

    def _leads(self, at: int, source: Span) -> bool:
        """True for words that open the sentence right before the one that ``source`` opens."""
        between = self.text[at : source.start].rstrip(_OPENING)
        return self._opens(at) and re.fullmatch(r"(?:[^.!?\n]|[.!?](?=\S))+[.!?]", between) is not None

    def _opens(self, at: int) -> bool:
        """True for a name that opens its sentence, perhaps after an article: its subject more often than not."""
        before = self.text[max(0, at - 24) : at].rstrip(_OPENING)
        article = re.search(r"[.!?:。！？：\n](?:[\s\W]*\w{1,3})?$", before) or (at - 24 <= 0 and before.count(" ") < 1)
        return not before or bool(article)

    def _between(self, start: int, end: int) -> list[Entity]:
        index = bisect_right(self._starts, start - 1)
        found = []
        while index < len(self.named) and self.named[index].start < end:
            if self.named[index].end <= end:
                found.append(self.named[index])
            index += 1
        return found

    def _entity_at(self, start: int, end: int) -> Entity | None:
        inside = self._between(start, end)
        return inside[0] if inside else None


def _words(phrase: str) -> list[str]:
    return [t.norm for t in tokenize(phrase)]
