"""Blocks to an article's text with its spans: asides, block quotations, sections, links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.extract.blocks import Block
from pipeline.extract.clean import width
from pipeline.extract.furniture import bare
from pipeline.records import Link, Section, Span

GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Composed:
    """A text and what is known of its stretches; all spans are in order."""

    text: str
    sections: tuple[Section, ...]
    asides: tuple[Span, ...]
    blockquotes: tuple[Span, ...]
    links: tuple[Link, ...]
    readable: int
    """Columns of text outside the asides."""


def compose(blocks: Sequence[Block], resolve: Callable[[str], str | None]) -> Composed:
    """Join blocks. ``resolve`` makes a link's address absolute, or returns None to leave the link out."""
    spans: list[Span] = []
    texts: list[str] = []
    position = 0
    for block in blocks:
        if block.kind == "rule":
            spans.append(Span(position, position))
            continue
        spans.append(Span(position, position + len(block.text)))
        texts.append(block.text)
        position += len(block.text) + len(GAP)
    text = GAP.join(texts)
    return Composed(
        text=text,
        sections=_sections(blocks, spans, len(text)),
        asides=_merged(blocks, spans, lambda block: int(block.aside is not None)),
        blockquotes=_merged(blocks, spans, lambda block: block.quoted),
        links=_links(blocks, spans, resolve),
        readable=sum(width(b.text) for b in blocks if b.aside is None and b.kind != "rule"),
    )


def _merged(blocks: Sequence[Block], spans: Sequence[Span], level: Callable[[Block], int]) -> tuple[Span, ...]:
    """Return one span per stretch of neighbouring blocks of one level; level 0 gives none."""
    found: list[Span] = []
    run = 0
    for block, span in zip(blocks, spans, strict=True):
        if block.kind == "rule":
            continue
        before, run = run, level(block)
        if run and run == before:
            found[-1] = Span(found[-1].start, span.end)
        elif run:
            found.append(span)
    return tuple(found)


def _links(blocks: Sequence[Block], spans: Sequence[Span], resolve: Callable[[str], str | None]) -> tuple[Link, ...]:
    found: list[Link] = []
    for block, span in zip(blocks, spans, strict=True):
        for start, end, address in block.links:
            url = resolve(address)
            if url is not None:
                found.append(Link(span.start + start, span.start + end, url))
    return tuple(found)


# ---------------------------------------------------------------- sections


def _sections(blocks: Sequence[Block], spans: Sequence[Span], length: int) -> tuple[Section, ...]:
    """Cut a text into titled parts: at rules where several of them have titles, else at its top level of headings."""
    starts = _rule_starts(blocks)
    if len(starts) < 2:
        starts = _heading_starts(blocks)
    found: list[Section] = []
    for number, index in enumerate(starts):
        following = starts[number + 1] if number + 1 < len(starts) else None
        end = spans[following].start - len(GAP) if following is not None else length
        title = bare(blocks[index].text) or blocks[index].text
        if end > spans[index].start:
            found.append(Section(spans[index].start, end, title))
    return tuple(found)


def _rule_starts(blocks: Sequence[Block]) -> list[int]:
    """Return the title of each stretch between rules: a heading among its first three blocks."""
    starts: list[int] = []
    rules = [-1, *(index for index, block in enumerate(blocks) if block.kind == "rule")]
    for rule in rules:
        for index in range(rule + 1, min(rule + 4, len(blocks))):
            if blocks[index].kind == "rule":
                break
            if blocks[index].kind == "heading":
                starts.append(index)
                break
    titled = len(starts) >= 0.6 * len(rules)
    return starts if titled and len(rules) > 2 and _no_structure_above(blocks, starts) else []


def _no_structure_above(blocks: Sequence[Block], starts: Sequence[int]) -> bool:
    """Rules cut only where no real heading stands inside the parts: then the headings are the better guide."""
    chosen = set(starts)
    return not any(b.kind == "heading" and b.level < 7 for i, b in enumerate(blocks) if i not in chosen and i > 0)


def _heading_starts(blocks: Sequence[Block]) -> list[int]:
    """Return the headings of the topmost level that has at least two."""
    headings = [(block.level, index) for index, block in enumerate(blocks) if block.kind == "heading"]
    for level in sorted({level for level, _ in headings}):
        chosen = [index for found, index in headings if found == level]
        if len(chosen) >= 2:
            return chosen
    return []
