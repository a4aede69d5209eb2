"""What somebody says who denies something: "Voss denied the rumours: “We have not sold it”" asserts the quotation.

Denied are words between marks that complete the verb ("denied that “P”", "denied “any haste”"). Those that stand for
themselves, behind a colon, in a sentence of their own, or before the verb, are what the one who denies says.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.rules.discourse import Said
from pipeline.records import Span

_OPENED = re.compile(r"(?:[:：]|[.。!?！？])\s*[\"“”„«»「『＂]?\s*\Z")
_QUOTED = re.compile(r"[:：]\s*[\"“„«「『＂](?P<said>[^\"“”„«»「」『』＂]{4,})[\"“”»」』＂]?[.。]?\s*\Z")
"""A quotation behind a colon, at the end of what was taken for a report."""
_BACK = 4


def spoken(text: str, said: Said) -> Said:
    """Return a saying as an assertion where its words are those of the one who denies."""
    frame = said.frame
    if frame.commitment not in ("denies", "doubts") or frame.cue is None:
        return said
    if frame.kind == "direct":
        own = _stands_alone(text, frame)
        return replace(said, frame=replace(frame, commitment="asserts")) if own else said
    quoted = _QUOTED.search(text, frame.cue.end, frame.contents[-1].end)
    if quoted is None or quoted.end() <= frame.start:
        return said
    words = Span(*quoted.span("said"))
    return replace(said, frame=replace(frame, contents=(words,), kind="direct", commitment="asserts"))


def _stands_alone(text: str, frame: Frame) -> bool:
    """Tell whether a quotation does not complete the verb beside it."""
    assert frame.cue is not None
    if frame.contents[-1].end <= frame.cue.start:
        return True
    return _OPENED.search(text, max(frame.cue.end, frame.start - _BACK), frame.start) is not None
