"""The command itself: usage, configuration, messages, the log, and what it costs."""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import time

import pytest


@pytest.mark.parametrize("words", [("frobnicate",), ("run", "--frobnicate"), ("ingest",), ("run", "--workers", "0")])
def test_wrong_usage_is_exit_2(command, words):
    told = command(*words)
    assert told.code == 2
    assert "Error: " in told.err
    assert "Traceback" not in told.err


WRONG = """
sources:
  - {id: a, kind: files, path: in, outlet: A}
  - {id: a, kind: fede, url: 7, outlet: B, nwsletter: true}
questions: nothing
settings: {workers: many, fetch: {host_delay_s: -1}}
colour: blue
"""


def test_every_problem_of_a_configuration_is_told_at_once_with_exit_2(world):
    (world.root / "sources.yaml").write_text(WRONG)
    told = world.run()
    assert told.code == 2
    for path in ("sources[1].id", "sources[1].kind", "sources[1].nwsletter", "questions", "settings.workers",
                 "settings.fetch.host_delay_s", "colour"):  # fmt: skip
        assert path in told.err
    assert "newsletter" in told.err
    assert not (world.root / "out").exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("sources: [", "no valid YAML"),
        ("- a\n- b\n", "sources"),
        ("sources: &a [*a]\n", "sources.yaml"),
    ],
)
def test_a_file_that_is_no_configuration_is_exit_2(world, text, words):
    (world.root / "sources.yaml").write_text(text)
    told = world.run()
    assert told.code == 2
    assert words in told.err
    assert "Traceback" not in told.err


def test_every_command_that_needs_an_edition_says_how_to_make_one(world):
    assert "no run yet; start one with: stancewire run" in world.run(command="status").out
    told = world.command("explain", "c1_0", "--out", world.root / "out")
    assert told.code == 1
    assert "make one with: stancewire run" in told.err
    assert world.verify().code == 1


def test_status_tells_each_failure_once_and_what_the_next_run_would_do(world):
    (world.root / "in" / "huge.txt").write_text("x " * 40_000)
    world.configure(extract={"max_bytes": 50_000})
    world.run()
    (failed,) = [line for line in world.run(command="status").out.splitlines() if "failed:" in line]
    assert failed.count("huge.txt") == 1
    told = world.run(command="status").out
    assert told.splitlines()[-1] == "next run: asks the sources; nothing else is waiting"
    world.configure(extract={"max_bytes": 50_001})
    assert "next run: extract file:in/" in world.run(command="status").out


def test_a_claim_is_explained_and_an_unknown_one_is_exit_2(world):
    world.run()
    claim = world.rows("claims.jsonl")[0]
    told = world.command("explain", claim["id"], "--out", world.root / "out")
    assert told.code == 0
    assert f"[[{claim['text']}]]" in " ".join(told.out.split("\n"))
    assert "holder:" in told.out
    assert world.command("explain", "c1_0", "--out", world.root / "out").code == 2


def test_dry_run_says_what_would_be_done_and_does_nothing(world):
    told = world.run("--dry-run")
    assert told.code == 0
    assert [line.split()[0] for line in told.out.splitlines()] == ["fetch", "publish"]
    assert not (world.root / "out").exists()


def test_sources_travel_through_opml(world, tmp_path):
    world.configure("  - {id: blatt, kind: feed, url: 'https://blatt.example/feed', outlet: Blatt & Söhne}")
    told = world.command("sources", "export", "--sources", world.root / "sources.yaml")
    (tmp_path / "list.opml").write_text(told.out)
    back = world.command("sources", "import", tmp_path / "list.opml")
    assert back.code == 0
    assert "url: https://blatt.example/feed" in back.out
    assert "outlet: Blatt & Söhne" in back.out
    (tmp_path / "bad.opml").write_text("no list")
    assert world.command("sources", "import", tmp_path / "bad.opml").code == 2


def test_sources_check_tells_of_folders_and_addresses(world):
    told = world.command("sources", "check", "--sources", world.root / "sources.yaml")
    assert told.code == 0
    assert told.out.split()[-2:] == ["is", "there"]
    (world.root / "in" / "letter-1.md").unlink()


