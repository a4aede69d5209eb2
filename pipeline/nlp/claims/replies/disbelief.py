"""Who does not believe that P: "Voss glaubt nicht, dass P", "does not think that P", "no longer believes that P".

A negated verb of belief says that its subject holds P to be false (Horn 1978, "Remarks on neg-raising"), where a
negated verb of saying tells nothing of P. Verbs and negations are in ``data/disbelief.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.nlp.claims.fusion.sources import says_no
from pipeline.nlp.claims.rules.discourse import Said
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.forms import before, behind, expression, forms
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.records import Passage, Span


@cache
def _verbs(code: str) -> re.Pattern[str] | None:
    form = forms("disbelief")["verbs"].get(code)
    return expression(f"{before(code)}(?:{form}){behind(code)}") if form else None


@cache
def _negation(kind: str, code: str) -> re.Pattern[str] | None:
    form = forms("disbelief")[kind].get(code)
    if form is None:
        return None
    return expression(form if kind == "behind" else rf"(?:{form})\s*\Z")


def disbelieved(text: str, said: Said, passages: Sequence[Passage], starts: Sequence[int]) -> Said:
    """Return a saying as the denial of what its speaker does not believe."""
    frame = said.frame
    if frame.kind != "indirect" or frame.source is None or frame.cue is None or frame.commitment == "denies":
        return said
    home = passage_at(passages, starts, frame.cue.start)
    verbs, lexicon = _verbs(home.language), lexicons.load(home.language)
    if verbs is None or lexicon is None or not verbs.search(text, frame.cue.start, frame.cue.end):
        return said
    # "kein Experte glaubt nicht": who is negated himself believes nothing
    if not _negates(text, frame.cue, home) or says_no(text, frame.source, lexicon):
        return said
    return replace(said, frame=replace(frame, commitment="denies", cue_negated=False))


def _negates(text: str, cue: Span, home: Passage) -> bool:
    """Tell whether a negation stands right before a cue, or where the language has it behind, right there."""
    back, front = _negation("behind", home.language), _negation("before", home.language)
    if back is not None:
        return back.match(text, cue.end, home.end) is not None
    return front is not None and front.search(text, home.start, cue.start) is not None
