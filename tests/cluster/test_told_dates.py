"""Plain ways to tell when something was said, in twelve languages, through the real reader.

Constructions as in a CheckList (Ribeiro et al. 2020). All names are invented.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from cluster_reading import PRINTED, read

from pipeline.cluster.statements import Statement
from pipeline.cluster.timing import older, said
from pipeline.cluster.told_dates import told

MATRIX = yaml.safe_load(Path(__file__).with_name("told_dates.yaml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(language, text, cases["when"], id=f"{name}-{language}")
    for name, cases in MATRIX.items()
    for language, text in cases.items()
    if language != "when"
]


def statement(text: str, language: str) -> Statement:
    """The widest claim of somebody who is named."""
    named = [s for s in read(text, language) if s.claim.holder and s.claim.holder.kind == "named"]
    return max(named, key=lambda s: len(s.content))


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_when_it_was_said(language: str, text: str, expected: str | list[str]) -> None:
    found = statement(text, language)
    day = said(found)
    if isinstance(expected, list):
        assert day is not None
        assert [str(day.first), str(day.last)] == expected
    elif expected == "undated":
        assert day is not None
        assert day.last is None
    elif expected == "older":
        assert older(day, found)
    else:
        assert not older(day, found)
        assert expected == "recent" or day is None or day.last == PRINTED.date()


@pytest.mark.parametrize(
    ("text", "language", "printed", "first", "last"),
    [
        ("in March", "en", date(2025, 2, 20), "2024-03-01", "2024-03-31"),
        ("last March", "en", date(2025, 3, 20), "2024-03-01", "2024-03-31"),
        ("im Dezember", "de", date(2025, 12, 5), "2025-12-01", "2025-12-05"),
        ("last winter", "en", date(2025, 3, 15), "2024-12-01", "2025-02-28"),
        ("im Winter", "de", date(2025, 1, 15), "2024-12-01", "2025-01-15"),
        ("last spring", "en", date(2025, 4, 15), "2024-03-01", "2024-05-31"),
        ("the year before last", "en", date(2025, 4, 15), "2023-01-01", "2023-12-31"),
        ("一昨年", "ja", date(2025, 4, 15), "2023-01-01", "2023-12-31"),
        ("twenty years ago", "en", date(2025, 3, 15), "2004-09-19", "2005-09-18"),
        ("earlier this month", "en", date(2025, 3, 2), "2025-03-01", "2025-03-02"),
        ("this year", "en", date(2025, 1, 9), "2025-01-01", "2025-01-09"),
        ("a few years ago", "en", date(2025, 3, 15), "2016-03-17", "2023-03-16"),
    ],
)
def test_a_date_is_seen_from_the_day_of_printing(text, language, printed, first, last):
    found = told(text, language, printed)
    assert found is not None
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Voss may have marched on", "en"),
        ("in der Mark, sagte Voss", "de"),
        ("na segunda fase do projeto, disse Voss", "pt"),
        ("in the fall of prices, said Voss,", "en"),
        ("3か月の間に、", "ja"),
        ("3个月内，", "zh"),
        ("3月期の決算で", "ja"),
    ],
)
def test_what_only_looks_like_a_date_is_none(text, language):
    assert told(text, language, date(2025, 3, 15)) is None
