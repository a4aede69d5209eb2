"""The words of one language, compiled once: number words, units, currencies, and the words around numbers.

Facts that are the same everywhere are in ``data/common.yaml``, a language's own words in ``data/<language>.yaml``;
forms of units, months and currencies come from CLDR through babel. A new language is a new data file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.nlp.quantities.folding import fold
from pipeline.nlp.quantities.numerals import Grammar, Token

_DATA = Path(__file__).with_name("data")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written: its English name, its UCUM code or plain noun, the factor to that code, and its kind."""

    name: str
    code: str
    kind: str
    scale: Decimal = Decimal(1)
    per: str | None = None
    currency: str | None = None


@dataclass(slots=True)
class Lexicon:
    """Everything that reading one language needs. Built by :func:`lexicon`; never changed afterwards."""

    lang: str
    script: str
    grammar: Grammar
    tokens: dict[str, Token]
    token: re.Pattern[str]
    quick: re.Pattern[str]
    master: re.Pattern[str]
    units: dict[str, Unit]
    unit: re.Pattern[str]
    symbols: dict[str, Unit]
    symbol: re.Pattern[str]
    signs: dict[str, Unit]
    sign: re.Pattern[str]
    sign_ends: frozenset[str]
    """Last characters of signs, in either case."""
    suffixes: dict[str, Decimal]
    suffix: re.Pattern[str]
    after: dict[str, re.Pattern[str]] = field(default_factory=dict)
    before: dict[str, re.Pattern[str]] = field(default_factory=dict)
    fixed: dict[str, tuple[str, Decimal | None, str]] = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)
    month: re.Pattern[str] = field(default_factory=lambda: re.compile("(?!)"))
    flood: re.Pattern[str] = field(default_factory=lambda: re.compile("(?!)"))
    """A run of digits and number words, however long: what is too long to be a number is stepped over in one go."""
    stop: frozenset[str] = frozenset()
    leads: dict[str, str] = field(default_factory=dict)
    """Bounds and approximations by phrase."""
    per_before: dict[str, str] = field(default_factory=dict)
    per_after: dict[str, str] = field(default_factory=dict)
    """Words for a rate that follow its amount: monthly."""
    labels: frozenset[str] = frozenset()
    """Words before a number that is a name: chapter, version."""
    short_labels: frozenset[str] = frozenset()
    """The same with a full stop: p. 17."""
    models: frozenset[str] = frozenset()
    indices: frozenset[str] = frozenset()
    """Names of stock indices, which end with how many shares they hold: S&P 500, Stoxx 50."""
    firms: frozenset[str] = frozenset()
    """Names of firms that are a number with the letter of its scale: 3M."""
    names: re.Pattern[str] = field(default_factory=lambda: re.compile("(?!)"))
    """Names with a number that is never an amount: 7-Eleven."""
    decimal: str = "."
    groups: str = ","
    linked: bool = False
    compound: re.Pattern[str] | None = None
    pieces: tuple[str, ...] = ()
    idiom: re.Pattern[str] | None = None
    and_words: frozenset[str] = frozenset()
    raw: Mapping[str, Any] = field(default_factory=dict)
    unlike: re.Pattern[str] | None = None
    """Words that only an accent tells from a number word, a unit or a month: meta (metà), medía (media)."""
    stressed: re.Pattern[str] | None = None
    """Articles that an accent makes numbers (één), which folding takes away: such a text needs :func:`stressed`."""

    @property
    def spaced(self) -> bool:
        """Words are divided by blanks."""
        return self.script not in ("han", "hangul")

    def fold(self, text: str) -> str:
        """Return ``text`` folded, of the same length, with the words that only look alike made unlike.

        >>> lexicon("it").fold("Meta: la metà")
        'metə: la meta'
        """
        flat = fold(text)
        if self.unlike is None:
            return flat
        for word in self.unlike.finditer(text):
            flat = f"{flat[: word.end() - 1]}ə{flat[word.end() :]}"
        return flat


def _load(name: str) -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    loaded: dict[str, Any] = yaml.load((_DATA / f"{name}.yaml").read_text("utf-8"), Loader=loader)  # noqa: S506 (BaseLoader builds only strings)
    return loaded


def languages() -> tuple[str, ...]:
    """Return the languages that have a data file, sorted."""
    return tuple(sorted(p.stem for p in _DATA.glob("*.yaml") if p.stem != "common"))


@lru_cache(maxsize=32)
def lexicon(lang: str) -> Lexicon:
    """Return the compiled words of ``lang`` (``pt-BR`` counts as ``pt``); raise KeyError for an unknown language."""
    code = lang.replace("_", "-").split("-")[0].lower()
    if code not in languages():
        msg = f"no number words for language {lang!r}; known: {', '.join(languages())}"
        raise KeyError(msg)
    from pipeline.nlp.quantities.build import build

    return build(code, _load(code), common_data())


@lru_cache(maxsize=4)
def stressed(code: str) -> Lexicon:
    """Return the words of a language for a text in which an article may be a number wherever it stands."""
    from pipeline.nlp.quantities.build import build

    return build(code, _load(code), common_data(), stressed=True)


@lru_cache(maxsize=1)
def common_data() -> dict[str, Any]:
    """Return the data that all languages share."""
    return _load("common")


@lru_cache(maxsize=1)
def catalogue() -> dict[str, Unit]:
    """Return all units by their English name."""
    return {name: _unit(name, spec) for name, spec in common_data()["units"].items()}


def _unit(name: str, spec: Mapping[str, str]) -> Unit:
    return Unit(name, spec["code"], spec["kind"], Decimal(spec.get("scale", "1")), spec.get("per"))
