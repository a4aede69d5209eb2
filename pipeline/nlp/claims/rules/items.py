"""The list that a saying opens: "Voss named two reasons:", and each item below is what Voss says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.rules.discourse import Said
from pipeline.records import Passage, Span

LIST = "list goes on"
"""Rule of the frames made here."""
BULLET = re.compile(r"\s*(?:[-*•·▪●◦–]\s|\(?\d{1,3}[.)](?=\s)|[（(]?\d{1,3}[、．）]|[一二三四五六七八九十]{1,3}、)\s*")
"""What opens an item of a list."""
_STOPS = ".!?。！？…؟"


def items(
    text: str, passages: Sequence[Passage], at: int, group: Sequence[Said], taken: Sequence[Span]
) -> list[Said]:  # fmt: skip
    """Return the items of the list that a passage opens, as the words of whoever speaks at its end."""
    opener = passages[at]
    speaker = _speaker_at_end(text, opener, group)
    if speaker is None or BULLET.match(text, opener.start):
        return []
    found: list[Said] = []
    for passage in passages[at + 1 :]:
        bullet = BULLET.match(text, passage.start)
        on_its_line = "\n" not in text[max(opener.start, passage.start - 2) : passage.start]
        if bullet is None and not (found and on_its_line):
            break
        content = Span(bullet.end() if bullet else passage.start, passage.end)
        if content.end <= content.start or any(c.start < content.end and content.start < c.end for c in taken):
            continue
        frame = replace(speaker, contents=(content,), embedded=False, cue_negated=False, rule=LIST)
        found.append(Said(frame, passage.paragraph, linked=True))
    return found


def _speaker_at_end(text: str, opener: Passage, group: Sequence[Said]) -> Frame | None:
    """Return who is speaking where a sentence stops at a colon, or in its midst."""
    end = text[opener.start : opener.end].rstrip()[-1:]
    if end in _STOPS:
        return None
    frames = [s.frame for s in group if s.frame.source and not s.frame.embedded and not s.frame.cue_negated]
    open_ = [f for f in frames if f.kind == "indirect" and opener.end - f.contents[-1].end <= 3]
    return open_[-1] if open_ else None


def unlisted(text: str, span: Span) -> Span:
    """Leave out the bullet of a list's item."""
    opens = not span.start or text[span.start - 1] == "\n"
    bullet = BULLET.match(text, span.start, span.end) if opens else None
    return Span(bullet.end(), span.end) if bullet and bullet.end() < span.end else span
