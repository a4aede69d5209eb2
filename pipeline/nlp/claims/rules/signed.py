"""Paragraphs that a name on the line below them signs, also several in a section of quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.nlp.claims.rules.bylines import signature
from pipeline.records import Span

_ENDS = '.!?。！？…"”’»」』'


def signatures(text: str, paragraphs: Sequence[Span], blocks: Sequence[Span]) -> Iterator[tuple[Span, int]]:
    """Yield (name, number of a paragraph that it signs), in order.

    A name signs the paragraph right above it. In a quoted block (the "quotations of the week" of a digest) all that
    stands between two such names is one quotation, so there it signs every paragraph up to the name before it.
    """
    last = 0
    for number in range(1, len(paragraphs)):
        name = signature(text, paragraphs[number - 1], paragraphs[number])
        if name is None:
            continue
        block = next((b for b in blocks if b.start <= paragraphs[number].start < b.end), None)
        first = number - 1
        while block is not None and first - 1 >= last and _is_part(text, paragraphs[first - 1], block):
            first -= 1
        yield from ((name, signed) for signed in range(first, number))
        last = number + 1


def _is_part(text: str, paragraph: Span, block: Span) -> bool:
    """Tell whether a paragraph of a block is one of sentences, and no heading."""
    return block.start <= paragraph.start and text[paragraph.start : paragraph.end].rstrip()[-1:] in _ENDS
