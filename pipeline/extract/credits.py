"""Lines that only name the writer, the outlet, the date or the title: who made a text is no claim in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from pipeline.extract.blocks import Block, Draft
from pipeline.extract.clean import squeeze, width
from pipeline.extract.lines import ends_sentence
from pipeline.packaged import read_yaml

_DATA = Path(__file__).parent / "data" / "credits.yaml"
_WIDEST = 140
_LEAST_TITLE = 8
_JOINT = re.compile(r"[:：|–—-]$")
_WORD = re.compile(r"[^\W_]+")
_DATE = re.compile(
    r"\d{4}\s?[-/.年년]\s?\d{1,2}\s?[-/.月월]\s?\d{1,2}\s?[日일]?"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
    r"|\d{1,2}(?:st|nd|rd|th|er|º)?\.?\s(?:de\s|d['’])?[^\W\d_]{3,12}\.?,?\s(?:de\s|del\s)?\d{4}(?:\s?г(?:ода|\.))?"
    r"|[^\W\d_]{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}"
    r"|\d{1,2}[:h]\d{2}(?:[:]\d{2})?(?:\s?(?:uhr|am|pm|utc|gmt|cest|cet))?",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:来源|來源|编辑|編輯|责编|作者|译者|记者|記者|文|图|撰文|出典|文責|編集|執筆|기자|글|사진|출처)\s?[:：／/]\s?\S{1,16}"
)


@lru_cache(maxsize=1)
def _credit_words() -> frozenset[str]:
    data = read_yaml(_DATA.read_text(encoding="utf-8"))
    return frozenset(word.casefold() for words in data.values() for word in words)


def mark_credits(blocks: Sequence[Block], draft: Draft, known: Iterable[str | None] = ()) -> tuple[Block, ...]:
    """Return the blocks with ``aside`` set on those that only repeat what is known of the document itself.

    ``known`` are further names: the outlet's, the feed entry's byline.
    """
    names = sorted({squeeze(n).strip() for n in (draft.byline, draft.outlet, *known) if n}, key=len, reverse=True)
    title = squeeze(draft.title).strip().casefold()
    return tuple(
        replace(block, aside="credit") if block.aside is None and _is_credit(block, names, title) else block
        for block in blocks
    )


def _is_credit(block: Block, names: Sequence[str], title: str) -> bool:
    if block.kind not in ("para", "item") or block.quoted or width(block.text) > _WIDEST:
        return False
    text = squeeze(block.text).strip()
    return _repeats(text, title) or _only_names(text, names)


def _repeats(text: str, title: str) -> bool:
    """Tell whether a line is the title again, or the last part of it ("Letter 7: What a point costs")."""
    line = text.casefold()
    if len(line) < _LEAST_TITLE or not title.endswith(line) or ends_sentence(line):
        return False
    before = title[: len(title) - len(line)].rstrip(" ")
    return not before or _JOINT.search(before) is not None


def _only_names(text: str, names: Sequence[str]) -> bool:
    """Tell whether nothing is left of a line when names, dates and the words between them are taken away."""
    left = _LABELLED.sub(" ", text)
    for name in names:
        left = re.sub(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", " ", left, flags=re.IGNORECASE)
    left = _DATE.sub(" ", left)
    return left != text and all(word in _credit_words() for word in _WORD.findall(left.casefold()))
