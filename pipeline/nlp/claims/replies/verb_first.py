"""Who disagrees in Arabic: the verb of denying stands first ("ونفى فوس ذلك"), and names have no capital."""

from __future__ import annotations

import re

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.records import Passage, Span

_DENIES = re.compile(
    r"\W*(?:لكن |غير أن |[وف])?(?P<cue>نفى|نفت|ينفي|تنفي|أنكر|أنكرت|دحض|دحضت|رفض|رفضت) (?P<who>\w+(?: \w+){0,3}?) "
    r"(?P<said>(?:صحة )?(?:هذا|ذلك|الأمر|هذه (?:الاتهامات|المزاعم|الأنباء|التقارير))(?!\w))[^،.؛]{0,24}[.\s]*\Z"
)
_MOST = 4
"""Most words of a name."""


def denies_it(text: str, passage: Passage) -> Frame | None:
    """Return who denies what was said before, where a sentence says no more than that."""
    if passage.language != "ar":
        return None
    found = _DENIES.match(text[passage.start : passage.end])
    if found is None:
        return None
    who, cue, said = (Span(*(passage.start + at for at in found.span(name))) for name in ("who", "cue", "said"))
    return Frame(who, cue, (said,), "indirect", "denies", "dissent")


def whole_subject(marked: Marked, first: int) -> int:
    """Return where a subject begins that follows an Arabic "but": all words behind that are its name."""
    if marked.lexicon.code != "ar":
        return first
    for at in range(first - 1, max(-1, first - _MOST), -1):
        if not marked.tokens[at].is_word:
            return first
        if marked.lexicon.has("contrasts", marked.tokens[at].norm):
            return at + 1
    return first
