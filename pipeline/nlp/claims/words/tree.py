"""Reading a dependency tree: subjects, complements, and the stretch of text that a word governs.

The labels are those of spaCy's English pipelines (ClearNLP) and of its French ones (Universal Dependencies).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubj:caus"})
PASSIVE = frozenset({"nsubjpass", "nsubj:pass"})
OBJECTS = frozenset({"dobj", "obj"})
RELATIVES = frozenset({"relcl", "acl:relcl"})
_CLAUSES = frozenset({"xcomp", "ccomp", "acl"})
_CLIMB = frozenset({"conj", "xcomp", "advcl", "pcomp", "dep", "prep", "aux"})
_PRONOUNS = frozenset({"who", "which", "that", "qui"})
_MARKS = frozenset({"mark"})
_POSSESSIVE = frozenset({"poss", "det:poss"})
_FARTHEST = 5
"""Steps up the tree in search of a subject."""


def is_passive(verb: Token) -> bool:
    """Tell whether a verb's subject is what its active form would have as object."""
    return any(c.dep_ in PASSIVE or c.dep_ in ("auxpass", "aux:pass") for c in verb.children)


def is_negated(token: Token) -> bool:
    """Tell whether a word, or the verb that it completes ("is not critical of"), is negated."""
    verb = token.head if token.dep_ in ("acomp", "attr", *OBJECTS) else token
    return any(c.dep_ == "neg" or c.lower_ in ("never", "ne") for c in verb.children)


def child(token: Token, labels: frozenset[str]) -> Token | None:
    """Return the first child with one of these labels."""
    return next((c for c in token.children if c.dep_ in labels), None)


def more(verb: Token, target: Token) -> Iterator[Token]:
    """Yield what else belongs to the complement of a verb, behind its first word.

    That is what it says of it ("praised the plan as sound", "blamed the mayor for the delay", "called for the mayor to
    go"), and what a parser joins to the verb though it has another form ("mentioned lowering rents and a new law").
    """
    for c in verb.children:
        if c.i <= target.right_edge.i:
            continue
        mark = next((k.lower_ for k in c.children if k.dep_ == "mark"), c.lower_)
        governed_here = target.dep_ in OBJECTS or target.head.head.i == verb.i  # "praised P as", "went after P as"
        told_when = c.dep_ == "advcl" and child(c, SUBJECTS | PASSIVE) is not None  # "endorsed P as the votes came in"
        says = c.dep_ in ("prep", "advcl") and mark in ("as", "for") and governed_here and not told_when
        wanted = c.dep_ in ("xcomp", "advcl", "acl") and is_infinitive(c) and target.head.lower_ in ("for", "on")
        other = c.dep_ == "conj" and c.tag_ != verb.tag_ and not c.tag_.startswith(("VBD", "VBZ", "VBP"))
        if says or wanted or other or c.dep_ in ("oprd", "xcomp"):
            yield c


def is_infinitive(token: Token) -> bool:
    """Tell whether "to" (English) or a preposition (French: "de faire") opens a verb form."""
    return any(c.tag_ == "TO" or c.dep_ == "mark" for c in token.children) and token.pos_ in ("VERB", "AUX")


def subject(verb: Token) -> Token | None:
    """Return who does what a verb says: its subject, else that of the verb it hangs on, or the noun it describes."""
    for _ in range(_FARTHEST):
        own = child(verb, SUBJECTS | PASSIVE)
        if own is not None:
            return verb.head if own.lower_ in _PRONOUNS and verb.dep_ in RELATIVES else own
        if verb.dep_ in ("acl", *RELATIVES):
            return verb.head
        if verb.dep_ not in _CLIMB or verb.head.i == verb.i:
            return None
        controller = child(verb.head, OBJECTS) if verb.dep_ == "xcomp" else None
        if controller is not None and controller.i < verb.i:
            return controller
        verb = verb.head
    return None


def agent(verb: Token) -> Token | None:
    """Return who is named by "by" beside a passive verb."""
    for c in verb.children:
        if c.dep_ == "agent":
            return next((k for k in c.children if k.dep_ == "pobj"), None)
        if c.dep_ == "obl:agent":
            return c
    return None


def author(noun: Token) -> Token | None:
    """Return who is named by "by" behind a noun."""
    by = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "by" and c.i > noun.i), None)
    return next((k for k in by.children if k.dep_ == "pobj"), None) if by is not None else None


