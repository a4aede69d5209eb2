"""Views that somebody holds, without a word on who: "there is a view that P". The author reports P and does not commit.

Who holds it stays unknown; where the sentence goes on with "but", what follows is the author's. Impersonal passives of
Japanese, Chinese and Korean ("とされる", "据说", "알려졌다") report in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.nlp.claims.frames import VIEW, Frame, Unit
from pipeline.nlp.claims.words.forms import before, expression, forms
from pipeline.records import Span

_BUT = re.compile(
    r"[,，;；、]\s*(?:but|yet|however|aber|doch|jedoch|mais|pero|ma|però|mas|maar|но|однако|а|但|可是|然而|لكن|ولكن)(?!\w)"
    r"|[，；]\s*(?:但|可是|然而|不过)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[，,。；;！？!?：:\n]")
_END = re.compile(r"[.!?](?=\s|$|[\"”»])|[。！？؟;；\n]")
_SPACE = " \t\n\u00a0\u3000,，:："
_SHORTEST = 4


@cache
def _patterns(code: str) -> tuple[re.Pattern[str] | None, ...]:
    """Return what opens a view of nobody in particular, what closes one, and what stands amid its words."""
    data = forms("views")
    opens = "|".join(f"{before(code)}(?:{form})" for form in data.get(code, ()))
    found = (opens, data["before"].get(code), data["amid"].get(code))
    return tuple(expression(form) if form else None for form in found)


def with_views(unit: Unit, frames: list[Frame]) -> list[Frame]:
    """Return frames with those of views whose words no other frame has taken."""
    more: list[Frame] = []
    for pattern, read in zip(_patterns(unit.lexicon.code), (_behind, _ahead, _around), strict=True):
        found = pattern.finditer(unit.text, unit.start, unit.end) if pattern is not None else ()
        frames_of = [f for m in found if (f := read(unit, m)) is not None]
        more += [f for f in frames_of if not any(_is_same(o, f) for o in more)]
    kept = [f for f in frames if not any(_is_same(f, m) for m in more)]
    new = [m for m in more if not any(_holds(f, m) for f in kept)]
    return sorted([*kept, *new], key=lambda f: f.start) if new else frames


def _behind(unit: Unit, found: re.Match[str]) -> Frame | None:
    stop, aside = _stop(unit, found.end())
    return _frame(unit, found.span(), [_trim(unit, found.end(), stop)], aside=aside)


def _stop(unit: Unit, at: int) -> tuple[int, bool]:
    """Return where the words behind a place end, and whether the author goes on with "but"."""
    end = _END.search(unit.text, at, unit.end)
    stop = end.start() if end else unit.end
    but = _BUT.search(unit.text, at, stop)
    return (but.start(), True) if but else (stop, False)


def _ahead(unit: Unit, found: re.Match[str]) -> Frame | None:
    groups = found.groupdict()
    aside = any(groups.get(name) is not None for name in ("but", "on"))
    start = _clause_start(unit, found.start(), _END)
    return _frame(unit, found.span(), [_trim(unit, start, found.start())], aside=aside)


def _around(unit: Unit, found: re.Match[str]) -> Frame | None:
    """Read "the port 据说 is closed": what is said stands on both sides of the mark."""
    stop, aside = _stop(unit, found.end())
    subject = _trim(unit, _clause_start(unit, found.start(), _CLAUSE), found.start())
    return _frame(unit, found.span(), [subject, _trim(unit, found.end(), stop)], aside=aside)


def _clause_start(unit: Unit, at: int, ends: re.Pattern[str]) -> int:
    return max((m.end() for m in ends.finditer(unit.text, unit.start, at)), default=unit.start)


def _frame(unit: Unit, cue: tuple[int, int], contents: Sequence[Span | None], *, aside: bool) -> Frame | None:
    """Return the frame of a view; None where a part of its words is missing."""
    held = tuple(c for c in contents if c is not None)
    if len(held) < len(contents) or held[-1].end - held[0].start < _SHORTEST:
        return None
    return Frame(None, Span(*cue), held, "indirect", "reports", VIEW, embedded=aside)


def _trim(unit: Unit, start: int, end: int) -> Span | None:
    while start < end and unit.text[start] in _SPACE:
        start += 1
    while start < end and unit.text[end - 1] in _SPACE:
        end -= 1
    return Span(start, end) if start < end else None


def _is_same(frame: Frame, view: Frame) -> bool:
    """Tell whether a frame says of the same words that somebody else, or the author, says them."""
    cue, own = frame.cue, view.cue
    return cue is not None and own is not None and cue.start < own.end and own.start < cue.end


def _holds(frame: Frame, view: Frame) -> bool:
    """Tell whether the view is reported itself, or its words are another's by a cue of their own."""
    content = Span(view.contents[0].start, view.contents[-1].end)
    taken = frame.contents[0].start <= content.start + 1 and frame.contents[-1].end >= content.end - 1
    told = view.cue is not None and any(c.start <= view.cue.start < c.end for c in frame.contents)
    return (taken or told) and frame.source is not None
