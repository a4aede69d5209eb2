"""From a file to a :class:`Config`: read, parse, check everything, then build."""

from __future__ import annotations

import dataclasses
import os
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.config.problem import report
from pipeline.config.settings import Config, Settings
from pipeline.encode import EncodeSettings
from pipeline.errors import ConfigError
from pipeline.records import Question, Source

if TYPE_CHECKING:
    from pipeline.config.schema import QuestionModel, SourceModel

_LARGEST = 5_000_000
"""Bytes of a configuration file; hundreds of sources take a hundredth of it."""


def load(path: Path) -> Config:
    """Load a configuration. Paths in it are relative to its folder.

    Raises:
        ConfigError: with every problem that it has, one a line.
    """
    from pipeline.config.document import parse
    from pipeline.config.rules import check_rules
    from pipeline.config.schema import check, to_settings

    text = _read(path)
    document = parse(text, str(path))
    if document.data is None:
        raise _wrong(path, "the file is empty; give at least one source, as the sources.yaml of the project does")
    root = Path(os.path.abspath(path)).parent  # noqa: PTH100 - resolve() would follow a link to elsewhere
    checked, problems = check(document.data)
    problems += [*document.problems, *check_rules(document.data, root)]
    if problems or checked is None:
        raise ConfigError(report(str(path), problems, document.lines), item=str(path), kind="config")
    settings = to_settings(Settings, checked.settings, root)
    return Config(
        path=path,
        root=root,
        sources=tuple(_source(source) for source in checked.sources),
        questions=tuple(_question(question) for question in checked.questions),
        settings=dataclasses.replace(settings, encode=_encode(settings, root)),
    )


def _read(path: Path) -> str:
    try:
        if path.is_dir():
            raise _wrong(path, "this is a folder; give the YAML file itself")
        if path.stat().st_size > _LARGEST:
            raise _wrong(path, f"larger than {_LARGEST:,} bytes; this cannot be a configuration")
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        words = "there is no such file; give one with --sources, or run where a sources.yaml lies"
        raise _wrong(path, words) from error
    except OSError as error:
        raise _wrong(path, f"cannot be read ({error.strerror}); check its permissions") from error
    except UnicodeDecodeError as error:
        raise _wrong(path, f"is not UTF-8 (byte {error.start}); save it as UTF-8") from error


def _wrong(path: Path, words: str) -> ConfigError:
    return ConfigError(f"{path}: {words}", item=str(path), kind="config")


def _source(model: SourceModel) -> Source:
    return Source(
        id=model.id,
        kind=model.kind,
        url=model.url or str(Path(model.path or "").expanduser().as_posix()),
        outlet=model.outlet or model.id,
        language=model.language,
        newsletter=model.newsletter,
        full_text=model.full_text,
        checked=model.checked,
        max_items=model.max_items,
    )


def _encode(settings: Settings, root: Path) -> EncodeSettings:
    """Let a model folder that is written as a path start at the configuration's folder."""
    model = settings.encode.model
    if not model.startswith((".", "~")):
        return settings.encode
    return dataclasses.replace(settings.encode, model=str(root / Path(model).expanduser()))


def _question(model: QuestionModel) -> Question:
    return Question(model.id, _tidy(model.text), *(tuple(map(_tidy, s)) for s in (model.yes, model.no, model.topic)))


def _tidy(text: str) -> str:
    """Undo line breaks of YAML and differences of writing that nobody sees."""
    return unicodedata.normalize("NFC", " ".join(text.split()))
