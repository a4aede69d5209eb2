"""What somebody calls untrue: "nannte es einen Mythos, dass P", "called the claim that P a myth", "назвала мифом".

The word that calls P untrue stands at an end of what a reader takes for the reported words, beside a verb of calling.
The verbs are the ``names`` of ``data/answers.yaml``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.rejection.falsehoods import known
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.records import Passage, Span

_BEFORE = 90
"""Characters before the reported words in which the verb of calling stands."""
_LEAST = 8
"""Fewest characters of a clause."""
_HEAD = r"\W{0,3}(?:(?:\w{1,5}|d)[ '’]){0,2}"
_ARTICLES = (
    "as|an?|mere|pure|utter|complete|total|als|eine?[nmr]?|reine[nmrs]?|blanken?|een|pure|complete|comme|des?|une?|como|"
    "una?|um|uma|puro|pura|come|di|как|за|بأنها|بأنه|أنها|أنه|على"
)
_TAIL = rf"(?:[,،]?\s+(?:(?:{_ARTICLES})\s+){{0,3}}|[をはもがの](?:まったくの|単なる)?|[을를은는이가]\s)"
_END = r"\w{0,6}(?:だ|である)?と?\W*\Z"
"""What may stand between the reported words and the one that calls them untrue, and behind it: articles and endings."""


@cache
def _edges(code: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    words = known(code).get("untrue")
    if words is None or "names" not in known(code):
        return None
    untrue = f"(?:{words.pattern})"
    return (
        re.compile(rf"{_HEAD}{untrue}\w*,?\s+", re.IGNORECASE),
        re.compile(rf"{_TAIL}{untrue}{_END}", re.IGNORECASE),
    )


def called_untrue(text: str, frame: Frame, home: Passage, lexicon: Lexicon) -> Frame | None:
    """Return a frame as the denial of what its speaker calls untrue, without the word for that; None for another."""
    edges, first, last = _edges(lexicon.code), frame.contents[0], frame.contents[-1]
    if edges is None or frame.kind != "indirect" or frame.cue is None:
        return None
    if lexicon.code == "ko" and known("ko")["untrue"].match(text, frame.cue.start) is not None:
        return replace(frame, commitment="denies", embedded=False)  # "P라는 말은 | 낭설 |이라고 했다"
    if not _is_calling(text, frame, home, lexicon):
        return None
    head, tail = edges[0].match(text, first.start, first.end), edges[1].search(text, last.start, last.end)
    if head is not None and first.end - head.end() > _LEAST:
        contents = (Span(head.end(), first.end), *frame.contents[1:])
    elif tail is not None and tail.start() - last.start > _LEAST:
        contents = (*frame.contents[:-1], Span(last.start, tail.start()))
    else:
        return None
    return replace(frame, contents=contents, commitment="denies", embedded=False)


def _is_calling(text: str, frame: Frame, home: Passage, lexicon: Lexicon) -> bool:
    """Tell whether a verb of calling stands beside the reported words, and is not negated."""
    assert frame.cue is not None
    verbs = known(lexicon.code)["names"]
    behind = frame.cue.start >= frame.contents[-1].end
    region = frame.cue if behind else Span(max(home.start, frame.start - _BEFORE), frame.start)
    found = verbs.search(text, region.start, region.end)
    if found is None:
        return False
    return behind or Marked(text, Span(region.start, frame.start), lexicon).negation() is None
