"""Holders, and what is no claim, in twelve languages, as the main job reads them. All names are invented."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from matrix_cases import READER, cases, who, widest


@pytest.mark.parametrize(("language", "case"), cases("holders"))
def test_who_holds_it_if_it_is_a_claim(language: str, case: dict[str, Any]) -> None:
    claims = READER.read_text(case["text"], language).claims
    if case.get("claims") == 0:
        assert claims == ()
        return
    claim = widest(claims)
    assert (who(claim), claim.quoted) == (case["holder"], case["quoted"])
    if "negated" in case:  # where it is arguable, it is left open
        assert (claim.negated, bool(claim.hedged)) == (case["negated"], case["hedged"])
