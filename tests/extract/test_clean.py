"""Characters and white space."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.blocks import Run
from pipeline.extract.clean import assemble, is_cjk, squeeze, strip_invisible, tidy, width

TEXTS = st.text(st.sampled_from("ab e\u0301\u00e9 \n\t墙。한글\u200b\u00ad\u200d*_[]&;#x"), max_size=60)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("co\u00adop", "coop"),
        ("a\u200bb\ufeffc", "abc"),
        ("a\u202eb\u202c", "ab"),
        ("x\ue000y", "xy"),
        ("👩\u200d🔬 lab", "👩\u200d🔬 lab"),
        ("no\u200djoin", "nojoin"),
        ("a\x00b\x07c", "abc"),
        ("\ud800x", "x"),
    ],
)
def test_invisible_characters_go(raw, clean):
    assert strip_invisible(raw) == clean


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("one\ntwo", "one two"),
        ("一行\n二行", "一行二行"),
        ("一行 二行", "一行 二行"),
        ("GPT\n模型", "GPT 模型"),
        ("한국\n어", "한국 어"),
        ("かな\r\nカナ", "かなカナ"),
        ("non\u00a0breaking\u3000space", "non breaking space"),
        ("e\u0301te\u0301", "été"),
        ("  \n ", ""),
    ],
)
def test_white_space_is_joined_as_the_script_wants(raw, clean):
    assert squeeze(raw).strip() == clean


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Tom &amp; Ina", "Tom & Ina"),
        ("it&#39;s &#x201C;so&#x201D;", "it's “so”"),
        ("AT&T; fine", "AT&T; fine"),
        ("said[^note-1] it", "said it"),
        ("the report](https://a.example/x) says", "the report says"),
        ("a **bold** word", "a bold word"),
        ("2 ** 3 is 8", "2 ** 3 is 8"),
        ("[1] is a citation", "[1] is a citation"),
    ],
)
def test_what_markup_left_behind_goes(raw, clean):
    assert tidy(raw) == clean


def test_runs_keep_their_links_and_bold_beginning():
    text, links, bold = assemble(
        [Run("Costs ", bold=True), Run(" fell", bold=True), Run(" as "), Run("the ledger", link="u"), Run(" shows. ")]
    )
    assert text == "Costs fell as the ledger shows."
    assert [text[a:b] for a, b, _ in links] == ["the ledger"]
    assert text[:bold] == "Costs fell"


def test_a_link_in_two_runs_is_one_link():
    _, links, _ = assemble([Run("a "), Run("b ", link="u"), Run("c", link="u", bold=True), Run(" d", link="v")])
    assert links == ((2, 5, "u"), (6, 7, "v"))


def test_words_are_not_glued_and_cjk_not_parted_at_seams():
    assert assemble([Run("one\n"), Run("two")])[0] == "one two"
    assert assemble([Run("一\n"), Run("\n二")])[0] == "一二"
    assert assemble([Run("wo"), Run("rd")])[0] == "word"


def test_a_mark_that_meets_its_letter_at_a_seam_is_composed():
    text, links, _ = assemble([Run("caf"), Run("e", link="u"), Run("\u0301")])
    assert text == "café"
    assert links == ()


@given(TEXTS)
@settings(max_examples=80, deadline=None)
def test_squeezed_text_is_normal_and_stable(text):
    once = squeeze(text).strip()
    assert unicodedata.is_normalized("NFC", once)
    assert "\n" not in once
    assert "  " not in once
    assert squeeze(once) == once


@given(st.lists(st.builds(Run, TEXTS, st.booleans(), st.sampled_from([None, "u", "v"])), max_size=6))
@settings(max_examples=80, deadline=None)
def test_assembled_spans_lie_inside(runs):
    text, links, bold = assemble(runs)
    assert text == text.strip()
    assert unicodedata.is_normalized("NFC", text)
    assert 0 <= bold <= len(text)
    for start, end, _ in links:
        assert 0 <= start < end <= len(text)


def test_width_counts_wide_characters_twice():
    assert width("墙ab한") == 6
    assert is_cjk("カ")
    assert not is_cjk("한")
    assert not is_cjk("")
