"""Every form of quantity, in the twelve languages; and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.nlp.quantities import read, rebase, unit_name, written

FORMS = [
    ("en", "It needs 170x the compute.", "170x", "170", "1", "ratio"),
    ("en", "It needs 170× the compute.", "170×", "170", "1", "ratio"),
    ("en", "a 170-fold rise", "170-fold", "170", "1", "ratio"),
    ("fr", "soit 170 fois plus", "170 fois", "170", "1", "ratio"),
    ("de", "das 170-fache davon", "170-fache", "170", "1", "ratio"),
    ("es", "son 170 veces más", "170 veces", "170", "1", "ratio"),
    ("pt", "são 170 vezes mais", "170 vezes", "170", "1", "ratio"),
    ("zh", "需要170倍算力。", "170倍", "170", "1", "ratio"),
    ("ja", "170倍の計算能力", "170倍", "170", "1", "ratio"),
    ("ko", "170배의 연산 능력", "170배", "170", "1", "ratio"),
    ("ru", "в 170 раз больше", "170 раз", "170", "1", "ratio"),
    ("ar", "أكثر 170 مرة", "170 مرة", "170", "1", "ratio"),
    ("en", "Sales doubled.", "doubled", "2", "1", "ratio"),
    ("ru", "Цены удвоились.", "удвоились", "2", "1", "ratio"),
    ("fr", "87,5 % des cas", "87,5 %", "87.5", "%", "percent"),
    ("ar", "ارتفع ٨٧٫٥٪ فقط", "٨٧٫٥٪", "87.5", "%", "percent"),
    ("zh", "百分之五的人", "百分之五", "5", "%", "percent"),
    ("ja", "９割の人", "９割", "90", "%", "percent"),
    ("en", "up 25 basis points", "25 basis points", "0.25", "%{point}", "points"),
    ("de", "um 8 Prozentpunkte", "8 Prozentpunkte", "8", "%{point}", "points"),
    ("de", "kostet 1.234,5 Euro heute", "1.234,5 Euro", "1234.5", "EUR", "money"),
    ("fr", "coûte 1\u202f234,5 euros", "1\u202f234,5 euros", "1234.5", "EUR", "money"),
    ("de", "rund 1'234 Franken hier", "1'234 Franken", "1234", "CHF", "money"),
    ("en", "worth 12,34,567 dollars", "12,34,567 dollars", "1234567", "USD", "money"),
    ("fr", "coûte 20 milliards de dollars", "20 milliards de dollars", "20000000000", "USD", "money"),
    ("de", "10 Billionen Dollar", "10 Billionen Dollar", "10000000000000", "USD", "money"),
    ("pt", "3 mil milhões de euros", "3 mil milhões de euros", "3000000000", "EUR", "money"),
    ("it", "vale $10 miliardi oggi", "$10 miliardi", "10000000000", "USD", "money"),
    ("zh", "融资70亿美元。", "70亿美元", "7000000000", "USD", "money"),
    ("ja", "約3億2千万円だ", "3億2千万円", "320000000", "JPY", "money"),
    ("ko", "가격은 1만 2천 345 달러", "1만 2천 345 달러", "12345", "USD", "money"),
    ("en", "two lakh rupees", "two lakh rupees", "200000", "rupee", "money"),
    ("en", "about 10T tokens", "10T tokens", "10000000000000", "token", "count"),
    ("en", "1.8 × 10²⁵ FLOP", "1.8 × 10²⁵ FLOP", "18000000000000000000000000", "FLOP", "size"),
    ("en", "over 10^26 FLOPs", "10^26 FLOPs", "100000000000000000000000000", "FLOP", "size"),
    ("en", "1e26 FLOPs", "1e26 FLOPs", "100000000000000000000000000", "FLOP", "size"),
    ("en", "The site draws 1.5 GW.", "1.5 GW", "1500000000", "W", "size"),
    ("en", "twelve hours later", "twelve hours", "12", "h", "duration"),
    ("fr", "quatre-vingt-dix jours", "quatre-vingt-dix jours", "90", "d", "duration"),
    ("de", "einundzwanzig Tage", "einundzwanzig Tage", "21", "d", "duration"),
    ("it", "ventuno giorni", "ventuno giorni", "21", "d", "duration"),
    ("nl", "drieëntwintig jaar", "drieëntwintig jaar", "23", "a", "duration"),
    ("ru", "двадцать пять лет", "двадцать пять лет", "25", "a", "duration"),
    ("ar", "خمسة وعشرون عاما", "خمسة وعشرون عاما", "25", "a", "duration"),
    ("es", "tres mil metros", "tres mil metros", "3000", "m", "size"),
    ("zh", "一千零五公里", "一千零五公里", "1005000", "m", "size"),
    ("en", "three quarters", "three quarters", "0.75", "1", "ratio"),
    ("en", "two and a half years", "two and a half years", "2.5", "a", "duration"),
    ("fr", "49 phrases seulement", "49 phrases", "49", "phrases", "count"),
    ("en", "ranked 175th worldwide", "175th", "175", "rank", "rank"),
]


@pytest.mark.parametrize(("lang", "text", "surface", "value", "unit", "kind"), FORMS)
def test_form(lang: str, text: str, surface: str, value: str, unit: str, kind: str) -> None:
    (quantity,) = read(text, lang)
    assert (quantity.text, quantity.value, quantity.unit, quantity.kind) == (surface, Decimal(value), unit, kind)
    assert text[quantity.start : quantity.end] == surface


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "GPT-4 and o3 beat Qwen 2.5 72B."),
        ("en", "They tried Llama 3.1 405B and Claude 3.5 Sonnet."),
        ("en", "See https://example.org/a?x=30%25 for more."),
        ("en", "Call +33 1 23 45 67 89 now."),
        ("en", "The call starts at 2:30 pm."),
        ("en", "1. The first point."),
        ("en", "As shown before [12], it works."),
        ("en", "One must not forget that no one knows."),
        ("en", "The match ended 2-2."),
        ("en", "Version 3.10.12 is out."),
        ("fr", "Le problème se heurte à un mur."),
        ("zh", "一些模型遇到了一个问题。"),
        ("ko", "한국은 이 문제를 안다."),
    ],
)
def test_no_quantity(lang: str, text: str) -> None:
    assert read(text, lang) == ()


@pytest.mark.parametrize(
    ("lang", "text", "low", "high"),
    [
        ("en", "between 74 and 132 GW", "74000000000", "132000000000"),
        ("en", "1-2 years", "1", "2"),
        ("fr", "entre 5 et 10 %", "5", "10"),
        ("en", "$89 to $93 billion", "89000000000", "93000000000"),
        ("zh", "5%至10%", "5", "10"),
    ],
)
def test_range_keeps_both_ends(lang: str, text: str, low: str, high: str) -> None:
    (quantity,) = read(text, lang)
    assert (quantity.value, quantity.low, quantity.high) == (None, Decimal(low), Decimal(high))


def test_tolerance_keeps_value_and_ends() -> None:
    (quantity,) = read("84.8 ± 0.5 %", "en")
    assert (quantity.value, quantity.low, quantity.high) == (Decimal("84.8"), Decimal("84.3"), Decimal("85.3"))


def test_change_is_two_amounts_not_their_average() -> None:
    first, second = read("It jumped from 5% to 87.5%.", "en")
    assert (first.value, second.value) == (Decimal(5), Decimal("87.5"))


@pytest.mark.parametrize(
    ("lang", "text", "bound"),
    [
        ("en", "at least 500 people", ">="),
        ("fr", "plus de 500 personnes", ">"),
        ("es", "hasta 500 personas", "<="),
        ("de", "weniger als 500 Leute", "<"),
    ],
)
def test_bounds(lang: str, text: str, bound: str) -> None:
    assert read(text, lang)[0].bound == bound


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "about 500 people"), ("it", "circa 500 persone"), ("ja", "500人くらい"), ("ru", "около 500 человек")],
)
def test_approximations(lang: str, text: str) -> None:
    assert read(text, lang)[0].approximate


@pytest.mark.parametrize(
    ("lang", "text", "iso"),
    [
        ("en", "since March 2023", "2023-03"),
        ("en", "on 29 March 2024", "2024-03-29"),
        ("en", "on March 29", "--03-29"),
        ("de", "der 1980er Jahre", "198X"),
        ("zh", "2024年3月", "2024-03"),
        ("en", "in 2025", "2025"),
        ("fr", "le 3 mars 2024", "2024-03-03"),
    ],
)
def test_dates(lang: str, text: str, iso: str) -> None:
    (quantity,) = read(text, lang)
    assert (quantity.kind, quantity.date, quantity.value) == ("date", iso, None)


def test_score_keeps_its_maximum() -> None:
    (quantity,) = read("It got 7 out of 10.", "en")
    assert (quantity.kind, quantity.value, quantity.maximum) == ("score", Decimal(7), Decimal(10))


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "$20/month", "dollar per month"),
        ("zh", "每月20美元", "dollar per month"),
        ("en", "5 km", "kilometre"),
        ("en", "9 bosses", "boss"),
    ],
)
def test_unit_names(lang: str, text: str, name: str) -> None:
    (quantity,) = read(text, lang)
    assert unit_name(quantity, lang) == name


def test_written_undoes_the_scale() -> None:
    (quantity,) = read("5 km", "en")
    assert (quantity.value, written(quantity, "en").value) == (Decimal(5000), Decimal(5))


def test_rebase_moves_spans_and_ids() -> None:
    text = "The new chip is three times faster than its predecessor."
    (quantity,) = read(text, "en")
    moved = rebase(quantity, "a1_0", 100)
    assert moved.start == quantity.start + 100
    assert moved.id != quantity.id
    assert moved.comparison is not None
    assert quantity.comparison is not None
    assert moved.comparison.subject is not None
    assert quantity.comparison.subject is not None
    assert moved.comparison.subject.start == quantity.comparison.subject.start + 100


def test_unknown_language_is_named() -> None:
    with pytest.raises(KeyError, match="xx"):
        read("5", "xx")
