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
    # names and bodies that only look so
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
