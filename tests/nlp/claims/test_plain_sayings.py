"""Plain sayings: who says it, in its own words and no more. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(spacy_models=()), Tagger())

PLAIN = [
    ("ar", "حذر الخبراء من أن الرافعة الجديدة ستتوقف في مايو.", "الخبراء"),
    ("ar", "شدد النقاد على أن الرافعة الجديدة صغيرة جدا.", "النقاد"),
    ("zh", "港口今年很忙。\n\n专家说，新起重机使粮价下降了12%。", "专家"),
    ("zh", "批评者坚称，新起重机很快就会停用。", "批评者"),
    ("es", "Los expertos coinciden en que la grúa nueva es demasiado pequeña.", "Los expertos"),
    ("zh", "过去有人说，港口吞噬城市。", "有人"),
    ("zh", "再比如，有人说吃海带对身体有益。", "有人"),
    ("ko", "전문가들은 새 크레인이 너무 작다고 기대한다.", "전문가들"),
    ("ko", "비평가들은 새 크레인이 곧 멈춘다고 말했다.", "비평가들"),
    ("ja", "批判者は、クレーンは三回に一回止まると述べた。", "批判者"),
]


@pytest.mark.parametrize(("language", "text", "who"), PLAIN)
def test_plain_sayings_name_who_says_so(language: str, text: str, who: str) -> None:
    claim = READER.read_text(text, language).claims[-1]
    assert claim.holder is not None
    assert (claim.holder.text, claim.quoted) == (who, "indirect")


OWN = [
    ("zh", "据说，港口今年很忙。"),
    ("zh", "如果有人说港口吞噬城市，你可以不信。"),
    ("zh", "这里有人说话的声音很大。"),
    ("es", "Las dos grúas coinciden en el puerto de mayo a junio."),
    ("ko", "가을은 항구가 바쁜 계절이다."),
    ("ar", "خرج الخبراء من الميناء في مايو."),
    ("ja", "港は三回に一回止まる。"),
]


@pytest.mark.parametrize(("language", "text"), OWN)
def test_what_nobody_says_has_no_name(language: str, text: str) -> None:
    claims = READER.read_text(text, language).claims
    assert all(c.holder is None or c.holder.kind == "anonymous" for c in claims)
