"""The expressions of this room: one YAML file a subject under ``data/``, each read once, and how they become patterns.

In the files a space stands for any white space. An expression is bounded by the edges of words, but not in languages
whose words nothing parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from pipeline.packaged import read_yaml

UNPARTED = ("zh", "ja", "ko")
"""Languages whose words, or the endings of whose words, nothing parts."""
BEFORE, BEHIND = r"(?<!\w)", r"(?!\w)"
"""The edges of a word."""


@cache
def forms(subject: str) -> Mapping[str, Any]:
    """Return what ``data/<subject>.yaml`` holds: expressions by kind and language, or by language and kind."""
    path = resources.files("pipeline.nlp.claims") / "data" / f"{subject}.yaml"
    found: Mapping[str, Any] = read_yaml(path.read_text(encoding="utf-8"))
    return found


def before(code: str) -> str:
    """Return the edge before a word of a language."""
    return "" if code in UNPARTED else BEFORE


def behind(code: str) -> str:
    """Return the edge behind a word of a language."""
    return "" if code in UNPARTED else BEHIND


def expression(form: str) -> re.Pattern[str]:
    """Compile an expression, whatever the case of its letters and the white space between its words."""
    return re.compile(spaced(form), re.IGNORECASE)


def spaced(form: str) -> str:
    """Write any white space for each space, and none or any for one that need not be there (" ?")."""
    return form.replace(" ?", r"\s*").replace(" ", r"\s+")
