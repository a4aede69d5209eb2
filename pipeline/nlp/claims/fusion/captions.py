"""Lines that end in a colon and name no speaker, though words follow: of a thing ("Voss's podcast:"), of a manner.

"Mara Voss:" on a line of its own speaks in the lines below it; "The podcast of Mara Voss:" heads what is said of a
podcast, and "In plain words:" what its author says. "One predicts the use of cranes" (es "se predice", it "si prevede")
names nobody either: what is predicted is no subject that could speak.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.fusion.fuse import RULE
from pipeline.nlp.claims.rules.announced import says
from pipeline.nlp.claims.rules.speakers import can_speak
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.quotes import Quote
from pipeline.nlp.claims.words.tokens import tokenize
from pipeline.records import Span

_COLONS = (":", "：")
_SE = {
    "es": re.compile(
        r"(?<!\w)se\s+(?:predice|prevé|espera|estima|calcula|rumorea|supone|anticipa|pronostica|especula)n?\Z"
    ),
    "it": re.compile(r"(?<!\w)si\s+(?:preved|stim|calcol|vocifer|mormor|suppon|attend)(?:e|a|ono|ano)\Z"),
    "pt": re.compile(
        r"(?<!\w)(?:se\s+(?:prevê|espera|estima|calcula|supõe|especula)m?|(?:prevê|espera|estima|calcula|especula)m?-se)\Z"
    ),
}  # fmt: skip
"""Verbs of guesses with the pronoun that leaves their subject open."""


def is_open(text: str, frame: Frame, code: str) -> bool:
    """Tell whether the verb of a saying leaves open who says it."""
    pattern = _SE.get(code)
    if pattern is None or frame.cue is None or frame.source is None:
        return False
    named = frame.source.end <= frame.cue.start and text[frame.source.start].isupper()
    return not named and pattern.search(text[max(0, frame.cue.start - 4) : frame.cue.end].casefold()) is not None


def is_caption(text: str, frame: Frame, quotes: Sequence[Quote], lexicon: Lexicon) -> bool:
    """Tell whether a saying has its speaker only from a line above that heads it, and heads no speech.

    Lines that the rules know (reply lines of mail, names above posts) are none.
    """
    source, first = frame.source, frame.contents[0].start
    guessed = frame.rule == RULE and frame.cue is None and frame.kind == "direct"
    if source is None or not guessed or lexicon.characters:
        return False
    end = text.find("\n", source.end)
    if not 0 <= end < first or not text[source.end : end].rstrip(" *_").endswith(_COLONS):
        return False
    if any(q.start <= first < q.end for q in quotes):
        return False
    line = Span(text.rfind("\n", 0, source.start) + 1, end)
    if any(c.isalpha() for c in text[line.start : source.start]):
        return not says("speeches", text, line, lexicon)
    words = [t for t in tokenize(text[source.start : source.end], source.start) if t.is_word]
    return len(words) > 1 and not can_speak(words, lexicon)
