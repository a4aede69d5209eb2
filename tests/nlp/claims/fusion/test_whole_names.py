"""Names that the learned reader cuts. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp.claims.fusion.whole_names import whole_names, whole_unparted
from pipeline.nlp.claims.words import lexicon as lexicons
from pipeline.records import Passage, Span

CUT = [
    ("en", "Mara Voss and Dana Reyes said so.", "Mara Voss and", "Mara Voss and Dana Reyes"),
    ("de", "Mara Voss und Dana Reyes sagten es.", "Mara Voss und", "Mara Voss und Dana Reyes"),
    ("es", "Mara Voss y Dana Reyes lo dijeron.", "Mara Voss y", "Mara Voss y Dana Reyes"),
    ("pt", "Mara Voss e Dana dos Reis disseram isso.", "Mara Voss e", "Mara Voss e Dana"),
    ("ru", "Мара Восс и Дана Рейес сказали это.", "Мара Восс и", "Мара Восс и Дана Рейес"),
    ("fr", "Mara Voss et Dana de Quillon le disent.", "Mara Vo", "Mara Voss"),
    ("it", "Mara Voss e il porto lo dicono.", "Mara Voss e", "Mara Voss e"),
    ("nl", "De krant en Dana Reyes zeggen het.", "krant en", "krant en"),
]


@pytest.mark.parametrize(("language", "text", "cut", "whole"), CUT)
def test_a_name_that_ends_at_and_goes_on(language: str, text: str, cut: str, whole: str) -> None:
    lexicon = lexicons.load(language)
    assert lexicon is not None
    start = text.index(cut)
    found = whole_names(text, Span(start, start + len(cut)), lexicon)
    assert text[found.start : found.end] == whole


UNPARTED = [
    ("ko", "전문가들은 항구가 비었다고 말했다.", "전문가들은", "말했다", "전문가들"),
    ("ko", "전문가들은 항구가 비었다고 말했다.", "전문가", "말했다", "전문가들"),
    ("ko", "전문가들은 항구는 비었다고 말했다.", "전문가들은 항구", "말했다", "전문가들"),
    ("ko", "김하은이 항구가 비었다고 말했다.", "김하은", "말했다", "김하은"),
    ("ko", "박서윤은 항구가 비었다고 말했다.", "박서윤은", "말했다", "박서윤"),
    ("ko", "전문가 조민재는 항구가 비었다고 말했다.", "전문가 조민재", "말했다", "전문가 조민재"),
    ("ja", "批判者は港は空だと述べた。", "批判者は港", "述べた", "批判者"),
    ("ja", "はるか氏は港は空だと述べた。", "はるか氏", "述べた", "はるか氏"),
    ("zh", "正如她在专栏中写的那样。", "她在", "写", "她"),
    ("zh", "很多分析师称港口空了。", "很", "称", "很多分析师"),
    ("zh", "李雨桐指出港口空了。", "雨桐", "指出", "李雨桐"),
    ("zh", "但雨桐指出港口空了。", "雨桐", "指出", "雨桐"),
    ("zh", "昨天，雨桐指出港口空了。", "雨桐", "指出", "雨桐"),
]


@pytest.mark.parametrize(("language", "text", "cut", "cue", "whole"), UNPARTED)
def test_a_name_without_its_particle_and_with_all_its_signs(
    language: str, text: str, cut: str, cue: str, whole: str
) -> None:
    lexicon = lexicons.load(language)
    assert lexicon is not None
    start, at = text.index(cut), text.index(cue)
    passage = Passage(0, len(text), language, 0)
    found = whole_unparted(text, Span(start, start + len(cut)), Span(at, at + len(cue)), passage, lexicon)
    assert found is not None
    assert text[found.start : found.end] == whole


def test_a_lone_syllable_of_korean_is_no_name() -> None:
    lexicon = lexicons.load("ko")
    assert lexicon is not None
    text = "칼럼에 쓴 대로 항구는 비었다."
    at = text.index("대")
    assert whole_unparted(text, Span(at, at + 1), None, Passage(0, len(text), "ko", 0), lexicon) is None
