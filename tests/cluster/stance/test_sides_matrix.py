"""Plain ways to take a side in twelve languages, as reader and judge understand them before any score.

Constructions as in a CheckList (Ribeiro et al. 2020): whether P is turned is a matter of who denies, doubts or rebuts
it, and must not depend on what P says. All names are invented.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.cluster.stance import sense
from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READER = Reader(NlpSettings(), Tagger())
MATRIX = yaml.safe_load(Path(__file__).with_name("sides.yaml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(language, case, id=f"{name}-{language}")
    for name, cases in MATRIX.items()
    for language, case in cases.items()
]


def _is_by(claim: Claim, who: str) -> bool:
    if claim.holder is None or claim.holder.kind == "author":
        return who == "author"
    return who in claim.holder.text


@pytest.mark.parametrize(("language", "case"), CASES)
def test_whose_side_is_told_by_what_is_judged_and_whether_it_is_turned(language: str, case: dict[str, Any]) -> None:
    claims = [c for c in READER.read_text(case["text"], language).claims if _is_by(c, case["who"])]
    expected = [(case["judged"], case["turned"])] if "judged" in case else []
    assert [(sense(c).text, sense(c).turned) for c in claims] == expected
