"""Answer benchmark lines with the code of the main job.

In: a task's name and a JSON Lines file with the fields of that task (``id`` and ``text``, or what the task needs).
Out: a JSON Lines file with one prediction per line, in the order of the input.
Raises: ``ConfigError`` for an unknown task, a file that cannot be read, or a line that lacks a field.
Invariants: every answer comes from the rooms as the main job uses them; nothing here knows how to find a claim, a
number or a stance by itself.
How to add one: a function ``(rows, config) -> iterable of predictions`` in one of these files, and a line in ``TASKS``.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from pipeline.config import Config
from pipeline.errors import ConfigError
from pipeline.run.options import find_config

Row = dict[str, Any]
Answer = Callable[[Sequence[Row], Config, Path], Iterable[Row]]

TASKS = {
    "attribution": "reading",
    "bitext": "similarity",
    "claim": "reading",
    "cluster": "similarity",
    "entity": "reading",
    "extract": "texts",
    "gold": "gold",
    "keypoint": "similarity",
    "lid": "texts",
    "nli": "pairs",
    "quantity": "quantities",
    "sentence": "texts",
    "stance": "pairs",
    "sts": "similarity",
}
"""Task -> the file of this package that answers it."""


def predict(task: str, source: Path, target: Path, config_path: Path | None = None) -> int:
    """Write predictions for every line of ``source`` to ``target``, and return how many."""
    if task not in TASKS:
        raise ConfigError(f"{task}: unknown task; choose one of {', '.join(sorted(TASKS))}", item=task)
    rows = _rows(source)
    answer: Answer = getattr(importlib.import_module(f"pipeline.run.predict.{TASKS[task]}"), task)
    try:
        answers = list(answer(rows, find_config(config_path), source.resolve().parent))
    except KeyError as error:
        raise ConfigError(f"{source}: a line lacks the field {error} that {task} needs", item=str(source)) from error
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in answers)
    try:
        target.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"{target}: {error.strerror}", item=str(target)) from error
    return len(answers)


def _rows(source: Path) -> list[Row]:
    try:
        # Only line feeds end a line here: texts may hold other line separators.
        lines = source.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{source}: cannot be read ({error})", item=str(source)) from error
    rows = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            rows.append(_row(line, number, source))
    return rows


def _row(line: str, number: int, source: Path) -> Row:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise ConfigError(f"{source}:{number}: is no JSON ({error})", item=str(source)) from error
    if not isinstance(row, dict) or "id" not in row:
        raise ConfigError(f"{source}:{number}: is no object with an id", item=str(source))
    return row
