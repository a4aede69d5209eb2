"""Killed anywhere, the next run ends with the bytes of one that was never killed."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
KILLS = 20


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A configuration with a few documents in several languages and formats, small enough to be read often."""
    root = tmp_path_factory.mktemp("kill")
    (root / "documents").mkdir()
    documents = sorted(p for p in SAMPLES.iterdir() if p.suffix in {".html", ".txt", ".eml", ".md"})
    for path in documents[:6]:
        shutil.copy(path, root / "documents")
    (root / "sources.yaml").write_text(
        "sources:\n  - {id: documents, kind: files, path: documents, outlet: Documents}\n"
        "questions:\n  - {id: wall, text: 'Has AI scaling hit a wall?'}\n"
    )
    return root


def start(root: Path, out: Path) -> subprocess.Popen:
    command = [sys.executable, "-m", "pipeline", "run", "--sources", root / "sources.yaml", "--out", out]
    # One process group, so that a kill takes helpers with it, as a power cut would.
    return subprocess.Popen(
        [*map(str, command), "--executor", "serial"],
        env={**os.environ, "SOURCE_DATE_EPOCH": "1793000000"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def finish(process: subprocess.Popen) -> None:
    _, errors = process.communicate(timeout=200)
    assert process.returncode == 0, errors.decode()


def published(out: Path) -> dict[str, bytes]:
    files = [out / "latest.json", *sorted((out / "editions").rglob("*"))]
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files if path.is_file()}


def counts(out: Path) -> dict[str, int]:
    with sqlite3.connect(out / ".state" / "pipeline.sqlite") as connection:
        tables = ("bodies", "articles", "artefacts", "numbers", "editions", "drops")
        found = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}
    connection.close()
    return found


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_twenty_kills_change_no_byte(folder, tmp_path):
    whole = tmp_path / "whole"
    began = time.monotonic()
    finish(start(folder, whole))
    duration = time.monotonic() - began
    moments = random.Random(20)
    out, number = tmp_path / "killed-0", 0
    for _ in range(KILLS):
        process = start(folder, out)
        try:
            process.communicate(timeout=moments.uniform(0.05, 1.0) * duration)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
        if process.returncode == 0:
            # It was done before the kill: look at it, and go on with a folder that is not.
            assert published(out) == published(whole)
            number += 1
            out = tmp_path / f"killed-{number}"
    finish(start(folder, out))
    assert published(out) == published(whole)
    assert counts(out) == counts(whole)
    assert sorted(path.name for path in out.iterdir()) == [".state", "editions", "latest.json"]


def test_a_second_run_at_once_is_turned_away_with_75(folder, tmp_path):
    first = start(folder, tmp_path)
    try:
        deadline = time.monotonic() + 60
        while not (tmp_path / ".state" / "lock").exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.2)
        second = start(folder, tmp_path)
        _, errors = second.communicate(timeout=60)
        assert second.returncode == 75
        assert b"another run is at work" in errors
    finally:
        finish(first)
    assert (tmp_path / "latest.json").exists()
