"""Printed quotations: whether words stand in quotation marks, and what of them a quotation must keep."""

from __future__ import annotations

import re
import unicodedata

from pipeline.cluster.statements import Statement

_MARKS = tuple(re.compile(f"[{pair}]") for pair in ('"“”„‟＂〝〟', "«»‹›", "「」", "『』"))
"""Quotation marks by what can close what, in the twelve languages."""
_SINGLE = re.compile(r"(?:^|(?<=[\s(\[—–]))[‘'‚](?=\w)")
"""A single mark that opens: in English and Dutch it may be all there is, elsewhere it is an apostrophe."""


def marked(statement: Statement) -> bool:
    """Tell whether words stand in quotation marks, be it in a pair that opened earlier in the paragraph.

    What a heading or a lead-in alone gives to a speaker, as in a column of excerpts, stands in none. Whether a mark
    opens or closes depends on the language, but of each pair an odd number before a word leaves one open.
    """
    text, claim = statement.article.text, statement.claim
    start, end = claim.content[0].start, claim.content[-1].end
    before = text[text.rfind("\n", 0, start) + 1 : start]
    edges = text[start : start + 1] + text[end - 1 : end + 2]
    if any(marks.search(edges) or len(marks.findall(before)) % 2 for marks in _MARKS):
        return True
    return _SINGLE.search(text[claim.start : start + 2]) is not None


def plain(text: str) -> str:
    """Reduce a text to what a quotation must keep: letters, digits, signs of amounts, and the order of words.

    >>> plain("“It’s  —  well — 3.5 %,” she said.")
    "it's well 3.5 % she said"
    """
    text = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("ʼ", "'")
    kept = re.sub(r"[^\w%$€£¥'.+-]+|(?<!\d)[.'](?!\w)|[.](?!\d)|(?<!\w)['-](?!\w)", " ", text)
    return " ".join(re.sub(r"(?<!\w)'|'(?!\w)", " ", kept).split())
