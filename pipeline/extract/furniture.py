"""Which blocks are kept in the text but hold no claims: headings, adverts, sign-offs, link lists, fiction, code.

The phrases are data: ``data/furniture/<language>.yaml``. All languages are tried on every block, since a page's
furniture often speaks another language than its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from pipeline.extract.blocks import Block
from pipeline.extract.clean import width
from pipeline.extract.lines import ends_sentence
from pipeline.extract.phrases import Anywhere
from pipeline.packaged import read_yaml

_DATA = Path(__file__).parent / "data" / "furniture"
_SHORT = 420
"""Columns; a longer paragraph is prose, whatever phrase it holds."""
_HEADING_WIDTH = 160
_BODY = 60
"""Columns of prose that are a text to which there may be notes: what an article holds at least."""
_DECORATION = re.compile(r"^[^\w(（\[「『\"“«]+|[\s:：.。!！,;*#_~|–—-]+$")
_HANDLE_LINE = re.compile(r"@[\w.-]{2,40}\s*[:：]")
_NAME_LINE = re.compile(r"[^\W\d_][^\n:：.!?。！？]{0,38}[:：]")
"""Who wrote the quotation or post below."""
_NUMBER = re.compile(r"^[(（]?(?:\d{1,3}|[ivxIVX]{1,4}|[一二三四五六七八九十]{1,3})[.)、）:：]\s*(?=\S)")
_STEP = re.compile(r"\s[>»›→]\s")
_SIGNS = re.compile(r"[\W_]+")
_CODE_LINE = re.compile(
    r"[{};]\s*$|^\s*(?:def|class|import|from \w+ import|return|const|let|var|#include|\$ |>>> |pip )\b"
)
_URL_ONLY = re.compile(r"[^\w\s]*https?://\S+(?:\s+[^\w\s]*https?://\S+)*")
_REFERENCE = re.compile(r".{0,300},\s?https?://\S+")
_BAR = re.compile(r"\s?[|·•]\s?|\s/\s")
_MENU_SIGN = re.compile(r"[>»›→|·•/]")
_NO_WORD = re.compile(r"^[\W_]+")
BOLD_HEADING = 7
"""Level of a bold line that acts as a heading: below all real ones."""


@lru_cache(maxsize=1)
def _data() -> dict[str, list[str]]:
    """Return the expressions of all languages by kind."""
    kinds = ("headings", "notes", "fiction", "fiction_ends", "starts", "contains")
    found: dict[str, list[str]] = {kind: [] for kind in kinds}
    for path in sorted(_DATA.glob("*.yaml")):
        data = read_yaml(path.read_text(encoding="utf-8"))
        for kind, patterns in data.items():
            found[kind] += patterns
    return found


@lru_cache(maxsize=1)
def _phrases() -> dict[str, re.Pattern[str]]:
    """Compile the phrases that stand at the beginning of a block, or are all of it: one expression per kind."""
    return {
        kind: re.compile("|".join(f"(?:{p})" for p in patterns), re.I)
        for kind, patterns in _data().items()
        if kind != "contains"
    }


@lru_cache(maxsize=1)
def _contains() -> Anywhere:
    return Anywhere(_data()["contains"])


def mark(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with ``aside`` set where they hold no claims.

    Blocks without words or figures, such as the bare number of a list, go.
    """
    kept = [_shaped(block) for block in blocks if block.kind == "rule" or not _is_empty(block.text)]
    shaped = _split_lead_ins(_as_headings(kept))
    return tuple(_close_links(_told(_regions([_judged(block) for block in shaped]))))


def _judged(block: Block) -> Block:
    """Mark a block that holds no claims on its own."""
    reason = None if block.aside else _reason(block)
    return block if reason is None else replace(block, aside=reason)


def _is_empty(text: str) -> bool:
    words = _SIGNS.sub("", text[:2000])
    return not words or (len(words) <= 3 and len(text) <= 8 and words.isdecimal())


def _shaped(block: Block) -> Block:
    """A whole paragraph set as a heading, for its looks, is a paragraph."""
    long = block.kind == "heading" and width(block.text) > 2 * _HEADING_WIDTH
    return replace(block, kind="para", level=0) if long else block


def bare(text: str) -> str:
    """Return a heading without the marks, emoji and number around its words.

    >>> bare("## 🔗 Related posts:")
    'Related posts'
    """
    return _NUMBER.sub("", _DECORATION.sub("", text.replace("\ufe0f", ""))).strip()


def _as_headings(blocks: Sequence[Block]) -> list[Block]:
    """Turn bold lines, and the line after a rule that announces, into headings."""
    shaped: list[Block] = []
    after_rule = False
    for block in blocks:
        if block.kind == "para" and not block.quoted and _acts_as_heading(block, after_rule=after_rule):
            block = replace(block, kind="heading", level=BOLD_HEADING)
        after_rule = block.kind == "rule"
        shaped.append(block)
    return shaped


def _acts_as_heading(block: Block, *, after_rule: bool) -> bool:
    if width(block.text) > _HEADING_WIDTH:
        return False
    text = block.text.rstrip()
    if block.bold >= len(text.rstrip(" :：")):
        return not ends_sentence(text) or text.endswith((":", "：", "?", "？"))
    return after_rule and text.endswith((":", "：")) and not text.startswith(('"', "“", "「"))


