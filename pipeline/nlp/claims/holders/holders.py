"""Who a source phrase stands for: names to their fullest form, pronouns and roles to somebody named before.

A reading by recency and kind inside one article; what cannot be resolved says so (``unresolved``) and is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.nlp.claims.holders.aliases import alias
from pipeline.nlp.claims.holders.antecedents import (
    REACH,
    Candidate,
    Sentence,
    Wanted,
    opens,
    sentences_before,
)
from pipeline.nlp.claims.holders.bodies import is_company, leading_body
from pipeline.nlp.claims.holders.crowds import is_crowd, without_reader
from pipeline.nlp.claims.holders.genders import gender_of, gender_of_role, is_plural, without_title
from pipeline.nlp.claims.holders.hangers import without_hangers
from pipeline.nlp.claims.holders.joint import companions, together
from pipeline.nlp.claims.holders.names import Names
from pipeline.nlp.claims.holders.naming import longest_name, looks_like_name, with_body, without_by
from pipeline.nlp.claims.holders.paired import decided, is_ranked, one_of_two, ranked
from pipeline.nlp.claims.holders.roles import (
    TEAMS,
    Roles,
    introduced,
    is_bare,
    is_common,
    unnamed_people,
    without_clause,
    without_hearer,
)
from pipeline.nlp.claims.holders.subjects import Subjects, goes_on, is_anybody, is_document
from pipeline.nlp.claims.rules.owners import owner
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import fold, tokenize
from pipeline.records import Entity, Holder, HolderKind, Span

_FEW = 12
"""Names, the last ones first, among which somebody who is merely mentioned is looked for."""
_TITLE = re.compile(r"《[^《》]+》")
"""A work that speaks, whatever names its title holds."""
_ACCOUNT = re.compile(r"_+[^\W_]\w*")
"""The rest of the name of an account that was cut at its line ("harbour|__7")."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A holder and how it was found."""

    holder: Holder
    rule: str
    joint: tuple[Holder, ...] = ()
    """Others who say it with the holder."""


