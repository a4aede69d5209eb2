"""Whose dream or answer a quotation is. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.nlp.claims.rules.owners import owner

READER = Reader(NlpSettings(spacy_models=()), Tagger())

DREAMS = [
    ("it", "Mara Voss lavora a Genova. Il suo sogno era grande: «Le gru devono pensare come gli uomini».", "Mara Voss"),
    ("es", "Mara Voss trabaja en Cádiz. Su respuesta fue breve: «Las grúas deben pensar como personas».", "Mara Voss"),
    ("es", "Mara Voss trabaja en Cádiz. Como escribió en su columna, «las grúas son lentas y caras».", "Mara Voss"),
    ("fr", "Mara Voss travaille à Brest. Son rêve était grand : « Les grues doivent penser à nous ».", "Mara Voss"),
    ("pt", "Mara Voss trabalha em Faro. O seu lema era simples: «Os guindastes devem pensar por nós».", "Mara Voss"),
    ("de", "Mara Voss arbeitet in Emden. Ihr Traum war groß: „Kräne müssen denken wie Menschen.“", "Mara Voss"),
    ("zh", "李雨桐在青岛工作。她的梦想很宏大：“起重机应该像人一样思考，我们给它们规则。”", "李雨桐"),
    ("ko", '한서윤은 목포에서 일한다. 그의 꿈은 컸다: "크레인은 사람처럼 생각해야 한다."', "한서윤"),
]


@pytest.mark.parametrize(("language", "text", "who"), DREAMS)
def test_a_dream_is_of_whoever_dreams_it(language: str, text: str, who: str) -> None:
    claim = READER.read_text(text, language).claims[-1]
    assert claim.holder is not None
    assert (claim.holder.text, claim.quoted) == (who, "direct")


PHRASES = [
    ("en", "His dream", "m"),
    ("nl", "Haar", "f"),
    ("ru", "Её мечта", "f"),
    ("ja", "彼女の夢", "f"),
    ("en", "His brother", None),
    ("es", "Su portavoz", None),
    ("de", "Seine Frau", None),
    ("zh", "她的老师", None),
    ("fr", "Le rêve", None),
]


@pytest.mark.parametrize(("language", "phrase", "gender"), PHRASES)
def test_people_who_belong_to_somebody_speak_for_themselves(language: str, phrase: str, gender: str | None) -> None:
    assert owner(phrase, language) == gender
