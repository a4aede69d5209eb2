"""Where a negation stands, told by a dependency parse: on the way up from it to the root of what is asserted.

The labels are those of spaCy's English pipelines (ClearNLP) and of its French ones (Universal Dependencies).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_APART = frozenset({
    "relcl", "acl:relcl", "acl", "advcl", "advcl:cleft", "amod", "appos", "pcomp", "csubj", "csubjpass", "csubj:pass",
    "poss", "nmod", "compound", "npmod", "vocative",
})  # fmt: skip
"""What hangs by one of these says more of a word, or under which circumstances; it is not asserted for itself."""
_NEGATING = frozenset({
    "not", "n't", "n’t", "no", "never", "nobody", "none", "nothing", "neither", "nor", "cannot", "hardly", "barely",
    "scarcely", "nowhere",
})  # fmt: skip
_NEGATING_FRENCH = frozenset({
    "pas", "jamais", "rien", "aucun", "aucune", "ni", "nullement", "guère", "personne", "plus", "non", "point",
})  # fmt: skip
_RELATIVES = frozenset({"qui", "que", "qu'", "qu’", "dont", "où", "laquelle", "lequel", "which", "who", "that"})
_BY = frozenset({"with", "without", "than", "despite", "sans", "avec", "besides", "given", "considering"})
"""Prepositions of a circumstance: "with no help" negates nothing but the help."""
_ALONE = frozenset({
    "peut", "peuvent", "pouvait", "pourra", "pourrait", "put", "puis", "sait", "saurait", "savait", "cesse", "cessent",
    "ose", "osent",
})  # fmt: skip
"""French verbs that "ne" negates without a second word."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "nsubj:pass", "expl", "expl:subj", "csubj"})
_CLAUSES = frozenset({"VERB", "AUX"})
_MOVED = frozenset({
    "surprised", "glad", "sorry", "happy", "sad", "disappointed", "shocked", "amazed", "relieved", "annoyed", "surpris",
    "surprise", "surprises", "content", "contente", "contents", "contentes", "heureux", "heureuse", "triste",
    "tristes", "déçu", "déçue", "déçus", "déçues", "ravi", "ravie", "ravis", "désolé", "désolée", "étonné", "étonnée",
    "étonnés", "dommage",
})  # fmt: skip
"""What takes for granted what follows: "surprised that nobody came"."""
_OPENS = frozenset({
    "because", "since", "if", "unless", "until", "although", "though", "while", "whereas", "before", "so", "when",
    "where", "how", "why", "as", "puisque", "lorsque", "quand", "si", "comme", "où", "comment", "pourquoi",
})  # fmt: skip
"""Words that open a subordinate clause, which a parser may call adverbs."""


def is_main(doc: Doc, at: Span, code: str) -> bool:
    """Tell whether the words at ``at`` (places in the parsed text) negate the main assertion of the text."""
    token = _negating(doc, at, _NEGATING_FRENCH if code == "fr" else _NEGATING)
    alone = at.end - at.start <= len(token) + 1 if token is not None else False
    if token is None or (alone and _is_restrictive(token)) or _is_amended(token) or _is_set_off(token):
        return False
    degree = token.lower_ == "no" and token.head.dep_ == "amod"  # "no tougher breed": no breed
    for step in _upwards(token.head.head if degree else token):
        if _is_independent(step):
            return True
        if _is_apart(step, token):
            return False
    return True


def later_clause(doc: Doc, at: Span, code: str) -> int:
    """Return where the clause begins that "and" or "but" joins to an earlier one and that ``at`` negates, else 0."""
    token = _negating(doc, at, _NEGATING_FRENCH if code == "fr" else _NEGATING)
    for step in _upwards(token) if token is not None else ():
        if step.dep_ == "ccomp" and any(c.dep_ == "mark" for c in step.children):
            return 0  # what is said or found to be so
        if step.dep_ == "conj" and step.left_edge.i > step.head.i and _are_joined(step.head, step):
            return step.left_edge.idx
    return 0


