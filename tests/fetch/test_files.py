"""Files and folders: all of them accounted for, none that was not meant."""

from __future__ import annotations

import gzip
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.errors import FetchError
from pipeline.fetch import read_files, read_stream
from pipeline.records import Done, Dropped, Failure, Source

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def read(tmp_path: Path):
    def run(url: str = "letters", **options: int):
        source = Source("src", "files", url, "Harbor")
        return read_files(source, tmp_path, max_bytes=options.get("max_bytes", 1000), now=lambda: NOW)

    (tmp_path / "letters").mkdir()
    return run


def put(folder: Path, name: str, data: bytes = b"Some words.") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def urls(outcomes) -> list[str]:
    return [outcome.value.url for outcome in outcomes if isinstance(outcome, Done)]


def test_a_folder_is_read_to_its_depths_in_the_order_of_its_paths(read, tmp_path):
    for name in ("b.txt", "a/z.md", "a.html", "a/b/c.eml", "Ä.txt", ".hidden.txt", ".git/x.txt", "a/.x/y.txt"):
        put(tmp_path / "letters", name)
    outcomes = read()
    assert len(outcomes) == 5
    wanted = ["a/b/c.eml", "a/z.md", "a.html", "b.txt", "Ä.txt"]
    assert urls(outcomes) == [f"file:letters/{name}" for name in wanted]
    first = outcomes[0].value
    assert (first.source_id, first.final_url, first.media_type, first.charset) == (
        "src",
        first.url,
        "message/rfc822",
        None,
    )
    assert (first.body, first.fetched, first.state.body_sha256) == (b"Some words.", NOW, first.sha256)


def test_one_file_and_a_folder_elsewhere(read, tmp_path, tmp_path_factory):
    put(tmp_path, "one.txt")
    assert urls(read("one.txt")) == ["file:one.txt"]
    assert urls(read("./letters/../one.txt")) == ["file:one.txt"]
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    put(elsewhere, "x.txt")
    assert urls(read(str(elsewhere))) == [f"file:{elsewhere.as_posix()}/x.txt"]


def test_a_missing_place_and_an_empty_folder_say_what_to_do(read):
    (missing,), (empty,) = read("nowhere"), read()
    assert (missing.kind, missing.item) == ("missing", "file:nowhere")
    assert missing.message == "file:nowhere: there is no such file or folder; correct the path of source 'src'."
    assert empty.kind == "no-files"


