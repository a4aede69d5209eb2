"""What is said, widened to whole phrases: a boundary that parts words which belong together is none.

The learned reader marks words one by one and may stop inside a phrase ("was only “to mock” | the mayor", "a longtime |,
dedicated friend"). In languages with a parser a content is closed under the ties of the tree that nothing loosens: a
verb and its subject or object, a noun and what describes it, a preposition and its noun. What a comma parts stays out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.nlp.claims.words.parsed import Parse, Parses
from pipeline.nlp.claims.words.tree import OBJECTS, PASSIVE, RELATIVES, SUBJECTS, child
from pipeline.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE = frozenset(
    {
        "nsubj", "nsubjpass", "csubj", "expl", "det", "predet", "poss", "amod", "nummod", "quantmod", "compound", "aux",
        "auxpass", "neg", "mark", "npadvmod", "nmod", "nsubj:pass", "nsubj:caus", "aux:tense", "aux:pass", "aux:caus",
        "cop", "case", "fixed", "expl:subj", "expl:comp", "expl:pass",
    }
)  # fmt: skip
"""Ties of a word to one behind it."""
_BEHIND = frozenset(
    {
        "dobj", "pobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "pcomp", "agent", "prt", "dative", "prep", "obj",
        "obl:arg", "obl:agent", "nmod", "flat:name", "fixed", "nsubj", "nsubjpass", "neg",
    }
)  # fmt: skip
"""Ties of a word to one before it."""
_UNLESS_PARTED = frozenset({"advcl", "acl", "obl", "obl:mod", "npadvmod", "advmod", *RELATIVES})
"""Ties that a mark between the two loosens."""
_REASONS = frozenset({"because", "if", "unless", "parce", "si"})
"""What opens a reason or a condition, which belong to what is said; when it was said may be the author's."""
_TOLD_TO = frozenset({"oprd", "xcomp", "ccomp", "acomp", "attr", "prep"})
"""What a verb says of its object: "called the plan | a fraud |", "accused the mayor | of fraud |"."""
_EDGE = ")\"”’'»"
_CONTRASTS = frozenset({"but", "mais"})
_STEPS = 12
"""Steps of widening, each over one tie."""


def whole(contents: Sequence[Span], cue: Span | None, source: Span | None, parses: Parses) -> tuple[Span, ...]:
    """Return contents widened to whole phrases.

    Args:
        contents: what is said, in order.
        cue: the word of saying.
        source: who says it; like the cue it belongs to no content.
        parses: the sentences of the text.
    """
    outside = [s for s in (cue, source) if s is not None]
    found: list[Span] = []
    for content in contents:
        parse = parses.at(content)
        others = [*outside, *(c for c in contents if c is not content)]
        found.append(content if parse is None else _widened(_own(content, cue, parse), others, parse))
    return tuple(found)


def phrase(quoted: Span, cue: Span | None, source: Span | None, parses: Parses) -> Span:
    """Return words between marks with the phrase that they end: "promised | lower taxes and “jobs” |".

    They end one where no mark parts them from the cue before them, or where they go on with the words before them
    and the cue follows ("| The bridge “is safe,” | she said").
    """
    parse = parses.at(quoted)
    inside = parse.tokens(quoted) if parse is not None else []
    verbs = [t for t in parse.tokens(cue) if t.pos_ in ("VERB", "AUX")] if parse is not None and cue is not None else []
    if parse is None or not verbs or not inside or _begins(inside):
        return quoted
    if inside[0].i < verbs[-1].i:
        marks = [s for s in (cue, source) if s is not None]
        low, _ = _room(inside[0].i, inside[-1].i, marks, parse)
        first = _left(parse, inside[0].i, inside[-1].i, low)
        return Span(parse.span(first, first).start, quoted.end) if first < inside[0].i else quoted
    word = next((t.i for t in inside if not t.is_punct), inside[0].i)
    behind = (c for c in verbs[-1].children if c.i > verbs[-1].i)
    top = next((c for c in behind if c.left_edge.i <= word <= c.right_edge.i), None)
    between = parse.doc[verbs[-1].i + 1 : inside[0].i]
    if top is None or any(t.text in ",:;" for t in between):
        return quoted
    spoken_of = child(verbs[-1], OBJECTS) if top.dep_ in _TOLD_TO else None
    first = min([top.left_edge.i, *(o.left_edge.i for o in (spoken_of,) if o is not None and o.i > verbs[-1].i)])
    start = parse.span(first, first).start
    return Span(start, quoted.end) if verbs[-1].i < first < inside[0].i else quoted


def _begins(inside: Sequence[Token]) -> bool:
    """Tell whether words between marks are a sentence of their own: a capital letter, or nothing before them."""
    word = next((t for t in inside if not t.is_punct), inside[0])
    return word.text[:1].isupper() or inside[0].i == 0


