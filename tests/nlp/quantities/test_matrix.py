"""Plain numbers and comparisons, in twelve languages. All names and texts are invented."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.nlp.quantities import read
from pipeline.records import Comparison, Quantity

MATRIX = yaml.safe_load(Path(__file__).with_name("matrix.yaml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(language, case, id=f"{name}-{language}")
    for name, by_language in MATRIX.items()
    for language, case in by_language.items()
]


@pytest.mark.parametrize(("language", "case"), CASES)
def test_plain_numbers(language: str, case: dict[str, Any]) -> None:
    text = case["text"]
    found = read(text, language)
    assert [q.text for q in found] == [wanted["text"] for wanted in case["quantities"]]
    for quantity, wanted in zip(found, case["quantities"], strict=True):
        assert text[quantity.start : quantity.end] == quantity.text
        assert amount(quantity) == {
            key: value for key, value in (EMPTY | wanted).items() if key not in ("text", "frame")
        }
        if wanted.get("frame") != "unchecked":
            assert frame(quantity.comparison, wanted.get("frame")) == wanted.get("frame")


EMPTY = dict.fromkeys(("value", "low", "high", "date", "unit", "bound", "per")) | {"approximate": False}


def amount(quantity: Quantity) -> dict[str, Any]:
    """Return what the matrix says of an amount, its numbers as they are written there."""
    return {key: _written(getattr(quantity, key)) for key in (*EMPTY, "kind")}


def _written(value: object) -> object:
    return str(value) if isinstance(value, Decimal) else value


def frame(comparison: Comparison | None, wanted: dict[str, str | None] | None) -> dict[str, str | None] | None:
    """Return the parts of a frame that the matrix names, as their words."""
    if comparison is None:
        return None
    parts = {key: getattr(comparison, key) for key in wanted or ("subject", "baseline", "measure", "direction")}
    return {key: part if isinstance(part, str | None) else part.text for key, part in parts.items()}
