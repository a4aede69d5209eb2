"""A machine that fails: full disk, read-only folders, damaged state and models, kills. The next run is a whole one."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import time
from pathlib import Path

import pytest

from pipeline.encode.settings import MODELS
from pipeline.run import corpus, fingerprint
from pipeline.store import Store


def one_line(told, code: int, *words: str) -> None:
    assert told.code == code, told.err
    (line,) = told.said
    assert line.startswith("stancewire: ")
    assert [word for word in words if word not in line] == []


@pytest.mark.parametrize("size", ["16k", "160k", "300k"])
def test_a_full_disk_is_exit_1_and_the_next_run_with_room_is_whole(world, small_disk, size):
    out = small_disk(f"size={size}")
    told = world.run("--out", out)
    assert told.code == 1
    assert "run again" in told.err.splitlines()[-1], told.err
    assert not (out / "latest.json").exists()
    small_disk("size=20m")
    assert world.run("--out", out).code == 0
    assert world.command("verify", out).code == 0
    assert sorted(path.name for path in out.iterdir()) == [".state", "editions", "latest.json"]


def test_an_edition_stands_when_the_next_one_finds_the_disk_full(world, small_disk):
    out = small_disk("size=20m")
    world.run("--out", out)
    before = (out / "latest.json").read_bytes()
    world.letter(2)
    used = shutil.disk_usage(out).used
    small_disk(f"size={used // 1024 + 40}k")
    told = world.run("--out", out)
    assert told.code == 1
    assert (out / "latest.json").read_bytes() == before
    assert world.command("verify", out).code == 0


def test_a_read_only_output_folder_is_exit_1(world, small_disk):
    out = small_disk("size=1m,ro")
    one_line(world.run("--out", out), 1, str(out), "Read-only file system", "choose another with --out")


def test_an_output_path_that_is_a_file_is_exit_1(world):
    (world.root / "out").write_text("mine")
    one_line(world.run(), 1, "Not a directory", "choose another with --out")
    assert (world.root / "out").read_text() == "mine"


def test_a_state_from_a_newer_version_is_exit_1_and_untouched(world):
    world.run()
    path = world.root / "out" / ".state" / "pipeline.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = path.read_bytes()
    one_line(world.run(), 1, "written by a newer stancewire", "update stancewire, or choose another --out folder")
    assert path.read_bytes() == before
    assert world.verify().code == 0


@pytest.mark.parametrize("where", [0, 5000])
def test_a_damaged_state_is_exit_1_and_without_it_all_is_made_again(world, where):
    world.run()
    path = world.root / "out" / ".state" / "pipeline.sqlite"
    data = bytearray(path.read_bytes())
    data[where : where + 60_000] = os.urandom(len(data[where : where + 60_000]))
    path.write_bytes(data)
    one_line(world.run(), 1, str(path), "move it away and run again")
    for left in path.parent.glob("pipeline.sqlite*"):
        left.rename(world.root / left.name)
    assert world.run().code == 0
    assert world.titles == ["Die Wand"]


@pytest.mark.parametrize(
    "name",
    [
        "e5-small-12/model_int8.onnx",
        "stance-judge/model_int8.onnx",
        "point-encoder/model_int8.onnx",
        "models.lock.yaml",
    ],
)
@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_a_model_that_is_missing_or_damaged_is_exit_2_and_named(world, name, damage):
    models = world.root / "models"
    for path in sorted(MODELS.rglob("*")):
        if path.is_file():
            link = models / path.relative_to(MODELS)
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(path)
    (models / name).unlink()
    if damage == "damaged":
        (models / name).write_bytes(b"no such thing")
    world.configure(encode={"models": str(models)})
    one_line(world.run(), 2, str(models / name), "git checkout -- models")
    assert not (world.root / "out" / "latest.json").exists()
    world.configure()
    assert world.run().code == 0


@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_a_raw_body_that_is_lost_costs_itself_and_comes_back(world, damage, monkeypatch):
    world.letter(2)
    world.run()
    path = next(p for p in (world.root / "out" / ".state" / "raw").rglob("*") if p.is_file())
    path.unlink() if damage == "missing" else path.write_bytes(b"other")
    newer_code(monkeypatch)
    told = world.run(command="publish")
    assert told.code == 0, told.err
    assert "it is fetched again in the next run" in told.err
    assert len(world.rows("articles.jsonl")) == 2
    assert "fetched again" not in world.run().err
    assert world.verify().code == 0


def newer_code(monkeypatch, *rooms: str) -> None:
    """Let rooms seem to have been changed since the last run."""
    true = fingerprint.room_version
    monkeypatch.setattr(corpus, "room_version", lambda room: true(room) + ("+" if room in rooms or not rooms else ""))


def test_publishing_after_a_change_of_code_loses_no_article(world, monkeypatch):
    for number in range(2, 5):
        world.letter(number)
    shutil.copy(world.root / "in" / "letter-2.md", world.root / "in" / "copy-of-2.md")
    world.run()
    before = world.rows("articles.jsonl")
    newer_code(monkeypatch)
    assert world.run(command="publish").code == 0
    assert world.rows("articles.jsonl") == before
    assert len(before) == 4


@pytest.mark.parametrize(("kind", "kept"), [("crashed", 1), ("bot_wall", 0)])
def test_a_reader_that_breaks_takes_no_article_with_it(world, monkeypatch, kind, kept):
    from pipeline.errors import ExtractError
    from pipeline.extract import Extractor

    world.run()

    def broken(*_):
        raise ExtractError("letter-1.md: the reader broke; report it", item="letter-1.md", kind=kind)

    monkeypatch.setattr(Extractor, "articles", broken)
    newer_code(monkeypatch)
    told = world.run(command="publish")
    assert "the reader broke" in told.err
    assert told.code == (0 if kept else 1)
    with Store(world.root / "out" / ".state") as store:
        assert len(store.articles.current({"letters"})) == kept


def test_what_failed_while_the_program_was_updated_is_tried_again(world, monkeypatch):
    from pipeline.nlp import Reader

    world.letter(2)
    whole = Reader.read

    def mixed(self, article):
        if article.url.endswith("letter-2.md"):
            raise ImportError("cannot import name")
        return whole(self, article)

    monkeypatch.setattr(Reader, "read", mixed)
    monkeypatch.setattr(corpus, "code_changed", lambda: True)
    told = world.run()
    assert "unexpected ImportError" in told.err
    assert told.err.splitlines()[-1].endswith("; 1 item failed")
    assert len(world.rows("articles.jsonl")) == 1
    monkeypatch.setattr(Reader, "read", whole)
    world.run()
    assert len(world.rows("articles.jsonl")) == 2


def test_nothing_that_could_be_analysed_is_exit_1(world, monkeypatch):
    from pipeline.nlp import Reader

    def broken(self, article):
        raise ZeroDivisionError("no")

    monkeypatch.setattr(Reader, "read", broken)
    told = world.run()
    assert told.code == 1
    assert "file:in/letter-1.md: unexpected ZeroDivisionError: no; please report it with the item" in told.err
    assert not (world.root / "out" / "latest.json").exists()


def wait_for(path: Path) -> None:
    deadline = time.monotonic() + 60
    while not path.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert path.exists()


@pytest.fixture
def interruptible():
    """Let a process that the test starts be interrupted, also where the tests run in the background, deaf to Ctrl-C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.slow
@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("executor", ["serial", "processes"])
def test_ctrl_c_is_130_with_one_line_and_the_next_run_goes_on(world, executor):
    for number in range(2, 41):  # enough to be at work still when the signal comes
        world.letter(number)
    process = world.start("--executor", executor, start_new_session=True)
    wait_for(world.root / "out" / ".state" / "raw")
    time.sleep(0.4)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    lines = [line for line in errors.splitlines() if " done in " not in line]  # steps that were at an end
    assert [line for line in lines if line] == ["stancewire: stopped; the next run goes on from here"]
    assert world.run().code == 0
    assert len(world.rows("articles.jsonl")) == 40
    assert world.verify().code == 0
