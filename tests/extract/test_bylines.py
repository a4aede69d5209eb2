"""Bylines of plain text: who wrote it, for whom and when, and no sentence taken for one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract.bylines import read_byline
from pipeline.extract.written_dates import find_date

DAY = datetime(2026, 3, 3, tzinfo=UTC)
FETCHED_BEFORE = datetime(2026, 2, 3, tzinfo=UTC)
CRANE = "The crane has fallen into the sea, says the council, and nobody has come to take it out of the water since."

LINES = [
    ("By Ana Ruiz, The Harbor Dispatch, 3 March 2026", "Ana Ruiz", "The Harbor Dispatch"),
    ("BY ANA RUIZ | THE HARBOR DISPATCH | MARCH 3, 2026", "ANA RUIZ", "THE HARBOR DISPATCH"),
    ("By Ana Ruiz, Jo Vale and Mia Lund, The Tide, 3 March 2026", "Ana Ruiz, Jo Vale, Mia Lund", "The Tide"),
    ("Von Jonas Reuter, Hafenbote, 3. März 2026, 09:15 Uhr", "Jonas Reuter", "Hafenbote"),
    ("Par Zoé Martin, Le Courrier du port, le 3 mars 2026", "Zoé Martin", "Le Courrier du port"),
    ("Por Lucía Ferrán, El Farol, 3 de marzo de 2026", "Lucía Ferrán", "El Farol"),
    ("Di Carla Neri, La Gazzetta del molo, 3 marzo 2026", "Carla Neri", "La Gazzetta del molo"),
    ("Por Rui Castro e Ana Melo | O Farol | 3 de março de 2026", "Rui Castro, Ana Melo", "O Farol"),
    ("Door Piet van der Berg, De Havenbode, 3 maart 2026", "Piet van der Berg", "De Havenbode"),
    ("Автор: Анна Волкова, Портовый вестник, 3 марта 2026 г.", "Анна Волкова", "Портовый вестник"),
    ("بقلم ريم الصباغ، صحيفة المرفأ، 3 مارس 2026", "ريم الصباغ", "صحيفة المرفأ"),
    ("文／王小明　海港日报　2026年3月3日", "王小明", "海港日报"),
    ("記者 王小明／台北報導 2026-03-03", "王小明", None),
    ("文：山田花子 2026年3月3日", "山田花子", None),
    ("김하나 기자 | 항구일보 | 2026년 3월 3일", "김하나", "항구일보"),
]


@pytest.mark.parametrize(("line", "names", "outlet"), LINES)
def test_a_byline_names_writer_outlet_and_day(line, names, outlet):
    found = read_byline(line)
    assert found is not None
    assert (found.names, found.outlet, found.day) == (names, outlet, DAY)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the harbour had closed",
        "By Monday, 3 March 2026",
        "By 2026 the port will be closed",
        "By Ana Ruiz, who left the harbour",
        "Von Hamburg nach Bremen",
        "Par exemple, le port",
        "Por eso, El Farol cerró",
        "Di notte, il porto dorme",
        "Door de storm sloot de haven",
        "Автор утверждает, что порт закрыт",
        "文学的未来",
        "记者调查",
        "记者 王小明 3月3日报道说港口关闭了。",
        "On 3 March 2026 the crane fell",
        "Ana Ruiz says that the wall is not there",
    ],
)
def test_what_says_more_is_none(line):
    assert read_byline(line) is None


def test_a_role_is_no_outlet():
    assert read_byline("By Ana Ruiz, Senior Correspondent").outlet is None


def test_a_day_with_strokes_is_two_days_and_so_none():
    assert find_date("3/4/2026") is None


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_text_file_says_who_wrote_it(reader, claims_area, gap):
    body = f"A quiet port{gap}By Ana Ruiz, The Tide, 3 February 2026\n\n{CRANE}\n"
    article = reader.one(body, "note.txt")
    assert (article.title, article.byline, article.outlet) == ("A quiet port", "Ana Ruiz", "The Tide")
    assert article.published == FETCHED_BEFORE
    assert claims_area(article) == [CRANE]


def test_lines_of_their_own_for_writer_and_day(reader, claims_area):
    article = reader.one(f"Ein stiller Hafen\n\nVon Jonas Reuter\n3. Februar 2026\n\n{CRANE}\n", "note.txt")
    assert (article.byline, article.published) == ("Jonas Reuter", FETCHED_BEFORE)
    assert claims_area(article) == [CRANE]


def test_markdown_without_front_matter_has_bylines_too(reader):
    body = f"# A quiet port\n\n*By Ana Ruiz, The Tide, 3 February 2026*\n\nSee [this](https://a.example/x). {CRANE}\n"
    assert reader.one(body, "note.md").byline == "Ana Ruiz"


def test_front_matter_knows_better(reader):
    body = f"---\ntitle: A port\nauthor: Mara Voss\n---\n\nBy Ana Ruiz, The Tide, 3 February 2026\n\n{CRANE}\n"
    assert reader.one(body).byline == "Mara Voss"


def test_a_name_below_the_text_is_no_byline(reader):
    article = reader.one(f"{CRANE}\n\nBy Ana Ruiz, The Tide, 3 February 2026\n\n{CRANE}\n", "note.txt")
    assert article.byline is None
