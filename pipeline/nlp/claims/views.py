"""Views that somebody holds, without a word on who: "there is a view that P". The author reports P and does not commit.

Who holds it stays unknown; where the sentence goes on with "but", what follows is the author's.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from pipeline.nlp.claims.frames import VIEW, Frame, Unit
from pipeline.packaged import read_yaml
from pipeline.records import Span

_BUT = re.compile(
    r"[,，;；、]\s*(?:but|yet|however|aber|doch|jedoch|mais|pero|ma|però|mas|maar|но|однако|а|但|可是|然而|لكن|ولكن)(?!\w)"
    r"|[，；]\s*(?:但|可是|然而|不过)",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?](?=\s|$|[\"”»])|[。！？؟;；\n]")
_SPACE = " \t\n\u00a0\u3000,，:："
_SHORTEST = 4


@cache
def _patterns(code: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """Return what opens a view of nobody in particular, and what closes one."""
    text = (resources.files("pipeline.nlp.claims") / "data" / "views.yaml").read_text(encoding="utf-8")
    data = read_yaml(text)
    edge = "" if code in ("zh", "ja", "ko") else r"(?<!\w)"
    opens = "|".join(f"{edge}(?:{form})".replace(" ", r"\s+") for form in data.get(code, ()))
    closes = data["before"].get(code)
    return (
        re.compile(opens, re.IGNORECASE) if opens else None,
        re.compile(closes.replace(" ", r"\s+")) if closes else None,
    )


def with_views(unit: Unit, frames: list[Frame]) -> list[Frame]:
    """Return frames with those of views whose words no other frame has taken."""
    opens, closes = _patterns(unit.lexicon.code)
    more: list[Frame] = []
    if opens is not None:
        more += [f for m in opens.finditer(unit.text, unit.start, unit.end) if (f := _behind(unit, m)) is not None]
    if closes is not None:
        more += [f for m in closes.finditer(unit.text, unit.start, unit.end) if (f := _ahead(unit, m)) is not None]
    kept = [f for f in frames if not any(_is_same(f, m) for m in more)]
    new = [m for m in more if not any(_holds(f, m) for f in kept)]
    return sorted([*kept, *new], key=lambda f: f.start) if new else frames


def _behind(unit: Unit, found: re.Match[str]) -> Frame | None:
    end = _END.search(unit.text, found.end(), unit.end)
    stop = end.start() if end else unit.end
    but = _BUT.search(unit.text, found.end(), stop)
    return _frame(unit, found.span(), found.end(), but.start() if but else stop, aside=but is not None)


def _ahead(unit: Unit, found: re.Match[str]) -> Frame | None:
    ends = [m.end() for m in _END.finditer(unit.text, unit.start, found.start())]
    first = max(ends, default=unit.start)
    return _frame(unit, found.span(), first, found.start() + 1, aside=found["but"] is not None)


def _frame(unit: Unit, cue: tuple[int, int], start: int, end: int, *, aside: bool) -> Frame | None:
    while start < end and unit.text[start] in _SPACE:
        start += 1
    while start < end and unit.text[end - 1] in _SPACE:
        end -= 1
    if end - start < _SHORTEST:
        return None
    return Frame(None, Span(*cue), (Span(start, end),), "indirect", "reports", VIEW, embedded=aside)


def _is_same(frame: Frame, view: Frame) -> bool:
    """Tell whether a frame says of the same words that somebody else, or the author, says them."""
    cue, own = frame.cue, view.cue
    return cue is not None and own is not None and cue.start < own.end and own.start < cue.end


def _holds(frame: Frame, view: Frame) -> bool:
    """Tell whether the view is reported itself, or its words are another's by a cue of their own."""
    content = view.contents[0]
    taken = frame.contents[0].start <= content.start + 1 and frame.contents[-1].end >= content.end - 1
    return taken and frame.source is not None
