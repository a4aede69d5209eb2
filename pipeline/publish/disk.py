"""Put an edition on disk: aside, synced, renamed; and point ``latest.json`` to it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from pipeline.errors import PublishError
from pipeline.wire import document, latest

TEMPORARY = ".tmp-"
"""Prefix of everything that is not published yet; a later run clears it away."""


def write(files: Mapping[str, bytes], edition_id: str, out: Path) -> Path:
    """Publish ``files`` (path inside the edition -> bytes) as ``out/editions/<edition_id>``; return that folder.

    A folder of the same edition that holds the same bytes is kept; its ``edition.json`` may differ in the time of
    generation only. The caller holds the lock of ``out``.

    Raises:
        PublishError: read-only folder, full disk, or a name that leads out of the edition. Nothing that was
            published before is touched.
    """
    target = out / "editions" / _plain(edition_id)
    with _explained(out):
        out.mkdir(parents=True, exist_ok=True)
        clear_leftovers(out)
        if not _holds(target, files):
            _replace_folder(files, target, out)
    return target


def point(folder: Path, out: Path) -> None:
    """Replace ``out/latest.json`` by one that points to the published ``folder``.

    Raises:
        PublishError: the folder holds no edition, or ``out`` cannot be written; the old pointer still stands.
    """
    with _explained(out):
        try:
            published = json.loads((folder / "edition.json").read_text(encoding="utf-8"))
            data = document(latest(published))
        except (ValueError, KeyError, TypeError) as error:
            message = f"{folder / 'edition.json'} is damaged; publish again with: stancewire publish --out {out}"
            raise PublishError(message, item=str(folder), kind="damaged") from error
        path = out / "latest.json"
        if not (path.is_file() and path.read_bytes() == data):
            _replace_file(data, path)


def clear_leftovers(out: Path) -> tuple[str, ...]:
    """Remove what a killed run left half-written in ``out``; return the names."""
    found = sorted(path for path in out.glob(TEMPORARY + "*"))
    for path in found:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    return tuple(path.name for path in found)


def _holds(target: Path, files: Mapping[str, bytes]) -> bool:
    """Whether the folder is there with the same files, the time of generation aside."""
    present = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()}
    if present != set(files):
        return False
    return all((target / name).read_bytes() == data for name, data in files.items() if name != "edition.json")


def _replace_folder(files: Mapping[str, bytes], target: Path, out: Path) -> None:
    aside = out / f"{TEMPORARY}{target.name}-{os.getpid()}"
    try:
        _fill(aside, files)
        target.parent.mkdir(exist_ok=True)
        if target.exists():  # damaged: somebody changed a published folder
            target.rename(out / f"{TEMPORARY}damaged-{target.name}-{os.getpid()}")
        aside.rename(target)
        _sync(target.parent)
    finally:
        # Room on a full disk is worth more than a trace of the attempt; a folder that went away is no matter.
        shutil.rmtree(aside, ignore_errors=True)
    clear_leftovers(out)


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for name in sorted(files):
        path = folder / _plain(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_synced(path, files[name])
    for inner in sorted({path.parent for path in folder.rglob("*")} | {folder}):
        _sync(inner)


def _replace_file(data: bytes, path: Path) -> None:
    aside = path.with_name(f"{TEMPORARY}{path.name}-{os.getpid()}")
    try:
        _write_synced(aside, data)
        aside.replace(path)
        _sync(path.parent)
    finally:
        aside.unlink(missing_ok=True)


def _write_synced(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Make renames inside the folder last through a power cut, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _plain(name: str) -> str:
    """Refuse a name that is empty, absolute or climbs out of its folder."""
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts or "\\" in name or "\0" in name:
        raise PublishError(f"{name!r} is no name for a published file", item=name, kind="bad-name")
    return name


@contextlib.contextmanager
def _explained(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"cannot publish to {out}: {reason}; make room or choose another folder with --out, then run again"
        raise PublishError(message, item=str(out), kind="disk", retryable=True) from error
