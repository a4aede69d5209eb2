"""Run all checks over one folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from pipeline.verify import ledger, pages, spans, totals
from pipeline.verify.folder import Folder, load, read_document
from pipeline.verify.problem import Problem

CHECKS = (
    spans.spans,
    spans.references,
    totals.totals,
    totals.groups,
    totals.positions,
    totals.drift,
    totals.counts,
    ledger.ledger,
    pages.digest,
    pages.report,
)


def check(out: Path) -> tuple[Problem, ...]:
    """Check an edition's folder, or the edition that ``latest.json`` in an output folder points to."""
    problems: list[Problem] = []
    path = _edition(out, problems)
    if path is None:
        return tuple(problems)
    folder = load(path)
    found = chain.from_iterable(one(folder) for one in CHECKS)
    return (*problems, *folder.problems, *hashes(folder), *found)


def _edition(out: Path, problems: list[Problem]) -> Path | None:
    if (out / "edition.json").is_file():
        return out
    latest = read_document(problems, out / "latest.json", "latest")
    if not latest:
        return None
    path = out / str(latest["path"])
    if not (path / "edition.json").is_file():
        problems.append(Problem("latest.json", latest["edition"], f"points to {latest['path']}, which is no edition"))
        return None
    return path


def hashes(folder: Folder) -> Iterator[Problem]:
    """Check that the folder holds the files that ``edition.json`` lists, byte for byte, and no others."""
    listed = folder.documents["edition"].get("files", {})
    if not listed:
        return
    present = {path.relative_to(folder.path).as_posix() for path in folder.path.rglob("*") if path.is_file()}
    for name in sorted(present - set(listed) - {"edition.json"}):
        yield Problem(name, "", "is not listed in edition.json")
    for name, facts in listed.items():
        if name not in present:
            yield Problem(name, "", "is listed in edition.json, but missing")
        elif hashlib.sha256((folder.path / name).read_bytes()).hexdigest() != facts["sha256"]:
            yield Problem(name, "", "was changed after it was published: its hash is not the one in edition.json")
