"""Statements that stand for the two sides of a question, and what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.packaged import read_yaml
from pipeline.records import Question

_SCRIPTS = (
    ("ja", 0x3041, 0x30FF),
    ("ko", 0xAC00, 0xD7AF),
    ("zh", 0x4E00, 0x9FFF),
    ("ru", 0x400, 0x4FF),
    ("ar", 0x600, 0x6FF),
)
"""Code point ranges that tell a language by themselves; Japanese first, since it uses Chinese characters too."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """Texts of a question. ``derived``: the sides were made from the question's own words by templates."""

    yes: tuple[str, ...]
    no: tuple[str, ...]
    about: tuple[str, ...]
    derived: bool

    @property
    def texts(self) -> tuple[str, ...]:
        """All texts, each once, in order."""
        return tuple(dict.fromkeys((*self.yes, *self.no, *self.about)))


def anchors(question: Question) -> Anchors:
    """Return the statements of a question; templates stand in for a side that has none."""
    about = (question.text, *question.topic)
    if question.yes and question.no:
        return Anchors(question.yes, question.no, about, derived=False)
    templates = _templates()
    chosen = templates.get(_language(question.text), templates["en"])
    stem = question.text.strip().rstrip("?？؟ 。.!！¿¡").strip()
    yes = question.yes or tuple(template.replace("{question}", stem) for template in chosen["yes"])
    no = question.no or tuple(template.replace("{question}", stem) for template in chosen["no"])
    return Anchors(yes, no, about, derived=True)


def anchor_texts(question: Question) -> tuple[str, ...]:
    """Return the texts of a question that need vectors, each once."""
    return anchors(question).texts


def _language(text: str) -> str:
    """Tell the language of a question well enough to choose templates: by script, then by commonest words."""
    for code, low, high in _SCRIPTS:
        if any(low <= ord(char) <= high for char in text):
            return code
    words = set("".join(char if char.isalpha() else " " for char in text.casefold()).split())
    counts = {code: len(words & set(sides["words"])) for code, sides in sorted(_templates().items())}
    best = max(counts, key=lambda code: (counts[code], code == "en"))
    return best if counts[best] else "en"


@cache
def _templates() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    text = (files("pipeline.cluster.stance") / "data" / "templates.yaml").read_text(encoding="utf-8")
    return {code: {key: tuple(value) for key, value in sides.items()} for code, sides in read_yaml(text).items()}
