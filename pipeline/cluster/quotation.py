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


_GAP = re.compile(r"\s*(?:[\[(<]\s*)?(?:…+|\.{3,}|\.\s\.\s\.)(?:\s*[\])>])?\s*")
"""What a quotation puts in the place of words left out: "…", "[...]", "<…>"."""
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def gapped(text: str) -> bool:
    """Tell whether a quotation leaves out words in its midst."""
    return len(_parts(text)) > 1


def stands_in(quoted: str, text: str) -> bool:
    """Tell whether quoted words stand in a text but for what :func:`plain` drops, and for gaps that are marked.

    Chinese and Japanese set no spaces: there a quotation may begin within a run of signs, but no more break off in one
    than elsewhere in a word, since a negation may follow.
    """
    parts, whole, at = _parts(quoted), f" {plain(text)} ", 0
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        before = "" if _UNSPACED.match(part) else " "
        after = "" if not last and _UNSPACED.match(part[-1]) else " "
        found = whole.find(before + part + after, at)
        if found < 0:
            return False
        at = found + len(before + part)
    return bool(parts)


def _parts(text: str) -> list[str]:
    return [part for part in map(plain, _GAP.split(text)) if part]


def plain(text: str) -> str:
    """Reduce a text to what a quotation must keep: letters, digits, signs of amounts, and the order of words.

    >>> plain("“It’s  —  well — 3.5 %,” she said.")
    "it's well 3.5 % she said"
    """
    text = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("ʼ", "'")
    kept = re.sub(r"[^\w%$€£¥'.+-]+|(?<!\d)[.'](?!\w)|[.](?!\d)|(?<!\w)['-](?!\w)", " ", text)
    return " ".join(re.sub(r"(?<!\w)'|'(?!\w)", " ", kept).split())
