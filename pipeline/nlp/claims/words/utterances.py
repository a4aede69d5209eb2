"""Short words between marks in Chinese, Japanese and Korean: an utterance, or a term that is only borrowed.

Where words are not parted their number tells nothing. What shows an utterance there is grammar: its last word is a
predicate, and the particle of quotation (「…」と, "…"라고) or the end of the clause (“…”。) follows the closing mark.
"""

from __future__ import annotations

import re

from pipeline.nlp.claims.words.quotes import Quote
from pipeline.records import Span

_KANA, _HANGUL = re.compile(r"[\u3040-\u30ff]"), re.compile(r"[\uac00-\ud7af]")
_PREDICATES = {
    "ja": re.compile(
        r"[うくぐすつぬぶむるただいん](?:[よねぞなわさ]|よね|から|けど|が)?[。！!？?]?$|(?:です|ます|ません)[よねか]?[。！!？?]?$"
        r"|[^はがを]{1,8}[はがを][^はがを]"
    ),
    "ko": re.compile(r"(?:[다요죠까네자라]|않음|없음|있음|[가-힣]함)[.!?]?$"),
    "zh": re.compile(
        r"是|不|没有|沒有|将|會|会|可以|必须|应该|应当|已经|正在|需要|太|很|[了吧啊呢吗][。！!？?]?$|[。！!？?]$"
    ),
}
_FOLLOWED = {
    "ja": re.compile(r"(?:と|って)(?!呼|名付|名づけ|題|称|いう名|いう言葉で呼)"),
    "ko": re.compile(r"(?:이?라고|고|이?라며|며|면서|이?라는|는)(?![가-힣])(?! (?:부르|불리|불렀|칭하|칭했|이름))"),
    "zh": re.compile(r"\s*(?:[。，,；;！？!?、\n]|$|[^，。]{1,12}(?:说|道|称|表示|认为|指出|强调|写))"),
}
"""What follows the closing mark of an utterance; names and labels take the same particles ("「壁」と呼ぶ")."""
_FEWEST = {"ja": 3, "ko": 2, "zh": 4}
_TAIL = re.compile(r"(?<=[」』”\"])(?:と(?:いう\w*|は|も)?|って|이?라고|고|이?라며|며|이?라는|는)$")
_REPORTED = re.compile(r"(?<=[うくぐすつぬぶむるただい])と\Z|(?<=다)고\Z")
_OPENING = '「『“"'
_PARTIAL = re.compile(
    r"(?:[はがもばら]|(?<!つい|対し|とし|よっ|関し)ても?|ので|から|[가-힣](?:은|는|이|가)\s?|[다라으]면\s?)[、,]?\s?$"
)
_TOPIC = re.compile(r"^[^はが은는]*(?:[はが]|[은는](?=\s))、?\s?")
_AFTER = 24
"""Characters behind the closing mark that are looked at."""


def is_utterance(text: str, quote: Quote) -> bool:
    """Tell whether the words between marks are said."""
    inner, after = text[quote.inner_start : quote.inner_end].strip(), text[quote.end : quote.end + _AFTER]
    japanese = after[:1] in ("と", "っ") or _KANA.search(inner) is not None
    code = "ja" if japanese else "ko" if _HANGUL.search(inner) else "zh"
    clause = len(inner) >= _FEWEST[code] and _PREDICATES[code].search(inner) is not None
    return clause and _FOLLOWED[code].match(after) is not None


def completes(before: str) -> bool:
    """Tell whether the words between marks only complete a clause ("性能は「鈍る」と") or follow a condition.

    ``before``: what stands between the topic of who says so and the marks.
    """
    return _PARTIAL.search(before) is not None


def without_topic(before: str) -> str:
    """Return what stands before the marks without the topic that opens it."""
    return _TOPIC.sub("", before, count=1)


def without_particle(text: str, span: Span, cue: Span | None = None) -> Span:
    """Return reported words without the particle of quotation behind marks, or before the ``cue``."""
    bare = _REPORTED.search(text, span.start, span.end) if cue is not None else None
    if bare is not None and cue is not None and 0 <= cue.start - bare.end() <= 1:
        return Span(span.start, bare.start())
    found = _TAIL.search(text[span.start : span.end])
    marked = text[span.start : span.start + 1] in _OPENING or text[max(0, span.start - 1) : span.start] in tuple(
        _OPENING
    )
    return Span(span.start, span.start + found.start()) if found is not None and marked else span
