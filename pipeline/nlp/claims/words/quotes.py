"""Quotation marks: which stretches of a paragraph stand between them.

Conventions covered: “…” "…" „…“ »…« «…» ‹…› ‘…’ 「…」 『…』, straight marks, a mark doubled by mistake, a quotation
that runs over several paragraphs (opened again in each, closed in the last), and marks that lost their partner.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.records import Span

_CLOSERS = {
    "“": "”\"", "„": "“”‟\"", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", '"': '"”', "‟": "”",
    "＂": "＂", "〝": "〟",
}  # fmt: skip
_MARKS = frozenset('“”„‟«»‹›「」『』"＂〝〟')
_OPEN_BEFORE = frozenset(" \t\n\u00a0\u202f([{—–-:;,，：。、/*_’'>»」』）（！？!?　")

_UNSPACED = "\u2e80"
"""First character of the scripts of Chinese and Japanese, which part no words; Korean stands behind them."""


class Quote(NamedTuple):
    """A quotation: ``start``..``end`` with its marks, ``inner_start``..``inner_end`` without them.

    ``closed`` tells that both marks stood.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


def find_quotes(text: str, span: Span, *, running: bool = False) -> list[Quote]:
    """Return the outermost quotations of the paragraph ``span`` of ``text``, in order.

    Args:
        text: the whole text.
        span: the paragraph.
        running: the paragraph before ended inside a quotation.

    A mark without a partner counts only when it opens or closes the paragraph.
    """
    if "''" in text[span.start : span.end]:
        plain = find_quotes(_with_marks(text), span, running=running)
        return [_with_pairs(text, q) for q in plain]
    return _between_marks(_with_doubles(text, span), span, running=running)


def _between_marks(text: str, span: Span, *, running: bool) -> list[Quote]:
    quotes: list[Quote] = []
    opened = -1
    nested = 0
    for at in range(span.start, span.end):
        char = text[at]
        if char not in _MARKS:
            continue
        if opened < 0:
            if _opens(text, at, span):
                opened, nested = at, 0
            elif _trailing(text, at, span, quotes, running=running):
                quotes.append(Quote(span.start, at + 1, span.start, at, closed=False))
            continue
        if (char in _CLOSERS[text[opened]] or _twin(text, at, opened)) and not (
            nested == 0 and at == opened + 1 and char == '"'
        ):
            if char == text[opened] and char in '"＂' and _reopens(text, at, opened):
                nested += 1
            elif nested and char != "\n":
                nested -= 1
            else:
                quotes.append(Quote(opened, at + 1, min(at, _inner(text, opened)), at, closed=True))
                opened = -1
        elif char == text[opened] and char not in '"＂' and at > opened + 1:
            nested += 0 if char in _CLOSERS[char] else 1
    if opened >= 0:
        quotes.extend(_unclosed(text, opened, span))
    return quotes


_PAIR = re.compile(r"``|''")
_SINGLE = re.compile(
    r"(?<![^\s(\[:—–-])['‘](?=[^\W_])((?:[^'‘’\"“”„«»\n]|['’](?=[^\W_])){12,800}?[,.!?…])['’](?![^\W_])"
)
"""Single marks around at least some words, the last of them before a comma or an end: apostrophes stand otherwise."""
_LEADING = re.compile(
    r"(?m)(?:^|(?<=[.!?:…]\s))['‘](?=[^\W\d_a-zß-öø-ÿ](?:(?:[^\s'‘’,]|['’]\w)*\s+){3})"
    r"((?:[^'‘’\"“”„«»\n]|['’](?=[^\W_])){12,800}?)['’](?=,\s[^\W\d_A-Z])"
)
"""Single marks around some words that begin a sentence which goes on behind a comma: "‘…’, schreef zij"."""


def _with_marks(text: str) -> str:
    """Return the text with paired apostrophes (''…'') as one straight mark each, of the same length."""
    return _PAIR.sub(lambda m: '"\0' if _begins_word(text, m.end()) else '\0"', text)


def _with_doubles(text: str, span: Span) -> str:
    """Return the text with single marks of the paragraph as double ones, of the same length."""
    inside = text[span.start : span.end]
    if "'" not in inside and "‘" not in inside:
        return text
    marked = _LEADING.sub(r'"\1"', _SINGLE.sub(r'"\1"', inside))
    return text[: span.start] + marked + text[span.end :]


def _begins_word(text: str, at: int) -> bool:
    return text[at : at + 1].isalnum() and (at < 3 or not text[at - 3].isalnum())


def _with_pairs(text: str, quote: Quote) -> Quote:
    """Give a quotation both apostrophes of its marks, and the words between them."""
    start = quote.start + 2 if _PAIR.match(text, quote.start) else quote.inner_start
    end = quote.end - 2 if quote.closed and _PAIR.match(text, quote.end - 2) else quote.inner_end
    return quote._replace(inner_start=max(start, quote.inner_start), inner_end=max(start, end))


def _opens(text: str, at: int, span: Span) -> bool:
    char = text[at]
    if char in "“" and at > span.start and _in_word(text[at - 1]):
        return False
    if char not in _CLOSERS:
        return False
    if char in '"＂»':
        before = text[at - 1] if at > span.start else " "
        after = text[at + 1] if at + 1 < span.end else " "
        if after.isspace() and before.isspace() and text[span.start : at].rstrip()[-1:] in (":", "："):
            return True  # set apart from its words: 'techniques: " including …"'
        return not after.isspace() and (before in _OPEN_BEFORE or not (_in_word(before) or before in ".,!?…)"))
    return True


def _in_word(char: str) -> bool:
    """Tell whether a mark behind a character closes: not in scripts that set no blank before an opening mark."""
    return char.isalnum() and char < _UNSPACED


def _reopens(text: str, at: int, opened: int) -> bool:
    before, after = text[at - 1], text[at + 1 : at + 2]
    return at > opened + 1 and before in " \u00a0(\n:" and bool(after) and after.isalnum()


def _twin(text: str, at: int, opened: int) -> bool:
    """True for “…“, where the opening mark is used to close."""
    return text[at] == text[opened] == "“" and not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()


def _inner(text: str, opened: int) -> int:
    start = opened + 1
    while start < len(text) and (text[start] == text[opened] or text[start] in "\u00a0\u202f "):
        start += 1
    return start


def _trailing(text: str, at: int, span: Span, quotes: list[Quote], *, running: bool) -> bool:
    """True for a closing mark whose opening mark was lost: the quotation began with the paragraph."""
    if quotes or text[at] in "«„「『" or not at > span.start:
        return False
    return running or (at - span.start >= 20 and text[at - 1] in ".,!?。！？…" and at + 1 >= span.end - 1)


def _unclosed(text: str, opened: int, span: Span) -> list[Quote]:
    first_line = text.find("\n", opened, span.end)
    end = span.end if first_line < 0 else first_line
    starts = not text[span.start : opened].strip(" -–—•*>") or text[:opened].rstrip()[-1:] in ":："
    if not starts or end - opened < 8:
        return []
    return [Quote(opened, end, min(end, _inner(text, opened)), end, closed=False)]
