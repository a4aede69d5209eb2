"""From command-line arguments to :class:`~pipeline.run.pipeline.Options`."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pipeline.config import Config, Settings, load
from pipeline.config.rules import has_words
from pipeline.errors import ConfigError
from pipeline.records import Question, Source, content_id
from pipeline.run.clock import now
from pipeline.run.gather import INGEST, STANDARD_INPUT, page
from pipeline.run.pipeline import Options

DEFAULT = "sources.yaml"
RELATIVE = re.compile(r"(\d+)([dhw])")
UNITS = {"h": "hours", "d": "days", "w": "weeks"}


def find_config(path: Path | None) -> Config:
    """Load the named configuration, else ``sources.yaml`` here, else the one beside the package's checkout.

    Raises:
        ConfigError: there is none, or it is wrong.
    """
    return load(_config_path(path))


def _config_path(path: Path | None) -> Path:
    if path is not None:
        return path
    beside = Path(__file__).resolve().parents[2] / DEFAULT
    here = Path(DEFAULT)
    return beside if not here.exists() and beside.exists() else here


def from_arguments(arguments: Mapping[str, Any], *, fetch: bool = True) -> Options:
    """Return the options of ``run`` and ``publish``."""
    path = _config_path(arguments["sources"])
    config = load(path)
    return _options(config, config.root, arguments, fetch=fetch)


def for_items(arguments: Mapping[str, Any], items: Sequence[str], questions: Sequence[str]) -> Options:
    """Return the options of ``ingest``: the configured questions, or those given; only these items are read.

    Raises:
        ConfigError: an item does not exist, or there is no question, or one without words.
    """
    config = _config_for(arguments["sources"], questions)
    options = _options(config, Path.cwd(), arguments, fetch=True)
    return replace(options, extra=tuple(_source(item) for item in items))


def _config_for(path: Path | None, questions: Sequence[str]) -> Config:
    found = _config_path(path)
    if not questions:
        if not found.exists():
            raise ConfigError(
                f"{found}: not found; name one with --sources, or ask with --question TEXT", item=str(found)
            )
        return load(found)
    asked = tuple(_question(text) for text in dict.fromkeys(text.strip() for text in questions))
    base = load(found) if found.exists() else Config(found, Path.cwd(), (), (), Settings())
    return replace(base, questions=asked)


def _question(text: str) -> Question:
    if not has_words(text):
        raise ConfigError(
            f"--question {text!r}: asks nothing; put it in words, such as "
            '--question "Should the town close its harbour?", or leave it out to ask the configured questions',
            item="--question",
        )
    return Question(content_id("question_", text), text)


def _source(item: str) -> Source:
    if item == STANDARD_INPUT:
        return Source(INGEST, "files", item, "")
    if "://" in item:
        if urlsplit(item).scheme not in ("http", "https"):
            raise ConfigError(f"{item}: only http and https addresses can be read", item=item)
        return page(item)
    if not Path(item).exists():
        raise ConfigError(f"{item}: no such file or folder", item=item)
    return Source(INGEST, "files", item, "")


def _options(config: Config, root: Path, arguments: Mapping[str, Any], *, fetch: bool) -> Options:
    settings = config.settings
    return Options(
        config=config,
        root=root,
        out=arguments["out"],
        executor=arguments["executor"] or settings.executor,
        workers=arguments["workers"] or settings.workers or len(os.sched_getaffinity(0)),
        since=_since(arguments["since"]),
        fetch=fetch,
    )


def _since(text: str | None) -> datetime | None:
    if text is None:
        return None
    if match := RELATIVE.fullmatch(text):
        return now() - timedelta(**{UNITS[match[2]]: int(match[1])})
    try:
        time = datetime.fromisoformat(text)
    except ValueError as error:
        message = f"--since {text!r}: give a day (2026-11-01), a time (2026-11-01T08:00), or an age (30d, 12h, 2w)"
        raise ConfigError(message, item="--since") from error
    return time if time.tzinfo else time.replace(tzinfo=UTC)
