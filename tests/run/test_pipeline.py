"""The main job on a folder of documents, with everything real: what runs again, what changes, what is left out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.config import load
from pipeline.records import Source
from pipeline.run.pipeline import Options, preview, run, summary
from pipeline.run.progress import Quiet
from pipeline.store import Store
from pipeline.verify import verify

NOW = datetime(2026, 11, 1, 8, tzinfo=UTC)

LETTER = """---
title: The wall that was not there
author: Mara Voss
date: 2026-10-{day:02d}
---

Anyone who tells you that scaling has hit a wall is wrong. I read the papers every week, and the curve still bends
upwards.

"We see no sign of a plateau," said Ilse Brandt, who runs the training team at Northlight Labs. Meridian-4 needs 170
times the computing power of Meridian-3, {extra}.
"""

GARDEN = """---
title: Beans
date: 2026-10-05
---

The beans came up late this year because the spring was cold. The gardener blames the wind from the sea.
"""


@pytest.fixture
def root(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "letter.md").write_text(LETTER.format(day=1, extra="the lab reported"))
    (tmp_path / "in" / "beans.md").write_text(GARDEN)
    (tmp_path / "sources.yaml").write_text(
        "sources:\n  - {id: letters, kind: files, path: in, outlet: Letters}\n"
        "questions:\n  - id: wall\n    text: Has AI scaling hit a wall?\n"
        "    yes: [AI scaling has hit a wall.]\n    no: [AI scaling has not hit a wall.]\n"
    )
    return tmp_path


def options(root: Path, **changes: object) -> Options:
    config = load(root / "sources.yaml")
    return replace(Options(config, config.root, root / "out", "serial", 1), **changes)


def go(root: Path, now: datetime = NOW, **changes: object):
    return run(options(root, **changes), Quiet(), lambda: now)


def rows(root: Path, name: str) -> list[dict]:
    folder = root / "out" / json.loads((root / "out" / "latest.json").read_text())["path"]
    return [json.loads(line) for line in (folder / name).read_text().splitlines()]


def test_a_first_run_publishes_and_a_second_finds_nothing_new(root):
    first = go(root)
    assert first.published
    assert first.articles == 2
    assert verify(root / "out") == ()
    second = go(root, NOW + timedelta(hours=1))
    assert not second.published
    assert (second.edition_id, second.folder) == (first.edition_id, first.folder)
    assert summary(second).startswith("nothing new")
    assert [claim["text"] for claim in rows(root, "claims.jsonl") if "wall" in claim["text"]]


def test_a_new_document_is_the_only_one_that_is_read(root):
    go(root)
    (root / "in" / "reply.md").write_text(LETTER.format(day=9, extra="which nobody denies"))
    shown = preview(options(root, fetch=False), Quiet())
    assert [line for line in shown.lines if line[0] == "read"] == []
    result = go(root, NOW + timedelta(days=1))
    assert result.published
    new = [change for change in result.edition.changes if change.what == "article"]
    assert [(change.kind, change.label) for change in new] == [("new", "The wall that was not there")]
    assert result.edition.previous is not None


def test_ids_of_what_was_there_survive_a_new_document(root):
    before = go(root).edition.analysis
    (root / "in" / "reply.md").write_text(LETTER.format(day=9, extra="which nobody denies"))
    after = go(root, NOW + timedelta(days=1)).edition.analysis
    old, new = dict(before.families), dict(after.families)
    assert {claim: new[claim] for claim in old} == old


@pytest.mark.parametrize("change", ["kept", "lost", "damaged"])
def test_what_the_last_grouping_left_changes_no_byte(root, change):
    go(root)
    (root / "in" / "reply.md").write_text(LETTER.format(day=9, extra="which nobody denies"))
    shutil.copytree(root / "out", root / "other")
    kept = root / "other" / ".state" / "families.kept"
    assert len(kept.read_bytes()) > 100
    if change == "lost":
        kept.unlink()
    if change == "damaged":
        kept.write_bytes(kept.read_bytes()[:-50] + b"x" * 50)
    first, second = (go(root, NOW + timedelta(days=1), out=root / name) for name in ("out", "other"))
    assert first.edition_id == second.edition_id
    files = {name.relative_to(first.folder) for name in first.folder.rglob("*") if name.is_file()}
    assert len(files) > 8
    assert [f for f in sorted(files) if (first.folder / f).read_bytes() != (second.folder / f).read_bytes()] == []
    assert (root / "out" / ".state" / "families.kept").read_bytes() == kept.read_bytes()


def test_a_deleted_document_is_withdrawn(root):
    go(root)
    (root / "in" / "beans.md").unlink()
    result = go(root, NOW + timedelta(days=1))
    assert [(c.kind, c.label) for c in result.edition.changes if c.what == "article"] == [("withdrawn", "Beans")]


def test_an_edited_document_replaces_its_old_version(root):
    go(root)
    (root / "in" / "letter.md").write_text(LETTER.format(day=1, extra="the lab said on Monday"))
    result = go(root, NOW + timedelta(days=1))
    assert result.articles == 2
    assert any("on Monday" in article.text for article in result.edition.articles)


def test_a_changed_question_makes_a_new_edition_without_reading_again(root):
    go(root)
    config = (root / "sources.yaml").read_text()
    (root / "sources.yaml").write_text(config.replace("Has AI scaling hit a wall?", "Is scaling over?"))
    assert not [line for line in preview(options(root), Quiet()).lines if line[0] == "read"]
    result = go(root, NOW, fetch=False)
    assert result.published
    assert result.edition.analysis.questions[0].question.text == "Is scaling over?"


def test_since_leaves_out_what_is_older(root):
    result = go(root, since=datetime(2026, 10, 3, tzinfo=UTC))
    assert [article.title for article in result.edition.articles] == ["Beans"]


def test_bad_files_cost_themselves_and_are_named(root):
    (root / "in" / "empty.txt").write_text("")
    (root / "in" / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (root / "in" / "bomb.xml").write_text(
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY a{n} "{("&a" + (str(n - 1) if n else "") + ";") * 10}">' for n in range(9))
        + "]><rss><channel><title>&a8;</title></channel></rss>"
    )
    result = go(root)
    assert result.articles == 2
    named = " ".join([f.item for f in result.failures] + [d.item for d in result.edition.dropped])
    assert "empty.txt" in named
    assert "picture.txt" in named
    assert result.published


def test_nothing_readable_is_no_edition(root):
    shutil.rmtree(root / "in")
    (root / "in").mkdir()
    result = go(root)
    assert result.edition_id is None
    assert summary(result).startswith("nothing could be read")
    assert [status.status for status in result.sources] == ["failed"]


def test_what_is_ingested_stays_beside_what_is_configured(root):
    go(root)
    extra = root / "extra.txt"
    extra.write_text(
        "Scaling has hit a wall, according to Owen Strand. He expects no further gains from larger models.\n"
    )
    given = go(root, NOW + timedelta(hours=1), extra=(Source("ingest", "files", str(extra), ""),))
    assert given.articles == 3
    again = go(root, NOW + timedelta(hours=2))
    assert again.articles == 3


def test_executors_publish_the_same_bytes(root):
    one = go(root, executor="serial", out=root / "serial")
    two = go(root, executor="processes", workers=2, out=root / "processes")
    files = {path.name: path.read_bytes() for path in one.folder.iterdir() if path.is_file()}
    assert files == {path.name: path.read_bytes() for path in two.folder.iterdir() if path.is_file()}


def test_the_order_of_documents_and_the_hash_seed_change_no_byte(root):
    first = go(root, out=root / "first").folder
    environment = {**os.environ, "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))}
    # The same two documents, given in the other order in a process with another hash seed.
    command = [sys.executable, "-m", "pipeline", "run", "--sources", str(root / "sources.yaml"), "--executor", "serial"]
    subprocess.run([*command, "--out", str(root / "second")], env=environment, check=True, capture_output=True)
    second = root / "second" / "editions" / first.name
    assert {p.name for p in first.iterdir()} == {p.name for p in second.iterdir()}
    assert all((second / p.name).read_bytes() == p.read_bytes() for p in first.iterdir() if p.is_file())


def test_a_failed_run_is_noted_with_its_reasons(root):
    (root / "in" / "empty.txt").write_text("")
    go(root)
    with Store(root / "out" / ".state") as store:
        _, finished, told, _ = store.last_run()
    assert finished
    assert told.startswith("edition ")
