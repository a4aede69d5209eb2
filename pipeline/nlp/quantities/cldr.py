"""Locale facts from CLDR, through babel: separators, and the written forms of units, months and currencies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from pipeline.nlp.quantities.folding import fold


@cache
def _locale(lang: str) -> Any:  # noqa: ANN401 (babel's Locale, loaded late)
    from babel import Locale

    return Locale.parse(lang)


def separators(lang: str) -> tuple[str, str]:
    """Return the decimal mark and the grouping mark of ``lang``, folded."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return get_decimal_symbol(lang, numbering_system="latn"), get_group_symbol(lang, numbering_system="latn")


def unit_forms(lang: str, unit: str) -> tuple[str, ...]:
    """Return the written forms that follow a number ("kilometre", "kilometres"), without the number."""
    if lang == "en":
        return tuple(sorted({*_forms("en", unit), *_forms("en_GB", unit)}))
    return _forms(lang, unit)


def _forms(lang: str, unit: str) -> tuple[str, ...]:
    patterns = _locale(lang)._data["unit_patterns"]
    if unit not in patterns:
        return ()
    forms = [text for key, text in dict(patterns[unit].get("long", {})).items() if key != "per"]
    return tuple(sorted({f.replace("{0}", "").strip() for f in forms if f.startswith("{0}")} - {""}))


def months(lang: str) -> dict[str, int]:
    """Return month numbers by folded name, long and short, where a name is a word."""
    out: dict[str, int] = {}
    data = _locale(lang).months
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in data[context][width].items():
                key = fold(name).rstrip(".")
                if len(key) > 2 and key[0].isalpha():
                    out.setdefault(key, number)
                    if width == "abbreviated":
                        out.setdefault(key + ".", number)
    return out


def currency_name(code: str, lang: str = "en") -> str:
    """Return the plain lower-case English name of a currency."""
    name: str = _locale(lang).currencies.get(code, code)
    return name.lower().replace("us dollar", "dollar")


@cache
def currency_forms(lang: str) -> tuple[tuple[str, str], ...]:
    """Return (ISO 4217 code, written form) for the currencies in use, in their plural forms where there are any."""
    locale = _locale(lang)
    plural = locale._data["currency_names_plural"]
    out = []
    for code, name in sorted(locale.currencies.items()):
        forms = {name, *(plural[code].values() if code in plural else ())}
        out += [(code, form) for form in sorted(forms) if "(" not in form and len(form) > 2]
    return tuple(out)


_COUNTRY_LAST = frozenset(("fr", "es", "it", "pt", "ar"))
"""Languages that name the country of a currency behind its name: lari géorgien, but Georgian lari."""
_SHORTEST_ALONE = 3
"""Letters of a currency's name that is told from other words without its country."""


def short_currency_forms(lang: str, codes: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Yield (ISO 4217 code, name without its country): lari, 라리; ``codes`` gives where that is another word."""
    shortest = 2 if lang == "ko" else _SHORTEST_ALONE
    for code, form in currency_forms(lang):
        words = form.split()
        if lang in codes.get(code, (lang,)) or (len(words) < 2 and lang in ("ja", "zh")):
            continue
        name = words[0] if lang in _COUNTRY_LAST else words[-1]
        if len(name) >= shortest and name.isalpha():
            yield code, name
