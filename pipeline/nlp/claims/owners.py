"""Whose words "his dream", "her answer" are: of the one to whom they belong, not of a dream."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from pipeline.packaged import read_yaml


@cache
def _forms(code: str) -> Mapping[str, re.Pattern[str]]:
    """Return by gender what names something that somebody thinks or says; nothing for a language without."""
    text = (resources.files("pipeline.nlp.claims") / "data" / "owners.yaml").read_text(encoding="utf-8")
    data = read_yaml(text)
    what, whose = data["what"].get(code), data["whose"].get(code, {})
    gap, edge = ("", "") if code in ("zh", "ja", "ko") else (r"\s+", r"(?!\w)")
    return {
        gender: re.compile(rf"\W*(?:{form})(?:{gap}(?:{what}){edge}|\Z)".replace(" ", r"\s+"), re.IGNORECASE)
        for gender, form in whose.items()
    }


def owner(phrase: str, code: str) -> str | None:
    """Return the gender of the one to whom a thought or answer belongs, as pronouns have it; None for other words."""
    return next((gender for gender, form in _forms(code).items() if form.match(phrase)), None)
