import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.cluster.spelling import alike, latin, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Вера Ольшанская", "Vera Olshanskaya"),
        ("Rhea Castellan", "蕾亚·卡斯特兰"),
        ("Rhea Castellan", "ريا كاستيلان"),
        ("Amaia Larralde", "アマイア・ララルデ"),
        ("Noor van Aalten", "노르 판 알턴"),
        ("한도윤", "ハン・ドユン"),
        ("Gu Mingzhou", "顾明舟"),
        ("Jelle Oosterwijk", "Oosterwijk"),
    ],
)
def test_one_name_in_two_spellings(one, other):
    assert alike(one, other) is True
    assert alike(other, one) is True


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mara Voss", "Owen Strand"), ("Moira Halcro", "Delia Okafor"), ("Вера Ольшанская", "蕾亚·卡斯特兰")],
)
def test_two_names(one, other):
    assert alike(one, other) is False


def test_a_name_too_short_or_unknown_tells_nothing():
    assert alike("Li", "李") is None
    assert alike("高良誠", "Makoto Takara") is None
    assert latin("誠") == "?"


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=30))
def test_any_text_has_a_skeleton_and_is_like_itself_or_unknown(text):
    assert all(word.isupper() for word in skeleton(text))
    assert alike(text, text) in (True, None)
