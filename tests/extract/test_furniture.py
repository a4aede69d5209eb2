"""What holds no claims: found in time that grows with the text, and never the text itself."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract import furniture
from pipeline.extract.blocks import Block
from pipeline.extract.furniture import mark
from pipeline.extract.phrases import Anywhere, needed

CONTAINS = furniture._data()["contains"]
PIECES = sorted({letters for pattern in CONTAINS for letters in needed(pattern) or ()})
END = "Things that inspired this story: fog."

# ---------------------------------------------------------------- phrases anywhere in a text


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("unsubscribe", {"unsubscribe"}),
        (r"\bunsubscribe\b|sign off", {"unsubscribe", "sign off"}),
        ("(?:click|press) it?", {"click", "press"}),
        ("colou?r chart", {"r chart"}),
        ("ab{2}cde", {"cde"}),
        ("ab{0,2}cd", {"cd"}),
        ("ab+?c", {"ab"}),
        ("(?:very )?fine", {"fine"}),
        ("(?=.*crane)fog", {"fog"}),
        (r"[]a|b)]tide\.", {"tide."}),
        ("Harbor", {"harbor"}),
        ("退订|取消订阅", {"退订", "取消订阅"}),
        ("[abc]+", None),
        ("crane|.", None),
        ("(?i)crane", None),
        ("(?P<name>crane)", None),
        (r"\u2028crane", None),
        (r"(crane)\1", None),
    ],
)
def test_what_must_stand_in_a_match(pattern, letters):
    assert needed(pattern) == (None if letters is None else frozenset(letters))


def _case(text):
    return text.map(lambda one: one.upper()) | text.map(lambda one: one.title()) | text


WORDS = (
    _case(st.sampled_from(PIECES))
    | st.text(" aeiſıİKk.@,—的다", max_size=4)
    | st.sampled_from([" ", " your ", "e-mail", "this "])
)


@given(st.lists(WORDS, max_size=8))
@settings(max_examples=400, deadline=None)
def test_phrases_are_found_as_by_one_expression(parts):
    text = "".join(parts)
    reference = re.compile("|".join(f"(?:{pattern})" for pattern in CONTAINS), re.I)
    assert Anywhere(CONTAINS).found(text) == (reference.search(text) is not None)


def test_letters_that_only_look_alike_without_case_are_found():
    found = Anywhere([r"unsubscribe", "skip this"])
    assert found.found("UNſUBſCRIBE")
    assert found.found("\u212aeep on, s\u212aıp thıs")
    assert not found.found("sub scribe")


# ---------------------------------------------------------------- stories


def _told(blocks):
    """The plain way: look back from every last line of a story to its title."""
    blocks = list(blocks)
    for index, block in enumerate(blocks):
        if block.aside in (None, "heading") and block.text == END:
            start = index
            for before in range(index - 1, -1, -1):
                one = blocks[before]
                if one.kind == "rule" or (one.kind == "heading" and one.level < 7):
                    start = before
                    break
            for at in range(start, index + 1):
                if blocks[at].kind != "rule":
                    blocks[at] = Block(blocks[at].kind, blocks[at].text, level=blocks[at].level, aside="fiction")
    return blocks


ONE = st.sampled_from(
    [
        Block("rule", ""),
        Block("heading", "The night shift", level=2, aside="heading"),
        Block("heading", "Later", level=7, aside="heading"),
        Block("para", "The fog came in."),
        Block("para", "Read more", aside="furniture"),
        Block("para", END),
        Block("heading", END, level=3, aside="heading"),
    ]
)


@given(st.lists(ONE, max_size=14))
@settings(max_examples=400, deadline=None)
def test_stories_are_marked_back_to_their_title(blocks):
    assert furniture._told(list(blocks)) == _told(blocks)


# ---------------------------------------------------------------- time


@pytest.mark.parametrize(
    "line",
    ["The village has a well number {}, and it is deep.", "Well {}:", "Well {} | Home | About", END],
)
def test_time_grows_with_the_text(line, processor_seconds):
    def spent(count):
        blocks = [Block("para", line.format(number)) for number in range(count)]
        return processor_seconds(lambda: mark(blocks))

    mark([Block("para", "The expressions are compiled once.")])
    assert spent(4000) < 5 * spent(1000) * 2  # four times the text; by the square it would be sixteen


def test_a_large_text_of_short_paragraphs_is_read(reader):
    text = "\n\n".join(f"The village has a well number {number}, and it is deep." for number in range(36_000))
    assert len(text) > 1_900_000
    assert reader.one(text, name="wells.txt").text.endswith("number 35999, and it is deep.")


# ---------------------------------------------------------------- notes

BODIES = {
    "en": ("Notes", "The council of the village has counted its wells, and two of them are dry since May."),
    "fr": ("Références", "Le conseil du village a compté ses puits, et deux d'entre eux sont à sec depuis mai."),
    "de": ("Quellen", "Der Rat des Dorfes hat seine Brunnen gezählt, und zwei von ihnen sind seit Mai trocken."),
    "es": ("Notas", "El consejo del pueblo ha contado sus pozos y dos de ellos están secos desde mayo."),
    "it": ("Note", "Il consiglio del paese ha contato i suoi pozzi e due di essi sono asciutti da maggio."),
    "pt": ("Fontes", "O conselho da aldeia contou os seus poços e dois deles estão secos desde maio."),
    "nl": ("Voetnoten", "De raad van het dorp heeft zijn putten geteld, en twee ervan staan sinds mei droog."),
    "ru": ("Примечания", "Совет деревни пересчитал свои колодцы и нашёл, что два из них сухи с мая."),
    "zh": ("脚注", "村委会清点了全村的水井，发现其中两口自五月以来已经干涸，另外三口的水位也比去年低了不少。"),
    "ja": ("参考資料", "村の議会は井戸の数を数え、そのうち二つが五月から涸れていることを確かめたと発表した。"),
    "ko": ("각주", "마을 의회는 우물의 수를 세어 보았고 그중 두 곳이 오월부터 말라 있다는 사실을 확인했다고 밝혔다."),
    "ar": ("هوامش", "أحصى مجلس القرية آباره ووجد أن اثنتين منها جافتان منذ شهر أيار."),
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(BODIES))
def test_notes_are_notes_to_a_text_before_them(language):
    title, body = BODIES[language]
    head, para = Block("heading", title, level=2), Block("para", body)
    assert [block.aside for block in mark([head, para])] == ["heading", None]
    assert [block.aside for block in mark([para, head, para])] == [None, "furniture", "furniture"]


@pytest.mark.parametrize("name", ["note.md", "note.txt"])
@pytest.mark.parametrize("language", sorted(BODIES))
def test_a_document_that_is_called_notes_is_read(reader, claims_area, language, name):
    title, body = BODIES[language]
    article = reader.one(f"# {title}\n\n{body}\n\n{body}" if name == "note.md" else f"{title}\n\n{body}", name=name)
    assert body in claims_area(article)
    assert article.title == title


def test_notes_behind_nothing_but_an_advert_are_the_text(reader, claims_area):
    body = BODIES["en"][1]
    article = reader.one(
        f"# Sponsor\n\nBuy a fine bucket from Pellworm, now.\n\n# Notes\n\n{body}\n\n# References\n\n{body}"
    )
    assert claims_area(article) == [body]


@pytest.mark.parametrize("title", ["Sponsor", "Anzeige", "Publicité", "A fine bucket (Sponsored)", "広告", "Реклама"])
def test_an_advert_is_left_out_even_where_nothing_else_is_left(reader, title):
    found = reader.read(f"# {title}\n\n{BODIES['en'][1]}")
    assert [drop.reason for drop in found.dropped] == ["too_short"]
