"""What the matrices share: one reader, and the cases of a table ``{construction: {language: case}}``."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READER = Reader(NlpSettings(), Tagger())


def cases(*tables: str) -> list:
    """Return a parameter (language, case) for each case of the tables beside this file."""
    found = []
    for table in tables:
        matrix = yaml.safe_load(Path(__file__).with_name(f"{table}.yaml").read_text(encoding="utf-8"))
        found += [
            pytest.param(language, case, id=f"{name}-{language}")
            for name, by_language in matrix.items()
            for language, case in by_language.items()
        ]
    return found


def widest(claims: list[Claim] | tuple[Claim, ...]) -> Claim:
    """Return the claim that asserts most words."""
    return max(claims, key=lambda c: sum(s.end - s.start for s in c.content))


def who(claim: Claim) -> str | None:
    """Return the holder's words; None for the author."""
    return claim.holder.text if claim.holder else None