class Cast:
    """The people and bodies of one article, in order of appearance."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self.text = text
        self.names = Names(text, entities)
        self._small = {w for w in re.findall(r"\w{2,}", text) if w.islower()}
        self.spoken: list[Candidate] = []
        self._genders: dict[str, str] = {}
        """Of names whose form tells nothing, what a pronoun for them told."""
        self._roles: dict[str, Roles] = {}
        self._subjects = Subjects(text, self.names, self._in_role)

    def resolve(self, source: Span, lexicon: Lexicon, cue: Span | None = None, *, ahead: bool = False) -> Resolved:
        """Return who the words ``source`` mean, and remember them as somebody who speaks.

        ``cue`` tells "it was said", where nobody is meant, from "it said". ``ahead``: what is said comes
        behind the source, so that a name before it in its sentence may be meant ("Voss is right, and she says that P").
        """
        if cue is not None and self._is_impersonal(source, cue, lexicon):
            return Resolved(self._as(source, "anonymous"), "unresolved")
        found = self._resolve(together(self.text, source, cue, self.names, lexicon.code), lexicon, own=ahead)
        if found.rule != "unresolved" and found.holder.text:
            self.spoken.append(self._speaker(source, found.holder, lexicon))
        return found

    def _speaker(self, source: Span, holder: Holder, lexicon: Lexicon) -> Candidate:
        """Return who has spoken as somebody whom a later word may mean."""
        words = _words(self.text[source.start : source.end])
        if holder.kind == "anonymous":
            one = lexicon.holds("roles", _words(holder.text))
            single, document = one and lexicon.code == "en", is_document(holder.text, lexicon)
            return Candidate(holder, source.start, one, not one, True, single, document)
        entity = self.names.at(holder.start, holder.end)
        person = (entity.type == "person") if entity else (None if holder.kind == "named" else False)
        # "Union leader Dana Reyes" is no union
        person = False if lexicon.holds("collectives", words) and not person else person
        single = person is None and lexicon.code == "en"
        document = holder.kind == "group" and is_document(holder.text, lexicon)
        return Candidate(holder, source.start, person, holder.kind == "group", True, single, document)

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
        people = [self.names.holder(e) for e in self.names.between(span.start, span.end) if e.type == "person"]
        who = {(holder.entity_id, holder.text) for holder in people}
        return Resolved(people[0], "named before") if len(who) == 1 else None

    def only_subject(self, span: Span) -> Resolved | None:
        """Return the one person named in a span, if the name opens a sentence."""
        found = self.only_person(span)
        people = (e for e in self.names.between(span.start, span.end) if e.type == "person")
        return found if any(opens(self.text, e.start) for e in people) else None

    def _resolve(self, source: Span, lexicon: Lexicon, *, own: bool) -> Resolved:
        source = without_reader(self.text, without_clause(self.text, source), lexicon)
        source = without_hangers(self.text, source, lexicon.code)
        source = without_by(self.text, without_hearer(self.text, source, lexicon), lexicon)
        phrase = self.text[source.start : source.end]
        norm = fold(phrase).strip()
        whole = self._whole(source, phrase)
        if whole is not None:
            return whole
        gender = lexicon.genders.get(norm) or owner(phrase, lexicon.code)
        if gender is not None:
            gender = "p" if is_plural(self.text, source.start, source.end, lexicon.code) else gender
            return self._pronoun(source, gender, lexicon, own=own)
        meant = self._meant(source, phrase, lexicon)
        if meant is not None:
            return meant
        if is_crowd(self.text, source, next(iter(self.names.between(source.start, source.end)), None), lexicon):
            return Resolved(self._as(source, "group"), "group")
        entity = self.names.inside(source)
        if entity is not None:
            others = companions(self.text, source, entity, self.names, lexicon.code)
            entity = entity if others else self.names.head(source, lexicon.code) or entity
            return Resolved(self.names.holder(entity), "name", others)
        known_as = alias(self.text, source, lexicon.code)
        if known_as is not None and lexicon.holds("roles", _words(phrase)):
            return Resolved(self._as(known_as, "named"), "alias")
        span = longest_name(self.text, source, lexicon, self._small)
        name = self._as(with_body(self.text, source, span, lexicon), "named") if span else None
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

    def _whole(self, source: Span, phrase: str) -> Resolved | None:
        """Return a work that speaks, or an account, whose words hold no other name."""
        if _TITLE.fullmatch(phrase):
            return Resolved(self._as(source, "named"), "title")
        account = _ACCOUNT.match(self.text, source.end) if phrase[-1:].isalnum() else None
        return None if account is None else Resolved(self._as(Span(source.start, account.end()), "named"), "account")

    def _meant(self, source: Span, phrase: str, lexicon: Lexicon) -> Resolved | None:
        """Return whom "the latter" means, or "the company" where no article of its own shows that one is meant."""
        if is_ranked(self.text, source, lexicon.code):
            one = ranked(self.text, source, self.names, lexicon.code)
            return Resolved(one or self._as(source, "anonymous"), "latter or former" if one else "unresolved")
        if is_company(phrase, lexicon.code):
            return Resolved(self._body(source, _words(phrase), lexicon) or self._as(source, "group"), "body")
        return None

    def _by_role(self, source: Span, words: list[str], lexicon: Lexicon, name: Holder | None) -> Resolved:
        definite = bool(words) and words[0] in lexicon.words["definite"]
        if lexicon.holds("roles", words):
            meant = (
                self._in_role(source, lexicon) if (definite or is_bare(words, lexicon)) and len(words) <= 8 else None
            )
            return Resolved(meant or name or self._as(source, "anonymous"), "role")
        if lexicon.holds("collectives", words):
            found = self._body(source, words, lexicon) if definite and len(words) <= 2 else None
            return Resolved(found, "body") if found else Resolved(self._as(source, "group"), "body")
        bare = Span(source.start, source.start + len(without_title(self.text[source.start : source.end])))
        full = self.names.full(bare, lexicon.code)
        if full is not None:
            return Resolved(self.names.holder(full), "name")
        if looks_like_name(self.text, bare, lexicon):
            return Resolved(self._as(bare, "named"), "name")
        return Resolved(name or self._as(source, "group"), "words")

    def _body(self, source: Span, words: list[str], lexicon: Lexicon) -> Holder | None:
        """Return the body named before; for a team, which is people of one, only the subject of its last sentence."""
        if words[-1] in TEAMS:
            return leading_body(self.text, source, self.spoken, self.names)
        found = self._antecedent(source.start, Wanted(person=False), lexicon)
        return found.holder if found and found.holder.kind == "named" else None  # "the paper" is no group of people

    def _in_role(self, source: Span, lexicon: Lexicon) -> Holder | None:
        """Return who was introduced in that role; without anybody, the only person named, if no role is theirs."""
        roles = self._roles.get(lexicon.code)
        if roles is None:
            people = self.names.people()
            roles = self._roles[lexicon.code] = Roles(self.text, people, lexicon)
        person, new = roles.holder(source), introduced(self.text, source, lexicon)
        if new is not None and (person is None or person.start < new.start):
            return None  # "A user complained. The user believes that P": nobody named before is meant
        if person is None and not is_anybody(roles.named_in(source), lexicon):
            before = self.names.between(max(0, source.start - REACH), source.start)
            named = {self.names.holder(e).text: e for e in before if e.type == "person"}
            only = next(iter(named.values())) if len(named) == 1 else None
            person = None if roles.known(only) else only
        return self.names.holder(person) if person else None

    def _is_role(self, words: list[str], lexicon: Lexicon) -> bool:
        return bool(words) and words[0] in lexicon.words["definite"] and any(w in lexicon.words["roles"] for w in words)

    def _as(self, source: Span, kind: HolderKind) -> Holder:
        return Holder(self.text[source.start : source.end], source.start, source.end, kind)

    def _pronoun(self, source: Span, gender: str, lexicon: Lexicon, *, own: bool) -> Resolved:
        wanted = Wanted(person=gender in "mf", plural=gender == "p", any_kind=gender in "x", gender=gender)
        found = self._antecedent(source.start, wanted, lexicon, own=own)
        unnamed = unnamed_people(self.text, source.start, lexicon) if gender == "p" else None
        if unnamed is not None and (found is None or goes_on(self.text, unnamed, found, source, lexicon)):
            kind: HolderKind = "group" if lexicon.holds("groups", _words(unnamed.text)) else "anonymous"
            return Resolved(Holder(unnamed.text, unnamed.start, unnamed.end, kind), "pronoun")
        if found is None:
            return Resolved(self._as(source, "anonymous"), "unresolved")
        if gender not in "mf" or found.holder.kind != "named":
            return Resolved(found.holder, "pronoun")
        both = one_of_two(self.text, source, found.holder, self.names, lexicon.code)
        who = decided(both, gender, lambda one: self._gender(one, lexicon.code))
        if who is None:
            return Resolved(self._as(source, "anonymous"), "unresolved")
        self._genders.setdefault(_key(who), gender)
        return Resolved(who, "pronoun")

    def _antecedent(self, at: int, wanted: Wanted, lexicon: Lexicon, *, own: bool = False) -> Candidate | None:
        """Return who is meant before ``at``: whom its paragraph is about, the last speaker, the last one named."""
        start, sentences = sentences_before(self.text, at, lexicon, own=own)
        about = self._about([c for c in self.spoken if start <= c.at < at], sentences, lexicon)
        spoken = [c for c in self.spoken if at - REACH <= c.at < at]
        candidates = (*about, *reversed(spoken), *self._mentioned(at, wanted))
        return next((c for c in candidates if wanted.fits(c) and self._agrees(c.holder, wanted.gender)), None)

    def _about(
        self, spoken: Sequence[Candidate], sentences: Sequence[Sentence], lexicon: Lexicon
    ) -> Iterator[Candidate]:
        """Yield whom sentences are about, the last one first: its subject, whoever speaks in it; then the others."""
        for sentence in sentences:
            subject = self._subjects.of(sentence, lexicon)
            if subject is not None:
                yield subject
            yield from (c for c in reversed(spoken) if sentence.span.start <= c.at < sentence.span.end)
        yield from sorted(spoken, key=lambda c: -c.at)

    def _mentioned(self, at: int, wanted: Wanted) -> Iterator[Candidate]:
        """Yield those named nearby before ``at``, the last one first."""
        for entity in self.names.before(at, _FEW):
            if at - entity.start > REACH // 2:
                return
            fits = wanted.any_kind or (entity.type == "person") == (wanted.person and not wanted.plural)
            known = (entity.entity_id or "").startswith(("x:", "Q"))
            if fits and (not wanted.plural or known or opens(self.text, entity.start)):
                yield Candidate(self.names.holder(entity), entity.start, entity.type == "person", False, False)

    def _agrees(self, holder: Holder, gender: str) -> bool:
        """False where the form of a name says that a pronoun of the other gender does not mean it."""
        other = {"f": "m", "m": "f"}.get(gender)
        if other is None or holder.kind != "named":
            return True
        return self._gender(holder) != other

    def _gender(self, holder: Holder, code: str = "") -> str | None:
        """Return the gender that the form of a name, a pronoun before, or (in a language) a role beside it tells."""
        known = gender_of(self.text, holder.start, holder.end) or self._genders.get(_key(holder))
        return known or gender_of_role(self.text, holder.start, code)


def _key(holder: Holder) -> str:
    return holder.entity_id or holder.text


def _words(phrase: str) -> list[str]:
    return [t.norm for t in tokenize(phrase)]