def _split_lead_ins(blocks: Iterable[Block]) -> list[Block]:
    """Make a bold run-in head ("Why this matters: ...") a heading of its own; speaker labels of two words stay."""
    shaped: list[Block] = []
    for block in blocks:
        cut = _lead_in(block)
        if cut is None:
            shaped.append(block)
            continue
        head, rest = block.text[:cut].rstrip(), block.text[cut:]
        offset = cut + len(rest) - len(rest.lstrip())
        shaped.append(Block("heading", head, _links(block, 0, len(head)), len(head), BOLD_HEADING))
        links = _links(block, offset, len(block.text))
        shaped.append(Block(block.kind, block.text[offset:], links, quoted=block.quoted))
    return shaped


def _lead_in(block: Block) -> int | None:
    if block.kind != "para" or block.quoted or not 12 <= block.bold < len(block.text):
        return None
    head, rest = block.text[: block.bold], block.text[block.bold :]
    colon = re.match(r"\s*[:：]", rest)
    cut = block.bold + (colon.end() if colon else 0)
    closed = colon is not None or head.rstrip().endswith((":", "："))
    known = any(_phrases()[kind].fullmatch(bare(head)) for kind in ("headings", "notes"))
    spacious = len(head.split()) >= 3 or width(head) != len(head) or known
    tail = block.text[cut:].lstrip()
    runs_on = not tail or tail[:1].islower() or width(tail) < 40
    return cut if closed and spacious and not runs_on and width(head) <= _HEADING_WIDTH else None


def _links(block: Block, start: int, end: int) -> tuple[tuple[int, int, str], ...]:
    inside = ((max(a, start) - start, min(b, end) - start, url) for a, b, url in block.links)
    return tuple((a, b, url) for a, b, url in inside if a < b)


def _reason(block: Block) -> str | None:
    """Return why a block on its own holds no claims."""
    if block.kind in ("heading", "code", "row", "caption"):
        return block.kind
    text = block.text
    if len(text) < 2000 and (_URL_ONLY.fullmatch(text) or _REFERENCE.fullmatch(text)):
        return "address"
    if block.kind == "rule" or width(text) > _SHORT:
        return None
    if _HANDLE_LINE.fullmatch(text) or (block.quoted and _NAME_LINE.fullmatch(text)):
        return "byline"
    phrases = _phrases()
    plain = _NO_WORD.sub("", text)
    starts = phrases["starts"].match(plain) or (plain != text and phrases["starts"].match(text))
    if starts or _contains().found(text):
        return "furniture"
    if _is_list_of_links(block) or _is_menu(text):
        return "links"
    return "code" if _CODE_LINE.search(text) and sum(c in "{}()[];=<>$" for c in text) > 0.06 * len(text) else None


def _is_menu(text: str) -> bool:
    """Tell a row of short labels ("Home | News | About") or a trail of crumbs ("Home > News") from prose."""
    if _MENU_SIGN.search(text) is None:
        return False
    bars, steps = _BAR.split(text), _STEP.split(text)
    if len(bars) < 3 and len(steps) < 2:
        return False
    parts, limit = (bars, 24) if len(bars) >= 3 else (steps, 60)
    return all(len(part) <= limit and not ends_sentence(part) for part in parts)


def _is_list_of_links(block: Block) -> bool:
    linked = sum(end - start for start, end, _ in block.links)
    letters = len(block.text)
    if linked < 0.7 * letters:
        return False
    return not ends_sentence(block.text) or width(block.text) < 60 or len(block.links) > 1


def _regions(blocks: Sequence[Block]) -> list[Block]:
    """Extend a heading's verdict ("Related posts", "Tech Tales", "(Sponsor)") to the part that it opens."""
    result: list[Block] = []
    reason: str | None = None
    level = prose = 0
    for block in blocks:
        if reason and (block.kind == "rule" or (block.kind == "heading" and block.level <= level)):
            reason = None
        if block.kind == "heading" and reason is None:
            reason = _opened(bare(block.text), prose)
            level = 0 if reason == "fiction" else block.level  # a story has its own headings: it ends with a rule
        elif block.aside is None and block.kind != "rule" and reason is None:
            prose += width(block.text)
        result.append(replace(block, aside=reason) if reason and block.kind != "rule" else block)
    return result


def _opened(title: str, prose: int) -> str | None:
    """Return why the part under a title holds no claims. Notes are notes to a text that stands before them."""
    phrases = _phrases()
    if phrases["fiction"].fullmatch(title):
        return "fiction"
    noted = prose >= _BODY and phrases["notes"].fullmatch(title)
    return "furniture" if noted or phrases["headings"].fullmatch(title) else None


def _told(blocks: list[Block]) -> list[Block]:
    """Mark a story that only its last line gives away, back to its title."""
    ends = _phrases()["fiction_ends"]
    title: int | None = None
    done = 0
    for index, block in enumerate(blocks):
        if block.aside in (None, "heading") and ends.match(block.text):
            for at in range(index if title is None else max(title, done), index + 1):  # before ``done`` all are marked
                one = blocks[at]
                blocks[at] = one if one.kind == "rule" else replace(one, aside="fiction")
            done = index + 1
        if block.kind == "rule" or (block.kind == "heading" and block.level < BOLD_HEADING):
            title = index
    return blocks


def _close_links(blocks: list[Block]) -> list[Block]:
    """Take in what stands between two lines of furniture at the very end, such as an address or a name."""
    last = len(blocks)
    while last and (blocks[last - 1].aside or blocks[last - 1].kind == "rule"):
        last -= 1
    if last < 2 or last == len(blocks) or blocks[last - 1].kind == "rule":
        return blocks
    candidate, before = blocks[last - 1], blocks[last - 2]
    if before.aside == "furniture" and width(candidate.text) < 60 and not ends_sentence(candidate.text):
        blocks[last - 1] = replace(candidate, aside="furniture")
    return blocks
