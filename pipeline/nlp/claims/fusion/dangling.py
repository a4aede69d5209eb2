"""Reported words that stop in mid-phrase: "being rate limited by | Anthropic, noting that Q", "build, while | others".

The learned reader leaves holes in what it reads, and the words of one saying end where those of the next begin. What
ends in a preposition, an article or the conjunction of its clause goes on to the end of the phrase; what ends in a word
that joins the next clause ends before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.words.segment import passage_at
from pipeline.records import Passage, Span

_OPENING = {
    "en": "the a an of with by from in at on for to into than that whether because is are was were as about between "
    "despite without against during under using which been",
    "de": "der die das den dem des ein eine einen einem einer von mit für durch zur zum bei dass ob weil als im "
    "vom trotz ohne gegen",
    "fr": "le la les un une des du de avec par pour dans sur que dont aux au est sont qui chez malgré sans contre",
    "es": "el la los las un una de del con por para en que al sobre es son como sin contra",
    "it": "il lo la gli le un una di del della dei delle con per che nel nella al alla sul sulla è sono senza contro",
    "pt": "o os as um uma de do da dos das com por para que no na ao à sobre é são em sem contra",
    "nl": "de het een van met door voor op bij dat uit als aan zonder tegen ondanks",
    "ru": "в во с со на из от до для о об при без что чтобы к по за над под несмотря",
    "ar": "في من على إلى عن أن إن بأن مع",
}
"""Words behind which a phrase or clause has yet to come."""
_OPEN = {code: frozenset(words.split()) for code, words in _OPENING.items()}
_JOINING = {
    "en": "and or but while whereas so yet",
    "de": "und oder aber während sondern sowie",
    "fr": "et ou mais tandis",
    "es": "y e o u pero mientras",
    "it": "e o ma mentre",
    "pt": "e ou mas enquanto",
    "nl": "en of maar terwijl",
    "ru": "и или а но",
    "ar": "و أو لكن بينما",
}
"""Words that join what follows to what was said."""
_JOINTS = {code: frozenset(words.split()) for code, words in _JOINING.items()}
_LAST = re.compile(r"(\w+)\W*$")
_GOES_ON = re.compile(r"\s+[\w@#$€\"“«'‘]")
_BORDER = re.compile(r"[;!?—–()\[\]،؛\n]|[,:.](?=\s|$)")
_JOINED = re.compile(r"\s+(\w+)")


def with_whole_phrases(text: str, passages: Sequence[Passage], speech: Speech) -> Speech:
    """Return a speech in which no reported words stop in mid-phrase while their sentence goes on."""
    starts = [passage.start for passage in passages]
    said = tuple(_mended(text, s, passages, starts) for s in speech.said)
    return Speech(said, speech.quotes)


def _mended(text: str, said: Said, passages: Sequence[Passage], starts: Sequence[int]) -> Said:
    frame = said.frame
    last = frame.contents[-1] if frame.contents else None
    if last is None or frame.kind != "indirect" or not passages or _is_behind(frame, last):
        return said
    home = passage_at(passages, starts, last.end - 1)
    if home.end <= last.end or home.language not in _OPEN or not _GOES_ON.match(text, last.end, home.end):
        return said
    end = _end(text, last, home)
    if end in (None, last.end):
        return said
    return replace(said, frame=replace(frame, contents=(*frame.contents[:-1], Span(last.start, end))))


def _is_behind(frame: Frame, last: Span) -> bool:
    """True where the speaker or the verb follows the words: they border on what was said."""
    return any(at is not None and at.start >= last.end for at in (frame.cue, frame.source))


def _end(text: str, last: Span, home: Passage) -> int | None:
    """Return where words end that stop in mid-phrase; None where nothing would be left of them."""
    ends = _LAST.search(text, last.start, last.end)
    word = ends[1].lower() if ends else ""
    if ends is not None and word in _JOINTS[home.language]:
        kept = text[last.start : ends.start()].rstrip(" ,;\n")
        return last.start + len(kept) if len(kept.split()) > 1 else None
    if text[last.end - 1 : last.end] in (",", ";"):
        return last.end - 1
    follows = _JOINED.match(text, last.end)
    joined = follows is not None and follows[1].lower() in _JOINTS[home.language]
    if word not in _OPEN[home.language] or text[last.end - 1 : last.end] in ".:" or joined:
        return last.end
    border = _BORDER.search(text, last.end + 1, home.end)
    return border.start() if border else home.end
