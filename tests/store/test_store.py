"""The store keeps what it was given, whole, in order, once; and says clearly why when it cannot."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.errors import LockedError, StoreError
from pipeline.records import Article, Dropped, Entry, Failure, Fetched, FetchState
from pipeline.store import EditionRow, Store, codec, lock
from pipeline.store.database import APPLICATION_ID, MIGRATIONS, VERSION

DAY = datetime(2026, 11, 1, tzinfo=UTC)


def body(text: str, url: str = "https://lattice.example/feed", source: str = "lattice", day: int = 1) -> Fetched:
    data = text.encode()
    sha = hashlib.sha256(data).hexdigest()
    return Fetched(
        source, url, url, "text/html", "utf-8", data, sha, DAY.replace(day=day), FetchState('"e"', "Mon", sha)
    )


def article(text: str, url: str, source: str = "lattice", published: datetime | None = None) -> Article:
    id_ = "a1_" + hashlib.sha256(f"{source}{url}{text}".encode()).hexdigest()[:16]
    return Article(
        id_, source, url, "Title", None, "The Lattice", published, DAY, "article", text, (), (), (), (), "00", None
    )


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / ".state") as opened:
        yield opened


def test_a_body_comes_back_with_its_bytes_and_first_date(store):
    store.bodies.save(body("one"))
    store.bodies.save(body("one", day=9))
    (row,) = store.bodies.rows({"lattice"})
    assert row.fetched == DAY
    loaded = store.bodies.load(row)
    assert (loaded.body, loaded.media_type, loaded.charset) == (b"one", "text/html", "utf-8")


def test_an_entry_travels_with_its_page(store):
    entry = Entry("e1", "https://lattice.example/1", "Ä title", "Mara Voss", DAY, "<p>…</p>")
    store.bodies.save(replace(body("page"), entry=entry))
    assert store.bodies.rows({"lattice"})[0].entry == entry


def test_state_of_an_address_is_kept_for_the_next_request(store):
    store.bodies.save(body("one"))
    store.bodies.remember("lattice", "https://lattice.example/2", FetchState(etag='"x"'))
    states = store.bodies.states("lattice")
    assert states["https://lattice.example/feed"].last_modified == "Mon"
    assert states["https://lattice.example/2"].etag == '"x"'
    assert store.bodies.states("other") == {}


def test_a_damaged_body_is_not_handed_out(store):
    store.bodies.save(body("one"))
    (row,) = store.bodies.rows({"lattice"})
    path = next((store.folder / "raw").rglob(row.sha256))
    path.write_bytes(b"two")
    with pytest.raises(StoreError, match="damaged"):
        store.bodies.load(row)
    store.bodies.forget(row)
    assert store.bodies.states("lattice") == {}
    with pytest.raises(StoreError, match="lost"):
        store.bodies.load(row)
    store.bodies.save(body("one"))
    assert store.bodies.load(row).body == b"one"


def test_the_newest_version_of_an_address_is_current(store):
    for number, text in enumerate(("old", "new"), 1):
        store.bodies.save(body(text, day=number))
    rows = store.bodies.rows({"lattice"})
    for row, text in zip(rows, ("old", "new"), strict=True):
        store.articles.save_extraction(row, "k", [article(text, "https://lattice.example/1")], [])
    ((id_, source, day),) = store.articles.current({"lattice"})
    assert store.articles.load([id_])[0].text == "new"
    assert (source, day) == ("lattice", DAY)


def test_articles_of_one_body_may_share_an_address(store):
    store.bodies.save(body("mbox"))
    (row,) = store.bodies.rows({"lattice"})
    pair = [article("first", "file:mail.mbox"), article("second", "file:mail.mbox")]
    store.articles.save_extraction(row, "k", pair, [])
    assert len(store.articles.current({"lattice"})) == 2


def test_an_entry_seen_again_in_a_newer_feed_keeps_its_first_record(store):
    store.bodies.save(body("feed 1"))
    store.bodies.save(body("feed 2", day=2))
    first, second = store.bodies.rows({"lattice"})
    same = article("same", "https://lattice.example/1")
    store.articles.save_extraction(first, "k", [same], [])
    store.articles.save_extraction(second, "k", [replace(same, fetched=DAY.replace(day=2), raw_sha256="11")], [])
    assert store.articles.load([same.id])[0].fetched == DAY


def test_an_article_read_anew_with_the_same_text_keeps_its_id_and_nothing_else(store):
    store.bodies.save(body("one"))
    (row,) = store.bodies.rows({"lattice"})
    old = article("same", "https://lattice.example/1")
    store.articles.save_extraction(row, "k1", [old], [])
    before = store.articles.digests([old.id])
    store.articles.save_extraction(row, "k2", [replace(old, title="A better title")], [])
    assert store.articles.load([old.id])[0].title == "A better title"
    assert store.articles.digests([old.id]) != before


def test_a_body_that_cannot_be_read_any_more_may_keep_its_articles(store):
    store.bodies.save(body("one"))
    (row,) = store.bodies.rows({"lattice"})
    assert not store.articles.has_any(row)
    old = article("text", "https://lattice.example/1")
    store.articles.save_extraction(row, "k1", [old], [])
    assert store.articles.has_any(row)
    crash = Failure("extract", "https://lattice.example/1", "crashed", "the reader crashed")
    store.articles.save_extraction(row, "k2", None, [crash])
    assert [id_ for id_, _, _ in store.articles.current({"lattice"})] == [old.id]
    assert store.articles.left_out({"lattice"}) == [crash]


@pytest.mark.parametrize("feed_last", [False, True])
def test_a_full_page_stands_for_the_teaser_in_its_feed_whatever_came_last(store, feed_last):
    entry = Entry("e", "https://lattice.example/1", "T", None, DAY, "<p>…</p>")
    store.bodies.save(body("feed"))
    store.bodies.save(replace(body("page", url="https://lattice.example/1?ref=x", day=2), entry=entry))
    rows = store.bodies.rows({"lattice"})
    full, teaser = (article(text, "https://lattice.example/1") for text in ("full text", "teaser"))
    for row in reversed(rows) if feed_last else rows:
        store.articles.save_extraction(row, "k", [full if row.entry else teaser], [])
    assert [id_ for id_, _, _ in store.articles.current({"lattice"})] == [full.id]
    page = next(row for row in rows if row.entry)
    store.articles.save_extraction(page, "k2", [], [Dropped("no_text", page.url)])
    assert [id_ for id_, _, _ in store.articles.current({"lattice"})] == [teaser.id]


def test_two_files_that_name_one_address_are_two_articles(store):
    for name in ("a", "b"):
        store.bodies.save(body(name, url=f"file:{name}.html", source="samples"))
    for row in store.bodies.rows({"samples"}):
        store.articles.save_extraction(row, "k", [article(row.url, "https://lattice.example/", "samples")], [])
    assert len(store.articles.current({"samples"})) == 2


def test_extracting_a_body_again_replaces_what_came_from_it(store):
    store.bodies.save(body("one"))
    (row,) = store.bodies.rows({"lattice"})
    wrong, right = article("menu", "u1"), article("story", "u2")
    store.articles.save_extraction(row, "k1", [wrong], [Dropped("too_short", "u9")])
    store.articles.save_extraction(row, "k2", [right], [Failure("extract", "u8", "empty", "no text")])
    assert [id_ for id_, _, _ in store.articles.current({"lattice"})] == [right.id]
    assert store.articles.left_out({"lattice"}) == [Failure("extract", "u8", "empty", "no text")]
    assert store.bodies.rows({"lattice"})[0].extract_key == "k2"


def test_a_file_that_is_gone_takes_its_articles_with_it_and_brings_them_back(store):
    store.bodies.save(body("one", url="file:a.txt", source="samples"))
    (row,) = store.bodies.rows({"samples"})
    store.articles.save_extraction(row, "k", [article("one", "file:a.txt", "samples")], [])
    store.bodies.mirror("samples", set())
    assert store.articles.current({"samples"}) == []
    assert store.bodies.rows({"samples"}) == []
    store.bodies.save(body("one", url="file:a.txt", source="samples"))
    assert len(store.articles.current({"samples"})) == 1


def test_artefacts_and_numbers_are_found_by_key(store):
    store.save_artefacts("nlp", [("k1", b"v1"), ("k2", b"v2")])
    store.save_artefacts("nlp", [("k1", b"other")])
    assert store.artefacts(["k1", "k3"]) == {"k1": b"v1"}
    assert store.known(["k2", "k3"]) == {"k2"}
    store.save_numbers("r1", [("text", b"\0\1")])
    assert store.numbers("r1", ["text", "no"]) == {"text": b"\0\1"}
    assert store.numbers("r2", ["text"]) == {}


def test_what_saves_time_is_kept_for_one_version_and_may_be_lost(store):
    assert store.kept("families", "v1") == b""
    store.keep("families", "v1", b"old")
    store.keep("families", "v1", b"\n\0new")
    assert store.kept("families", "v1") == b"\n\0new"
    assert store.kept("families", "v2") == store.kept("groups", "v1") == b""
    (store.folder / "families.kept").unlink()
    (store.folder / "families.kept").mkdir()  # nothing can be written there, and nothing is said of it
    store.keep("families", "v1", b"x")
    assert store.kept("families", "v1") == b""
    assert not list(store.folder.glob("*.part"))


def test_the_last_edition_is_the_last_one_saved(store):
    assert store.last_edition() is None
    for id_ in ("e1_b", "e1_a", "e1_b"):
        store.save_edition(EditionRow(id_, "inputs", DAY, {"record": "00"}))
    last = store.last_edition()
    assert (last.id, last.inputs, last.generated, dict(last.identities)) == ("e1_b", "inputs", DAY, {"record": "00"})


def test_runs_tell_how_they_ended(store):
    assert store.last_run() is None
    number = store.start_run(DAY)
    assert store.last_run()[1] is None
    bad = Failure("fetch", "https://x.example/", "dns", "no such host", retryable=True)
    store.finish_run(number, DAY, "nothing new", [bad])
    assert store.last_run() == (DAY.isoformat(), DAY.isoformat(), "nothing new", (bad,))


def test_a_newer_state_is_refused_with_the_next_action(tmp_path):
    Store(tmp_path).connection.close()
    with sqlite3.connect(tmp_path / "pipeline.sqlite") as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    with pytest.raises(StoreError, match="newer stancewire") as caught:
        Store(tmp_path)
    assert caught.value.kind == "newer_state"


def test_an_old_state_is_brought_up_to_date_and_read_again(tmp_path):
    path = tmp_path / "pipeline.sqlite"
    with sqlite3.connect(path, isolation_level=None) as connection:
        MIGRATIONS[0](connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute(
            "INSERT INTO bodies (source_id, url, sha256, final_url, media_type, fetched, extract_key) "
            "VALUES ('lattice', 'u', 'ab', 'u', 'text/html', '2026-11-01T00:00:00+00:00', 'k')"
        )
        old = article("text", "u")
        connection.execute(
            "INSERT INTO articles (id, source_id, url, body_sha256, fetched, record) VALUES (?, 'lattice', 'u', 'ab', "
            "'2026-11-01T00:00:00+00:00', ?)",
            (old.id, codec.dumps(old)),
        )
    connection.close()
    with Store(tmp_path) as store:
        (row,) = store.bodies.rows({"lattice"})
        assert row.extract_key is None
        assert store.articles.load([id_ for id_, _, _ in store.articles.current({"lattice"})]) == [old]
        store.articles.save_extraction(row, "k", [old], [])
        assert store.articles.digests([old.id])[old.id]


def test_a_record_that_cannot_be_read_is_a_clear_error(store):
    store.bodies.save(body("one"))
    (row,) = store.bodies.rows({"lattice"})
    store.articles.save_extraction(row, "k", [article("x", "u")], [])
    store.connection.execute("UPDATE articles SET record = ?", (b"garbage",))
    with pytest.raises(StoreError, match="move it away"):
        store.articles.load([id_ for id_, _, _ in store.articles.current({"lattice"})])


def test_a_foreign_database_is_left_alone(tmp_path):
    path = tmp_path / "pipeline.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Store(tmp_path)
    assert path.read_bytes() == before


def test_a_damaged_file_names_the_next_action(tmp_path):
    (tmp_path / "pipeline.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreError, match="move it away"):
        Store(tmp_path)


def test_a_new_file_is_marked_as_ours(store):
    assert store.connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert store.connection.execute("PRAGMA user_version").fetchone()[0] == VERSION
    assert store.connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


WRITES = {
    "body": lambda s: s.bodies.save(body("two")),
    "mirror": lambda s: s.bodies.mirror("lattice", set()),
    "remember": lambda s: s.bodies.remember("lattice", "u", FetchState()),
    "extraction": lambda s: s.articles.save_extraction(s.bodies.rows({"lattice"})[0], "k", [article("x", "u")], []),
    "artefacts": lambda s: s.save_artefacts("nlp", [("k", b"v")]),
    "numbers": lambda s: s.save_numbers("r", [("t", b"v")]),
    "edition": lambda s: s.save_edition(EditionRow("e", "i", DAY, {})),
    "start": lambda s: s.start_run(DAY),
    "finish": lambda s: s.finish_run(1, DAY, "", [Failure("fetch", "u", "k", "m")]),
}


@pytest.mark.parametrize("write", sorted(WRITES))
def test_every_write_on_a_locked_file_is_a_clear_error_and_changes_nothing(store, write):
    store.bodies.save(body("one"))
    store.connection.execute("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(StoreError, match="another program holds the file"):
            WRITES[write](store)
    finally:
        other.execute("ROLLBACK")
        other.close()
    WRITES[write](store)


@pytest.mark.parametrize("write", sorted(set(WRITES) - {"body"}))
def test_a_full_disk_is_a_clear_error_and_what_was_there_stays(store, write):
    store.bodies.save(body("one"))
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages}")
    filler = [(f"{number}", bytes(2000)) for number in range(500)]
    with pytest.raises(StoreError, match="free some disk space"):
        store.save_artefacts("nlp", filler)
    assert store.known(["0", "499"]) == set()
    assert len(store.bodies.rows({"lattice"})) == 1


def test_a_second_run_is_turned_away_until_the_first_dies(tmp_path):
    program = (
        "import sys, pathlib, time\nfrom pipeline.store import lock\n"
        "with lock(pathlib.Path(sys.argv[1])):\n    print('held', flush=True)\n    time.sleep(60)\n"
    )
    holder = subprocess.Popen([sys.executable, "-c", program, tmp_path], stdout=subprocess.PIPE, text=True)
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(LockedError, match="another run"), lock(tmp_path):
        pass
    holder.kill()
    holder.wait()
    holder.stdout.close()
    with lock(tmp_path):
        assert (tmp_path / "lock").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_folder_is_a_clear_error(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="writable"):
        Store(tmp_path / ".state")


def test_a_folder_that_is_a_file_is_a_clear_error(tmp_path):
    (tmp_path / "out").write_text("")
    with pytest.raises(StoreError, match="--out"), lock(Path(tmp_path / "out" / ".state")):
        pass
