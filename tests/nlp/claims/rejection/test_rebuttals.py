"""“Anyone who says P is wrong” names no speaker: who writes the sentence asserts that P is false."""

from __future__ import annotations

import pytest

from pipeline.nlp import Reader
from pipeline.records import Claim

READER = Reader()

REBUTTALS = [
    ("en", "Anyone who tells you that scaling has hit a wall is wrong.", "scaling has hit a wall"),
    ("en", "Everyone who claims the boom has ended is wrong.", "the boom has ended"),
    ("en", "Those who say that growth is over are mistaken.", "growth is over"),
    ("fr", "Quiconque vous dit que les progrès ralentissent se trompe.", "les progrès ralentissent"),
    ("fr", "Ceux qui disent que la croissance est finie ont tort.", "la croissance est finie"),
    ("de", "Wer sagt, der Fortschritt sei vorbei, liegt falsch.", "der Fortschritt sei vorbei"),
    ("de", "Alle, die behaupten, dass die Modelle stagnieren, täuschen sich.", "die Modelle stagnieren"),
    ("es", "Quien diga que el progreso se ha detenido se equivoca.", "el progreso se ha detenido"),
    ("it", "Chi dice che la crescita è finita sbaglia.", "la crescita è finita"),
    ("pt", "Aqueles que afirmam que o crescimento acabou estão enganados.", "o crescimento acabou"),
    ("nl", "Iedereen die beweert dat de groei voorbij is, vergist zich.", "de groei voorbij is"),
    ("ru", "Те, кто утверждает, что модели не улучшаются, неправы.", "модели не улучшаются"),
    ("ja", "進歩が止まったと言う人は間違っている。", "進歩が止まった"),
    ("ko", "성장이 끝났다고 말하는 사람은 틀렸다.", "성장이 끝났"),
]


def only(text: str, language: str) -> Claim:
    (claim,) = READER.read_text(text, language).claims
    return claim


@pytest.mark.parametrize(("language", "text", "expected"), REBUTTALS)
def test_the_author_asserts_the_rebuttal(language: str, text: str, expected: str) -> None:
    claim = only(text, language)
    assert claim.holder is None
    assert claim.quoted == "none"
    assert [e.text for e in claim.evidence if e.label == "rebuttal"] == [expected]


CHINESE = ["谁说规模扩张已经停止，谁就错了。", "任何告诉你进步正在放缓的人都是错的。", "那些说增长已经结束的人都错了。"]


@pytest.mark.parametrize("text", CHINESE)
def test_chinese_rebuttals_are_the_authors_too(text: str) -> None:
    claim = only(text, "zh")
    assert claim.holder is None
    assert any(e.label == "rebuttal" for e in claim.evidence)


def test_arabic_rebuttals_are_the_authors_too() -> None:
    claim = only("كل من يدعي أن التقدم توقف فهو على خطأ.", "ar")
    assert claim.holder is None
    assert any(e.label == "rebuttal" for e in claim.evidence)


SPOKEN = [
    ("en", 'Mara Voss wrote: "Anyone who tells you that progress is slowing is wrong."', "Mara Voss"),
    ("en", "Mara Voss said that anyone who thinks growth is over is wrong.", "Mara Voss"),
    ("fr", "« Quiconque vous dit que tout ralentit se trompe », écrit Mara Voss.", "Mara Voss"),
    ("de", "Mara Voss erklärt, wer an das Ende glaube, irre sich.", "Mara Voss"),
    ("es", "Mara Voss dijo que quien crea eso se equivoca.", "Mara Voss"),
]


@pytest.mark.parametrize(("language", "text", "holder"), SPOKEN)
def test_a_rebuttal_that_somebody_speaks_is_theirs(language: str, text: str, holder: str) -> None:
    claim = only(text, language)
    assert claim.holder is not None
    assert claim.holder.text == holder


def test_a_real_group_of_speakers_stays_a_holder() -> None:
    claim = only("Critics say that the boom is over.", "en")
    assert claim.holder is not None
    assert claim.holder.text == "Critics"
