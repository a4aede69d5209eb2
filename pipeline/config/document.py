"""YAML text to plain values, by the rules of YAML 1.2, with the line of each and without its traps.

The loader that comes with PyYAML follows YAML 1.1 (``no`` is false, ``12:30`` is 750), lets a later key silently
replace an earlier one, and expands aliases without end. Here nodes are composed by PyYAML and turned into values by us.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from pipeline.config.problem import Place, Problem
from pipeline.errors import ConfigError

_MOST_VALUES = 200_000
"""Values in a document after its aliases are expanded."""

_STR, _NULL, _BOOL, _INT, _FLOAT = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "null", "bool", "int", "float"))


class _Loader(yaml.SafeLoader):
    """Composes nodes; its scalars resolve by the core schema of YAML 1.2, less octal and hexadecimal numbers."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - as the parent has it


_Loader.add_implicit_resolver(_NULL, re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
_Loader.add_implicit_resolver(_BOOL, re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
_Loader.add_implicit_resolver(_INT, re.compile(r"^[-+]?[0-9]{1,18}$"), list("-+0123456789"))
_Loader.add_implicit_resolver(
    _FLOAT,
    re.compile(r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]{1,3})?$"),
    list("-+.0123456789"),
)


@dataclass(slots=True)
class Document:
    """Plain values, the line (from 1) of each by its place, and what was wrong with their form."""

    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def parse(text: str, name: str) -> Document:
    """Read YAML. Raises :class:`ConfigError` when it is no YAML, or more than a configuration can be."""
    try:
        node = yaml.compose(text, Loader=_Loader)
        if node is not None and _size(node, {}) > _MOST_VALUES:
            raise _wrong(name, f"aliases make it more than {_MOST_VALUES:,} values; write it out, or split it")
        document = Document()
        document.data = None if node is None else _value(node, (), document)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
        words = ", ".join(part for part in (error.context, error.problem) if part)
        raise _wrong(name, f"{place}no valid YAML: {words}; correct it there") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise _wrong(name, f"line {line}: the character U+{ord(text[error.position]):04X} is not allowed") from error
    except RecursionError as error:
        raise _wrong(name, "values are nested too deeply for a configuration; flatten it") from error
    return document


def _wrong(name: str, words: str) -> ConfigError:
    return ConfigError(f"{name}: {words}", item=name, kind="yaml")


def _size(node: yaml.Node, known: dict[int, int]) -> int:
    """Count the values that a node stands for once aliases are expanded; a node inside itself counts as too many."""
    if isinstance(node, yaml.ScalarNode):
        return 1
    if id(node) not in known:
        known[id(node)] = _MOST_VALUES + 1  # until the sum is known: only a node inside itself finds this
        below = node.value
        children = [part for pair in below for part in pair] if isinstance(node, yaml.MappingNode) else below
        known[id(node)] = 1 + sum(_size(child, known) for child in children)
    return known[id(node)]


def _value(node: yaml.Node, place: Place, document: Document) -> Any:  # noqa: ANN401 - YAML holds anything
    document.lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, place, document)
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, (*place, index), document) for index, child in enumerate(node.value)]
    return _scalar(node, place, document)


def _mapping(node: yaml.MappingNode, place: Place, document: Document) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            document.problems.append(Problem(place, "a key must be a word, not a list or mapping"))
            continue
        key, below = str(key_node.value), (*place, str(key_node.value))
        if key in values:
            first, again = document.lines[below], key_node.start_mark.line + 1
            message = f"the key stands twice, in lines {first} and {again}; keep one"
            document.problems.append(Problem(below, message))
            continue
        document.lines[below] = key_node.start_mark.line + 1
        values[key] = _value(value_node, below, document)
    return values


def _scalar(node: yaml.Node, place: Place, document: Document) -> str | int | float | bool | None:
    text = str(node.value)
    if node.tag == _STR:
        return text
    try:
        if node.tag == _NULL:
            return None
        if node.tag == _BOOL:
            return {"true": True, "false": False}[text.lower()]
        if node.tag in (_INT, _FLOAT):
            return int(text) if node.tag == _INT else float(text)
    except (KeyError, ValueError):
        pass  # an explicit tag that does not fit its text, said below
    document.problems.append(Problem(place, f"the tag {node.tag} is not understood here; remove it"))
    return None
