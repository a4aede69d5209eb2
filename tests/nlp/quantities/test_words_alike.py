"""Words and numbers that look alike: pieces of words, articles before a letter, versions, ends of a range."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.nlp.quantities import read

READ = [
    ("ko", "이 경기에서 이겼다.", []),
    ("ko", "이 조명은 밝고 백열등은 어둡다.", []),
    ("ko", "이 백신과 이 만남을 말했다.", []),
    ("ko", "구조는 튼튼하고 모두 구조됐다.", []),
    ("ko", "사천성에서 백만장자가 일조했다.", []),
    ("ko", "이천 명이 왔다.", [("이천 명", "2000")]),
    ("ko", "구조 원을 냈다.", [("구조 원", "9000000000000")]),
    ("ko", "이십만이 떠났다.", [("이십만", "200000")]),
    ("ko", "인구는 이백만이다.", [("이백만", "2000000")]),
    ("ar", "بلغ العدد 40 ألفا.", [("40 ألفا", "40000")]),
    ("ar", "كلف ألفا دولار.", [("ألفا دولار", "2000")]),
    ("ar", "انظر الصفحة 14 والفصل 3 والقسم 5.2.", []),
    ("fr", "Il vaut un cinquième de l'original.", [("un cinquième", "0.2")]),
    ("fr", "Elle boit un demi l d'eau et 5 l de lait.", [("un demi l", "0.5"), ("5 l", "5")]),
    ("fr", "Il y a 3M d'utilisateurs.", [("3M d'utilisateurs", "3000000")]),
    ("it", "Erano 380.000 l'anno prima.", [("380.000", "380000")]),
    ("it", "Erano 900 dell'altra squadra.", [("900", "900")]),
    ("fr", "Ils étaient 380 000 l'an dernier.", [("380 000", "380000")]),
    ("ru", "Их было 380 000 годом ранее.", [("380 000", "380000")]),
    ("fr", "Lumen 2.1 Pro répond.", []),
    ("de", "Die Firma zeigt Lumen 2.1 heute.", []),
    ("es", "Lumen 2.1 Pro responde.", []),
    ("ru", "Модель Lumen 2.1 Pro молчит.", []),
    ("ar", "بقي Lumen 2.1 Pro صامتا.", []),
    ("de", "Der Preis fiel auf 2.100 Euro.", [("2.100 Euro", "2100")]),
    ("fr", "Près de 2,1 millions sont venus.", [("2,1 millions", "2100000")]),
    ("nl", "Er kwamen 2.1 miljoen mensen.", [("2.1 miljoen mensen", "2100000")]),
    ("nl", "Zie paragraaf 5.2 van het stuk.", []),
    ("de", "Einer von 20 Gästen blieb.", [("Einer von 20 Gästen", "0.05")]),
    ("ru", "Он получил пятую часть суммы.", [("пятую часть", "0.2")]),
    ("ru", "Это треть и десятая часть.", [("треть", None), ("десятая часть", "0.1")]),
    ("ru", "Это пятая глава.", []),
    ("ar", "ارتفع بمقدار الثلث.", [("الثلث", None)]),
]


@pytest.mark.parametrize(("lang", "text", "wanted"), READ)
def test_words_and_numbers_that_look_alike(lang: str, text: str, wanted: list[tuple[str, str | None]]) -> None:
    found = read(text, lang)
    assert [q.text for q in found] == [surface for surface, _ in wanted]
    assert all(value is None or q.value == Decimal(value) for q, (_, value) in zip(found, wanted, strict=True))


def test_a_change_in_a_month_is_no_share() -> None:
    found = read("Der Vorsprung fiel binnen eines Monats von 20 auf 3 Punkte.", "de")
    assert [(q.text, q.value) for q in found] == [("20", Decimal(20)), ("3 Punkte", Decimal(3))]


RANGES = [
    ("es", "Costará entre 5.000 y 7.000 millones de euros.", "5000000000", "7000000000"),
    ("fr", "Il coûtera de 1 500 à 2 000 millions d'euros.", "1500000000", "2000000000"),
    ("it", "Costerà tra i 5 e i 7 miliardi di euro.", "5000000000", "7000000000"),
    ("pt", "Custará entre 5.000 e 7.000 milhões de euros.", "5000000000", "7000000000"),
    ("nl", "Het kost tussen de 5 en de 7 miljard euro.", "5000000000", "7000000000"),
    ("en", "It costs between 5,000 and 2 million euros.", "5000", "2000000"),
    ("de", "Es kostet zwischen 5.000 und 7.000 Euro.", "5000", "7000"),
]


@pytest.mark.parametrize(("lang", "text", "low", "high"), RANGES)
def test_the_lower_end_leaves_its_scale_to_the_upper_one(lang: str, text: str, low: str, high: str) -> None:
    (quantity,) = read(text, lang)
    assert (quantity.low, quantity.high) == (Decimal(low), Decimal(high))


MARKED = [
    ("es", "Casi el 90 % votó.", True, None),
    ("it", "Quasi il 90% ha votato.", True, None),
    ("ko", "90% 가까이가 투표했다.", True, None),
    ("ar", "صوت ما يقرب من 90 في المئة.", True, None),
    ("zh", "约合6.5美元。", True, None),
    ("zh", "大厅最多可容纳900人。", False, "<="),
    ("ru", "Это обошлось более чем в 2,3 миллиона евро.", False, ">"),
    ("ru", "Цена выросла менее чем на 5 процентов.", False, "<"),
    ("es", "El 90 % votó.", False, None),
    ("it", "Il 90% ha votato.", False, None),
]


@pytest.mark.parametrize(("lang", "text", "approximate", "bound"), MARKED)
def test_what_stands_between_a_bound_and_its_number(lang: str, text: str, approximate: bool, bound: str | None) -> None:
    (quantity,) = read(text, lang)
    assert (quantity.approximate, quantity.bound) == (approximate, bound)
