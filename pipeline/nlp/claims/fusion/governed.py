"""Who is named in a sentence and does not speak: whom somebody talks to or with, and who stands in a clause about them.

The learned reader takes the name nearest the verb for the speaker ("Voss, who works with | Venn |, said"); what stands
before a name shows better what it is there for.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.nlp.claims.words.forms import before, forms, spaced
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.records import Passage, Span

_REACH = 40
"""Most characters from the end of a preposition to the name that it governs."""
_ABSOLUTE = re.compile(r"\s+(?:\w+ly\s+)?\w+ing\b")
"""Behind one who does act, whatever stands before them: "with one member | claiming | that"."""
_WHO = re.compile(r"(?:^|[，。；：、！？\s“”「」])(?P<who>[^，。；：、！？\s“”「」]{2,16})\Z")
"""What stands before a verb, back to a mark."""


class _Forms(NamedTuple):
    preposition: re.Pattern[str] | None
    particle: re.Pattern[str] | None
    told: re.Pattern[str] | None
    relative: re.Pattern[str] | None


def is_governed(text: str, source: Span, lexicon: Lexicon) -> bool:
    """Tell whether a name hangs on a preposition (or a particle) that makes it no subject: "with Orla | Venn"."""
    known = _known(lexicon.code)
    if known.preposition is not None:
        ahead = text[max(0, source.start - _REACH) : source.start]
        if lexicon.code == "en" and _ABSOLUTE.match(text, source.end) is not None:
            return False
        if known.preposition.search(ahead) is not None:
            return True
    return known.particle is not None and known.particle.match(text, source.end) is not None


def in_relative(text: str, speaker: Span, source: Span, cue: Span, lexicon: Lexicon) -> bool:
    """Tell whether a name stands in a relative clause between speaker and verb: "Voss, who met | Venn |, said"."""
    relative = _known(lexicon.code).relative
    if relative is None or not speaker.end <= source.start < source.end < cue.start:
        return False
    if relative.match(text, speaker.end, source.start) is None or "," in text[speaker.end + 1 : source.start]:
        return False  # that clause has ended
    return "," in text[source.end : cue.start]


def teller(text: str, source: Span, cue: Span | None, passage: Passage, lexicon: Lexicon) -> Span | None:
    """Return who stands before a verb of telling whose object was taken for the speaker ("沃斯告诉|文恩|，…")."""
    told = _known(lexicon.code).told
    if told is None or cue is None or source.start < cue.start:
        return None
    verb = told.match(text, cue.start)
    if verb is None or verb.end() != source.start:
        return None
    found = _WHO.search(text[passage.start : cue.start])
    return Span(passage.start + found.start("who"), cue.start) if found is not None else None


@cache
def _known(code: str) -> _Forms:
    found = forms("governed").get(code, {})
    the = rf"(?:(?:{found['the']})\s+)?" if found.get("the") else ""
    name = r"(?:[^\W\d_a-zß-öø-ÿа-я][\w’'-]*\s+){0,2}" if code not in ("de", "ar", "zh") else ""
    gap = r"\s*" if code == "zh" else r"\s+"
    preposition = rf"{before(code)}(?i:{spaced(found['before'])}){gap}{the}{name}\Z" if "before" in found else ""
    relative = rf",\s+(?:\w+\s+)?(?:{spaced(found['relative'])})(?!\w)" if "relative" in found else ""
    return _Forms(
        re.compile(preposition) if preposition else None,
        re.compile(found["behind"]) if "behind" in found else None,
        re.compile(found["told"]) if "told" in found else None,
        re.compile(relative, re.IGNORECASE) if relative else None,
    )
