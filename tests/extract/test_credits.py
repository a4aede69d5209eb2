"""Lines that name the writer, the outlet, the date or the title."""

from __future__ import annotations

import pytest

from pipeline.extract.blocks import Block, Draft
from pipeline.extract.credits import mark_credits

CRANE = "The crane has fallen into the sea, says the council, and nobody has come to take it out of the water since."


def reason(text, *, title="", byline=None, outlet=None, kind="para", known=()):
    draft = Draft((), title=title, byline=byline, outlet=outlet)
    return mark_credits([Block(kind, text)], draft, known)[0].aside


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Mara Voss", {"byline": "Mara Voss"}),
        ("Mara Voss, 2 September 2025", {"byline": "Mara Voss"}),
        ("Por Lucía Ferrán.", {"byline": "Lucía Ferrán"}),
        ("ريم الصباغ - 7 أكتوبر 2025", {"byline": "ريم الصباغ"}),
        ("2025-09-07 09:20 来源：未来观察站 编辑：编译组", {"outlet": "未来观察站"}),
        ("Von Jonas Reuter, 11. September 2025, 09:15 Uhr", {"byline": "Jonas Reuter"}),
        (
            "Tomas Hale | The Harbor Dispatch | September 4, 2025",
            {"byline": "Tomas Hale", "known": ["The Harbor Dispatch"]},
        ),
        ("24 сентября 2025 г.", {}),
        ("2025年9月24日", {}),
    ],
)
def test_a_line_of_names_and_dates_is_a_credit(text, names):
    assert reason(text, **names) == "credit"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mara Voss says that the wall is not there.", {"byline": "Mara Voss"}),
        ("Mara Vossberg", {"byline": "Mara Voss"}),
        ("By 2025, the port had closed.", {"byline": "Mara Voss"}),
        ("On 2 September 2025 the crane fell.", {}),
        ("2023: 4.4%", {}),
        ("The wall", {}),
        ("And so on", {}),
    ],
)
def test_what_says_more_is_none(text, names):
    assert reason(text, **names) is None


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("What a point costs", "Compute Ledger – What a point costs", "credit"),
        ("WHAT A POINT COSTS", "What a point costs", "credit"),
        ("What a point costs.", "What a point costs.", None),
        ("a point costs", "What a point costs", None),
        ("costs", "Ledger: costs", None),
    ],
)
def test_the_title_again_is_a_credit(text, title, expected):
    assert reason(text, title=title) == expected


def test_headings_and_quotations_keep_their_own_reason():
    assert (
        mark_credits([Block("heading", "By Mara Voss", aside="heading")], Draft((), byline="Mara Voss"))[0].aside
        == "heading"
    )
    assert mark_credits([Block("para", "Mara Voss", quoted=True)], Draft((), byline="Mara Voss"))[0].aside is None


def test_a_byline_in_the_text_is_no_claim(reader, claims_area):
    head = "---\ntitle: The crane\nauthor: Mara Voss\n---\n\n"
    body = head + f"By Mara Voss, 2 September 2025\n\n{CRANE}\n"
    assert claims_area(reader.one(body)) == [CRANE]