def test_the_log_in_json_tells_of_every_step_source_failure_and_drop(world):
    (world.root / "in" / "empty.txt").write_text("")
    (world.root / "in" / "huge.txt").write_text("x " * 40_000)
    world.configure(extract={"max_bytes": 50_000})
    told = world.run("--json-log", "--no-summary")
    assert told.out == ""
    events = [json.loads(line) for line in told.err.splitlines()]
    assert all({"time", "level", "event"} <= event.keys() for event in events)
    steps = [event["step"] for event in events if event["event"] == "step"]
    assert {"fetch", "extract", "read", "embed", "compare", "publish"} <= set(steps)
    assert all(event["seconds"] >= 0 for event in events if event["event"] == "step")
    (source,) = [event for event in events if event["event"] == "source"]
    assert (source["source_id"], source["status"], source["articles"]) == ("letters", "ok", 1)
    assert [event["reason"] for event in events if event["event"] == "dropped"] == ["empty"]
    assert [event["kind"] for event in events if event["event"] == "failure"] == ["too-big"]
    assert events[-1]["event"] == "result"
    assert events[-1]["published"] is True
    assert events[-1]["summary"].startswith(f"edition {world.edition['id']}")


@pytest.mark.parametrize("late", [True, False])
def test_an_error_is_an_event_of_the_log_in_json(world, late):
    if late:
        (world.root / "out").write_text("")
    else:
        (world.root / "sources.yaml").write_text("")
    told = world.run("--json-log")
    (event,) = [json.loads(line) for line in told.err.splitlines()]
    assert (event["level"], event["event"]) == ("error", "error")
    assert ("--out" if late else "sources.yaml") in event["message"]


def program(world, *words: object, every: float) -> list[str]:
    """Run the command in a process of its own, told of long steps that often; return the lines of standard error."""
    code = f"from pipeline.run import events; events.EVERY = {every}; from pipeline.cli import main; main()"
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            code,
            "run",
            "--sources",
            world.root / "sources.yaml",
            "--out",
            world.root / "out",
            *words,
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == ""
    return done.stderr.splitlines()


@pytest.mark.parametrize("executor", ["serial", "processes"])
def test_off_a_terminal_each_step_is_a_plain_line(world, executor):
    lines = program(world, "--executor", executor, every=30)
    steps = [line.split(": ")[1] for line in lines if re.fullmatch(r"stancewire: \w+: \d+ done in \d+\.\d s", line)]
    assert [step for step in steps if step not in ("judge", "points")] == [
        *("fetch", "extract", "read", "embed", "compare", "ledger", "publish")
    ]
    assert len(lines) == len(steps) + 1
    again = program(world, every=30)
    assert len(again) == 2  # a step with nothing to do says nothing
    assert again[0].startswith("stancewire: fetch: 1 done in ")


def test_a_long_step_says_that_it_is_still_at_work(world):
    (world.root / "in" / "letter-1.md").write_text(
        "# Wand\n\n" + "\n\n".join(f"Die Wand Nummer {number} ist erreicht, sagt Lena Reuter." for number in range(200))
    )
    lines = program(world, every=0.2)
    going = r"stancewire: read: [01] of 1 done after \d+ s, still at work"
    told = [line for line in lines if line.startswith("stancewire: read: ")]
    assert len(told) > 1
    assert all(re.fullmatch(going, line) for line in told[:-1])
    assert re.fullmatch(r"stancewire: read: 1 done in .* s", told[-1])
    (taken,) = re.findall(r"in (.*) s", told[-1])
    assert len(told) - 1 <= float(taken) / 0.2 + 1


def measured(*words: object, flags: tuple[str, ...] = ()) -> tuple[float, str, str]:
    """Run the command in a process of its own; return its processor seconds, and what it told."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    line = [sys.executable, *flags, "-m", "pipeline", *map(str, words)]
    done = subprocess.run(line, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONWARNINGS": ""})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, done.stdout, done.stderr


def test_a_run_with_nothing_new_is_cheap_and_loads_no_model(world):
    world.run()
    words = ("run", "--sources", world.root / "sources.yaml", "--out", world.root / "out")
    seconds, _, told = measured(*words)
    assert "nothing new" in told
    assert seconds < 1.5
    _, _, told = measured(*words, flags=("-X", "importtime"))
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in told.splitlines()}
    assert "pipeline" in imported
    assert not imported & {"torch", "spacy", "sentence_transformers", "onnxruntime", "trafilatura", "scipy"}


def test_help_is_there_at_once(world):
    began = time.monotonic()
    seconds, out, _ = measured("--help")
    assert "who claims what" in out.lower()
    assert seconds < 0.5
    assert time.monotonic() - began < 30
