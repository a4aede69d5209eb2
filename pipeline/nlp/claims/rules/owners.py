"""Whose words "his dream", "her answer" are: of the one to whom they belong, not of a dream."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from pipeline.nlp.claims.words.forms import UNPARTED, behind, expression, forms


@cache
def _forms(code: str) -> Mapping[str, re.Pattern[str]]:
    """Return by gender what names something that somebody thinks or says; nothing for a language without."""
    data = forms("owners")
    what, whose = data["what"].get(code), data["whose"].get(code, {})
    gap = "" if code in UNPARTED else r"\s+"
    return {gender: expression(rf"\W*(?:{form})(?:{gap}(?:{what}){behind(code)}|\Z)") for gender, form in whose.items()}


def owner(phrase: str, code: str) -> str | None:
    """Return the gender of the one to whom a thought or answer belongs, as pronouns have it; None for other words."""
    return next((gender for gender, form in _forms(code).items() if form.match(phrase)), None)
