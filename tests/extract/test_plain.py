"""Plain text files."""

from __future__ import annotations

import pytest

from pipeline.extract.plain import plain_blocks, plain_title

LONG = "The council of Lorn has decided that the breakwater will be built, although nobody asked the fishers first. "


def texts(source):
    return [block.text for block in plain_blocks(source) if block.kind != "rule"]


def test_one_paragraph_per_line(reader, paragraphs):
    article = reader.one(f"{LONG * 2}\n{LONG}\nA last line that stands for itself.", "note.txt")
    assert paragraphs(article) == [(LONG * 2).strip(), LONG.strip(), "A last line that stands for itself."]
    assert article.asides == ()
    assert article.title == ""
    assert article.kind == "file"


def test_wrapped_text_is_joined():
    source = (
        "The council of the old harbor met on Tuesday to talk about\n"
        "the new breakwater, which has cost more than anyone had\n"
        "planned, and which Mara Voss of the port authority calls a\nlesson in humility.\n\n"
        "The next meeting is planned for the week after the storm,\nif there is one.\n"
    )
    joined = texts(source)
    assert len(joined) == 2
    assert joined[0].endswith("calls a lesson in humility.")
    assert joined[1] == "The next meeting is planned for the week after the storm, if there is one."


def test_wrapped_chinese_is_joined_without_spaces():
    line = "港口委员会周二开会讨论新的防波堤它的造价超过了所有人的预期而且工程将持续到明年春天"
    assert texts(f"{line}\n{line}\n{line}\n完工之后。") == [line * 3 + "完工之后。"]


def test_lists_and_rules():
    source = "Reasons:\n- the crane\n- the storm\n\n-----\n\n1. first\n2. second"
    assert texts(source) == ["Reasons:", "the crane", "the storm", "1. first", "2. second"]
    assert [block.kind for block in plain_blocks(source)] == ["para", "item", "item", "rule", "item", "item"]


def test_addresses():
    (first, second) = plain_blocks("See the study [https://a.example/s] here.\n\nIt is at https://a.example/x.")
    assert first.text == "See the study here."
    assert [second.text[a:b] for a, b, _ in second.links] == ["https://a.example/x"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A quiet port\n\nText.", "A quiet port"),
        ("Is the port quiet?\n\nText.", "Is the port quiet?"),
        ("The port is quiet.\n\nText.", ""),
        ("A quiet port\nText.", ""),
        ("word " * 40 + "\n\nText.", ""),
        ("- a\n\nText", ""),
        ("", ""),
        ("\ufeffA quiet port\n\nText.", "A quiet port"),
    ],
)
def test_titles(text, title):
    assert plain_title(text) == title


def test_a_title_line_is_the_title_and_holds_no_claims(reader, claims_area):
    article = reader.one(f"A quiet port\n\n{LONG}", "note.txt")
    assert article.title == "A quiet port"
    assert claims_area(article) == [LONG.strip()]


def test_too_short_is_dropped_with_a_reason(reader):
    found = reader.read("Short.", "note.txt")
    assert found.articles == ()
    assert [(drop.reason, drop.item) for drop in found.dropped] == [("too_short", "file:note.txt")]
