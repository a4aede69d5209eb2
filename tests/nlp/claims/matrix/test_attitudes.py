"""Attitudes and thoughts in twelve languages, as the main job reads them. All names are invented."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.records import Claim

sys.path.insert(0, str(Path(__file__).parent))
from matrix_cases import READER, cases, who, widest


def last_widest(claims: tuple[Claim, ...]) -> Claim:
    """The longest claim of the last sentence: the one before it only introduces somebody."""
    last = [c for c in claims if c.start >= claims[-1].start or c.quoted != "none"]
    return widest(last or claims)


@pytest.mark.parametrize(("language", "case"), cases("attitudes"))
def test_what_somebody_thinks(language: str, case: dict[str, Any]) -> None:
    claim = last_widest(READER.read_text(case["text"], language).claims)
    assert (who(claim), claim.quoted) == (case["holder"], case["quoted"])
    commitment = claim.attribution[-1].commitment if claim.attribution else None
    if "negated" in case:
        assert (claim.negated != (commitment == "denies")) is case["negated"]
    if "hedged" in case:
        assert claim.hedged is case["hedged"]
    assert (commitment == "doubts") is (case.get("commitment") == "doubts")
