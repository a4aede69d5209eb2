"""Sayings that reject what they report by a word beside the verb.

"She calls it nonsense that P", "vindt het onzin dat P", "развеяла миф о P": the verb alone would commit to P. In Arabic
the verb of denying stands first, and what is denied may be a noun with its own complement ("نفى البنك نيته P").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.rejection.falsehoods import known
from pipeline.nlp.claims.replies.called import called_untrue
from pipeline.nlp.claims.rules.discourse import Said
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.nlp.claims.words.tokens import tokenize
from pipeline.records import Passage, Span

_GAP = 60
"""Most characters from the cue to what is said: a verdict between them stands close to both."""
_STOP = re.compile(r"[.;:!?\"“”„«»]")

_AR_OBJECT = re.compile(r"\s+(?:ال)?(?:تقارير|أنباء|شائعات|مزاعم|اتهامات|اتهام|ادعاءات|ادعاء|معلومات|أخبار)\Z")
"""What is denied in Arabic, which follows who denies it without a mark."""


def denied(text: str, said: Said, passages: Sequence[Passage], starts: Sequence[int]) -> Said:
    """Read "X wies die Behauptung zurück, dass P" as a denial: its verb frames the noun that was taken for the cue."""
    frame = said.frame
    if frame.source is None or frame.cue is None:
        return said
    home = passage_at(passages, starts, frame.cue.start)
    lexicon = lexicons.load(home.language)
    if lexicon is not None and (called := called_untrue(text, frame, home, lexicon)) is not None:
        return replace(said, frame=called)
    if frame.commitment not in ("asserts", "reports"):
        return replace(said, frame=_without_object(text, frame, home.language))
    if lexicon is not None and _belies(text, frame, home, lexicon):
        return replace(said, frame=replace(frame, commitment="denies"))
    if lexicon is None or not lexicon.particles or not frame.source.end <= frame.cue.start < frame.start:
        return said
    marked = Marked(text, Span(frame.source.end, frame.start), lexicon)
    for hit in marked.hits:
        verb = text[hit.start : hit.end].casefold()
        closes = lexicon.particles.get(verb, frozenset()) & {t.norm for t in marked.tokens}
        whole = [h for particle in closes for h in lexicon.table.find("", tokenize(particle + verb))]
        if hit.start <= frame.cue.start and any("verbs.denies" in h.labels for h in whole):
            return replace(said, frame=replace(frame, commitment="denies", cue=Span(hit.start, hit.end)))
    return said


def _without_object(text: str, frame: Frame, code: str) -> Frame:
    """Return a denial whose speaker ends before what is denied ("نفت الإدارة | التقارير التي تفيد بأن P")."""
    assert frame.source is not None
    found = _AR_OBJECT.search(text, frame.source.start, frame.source.end) if code == "ar" else None
    if found is None or frame.commitment != "denies":
        return frame
    return replace(frame, source=Span(frame.source.start, found.start()))


def _belies(text: str, frame: Frame, home: Passage, lexicon: Lexicon) -> bool:
    """Tell whether a saying that seems to assert its contents calls them false."""
    if frame.cue is None or frame.source is None or lexicon.characters or frame.kind != "indirect":
        return False
    return _is_called_false(text, frame, lexicon) or _is_denied_first(text, frame, home, lexicon)


def _is_called_false(text: str, frame: Frame, lexicon: Lexicon) -> bool:
    """Tell whether a word between the verb and the clause calls that untrue."""
    assert frame.cue is not None
    words = known(lexicon.code).get("untrue")
    between = Span(frame.cue.start, frame.contents[0].start)
    if words is None or not 0 < between.end - between.start <= _GAP or _STOP.search(text, between.start, between.end):
        return False
    return words.search(text, between.start, between.end) is not None and not _negates(text, between, lexicon)


def _negates(text: str, span: Span, lexicon: Lexicon) -> bool:
    return Marked(text, span, lexicon).negation() is not None


def _is_denied_first(text: str, frame: Frame, home: Passage, lexicon: Lexicon) -> bool:
    """Tell whether a verb of denying stands right before who says so, as Arabic has it."""
    assert frame.cue is not None
    assert frame.source is not None
    if lexicon.code != "ar" or not home.start < frame.source.start < frame.cue.start:
        return False
    hits = Marked(text, Span(home.start, frame.source.start), lexicon).hits
    return any("verbs.denies" in h.labels and not text[h.end : frame.source.start].strip() for h in hits)
