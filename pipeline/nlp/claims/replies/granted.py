"""Who does not deny that P grants it: "did not deny that P", "bestritt nicht, dass P", "Pを否定しなかった".

Where a verb of denying is negated is in ``data/granted.yaml``. Who neither confirms nor denies takes no side: that is
told by the words that withhold (``silent.py``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.nlp.claims.frames import Frame, label_of
from pipeline.nlp.claims.fusion.sources import says_no
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.rejection.retorts import withholds
from pipeline.nlp.claims.rules.discourse import Said
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.forms import expression, forms
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.records import Passage, Span

_NOBODY = re.compile(r"誰も|だれも|一人も|아무도|누구도")
_REACH = 24
"""Most characters from what is granted to the end of the verb that does not deny it."""


@cache
def _pattern(kind: str, code: str) -> re.Pattern[str] | None:
    form = forms("granted")[kind].get(code)
    return expression(form) if form else None


def granting(text: str, said: Said, passages: Sequence[Passage], starts: Sequence[int]) -> Said:
    """Read "X does not deny that P" as X granting P, and no more than that."""
    frame = said.frame
    if frame.source is None or frame.cue is None:
        return said
    home = passage_at(passages, starts, frame.cue.start)
    lexicon = lexicons.load(home.language)
    if lexicon is None or says_no(text, frame.source, lexicon):
        return said
    if withholds(text, Span(home.start, home.end), frame.contents[0], home.language) is not None:
        return said
    verb = _not_denied(text, frame, home)
    if verb is not None:
        granted = replace(frame, cue=verb, commitment="asserts", embedded=False, cue_negated=False)
        return replace(said, frame=granted)
    if frame.commitment not in ("denies", "doubts") or not _is_not_denied(text, frame, home, lexicon):
        return said
    return replace(said, frame=replace(frame, commitment="asserts", cue_negated=False))


def _is_not_denied(text: str, frame: Frame, home: Passage, lexicon: Lexicon) -> bool:
    """Tell whether the cue of a frame is a verb of denying, and negated."""
    assert frame.cue is not None
    known = [label_of(hit, "verbs", "weak") for hit in Marked(text, frame.cue, lexicon).hits]
    if not any(k and k[1] in ("denies", "doubts") for k in known):
        return False
    behind, front = _pattern("behind", home.language), _pattern("before", home.language)
    negated = behind is not None and behind.match(text, frame.cue.end, home.end) is not None
    negated |= front is not None and front.search(text, home.start, frame.cue.start) is not None
    return negated or frame.cue_negated


def _not_denied(text: str, frame: Frame, home: Passage) -> Span | None:
    """Return the verb that does not deny, behind what is said, where the verb stands last; None for none."""
    verbs, end = _pattern("last", home.language), frame.contents[-1].end
    assert frame.source is not None
    if verbs is None or _NOBODY.search(text, frame.source.start, frame.source.end):
        return None
    found = verbs.search(text, end, min(home.end, end + _REACH))
    return Span(*found.span()) if found is not None else None
