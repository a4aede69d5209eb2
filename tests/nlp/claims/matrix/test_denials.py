"""Denials, and what only looks like one, in twelve languages, as the main job reads them. All names are invented."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.records import Claim

sys.path.insert(0, str(Path(__file__).parent))
from matrix_cases import READER, cases, who, widest


def stands_against(claim: Claim) -> bool:
    """Whether its holder denies what it says, be it by the cue, by a negation of its own, or as a whole ("a myth")."""
    denies = bool(claim.attribution) and claim.attribution[-1].commitment in ("denies", "doubts")
    return denies != claim.negated or any(e.label == "rebuttal" for e in claim.evidence)


@pytest.mark.parametrize(("language", "case"), cases("denials"))
def test_who_stands_against_it(language: str, case: dict[str, Any]) -> None:
    claims = READER.read_text(case["text"], language).claims
    if case["holder"] is None:
        assert {who(c) for c in claims} <= {None}
        if not claims:  # nobody says anything, nor does the author
            assert "negated" not in case
            return
    fitting = [c for c in claims if who(c) == case["holder"] and case.get("quoted") in (None, c.quoted)]
    claim = widest(fitting)
    assert bool(claim.hedged) == case["hedged"]
    if "negated" in case:
        assert stands_against(claim) == case["negated"]
