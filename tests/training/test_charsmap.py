"""The compiled character map does what the library that reads it says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import normalizers

from training.encoder.charsmap import compile_charsmap

POINTS = st.integers(0x20, 0x2FFFF).filter(lambda c: not 0xD800 <= c < 0xE000)
TEXTS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=3)


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(POINTS, TEXTS, min_size=1, max_size=40), st.lists(POINTS, max_size=20))
def test_mapped_points_become_their_text_and_others_stay(normal, others):
    normalizer = normalizers.Precompiled(compile_charsmap(normal))
    for point, text in normal.items():
        assert normalizer.normalize_str(chr(point)) == text
    for point in others:
        assert normalizer.normalize_str(chr(point)) == normal.get(point, chr(point))


def test_points_that_share_bytes_do_not_stray():
    normalizer = normalizers.Precompiled(compile_charsmap({0xAC01: "x", 0x3042: "y", 0xE9: "e"}))
    assert normalizer.normalize_str("가あéèか") == "가yeèか"


def test_the_same_map_gives_the_same_bytes_in_any_order():
    one = {0x41: "b", 0x2126: "Ω", 0xFB01: "fi"}
    assert compile_charsmap(one) == compile_charsmap(dict(reversed(one.items())))


@pytest.mark.parametrize("normal", [{}, {0x41: ""}])
def test_small_maps(normal):
    assert normalizers.Precompiled(compile_charsmap(normal)).normalize_str("AB") == ("B" if normal else "AB")
