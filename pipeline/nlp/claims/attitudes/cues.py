"""Cues of attitudes by class: one YAML file per language with a parser, under ``lexicon/attitudes``.

Entries are written as in the lexicons (``stem/paradigm``); what follows ``_`` opens the complement: a preposition, "to"
(also of an infinitive), or a particle before an object.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, get_args

from pipeline.errors import ConfigError
from pipeline.nlp.claims.words.lexicon import expand
from pipeline.nlp.claims.words.tokens import fold
from pipeline.packaged import read_yaml

Side = Literal["for", "against", "wants", "about"]
"""Which side a cue puts its holder on: for or against the target; ``wants`` intends or demands it; ``about`` only
takes it up."""
_KINDS = ("verbs", "evidence", "passives", "nouns", "agents", "adjectives")
_LISTS = ("unsigned", "hearers")
"""Keys of a file."""


@dataclass(frozen=True)
class Cues:
    """Head word to what may follow it (words, the last of which opens the complement; none: an object) and its side."""

    verbs: Mapping[str, Mapping[tuple[str, ...], Side]]
    evidence: Mapping[str, Mapping[tuple[str, ...], Side]]
    """Verbs of which only what can speak is a holder: a poll shows a lead, a curve does not."""
    passives: Mapping[str, Mapping[tuple[str, ...], Side]]
    """Participles by which something is thought of the subject, though nobody may be named: "accused_of"."""
    nouns: Mapping[str, Mapping[tuple[str, ...], Side]]
    agents: Mapping[str, Mapping[tuple[str, ...], Side]]
    adjectives: Mapping[str, Mapping[tuple[str, ...], Side]]
    unsigned: frozenset[str]
    """Nouns of what is said though nobody is named who says it: "allegations"."""
    hearers: frozenset[str]
    """Verbs whose object only hears what is wanted of it ("asked"); with others it belongs to that ("urged")."""


@cache
def load(code: str) -> Cues | None:
    """Return the cues of a language, or None where there are none.

    Raises:
        ConfigError: the file is not what this reader expects.
    """
    path = resources.files("pipeline.nlp.claims") / "lexicon" / "attitudes" / f"{code}.yaml"
    if not path.is_file():
        return None
    data = read_yaml(path.read_text(encoding="utf-8"))
    try:
        paradigms = {n: [e.replace("_", "") for e in str(v).split()] for n, v in data.pop("paradigms").items()}
        if set(data) != {*_KINDS, *_LISTS}:
            raise KeyError(f"expected {_KINDS} and {_LISTS}")
        lists = {name: frozenset(fold(form) for form in expand(data[name], paradigms)) for name in _LISTS}
        kinds = {kind: _by_head(data[kind], paradigms) for kind in _KINDS}
        return Cues(
            kinds["verbs"], kinds["evidence"], kinds["passives"], kinds["nouns"], kinds["agents"], kinds["adjectives"],
            lists["unsigned"], lists["hearers"],
        )  # fmt: skip
    except (KeyError, TypeError, AttributeError) as error:
        message = f"lexicon/attitudes/{code}.yaml: {error!r}; compare it with en.yaml"
        raise ConfigError(message, item=code) from error


def _by_head(
    sides: Mapping[str, str | None], paradigms: Mapping[str, list[str]]
) -> dict[str, dict[tuple[str, ...], Side]]:
    found: dict[str, dict[tuple[str, ...], Side]] = {}
    for side in get_args(Side):
        for form in expand(sides.get(side), paradigms):
            head, *rest = fold(form).split()
            found.setdefault(head, {}).setdefault(tuple(rest), side)
    if unknown := set(sides) - set(get_args(Side)):
        raise KeyError(", ".join(sorted(unknown)))
    return found
