"""Parts of a text that reprint what others wrote, and block quotations that reprint nobody.

A digest has sections of quotations, each signed; a newsletter sets words about itself as a block quotation. A document
that is reprinted whole below an editor's note is none of them: its words are those of the article itself, and so are
the articles that a digest ("文摘") retells in its own words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.records import Section, Span

_EXCERPTS = re.compile(
    r"[\W\d_]*(?:言论|语录|摘录|金句|excerpts?|quot(?:es?|ations?)(?: of the (?:day|week|month))?"
    r"|zitate?(?: (?:der woche|des tages|des monats))?|citations?(?: (?:de la semaine|du jour|du mois))?"
    r"|citas?(?: (?:de la semana|del día))?|citazion[ei](?: della settimana)?|citaç(?:ão|ões)(?: da semana)?"
    r"|citat?en?(?: van de week)?|цитат[аы](?: недели| дня)?|名言|今週の言葉|引用|(?:오늘|이주)의 (?:명언|말)|명언|인용"
    r"|اقتباسات?|أقوال)[\W_]*",
    re.I,
)
"""Titles of such sections."""
_TAKEN = re.compile(
    r"(?:下面|以下|下文)(?:是|为)[^。\n]{0,30}(?:摘录|摘抄|节选|选段)|(?:下面|以下|下文)(?:内容)?(?:摘自|节选自|选自)"
    r"|以下は[^。\n]{0,40}抜粋|(?:다음은|아래는) [^.\n]{0,40}발췌|(?:فيما يلي|أدناه) (?:\w+ )?مقتطف"
    r"|\b(?:(?:following|below|follows|here) (?:is|are)|here[’']s)[, ]+(?:\w+ ){0,3}(?:excerpt|extract|passage)s?\b"
    r"|\b(?:folgende[rsn]?|im folgenden|es (?:folgt|folgen)|hier)[, ]+(?:\w+ ){0,3}(?:auszug|auszüge)\b"
    r"|\b(?:voici|ci-dessous|ce qui suit est)[, ]+(?:\w+ ){0,3}extraits?\b"
    r"|\b(?:a continuación|est[eo]s? (?:es|son)|aquí|lo que sigue es)[, ]+(?:\w+ ){0,4}(?:extracto|fragmento)s?\b"
    r"|\b(?:di seguito|ecco|quello che segue è)[, ]+(?:\w+ ){0,3}(?:estratt[oi]|bran[oi])\b"
    r"|\b(?:a seguir|eis|abaixo|o que se segue é)[, ]+(?:\w+ ){0,3}(?:excerto|trecho)s?\b"
    r"|\b(?:hieronder|hier|wat volgt is)[, ]+(?:\w+ ){0,3}(?:fragment(?:en)?|uittreksels?)\b"
    r"|\b(?:ниже|далее)[, ]+(?:\w+ ){0,3}(?:отрыв(?:ок|ки)|выдержк[аи])\b",
    re.I,
)
"""What the last sentence of a paragraph says of the paragraphs below it: that they are taken from somebody's text."""
_TAIL = 90
"""Most characters of such a sentence behind those words ("of her speech at the harbour")."""
_ITSELF = re.compile(
    r"reading time|past issues|unsubscribe|(?:this|our) (?:newsletter|website|archive)|abbestellen|(?:dieser|unser)"
    r" newsletter|désabonner|(?:cette|notre) newsletter|(?:este|nuestro|nosso) boletín|(?:questa|nostra) newsletter"
    r"|(?:deze|onze) nieuwsbrief|(?:этой|нашей) рассылк|本周刊|本期周刊|本ニュースレター|이 뉴스레터|هذه النشرة",
    re.I,
)


_SENTENCE = re.compile(r"[.!?…](?=[\s\"”»’)\]]|\Z)|[。！？؟;；]")
_ITEMS = 3
_LINE = 80
"""Fewest topics of a list, and most characters of one."""


def speaks_of_itself(text: str, quote: Span) -> bool:
    """Tell whether a block quotation is a newsletter's own layout: it speaks of the newsletter."""
    return _ITSELF.search(text, quote.start, quote.end) is not None


def is_list(text: str, quote: Span) -> bool:
    """Tell whether a block quotation is a list of topics: short lines, or titles between commas, and no sentence."""
    words = text[quote.start : quote.end].strip()
    if _SENTENCE.search(words) is not None:
        return False
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if len(lines) >= _ITEMS:
        return all(len(line) <= _LINE for line in lines)
    items = [item.strip() for item in words.split(", ")]
    titled = [item for item in items if item and not item[0].islower() and len(item) <= _LINE]
    return len(lines) == 1 and len(items) >= _ITEMS and len(titled) * 4 >= len(items) * 3


def excerpts(sections: Sequence[Section]) -> tuple[Span, ...]:
    """Return the parts of a digest whose titles say that they reprint what others wrote."""
    return tuple(Span(s.start, s.end) for s in sections if _EXCERPTS.fullmatch(s.title.strip()) is not None)


def taken(text: str, sections: Sequence[Section]) -> tuple[Span, ...]:
    """Return what stands below a paragraph that ends in "what follows is an excerpt", to the end of its section.

    Without sections nothing shows where the excerpt ends, and none is returned.
    """
    found = []
    for match in _TAKEN.finditer(text):
        end = text.find("\n\n", match.end())
        around = [s for s in sections if s.start <= match.start() < s.end]
        if 0 <= end <= match.end() + _TAIL and around:
            found.append(Span(end + 2, max(min(s.end for s in around), end + 2)))
    return tuple(span for span in found if span.end > span.start)


def is_taken(text: str, start: int) -> bool:
    """Tell whether the paragraph right before ``start`` says that an excerpt follows."""
    first = text.rfind("\n\n", 0, max(0, start - 2)) + 1
    return any(start - match.end() <= _TAIL for match in _TAKEN.finditer(text, first, start))
