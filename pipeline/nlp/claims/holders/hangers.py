"""What hangs on the words for whoever speaks and is no part of them, where readers of clauses take it in.

A preposition of the text in which something stands (Arabic, Chinese), the verb of a law, the outlet that somebody spoke
to (Arabic), a form of address (Korean); the day on which they said it ("3 February Mara Voss").
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.nlp.claims.words.forms import forms, spaced
from pipeline.records import Span

_FRONT = {"ar": re.compile(r"و?(?:في|(?:ي|ت)نص|نصت?)\s+(?=\w)")}
_TEXTS = (
    r"(?:.{0,12}(?:报告|声明|邮件|文章|论文|公告|通知|诉状|帖子|博文|协议|合同|判决书|备忘录|起诉书|信件|公开信|来信)"
    r"|[该这那]?封?[信函书])"
)
_BACK = {
    "ar": re.compile(
        r".*?\w(?=\s+(?:ل|إلى\s+)(?:صحيفة|جريدة|مجلة|وكالة|قناة|موقع|إذاعة|تلفزيون|شبكة)\s"
        r"|\s+لل(?:صحفيين|صحافيين|إعلام|صحافة)\b"
        r"|\s+(?:العام|الشهر|الأسبوع|السنة|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد)\s+(?:الماضي|الفائت)ة?\Z"
        r"|\s+(?:أمس|اليوم)\Z)"
    ),
    "zh": re.compile(rf"{_TEXTS}(?=(?:之?中|里面?|上)\Z)|.{{2,20}}?(?=(?:明确)?(?:规定|载明|写明)\Z)"),
    "ko": re.compile(r"[가-힣]{2,4}(?=\s?씨\Z)"),
}
"""What is left of a source, by language."""
_LAW = ("规定", "载明", "写明")


def without_hangers(text: str, source: Span, code: str) -> Span:
    """Return the words for whoever speaks without what hangs on them."""
    source = _without_times(text, source, code)
    front = _FRONT[code].match(text, source.start, source.end) if code in _FRONT else None
    start = front.end() if front is not None else source.start
    back = _BACK[code].match(text[start : source.end]) if code in _BACK else None
    if back is None or (text[start : source.end].endswith(_LAW) and text[source.end : source.end + 1] not in ":："):
        return Span(start, source.end)
    return Span(start, start + back.end())


def _without_times(text: str, source: Span, code: str) -> Span:
    """Return the words for whoever speaks without the day that comes first, and without a clause behind it."""
    for kind in ("front", "clause"):
        known = _leading(kind, code)
        match = known.match(text, source.start, source.end) if known is not None else None
        if match is None or match.end() >= source.end:
            break
        source = Span(match.end(), source.end)
    return source


@cache
def _leading(kind: str, code: str) -> re.Pattern[str] | None:
    form = forms("times")[kind].get(code)
    if form is None:
        return None
    capital = r"(?=\w)" if code == "ko" else r"(?-i:(?=[^\W\d_a-zà-öø-ÿа-яё]))"
    return re.compile(spaced(f"(?:{form}){capital}"), re.IGNORECASE)
