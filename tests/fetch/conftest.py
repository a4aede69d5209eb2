"""A real HTTP server on loopback whose every answer is a function that writes to the socket."""

from __future__ import annotations

import contextlib
import gzip
import socket
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pipeline.fetch import Fetcher, FetchSettings, Target
from pipeline.records import Done, Failure, Fetched, FetchState, Unchanged

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
QUICK = FetchSettings(
    request_s=2.0,
    connect_s=1.0,
    source_s=5.0,
    max_bytes=50_000,
    backoff_s=0.01,
    retry_after_max_s=1.0,
    host_delay_s=0.0,
    allow_private=True,
)

Answer = Callable[[socket.socket], None]


class Site:
    """Loopback server. ``on(path, *answers)``: the last answer repeats."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.asked: list[tuple[str, dict[str, str]]] = []
        self._answers: dict[str, list[Answer]] = defaultdict(list)
        self._stopping = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def on(self, path: str, *answers: Answer) -> str:
        self._answers[path] = list(answers)
        return self.url(path)

    def count(self, path: str) -> int:
        return sum(1 for asked, _ in self.asked if asked == path)

    def stop(self) -> None:
        self._stopping.set()
        self._listener.close()

    def _serve(self) -> None:
        while not self._stopping.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._handle, args=(connection,), daemon=True).start()

    def _handle(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            connection.settimeout(10)
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connection.recv(65536)
                if not piece:
                    return
                head += piece
            first, *lines = head.decode("latin-1").split("\r\n")
            path = first.split(" ")[1]
            fields = dict(line.lower().split(": ", 1) for line in lines if ": " in line)
            self.asked.append((path, fields))
            answers = self._answers[path] or [answer(b"no such page", status="404 Not Found")]
            (answers.pop(0) if len(answers) > 1 else answers[0])(connection)


def answer(body: bytes, *, status: str = "200 OK", length: int | None = None, **fields: str) -> Answer:
    """A whole response; underscores in field names stand for hyphens."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    data = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body
    return lambda connection: connection.sendall(data)


def raw(data: bytes) -> Answer:
    return lambda connection: connection.sendall(data)


def redirect(to: str, status: str = "302 Found") -> Answer:
    return answer(b"", status=status, Location=to)


def packed(body: bytes, coding: str = "gzip") -> Answer:
    return answer(gzip.compress(body), Content_Encoding=coding)


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.stop()


@pytest.fixture
def respond():
    """The makers of answers: ``respond.answer``, ``respond.redirect`` ..."""

    class Makers:
        pass

    for maker in (answer, raw, redirect, packed):
        setattr(Makers, maker.__name__, staticmethod(maker))
    return Makers


@pytest.fixture
def quick() -> FetchSettings:
    return QUICK


@pytest.fixture
def fetch():
    """Fetch addresses with settings that allow loopback; names resolve to it, too, unless ``lookup`` says otherwise."""

    def run(*urls: str, state: FetchState | None = None, lookup=lambda host: ["127.0.0.1"], **changes: object):
        settings = replace(QUICK, **changes)  # type: ignore[arg-type] # the names are those of the settings
        fetcher = Fetcher(settings, now=lambda: NOW, lookup=lookup)
        return fetcher.get([Target("src", url, state or FetchState()) for url in urls])

    return run


@pytest.fixture
def fetch_one(fetch):
    """The value of a single fetch, or its failure."""

    def run(url: str, **options: object) -> Fetched | Unchanged | Failure:
        (outcome,) = fetch(url, **options)
        return outcome.value if isinstance(outcome, Done) else outcome

    return run
