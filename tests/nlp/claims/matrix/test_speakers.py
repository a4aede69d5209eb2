"""Who speaks, in harder plain forms, in twelve languages, as the main job reads them. All names are invented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READER = Reader(NlpSettings(), Tagger())
MATRIX = yaml.safe_load(Path(__file__).with_name("speakers.yaml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(language, case, id=f"{name}-{language}")
    for name, cases in MATRIX.items()
    for language, case in cases.items()
]


def last_widest(claims: tuple[Claim, ...]) -> Claim:
    """The longest claim of those that somebody says, if there are any: an author's before it introduces somebody."""
    said = [c for c in claims if c.quoted != "none"]
    return max(said or claims, key=lambda c: sum(s.end - s.start for s in c.content))


@pytest.mark.parametrize(("language", "case"), CASES)
def test_who_speaks(language: str, case: dict[str, Any]) -> None:
    claim = last_widest(READER.read_text(case["text"], language).claims)
    assert (claim.holder.text if claim.holder else None, claim.quoted) == (case["holder"], case["quoted"])
    assert [who.text for who in claim.joint] == case.get("joint", [])
    if "negated" in case:
        assert (claim.negated, bool(claim.hedged)) == (case["negated"], case["hedged"])
