"""What was left out on purpose is named, so that a reader can look for it."""

import pytest

from pipeline.publish import render
from pipeline.records import Dropped


@pytest.mark.parametrize(
    ("items", "told"),
    [
        (["file:in/letters/broken.xml"], "1 item (broken.xml)"),
        (["/home/b.txt", "https://example.org/a"], "2 items (b.txt and https://example.org/a)"),
        ([""], "1 item"),
        ([f"file:in/n{n:02}.txt" for n in range(12)], "12 items (n00.txt, n01.txt, n02.txt, n03.txt, n04.txt, n05.txt, "
         "n06.txt, n07.txt, n08.txt, n09.txt and 2 more)"),
    ],
)  # fmt: skip
def test_items_are_named_up_to_ten(builder, items, told):
    files = render(builder.edition(dropped=tuple(Dropped("no_text", item) for item in items)))
    assert f"- left out, no text: {told}\n" in files["digest.md"].decode()
    page = files["report.html"].decode()
    assert f"<li>{told.split(' (')[0]}: no text" in page
    assert all(f"<bdi>{item.split('/')[-1]}</bdi>" in page for item in items[:10] if item.startswith("file:"))
    assert ("and 2 more in edition.json" in page) == (len(items) > 10)


def test_each_reason_stands_for_itself(builder):
    dropped = (Dropped("off topic", "b.html"), Dropped("empty", "a.html"), Dropped("off topic", "a.html"))
    page = render(builder.edition(dropped=dropped))["digest.md"].decode()
    assert "- left out, empty: 1 item (a.html)\n- left out, off topic: 2 items (a.html and b.html)\n" in page
