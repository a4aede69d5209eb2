"""Mere reports (Redebericht): German sentences that tell that somebody spoke, with no words of theirs.

"Die Werft warnte vor den Kosten", "Die Werft will den Kai räumen", "Ihr wird Untreue vorgeworfen": corpora of speech
representation count the whole sentence, since no part of it alone is what was said. Only verbs count that do nothing
but speak (to warn, to threaten, to blame): to refuse, to sentence or to confirm is most often a deed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.nlp.claims.corpora.acts import Act
from pipeline.nlp.claims.frames import Frame, Unit
from pipeline.nlp.claims.fusion.own_subjects import Subjects
from pipeline.nlp.claims.fusion.subjects import whole
from pipeline.nlp.claims.rules.main_clauses import main_parts
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.quotes import Quote
from pipeline.nlp.claims.words.tokens import Token
from pipeline.records import Passage, Span

CODE = "de"
MERE = "mere report"
_HELD = 0.3
"""Share of a sentence that an act may hold beside which it is still a mere report: some words between marks."""
_SAYS = tuple(
    (re.compile(rf"\b(?:{verb})\b"), re.compile(rf"\b(?:{by})"))
    for verb, by in (
        ("(?:warn|droh)(?:t|te|ten|en)", r"vor\b|mit\b|an$"),
        ("rechne(?:t|te|ten|n)|begründe(?:t|te|ten|n)", r"(?i:mit)\b"),
        ("berichte(?:t|te|ten|n)|klag(?:t|te|ten|en)|beschwer(?:t|te|ten|en)", r"(?i:über|von|vom)\b"),
        ("bittet|bitten|bat|baten", r"(?i:um)\b"),
        ("(?:protestier|plädier|appellier)(?:t|te|ten|en)", r"(?i:gegen|für|an)\b"),
        ("(?:dräng|poch)(?:t|te|ten|en)", r"(?i:auf)\b"),
        ("ruft|rufen|rief|riefen", r"(?:auf|aus)$"),
        ("spricht|sprechen|sprach|sprachen", r"aus$"),
        ("wirft|werfen|warf|warfen", r"vor$"),
        ("kündig(?:t|te|ten|en)", r"an$"),
        ("mach(?:t|te|ten|en)", r"verantwortlich$"),
        ("hält|halten|hielt|hielten|dank(?:t|te|ten|en)", r"(?i:für)\b"),
    )
)
"""Verbs of speaking with the preposition or particle that makes them such, in one clause."""
_SPOKEN = r"(?:angekündigt|bekannt ?gegeben|angedroht|vorgeworfen|gewarnt|aufgerufen)"
_HAS_SAID = re.compile(rf"\b(?:hat|haben|hatte|hatten)\b(?=.*\b{_SPOKEN}$)")
_IS_SAID = re.compile(
    r"\b(?:wird|werden|wurde|wurden)\b(?=.*\b(?:"
    + _SPOKEN
    + r"|bemängelt|beklagt|kritisiert|gefordert|gedroht|gerügt|moniert"
    + r"|als\b.*\b(?:gesehen|begrüßt|gewertet|bezeichnet))$)"
)
"""Passives of speaking."""
_WANTS = re.compile(r"\b(?:will|wollen)\b(?=.*[a-zäöüß]{2}(?:en|ern|eln)$)")
"""An intention that was announced: nobody knows of others' will but by their words."""
_BY = re.compile(r"\b(?:von|vom|seitens)\s", re.IGNORECASE)
_NOBODY = frozenset({"ich", "wir", "wer", "es"})


def with_mere(text: str, passages: Sequence[Passage], quotes: Sequence[Quote], acts: Sequence[Act]) -> list[Act]:
    """Return the acts with the mere reports of German sentences in which nothing else is read."""
    lexicon = lexicons.load(CODE)
    if lexicon is None:
        return list(acts)
    found = list(acts)
    for passage in passages:
        if passage.language == CODE and not _is_read(passage, acts):
            found += _mere(text, passage, quotes, lexicon)
    return found


def wants(words: str) -> bool:
    """Tell whether a cue is the verb of an announced intention."""
    return words.casefold() in ("will", "wollen")


def _is_read(passage: Passage, acts: Sequence[Act]) -> bool:
    """Tell whether acts hold more of a sentence than some words between marks."""
    inside = [(a, c) for a in acts for c in a.contents if c.start < passage.end and passage.start < c.end]
    size = passage.end - passage.start
    return any(
        a.frame.kind != "direct" or min(c.end, passage.end) - max(c.start, passage.start) > _HELD * size
        for a, c in inside
    )


def _mere(text: str, passage: Passage, quotes: Sequence[Quote], lexicon: Lexicon) -> Iterator[Act]:
    """Yield the mere report of a sentence, if one of its main clauses is one."""
    inside = [q for q in quotes if passage.start <= q.start < passage.end]
    unit = Unit(text, passage.start, passage.end, lexicon, inside)
    for part in main_parts(text, passage, quotes, lexicon):
        found = _verb(text, part, unit)
        if found is not None:
            source, cue = found
            span = Span(passage.start, passage.end)
            frame = Frame(source, cue, (span,), "indirect", "reports", MERE)
            yield Act(frame, frame.contents)
            return


def _verb(text: str, part: Sequence[Token], unit: Unit) -> tuple[Span | None, Span] | None:
    """Return who speaks and the verb of a clause that is a mere report."""
    end = next((t.end for t in reversed(part) if t.is_word), part[-1].end)
    words = text[part[0].start : end]
    patterns = [verb for verb, by in _SAYS if by.search(words)]
    for pattern in (*patterns, _HAS_SAID, _WANTS):
        for match in pattern.finditer(words):
            cue = Span(part[0].start + match.start(), part[0].start + match.end())
            source = _Subject(unit).whole(cue)
            if source is not None and text[source.start : source.end].casefold() not in _NOBODY:
                return source, cue
    passive = _IS_SAID.search(words)
    if passive is None:
        return None
    return _Subject(unit).agent(part), Span(part[0].start + passive.start(), part[0].start + passive.end())


class _Subject(Subjects):
    def whole(self, cue: Span) -> Span | None:
        """Return the subject of a verb, the whole phrase where it opens the sentence."""
        span = self.of(cue) or self._man(cue)
        home = Passage(self.unit.start, self.unit.end, CODE, 0)
        return whole(self.unit.text, span, cue, home, self.lexicon) if span else None

    def _man(self, cue: Span) -> Span | None:
        """Return "man" beside a verb."""
        found = self.pronoun_behind(cue)
        first = self.tokens[0]
        return found or (Span(first.start, first.end) if first.norm == "man" else None)

    def agent(self, part: Sequence[Token]) -> Span | None:
        """Return by whom a passive says so."""
        for index, token in enumerate(self.tokens):
            if part[0].start <= token.start < part[-1].end and _BY.match(self.unit.text, token.start):
                attribute = index > 0 and self.tokens[index - 1].is_capital
                found = None if attribute else self.inserted.after(index + 1)
                if found is not None:
                    return self._span(*found)
        return None
