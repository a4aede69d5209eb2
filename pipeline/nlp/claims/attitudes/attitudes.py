"""Attitudes: who is for or against a thing, wants it, or takes it up, where nothing is said that could be checked.

"The mayor opposes the bridge" puts the mayor on a side; so do "her support for the bridge", "a critic of the bridge",
"is wary of the bridge", and, as intentions, "vowed to build the bridge". The target is what stands under the cue in
the dependency tree. Attitudes are no claims: a claim's holder never depends on one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.nlp.claims.attitudes import cues as cue_data
from pipeline.nlp.claims.attitudes.cues import Cues, Side
from pipeline.nlp.claims.fusion.sources import is_thing_only, speaks
from pipeline.nlp.claims.words import tree
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.lexicon import load as load_lexicon
from pipeline.nlp.claims.words.parsed import Parses
from pipeline.nlp.claims.words.tokens import tokenize
from pipeline.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_Frames = Mapping[tuple[str, ...], Side]
_Holder = Callable[["Token"], "Token | None"]
_EMPTY = frozenset({"it", "that", "there", "which", "who", "il", "qui"})
"""Subjects of a passive that name nothing."""
_NEAR = 3
"""Words between a cue and its preposition up to which both are shown as one cue."""


@dataclass(frozen=True, slots=True)
class Attitude:
    """``holder`` stands by ``cue`` on a ``side`` of ``target``; spans are of the text.

    ``holder`` is None where nobody is named: "was accused of V-ing", "allegations that P". ``of``: whom a passive
    speaks of, which belongs to the target ("| The mayor | was accused of | taking bribes |").
    """

    holder: Span | None
    cue: Span
    target: Span
    side: Side
    loose: bool = False
    """The holder counts only if it can speak: the noun that a participle describes ("a rule barring …"), what shows."""
    of: Span | None = None
    bare: bool = False
    """The target may be a pronoun: "what | the mayor said"."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a sentence begins in the text, and the cues of its language."""

    start: int
    cues: Cues


def read_attitudes(text: str, parses: Parses, reported: Sequence[Span] = ()) -> list[Attitude]:
    """Return the attitudes that the author of a text tells of.

    Args:
        text: the text.
        parses: its sentences; those in a language that has a list of cues are read.
        reported: what is said by others: an attitude inside it belongs to that saying.
    """
    found: list[Attitude] = []
    for parse in parses.found:
        cues, lexicon = cue_data.load(parse.code), load_lexicon(parse.code)
        if cues is not None and lexicon is not None:
            place = _Place(parse.start, cues)
            found += (a for a in _in_sentence(parse.doc, place) if is_somebodys(text, a, lexicon))
    ordered = sorted(found, key=lambda a: (a.target.start, -a.target.end, a.cue.start))
    outer = (*reported, *(a.target for a in ordered))
    return [a for a in ordered if not any(_holds(o, a.cue) for o in outer)]


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def is_somebodys(text: str, attitude: Attitude, lexicon: Lexicon) -> bool:
    """Tell whether there is somebody to hold it, and a target that says by itself what it is."""
    words = [t for t in tokenize(text[attitude.target.start : attitude.target.end]) if t.is_word]
    pronouns = ("pronouns", "first_person", "impersonal")
    if not words or (
        len(words) == 1 and not attitude.bare and any(lexicon.has(name, words[0].norm) for name in pronouns)
    ):
        return False
    if attitude.holder is None:
        return True
    if is_thing_only(text, attitude.holder, lexicon):
        return False
    return not attitude.loose or speaks(text, attitude.holder, lexicon)


def _in_sentence(doc: Doc, place: _Place) -> Iterator[Attitude]:
    cues = place.cues
    for token in doc:
        word = token.lower_
        readings: list[tuple[_Frames | None, _Holder]] = []
        if token.pos_ in ("VERB", "AUX"):
            readings += [(cues.verbs.get(word), _of_verb), (cues.evidence.get(word), _of_evidence)]
        if token.pos_ == "NOUN":
            readings += [(cues.nouns.get(word), _of_noun), (cues.agents.get(word), _of_agent)]
        if token.dep_ != "amod":
            readings.append((cues.adjectives.get(word), _of_adjective))
        found = (_attitude(token, frames, holder_of, place) for frames, holder_of in readings if frames)
        attitude = next((a for a in found if a is not None), None) or _told_of(token, place)
        if attitude is not None:
            yield attitude


def _attitude(cue: Token, frames: _Frames, holder_of: _Holder, place: _Place) -> Attitude | None:
    """Return the attitude of one cue: the first of its frames, longest first, whose complement and holder are there."""
    for words, side in sorted(frames.items(), key=lambda f: -len(f[0])):
        passive = cue.pos_ == "VERB" and tree.is_passive(cue)
        if passive and not words:
            target, holder = tree.child(cue, tree.PASSIVE), tree.agent(cue)
        elif passive and words[-1] != "of" and holder_of is _of_verb:
            continue
        else:
            target = _complement(cue, words, side)
            holder = holder_of(cue) if target is not None else None
        if target is not None and holder is not None:
            if side == "about" and tree.is_negated(cue):
                return None  # "did not respond to the request": nothing was said
            found = _made(cue, target, holder, words, place, side)
            if holder_of is _of_evidence:
                whole = max(found.target.end, place.start + tree.clause_end(cue))
                found = replace(found, target=Span(found.target.start, whole), loose=True)
            return found
        if target is not None and holder_of is _of_noun and cue.lower_ in place.cues.unsigned:
            return replace(_made(cue, target, cue, words, place, side), holder=None)
    return None


