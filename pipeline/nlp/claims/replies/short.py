"""Short sentences that answer the one before, told by the kinds of words in them rather than by set phrases.

"Nemmeno per sogno" behind a question of one's own, "This is a fairy tale" behind a report, "Bas Kooi voelt daar niets
voor" behind the words of another: few words, of which one points back, one denies or calls false, one is of opinions.
"""

from __future__ import annotations

import re

from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.rejection.falsehoods import known
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.records import Span

FEW, SOME, ALL = 5, 9, 14
"""Most words of a bare answer, of a verdict on what was said, and of a sentence in which somebody disagrees; two
characters of Chinese, Japanese or Korean count as one."""
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORD = re.compile(r"\w+")
_OPENS = re.compile(r"[\"“„«「『]|[:：]\s*\S")


def size(words: str) -> int:
    """Return the number of words, two characters of CJK for one."""
    wide = len(_CJK.findall(words))
    return len(_WORD.findall(_CJK.sub(" ", words))) + (wide + 1) // 2


def _has(kind: str, words: str, code: str) -> bool:
    pattern = known(code).get(kind)
    return pattern is not None and pattern.search(words) is not None


def _negates(text: str, span: Span, lexicon: Lexicon) -> bool:
    return Marked(text, span, lexicon).negation() is not None


def denies_question(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Tell whether a few words answer no: they negate, or name the contrary."""
    words = text[span.start : span.end]
    if size(words) > FEW:
        return False
    return _negates(text, span, lexicon) or any(_has(kind, words, lexicon.code) for kind in ("untrue", "differ"))


def calls_false(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Tell whether a short sentence calls what was said false: it points back, and says that it is not so.

    One that calls itself not false ("That is no myth") does not.
    """
    words, code = text[span.start : span.end], lexicon.code
    if size(words) > SOME or not _has("anaphor", words, code):
        return False
    return _has("untrue", words, code) and not _negates(text, span, lexicon)


def disagrees(text: str, span: Span, lexicon: Lexicon) -> Span | None:
    """Return the words by which somebody disagrees in a short clause: of an opinion that is other, or is not shared."""
    words, code = text[span.start : span.end], lexicon.code
    if size(words) > ALL or _OPENS.search(words):
        return None
    pattern = known(code).get("opinion")
    held = pattern.search(text, span.start, span.end) if pattern else None
    if held is None:
        return None
    other = _has("differ", words, code) or (_has("anaphor", words, code) and _has("untrue", words, code))
    against = other != _negates(text, span, lexicon) and (
        other or _has("anaphor", words, code) or _has("agree", words, code)
    )
    return Span(held.start(), held.end()) if against else None
