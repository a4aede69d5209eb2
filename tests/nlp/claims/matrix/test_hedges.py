"""Hedges, negations and what is neither, in twelve languages, as the main job reads them. All names are invented."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from matrix_cases import READER, cases, who, widest


@pytest.mark.parametrize(("language", "case"), cases("hedges"))
def test_hedged_or_negated_or_neither(language: str, case: dict[str, Any]) -> None:
    claims = READER.read_text(case["text"], language).claims
    claim = widest([c for c in claims if case.get("quoted") != "direct" or c.quoted == "direct"])
    found = {"holder": who(claim), "quoted": claim.quoted, "negated": claim.negated, "hedged": bool(claim.hedged)}
    assert {key: found[key] for key in found.keys() & case.keys()} == {key: case[key] for key in case if key in found}
