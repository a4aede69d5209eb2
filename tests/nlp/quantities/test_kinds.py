"""Kinds of numbers and units that few languages have: compounds, powers, tenths, kana, and what stands around units."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from pipeline.nlp.quantities import named_units, read, written

KINDS = [
    ("it", "un centocinquesimo del peso", "un centocinquesimo", Decimal(1) / 105, None),
    ("es", "tres dosmilésimos del total", "tres dosmilésimos", Decimal(3) / 2000, None),
    ("en", "It is one hundred thirty-fifths.", "one hundred thirty-fifths", Decimal(100) / 35, None),
    ("es", "cuesta siete con cincuenta euros", "siete con cincuenta euros", "7.5", "euro"),
    ("ja", "答えは1.5の3乗です。", "1.5の3乗", "3.375", None),
    ("ja", "二のマイナス二乗は小さい。", "二のマイナス二乗", "0.25", None),
    ("zh", "共10的24次方次运算。", "10的24次方次", "1e24", "次"),
    ("ja", "値段は にせんさんびゃく 円です", "にせんさんびゃく 円", "2300", "japanese yen"),
    ("ja", "値段は3割5分下がった。", "3割5分", "35", "percentage"),
    ("zh", "约七成六的人同意。", "七成六", "76", "percentage"),
    ("zh", "全长12千米。", "12千米", "12", "kilometre"),
    ("zh", "频率是1兆赫。", "1兆赫", "1", "megahertz"),
    ("zh", "重三十两。", "三十两", "30", "liang"),
    ("zh", "共10万万人。", "10万万人", "1000000000", "person"),
    ("ko", "빵 3조각을 먹었다.", "3조각", "3", "조각"),
    ("ko", "아이는 십 세이다.", "십 세", "10", "year"),
    ("en", "The fence is 12 ft 6 in long.", "12 ft 6 in", "12.5", "foot"),
    ("en", "He is 5 feet and 3 inches tall.", "5 feet and 3 inches", "5.25", "foot"),
    ("en", "The crate weighs 20 (kg) empty.", "20 (kg)", "20", "kilogram"),
    ("en", "Losses reached 30 MUSD in spring.", "30 MUSD", "30000000", "dollar"),
    ("es", "agua a 37º C hoy", "37º C", "37", "celsius"),
    ("fr", "passer de la salle à - 20 degrés Celsius", "- 20 degrés Celsius", "-20", "celsius"),
    ("en", "panel strength of 9 ksi", "9 ksi", "9", "kilopound per square inch"),
    ("nl", "Er bleef één muur staan.", "één muur", "1", "muur"),
    ("en", "The siren sounds nearly 78 times a minute.", "78 times a minute", "78", "time per minute"),
    ("en", "She lost to the top three seeds.", "three seeds", "3", "top seed"),
    ("en", "It is 12 C outside.", "12 C", "12", "celsius"),
    ("fr", "dans les douze prochains mois", "douze prochains mois", "12", "month"),
    ("es", "en los tres últimos años", "tres últimos años", "3", "year"),
    ("pt", "nas duas próximas semanas", "duas próximas semanas", "2", "week"),
    ("nl", "de drie volgende dagen", "drie volgende dagen", "3", "day"),
    ("nl", "hij reed tachtig km/u", "tachtig km/u", "80", "kilometre per hour"),
]


@pytest.mark.parametrize(("lang", "text", "surface", "value", "unit"), KINDS)
def test_kinds(lang: str, text: str, surface: str, value: str | Decimal, unit: str | None) -> None:
    found = read(text, lang)
    assert [q.text for q in found] == [surface]
    as_text = written(found[0], lang)
    assert as_text.value is not None
    assert abs(as_text.value - Decimal(value)) < Decimal("1e-20")
    assert as_text.unit == unit


SHARED = [
    ("It offers 435 homes by open sale and 187 by tender.", ["home", "home"]),
    ("Some 12 million lamps went dark, including 1.5 million in the harbour.", ["lamp", "lamp"]),
    ("It costs about 8 or $9.", ["dollar", "dollar"]),
    ("The index lost 2.1 points, or 0.4%, to fall to 512.25.", ["point", "percentage", "point"]),
    ("Nobody over the age of 21 came.", ["year"]),
    ("They paid 9 shekels ($2.40) a month.", ["shekel per month", "dollar"]),
    ("They ran 300 tests per day and 12 rooms.", ["test per day", "room"]),
    ("Sales of 12 million lamps are planned by 2120.", ["lamp", None]),
]


@pytest.mark.parametrize(("text", "units"), SHARED)
def test_units_left_out_the_second_time(text: str, units: list[str | None]) -> None:
    assert [written(q, "en").unit for q in read(text, "en")] == units


NAMED = [
    ("en", "How much is 30 degrees Celsius in Fahrenheit?", ["fahrenheit"]),
    ("es", "pagó en dólares, no 3 euros", ["dollar"]),
    ("zh", "人民币和美元", ["chinese yuan", "dollar"]),
    ("en", "They won the cup.", []),
]


@pytest.mark.parametrize(("lang", "text", "names"), NAMED)
def test_units_without_a_number(lang: str, text: str, names: list[str]) -> None:
    assert [name for _, _, name in named_units(text, lang)] == names


NONE = [
    ("nl", "Een muur stond in de tuin."),
    ("ja", "田中さんに会いました。"),
    ("ja", "まだ できません。"),
    ("nl", "de honderdachtste editie"),
]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_what_is_no_quantity(lang: str, text: str) -> None:
    assert read(text, lang) == ()


def test_a_dash_behind_a_number_is_no_minus() -> None:
    assert [(q.low, q.high) for q in read("an ef 75 -300mm lens", "en")] == [(Decimal("0.075"), Decimal("0.3"))]


@pytest.mark.parametrize(
    ("lang", "unit"), [("zh", "1万"), ("ja", "にせん"), ("en", "one "), ("fr", "1 "), ("en", "1,")]
)
def test_a_megabyte_of_number_is_stepped_over(
    lang: str, unit: str, processor_seconds: Callable[[Callable[[], object]], float]
) -> None:
    line = unit * (1_000_000 // len(unit.encode()))
    read(unit, lang)
    assert processor_seconds(lambda: read(line, lang)) < 2
