"""Whether what a clause reports stands in it word for word: short utterances between marks, and clauses behind "that".

Without marks, words that begin with "I" behind a colon are those of whoever says them, too.

A few words between marks may be an utterance ("« Il faut agir », a-t-il dit") or a borrowed expression inside a report
("spoke of “a plateau”"). An utterance stands for a whole clause: it opens its sentence, or follows a colon, a comma,
the word that opens a reported clause, or the verb of saying, with a verb of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.nlp.claims.claimhood.half_marked import is_half_marked
from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.quotes import Quote
from pipeline.nlp.claims.words.tokens import Token, tokenize
from pipeline.nlp.claims.words.utterances import completes, is_utterance, without_topic
from pipeline.records import Span

_LEAST = 2
"""Words of an utterance; one alone is a borrowed expression more often than not."""
_LEAST_CHARACTERS = 4
"""The same where words are not parted."""
_COMMAS = ("en", "zh")
_AS = ("据", "如", "按", "照")
"""What makes a Chinese word of saying no more than "as he says"."""
_SHORT = 16
_UNPARTED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_ROW = {"ko": re.compile(r"(?:이?라|다)?(?:며|면서|고)\s*")}
"""What joins quotations of one speaker within one report: "“P”라며 “Q”고 말했다"."""
_BLANK = " \t\n\u00a0\u202f*_—–-"

_DONE = {
    "ja": re.compile(r"[」』”]\s*(?:し(?!か)|す(?:る|れ)|さ[れせ]|でき)"),
    "ko": re.compile(r"[”’」』\"']\s*(?:하(?!고|며|면서)|한(?!다고)|했|할|해|되|된)"),
}
"""Behind words between marks: they are done ("「予測」する"), and so a verb of the author's own sentence."""


def is_borrowed(text: str, frame: Frame, others: Sequence[Frame], code: str) -> bool:
    """Tell whether words between marks are a verb of the sentence around them, or the word on a sign."""
    return is_own_verb(text, frame, code) or is_label(text, frame, others)


def is_own_verb(text: str, frame: Frame, code: str) -> bool:
    """Tell whether what is quoted in a frame without a word of saying is a verb of the sentence around it."""
    done = _DONE.get(code) if frame.cue is None and frame.contents else None
    return done is not None and done.match(text, max(0, _closing(text, frame.contents[-1].end))) is not None


def is_label(text: str, frame: Frame, others: Sequence[Frame]) -> bool:
    """Tell whether a saying is part of what somebody else says, and no more than the word on a sign.

    "“The sign says ‘closed’, but the shop is full,” Voss said."
    """
    said = "".join(text[c.start : c.end] for c in frame.contents)
    if frame.source is None or frame.cue is None or len(re.findall(r"\w+", said)) >= _LEAST:
        return False
    if _UNPARTED.search(said) is not None:
        return False
    first, last = min(frame.source.start, frame.start), max(frame.cue.end, frame.contents[-1].end)
    around = (c for o in others if o is not frame and o.kind == "direct" for c in o.contents)
    return any(c.start <= first and last < c.end for c in around)


def _closing(text: str, end: int) -> int:
    return end - 1 if text[end - 1 : end] in tuple("」』”’\"'") else end


def is_verbatim(
    text: str, contents: Sequence[Span], quotes: Sequence[Quote], cue: Span | None, start: int, lexicon: Lexicon
) -> bool:
    """Tell whether reported contents are the very words of an utterance.

    Args:
        text: the text.
        contents: what is said, without marks and without the word that opens its clause.
        quotes: the quotations of the text, in order.
        cue: the word of saying.
        start: where its sentence begins.
        lexicon: its language.
    """
    held = [next((q for q in quotes if q.closed and q.start <= c.start and c.end <= q.end), None) for c in contents]
    first = held[0] if held else None
    if first is None and contents and _is_row(text, contents, quotes, lexicon.code):
        return True
    if first is None and contents and cue is not None:
        half = is_half_marked(text, contents[0], cue, start, lexicon.code)
        return half or _speaks_of_oneself(text, contents[0], cue, start, lexicon)
    if first is None or None in held or not _is_utterance(text, first, lexicon):
        return False
    if lexicon.characters and is_utterance(text, first):
        return not completes(without_topic(text[start : first.start]))
    before = text[start : first.start].rstrip(_BLANK)
    if not before or before[-1] in ":：,，、":
        return True
    words = [t for t in tokenize(before[-24:]) if t.is_word]
    if lexicon.has("complementizers", words[-1].norm if words else ""):
        return True
    after_cue = cue is not None and cue.end <= first.start and not text[cue.end : first.start].strip(_BLANK)
    return after_cue and _has_verb(text, first, lexicon)


def _is_row(text: str, contents: Sequence[Span], quotes: Sequence[Quote], code: str) -> bool:
    """Tell whether reported contents are nothing but quotations in a row."""
    joins = _ROW.get(code)
    inside = [q for q in quotes if q.closed and q.end > contents[0].start and q.start < contents[-1].end]
    if joins is None or len(inside) < _LEAST:
        return False
    whole = inside[0].inner_start >= contents[0].start >= inside[0].start and inside[-1].end >= contents[-1].end
    return whole and all(joins.fullmatch(text, a.end, b.start) is not None for a, b in pairwise(inside))


def _speaks_of_oneself(text: str, content: Span, cue: Span, start: int, lexicon: Lexicon) -> bool:
    """Tell whether words without marks begin with "I" or "we" right behind a word of saying and a colon.

    In English and Chinese, a comma does as well: "Voss said, I can go back"; not so in "as Voss says, we can go back".
    """
    between = text[cue.end : content.start].strip() if cue.end <= content.start else ""
    marks = ":：,，" if lexicon.code in _COMMAS else ":："
    if len(between) != 1 or between not in marks or lexicon.code in ("ja", "ko"):
        return False
    before = text[start : cue.start]
    if lexicon.characters:
        named = any(word in before for word in _AS)
        return not named and any(text.startswith(word, content.start) for word in lexicon.words["first_person"])
    words = [t.norm for t in tokenize(text[content.start : content.start + _SHORT]) if t.is_word][:1]
    as_ = any(lexicon.has("as_words", t.norm) for t in tokenize(before))
    return not as_ and any(lexicon.has("first_person", word) for word in words)


def _words(text: str, quote: Quote) -> list[Token]:
    inner = text[quote.inner_start : quote.inner_end]
    return [t for t in tokenize(inner, quote.inner_start) if t.is_word and t.text[0].isalpha()]


def _is_utterance(text: str, quote: Quote, lexicon: Lexicon) -> bool:
    """False for a single word, and for a name or a title, whose words are all capital."""
    if lexicon.characters:
        return quote.inner_end - quote.inner_start >= _LEAST_CHARACTERS or is_utterance(text, quote)
    words = _words(text, quote)
    return len(words) >= _LEAST and not all(w.is_capital for w in words)


def _has_verb(text: str, quote: Quote, lexicon: Lexicon) -> bool:
    """Tell whether a word is surely a verb; by its ending alone a participle looks so ("von „verrotteten Brücken“")."""
    return any(lexicon.has("finite", w.norm) for w in _words(text, quote))
