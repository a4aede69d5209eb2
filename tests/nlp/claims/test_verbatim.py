"""Words between marks that stand for a whole clause are direct speech, however few; a borrowed expression is not."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READER = Reader(NlpSettings(), Tagger())


def first(text: str, language: str) -> Claim:
    return READER.read_text(text, language).claims[0]


UTTERANCES = [
    ("en", 'The minister said: "It is over". The talks had lasted three days.'),
    ("en", '"It is over", Ines Quennell said. The talks had lasted three days.'),
    ("en", 'Ines Quennell said "it is over" on Monday.'),
    ("fr", "« Il faut agir », a-t-il dit. Le maire Uru Brankov était présent."),
    ("de", "„Wir müssen handeln“, sagte Ines Quennell."),
    ("es", "«Es un error», dijo Ines Quennell."),
    ("it", "«È un errore», ha detto Ines Quennell."),
    ("pt", '"É um erro", disse Ines Quennell.'),
    ("ru", "«Цифры не сходятся», — сказал Том Беккерт."),
    ("zh", "林可说：“已经结束了”。"),
    ("en", 'Ines Quennell argues that "the car-free centre is dead".'),
    ("fr", "Ines Quennell estime que « le centre sans voitures est mort »."),
    ("de", "Ines Quennell meint, dass „das autofreie Zentrum tot ist“."),
    ("es", "Ines Quennell opina que «el centro sin coches está muerto»."),
    ("it", "Ines Quennell ritiene che «il centro senza auto è morto»."),
    ("pt", 'Ines Quennell afirma que "o centro sem carros está morto".'),
    ("nl", 'Ines Quennell vindt dat "het autoluwe centrum dood is".'),
    ("ru", "Том Беккерт считает, что «центр без машин мёртв»."),
]


@pytest.mark.parametrize(("language", "text"), UTTERANCES)
def test_an_utterance_is_direct(language: str, text: str) -> None:
    claim = first(text, language)
    assert (claim.quoted, claim.attribution[-1].kind) == ("direct", "direct")


BORROWED = [
    ("en", 'Ines Quennell said that the plan "is dead" and that the shops will close.'),
    ("en", 'Ines Quennell called the plan "a bad joke" on Monday.'),
    ("en", 'Ines Quennell spoke of "a plateau" in the numbers and said that costs fell.'),
    ("en", 'The report notes that "Quillon One" is slow.'),
    ("en", 'Ines Quennell said that "Quillon One".'),
    ("de", "Die Firma verspricht „Antworten in Sekunden“, sagt aber nichts zum Preis."),
    ("de", "Ines Quennell sprach von „verrotteten Brücken“."),
    ("de", "Ines Quennell nannte den Plan „einen schlechten Scherz“."),
    ("fr", "Ines Quennell dénonce « une mauvaise blague »."),
]


@pytest.mark.parametrize(("language", "text"), BORROWED)
def test_a_borrowed_expression_is_not(language: str, text: str) -> None:
    assert first(text, language).quoted == "indirect"
