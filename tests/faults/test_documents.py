"""Bad documents: each costs itself, is named, and everything else is published."""

from __future__ import annotations

import json

import pytest

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]><rss version='2.0'><channel><title>&a9;</title><item><title>x</title></item></channel></rss>"
)

FEED = (
    "<?xml version='1.0'?><rss version='2.0'><channel><title>Blatt</title><item><title>Brief {0}</title>"
    "<link>https://blatt.example/{0}</link><description>Die Modelle werden größer, sagt Lena Reuter, und der "
    "Fortschritt geht trotzdem nicht weiter, weil die Daten fehlen.</description></item>"
)

BAD = {
    "empty.txt": b"",
    "blank.html": b" \n\t ",
    "binary.md": bytes(range(256)) * 64,
    "picture.html": b"\x89PNG\r\n\x1a\n" + bytes(4000),
    "malformed.xml": b"<?xml version='1.0'?><rss><channel><item><title>a</b></rss",
    "bomb.xml": BOMB.encode(),
    "tiny.txt": b"x",
}

ODD = {
    # Names one encoding, is in another.
    "wrong.html": (
        "<html lang=de><head><meta charset=utf-8><title>Größe</title></head><body><p>Die Modelle werden größer, sagt "
        "Lena Reuter, aber nicht klüger, und das bestätigt die Prüfung.</p></body></html>"
    ).encode("latin-1"),
    # Ends inside a tag.
    "truncated.html": (
        "<html lang=de><head><title>Halb</title></head><body><article><p>Die Modelle werden größer, sagt Lena Reuter, "
        "aber nicht klüger, und dafür gibt es Gründe.</p><p>Der zweite Absatz <a hre"
    ).encode(),
    "truncated.xml": FEED.format(7).encode(),
    "truncated.eml": (
        b"From: Lena Reuter <lena@brief.example>\r\nSubject: Post\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; '
        b"charset=utf-8\r\n\r\nDie Skalierung ist an eine Wand gesto\xc3\x9fen, sagt Lena Reuter, und mehr Daten "
        b"helfen nicht.\r\n--b\r\nConte"
    ),
}


@pytest.mark.slow
def test_bad_documents_cost_themselves_and_are_named(world):
    for name, data in {**BAD, **ODD}.items():
        (world.root / "in" / name).write_bytes(data)
    with (world.root / "in" / "huge.txt").open("wb") as file:
        file.write(b"Die Modelle werden immer besser, sagt Lena Reuter. " * 1_050_000)
    told = world.run()
    assert told.code == 0, told.err
    assert {"Die Wand", "Größe", "Halb", "Brief 7", "Post"} <= set(world.titles)
    edition = world.edition
    named = " ".join(item["item"] for item in (*edition["failures"], *edition["dropped"]))
    assert [name for name in BAD if name not in named] == []
    assert "huge.txt: larger than 20,000,000 bytes; split it" in told.err
    # The bomb may be refused or read without its entities; it is never blown up.
    assert "a" * 1000 not in (world.folder / "articles.jsonl").read_text()
    assert world.verify().code == 0
    again = world.run()
    assert again.err.splitlines()[-1].startswith("stancewire: nothing new")


@pytest.mark.slow
def test_deeply_nested_markup_costs_seconds_and_nothing_else(world):
    depth = 30_000
    deep = "<html><body>" + "<div>" * depth + "Die Modelle werden größer, sagt Lena Reuter." + "</div>" * depth
    (world.root / "in" / "deep.html").write_text(deep)
    world.configure(extract={"time_limit": 2.0})
    told = world.run()
    assert told.code == 0
    assert "deep.html" in told.err or "größer, sagt" in (world.folder / "articles.jsonl").read_text()
    assert "Die Wand" in world.titles
    assert world.verify().code == 0


def test_nothing_that_can_be_read_is_exit_1_and_no_edition(world):
    world.letter().unlink()
    told = world.run()
    assert told.code == 1
    assert "the folder holds no files; put some there" in told.err
    assert told.err.splitlines()[-1].startswith("stancewire: nothing could be read")
    assert not (world.root / "out" / "latest.json").exists()


def test_strict_is_exit_3_when_a_source_failed(world):
    world.configure(
        "  - {id: letters, kind: files, path: in, outlet: A}\n  - {id: gone, kind: files, path: none, outlet: B}"
    )
    (world.root / "none").mkdir()
    told = world.run("--strict")
    assert told.code == 3
    assert "the folder holds no files; put some there, or remove source 'gone'" in told.err
    assert "1 of 2 sources failed (gone)" in told.err.splitlines()[-1]
    assert world.run().code == 0


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "nothing was given; pipe a document into it"),
        (bytes(range(256)), "this is no text; give HTML, Markdown, mail or a feed"),
    ],
)
def test_standard_input_that_is_no_document_is_exit_1(world, data, words):
    told = world.run("-", command="ingest", data=data)
    assert told.code == 1
    assert words in told.err


def test_documents_on_standard_input_stay_beside_each_other(world):
    page = (
        "<html lang=de><title>Seite</title><p>Es geht weiter, sagt Mara Voss. Ein Ende ist nicht in Sicht.</p></html>"
    )
    assert world.run("-", command="ingest", data=page.encode()).code == 0
    text = "# Notiz\n\nDie Skalierung ist am Ende, sagt Owen Strand. Mehr Daten helfen nicht.\n"
    assert world.run("-", command="ingest", data=text.encode()).code == 0
    assert world.titles == ["Notiz", "Seite"]
    assert world.run().code == 0
    assert world.titles == ["Die Wand", "Notiz", "Seite"]
    assert world.verify().code == 0


def test_a_file_that_is_left_out_is_named(world):
    world.run()
    (world.root / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(900))
    told = world.run(world.root / "picture.png", command="ingest")
    assert told.code == 1
    assert "left out (binary): file:picture.png" in told.err


@pytest.mark.parametrize(
    ("item", "words"),
    [("nowhere.md", "no such file or folder"), ("ftp://x.example/", "only http and https addresses can be read")],
)
def test_an_item_that_cannot_be_one_is_exit_2(world, item, words):
    told = world.run(item, command="ingest")
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert words in told.err


@pytest.mark.parametrize("question", ["", "  \t", "?", "¿…?", "？！", "؟"])
def test_a_question_without_words_is_exit_2_before_anything_is_read(world, question):
    told = world.run("in", "--question", "Ist Schluss?", "--question", question, command="ingest")
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert "--question" in told.err
    assert "put it in words" in told.err
    assert not (world.root / "out").exists()


@pytest.mark.parametrize(
    "question", ["Hat die Skalierung eine Wand erreicht?", "规模扩张停止了吗？", "هل توقف التوسع؟"]
)
def test_a_question_given_twice_is_asked_once(world, question):
    told = world.run("in", "--question", question, "--question", f" {question} ", command="ingest")
    assert told.code == 0, told.err
    asked = json.loads((world.folder / "stances.json").read_text())["questions"]
    assert [found["text"] for found in asked] == [question]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("broken.xml", "<?xml version='1.0'?><rss <<<>>> &&&"),
        ("cut.rss", "<rss version='2.0'><channel><item><title>Brief"),
        ("page.rss", "<!doctype html><html><head><title>Umzug</title></head><body><p>Wir sind weg.</p></body></html>"),
    ],
)
def test_an_ingested_feed_that_is_none_fails_by_name(world, name, body):
    (world.root / name).write_text(body)
    told = world.run(world.root / name, command="ingest")
    assert told.code == 1
    assert "failed (" in told.err
    assert f"file:{name}: " in told.err
    assert "save " in told.err
