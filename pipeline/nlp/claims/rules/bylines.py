"""Who wrote or spoke the words below a line: mail headers, reply lines, names above posts, headings of speeches.

Mail programs write "From: NAME <address>" above what they forward, and "On DATE, NAME <address> wrote:" above what
they quote, in the language of whoever replies (RFC 3676, section 4.5, and the habit of common programs). Threads set
"NAME:" above a post, and records of meetings "The speech of NAME" above what was said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pipeline.nlp.claims.rules.reprints import excerpts, is_list, speaks_of_itself, taken
from pipeline.records import Article, Section, Span

LONGEST = 400
"""Characters of the paragraph that heads a message."""
_MOSTLY = 0.9
"""Share of a text beyond which a block quotation quotes nobody."""
_HEADER = 4
"""Lines of the header of a message among which the sender's is."""
_FROM = re.compile(
    r"[\s>*_]*(?:from|von|de|da|van|от|发件人|寄件者|差出人|보낸 사람|من)[*_]*\s*[:：][\s*_\"]*"
    r"(?P<who>[^<>\[(（\n@\"*]*[^<>\[(（\n@\"*\s])",
    re.I,
)
_WORDS = r"[^\W\d_](?:[^,，:：;<>()\d\n]*[^,，:：;<>()\d\n\s])?"
_VERBS = r"wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|написала?|пишет"
_ADDRESSED = re.compile(
    rf"(?:(?:schrieb|schreef|كتب)\s+)?[\"“«]?(?P<who>{_WORDS})[\"”»]?\s*(?:<[^<>\s]+@[^<>\s]+>|(?<=\s)[^<>\s]+@[\w.-]+)[^\n]{{0,40}}[:：]\s*$",
    re.I,
)
_WROTE = re.compile(
    rf"[,\d]\s*(?:Uhr\s+)?(?:(?:schrieb|schreef)\s+(?!(?:ich|wir|ik|wij|we)\b)(?P<after>{_WORDS})"
    rf"|(?P<who>{_WORDS})\s+(?:{_VERBS}))"
    r"[\s\u00a0]*[:：]\s*$",
    re.I,
)


_NAME = r"(?P<who>(?:[^\W\d_a-zà-ÿа-я][\w.’'-]*)(?: (?:(?:de|van|von|der|di|da|al) )?[^\W\d_a-zà-ÿа-я][\w.’'-]*){0,3})"
_LINE = re.compile(rf"[\s>*_]*(?:@(?P<handle>[\w.-]{{2,40}})|(?=\S+ \S){_NAME})[*_]*\s*[:：][\s*_]*")
"""A line of its own: a handle, or a name of two words and more ("Note:" is none)."""
_ENUMERATOR = r"(?:#+\s*)?(?:[一二三四五六七八九十百\d]{1,3}[、.．)）]\s*)?"
_SPEECHES = tuple(
    re.compile(_ENUMERATOR + pattern)
    for pattern in (
        rf"{_NAME}['’]s? (?:remarks|speech|statement|testimony|answer|reply|address)",
        rf"(?:Remarks|Speech|Statement|Testimony|Address|Answer|Reply) (?:by|of|from) {_NAME}",
        rf"(?:Rede|Ansprache|Wortmeldung|Antwort|Stellungnahme|Erklärung) (?:von|des Abgeordneten) {_NAME}",
        rf"(?:Intervention|Discours|Allocution|Réponse|Déclaration) (?:de |d['’]){_NAME}",
        rf"(?:Intervención|Discurso|Respuesta|Declaración|Palabras) de {_NAME}",
        rf"(?:Intervento|Discorso|Risposta|Dichiarazione) di {_NAME}",
        rf"(?:Intervenção|Discurso|Resposta|Declaração) d[eao] {_NAME}",
        rf"(?:Toespraak|Betoog|Antwoord|Verklaring) van {_NAME}",
        rf"(?:Выступление|Речь|Ответ) {_NAME}",
        r"(?P<who>[\u4e00-\u9fff·]{2,10}|[A-Za-z·. ]{2,30})的(?:发言|發言|演讲|演講|讲话|講話|致辞|致辭|回答|答复)",
        r"(?P<who>[\u4e00-\u9fff\u30a0-\u30ff・]{2,14}?)(?:氏|さん)?の(?:発言|講演|演説|挨拶|スピーチ|回答)",
        r"(?P<who>[가-힣]{2,6}(?: [가-힣]{1,6})?)의 (?:발언|연설|답변)",
        r"(?:كلمة|رد|خطاب) (?P<who>[\u0621-\u064a]+(?: [\u0621-\u064a]+){0,3})",
    )
)
"""Headings that say whose words stand below. A heading that says more ("X's answer to the crisis") is none."""


_SIGNED = re.compile(
    r"\s*(?:-{2,3}|[—―–]{1,2})\s*(?P<who>(?=[A-ZÀ-ÖØ-Þ\u0400-\u042f\u3040-\u9fff\uac00-\ud7af《「])"
    r"(?:《[^》\n]{2,38}》|[^,，(（《\n]{2,40}?))\s*(?:[,，(（《][^\n]{0,80})?"
)
"""A line of its own under somebody's words: a dash and a name, perhaps with what they are or wrote; or a title."""
_ENDS = ".!?。！？…"