def _told_of(verb: Token, place: _Place) -> Attitude | None:
    """Read "X is expected to V", "X was accused of V-ing", "X was called Y by Z": X and the rest are thought."""
    frames = place.cues.passives.get(verb.lower_)
    subject = tree.child(verb, tree.PASSIVE) if verb.pos_ == "VERB" else None
    if frames is None or subject is None or subject.i > verb.i or subject.lower_ in _EMPTY:
        return None
    for words, side in sorted(frames.items(), key=lambda f: -len(f[0])):
        target = _complement(verb, words, side) if words else tree.predicate(verb)
        if target is not None:
            by = tree.agent(verb) or tree.author(target)
            found = _made(verb, target, by or subject, words, place, side)
            return replace(
                found,
                holder=found.holder if by is not None else None,
                target=tree.before(found.target, by, place.start),
                of=named(subject, verb, place.start),
            )
    return None


def _of_verb(verb: Token) -> Token | None:
    return tree.agent(verb) if tree.is_passive(verb) else tree.subject(verb)


def _of_evidence(verb: Token) -> Token | None:
    """Return what shows a thing, in the active alone: a survey, a letter."""
    return None if tree.is_passive(verb) else tree.subject(verb)


def _of_noun(noun: Token) -> Token | None:
    """Return whose attitude a noun names: "Voss's support for P", "Voss voiced support for P"."""
    governs = noun.dep_ in (*tree.OBJECTS, "attr")
    return tree.owner(noun) or (tree.subject(noun.head) if governs else None) or tree.named_before(noun)


def _of_agent(noun: Token) -> Token | None:
    """Return who is called "a critic of P"; without anybody, the critics of P themselves."""
    if noun.dep_ == "attr":
        return tree.subject(noun.head)
    return noun.head if noun.dep_ == "appos" else noun


def _of_adjective(word: Token) -> Token | None:
    found = tree.subject(word.head if word.dep_ in ("acomp", "oprd", "attr") else word)
    return found or (word.head if word.dep_ == "acl" else None)


def _complement(head: Token, words: tuple[str, ...], side: Side) -> Token | None:
    """Return the complement that the words after a cue open, if they all stand with it.

    What is wanted ("plan to V") is an infinitive; elsewhere "to" may be a preposition ("object to P").
    """
    if not words:
        return tree.complement(head, "")
    here = {c.lower_ for c in head.children} | {head.i + 1 < len(head.doc) and head.nbor(1).lower_}
    if not set(words[:-1]) <= here:
        return None
    particle = any(c.dep_ == "prt" and c.lower_ == words[-1] for c in head.children)
    found = tree.complement(head, "" if particle else words[-1])
    is_phrase = found is not None and side == "wants" and words[-1] == "to" and not tree.is_infinitive(found)
    return None if is_phrase else found


def _opener(target: Token, head: Token, words: tuple[str, ...]) -> Token:
    """Return the word that stands right outside the target on its left: the cue's preposition, else the cue."""
    return target.head if words and target.head.i != head.i and target.head.i > head.i else head


def _made(
    cue: Token, target: Token, holder: Token, words: tuple[str, ...], place: _Place, side: Side
) -> Attitude:  # fmt: skip
    start = place.start
    outside = _opener(target, cue, words)
    span = tree.governed(target, start, outside if outside.i < target.i else None)
    actor = tree.child(cue, tree.OBJECTS) if words in (("to",), ("of",), ("as",)) else None
    actor = tree.complement(cue, words[0]) if len(words) == 2 and words[1] == "to" else actor
    if actor is not None and cue.i < actor.i < target.i and cue.lower_ not in place.cues.hearers:
        span = Span(tree.governed(actor, start).start, span.end)  # "urged | the council to act |"
    if cue.pos_ != "NOUN":
        span = Span(span.start, max([span.end, *(tree.governed(c, start).end for c in tree.more(cue, target))]))
    near = cue.i < outside.i <= cue.i + _NEAR and span.start >= start + outside.idx
    end = outside.idx + len(outside) if near else cue.idx + len(cue)
    # "did not endorse the bridge" is not yet against it.
    side = "about" if tree.is_negated(cue) and side in ("for", "against") else side
    loose = cue.dep_ == "acl" and cue.head.i == holder.i
    return Attitude(named(holder, cue, start), Span(start + cue.idx, start + end), span, side, loose)


def named(holder: Token, cue: Token, start: int) -> Span:
    """Return the words for the holder, without the clause in which the cue stands."""
    span = tree.governed(holder, start)
    if not span.start <= start + cue.idx < span.end:
        return span
    if cue.i <= holder.i:
        return span
    clause = next((c for c in holder.children if c.i > holder.i and c.left_edge.i <= cue.i <= c.right_edge.i), cue)
    last = holder.doc[max(holder.i, clause.left_edge.i - 1)]
    while last.is_punct and last.i > holder.i:
        last = last.nbor(-1)
    return Span(span.start, start + last.idx + len(last))
