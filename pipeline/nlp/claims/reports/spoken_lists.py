"""The list below a word of saying and a colon: where its first item is somebody's words, the other ones are, too.

"Voss said:" and a list of two items is what a reader of sentences takes for one saying and a sentence of the author's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.rules.items import BULLET, LIST
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.records import Passage, Span

_COLON = ":："


def with_spoken_lists(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech in which all items of a list are the words of whoever says the first one."""
    starts = [passage.start for passage in passages]
    places = {passage.start: at for at, passage in enumerate(passages)}
    added: list[Said] = []
    for said in speech.said:
        first = _first_item(text, said, passages, starts, places)
        if first is not None:
            added += _others(text, said, passages, first, [s for s in speech.said if s is not said])
    every = sorted((*speech.said, *added), key=lambda s: (s.frame.start, -s.frame.contents[-1].end))
    return Speech(tuple(every), speech.quotes) if added else speech


def _first_item(
    text: str, said: Said, passages: Sequence[Passage], starts: Sequence[int], places: dict[int, int]
) -> int | None:
    """Return the place of the item that opens the list which a saying leads to with a colon; None for no such list."""
    frame = said.frame
    leads = frame.cue or frame.source
    if frame.source is None or leads is None or frame.cue_negated or frame.embedded:
        return None
    opener = passage_at(passages, starts, leads.start)
    at = places[opener.start] + 1
    if leads.end > opener.end or text[opener.start : opener.end].rstrip()[-1:] not in _COLON or at >= len(passages):
        return None
    item = passages[at]
    begins = BULLET.match(text, item.start, item.end)
    held = any(item.start <= c.start < item.end for c in frame.contents)
    return at if begins is not None and held and BULLET.match(text, opener.start) is None else None


def _others(text: str, said: Said, passages: Sequence[Passage], first: int, taken: Sequence[Said]) -> Iterator[Said]:
    """Yield the items behind the first one that nobody else is known to say."""
    for passage in passages[first + 1 :]:
        bullet = BULLET.match(text, passage.start, passage.end)
        if bullet is None and "\n" in text[passage.start - 2 : passage.start]:
            return
        content = Span(bullet.end() if bullet is not None else passage.start, passage.end)
        others = (c for s in taken for c in s.frame.contents)
        own = any(c.start < content.end and content.start < c.end for c in (*others, *said.frame.contents))
        if not own and content.end > content.start:
            yield Said(replace(said.frame, contents=(content,), rule=LIST), passage.paragraph, linked=True)
