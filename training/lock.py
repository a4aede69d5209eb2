"""Write entries of ``models/models.lock.yaml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import yaml

from pipeline.encode.lock import LOCK, file_hash, revision_of
from pipeline.encode.settings import MODELS


def renew(name: str, files: Sequence[str], about: Mapping[str, object]) -> str:
    """Replace or add the entry ``name`` with the hashes of its files as they are now; return its revision."""
    path = MODELS / LOCK
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))["models"] if path.exists() else []
    hashes = {file: file_hash(MODELS / name / file) for file in sorted(files)}
    entry = {"name": name, "revision": revision_of(hashes), **about, "files": hashes}
    entries = sorted([e for e in entries if e["name"] != name] + [entry], key=lambda e: str(e["name"]))
    text = yaml.safe_dump({"models": entries}, sort_keys=False, allow_unicode=True, width=120)
    path.write_text(
        "# The bytes that the shipped models must have. Written by the scripts in training/.\n" + text, "utf-8"
    )
    return str(entry["revision"])