@dataclass(frozen=True, slots=True)
class Parts:
    """What in an article is not its author's: quotations, and (words, name of their writer) of posts."""

    quotes: tuple[Span, ...] = ()
    posts: tuple[tuple[Span, Span], ...] = ()
    titles: tuple[Span, ...] = ()
    """The first paragraph, where it only repeats the title: a heading, whatever it says."""
    called: str = ""
    """The title of the article."""


def parts_of(article: Article) -> Parts:
    """Return the block quotations and speeches of an article.

    Where quotations hold nearly all of the text they are its author's layout, or the posts of a thread; a message
    whose sender is named stays his.
    """
    covered = sum(span.end - span.start for span in article.blockquotes)
    said = (*speeches(article.text, article.asides, article.sections), *excerpts(article.sections))
    said = (*said, *taken(article.text, article.sections))
    if covered > _MOSTLY * len(article.text):
        letters = (quote for quote in article.blockquotes if _sent(article.text, quote))
        return Parts((*letters, *said), posts(article.text, article.blockquotes), title(article), article.title)
    layout = (speaks_of_itself, is_list)
    others = (quote for quote in article.blockquotes if not any(is_own(article.text, quote) for is_own in layout))
    return Parts((*others, *said), (), title(article), article.title)


def _sent(text: str, quote: Span) -> bool:
    """Say whether a quotation is a message: its header, or a line above it, names the sender, however long it is."""
    above = text.rfind("\n\n", 0, max(quote.start - 2, 0))
    before = Span(above + 2 if above >= 0 else 0, max(quote.start - 2, 0))
    opening = islice(_paragraphs(text, quote), _HEADER)
    return reply_sender(text, before) is not None or any(header_sender(text, line) is not None for line in opening)


def title(article: Article) -> tuple[Span, ...]:
    """Return the first paragraph where it only repeats the title of the article."""
    end = max(article.text.find("\n\n"), 0)
    first = article.text[:end].strip(" #\n")
    return (Span(0, end),) if first and first == article.title.strip() else ()


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


def line_author(text: str, paragraph: Span) -> Span | None:
    """Return the name in a line that holds nothing but a name and a colon, or None."""
    found = _LINE.fullmatch(text, paragraph.start, paragraph.end) if _fits(paragraph) else None
    return Span(*found.span("handle" if found["handle"] else "who")) if found else None


def signature(text: str, words: Span, line: Span) -> Span | None:
    """Return the name on a line that signs the paragraph of ``words`` right above it, or None."""
    above, below = text[words.start : words.end].rstrip(' "”’»」』'), text[line.start : line.end].rstrip()
    if above[-1:] not in _ENDS or below[-1:] in (*_ENDS, ":", "：") or line.start - words.end > 2:
        return None
    found = _SIGNED.fullmatch(text, line.start, line.start + len(below))
    return Span(*found.span("who")) if found else None


def speech_heading(text: str, paragraph: Span) -> Span | None:
    """Return the name in a heading that says whose speech or answer stands below it, or None."""
    if not _fits(paragraph):
        return None
    end = paragraph.start + len(text[paragraph.start : paragraph.end].rstrip(" :：*#"))
    found = next((m for p in _SPEECHES if (m := p.fullmatch(text, paragraph.start, end))), None)
    return Span(*found.span("who")) if found else None


def posts(text: str, quotes: Sequence[Span]) -> tuple[tuple[Span, Span], ...]:
    """Return (words, name of their writer) for each part of a quotation below a line that names its writer."""
    found: list[tuple[Span, Span]] = []
    for quote in quotes:
        writer, start = None, quote.start
        for paragraph in _paragraphs(text, quote):
            author = line_author(text, paragraph)
            if author is None:
                continue
            if writer is not None:
                found.append((Span(start, paragraph.start), writer))
            writer, start = author, paragraph.end
        if writer is not None:
            found.append((Span(start, quote.end), writer))
    return tuple(found)


def speeches(text: str, headings: Sequence[Span], sections: Sequence[Section]) -> tuple[Span, ...]:
    """Return what stands below each heading that names its speaker: its section, or up to the next heading."""
    found: list[Span] = []
    paragraphs = [p for heading in headings for p in _paragraphs(text, heading)]
    for number, paragraph in enumerate(paragraphs):
        if speech_heading(text, paragraph) is None:
            continue
        following = [p.start for p in paragraphs[number + 1 :]]
        section = next((s.end for s in sections if s.start == paragraph.start), None)
        end = section or min(following, default=len(text))
        if end > paragraph.end + 2:
            found.append(Span(paragraph.end + 2, end))
    return tuple(found)


def _paragraphs(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while start < span.end:
        end = text.find("\n\n", start, span.end)
        end = span.end if end < 0 else end
        yield Span(start, end)
        start = end + 2


def _fits(paragraph: Span) -> bool:
    return paragraph.end - paragraph.start < LONGEST
