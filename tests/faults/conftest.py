"""A small world of its own per test, driven through the command line as a user would."""

from __future__ import annotations

import http.server
import io
import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

GOOD = """---
title: Die Wand
author: Lena Reuter
date: 2026-10-0{number}
---

Die Skalierung der Modelle ist an eine Wand gestoßen, sagt Lena Reuter vom Nordlicht-Institut. Größere Modelle bringen
kaum noch Fortschritt. Das ist Brief Nummer {number}.
"""

CONFIG = """
sources:
{sources}
questions:
  - id: wall
    text: Has AI scaling hit a wall?
    yes: [AI scaling has hit a wall.]
    no: [AI scaling has not hit a wall.]
settings: {settings}
"""

FOLDER = "  - {id: letters, kind: files, path: in, outlet: Letters}"


@dataclass
class Told:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> list[str]:
        """The lines of standard error but those that tell of a step that was done."""
        return [line for line in self.err.splitlines() if " done in " not in line]


@dataclass
class World:
    """A folder with a configuration; ``run`` calls the command in this process."""

    root: Path
    command: Callable[..., Told]

    def configure(self, sources: str = FOLDER, **settings: object) -> None:
        text = CONFIG.format(sources=sources, settings=json.dumps({"executor": "serial", **settings}))
        (self.root / "sources.yaml").write_text(text)

    def letter(self, number: int = 1) -> Path:
        path = self.root / "in" / f"letter-{number}.md"
        path.write_text(GOOD.format(number=number))
        return path

    def run(self, *words: object, command: str = "run", data: bytes = b"") -> Told:
        return self.command(command, "--sources", self.root / "sources.yaml", *self._out(words), data=data)

    def _out(self, words: tuple[object, ...]) -> tuple[object, ...]:
        return words if "--out" in words else (*words, "--out", self.root / "out")

    def verify(self) -> Told:
        return self.command("verify", self.root / "out")

    def start(self, *words: object, **options: object) -> subprocess.Popen[str]:
        """Start a run as a process of its own."""
        line = [sys.executable, "-m", "pipeline", "run", "--sources", self.root / "sources.yaml", *self._out(words)]
        return subprocess.Popen(
            [str(word) for word in line], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options
        )

    @property
    def folder(self) -> Path:
        return self.root / "out" / json.loads((self.root / "out" / "latest.json").read_text())["path"]

    def rows(self, name: str) -> list[dict]:
        return [json.loads(line) for line in (self.folder / name).read_text().splitlines()]

    @property
    def edition(self) -> dict:
        return json.loads((self.folder / "edition.json").read_text())

    @property
    def titles(self) -> list[str]:
        return sorted(row["title"] for row in self.rows("articles.jsonl"))


@pytest.fixture
def command(monkeypatch, capsys):
    """Call ``stancewire`` in this process."""
    from pipeline.cli import main

    def call(*words: object, data: bytes = b"") -> Told:
        monkeypatch.setattr(sys, "argv", ["stancewire", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        capsys.readouterr()
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        logging.getLogger("stancewire").handlers.clear()  # a real command ends here, and its log with it
        return Told(code, *capsys.readouterr())

    return call


@pytest.fixture
def world(tmp_path, command, monkeypatch) -> World:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    made = World(tmp_path, command)
    made.configure()
    made.letter()
    return made


@pytest.fixture
def small_disk(tmp_path):
    """Mount a tiny file system; only root may."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    mounted: list[Path] = []

    def mount(options: str) -> Path:
        folder = tmp_path / "disk"
        folder.mkdir(exist_ok=True)
        again = "remount," if mounted else ""
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", again + options, "none", folder], capture_output=True)
        if done.returncode:
            pytest.skip(f"this system does not let us mount: {done.stderr.decode().strip()}")
        mounted.append(folder)
        return folder

    yield mount
    if mounted:
        subprocess.run(["umount", mounted[0]], check=True)


class Site:
    """Loopback server on many addresses, so that hosts are strangers to each other. ``pages``: path to answer."""

    def __init__(self) -> None:
        self.pages: dict[str, Callable[[http.server.BaseHTTPRequestHandler], None]] = {}
        self.asked: list[str] = []
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.pages.get(self.path, status(404))(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = http.server.ThreadingHTTPServer(("0.0.0.0", 0), Handler)
        self._server.handle_error = lambda *_: None  # a client that hangs up is what some tests want
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def url(self, path: str, host: int = 2) -> str:
        return f"http://127.0.0.{host}:{self.port}{path}"

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def status(code: int, body: bytes = b"", **fields: str) -> Callable[[http.server.BaseHTTPRequestHandler], None]:
    """A whole answer; underscores in field names stand for hyphens."""

    def answer(request: http.server.BaseHTTPRequestHandler) -> None:
        request.send_response(code)
        for name, value in {"Content_Length": str(len(body)), **fields}.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return answer


@pytest.fixture
def reply():
    return status


@pytest.fixture
def site():
    made = Site()
    yield made
    made.stop()
