"""A word on a sign is no saying of its own, and quoted questions assert nothing. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(), Tagger())

SIGNS = [
    ("en", "“The door says ‘private’, but the room is open to all,” Mara Voss said.", "Mara Voss"),
    ("fr", "« La porte dit “privé”, mais la salle est ouverte à tous », a dit Mara Voss.", "Mara Voss"),
    ("es", "«La puerta dice “privado”, pero la sala está abierta a todos», dijo Mara Voss.", "Mara Voss"),
    ("it", "«La porta dice “privato”, ma la sala è aperta a tutti», ha detto Mara Voss.", "Mara Voss"),
    ("ar", '«الباب يقول "خاص"، لكن القاعة مفتوحة للجميع»، قالت مارا فوس.', "مارا فوس"),
]


@pytest.mark.parametrize(("language", "text", "holder"), SIGNS)
def test_the_word_on_a_sign_is_the_speakers(language: str, text: str, holder: str) -> None:
    (found,) = READER.read_text(text, language).claims
    assert found.holder is not None
    assert (found.holder.text, found.quoted) == (holder, "direct")


def test_what_somebody_else_says_within_a_quotation_stays_theirs() -> None:
    text = "“The mayor says the bridge is closed for repairs until the summer,” Mara Voss said."
    (found,) = READER.read_text(text, "en").claims
    assert len(found.attribution) == 2


ASKED = [
    ("ja", "「橋の費用は誰が払うのか」とマラ・ヴォス氏は尋ねた。"),
    ("ja", "「なぜ工事は止まったのか」とマラ・ヴォス氏は質問した。"),
]


@pytest.mark.parametrize(("language", "text"), ASKED)
def test_a_question_without_a_mark_is_no_claim(language: str, text: str) -> None:
    assert READER.read_text(text, language).claims == ()


NOT_ASKED = [
    ("ja", "「橋の費用は市が払う」とマラ・ヴォス氏は答えた。"),
    ("ko", '"다리 비용은 시가 낸다"고 박세온 씨는 말했다.'),
    ("zh", "“桥周五关闭。”马拉·沃斯说。"),
    ("ja", "「橋は九月に開通する」とマラ・ヴォス氏は質問に答えた。"),
]


@pytest.mark.parametrize(("language", "text"), NOT_ASKED)
def test_an_answer_is_one(language: str, text: str) -> None:
    assert len(READER.read_text(text, language).claims) == 1


def test_quotations_in_a_row_are_direct_in_korean() -> None:
    joined = '박세온 씨는 "버스가 느리다"라며 "요금은 두 배로 올랐다"고 말했다.'
    parts = '박세온 씨는 버스가 "느리다"며 요금은 "두 배"로 올랐다고 말했다.'
    assert [c.quoted for c in READER.read_text(joined, "ko").claims] == ["direct"]
    assert [c.quoted for c in READER.read_text(parts, "ko").claims] == ["indirect"]
