"""Rebuttals ("anyone who says P is wrong", "some say P, but that is not true"): what is rebutted, who is no speaker.

Whoever writes or says such a sentence asserts that P is false.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.nlp.claims.frames import Frame, Unit
from pipeline.nlp.claims.rejection.verdicts import on_a_noun, on_a_report
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.tokens import Hit
from pipeline.records import Span

_REACH = 320
"""Most characters between the head and its verdict."""
_TO_OPENER = 48
"""Most characters between the head and the complementizer that opens P ("who keeps telling you that")."""
_SAYING = ("verbs", "weak", "prepositions")
_KO_QUOTES = re.compile(r"(다|라|냐|자)고\s")
"""The ending behind a Korean clause that is reported, whatever verb of saying follows."""
_KO_CLAUSE = re.compile(r"[다라]는(?=\s)")
"""How a Korean clause ends before the noun that it is said of."""
_JA_QUOTES = re.compile(r"と(?=[^、。と]{0,6}(?:[言述語主信考思報聞]|され|いわ|いう))")
"""The particle behind a Japanese clause that is reported, whatever verb of saying follows."""
_TOPIC = re.compile(r"([^、。\s]{1,12}?)(?:は|[은는]\s)")
_STOP = re.compile(r"[.!?]\s|[。！？\n]")
_CONTRAST_AT_END = re.compile(
    r"\s*[,;،؛，]\s*(?:but|yet|aber|doch|mais|pero|ma|mas|maar|но|а|但是?|لكن)$", re.IGNORECASE
)
"""The word that opens the clause of the verdict, left at the end of what it judges."""
_MARKS = re.compile(r"[。！？!?\n、，「]")


def rebutted(text: str, span: Span, hits: Sequence[Hit], lexicon: Lexicon) -> Span | None:
    """Return the clause P of "anyone who says P is wrong" or "they say P, but that is false" in ``span``, or None.

    Args:
        text: the whole text.
        span: the passage.
        hits: the lexicon's phrases in it.
        lexicon: the passage's language.
    """
    heads = [h for h in hits if "rebuttal_heads" in h.labels]
    tails = [h for h in hits if "rebuttal_tails" in h.labels]
    for head in heads:
        tail = next((t for t in tails if head.end <= t.start <= head.end + _REACH), None)
        if tail is None:
            continue
        if lexicon.verb_final and lexicon.code in ("ja", "ko"):
            found = _stripped(text, _before(text, span.start, head.start), head.start)
        else:
            found = _stripped(text, _after_opener(hits, head, tail, lexicon), tail.start)
        if found is not None:
            return found
    return _judged(text, span, hits, lexicon)


def _judged(text: str, span: Span, hits: Sequence[Hit], lexicon: Lexicon) -> Span | None:
    """Return what a sentence reports or names and, at its end, judges to be false."""
    sentence = text[span.start : span.end]
    named = on_a_noun(sentence, lexicon.code)
    if named is not None:
        end = span.start + named[1]
        if lexicon.code == "ko" and (clause := _KO_CLAUSE.search(text, max(span.start, end - 3), end + 2)) is not None:
            end = clause.start() + 1
        return _stripped(text, span.start + named[0], end)
    at = on_a_report(sentence, lexicon.code)
    if at is None:
        return None
    end = span.start + at
    says = [h for h in hits if h.end <= end and any(name.startswith(_SAYING) for name in h.labels)]
    if lexicon.verb_final and lexicon.code in ("ja", "ko"):
        ends = _KO_QUOTES if lexicon.code == "ko" else _JA_QUOTES
        quotative = [m.end(m.lastindex) if m.lastindex else m.start() for m in ends.finditer(text, span.start, end)]
        said = says[-1].start if says else max(quotative, default=None)
        if said is None:
            return None
        return _stripped(text, _after_topic(text, _before(text, span.start, said), said, lexicon), said)
    opens = [h for h in hits if h.end <= end and ("complementizers" in h.labels or "openers" in h.labels)]
    if says:
        opens = [h for h in opens if says[0].end <= h.start <= says[0].end + _TO_OPENER // 3]
    first = (opens or says)[:1]
    return _stripped(text, first[0].end, end) if first else None


def is_generic(unit: Unit, frame: Frame) -> bool:
    """True when the source of a frame is "anyone who" and the like, or its sentence ends in a verdict on what it says.

    Either way the sentence is an assertion of its author's.
    """
    if frame.cue is None:
        return False
    sentence, code = unit.text[unit.start : unit.end], unit.lexicon.code
    named = on_a_noun(sentence, code)
    if named is not None and frame.cue.start >= unit.start + named[1]:
        return True
    at = on_a_report(sentence, code) if named is None else None
    if at is not None and _STOP.search(unit.text, frame.cue.end, unit.start + at) is None:
        return frame.cue.start < unit.start + at  # a Korean ending joins the cue to what follows
    if frame.source is None:
        return False
    heads = [h for h in unit.labelled("rebuttal_heads") if _is_source(h, frame.source, frame.cue)]
    if not unit.lexicon.characters:
        return bool(heads)
    return any(t.start >= h.end for h in heads for t in unit.labelled("rebuttal_tails"))


def _is_source(head: Hit, source: Span, cue: Span) -> bool:
    overlaps = head.start < source.end and source.start < head.end
    glued = head.start <= cue.start < head.end and head.end - head.start > cue.end - cue.start
    return (overlaps and head.start <= source.end) or glued


def _before(text: str, start: int, end: int) -> int:
    marks = [m.end() for m in _MARKS.finditer(text, start, end)]
    return marks[-1] if marks else start


def _after_topic(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Return where P begins behind the topic that names a person who says it ("市長は|…と言うが")."""
    found = _TOPIC.match(text, start, end)
    if found is None:
        return start
    return found.end() if any(found[1].endswith(role) for role in lexicon.words["roles"]) else start


def _after_opener(hits: Sequence[Hit], head: Hit, tail: Hit, lexicon: Lexicon) -> int:
    """Return where P begins: after the complementizer near the head, or after the verb of saying."""
    for hit in hits:
        opens = "complementizers" in hit.labels or "openers" in hit.labels
        if opens and head.end <= hit.start < min(tail.start, head.end + _TO_OPENER):
            return hit.end
    for hit in hits:
        says = any(name.startswith(("verbs", "weak")) for name in hit.labels)
        if says and head.end <= hit.start + 1 < min(tail.start, head.end + _TO_OPENER // 3):
            return hit.end
    return head.end


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and not text[start].isalnum() and text[start] not in '(["“«„「':
        start += 1
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in ')]"”»“」':
        end -= 1
    opened = _CONTRAST_AT_END.search(text, start, end)
    end = opened.start() if opened else end
    return Span(start, end) if end > start else None
