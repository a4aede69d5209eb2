"""Quotations, plain and harder, in twelve languages, as the main job reads them. All names are invented."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from matrix_cases import READER, cases, who, widest


@pytest.mark.parametrize(("language", "case"), cases("quotations", "quotations_harder"))
def test_who_is_quoted_in_whose_words(language: str, case: dict[str, Any]) -> None:
    claims = READER.read_text(case["text"], language).claims
    if case.get("claims") == 0:
        assert claims == ()
        return
    # Where a quotation is meant, the longest within quotation marks.
    claim = widest([c for c in claims if case["quoted"] != "direct" or c.quoted == "direct"])
    assert who(claim) == case["holder"]
    assert (claim.quoted, claim.negated, bool(claim.hedged)) == (case["quoted"], case["negated"], case["hedged"])