def _own(content: Span, cue: Span | None, parse: Parse) -> Span:
    """Leave out what the author goes on with: a clause that the cue does not govern, or that "but" joins to it."""
    inside = [t.i for t in parse.tokens(content)]
    verbs = [t for t in parse.tokens(cue) if t.pos_ in ("VERB", "AUX")] if cue is not None else []
    if not inside or not verbs or inside[0] < verbs[-1].i:
        return content
    verb, doc = verbs[-1], parse.doc
    under = {t.i for t in verb.subtree}
    if inside[0] not in under:
        return content
    cut = next((i for i in inside if i not in under and not doc[i].is_punct), inside[-1] + 1)
    if cut <= inside[-1] and (doc[cut].lower_ in ("that", "que", "qu'") or doc[cut - 1].text == ":"):
        return content  # "said P; that Q": Q is said too
    joined = [c for c in verb.children if c.dep_ == "conj" and child(c, SUBJECTS | PASSIVE) and _is_contrast(c, verb)]
    cut = min([cut, *(c.left_edge.i for c in joined if c.left_edge.i > inside[0])])
    rest = doc[cut : inside[-1] + 1]
    if cut > inside[-1] or not any(child(t, SUBJECTS | PASSIVE) for t in rest):
        return content
    while cut > inside[0] and (doc[cut - 1].is_punct or doc[cut - 1].dep_ == "cc"):
        cut -= 1
    return Span(content.start, parse.span(inside[0], cut - 1).end) if cut > inside[0] else content


def _is_contrast(clause: Token, verb: Token) -> bool:
    """Tell whether a mark and "but" join a clause to a verb; without the mark it may go on with what is said."""
    words = (w for w in (*verb.children, *clause.children) if verb.i < w.i <= clause.i)
    return any(w.dep_ == "cc" and w.lower_ in _CONTRASTS and w.nbor(-1).is_punct for w in words)


def _widened(content: Span, outside: Sequence[Span], parse: Parse) -> Span:
    inside = [t.i for t in parse.tokens(content)]
    while len(inside) > 1 and _dangles(parse.doc[inside[-1]]):
        inside.pop()
    if not inside:
        return content
    if parse.doc[inside[-1]].idx + parse.start + len(parse.doc[inside[-1]]) < content.end - 1:
        content = Span(content.start, parse.span(inside[0], inside[-1]).end)
    low, high = _room(inside[0], inside[-1], outside, parse)
    first, last = inside[0], inside[-1]
    for _ in range(_STEPS):
        right = _right(parse, first, last, high)
        left = _left(parse, first, last, low)
        if (left, right) == (first, last):
            break
        first, last = left, right
    span = parse.span(first, last)
    return Span(
        content.start if first == inside[0] else span.start,
        content.end if last == inside[-1] else span.end,
    )


def _dangles(token: Token) -> bool:
    """Tell whether a word at the end only joins what follows: "and", or "which" behind a comma, and that comma."""
    return (
        token.dep_ == "cc"
        or token.text in ",;"
        or (token.lower_ == "which" and token.i > 0 and token.nbor(-1).text == ",")
    )


def _room(first: int, last: int, outside: Sequence[Span], parse: Parse) -> tuple[int, int]:
    """Return the first and the last token that contents may reach."""
    taken = [t.i for span in outside for t in parse.tokens(span)]
    low = max((i + 1 for i in taken if i < first), default=0)
    high = min((i - 1 for i in taken if i > last), default=len(parse.doc) - 1)
    return low, high


def _right(parse: Parse, first: int, last: int, high: int) -> int:
    """Return the last token of the phrases that reach over the right edge."""
    for token in parse.doc[last + 1 : high + 1]:
        near = not any(t.is_punct for t in parse.doc[last + 1 : token.left_edge.i])
        if first <= token.head.i <= last and near and _tied_behind(token):
            return _unless_marked(parse, last, min(high, _end(token)))
    for token in parse.doc[first : last + 1]:
        head = token.head.i
        if (
            last < head <= high
            and token.dep_ in _BEFORE
            and not any(t.dep_ == "cc" for t in parse.doc[last + 1 : head])
        ):
            return _unless_marked(parse, last, min(high, _end(token.head)))
    return last


def _unless_marked(parse: Parse, last: int, new: int) -> int:
    """Stay before a mark of quotation that closes what began before."""
    added = "".join(t.text for t in parse.doc[last + 1 : new + 1])
    return last if added.count('"') % 2 or added.count("”") > added.count("“") else new


def _left(parse: Parse, first: int, last: int, low: int) -> int:
    """Return the first token of the phrases that reach over the left edge."""
    for token in parse.doc[low:first]:
        # "that" opens a clause and is none of what is said.
        if first <= token.head.i <= last and token.dep_ in _BEFORE and token.dep_ != "mark":
            return max(low, token.left_edge.i)
    for token in parse.doc[first : last + 1]:
        head = token.head
        # Another verb before it is another cue.
        if low <= head.i < first and head.pos_ not in ("VERB", "AUX") and _tied_behind(token) and token.dep_ != "acl":
            return max(low, head.left_edge.i)
    return first


def _tied_behind(token: Token) -> bool:
    """Tell whether a word belongs to the one before it on which it hangs."""
    if token.dep_ == "advcl" and not any(c.dep_ == "mark" and c.lower_ in _REASONS for c in token.children):
        return False
    if token.dep_ in _UNLESS_PARTED:
        edge = token.left_edge
        return edge.i == 0 or not edge.nbor(-1).is_punct
    return token.dep_ in _BEHIND


def _end(token: Token) -> int:
    """Return the last token under a word, without what a comma parts from it at its end."""
    last = max(token.i, token.right_edge.i)
    for word in token.doc[token.i + 1 : last + 1]:
        first = word.left_edge
        loose = word.dep_ in (*RELATIVES, "advcl") and first.i > token.i and first.nbor(-1).is_punct
        if loose and word.right_edge.i >= last - 1:
            last = first.i - 2
            break
    while last > token.i and token.doc[last].is_punct and token.doc[last].text not in _EDGE:
        last -= 1
    return max(last, token.i)
