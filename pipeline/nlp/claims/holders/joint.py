"""Others who say something together with the holder: "Mara Voss and the engineer Orla Venn wrote"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.nlp.claims.holders.names import Names
from pipeline.nlp.claims.words.forms import UNPARTED, forms
from pipeline.records import Entity, Holder, Span

_WORDS = 4
"""Most words of a role between "and" and the name that it belongs to."""
_REACH = 80
"""Most characters that the other of two, or the start of the sentence, stands before."""
_OPENS = re.compile(r"\A|[.!?…]\s+|\n")


class _Links(NamedTuple):
    """What may stand between two names (``last``: before the last one), and what behind the last one."""

    comma: re.Pattern[str]
    last: re.Pattern[str]
    behind: re.Pattern[str]
    front: re.Pattern[str] | None = None
    """Words of a role before the first, which open a sentence."""
    many: re.Pattern[str] | None = None
    """A verb of several."""


def companions(text: str, source: Span, first: Entity, names: Names, code: str) -> tuple[Holder, ...]:
    """Return who is joined to the first name of a source, in order; nobody where the words between say something else.

    Only names of the same kind are joined: between people, a body is where one of them works.
    """
    links = _links(code)
    if links is None:
        return ()
    chain, sure = [first], 1
    for entity in names.between(first.end, source.end):
        if (entity.type == "person") != (first.type == "person"):
            continue
        between = text[chain[-1].end : entity.start]
        joins = links.last.fullmatch(between) is not None
        if not joins and links.comma.fullmatch(between) is None:
            break
        chain.append(entity)
        if joins and links.behind.match(text[entity.end : source.end]) is not None:
            sure = len(chain)
    return tuple(names.holder(entity) for entity in chain[1:sure])


def together(text: str, source: Span, cue: Span | None, names: Names, code: str) -> Span:
    """Return a source with the other of two that "and" joins, where readers took but one of them for the subject.

    Only right before a verb of several ("Mara Voss y el pescador | Jon Pell afirmaron"), where the sentence opens with
    the first: of one alone, the other may be the object of what stands before.
    """
    links = _links(code)
    if links is None or links.many is None or links.front is None or cue is None or cue.start < source.end:
        return source
    near = names.between(max(0, source.start - _REACH), cue.start)
    pairs = [p for p in pairwise(e for e in near if e.type == "person") if _touches(source, *p)]
    for one, other in pairs:
        joined = links.last.fullmatch(text, one.end, other.start) and links.many.match(text, other.end, cue.end)
        front = max((m.end() for m in _OPENS.finditer(text, max(0, one.start - _REACH), one.start)), default=0)
        if joined and links.front.fullmatch(text, front, one.start):
            return Span(min(source.start, one.start), max(source.end, other.end))
    return source


def joins(between: str, code: str) -> bool:
    """Tell whether the words between two names are "and", perhaps with what the other one is."""
    links = _links(code)
    return links is not None and links.last.fullmatch(between) is not None


def _touches(source: Span, one: Entity, other: Entity) -> bool:
    """Tell whether a source holds one of two names, and not the other."""
    return any(source.start <= e.start and e.end <= source.end for e in (one, other))


@cache
def _links(code: str) -> _Links | None:
    known = forms("joint").get(code)
    if known is None:
        return None
    mr = f"(?:{known['mr']})?" if "mr" in known else ""
    if code in UNPARTED:
        last = rf"{mr}\s*(?:{known['and']})\s*(?:(?!{known['of']})[^\s、，,。]){{0,8}}"
        last += f"(?:{known['role']})?" if "role" in known else ""
        return _Links(re.compile(rf"{mr}\s*[、，,]\s*"), re.compile(last), re.compile(rf"{mr}\s*(?:[、，,（(]|\Z)"))
    of = rf"(?:{known['of']})\b['’]?"
    home = rf"(?:\s+{of}\s*[^,;.:!?]{{2,40}}?|\s*\([^()]*\))?"
    role = rf"(?:(?!{of})[^\W\d_][\w'’.-]*\s+){{0,{_WORDS}}}"
    the = rf"(?:(?:{known['the']})\s+(?!\Z))?" if "the" in known else ""
    last = rf"{home},?\s+(?:{known['and']})\s+{role}"
    return _Links(
        re.compile(rf"{home},\s+{role}", re.IGNORECASE),
        re.compile(last, re.IGNORECASE),
        re.compile(rf"\s*(?:[,(–—]|{of}|\Z)", re.IGNORECASE),
        re.compile(rf"\s*{the}{role}", re.IGNORECASE),
        re.compile(rf"\s+{known['many']}\b", re.IGNORECASE) if "many" in known else None,
    )
