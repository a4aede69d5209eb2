"""Who speaks, in harder plain forms, in twelve languages, as the main job reads them. All names are invented."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from matrix_cases import READER, cases, who, widest


@pytest.mark.parametrize(("language", "case"), cases("speakers"))
def test_who_speaks(language: str, case: dict[str, Any]) -> None:
    claims = READER.read_text(case["text"], language).claims
    # What an author says before it introduces somebody.
    claim = widest([c for c in claims if c.quoted != "none"] or claims)
    assert (who(claim), claim.quoted) == (case["holder"], case["quoted"])
    assert [other.text for other in claim.joint] == case.get("joint", [])
    if "negated" in case:
        assert (claim.negated, bool(claim.hedged)) == (case["negated"], case["hedged"])
