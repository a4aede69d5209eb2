"""The gazetteer's rows: what is known by name, read from ``data/*.tsv``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from pipeline.errors import ReadError
from pipeline.packaged import read_yaml
from pipeline.records import EntityType

FILES: dict[str, EntityType] = {
    "organisations": "organisation",
    "people": "person",
    "publications": "publication",
    "benchmarks": "benchmark",
    "events": "event",
    "laws": "law",
    "metrics": "metric",
    "places": "place",
    "terms": "other",
}
"""Data files, in the order in which they win when two of them know the same words."""


@dataclass(frozen=True, slots=True)
class Item:
    """A thing with a name. ``subtype`` is finer than the record's type: company, university, city, algorithm."""

    id: str
    type: EntityType
    subtype: str
    name: str


def slug(name: str) -> str:
    """Return a name in small letters and digits joined by hyphens, without accents: the stable part of an id.

    >>> slug("Université de Montréal")
    'universite-de-montreal'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[^\w.+#]+|_", "-", plain.lower()).strip("-.")


def read_items(name: str) -> Iterator[tuple[Item, str]]:
    """Yield (item, alias) for every alias in ``data/<name>.tsv``."""
    for number, line in enumerate(read_text(f"{name}.tsv").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) != 3:
            message = f"{name}.tsv line {number} needs id, subtype and aliases, separated by tabs: correct the file"
            raise ReadError(message, item=f"{name}.tsv:{number}", kind="data")
        yield from _row(FILES[name], *columns)


def _row(type_: EntityType, key: str, subtype: str, aliases: str) -> Iterator[tuple[Item, str]]:
    names = [alias.strip() for alias in aliases.split(";") if alias.strip()]
    for alias in names:
        first = alias if key == "*" else names[0]
        yield Item(f"x:{slug(first)}" if key in "-*" else key, type_, subtype, first), alias


def read_text(name: str) -> str:
    """Text of one of this package's data files."""
    return (resources.files(__package__) / "data" / name).read_text("utf-8")


@lru_cache(maxsize=4)
def read_data(name: str) -> dict[str, Any]:
    """Content of one of this package's YAML files."""
    data: dict[str, Any] = read_yaml(read_text(name))
    return data


@lru_cache(maxsize=64)
def cue_words(key: str) -> frozenset[str]:
    """A word list of ``cues.yaml``."""
    return frozenset(str(read_data("cues.yaml")[key]).split())


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Given names in small letters."""
    lines = read_text("given_names.txt").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
