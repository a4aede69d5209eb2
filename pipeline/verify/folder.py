"""Read a published edition: what cannot be read is a problem, the rest is checked all the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline import schema
from pipeline.verify.problem import Problem

Row = dict[str, Any]
"""A JSON object from outside; its shape is known only after the schema has been checked."""

TABLES = ("articles", "claims", "quantities", "ledger")
DOCUMENTS = ("edition", "stances", "changes")


@dataclass
class Folder:
    """One edition as published. Rows that break the schema are left out of ``tables`` and reported."""

    path: Path
    problems: list[Problem] = field(default_factory=list)
    tables: dict[str, dict[str, Row]] = field(default_factory=dict)
    documents: dict[str, Row] = field(default_factory=dict)

    @property
    def articles(self) -> dict[str, Row]:
        """Articles by id."""
        return self.tables["articles"]

    @property
    def claims(self) -> dict[str, Row]:
        """Claims by id."""
        return self.tables["claims"]

    @property
    def quantities(self) -> dict[str, Row]:
        """Quantities by id."""
        return self.tables["quantities"]

    @property
    def ledger(self) -> dict[str, Row]:
        """Entries of the number ledger by id."""
        return self.tables["ledger"]

    @property
    def questions(self) -> list[Row]:
        """Questions with their answers."""
        found: list[Row] = self.documents["stances"].get("questions", [])
        return found

    def text(self, article_id: str) -> str | None:
        """Text of an article, or None if there is no such article."""
        article = self.articles.get(article_id)
        return None if article is None else str(article["text"])


def load(path: Path) -> Folder:
    """Read the tables and documents of an edition, each row checked against its schema."""
    folder = Folder(path)
    for name in DOCUMENTS:
        folder.documents[name] = read_document(folder.problems, path / f"{name}.json", name)
    for name in TABLES:
        later = name == "ledger" and folder.documents["edition"].get("schema_version") == "1.0"
        folder.tables[name] = {} if later else dict(_table(folder, name))
    return folder


def read_document(problems: list[Problem], path: Path, name: str) -> Row:
    """Read one JSON document; an empty object if it is not what the schema says."""
    try:
        row = json.loads(path.read_bytes())
    except FileNotFoundError:
        problems.append(Problem(path.name, "", "is missing"))
        return {}
    except ValueError as error:
        problems.append(Problem(path.name, "", f"is not JSON: {error}"))
        return {}
    found = list(_breaches(path.name, "", row, name))
    problems += found
    return {} if found else row


def _table(folder: Folder, name: str) -> Iterator[tuple[str, Row]]:
    file = f"{name}.jsonl"
    try:
        data = (folder.path / file).read_bytes()
    except FileNotFoundError:
        folder.problems.append(Problem(file, "", "is missing"))
        return
    seen: set[str] = set()
    for number, line in enumerate(data.split(b"\n")[:-1], start=1):
        row = _row(folder, file, f"line {number}", line, name)
        if row is None:
            continue
        if row["id"] in seen:
            folder.problems.append(Problem(file, row["id"], "the same id twice"))
        seen.add(row["id"])
        yield row["id"], row
    if data and not data.endswith(b"\n"):
        folder.problems.append(Problem(file, "", "the last line is cut off"))


def _row(folder: Folder, file: str, where: str, line: bytes, name: str) -> Row | None:
    try:
        row = json.loads(line)
    except ValueError as error:
        folder.problems.append(Problem(file, where, f"is not JSON: {error}"))
        return None
    found = list(_breaches(file, where, row, name))
    folder.problems += found
    return None if found else row


def _breaches(file: str, where: str, row: object, name: str) -> Iterator[Problem]:
    for error in schema.validator(name).iter_errors(row):
        place = "/".join(str(part) for part in error.absolute_path)
        yield Problem(file, where, f"breaks the schema at {place or 'the top'}: {error.message[:200]}")
