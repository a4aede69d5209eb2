"""Who can speak: people and bodies; not things, articles, or marks. Verbs of expectation are verbs of saying."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.nlp import Reader
from pipeline.records import Claim

READER = Reader()


def claims(text: str, language: str) -> tuple[Claim, ...]:
    return READER.read_text(text, language).claims


THINGS = [
    ("en", "The curve shows that progress continues."),
    ("en", "The lower price of chips suggests that demand has fallen."),
    ("fr", "L'application de méthodes innovantes et la baisse des coûts indiquent que le marché grandit."),
    ("fr", "Des modèles montrent que la tendance continue."),
    ("de", "Die Aufgabe zeigt, dass das Modell rechnen kann."),
    ("de", "Modelle zeigen, dass der Trend anhält."),
    ("es", "La curva muestra que el progreso continúa."),
    ("it", "L'applicazione di nuovi metodi indica che il mercato cresce."),
    ("pt", "A queda dos preços sugere que a procura diminuiu."),
    ("nl", "De grafiek laat zien dat de vooruitgang doorgaat."),
    ("ru", "График показывает, что прогресс продолжается."),
    ("zh", "曲线显示进步仍在继续。"),
    ("ja", "グラフは進歩が続いていることを示している。"),
]


@pytest.mark.parametrize(("language", "text"), THINGS)
def test_a_thing_says_nothing_the_author_does(language: str, text: str) -> None:
    (claim,) = claims(text, language)
    assert claim.holder is None
    assert claim.quoted == "none"


BODIES = [
    ("en", "A study by the institute shows that prices fell.", "A study by the institute"),
    ("fr", "L'étude montre que les prix ont baissé.", "L'étude"),
    ("de", "Eine Studie zeigt, dass die Preise gefallen sind.", "Eine Studie"),
    ("en", "The company says that prices fell.", "The company"),
    ("it", "Il laboratorio prevede che il mercato crescerà.", "Il laboratorio"),
    ("en", "A user mentioned that the server is slow today.", "A user"),
]


@pytest.mark.parametrize(("language", "text", "holder"), BODIES)
def test_a_body_or_a_study_does_speak(language: str, text: str, holder: str) -> None:
    (claim,) = claims(text, language)
    assert claim.holder is not None
    assert claim.holder.text == holder


EXPECTATIONS = [
    ("en", "Mara Voss expects prices to fall next year.", "Mara Voss"),
    ("en", "Mara Voss anticipates that growth will stop.", "Mara Voss"),
    ("fr", "Mara Voss s'attend à ce que le marché se retourne.", "Mara Voss"),
    ("de", "Mara Voss rechnet damit, dass die Preise fallen.", "Mara Voss"),
    ("es", "Mara Voss prevé que los precios bajen.", "Mara Voss"),
    ("it", "Mara Voss si aspetta che i prezzi scendano.", "Mara Voss"),
    ("pt", "Mara Voss prevê que os preços caiam.", "Mara Voss"),
    ("nl", "Mara Voss verwacht dat de prijzen dalen.", "Mara Voss"),
    ("ru", "Мара Восс ожидает, что цены снизятся.", "Мара Восс"),
    ("zh", "沃斯预计价格明年会下降。", "沃斯"),
    ("ja", "ヴォス氏は市場が拡大すると見込んでいる。", "ヴォス氏"),
    ("ko", "보스는 가격이 내릴 것으로 예상했다.", "보스"),
    ("ar", "يتوقع فوس أن تنخفض الأسعار.", "فوس"),
]


@pytest.mark.parametrize(("language", "text", "holder"), EXPECTATIONS)
def test_who_expects_something_holds_it(language: str, text: str, holder: str) -> None:
    (claim,) = claims(text, language)
    assert claim.holder is not None
    assert claim.holder.text == holder
    assert claim.quoted == "indirect"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« Les modèles stagnent », a-t-elle écrit."),
        ("fr", "Les prix baissent, a-t-on pu lire."),
        ("de", "Das Labor bestreitet das, räumt aber ein, den Standard gesenkt zu haben."),
        ("en", '"The whole market is slowing down," - said.'),
        ("es", "—El mercado se frena —dijo—, y no volverá."),
    ],
)
def test_no_holder_is_an_article_or_a_mark(language: str, text: str) -> None:
    for claim in claims(text, language):
        if claim.holder is not None:
            assert claim.holder.text not in {"-", "ein", "t", "a"}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["“", "”", "-", "said", "the", "models", "stall", ",", "she", "Voss", ".", "—", "12"])))
def test_a_holder_has_a_letter_or_is_nobody(words: list[str]) -> None:
    for claim in claims(" ".join(words), "en"):
        if claim.holder is not None:
            assert any(map(str.isalpha, claim.holder.text)) or (
                claim.holder.kind == "anonymous" and claim.holder.start == claim.holder.end
            )


def test_a_bare_verb_is_no_speaker() -> None:
    (claim,) = claims("Todavía es pronto para saberlo, podremos decir algo más definitivo dentro de tres años.", "es")
    assert claim.holder is None


@pytest.mark.parametrize(
    ("text", "who"),
    [("田村氏は先月、佐倉さんと話した。", None), ("佐倉ミナ氏はコストが下がったと話した。", "佐倉ミナ")],
)
def test_talking_with_somebody_is_no_report(text: str, who: str | None) -> None:
    (claim,) = Reader().read_text(text, "ja").claims
    assert (claim.holder.text.removesuffix("氏") if claim.holder else None) == who


BEHIND = [
    ("it", "«Il ponte è chiuso», ha scritto Orla Venn su Facebook.", "Orla Venn"),
    ("fr", "« Le pont est fermé », a écrit Orla Venn sur Facebook.", "Orla Venn"),
    ("ar", "قالت الوزارة في بيان إن السد مستقر.", "الوزارة"),
    ("ar", "قال المكتب في تقرير إن السد مستقر.", "المكتب"),
    ("ar", "قال الخبير في الجامعة إن السد مستقر.", "الخبير في الجامعة"),
    ("es", "«El puente está cerrado», escribió su hermana.", "su hermana"),
]


@pytest.mark.parametrize(("language", "text", "holder"), BEHIND)
def test_what_one_writes_on_or_in_is_no_part_of_a_speaker(language: str, text: str, holder: str) -> None:
    (claim,) = claims(text, language)
    assert claim.holder is not None
    assert claim.holder.text == holder
