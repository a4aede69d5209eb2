"""Attitudes and thoughts in twelve languages, as the main job reads them. All names are invented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READER = Reader(NlpSettings(), Tagger())
MATRIX = yaml.safe_load(Path(__file__).with_name("attitudes.yaml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(language, case, id=f"{name}-{language}")
    for name, cases in MATRIX.items()
    for language, case in cases.items()
]


def last_widest(claims: tuple[Claim, ...]) -> Claim:
    """The longest claim of the last sentence: the one before it only introduces somebody."""
    last = [c for c in claims if c.start >= claims[-1].start or c.quoted != "none"]
    return max(last or claims, key=lambda c: sum(s.end - s.start for s in c.content))


@pytest.mark.parametrize(("language", "case"), CASES)
def test_what_somebody_thinks(language: str, case: dict[str, Any]) -> None:
    claim = last_widest(READER.read_text(case["text"], language).claims)
    assert (claim.holder.text if claim.holder else None, claim.quoted) == (case["holder"], case["quoted"])
    commitment = claim.attribution[-1].commitment if claim.attribution else None
    if "negated" in case:
        assert (claim.negated != (commitment == "denies")) is case["negated"]
    if "hedged" in case:
        assert claim.hedged is case["hedged"]
    assert (commitment == "doubts") is (case.get("commitment") == "doubts")
