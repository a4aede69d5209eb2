"""Which line breaks are meant."""

from __future__ import annotations

import pytest

from pipeline.extract.lines import BULLET, continues, ends_sentence, group, wrap_column

WRAPPED = [
    "The council of the old harbor met on Tuesday to talk about",
    "the new breakwater, which has cost more than anyone had",
    "planned, and which Mara Voss of the port authority calls a",
    "lesson in humility. Work on it will go on until the spring",
    "of next year, when the first ships are to pass.",
]


@pytest.mark.parametrize(
    "text", ["Done.", "Why?", 'He said "no."', "他说。", "来吗？", "Here:", "Fin…", "(So it is.)", "«Ja!»"]
)
def test_sentence_ends(text):
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["It is one of", "the 3", "and,", "标题", ""])
def test_no_sentence_end(text):
    assert not ends_sentence(text)


def test_wrapped_lines_are_recognised():
    assert wrap_column(WRAPPED[:-1]) is not None


@pytest.mark.parametrize(
    "lines",
    [
        ["A whole paragraph. " * 12, "Another one, just as long as the first. " * 6],
        ["One thing.", "Another thing.", "A third thing."],
        ["Bread", "Milk", "A very long thing that is on the list for some reason", "Salt"],
        ["only one line that is long enough to be wrapped somewhere"],
    ],
)
def test_meant_breaks_are_not_a_column(lines):
    assert wrap_column(lines) is None


def test_wrapped_paragraph_is_one_group():
    assert group(WRAPPED, wrap_column(WRAPPED[:-1])) == [[0, 1, 2, 3, 4]]


def test_an_address_that_no_machine_can_break_hides_no_column():
    address = "Read it all ( https://a.example/" + "x" * 90 + " ) in the archive of the harbor,"
    assert wrap_column([*WRAPPED, address, *WRAPPED]) == wrap_column(WRAPPED)


def test_a_short_line_in_wrapped_text_ends_its_paragraph():
    lines = [*WRAPPED[:3], "Short end.", *WRAPPED]
    column = wrap_column(lines[:-1])
    assert group(lines, column) == [[0, 1, 2, 3], [4, 5, 6, 7, 8]]


def test_bullets_are_never_joined():
    assert group(["We saw", "- ships and", "- boats"], 60) == [[0], [1], [2]]


def test_a_sentence_runs_on_over_a_break_when_letters_say_so():
    assert continues("It is one of", "the harbors")
    assert continues("Ships, boats,", "And rafts")
    assert not continues("It is done.", "the end")
    assert not continues("Title", "Text")
    assert not continues("It is", "")


@pytest.mark.parametrize("line", ["- a", "* b", "• c", "1. d", "2) e", "(3) f", "① g", "– h"])
def test_bullet_marks(line):
    assert BULLET.match(line)


@pytest.mark.parametrize("line", ["-a", "1984 was", "3.5 percent", "*word* here"])
def test_no_bullet_marks(line):
    assert not BULLET.match(line)
