"""Holders, and what is no claim, in twelve languages, as the main job reads them. All names are invented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(), Tagger())
MATRIX = yaml.safe_load(Path(__file__).with_name("holders.yaml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(language, case, id=f"{name}-{language}")
    for name, cases in MATRIX.items()
    for language, case in cases.items()
]


@pytest.mark.parametrize(("language", "case"), CASES)
def test_who_holds_it_if_it_is_a_claim(language: str, case: dict[str, Any]) -> None:
    claims = READER.read_text(case["text"], language).claims
    if case.get("claims") == 0:
        assert claims == ()
        return
    claim = max(claims, key=lambda c: sum(s.end - s.start for s in c.content))
    assert (claim.holder.text if claim.holder else None, claim.quoted) == (case["holder"], case["quoted"])
    if "negated" in case:  # where it is arguable, it is left open
        assert (claim.negated, bool(claim.hedged)) == (case["negated"], case["hedged"])
