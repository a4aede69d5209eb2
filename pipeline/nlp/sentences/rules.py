"""Splitting rules of a language, read from ``data/*.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from pipeline.packaged import read_yaml


@dataclass(frozen=True, slots=True)
class Rules:
    """What a language knows about its stops; words are lower case and without their last stop."""

    never: frozenset[str]
    number: frozenset[str]
    inner: frozenset[str]
    starters: frozenset[str]
    speech: frozenset[str]
    continues: tuple[str, ...]
    stops: str
    ordinals: bool


_WORDS = ("never", "number", "inner", "starters", "speech")


@lru_cache(maxsize=128)
def load_rules(language: str) -> Rules:
    """The default rules with those of ``language`` added; a language without a file has the default ones."""
    base, own = _read("default"), _own(language)
    words = {key: frozenset(f"{base.get(key, '')} {own.get(key, '')}".split()) for key in _WORDS}
    return Rules(
        **words,
        continues=tuple(own.get("continues", "").split()),
        stops=own.get("stops", ""),
        ordinals=bool(own.get("ordinals", False)),
    )


def _own(language: str) -> dict[str, Any]:
    primary = language.split("-")[0].lower()
    if primary in _files():
        return _read(primary)
    own: dict[str, Any] = _read("others").get(primary, {})
    return own


@lru_cache(maxsize=1)
def _files() -> frozenset[str]:
    folder = resources.files(__package__) / "data"
    names = {item.name.removesuffix(".yaml") for item in folder.iterdir()}
    return frozenset(names - {"default", "others"})


@lru_cache(maxsize=64)
def _read(name: str) -> dict[str, Any]:
    path = resources.files(__package__) / "data" / f"{name}.yaml"
    data: dict[str, Any] = read_yaml(path.read_text("utf-8"))
    return data
