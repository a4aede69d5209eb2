"""JSON Schemas (draft 2020-12) of the published files, which are published beside the data.

``names()`` lists them; ``source(name)`` gives the bytes as shipped; ``validator(name)`` gives a checker.
How to add one: put ``<name>.schema.json`` here; it is published and tested from then on.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

SUFFIX = ".schema.json"


@cache
def names() -> tuple[str, ...]:
    """List the names of all schemas, sorted."""
    found = (entry.name for entry in files(__name__).iterdir() if entry.name.endswith(SUFFIX))
    return tuple(sorted(name.removesuffix(SUFFIX) for name in found))


def source(name: str) -> bytes:
    """Bytes of one schema, as published."""
    return files(__name__).joinpath(name + SUFFIX).read_bytes()


@cache
def validator(name: str) -> Draft202012Validator:
    """Compile one schema. Raises ``FileNotFoundError`` for an unknown name."""
    from jsonschema import Draft202012Validator  # 0.1 s: only verify and the tests pay for it

    return Draft202012Validator(json.loads(source(name)))
