"""Denials, and what only looks like one, in twelve languages, as the main job reads them. All names are invented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READER = Reader(NlpSettings(), Tagger())
MATRIX = yaml.safe_load(Path(__file__).with_name("denials.yaml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(language, case, id=f"{name}-{language}")
    for name, cases in MATRIX.items()
    for language, case in cases.items()
]


def who(claim: Claim) -> str | None:
    return claim.holder.text if claim.holder else None


def stands_against(claim: Claim) -> bool:
    """Whether its holder denies what it says, be it by the cue, by a negation of its own, or as a whole ("a myth")."""
    denies = bool(claim.attribution) and claim.attribution[-1].commitment in ("denies", "doubts")
    return denies != claim.negated or any(e.label == "rebuttal" for e in claim.evidence)


@pytest.mark.parametrize(("language", "case"), CASES)
def test_who_stands_against_it(language: str, case: dict[str, Any]) -> None:
    claims = READER.read_text(case["text"], language).claims
    if case["holder"] is None:
        assert {who(c) for c in claims} <= {None}
        if not claims:  # nobody says anything, nor does the author
            assert "negated" not in case
            return
    fitting = [c for c in claims if who(c) == case["holder"] and case.get("quoted") in (None, c.quoted)]
    claim = max(fitting, key=lambda c: sum(s.end - s.start for s in c.content))
    assert bool(claim.hedged) == case["hedged"]
    if "negated" in case:
        assert stands_against(claim) == case["negated"]
