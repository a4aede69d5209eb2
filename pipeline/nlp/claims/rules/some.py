"""Japanese "there are people who say that P": the one who says it follows what is said."""

from __future__ import annotations

import re

from pipeline.nlp.claims.frames import SOME, VIEW, Frame, Unit
from pipeline.records import Span

_JA_SOME = re.compile(
    r"(?P<cue>と(?:言う|いう|考える|見る|みる|主張する|指摘する|の))(?P<who>人|人たち|向き|声|意見|見方|指摘|説|考え方?|噂|主張|専門家|関係者|研究者)"
    r"(?:も|は|が)(?:いる|います|ある|あります|多い|少なくない|根強い|出ている)(?P<but>が|けれど|ものの|けど)?"
)
_VIEWS = frozenset(("向き", "声", "意見", "見方", "指摘", "説", "考え", "考え方", "噂", "主張"))
"""What is held or said, by nobody who is named."""
_LEADING = " \t\n\u3000、"


def some_say(unit: Unit, masked: str) -> list[Frame]:
    """Return the frames of "Pと言う人もいる"; before "が" the rest of the sentence is the author's.

    Args:
        unit: sentences of any language; only Japanese ones are read.
        masked: its text with long quotations masked.
    """
    found = []
    for match in _JA_SOME.finditer(masked) if unit.lexicon.code == "ja" else ():
        low = max((m.end() for m in re.finditer(r"[。\n]", masked[: match.start()])), default=0)
        while low < match.start() and masked[low] in _LEADING:
            low += 1
        if match.start() - low > 3:
            spans = [Span(a + unit.start, b + unit.start) for a, b in (match.span("who"), match.span("cue"))]
            said = (Span(low + unit.start, match.start() + unit.start),)
            aside = match["but"] is not None
            if match["who"] in _VIEWS:
                cue = Span(spans[1].start, spans[0].end)
                found.append(Frame(None, cue, said, "indirect", "reports", VIEW, embedded=aside))
            else:
                found.append(Frame(spans[0], spans[1], said, "indirect", "asserts", SOME, embedded=aside))
    return found
