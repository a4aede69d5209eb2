"""A number behind a capitalised word that it numbers is part of a name; the same number with a unit is an amount."""

from __future__ import annotations

import pytest

from pipeline.nlp.quantities import read

NAMES = [
    ("en", "Motel 6 closed."),
    ("en", "Motel 6 guests left."),
    ("en", "Section 230 protects them."),
    ("en", "Area 51 is closed."),
    ("en", "Formula 1 teams agreed."),
    ("en", "Channel 4 viewers saw it."),
    ("en", "Many Windows 11 users complain."),
    ("en", "Studio 54 opened."),
    ("en", "Title 42 ended."),
    ("en", "It filed a Form 10-K."),
    ("en", "The 20-F shows it."),
    ("de", "Motel 6 schloss."),
    ("de", "Die Formel 1 kommt zurück."),
    ("de", "Kanal 4 berichtete."),
    ("fr", "Le Motel 6 a fermé."),
    ("fr", "La Formule 1 revient."),
    ("fr", "Canal 4 l'a dit."),
    ("es", "El Motel 6 cerró."),
    ("es", "La Fórmula 1 vuelve."),
    ("es", "Canal 4 ha informado."),
    ("it", "La Formula 1 torna."),
    ("it", "Canale 5 ha detto di no."),
    ("pt", "O Motel 6 fechou."),
    ("pt", "Canal 4 disse que não."),
    ("nl", "De Formule 1 keert terug."),
    ("nl", "Kanaal 4 meldde het."),
    ("ru", "Формула 1 возвращается."),
    ("ru", "Мотель 6 закрылся."),
    ("ar", "فورمولا 1 تعود."),
    ("ar", "القناة 4 ذكرت ذلك."),
]


@pytest.mark.parametrize(("lang", "text"), NAMES)
def test_the_number_of_a_name_is_no_amount(lang: str, text: str) -> None:
    assert read(text, lang) == ()


AMOUNTS = [
    ("en", "Motel rooms: 6", "6"),
    ("en", "Phase 3 costs 5 million.", "5 million"),
    ("en", "Germany 6 percent", "6 percent"),
    ("en", "The motel has 6 rooms.", "6 rooms"),
    ("en", "A channel 4 km long.", "4 km"),
    ("en", "Motel 6 has 40 rooms.", "40 rooms"),
    ("en", "It ran 10-20 km.", "10-20 km"),
    ("de", "Deutschland 6 Prozent", "6 Prozent"),
    ("de", "Die Formel 1 kostet 5 Millionen.", "5 Millionen"),
    ("de", "Zimmer im Motel: 6", "6"),
    ("fr", "Le canal a 4 ports.", "4 ports"),
    ("fr", "Chambres : 6", "6"),
    ("es", "Alemania 6 por ciento", "6 por ciento"),
    ("es", "La finca tiene 5 ha.", "5 ha"),
    ("it", "Il campo misura 5 ha.", "5 ha"),
    ("ru", "Германия 6 процентов", "6 процентов"),
    ("ru", "Комнат: 6", "6"),
]


@pytest.mark.parametrize(("lang", "text", "surface"), AMOUNTS)
def test_amounts_beside_such_words_stay(lang: str, text: str, surface: str) -> None:
    assert [q.text for q in read(text, lang)] == [surface]