def test_each_odd_file_costs_itself_alone(read, tmp_path):
    folder = tmp_path / "letters"
    put(folder, "big.txt", b"x" * 1001)
    put(folder, "blank.txt", b" \n\t")
    put(folder, "empty.html", b"")
    put(folder, "good.txt", b"x" * 1000)
    put(folder, "picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    put(folder, "picture.txt", b"\xff\xd8\xff\xe0\0\x10JFIF\0")
    os.mkfifo(folder / "pipe.txt")
    outcomes = read()
    assert [o.reason if isinstance(o, Dropped) else o.kind if isinstance(o, Failure) else "done" for o in outcomes] == [
        "too-big",
        "empty",
        "empty",
        "done",
        "binary",
        "binary",
        "no regular file",
    ]
    assert outcomes[0].item == "file:letters/big.txt"
    assert "1,000 bytes" in outcomes[0].message


def test_links_are_followed_inside_the_folder_only(read, tmp_path):
    folder = tmp_path / "letters"
    put(folder, "real.txt")
    secret = put(tmp_path, "secret.txt", b"secret")
    put(tmp_path / "other", "more.txt", b"secret")
    (folder / "inside.txt").symlink_to("real.txt")
    (folder / "outside.txt").symlink_to(secret)
    (folder / "dangling.txt").symlink_to("gone.txt")
    (folder / "circle.txt").symlink_to("circle.txt")
    (folder / "folder").symlink_to(tmp_path / "other")
    (folder / "loop").symlink_to(folder)
    outcomes = read()
    assert urls(outcomes) == ["file:letters/inside.txt", "file:letters/real.txt"]
    assert [o.kind for o in outcomes if isinstance(o, Failure)] == ["unreadable", "unreadable"]
    assert [o.item for o in outcomes if isinstance(o, Dropped)] == ["file:letters/outside.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_without_permission(read, tmp_path):
    put(tmp_path / "letters", "locked.txt").chmod(0)
    put(tmp_path / "letters", "shut/x.txt").parent.chmod(0)
    outcomes = read()
    (tmp_path / "letters" / "shut").chmod(0o700)
    assert [o.kind for o in outcomes] == ["unreadable", "unreadable"]


def test_a_file_that_fails_while_it_is_read(read, tmp_path, monkeypatch):
    put(tmp_path / "letters", "a.txt")
    put(tmp_path / "letters", "b.txt")
    honest = Path.open

    def failing(self, *args, **options):
        if self.name == "a.txt":
            raise OSError(5, "Input/output error")
        return honest(self, *args, **options)

    monkeypatch.setattr(Path, "open", failing)
    first, second = read()
    assert (first.kind, first.message) == (
        "unreadable",
        "file:letters/a.txt: cannot be read (Input/output error); check its permissions or remove it.",
    )
    assert isinstance(second, Done)


def test_names_that_are_no_utf8_can_still_be_published(read, tmp_path):
    path = os.fsencode(tmp_path / "letters") + b"/caf\xe9.txt"
    with open(path, "wb") as file:
        file.write(b"words")
    (url,) = urls(read())
    assert url == "file:letters/caf%E9.txt"
    assert url.encode()


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.HTM", b"<p>", "text/html"),
        ("a.md", b"# x", "text/markdown"),
        ("a.xml", b"<rss>", "application/xml"),
        ("a.rss", b"<rss>", "application/rss+xml"),
        ("a.atom", b"<feed>", "application/atom+xml"),
        ("a.json", b"{}", "application/json"),
        ("a.mbox", b"From x", "application/mbox"),
        ("a.warc", b"WARC/1.0\r\n\0\1\2\0\0\0", "application/warc"),
        ("a.warc.gz", gzip.compress(b"WARC/1.1\r\n", mtime=0), "application/warc"),
        ("crawl", gzip.compress(b"WARC/1.1\r\n", mtime=0), "application/warc"),
        ("a.txt", "Grüße".encode("utf-16"), "text/plain"),
        ("a.txt", "Grüße aus dem Hafen".encode("utf-16-le"), "text/plain"),
        ("a.txt", "港は静かだ".encode("shift_jis"), "text/plain"),
        ("a.txt", "港は静かだ".encode("iso-2022-jp"), "text/plain"),
        ("page", b"\xef\xbb\xbf <!DOCTYPE html><html>", "text/html"),
        ("page", b"<div>words</div>", "text/html"),
        ("feed", b'<?xml version="1.0"?>\n<!-- x --><rss version="2.0">', "application/rss+xml"),
        ("feed", b'<?xml version="1.0"?><feed xmlns="x">', "application/atom+xml"),
        ("data", b'<?xml version="1.0"?><opml>', "application/xml"),
        ("feed", b'{"version": "https://jsonfeed.org/version/1.1"}', "application/json"),
        ("note", b"{curly} remarks [and] brackets", "text/plain"),
        ("mail", b"Received: by x\r\n  with y\r\nSubject: z\r\n\r\nHi", "message/rfc822"),
        ("note", b"Date: today\nPlace: here\n\nNo mail at all.", "text/plain"),
        ("box", b"From mara@harbor.example Sun Mar  1 12:00:00 2026\nSubject: x\n\nHi", "application/mbox"),
        ("note", b"From Monday on, the harbor is open.", "text/plain"),
        ("a.pdf", b"%PDF-1.7 words words", None),
        ("a.gz", gzip.compress(b"words", mtime=0), "text/plain"),
        ("a.HTML.GZ", gzip.compress(b"words", mtime=0), "text/html"),
        ("a.tar.gz", gzip.compress(b"a.txt\0\0\0\0\0\0\0", mtime=0), None),
        ("a.txt", gzip.compress(b"words", mtime=0), None),
        ("program", b"\x7fELF\2\1\1\0\0\0", None),
    ],
)
def test_kinds_of_files(read, tmp_path, name, data, expected):
    put(tmp_path / "letters", name, data)
    (outcome,) = read()
    if expected is None:
        assert outcome == Dropped("binary", f"file:letters/{name}")
    else:
        assert outcome.value.media_type == expected


def test_standard_input():
    got = read_stream(b"<html>words</html>", "-", now=lambda: NOW)
    assert (got.source_id, got.url, got.media_type, got.fetched) == ("stdin", "file:-", "text/html", NOW)
    assert read_stream(b"words", "issue.md").media_type == "text/markdown"
    assert read_stream(b"words", "-").fetched.tzinfo is not None
    for data, kind in ((b" ", "empty"), (b"\0\1\2\3", "binary")):
        with pytest.raises(FetchError) as caught:
            read_stream(data, "-")
        assert caught.value.kind == kind


def test_packed_files_are_unpacked_within_the_limit(read, tmp_path):
    packed = gzip.compress(b"The harbor is open. " * 20)
    put(tmp_path / "letters", "a.txt.gz", packed)
    put(tmp_path / "letters", "bomb.txt.gz", gzip.compress(b" x" * 100_000))
    put(tmp_path / "letters", "cut.txt.gz", packed[:-12])
    put(tmp_path / "letters", "wrong.txt.gz", packed[:-8] + bytes(8))
    whole, bomb, cut, wrong = read()
    assert whole.value.body == b"The harbor is open. " * 20
    assert [outcome.kind for outcome in (bomb, cut, wrong)] == ["too-big", "truncated", "damaged"]
    assert all(outcome.message.startswith(f"{outcome.item}: ") for outcome in (bomb, cut, wrong))
