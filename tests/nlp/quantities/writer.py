"""Writes quantities in all languages, from CLDR patterns, so that reading them back can be checked."""

from __future__ import annotations

import random
from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import format_currency, format_decimal
from babel.units import format_unit

LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl", "zh", "ja", "ko", "ru", "ar")
UNITS = {
    "length-kilometer": ("m", 1000),
    "length-meter": ("m", 1),
    "mass-kilogram": ("g", 1000),
    "duration-day": ("d", 1),
    "duration-month": ("mo", 1),
    "duration-hour": ("h", 1),
    "duration-year": ("a", 1),
    "power-gigawatt": ("W", 10**9),
    "power-megawatt": ("W", 10**6),
    "digital-gigabyte": ("By", 10**9),
    "energy-kilowatt-hour": ("W.h", 1000),
    "frequency-gigahertz": ("Hz", 10**9),
    "mass-gram": ("g", 1),
    "area-hectare": ("har", 1),
}
TIMES = {
    "en": ("{} times", "{}x", "{}×", "{}-fold"),
    "fr": ("{} fois", "{}×"),
    "de": ("{}-mal", "das {}-fache", "{}×"),
    "es": ("{} veces",),
    "it": ("{} volte",),
    "pt": ("{} vezes",),
    "nl": ("{} keer",),
    "zh": ("{}倍",),
    "ja": ("{}倍",),
    "ko": ("{}배",),
    "ru": ("в {} раз",),
    "ar": ("{} مرة",),
}
POINTS = {
    "en": "{} percentage points",
    "fr": "{} points de pourcentage",
    "de": "{} Prozentpunkte",
    "es": "{} puntos porcentuales",
    "it": "{} punti percentuali",
    "pt": "{} pontos percentuais",
    "nl": "{} procentpunten",
    "zh": "{}个百分点",
    "ja": "{}パーセントポイント",
    "ko": "{}%포인트",
    "ru": "{} процентных пунктов",
    "ar": "{} نقاط مئوية",
}
SCALES = {
    "en": (("million", 6), ("billion", 9), ("trillion", 12)),
    "fr": (("millions", 6), ("milliards", 9)),
    "de": (("Millionen", 6), ("Milliarden", 9), ("Billionen", 12)),
    "es": (("millones", 6), ("mil millones", 9), ("billones", 12)),
    "it": (("milioni", 6), ("miliardi", 9)),
    "pt": (("milhões", 6), ("bilhões", 9), ("mil milhões", 9), ("trilhões", 12)),
    "nl": (("miljoen", 6), ("miljard", 9)),
    "zh": (("万", 4), ("亿", 8), ("万亿", 12)),
    "ja": (("万", 4), ("億", 8), ("兆", 12)),
    "ko": (("만", 4), ("억", 8), ("조", 12)),
    "ru": (("млн", 6), ("миллиардов", 9), ("трлн", 12)),
    "ar": (("مليون", 6), ("مليار", 9), ("تريليون", 12)),
}
FRAMES = {
    "en": "The report gives {}, more or less.",
    "fr": "Le rapport donne {}, dit-on.",
    "de": "Der Bericht nennt {}, heißt es.",
    "es": "El informe da {}, según dicen.",
    "it": "Il rapporto dà {}, dicono.",
    "pt": "O relatório dá {}, dizem.",
    "nl": "Het rapport geeft {}, zegt men.",
    "zh": "报告给出{}。",
    "ja": "報告は{}としている。",
    "ko": "보고서는 {}, 그렇게 말한다.",
    "ru": "Отчёт даёт {}, говорят.",
    "ar": "يذكر التقرير {}، كما يقال.",
}