def _are_joined(first: Token, later: Token) -> bool:
    """Tell whether two words that "and" joins are predicates: verbs, or what a form of "be" says."""
    if later.pos_ == "ADJ" and (first.dep_ == "acomp" or (first.pos_ == "ADJ" and _is_clause(first))):
        return True
    return _is_clause(first) and _is_clause(later)


def _is_clause(word: Token) -> bool:
    return word.pos_ in _CLAUSES or any(c.dep_ in ("cop", *_SUBJECTS) for c in word.children)


def _negating(doc: Doc, at: Span, known: frozenset[str]) -> Token | None:
    """Return the word that negates; None where the words at ``at`` are a noun or preposition ("lack", "than")."""
    words = [t for t in doc if t.idx < at.end and at.start < t.idx + len(t) and not t.is_space]
    verbal = next((t for t in words if t.lower_ in ("ne", "n'", "n’")), None)
    if verbal is not None:
        return verbal
    found = [t for t in words if t.dep_ == "neg" or t.lower_ in known]
    if found:
        return found[-1]
    behind = doc[words[-1].i + 1] if words and words[-1].i + 1 < len(doc) else None
    if behind is not None and behind.dep_ == "neg":
        return behind
    return next((t for t in words if t.pos_ not in ("NOUN", "ADP", "SCONJ", "PROPN", "DET")), None)


def _upwards(token: Token) -> Iterator[Token]:
    while True:
        yield token
        if token.head.i == token.i:
            return
        token = token.head


def _is_apart(step: Token, negating: Token) -> bool:
    """Tell whether a word on the way to the root begins a part of the sentence that is not asserted."""
    if step.dep_ in _APART and step.i != negating.i:
        return not _is_said(step)
    if step.dep_ in ("prep", "case") and step.lower_ in _BY:
        return True
    if step.dep_ == "prep" and step.head.pos_ in ("NOUN", "PROPN") and step.head.lower_ not in _NEGATING:
        return True
    if step.dep_.startswith("obl") and any(c.dep_ == "case" and c.lower_ in _BY for c in step.children):
        return True
    if step.dep_ == "ccomp" and step.head.lower_ in _MOVED and step.i > step.head.i:
        return True
    if step.dep_ == "ccomp" and any(c.dep_ == "mark" and c.lower_ in _OPENS for c in step.children):
        return True
    return _is_tail(step, negating)


def _is_independent(step: Token) -> bool:
    """True for a clause with its own subject that nothing opens: a parser hung it below one that it stands beside."""
    # In French every relative clause has its pronoun: what has none is another sentence ("X, ce n'est pas Y").
    if not step.dep_.startswith(("advcl", "obl", "parataxis", "acl:relcl")):
        return False
    kids = list(step.children)
    finite = "Fin" in step.morph.get("VerbForm", []) or any(c.dep_.startswith(("aux", "cop")) for c in kids)
    opened = any(c.dep_ == "mark" or c.lower_ in _OPENS or _is_relative(c) for c in step.lefts)
    return finite and not opened and any(c.dep_ in _SUBJECTS for c in kids)


def _is_relative(word: Token) -> bool:
    """True for a relative word, or one with a preposition or a noun ("dont le port", "dans lequel")."""
    return any("Rel" in w.morph.get("PronType", []) or w.lower_ in _RELATIVES for w in (word, *word.children))


def _is_said(step: Token) -> bool:
    """True for "the fact is that P" and the like, which a parser may hang on a noun: the clause is what is said."""
    if step.head.dep_.startswith("nsubj") and step.i < step.head.head.i:
        return False  # "the fact that P is notable" takes P for granted
    opened = any(c.dep_ == "mark" and c.lower_ in ("that", "que", "qu'", "qu’") for c in step.children)
    return opened and step.dep_ in ("acl", "advcl") and step.head.dep_ in ("attr", "ROOT", "nsubj", "dobj", "obj")


