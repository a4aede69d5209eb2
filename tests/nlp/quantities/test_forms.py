"""Every form of number that newsletters use, in twelve languages, as ``data/forms.txt`` lists them.

A line is ``language | sentence | words = reading; …``; no reading means that nothing there is a quantity. A reading
is ``~`` for about, a bound, the value (or low..high; low.. where nobody says how many), the unit, ``/`` and what a
rate is per, and the maximum of a score.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from pipeline.nlp.quantities import read
from pipeline.records import LANGUAGES, Quantity

LINES = [
    line for line in (Path(__file__).parent / "data/forms.txt").read_text("utf-8").splitlines() if line[:1] not in "#"
]
FORMS = [tuple(part.strip() for part in (line + " ").split(" | ", 2)) for line in LINES]


def say(quantity: Quantity) -> str:
    if quantity.kind == "date":
        return f"{quantity.text} = date {quantity.date}"
    value = f"{quantity.value:f}" if quantity.value is not None else ""
    ends = f"{quantity.low:f}.." if quantity.low is not None else ""
    ends += f"{quantity.high:f}" if quantity.high is not None else ""
    parts = [
        ("~" if quantity.approximate else "") + (quantity.bound or "") + value,
        ends,
        "rank" if quantity.kind == "rank" else quantity.currency or quantity.unit or "",
        f"/{quantity.per}" if quantity.per else "",
        f"of {quantity.maximum:f}" if quantity.maximum is not None else "",
    ]
    return f"{quantity.text} = {' '.join(filter(None, parts))}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_forms(lang: str) -> None:
    mine = [form for form in FORMS if form[0] == lang]
    assert {text: "; ".join(map(say, read(text, lang))) for _, text, _ in mine} == {
        text: want for _, text, want in mine
    }


def test_spans_are_those_of_the_composed_text() -> None:
    for lang, text, _ in FORMS:
        assert unicodedata.is_normalized("NFC", text), text
        assert all(text[q.start : q.end] == q.text for q in read(text, lang))


def test_all_languages_are_there() -> None:
    assert min(Counter(form[0] for form in FORMS).values()) >= 20
    assert {form[0] for form in FORMS} == set(LANGUAGES)
