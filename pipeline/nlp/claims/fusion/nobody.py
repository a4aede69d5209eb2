"""What stands where a speaker does and names nobody: labels of notes ("PS:"), a pronoun with its verb ("there's").

Both begin with a capital, as a name does. The words behind a label are the author's, as long as no marks of quotation
show that they are somebody's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from pipeline.nlp.claims.fusion.captions import is_caption, is_open
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.forms import forms
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.nlp.claims.words.tokens import fold
from pipeline.records import Passage, Span

_COLON = re.compile(r"\.?(?:\s*[(\[][^)\]\n]{1,30}[)\]])?[\s*_]*[:：]")
"""What parts a label from its note, perhaps behind a date in brackets."""
_LONGEST = 24
"""Most characters of a label, with marks and numbers."""


@dataclass(frozen=True)
class _Forms:
    notes: frozenset[str]
    contracted: re.Pattern[str] | None


@cache
def _forms(code: str) -> _Forms:
    data = forms("nobody").get(code, {})
    contracted = re.compile(data["contracted"], re.IGNORECASE) if "contracted" in data else None
    return _Forms(frozenset(data.get("notes", ())), contracted)


def by_somebody(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech in which no label, no contraction and no caption is a source."""
    starts = [passage.start for passage in passages]
    kept: list[Said] = []
    for said in speech.said:
        source = said.frame.source
        code = passage_at(passages, starts, source.start).language if source and passages else ""
        lexicon = lexicons.load(code) if code else None
        if source is not None and is_label(text, source, code):
            quoted = any(c.start < q.end and q.start < c.end for c in said.frame.contents for q in speech.quotes)
            kept += [replace(said, frame=replace(said.frame, source=None))] if quoted else []
        elif source is not None and (is_contraction(text, source, code) or is_open(text, said.frame, code)):
            kept.append(replace(said, frame=replace(said.frame, source=None)))
        elif lexicon is not None and is_caption(text, said.frame, speech.quotes, lexicon):
            continue
        else:
            kept.append(said)
    return Speech(tuple(kept), speech.quotes)


def is_label(text: str, source: Span, code: str) -> bool:
    """Tell whether words before a colon say what kind of note follows: "Edit 2:", "P.S.:"."""
    if _COLON.match(text, source.end) is None:
        return False
    start = text.rfind("\n", 0, source.start) + 1
    line = text[start : source.end]
    # a reader may cut "P" or "DR" out of "P.S." and "TL;DR"
    word = line if len(line) <= _LONGEST else text[source.start : source.end]
    word = re.sub(r"[(\[][^)\]]*[)\]]", "", word)
    return "".join(c for c in fold(word) if c.isalpha()) in _forms(code).notes


def is_contraction(text: str, source: Span, code: str) -> bool:
    """Tell whether a source is no more than a word with the verb that is glued to it: "there's"."""
    pattern = _forms(code).contracted
    found = pattern.match(text, source.start) if pattern is not None else None
    return found is not None and source.end <= found.end()
