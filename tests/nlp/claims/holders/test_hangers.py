"""What hangs on the words for whoever speaks is no part of them. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp.claims.holders.hangers import without_hangers
from pipeline.records import Span

CASES = [
    ("ar", "في الرسالة", "الرسالة", ""),
    ("ar", "ينص الميثاق", "الميثاق", ""),
    ("ar", "مارا فوس لصحيفة بريد الميناء", "مارا فوس", ""),
    ("ar", "مارا فوس للصحفيين", "مارا فوس", ""),
    ("zh", "信中", "信", "写道"),
    ("zh", "公司的报告中", "公司的报告", "写道"),
    ("zh", "章程规定", "章程", "：“每户有一份。”"),
    ("ko", "박세온 씨", "박세온", "는"),
    # the day of saying
    ("en", "3 February Mara Voss", "Mara Voss", ""),
    ("en", "May 14, 2024, Mara Voss", "Mara Voss", ""),
    ("es", "El 3 de febrero Mara Voss", "Mara Voss", ""),
    ("es", "3 años Mara Voss", "Mara Voss", ""),
    ("pt", "3 anos Mara Voss", "Mara Voss", ""),
    ("ru", "Два года назад Илья Брандт", "Илья Брандт", ""),
    ("ru", "3 февраля Мара Восс", "Мара Восс", ""),
    ("ru", "14 мая 2024 года Мара Восс", "Мара Восс", ""),
    ("ko", "3년 전 마라 보스", "마라 보스", "는"),
    ("ko", "2월 3일 마라 보스", "마라 보스", "는"),
    ("ko", "지난해 마라 보스", "마라 보스", "는"),
    ("ko", "2년 전 연구소를 세운 마라 보스", "마라 보스", "는"),
    ("ko", "한때 은행을 이끌었던 마라 보스", "마라 보스", "는"),
    ("ar", "توبين هيل العام الماضي", "توبين هيل", ""),
    ("ar", "مارا فوس أمس", "مارا فوس", ""),
    # names and bodies that only look so
    ("en", "May Voss", "May Voss", ""),
    ("en", "3 researchers", "3 researchers", ""),
    ("es", "3 años de trabajo", "3 años de trabajo", ""),
    ("ru", "два исследователя", "два исследователя", ""),
    ("ru", "Март Восс", "Март Восс", ""),
    ("ko", "한때", "한때", ""),
    ("ko", "연구소를 세운 사람들은", "연구소를 세운 사람들은", ""),
    ("ar", "المدير العام للشركة", "المدير العام للشركة", ""),
    ("ar", "فيصل الموج", "فيصل الموج", ""),
    ("zh", "李文中", "李文中", "说"),
    ("zh", "新规定", "新规定", "显示"),
    ("ko", "김씨", "김씨", "는"),
    ("en", "The letter", "The letter", " reads"),
]


@pytest.mark.parametrize(("language", "source", "left", "behind"), CASES)
def test_only_whoever_speaks_is_left(language: str, source: str, left: str, behind: str) -> None:
    text = source + behind
    found = without_hangers(text, Span(0, len(source)), language)
    assert text[found.start : found.end] == left
