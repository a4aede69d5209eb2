import json
import os
import resource
import shutil
import signal
import subprocess
from dataclasses import replace
from datetime import timedelta

import pytest

from pipeline.errors import PublishError
from pipeline.publish import disk, point, render, write
from pipeline.verify import verify


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def publish(files, name, out):
    folder = write(files, name, out)
    point(folder, out)
    return folder


def in_child(action):
    """Run ``action`` in a process of its own; return how it ended (0, or minus the signal) and what it wrote."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.write(writer, str(action() or "").encode())
            code = 0
        finally:
            os._exit(code)
    os.close(writer)
    with os.fdopen(reader) as stream:
        said = stream.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said


def refusal(action):
    try:
        action()
    except PublishError as error:
        return error.message
    return ""


def test_what_is_rendered_lies_in_the_folder_and_latest_points_there(edition, tmp_path):
    files = render(edition)
    folder = publish(files, edition.id, tmp_path)
    assert tree(folder) == files
    latest = json.loads((tmp_path / "latest.json").read_bytes())
    assert latest == {
        "schema_version": "1.4",
        "edition": edition.id,
        "path": f"editions/{edition.id}",
        "generated_at": "2026-11-02T00:00:00Z",
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == ["editions", "latest.json"]


def test_the_same_edition_again_touches_nothing(edition, tmp_path):
    publish(render(edition), edition.id, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    later = replace(edition, generated=edition.generated + timedelta(hours=1))
    publish(render(later), edition.id, tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_damaged_edition_is_made_whole(edition, tmp_path):
    files = render(edition)
    folder = publish(files, edition.id, tmp_path)
    (folder / "claims.jsonl").write_bytes(b"")
    (folder / "digest.md").unlink()
    assert tree(write(files, edition.id, tmp_path)) == files
    assert not list(tmp_path.glob(".tmp-*"))


def test_older_editions_stay(edition, tmp_path):
    first = publish(render(edition), edition.id, tmp_path)
    second = replace(edition, id="e1_next", previous=edition.id)
    publish(render(second), second.id, tmp_path)
    assert tree(first) == render(edition)
    assert json.loads((tmp_path / "latest.json").read_bytes())["edition"] == "e1_next"


def test_killed_at_any_write_the_next_run_completes(edition, tmp_path):
    old, new = render(edition), render(replace(edition, id="e1_next"))
    clean = tmp_path / "clean"
    publish(old, edition.id, clean)
    publish(new, "e1_next", clean)
    moments = 0
    while True:  # every third moment, to be quick; the last one is past the end
        out = tmp_path / f"killed-{moments}"
        publish(old, edition.id, out)
        code, _ = in_child(lambda out=out, moment=moments: die_at(moment, lambda: publish(new, "e1_next", out)))
        assert verify(out) == ()
        publish(new, "e1_next", out)
        assert tree(out) == tree(clean)
        if code == 0:
            break
        assert code == -signal.SIGKILL
        moments += 3
        shutil.rmtree(out)
    assert moments > len(new)


def die_at(moment, action):
    """Run ``action``, and die at the given call of fsync, of which there is one per file and folder."""
    real, calls = os.fsync, iter(range(10**6))

    def fsync(descriptor):
        if next(calls) == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        real(descriptor)

    disk.os.fsync = fsync
    action()


def test_a_file_that_may_not_grow_is_a_full_disk(edition, tmp_path):
    files = render(edition)
    publish(files, edition.id, tmp_path)
    before = tree(tmp_path)

    def attempt():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        return refusal(lambda: write(files, "e1_next", tmp_path))

    code, said = in_child(attempt)
    assert code == 0
    assert str(tmp_path) in said
    assert "make room" in said
    assert tree(tmp_path) == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount")
def test_a_full_disk(edition, tmp_path):
    files = render(edition)
    mount = ["mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", str(tmp_path)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        publish(files, edition.id, tmp_path)
        before = tree(tmp_path)
        with pytest.raises(PublishError, match="No space left on device; make room"):
            write(files, "e1_next", tmp_path)
        assert tree(tmp_path) == before
        assert verify(tmp_path) == ()
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_read_only_folder(edition, tmp_path):
    files = render(edition)
    out = tmp_path / "out"
    out.mkdir(mode=0o555)

    def attempt():
        if os.geteuid() == 0:
            tmp_path.chmod(0o755)
            os.chdir(tmp_path)
            os.setuid(65534)
        return refusal(lambda: write(files, edition.id, out))

    code, said = in_child(attempt)
    assert code == 0
    assert "Permission denied" in said
    assert "--out" in said
    assert list(out.iterdir()) == []


def test_a_file_where_the_folder_should_be(edition, tmp_path):
    (tmp_path / "out").write_text("I was here first")
    with pytest.raises(PublishError, match="out"):
        write(render(edition), edition.id, tmp_path / "out")


def test_leftovers_of_a_killed_run_are_cleared(edition, tmp_path):
    (tmp_path / ".tmp-e1_old-1" / "schema").mkdir(parents=True)
    (tmp_path / ".tmp-e1_old-1" / "claims.jsonl").write_text("half a li")
    (tmp_path / ".tmp-latest.json-1").write_text("{")
    publish(render(edition), edition.id, tmp_path)
    assert not list(tmp_path.glob(".tmp-*"))


@pytest.mark.parametrize("name", ["../claims.jsonl", "/etc/claims.jsonl", "a/../../b", "", "a\\b", "a\0b"])
def test_a_name_that_climbs_out_is_refused(name, tmp_path):
    with pytest.raises(PublishError, match="no name for a published file"):
        write({name: b""}, "e1_0", tmp_path)
    with pytest.raises(PublishError, match="no name for a published file"):
        write({"claims.jsonl": b""}, name, tmp_path)


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"{"])
def test_nothing_points_to_a_damaged_edition(data, tmp_path):
    folder = tmp_path / "editions" / "e1_0"
    folder.mkdir(parents=True)
    (folder / "edition.json").write_bytes(data)
    with pytest.raises(PublishError, match="damaged"):
        point(folder, tmp_path)
    assert not (tmp_path / "latest.json").exists()
