"""Shapes: which keys there are and which type each value has. The one file that knows pydantic.

Settings models are derived from the dataclasses that rooms own, so that a setting is declared once.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from pipeline.config.problem import Place, Problem, suggestion
from pipeline.config.settings import Settings
from pipeline.records import SourceKind

S = TypeVar("S")
_STRICT = ConfigDict(strict=True, extra="forbid", allow_inf_nan=False)
_PAIRS = tuple[tuple[str, str], ...]
"""How a mapping of text to text is kept in a frozen record."""

Text = Annotated[str, Field(min_length=1, max_length=2000, pattern=r"\S")]
Name = Annotated[str, Field(max_length=80, pattern=r"^[a-z0-9][a-z0-9._-]*$")]


class SourceModel(BaseModel):
    """One source as written. Exactly one of ``url`` and ``path`` is needed, which the rules see to."""

    model_config = _STRICT
    id: Name
    kind: SourceKind = "feed"
    url: Text | None = None
    path: Text | None = None
    outlet: Text | None = None
    language: Text | None = None
    newsletter: bool = False
    full_text: bool = False
    checked: Text | None = None
    max_items: Annotated[int, Field(ge=1, le=10_000)] = 50


class QuestionModel(BaseModel):
    """One question as written."""

    model_config = _STRICT
    id: Name
    text: Text
    yes: list[Text] = []
    no: list[Text] = []
    topic: list[Text] = []


def settings_model(cls: type[Any]) -> type[BaseModel]:
    """Derive a strict model from a dataclass of settings.

    Bounds come from each field's ``metadata`` (``gt ge lt le min_length max_length pattern choices``); numbers without
    any are not negative. Paths are text. Tuples of pairs of text are mappings that change the default's pairs; null
    takes a pair out.
    """
    hints = get_type_hints(cls)
    fields: dict[str, Any] = {}
    for item in dataclasses.fields(cls):
        hint, bounds = hints[item.name], dict(item.metadata)
        record = _record(hint)
        if record is not None:
            fields[item.name] = (settings_model(record) | None, None)
            continue
        choices = bounds.pop("choices", None)
        shape = Literal[tuple(choices)] if choices else _shape(hint)
        if shape in (int, float) and not bounds:
            bounds = {"ge": 0}
        fields[item.name] = (Annotated[shape, Field(**bounds)], Field(default=None, validate_default=False))
    model: type[BaseModel] = create_model(cls.__name__, __config__=_STRICT, **fields)
    return model


def _shape(hint: Any) -> Any:  # noqa: ANN401 - a type, as typing sees it
    """Return the type that YAML gives for the type that a record keeps."""
    if hint in (Path, Path | None):
        return str if hint is Path else str | None
    if hint == _PAIRS:
        return dict[str, str | None]
    if get_origin(hint) is tuple:
        return list[get_args(hint)[0]]  # type: ignore[misc] # built at run time
    return hint


class Root(BaseModel):
    """The whole document."""

    model_config = _STRICT
    questions: list[QuestionModel] = []
    sources: list[SourceModel]
    settings: settings_model(Settings) | None = None  # type: ignore[valid-type] # derived at run time


def check(data: object) -> tuple[Root | None, list[Problem]]:
    """Validate plain values; return the document, or the problems with their places."""
    try:
        return Root.model_validate(data), []
    except ValidationError as error:
        return None, [_problem(found) for found in error.errors(include_url=False)]


def to_settings(cls: type[S], model: BaseModel | None, root: Path) -> S:
    """Make the frozen record of settings; what was not written keeps the record's default. Paths start at ``root``."""
    given: dict[str, Any] = {}
    hints = get_type_hints(cls)
    for name in sorted(model.model_fields_set) if model is not None else ():
        value, hint = getattr(model, name), hints[name]
        record = _record(hint)
        if record is not None:
            given[name] = to_settings(record, value, root)
        elif hint in (Path, Path | None):
            given[name] = None if value is None else root / Path(value).expanduser()
        elif isinstance(value, Mapping):
            pairs = {**dict(getattr(cls(), name)), **value}
            given[name] = tuple(sorted((key, kept) for key, kept in pairs.items() if kept is not None))
        else:
            given[name] = tuple(value) if isinstance(value, list) else value
    return cls(**given)


def _record(hint: Any) -> type[Any] | None:  # noqa: ANN401 - a type, as typing sees it
    return hint if isinstance(hint, type) and dataclasses.is_dataclass(hint) else None


def _problem(found: Any) -> Problem:  # noqa: ANN401 - a typed dictionary that pydantic keeps to itself
    place: Place = tuple(part for part in found["loc"])
    kind, value, context = str(found["type"]), found["input"], found.get("ctx") or {}
    if kind == "extra_forbidden":
        known = _keys_at(place[:-1])
        near = suggestion(str(place[-1]), known) or f"; known here: {', '.join(sorted(known))}"
        return Problem(place, f"unknown key{near}")
    if kind == "missing":
        return Problem(place, "is missing; give it")
    if kind == "literal_error":
        return Problem(
            place, f"{_short(value)} is not one of {context['expected']}{suggestion(str(value), _quoted(context))}"
        )
    if kind == "string_pattern_mismatch":
        return Problem(place, _pattern(value, str(context["pattern"])))
    wanted = _WANTED.get(kind)
    if wanted is not None:
        return Problem(place, f"must be {wanted}, not {_short(value)}")
    return Problem(place, f"{found['msg'][:1].lower()}{found['msg'][1:]}, not {_short(value)}")


_WANTED = {
    "string_type": "text (put it in quotes)",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a mapping of keys to values",
    "model_type": "a mapping of keys to values",
    "model_attributes_type": "a mapping of keys to values",
    "string_too_short": "some text",
}


def _pattern(value: object, pattern: str) -> str:
    if pattern == r"\S":
        return "must not be blank"
    if pattern.startswith("^[a-z0-9]"):
        return f"{_short(value)} must be lower-case letters, digits, '.', '_' and '-', and begin with a letter or digit"
    return f"{_short(value)} must be printable ASCII"


def _quoted(context: Mapping[str, Any]) -> list[str]:
    return [word for word in str(context["expected"]).split("'")[1::2] if word]


def _short(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _keys_at(place: Place) -> list[str]:
    """Return the keys that are known at a place."""
    model: type[BaseModel] = Root
    for part in place:
        if isinstance(part, str):
            model = _inner(model.model_fields[part].annotation)
    return list(model.model_fields)


def _inner(annotation: Any) -> type[BaseModel]:  # noqa: ANN401 - a type, as typing sees it
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(found for arg in get_args(annotation) if (found := _inner(arg)) is not None)
