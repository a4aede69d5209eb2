"""Who calls it untrue that P, or that the claim is, denies P. As the main job reads it; names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(), Tagger())

CALLED = [
    ("en", "Mara Voss called the claim that the dam leaks a myth.", "the dam leaks"),
    ("en", "Mara Voss dismissed reports that the dam leaks as nonsense.", "the dam leaks"),
    ("fr", "Mara Voss a qualifié de mythe l'idée que le barrage fuit.", "le barrage fuit"),
    ("de", "Mara Voss nannte es einen Mythos, dass der Damm undicht ist.", "der Damm undicht ist"),
    ("de", "Mara Voss bezeichnete Berichte, wonach der Damm undicht ist, als Unsinn.", "der Damm undicht ist"),
    ("nl", "Mara Voss noemde berichten dat de dam lekt onzin.", "de dam lekt"),
    ("ru", "Мара Восс назвала мифом утверждение, что плотина протекает.", "плотина протекает"),
    ("ja", "マラ・ボス氏は、ダムが春に閉鎖されるとの報道をでたらめだと一蹴した。", "ダムが春に閉鎖される"),
    ("ko", "김도연은 댐에서 물이 샌다는 보도를 터무니없다고 일축했다.", "댐에서 물이 샌"),
    ("ar", "وصفت مارا فوس القول إن السد يتسرب منه الماء بأنه خرافة.", "السد يتسرب منه الماء"),
]


@pytest.mark.parametrize(("language", "text", "words"), CALLED)
def test_what_is_called_untrue_is_denied(language: str, text: str, words: str) -> None:
    (claim,) = READER.read_text(text, language).claims
    assert claim.holder is not None
    assert [level.commitment for level in claim.attribution] == ["denies"]
    assert " ".join(text[s.start : s.end] for s in claim.content) == words
    assert not claim.negated


TOLD = [
    ("en", "The claim that the dam leaks is false, Mara Voss said.", "Mara Voss"),
    ("de", "Die Behauptung, dass der Damm undicht sei, ist falsch, sagte Mara Voss.", "Mara Voss"),
    ("fr", "L'affirmation selon laquelle le barrage fuit est fausse, a déclaré Mara Voss.", "Mara Voss"),
    ("nl", "De bewering dat de dam lekt, is onjuist, zei Mara Voss.", "Mara Voss"),
    ("ru", "Утверждение, что плотина протекает, неверно, сказала Мара Восс.", "Мара Восс"),
    ("zh", "马拉·沃斯称大坝漏水的说法是谣言。", "马拉·沃斯"),
    ("ja", "マラ・ボス氏は、ダムから水が漏れているという話はでたらめだと述べた。", "マラ・ボス"),
    ("ko", "김도연은 댐에서 물이 샌다는 주장은 거짓이라고 말했다.", "김도연"),
    ("ar", "قالت مارا فوس إن الادعاء بأن السد يتسرب غير صحيح.", "مارا فوس"),
]


@pytest.mark.parametrize(("language", "text", "who"), TOLD)
def test_a_verdict_that_somebody_gives_is_theirs(language: str, text: str, who: str) -> None:
    (claim,) = READER.read_text(text, language).claims
    assert claim.holder is not None
    assert (claim.holder.text, claim.quoted) == (who, "indirect")
    assert any(e.label in ("rebuttal", "denial") for e in claim.evidence)


OTHERS = [
    ("en", "Mara Voss says that lies spread faster than the truth.", "Mara Voss", ["asserts"]),
    ("en", "Mara Voss calls it a fact that the dam leaks.", "Mara Voss", ["asserts"]),
    ("de", "Mara Voss nannte es eine Tatsache, dass der Damm undicht ist.", "Mara Voss", ["asserts"]),
    ("de", "Mara Voss sagte, es sei klar, dass der Damm undicht ist.", "Mara Voss", ["asserts"]),
    ("en", "The claim that the dam leaks is false.", None, []),
    ("zh", "大坝漏水的说法是谣言。", None, []),
    ("ko", "댐에서 물이 샌다는 주장은 거짓이다.", None, []),
]


@pytest.mark.parametrize(("language", "text", "who", "commitments"), OTHERS)
def test_other_verdicts_stay(language: str, text: str, who: str | None, commitments: list[str]) -> None:
    claim = READER.read_text(text, language).claims[0]
    assert (claim.holder.text if claim.holder else None) == who
    assert [level.commitment for level in claim.attribution] == commitments


NEGATED = [
    (
        "de",
        "Mara Voss sagte, es stimme nicht, dass der Damm undicht sei.",
        "es stimme nicht, dass der Damm undicht sei",
    ),
    (
        "de",
        "Mara Voss sagte, es gebe keinen Beleg, dass der Damm bricht.",
        "es gebe keinen Beleg, dass der Damm bricht",
    ),
    ("ja", "マラ・ボス氏は、ダムは壊れていないと強調した。", "ダムは壊れていない"),
    ("ja", "マラ・ボス氏は、ダムが壊れたという証拠はないと述べた。", "ダムが壊れたという証拠はない"),
    ("ko", "김도연은 댐이 무너졌다는 증거가 없다고 말했다.", "댐이 무너졌다는 증거가 없다"),
]


@pytest.mark.parametrize(("language", "text", "words"), NEGATED)
def test_what_is_reported_with_its_negation_is_negated(language: str, text: str, words: str) -> None:
    (claim,) = READER.read_text(text, language).claims
    assert claim.negated
    assert " ".join(text[s.start : s.end] for s in claim.content) == words


DENIED_AFTER = [
    ("fr", "Des riverains disent que le barrage fuit. Mara Voss dément.", "Mara Voss"),
    ("pt", "Moradores dizem que a barragem vaza. Mara Voss nega.", "Mara Voss"),
    ("it", "I residenti dicono che la diga perde. Mara Voss nega.", "Mara Voss"),
    ("ar", "يقول السكان إن السد يتسرب. ونفت مارا فوس ذلك.", "مارا فوس"),
]


@pytest.mark.parametrize(("language", "text", "who"), DENIED_AFTER)
def test_who_denies_without_an_object_denies_the_sentence_before(language: str, text: str, who: str) -> None:
    claim = READER.read_text(text, language).claims[-1]
    assert claim.holder is not None
    assert claim.holder.text == who
    assert [level.commitment for level in claim.attribution] == ["denies"]
    assert any(e.label == "affirmation" for e in claim.evidence)
