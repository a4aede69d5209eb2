"""Which finding of the rules and which of the learned reader are one saying, and who says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.fusion.governed import in_relative, is_governed
from pipeline.nlp.claims.fusion.sources import goes_on, mended, names_behind, parted, speaks
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.records import Passage, Saying, Span

SAME = 0.3
"""Overlap of characters (Jaccard) from which two findings are one saying."""
_OPENING = '"“„«「『＂'
BETTER = 0.85
"""Probability from which the learned boundaries replace those of a rule."""


def partners_of(frames: Sequence[Frame], sayings: Sequence[Saying]) -> dict[int, Saying]:
    """Pair rule frames and learned sayings one to one: those of one cue first, then the largest overlap.

    A saying inside another's words ("found that many said P") may cover most of it and yet be another.
    """
    pairs = []
    for at, frame in enumerate(frames):
        low, high = frame.start, frame.contents[-1].end
        for number, saying in enumerate(sayings):
            if saying.contents[0].start < high and low < saying.contents[-1].end:
                overlap = jaccard(frame.contents, saying.contents)
                same = frame.cue is not None and saying.cue is not None and touch(frame.cue, saying.cue)
                if overlap > SAME or (
                    same
                    and overlap
                    and (
                        saying.probability >= BETTER
                        or is_cut_short(frame, saying, sayings)
                        or within_all(saying, frame)
                    )
                ):
                    pairs.append((not same, -overlap, at, number))
    found: dict[int, Saying] = {}
    taken: set[int] = set()
    for *_, at, number in sorted(pairs):
        if at not in found and number not in taken:
            found[at] = sayings[number]
            taken.add(number)
    return found


def is_cut_short(frame: Frame, saying: Saying, sayings: Iterable[Saying]) -> bool:
    """Tell whether a learned saying ends where one begins whose speaker or cue stands in it, while the rule's goes on.

    The learned reader marks each word as part of one saying only: of "found that many said P" the finding is
    "that many said".
    """
    end = saying.contents[-1].end
    inner = [o for o in sayings if o is not saying and o.contents[0].start >= end and not o.inner]
    return frame.contents[-1].end > end and any(
        part is not None and any(touch(part, c) for c in saying.contents)
        for other in inner
        for part in (other.cue, other.source)
        if other.contents[0].start < frame.contents[-1].end
    )


def jaccard(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Return the overlap of two sets of spans, by characters."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    total = sum(s.end - s.start for s in (*one, *other)) - shared
    return shared / total if total else 0.0


def is_part(frame: Frame, sayings: Iterable[Saying], language: str) -> bool:
    """Tell whether a saying holds a frame's words as a part: of the same cue, or one of its stretches between marks.

    The latter where words are not parted: there the learned reader takes two quotations of a sentence for one report.
    """

    def is_of(saying: Saying) -> bool:
        same = frame.cue is not None and saying.cue is not None and touch(frame.cue, saying.cue)
        return same or (frame.kind == "direct" and language in ("ja", "ko", "zh") and len(saying.contents) > 1)

    return any(
        is_of(saying) and all(any(touch(content, said) for said in saying.contents) for content in frame.contents)
        for saying in sayings
    )


def holds_part(frame: Frame, saying: Saying) -> bool:
    """Tell whether a quotation holds what is seen of it: its last sentence, say, with the same cue."""
    if frame.cue is None or saying.cue is None or not touch(frame.cue, saying.cue) or saying.kind != "direct":
        return False
    return frame.kind == "direct" and all(within(content, frame.contents) for content in saying.contents)


def is_held(saying: Saying, frames: Sequence[Frame]) -> bool:
    """Tell whether a quotation is part of one that is known: a sentence of it, seen without the mark that opens it.

    Words that nobody is seen to say are held, too, where their cue is known for one that nobody says ("no X believed").
    """
    if saying.source is None and saying.cue is not None and any(f.cue_negated and f.cue == saying.cue for f in frames):
        return True
    if saying.kind != "direct" or saying.inner:
        return False
    held = [content for frame in frames if frame.kind == "direct" for content in frame.contents]
    nested = saying.cue is not None and within(saying.cue, held)
    return all(within(content, held) for content in saying.contents) and not nested


def touch(one: Span, other: Span) -> bool:
    """Tell whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def either_source(text: str, frame: Frame, saying: Saying, passage: Passage, lexicon: Lexicon) -> Span | None:
    """Return the source that both see, as wide as either sees it; where they see two, the learned one.

    That one gives way where it stands in another clause than the cue, or names nobody while the other does.
    """
    rule = frame.source
    learned = None if saying.source and within(saying.source, saying.contents) else saying.source
    learned = mended(text, learned, saying.cue or frame.cue, passage, lexicon)
    if rule is None or learned is None:
        return learned or rule
    if frame.cue is not None and touch(learned, frame.cue):
        return rule  # "批评者总结|说": the verb begins before the learned cue
    if touch(rule, learned):
        end = max(rule.end, learned.end) if goes_on(text, learned.end, rule.end, lexicon) else learned.end
        return Span(min(rule.start, learned.start), end)
    cue = saying.cue or frame.cue
    if cue is not None and parted(text, learned, cue, lexicon) and not parted(text, rule, cue, lexicon):
        return rule
    if cue is not None and _is_beside(text, rule, cue, passage) and learned.end <= passage.start:
        return rule  # the sentence has a subject of its own, and the learned one stands in another
    if is_governed(text, learned, lexicon):
        return learned if is_governed(text, rule, lexicon) else rule
    if cue is not None and in_relative(text, rule, learned, cue, lexicon):
        return rule
    if names_behind(text, rule, learned, lexicon):
        return Span(rule.start, learned.end)
    return rule if speaks(text, rule, lexicon) and not speaks(text, learned, lexicon) else learned


def _is_beside(text: str, source: Span, cue: Span, passage: Passage) -> bool:
    """Tell whether a source opens the sentence, right before the verb, but for an adverb: "Papers proudly | say"."""
    opens = 0 <= source.start - passage.start <= 1 and source.end < cue.start
    between = text[source.end : cue.start] if opens else ","
    return opens and "," not in between and len(between.split()) <= 1


def with_others(text: str, frame: Frame, saying: Saying) -> tuple[Span, ...]:
    """Return the quotation that stands alone, for the rules, with the other one that the learned cue says as well.

    In "«P», قالت فوس. «Q»" the rules see but Q where nothing shows them that the cue says P.
    """
    if frame.source is not None or frame.cue is not None or saying.cue is None or saying.kind != "direct":
        return frame.contents
    others = [c for c in saying.contents if text[c.start] in _OPENING and not any(touch(c, o) for o in frame.contents)]
    return tuple(sorted((*frame.contents, *others), key=lambda c: c.start))


def within(span: Span, contents: Sequence[Span]) -> bool:
    """Tell whether a span lies inside one of others."""
    return any(c.start <= span.start and span.end <= c.end for c in contents)


def within_all(saying: Saying, frame: Frame) -> bool:
    """Tell whether all that a learned saying holds lies inside the words of a rule's frame."""
    return all(within(content, frame.contents) for content in saying.contents)


def apart(saying: Saying, passage: Passage) -> bool:
    """Tell whether the speaker is named in another sentence."""
    at = saying.cue or saying.source
    return at is not None and not passage.start <= at.start < passage.end
