"""Records to JSON bytes and back, for the store alone. Contains no business logic.

Driven by the records' own type hints, so a new field needs no code here. The published form is ``wire``'s business.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
import zlib
from collections.abc import Callable, Hashable
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar

T = TypeVar("T")
Convert = Callable[[Any], Any]


def dumps(record: object, *, compress: bool = True) -> bytes:
    """Return a record (a dataclass, or a tuple of them) as canonical JSON, by default compressed."""
    text = json.dumps(_plain(record), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return zlib.compress(text, 6) if compress else text


def loads(kind: type[T], data: bytes) -> T:
    """Return the record of type ``kind`` that :func:`dumps` wrote.

    Raises:
        ValueError: the bytes are not such a record (damaged, or written by another version).
    """
    try:
        plain = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
        return typing.cast(T, _reader(typing.cast(Hashable, kind))(plain))
    except (zlib.error, ValueError, KeyError, TypeError, IndexError) as error:
        raise ValueError(f"stored {kind.__name__} cannot be read: {error}") from error


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value):
        return [_plain(getattr(value, name)) for name in _names(typing.cast(Hashable, type(value)))]
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, bytes):
        raise TypeError("bytes are kept as files, not in records")
    return value


@functools.cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - any record class
    return tuple(field.name for field in dataclasses.fields(kind))


@functools.cache
def _reader(kind: Any) -> Convert:  # noqa: ANN401 - a type hint is of no one type
    """Return the function that turns plain JSON into a value of this type hint."""
    if dataclasses.is_dataclass(kind):
        return _record_reader(typing.cast(type, kind))
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return _tuple_reader(arguments)
    if origin in (typing.Union, types.UnionType):
        return _optional_reader(arguments)
    if kind is datetime:
        return datetime.fromisoformat
    if kind is Decimal:
        return Decimal
    return _same


def _record_reader(kind: type) -> Convert:
    hints = typing.get_type_hints(kind)
    # Readers are looked up at the first use, since records may refer to each other.
    names = _names(kind)

    def read(plain: Any) -> Any:  # noqa: ANN401 - the caller knows the type
        if len(plain) != len(names):
            raise ValueError(f"{kind.__name__} has {len(names)} fields, stored were {len(plain)}")
        return kind(*(_reader(hints[name])(item) for name, item in zip(names, plain, strict=True)))

    return read


def _tuple_reader(arguments: tuple[Any, ...]) -> Convert:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        each = _reader(arguments[0])
        return lambda plain: tuple(each(item) for item in plain)
    readers = [_reader(argument) for argument in arguments]
    return lambda plain: tuple(read(item) for read, item in zip(readers, plain, strict=True))


def _optional_reader(arguments: tuple[Any, ...]) -> Convert:
    present = [argument for argument in arguments if argument is not type(None)]
    if len(present) != 1:
        raise TypeError(f"a stored field may be one type or None, not {arguments}")
    read = _reader(present[0])
    return lambda plain: None if plain is None else read(plain)


def _same(plain: Any) -> Any:  # noqa: ANN401 - strings, numbers and flags pass through
    return plain
