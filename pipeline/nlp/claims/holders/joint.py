"""Others who say something together with the holder: "Mara Voss and the engineer Orla Venn wrote"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.nlp.claims.holders.names import Names
from pipeline.nlp.claims.words.forms import UNPARTED, forms
from pipeline.records import Entity, Holder, Span

_WORDS = 4
"""Most words of a role between "and" and the name that it belongs to."""


class _Links(NamedTuple):
    """What may stand between two names (``last``: before the last one), and what behind the last one."""

    comma: re.Pattern[str]
    last: re.Pattern[str]
    behind: re.Pattern[str]


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


@cache
def _links(code: str) -> _Links | None:
    known = forms("joint").get(code)
    if known is None:
        return None
    mr = f"(?:{known['mr']})?" if "mr" in known else ""
    if code in UNPARTED:
        last = rf"{mr}\s*(?:{known['and']})\s*(?:(?!{known['of']})[^\s、，,。]){{0,8}}"
        return _Links(re.compile(rf"{mr}\s*[、，,]\s*"), re.compile(last), re.compile(rf"{mr}\s*(?:[、，,（(]|\Z)"))
    of = rf"(?:{known['of']})\b['’]?"
    home = rf"(?:\s+{of}\s*[^,;.:!?]{{2,40}}?|\s*\([^()]*\))?"
    role = rf"(?:(?!{of})[^\W\d_][\w'’.-]*\s+){{0,{_WORDS}}}"
    last = rf"{home},?\s+(?:{known['and']})\s+{role}"
    return _Links(
        re.compile(rf"{home},\s+{role}", re.IGNORECASE),
        re.compile(last, re.IGNORECASE),
        re.compile(rf"\s*(?:[,(–—]|{of}|\Z)", re.IGNORECASE),
    )
