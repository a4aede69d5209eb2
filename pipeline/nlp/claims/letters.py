"""Who wrote a quoted or forwarded message: the header line or the reply line that names its sender.

Mail programs write "From: NAME <address>" above what they forward, and "On DATE, NAME <address> wrote:" above what
they quote, in the language of whoever replies (RFC 3676, section 4.5, and the habit of common programs).
"""

from __future__ import annotations

import re

from pipeline.records import Span

LONGEST = 400
"""Characters of the paragraph that heads a message."""
_FROM = re.compile(
    r"[\s>*_]*(?:from|von|de|da|van|от|发件人|寄件者|差出人|보낸 사람|من)[*_]*\s*[:：][\s*_\"]*"
    r"(?P<who>[^<>\[(（\n@\"*]*[^<>\[(（\n@\"*\s])",
    re.I,
)
_WORDS = r"[^\W\d_](?:[^,，:：;<>()\d\n]*[^,，:：;<>()\d\n\s])?"
_VERBS = r"wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|написала?|пишет"
_ADDRESSED = re.compile(
    rf"(?:(?:schrieb|schreef|كتب)\s+)?[\"“«]?(?P<who>{_WORDS})[\"”»]?\s*<[^<>\s]+@[^<>\s]+>[^\n]{{0,40}}[:：]\s*$", re.I
)
_WROTE = re.compile(
    rf"[,\d]\s*(?:Uhr\s+)?(?:(?:schrieb|schreef)\s+(?P<after>{_WORDS})|(?P<who>{_WORDS})\s+(?:{_VERBS}))"
    r"[\s\u00a0]*[:：]\s*$",
    re.I,
)


def header_sender(text: str, paragraph: Span) -> Span | None:
    """Return the name in the ``From`` line that opens a forwarded message, or None."""
    found = _FROM.match(text, paragraph.start, paragraph.end) if _fits(paragraph) else None
    return Span(*found.span("who")) if found else None


def reply_sender(text: str, paragraph: Span) -> Span | None:
    """Return the name in a line that says who wrote the quotation below it, or None."""
    if not _fits(paragraph) or text[paragraph.start : paragraph.end].rstrip()[-1:] not in (":", "："):
        return None
    for pattern in (_ADDRESSED, _WROTE):
        found = pattern.search(text, paragraph.start, paragraph.end)
        if found:
            return Span(*found.span("after" if found.groupdict().get("after") else "who"))
    return None


def _fits(paragraph: Span) -> bool:
    return paragraph.end - paragraph.start < LONGEST