def before(span: Span, named: Token | None, offset: int) -> Span:
    """Cut a span before the preposition that names somebody in it ("a fraud | by his peers")."""
    if named is None or not span.start < offset + named.head.idx < span.end:
        return span
    last = named.head.nbor(-1)
    return Span(span.start, offset + last.idx + len(last))


def owner(noun: Token) -> Token | None:
    """Return whose a thing is: "Voss's plan", "the plan of Voss", "a warning by Voss"."""
    for c in noun.children:
        if c.dep_ in _POSSESSIVE:
            return c
    for c in noun.children:
        if c.dep_ in ("prep", "agent") and c.lower_ in ("by", "from"):
            return next((k for k in c.children if k.dep_ == "pobj"), None)
    return None


def named_before(noun: Token) -> Token | None:
    """Return whose a thing is by a name or its adjective right before it: "the Voss plan", "European reluctance"."""
    named = (c for c in noun.lefts if c.dep_ in ("compound", "amod") and c.text[:1].isupper() and c.text[1:].islower())
    return next((c for c in named if c.pos_ == "PROPN" or c.tag_ == "JJ"), None)


def complement(head: Token, opening: str) -> Token | None:
    """Return what follows a word: its object (no ``opening``), or what that preposition or infinitive marker opens."""
    for c in head.children:
        if c.i < head.i:
            continue
        if not opening and (c.dep_ in OBJECTS or (c.dep_ == "xcomp" and c.tag_ == "VBG")):
            return c
        if opening and c.dep_ == "prep" and c.lower_ == opening:
            return next((k for k in c.children if k.dep_ in ("pobj", "pcomp")), None)
        if opening and c.dep_ not in OBJECTS and _is_opened(c, opening):
            return c
    return None


def predicate(verb: Token) -> Token | None:
    """Return what a passive calls its subject: "was called | a fraud |"."""
    return next((c for c in verb.children if c.i > verb.i and c.dep_ in ("oprd", "attr", "acomp")), None)


def clause_end(verb: Token) -> int:
    """Return where the words under a verb end in its sentence: up to a mark, or what is joined to it."""
    last = verb
    for word in verb.doc[verb.i + 1 : verb.right_edge.i + 1]:
        if word.is_punct or any(
            w.dep_ in ("conj", "cc", "advcl") and w.head.i == verb.i for w in (word, *word.ancestors)
        ):
            break
        last = word
    return last.idx + len(last)


def _is_opened(token: Token, opening: str) -> bool:
    clause = token.dep_ in _CLAUSES and any(k.dep_ in ("aux", "mark") and k.lower_ == opening for k in token.children)
    clause = clause or (opening == "that" and _is_bare_clause(token))
    phrase = token.dep_.startswith(("obl", "nmod", "advcl"))
    return clause or (phrase and any(k.dep_ in ("case", "mark") and k.lower_ == opening for k in token.children))


def _is_bare_clause(token: Token) -> bool:
    """Tell whether a clause stands where "that" is left out: "was sure | Lindholm would win |"."""
    return token.dep_ == "ccomp" and child(token, SUBJECTS | PASSIVE) is not None and child(token, _MARKS) is None


def governed(token: Token, offset: int, after: Token | None = None) -> Span:
    """Return the stretch of text under a word, in the text's offsets, without a loose relative clause at its end.

    ``after``: a word that stands outside on the left ("for" in "for P").
    """
    # In French the preposition hangs on its noun ("par Voss"), and is none of it.
    case = {c.i for c in token.lefts if c.dep_ == "case"}
    words = [
        w for w in token.subtree if (after is None or w.i > after.i) and w.i not in case and not _is_loose(w, token)
    ]
    while words and (words[-1].is_punct and words[-1].text not in ")\"”’'"):
        words.pop()
    while words and words[0].is_punct and words[0].text not in "(\"“‘'$#":
        words.pop(0)
    if not words:
        return Span(offset + token.idx, offset + token.idx + len(token))
    return Span(offset + words[0].idx, offset + words[-1].idx + len(words[-1]))


def _is_loose(word: Token, top: Token) -> bool:
    """True inside a relative clause that a comma parts from what it says more of."""
    for up in _line(word, top):
        first = up.left_edge
        if up.dep_ in RELATIVES and first.i and first.nbor(-1).text == ",":
            return True
    return False


def _line(word: Token, top: Token) -> Iterator[Token]:
    while word.i != top.i and word.head.i != word.i:
        yield word
        word = word.head
