"""Numbers one by one, units without a number, and what a share is a share of."""

from __future__ import annotations

import pytest

from pipeline.nlp.quantities import measured, named_units, numbers, read


@pytest.mark.parametrize(
    ("text", "lang", "values"),
    [
        ("100 bis 300 Milliarden Sterne", "de", [100, 300_000_000_000]),
        ("84.8 ± 0.5 %", "en", [84.8, 0.5]),
        ("二千十八年五月十七日", "ja", [2018, 5, 17]),
        ("第十の刃", "ja", [10]),
        ("5 March 2024", "en", [5, 2024]),
    ],
)
def test_each_number_stands_alone(text: str, lang: str, values: list[float]) -> None:
    found = numbers(text, lang)
    assert [float(value) for _, _, value in found] == values
    assert all(0 <= start < end <= len(text) for start, end, _ in found)


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        ("They pay by the barrel.", "en", ["barrel"]),
        ("Se paga por barril.", "es", ["barrel"]),
        ("Nothing is paid.", "en", []),
    ],
)
def test_units_without_a_number_are_named(text: str, lang: str, names: list[str]) -> None:
    assert [name for _, _, name in named_units(text, lang)] == names


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("A third of the users left.", "users"),
        ("Half the towns agreed.", "towns"),
        ("One fourth of the Harbor population is old.", "Harbor population"),
        ("A third of it is gone.", None),
    ],
)
def test_a_fraction_is_a_part_of_its_whole(text: str, whole: str | None) -> None:
    assert measured(text, read(text, "en")[0], "en") == whole
