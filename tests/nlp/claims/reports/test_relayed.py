"""Words passed on as another's: who is quoted holds them, and who quotes is an outer level. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader

READERS = [Reader(NlpSettings(spacy_models=())), Reader(NlpSettings(), Tagger())]

RELAYS = [
    ("en", "The Harbor Dispatch quotes Mara Voss as saying that the model is too expensive.", "The Harbor Dispatch",
     "Mara Voss", "the model is too expensive", "indirect"),
    ("en", "The report cites Mara Voss as saying the model is too expensive.", "The report", "Mara Voss",
     "the model is too expensive", "indirect"),
    ("en", 'The Harbor Dispatch quoted Mara Voss: "The model is too expensive."', "The Harbor Dispatch", "Mara Voss",
     "The model is too expensive", "direct"),
    ("en", "Jon Arden cites Mara Voss, who says the model is too expensive.", "Jon Arden", "Mara Voss",
     "the model is too expensive", "indirect"),
    ("en", "Mara Voss was quoted by the Harbor Dispatch as saying that the model is too expensive.",
     "the Harbor Dispatch", "Mara Voss", "the model is too expensive", "indirect"),
    ("en", '"The model is too expensive," the Harbor Dispatch quoted Mara Voss as saying.', "the Harbor Dispatch",
     "Mara Voss", "The model is too expensive", "direct"),
    ("de", "Die Hafenpost zitiert Mara Voss mit den Worten: „Das Modell ist zu teuer.“", "Die Hafenpost", "Mara Voss",
     "Das Modell ist zu teuer", "direct"),
    ("de", "Die Hafenpost zitiert Mara Voss mit den Worten, das Modell sei zu teuer.", "Die Hafenpost", "Mara Voss",
     "das Modell sei zu teuer", "indirect"),
    ("de", "„Das Modell ist zu teuer“, zitiert die Hafenpost Mara Voss.", "die Hafenpost", "Mara Voss",
     "Das Modell ist zu teuer", "direct"),
    ("fr", "Le Courrier du Port cite Mara Voss : « Le modèle est trop cher. »", "Le Courrier du Port", "Mara Voss",
     "Le modèle est trop cher", "direct"),
    ("fr", "Le Courrier du Port cite Mara Voss, selon qui le modèle est trop cher.", "Le Courrier du Port",
     "Mara Voss", "le modèle est trop cher", "indirect"),
    ("fr", "« Le modèle est trop cher », a déclaré Mara Voss, citée par le Courrier du Port.", "le Courrier du Port",
     "Mara Voss", "Le modèle est trop cher", "direct"),
    ("es", "El Diario del Puerto cita a Mara Voss, quien dice que el modelo es demasiado caro.",
     "El Diario del Puerto", "Mara Voss", "el modelo es demasiado caro", "indirect"),
    ("it", "Il Corriere del Porto cita Mara Voss: «Il modello è troppo costoso».", "Il Corriere del Porto",
     "Mara Voss", "Il modello è troppo costoso", "direct"),
    ("pt", 'O Diário do Porto cita Mara Voss: "O modelo é caro demais".', "O Diário do Porto", "Mara Voss",
     "O modelo é caro demais", "direct"),
    ("nl", 'De Havenkrant citeert Mara Voss: "Het model is te duur."', "De Havenkrant", "Mara Voss",
     "Het model is te duur", "direct"),
    ("ru", "«Портовый вестник» приводит слова Мары Восс: «Модель слишком дорогая».", "Портовый вестник", "Мары Восс",
     "Модель слишком дорогая", "direct"),
    ("ja", "ハーバー新聞はヴォス氏の「モデルは高すぎる」という言葉を引用した。", "ハーバー新聞", "ヴォス",
     "モデルは高すぎる", "direct"),
    ("ja", "ハーバー新聞が引用したヴォス氏の言葉は「モデルは高すぎる」だった。", "ハーバー新聞", "ヴォス",
     "モデルは高すぎる", "direct"),
    ("zh", "《港口报》援引沃斯的话说，模型太贵了。", "《港口报》", "沃斯", "模型太贵了", "indirect"),
    ("ko", "하버신문은 보스의 말을 인용해 모델이 너무 비싸다고 보도했다.", "하버신문", "보스", "모델이 너무 비싸다",
     "indirect"),
    ("ar", "نقلت صحيفة الميناء عن مارا فوس قولها إن النموذج مكلف للغاية.", "صحيفة الميناء", "مارا فوس",
     "النموذج مكلف للغاية", "indirect"),
]  # fmt: skip


@pytest.mark.parametrize("reader", READERS, ids=["rules", "both"])
@pytest.mark.parametrize(("language", "text", "who", "whose", "words", "mode"), RELAYS)
def test_who_is_quoted_holds_what_another_passes_on(
    language: str, text: str, who: str, whose: str, words: str, mode: str, reader: Reader
) -> None:
    (claim,) = reader.read_text(text, language).claims
    assert claim.holder is not None
    assert claim.holder.text.removesuffix("氏") == whose
    assert [text[c.start : c.end] for c in claim.content] == [words]
    assert [level.source.text for level in claim.attribution if level.source][:1] == [who]
    assert (len(claim.attribution), claim.quoted) == (2, mode)


OTHERS = [
    ("en", "The report cites two reasons: prices fell, and the port closed."),
    ("de", "Die Studie zitiert zwei Gründe: Die Preise fielen."),
    ("fr", "Le rapport cite trois causes : les prix baissent."),
    ("it", "Il rapporto cita due ragioni: i prezzi sono scesi."),
    ("zh", "这项研究引发了争论，专家说模型太贵了。"),
    (
        "en",
        "Figures cited by the Harbor Dispatch include claims like a third fewer ships; several users stress the cost.",
    ),
    ("de", "Das Amt, zitiert in einem Bericht vom Mai, verhandelt direkt mit der Werft."),
]


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_what_is_cited_without_its_words_holds_nothing(language: str, text: str) -> None:
    for claim in READERS[0].read_text(text, language).claims:
        assert len(claim.attribution) < 2
