"""Reports that go on in the next sentence where its grammar says so; elsewhere it is the author who speaks again."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READERS = [Reader(NlpSettings(spacy_models=())), Reader(NlpSettings(), Tagger())]


def last(text: str, language: str, reader: Reader) -> Claim:
    return reader.read_text(text, language).claims[-1]


MARKED = [
    ("de", "Mara Voss sagte, das Modell sei zu teuer. Die Firma wolle neue Leute einstellen."),
    ("de", "Mara Voss sagte, das Modell sei zu teuer. Die Firma wolle Leute einstellen. Dazu sei sie verpflichtet."),
    ("fr", "Mara Voss a déclaré que le modèle était trop cher. Il consommerait aussi beaucoup de courant."),
    ("fr", "Selon Mara Voss, le modèle est trop cher. Il aurait aussi coûté des emplois."),
    ("it", "Mara Voss ha detto che il modello è troppo caro. Avrebbe anche distrutto posti di lavoro."),
    ("ru", "Мара Восс сказала, что модель дорогая. Ей, мол, нужно много энергии."),
    ("ru", "Мара Восс сказала, что модель дорогая. Конкуренты якобы украли её код."),
    ("ja", "ヴォス氏はモデルは高すぎると述べた。電力も多く使うという。"),
    ("ko", "보스는 모델이 너무 비싸다고 말했다. 전력도 많이 쓴다는 주장이다."),
]


@pytest.mark.parametrize("reader", READERS, ids=["rules", "both"])
@pytest.mark.parametrize(("language", "text"), MARKED)
def test_a_sentence_in_the_mood_of_reports_goes_on_with_the_last_speaker(
    language: str, text: str, reader: Reader
) -> None:
    claim = last(text, language, reader)
    assert claim.holder is not None
    assert claim.holder.text.removesuffix("氏") in ("Mara Voss", "Мара Восс", "Мары Восс", "ヴォス", "보스")
    assert claim.quoted == "indirect"


PLAIN = [
    ("en", "Mara Voss said the firm was growing. The company would also hire two hundred people."),
    ("fr", "Mara Voss a déclaré que le modèle était trop cher. La ville a voté en mai."),
    ("fr", "Mara Voss a déclaré que le modèle était trop cher. Si le prix baissait, il serait vendu partout."),
    ("fr", "Mara Voss a déclaré que le modèle était trop cher. Il faudrait le vendre moins cher."),
    ("fr", "Le modèle est cher. Il consommerait aussi beaucoup de courant."),
    ("it", "Mara Voss ha detto che il modello è troppo caro. La città ha votato a maggio."),
    ("de", "Mara Voss sagte, das Modell sei zu teuer. Der Preis stieg im Mai."),
    ("ru", "Модель дорогая. Конкуренты якобы украли её код."),
]


@pytest.mark.parametrize(("language", "text"), PLAIN)
def test_a_sentence_without_that_mood_is_the_authors(language: str, text: str) -> None:
    assert last(text, language, READERS[0]).holder is None


GIVES_NOTHING = [
    ("en", "Mara Voss said the firm was growing. She added no figure, but the plan would cost jobs."),
    ("de", "Mara Voss sagte, die Firma wachse. Sie nannte keine Zahl, aber der Plan kostet Stellen."),
    ("fr", "Mara Voss a dit que la firme grandit. Elle n'a donné aucun chiffre, mais le plan coûte des emplois."),
    ("es", "Mara Voss dijo que la firma crece. No añadió ninguna cifra, pero el plan cuesta empleos."),
]


@pytest.mark.parametrize(("language", "text"), GIVES_NOTHING)
def test_who_gives_no_figure_says_nothing_of_what_follows(language: str, text: str) -> None:
    assert last(text, language, READERS[1]).holder is None
