"""Harder quotations in twelve languages, as the main job reads them. All names are invented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READER = Reader(NlpSettings(), Tagger())
MATRIX = yaml.safe_load(Path(__file__).with_name("quotations_harder.yaml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(language, case, id=f"{name}-{language}")
    for name, cases in MATRIX.items()
    for language, case in cases.items()
]


def widest(claims: tuple[Claim, ...], quoted: str) -> Claim:
    """The longest claim; where a quotation is meant, the longest within quotation marks."""
    fitting = [c for c in claims if quoted != "direct" or c.quoted == "direct"]
    return max(fitting, key=lambda c: sum(s.end - s.start for s in c.content))


@pytest.mark.parametrize(("language", "case"), CASES)
def test_a_harder_quotation(language: str, case: dict[str, Any]) -> None:
    claims = READER.read_text(case["text"], language).claims
    if case.get("claims") == 0:
        assert claims == ()
        return
    claim = widest(claims, case["quoted"])
    assert (claim.holder.text if claim.holder else None) == case["holder"]
    assert (claim.quoted, claim.negated, bool(claim.hedged)) == (case["quoted"], case["negated"], case["hedged"])
