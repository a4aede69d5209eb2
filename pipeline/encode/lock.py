"""The lock file of the shipped models: which bytes they must have."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import ModelError

LOCK = "models.lock.yaml"
_REPAIR = "restore it with `git checkout -- models`, or rebuild it as models/README.md says"


@dataclass(frozen=True, slots=True)
class Locked:
    """One shipped model: its folder, its revision (hash over its files) and the SHA-256 of each file."""

    name: str
    folder: Path
    revision: str
    files: Mapping[str, str]


def read_lock(models: Path, name: str) -> Locked:
    """Return the entry ``name``; raise ``ModelError`` when the lock is unreadable or does not hold it."""
    import yaml

    path = models / LOCK
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))["models"]
        entry = next(e for e in entries if e["name"] == name)
        return Locked(name, models / name, str(entry["revision"]), dict(entry["files"]))
    except OSError as error:
        raise _error(path, f"cannot be read ({error.strerror})", "missing") from error
    except (yaml.YAMLError, KeyError, TypeError, AttributeError, StopIteration) as error:
        raise _error(path, f"does not describe the model {name!r}", "corrupt") from error


def check_files(locked: Locked, only: str | None = None) -> None:
    """Raise ``ModelError`` naming the first file that is missing or whose bytes are not the locked ones."""
    for name in sorted(locked.files) if only is None else [only]:
        path = locked.folder / name
        try:
            found = file_hash(path)
        except OSError as error:
            raise _error(path, f"cannot be read ({error.strerror})", "missing") from error
        if found != locked.files[name]:
            raise _error(path, f"has sha256 {found[:16]}…, the lock says {locked.files[name][:16]}…", "corrupt")


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def revision_of(files: Mapping[str, str]) -> str:
    """Return the short hash that stands for a set of files (name to SHA-256)."""
    listing = "".join(f"{name}\0{files[name]}\n" for name in sorted(files))
    return hashlib.sha256(listing.encode()).hexdigest()[:12]


def _error(path: Path, problem: str, kind: str) -> ModelError:
    return ModelError(f"{path}: {problem}; {_REPAIR}", item=str(path), kind=f"model-{kind}")
