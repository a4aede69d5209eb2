"""Hedges, negations and what is neither, in twelve languages, as the main job reads them. All names are invented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(), Tagger())
MATRIX = yaml.safe_load(Path(__file__).with_name("hedges.yaml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(language, case, id=f"{name}-{language}")
    for name, cases in MATRIX.items()
    for language, case in cases.items()
]


@pytest.mark.parametrize(("language", "case"), CASES)
def test_hedged_or_negated_or_neither(language: str, case: dict[str, Any]) -> None:
    claims = [
        c
        for c in READER.read_text(case["text"], language).claims
        if case.get("quoted") != "direct" or c.quoted == "direct"
    ]
    claim = max(claims, key=lambda c: sum(s.end - s.start for s in c.content))
    found = {
        "holder": claim.holder.text if claim.holder else None,
        "quoted": claim.quoted,
        "negated": claim.negated,
        "hedged": bool(claim.hedged),
    }
    assert {key: found[key] for key in found.keys() & case.keys()} == {key: case[key] for key in case if key in found}