PERCENT = {
    "en": " percent",
    "de": " Prozent",
    "nl": " procent",
    "es": " por ciento",
    "zh": "个百分比",
    "ja": "パーセント",
    "ko": " 퍼센트",
}
EN = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
EN_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
DE = [
    "null",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
DE_TENS = ["_", "_", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
NL = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
NL_TENS = ["_", "_", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
ES = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
]
ES_TENS = ["_", "_", "_", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
ES_HUNDREDS = [
    "_",
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
]


def english(n: int) -> str:
    if n < 100:
        return EN[n] if n < 20 else EN_TENS[n // 10] + (f"-{EN[n % 10]}" if n % 10 else "")
    high, low, word = (n // 1000, n % 1000, "thousand") if n >= 1000 else (n // 100, n % 100, "hundred")
    return f"{english(high)} {word}" + (f" {english(low)}" if low else "")


def german(n: int) -> str:
    if n < 100:
        return DE[n] if n < 20 else (DE[n % 10] + "und" if n % 10 else "") + DE_TENS[n // 10]
    high, low, word = (n // 1000, n % 1000, "tausend") if n >= 1000 else (n // 100, n % 100, "hundert")
    return german(high) + word + (german(low) if low else "")


def dutch(n: int) -> str:
    if n < 100:
        unit = NL[n % 10]
        return NL[n] if n < 20 else (unit + ("ën" if unit.endswith("e") else "en") if n % 10 else "") + NL_TENS[n // 10]
    high, low, word = (n // 1000, n % 1000, "duizend") if n >= 1000 else (n // 100, n % 100, "honderd")
    return ("" if high == 1 else dutch(high)) + word + (" " if n >= 1000 and low else "") + (dutch(low) if low else "")


def spanish(n: int) -> str:
    if n < 100:
        return ES[n] if n < 30 else ES_TENS[n // 10] + (f" y {ES[n % 10]}" if n % 10 else "")
    if n < 1000:
        return "cien" if n == 100 else ES_HUNDREDS[n // 100] + (f" {spanish(n % 100)}" if n % 100 else "")
    head = (
        "mil"
        if n < 2000
        else spanish(n // 1000)
        .replace("veintiuno", "veintiún")
        .removesuffix("o" * (n // 1000 % 10 == 1 and n // 1000 > 30))
        + " mil"
    )
    return head + (f" {spanish(n % 1000)}" if n % 1000 else "")


def packed(n: int, digits: str, places: str, zero: str) -> str:
    """Write Chinese-style numerals: 三十二万五千 (with 零 for skipped places in Chinese)."""
    if n >= 10000:
        low = n % 10000
        gap = zero if 0 < low < 1000 else ""
        return (
            packed(n // 10000, digits, places, zero)
            + places[3]
            + gap
            + (packed(low, digits, places, zero) if low else "")
        )
    out, skipped = "", False
    for power in (3, 2, 1, 0):
        digit = n // 10**power % 10
        if digit:
            one = digit == 1 and power and (not zero or (power == 1 and not out))
            out += (
                (zero if skipped and out else "")
                + ("" if one else digits[digit])
                + (places[power - 1] if power else "")
            )
        skipped = not digit
    return out


SPELL = {
    "en": english,
    "de": german,
    "nl": dutch,
    "es": spanish,
    "zh": lambda n: packed(n, "〇一二三四五六七八九", "十百千万", "零"),
    "ja": lambda n: packed(n, "〇一二三四五六七八九", "十百千万", ""),
    "ko": lambda n: packed(n, "영일이삼사오육칠팔구", "십백천만", ""),
}


@dataclass(frozen=True)
class Case:
    """A text with one quantity: where it stands and what it is."""

    lang: str
    text: str
    start: int
    end: int
    value: Decimal
    unit: str
    currency: str | None = None


def number(rng: random.Random) -> Decimal:
    """Return a plain number of up to seven digits, sometimes with decimals."""
    whole = rng.choice(
        (rng.randint(2, 99), rng.randint(100, 999), rng.randint(2200, 99999), rng.randint(100000, 9999999))
    )
    places = rng.choice((0, 0, 1, 2))
    return (
        Decimal(whole)
        if places == 0 or whole > 99999
        else Decimal(f"{whole}.{rng.randint(1, 9)}" + ("5" if places == 2 else ""))
    )


def digits(value: Decimal, lang: str, rng: random.Random) -> str:
    """Write digits with the separators of the language, sometimes in its own or in full-width digits."""
    text = str(format_decimal(value, locale=lang, decimal_quantization=False))
    if lang in ("zh", "ja") and rng.random() < 0.2:
        text = text.translate({ord(a): b for a, b in zip("0123456789.,", "０１２３４５６７８９．，", strict=True)})
    if lang == "ar" and rng.random() < 0.5:
        text = text.translate({ord(a): b for a, b in zip("0123456789.,", "٠١٢٣٤٥٦٧٨٩٫٬", strict=True)})
    return text


def case(rng: random.Random, lang: str) -> Case:
    """Write one random quantity of a random form into a sentence of ``lang``."""
    value = number(rng)
    form = rng.choice(("unit", "unit", "money", "percent", "times", "points", "scale", "words"))
    currency = None
    if form == "unit":
        name = rng.choice(sorted(UNITS))
        unit, factor = UNITS[name]
        plain = format_unit(value, name, length="long", locale=lang)
        if name in plain:  # CLDR has no long form that babel can see
            return case(rng, lang)
        written = plain.replace(str(format_decimal(value, locale=lang)), digits(value, lang, rng))
        written = plain if written == plain else written
        if str(format_decimal(value, locale=lang)) != str(
            format_decimal(value, locale=lang, decimal_quantization=False)
        ):
            return case(rng, lang)
        value *= factor
    elif form == "money":
        currency = rng.choice(("USD", "EUR", "GBP", "JPY"))
        value = value.to_integral_value()
        unit = currency
        written = format_currency(
            value, currency, "#,##0 ¤¤¤", locale=lang, format_type="standard", currency_digits=False
        )
    elif form == "words":
        if lang not in SPELL:
            return case(rng, lang)
        whole = rng.choice((rng.randint(2, 99), rng.randint(100, 999), rng.randint(1000, 999999)))
        value, unit, written = Decimal(whole), "%", SPELL[lang](whole) + PERCENT[lang]
    elif form == "percent":
        unit, written = "%", digits(value, lang, rng) + rng.choice(("%", " %", "\u00a0%"))
    elif form == "times":
        unit, written = "1", rng.choice(TIMES[lang]).format(digits(value, lang, rng))
    elif form == "points":
        unit, written = "%{point}", POINTS[lang].format(digits(value, lang, rng))
    else:
        word, power = rng.choice(SCALES[lang])
        value = (
            Decimal(rng.randint(2, 999))
            if lang in ("zh", "ja", "ko")
            else Decimal(f"{rng.randint(2, 999)}.{rng.randint(1, 9)}")
        )
        currency = unit = "EUR"
        euro = {"zh": "欧元", "ja": "ユーロ", "ko": " 유로", "ru": " евро", "ar": " يورو"}.get(
            lang, " euros" if lang in ("en", "fr", "es", "pt") else " Euro"
        )
        link = " de" if lang in ("fr", "es", "pt") else " di" if lang == "it" else ""
        gap = "" if lang in ("zh", "ja", "ko") else " "
        written = f"{digits(value, lang, rng)}{gap}{word}{link}{euro}"
        value *= 10**power
    before, after = FRAMES[lang].split("{}")
    span = written.split(" ", 1)[1] if form == "times" and lang in ("ru",) else written.removeprefix("das ")
    start = len(before) + written.index(span)
    return Case(lang, before + written + after, start, start + len(span), value, unit, currency)
