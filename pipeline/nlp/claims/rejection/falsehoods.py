"""Words that call something false, point back to it, or are of opinions: ``data/answers.yaml`` as expressions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from pipeline.nlp.claims.words.forms import before, forms

_REPORTED = "[다라]고|と[述言話語主考思]"
"""How a Korean or Japanese verdict ends that somebody is said to give."""


@cache
def known(code: str) -> Mapping[str, re.Pattern[str]]:
    """Return the kinds of words of a language; none for a language without a list."""
    edge = before(code)
    closed = {"anaphor"} if edge else set()
    return {
        kind: re.compile(
            edge + "(?:" + "|".join(_loose(w) for w in words) + ")" + (r"(?!\w)" if kind in closed else ""),
            re.IGNORECASE,
        )
        for kind, words in forms("answers").get(code, {}).items()
    }


def _loose(word: object) -> str:
    """Write a word of the list as an expression: "no" is a word to YAML, too."""
    return str(word).replace("_", r"\s+")


@cache
def false_predicate(code: str) -> str:
    """Return an expression for "is a myth", as it closes a sentence about P; "" for no language of ours."""
    words = known(code)
    if "copula" not in words:
        return ""
    link = words["copula"].pattern
    rest = rf"(?:(?!{_REPORTED})[^.;!?。]){{0,24}}"
    ending = rf"(?:(?!{_REPORTED})\w)*"
    return rf"{link}(?:(?!{link})[^.;,!?。；，、]){{0,30}}?{words['untrue'].pattern}{ending}{rest}"