def _is_tail(step: Token, negating: Token) -> bool:
    """Tell whether a phrase is only set off from what is asserted: "it reports lineage, not wrongdoing".

    A predicate that "and" joins is asserted as well: "the therapy is dear and not always good".
    """
    if step.dep_ not in ("conj", "dep") or negating.head.i != step.i or negating.dep_ == "det":
        return False
    if negating.i + 1 < len(negating.doc) and negating.nbor(1).lower_ in ("one", "single"):
        return False  # "and not one house": no house
    if step.pos_ in _CLAUSES or any(c.dep_ in ("cop", *_SUBJECTS) for c in step.children):
        return False
    joined = any(c.dep_ == "cc" for c in (*step.head.children, *step.children) if c.i < negating.i)
    return step.pos_ not in ("ADJ",) or not joined


def _is_set_off(token: Token) -> bool:
    """True for ", not X" without a verb up to the next mark."""
    if not token.i or token.nbor(-1).text != "," or token.lower_ not in ("not", "pas", "non"):
        return False
    if token.head.pos_ == "ADP" and token.head.i == token.i + 1:
        return True
    for word in token.doc[token.i + 1 :]:
        if word.is_punct:
            return True
        if word.pos_ in _CLAUSES:
            return False
    return True


def _is_amended(token: Token) -> bool:
    """Tell whether "but" puts a phrase in the place of what is negated: "not for the town but for the crews".

    A predicate is denied though another takes its place ("is not a wall but a bend"). A verb behind a comma, with a
    subject of its own, or under a condition, is another clause.
    """
    if token.lower_ not in ("not", "n't", "n’t", "never", "pas", "non"):
        return False
    scope = token if token.dep_ == "preconj" else token.head
    for word in scope.subtree:
        if word.i <= token.i or word.dep_ != "cc" or word.lower_ not in ("but", "mais"):
            continue
        other = next((c for c in word.head.children if c.dep_ == "conj" and c.i > word.i), word.head)
        if other.dep_ == "conj" and _replaces(word, other, scope):
            return True
    return False


def _replaces(but: Token, other: Token, scope: Token) -> bool:
    """Tell whether what follows "but" is of the rank of what is negated below ``scope``."""
    first = other.head
    if any(up.dep_ == "conj" for up in _upwards(first) if scope.is_ancestor(up)):
        return False
    parted = other.pos_ in _CLAUSES and but.nbor(-1).text == ","
    if but.nbor(1).is_space:
        return False  # words that are none of the content part them
    if first.pos_ in _CLAUSES and (first.i != scope.i or parted):
        return False
    if _is_predicate(first, other, scope):
        return False
    own = (*_SUBJECTS, "aux", "cop", "neg", "advcl")
    return other.pos_ != "ADV" and not any(c.dep_ in own for c in other.children)


def _is_predicate(first: Token, other: Token, scope: Token) -> bool:
    """Tell whether a word is what something is said to be or do, and another one of its kind is joined to it."""
    if first.pos_ == "VERB" and other.pos_ in _CLAUSES:
        return True
    kids = {c.dep_ for c in first.children if c.i < other.i}
    if "cop" in kids:
        return "case" not in kids
    said = first.dep_ == "attr" or (first.dep_ == "acomp" and other.pos_ == "ADJ")
    return said and scope.lemma_ in ("be", "remain", "become")


def _is_restrictive(token: Token) -> bool:
    """True for a French "ne" that only restricts or echoes ("n'est qu'un outil"): nothing else negates beside it."""
    if token.lower_ not in ("ne", "n'", "n’"):
        return False
    beside = {c.lower_ for c in token.head.subtree} - {"plus", "point", "non"} | {c.lower_ for c in token.head.children}
    return not beside & _NEGATING_FRENCH and token.head.lower_ not in _ALONE
