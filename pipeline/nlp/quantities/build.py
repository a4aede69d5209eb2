"""How a language's data becomes its lexicon: tables of words, and the expressions that find them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from pipeline.nlp.quantities import cldr
from pipeline.nlp.quantities.contexts import BLANK, compile_context, phrases
from pipeline.nlp.quantities.fixed import fixed_words
from pipeline.nlp.quantities.folding import fold, trie
from pipeline.nlp.quantities.lexicon import Lexicon, Unit, catalogue, common_data
from pipeline.nlp.quantities.numerals import Grammar, Token

_WORDY, _ASCII = r"[^\W_]", r"[A-Za-z0-9]"


def _number_tokens(data: Mapping[str, Any]) -> dict[str, Token]:
    """Return token kinds and values by folded word."""
    number = data["number"]
    out: dict[str, Token] = {}

    def put(words: Mapping[str, str], kind: str, weak: frozenset[str] = frozenset()) -> None:
        for word, value in words.items():
            key = fold(word)
            out[key] = Token(kind, Decimal(value), 0, 0, key in weak)

    weak = frozenset(fold(w) for w in number.get("weak", ()))
    if data.get("script") in ("han", "hangul"):
        weak |= frozenset(
            fold(w) for w in (*number["add"], *number["mul"], *number.get("native", ()), *number.get("group", ()))
        )
    put(dict.fromkeys(number.get("point", ()), "0"), "point")
    put(dict.fromkeys(number.get("share_of", ()), "0"), "share")
    put(dict.fromkeys(number.get("mixed", ()), "0"), "and")
    put(dict.fromkeys(number.get("odd", ()), "0"), "odd")
    put(dict.fromkeys(number.get("share", ()), "0"), "parts")
    put(dict.fromkeys(number.get("with", ()), "0"), "with")
    put(number.get("part_words", {}), "half")
    put(number.get("denominator", {}), "part")
    put(number.get("group", {}), "group", weak)
    put(dict.fromkeys(number.get("article", ()), "1"), "article")
    put(number.get("words", {}), "whole")
    put(number["mul"], "mul", weak)
    put(number["add"], "add", weak)
    put(number.get("native", {}), "add", weak)
    put(dict.fromkeys(number.get("and", ()), "0"), "and")
    for word in number.get("half", ()):
        key = fold(word)
        joined = key.split(" ")[0] in {fold(w) for w in number.get("and", ())} or key.startswith(("с ", "و"))
        out[key] = Token("half", Decimal("0.5"), 0, 0, joined)
    for word in out.copy():
        if out[word].kind == "article":
            out[word] = Token("article", Decimal(1), 0, 0, True)
    return _with_endings(out, data)


T = TypeVar("T")


def _with_endings(words: dict[str, T], data: Mapping[str, Any]) -> dict[str, T]:
    """Add the written forms of the Arabic accusative, which has its two strokes on the alif or on the letter before."""
    if data.get("script") == "arab":
        for word in [word for word in words if word.endswith("ا")]:
            stem = word.removesuffix("ا").removesuffix("ً")
            for form in (f"{stem}ا", f"{stem}ًا", f"{stem}اً"):
                words.setdefault(form, words[word])
    return words


def _unit_tables(data: Mapping[str, Any], lang: str) -> tuple[dict[str, Unit], dict[str, Unit], dict[str, Unit]]:
    """Return units by folded word, by symbol in its own case, and currencies by sign."""
    common, known = common_data(), catalogue()
    words: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    for name, unit in known.items():
        spec = common["units"][name]
        for form in cldr.unit_forms(lang, spec["cldr"]) if "cldr" in spec else ():
            words.setdefault(fold(form), unit)
        for form in spec.get("symbols", ()):
            symbols[form] = unit
            if len(form) > 1 and form.lower() not in _AMBIGUOUS:
                for other in (form.lower(), form.upper(), form.title()):
                    symbols.setdefault(other, unit)
    for code, form in cldr.short_currency_forms(lang, common["short_names"]):
        words.setdefault(fold(form), money(code))
    for code, form in cldr.currency_forms(lang):
        words[fold(form)] = money(code)
    for name, forms in data.get("units", {}).items():
        words.update((fold(form), known[_ALIAS.get(name, name)]) for form in forms)
    for code, forms in data.get("currencies", {}).items():
        words.update((fold(form), money(code)) for form in forms)
    for name, forms in data.get("minor", {}).items():
        unit = Unit(name, name, "money", Decimal(1), None, None)
        words.update((fold(form), unit) for form in forms)
    for key, name in _WORD_UNITS.items():
        words.update((fold(form), known[name]) for form in data["words"].get(key, ()))
    return _with_endings(words, data), symbols, _signs(data, lang, common)


def _signs(data: Mapping[str, Any], lang: str, common: Mapping[str, Any]) -> dict[str, Unit]:
    """Return currencies by sign; where words are set apart, the words of other scripts are signs too."""
    signs: dict[str, Unit] = {}
    for code, forms in common["currencies"].items():
        yuan = ("¥", "￥") if code == "CNY" and lang in common["cjk_yen"] else ()
        signs.update((form, money(code)) for form in (*forms, *yuan, *data.get("signs", {}).get(code, ())))
    if data.get("script") not in ("han", "hangul"):
        signs.update((form, money(code)) for code, form in common["foreign_signs"].items())
    return signs


_AMBIGUOUS = frozenset(
    ("mw", "pb", "ps", "ns", "ms", "to", "go", "hp", "yd", "mi", "in", "px", "as", "mp", "ha", "oz", "gt", "cc", "hm",
     "pm", "pa", "mpa", "gpa", "atm", "cd", "lm", "lx", "gy", "sv", "ci", "bq", "ev", "dl", "cl", "hl", "ma", "mv",
     "kn", "mj", "nf", "pf", "mh", "eb", "zb", "mt", "ah", "bar", "henry", "weber", "curie", "gauss", "nit", "mbit")
)  # fmt: skip
"""Symbols that mean something else in another case, or are words."""


_ALIAS = {"pound": "pound-mass"}


_WORD_UNITS = {"percent": "percentage", "points": "percentage point", "basis": "basis point", "times": "time"}


_CURRENCY_NAMES = {
    "USD": "dollar", "GBP": "pound", "EUR": "euro", "JPY": "japanese yen", "CNY": "chinese yuan",
    "KRW": "south korean won",
    "ILS": "shekel", "NLG": "netherlands guilder", "FIM": "finnish markka",
    "INR": "indian rupee", "CHF": "swiss franc", "BTC": "bitcoin", "FRF": "franc",
}  # fmt: skip


@lru_cache(maxsize=512)
def money(code: str) -> Unit:
    """Return the unit of an ISO 4217 code."""
    name = _CURRENCY_NAMES.get(code) or cldr.currency_name(code)
    return Unit(name, code, "money", Decimal(1), None, code)


def _bare(number: Mapping[str, Any], script: str) -> frozenset[Decimal]:
    """Multipliers that need no number before them."""
    if script in ("han", "hangul"):
        return frozenset(Decimal(n) for n in (10, 100, 1000, *((10000,) if script == "hangul" else ())))
    if "hundred" in number["mul"]:
        return frozenset()
    return frozenset((Decimal(100), Decimal(1000)))


def build(lang: str, data: Mapping[str, Any], common: Mapping[str, Any], *, stressed: bool = False) -> Lexicon:
    """Compile the data of one language with what all languages share."""
    number, script = data["number"], data.get("script", "latin")
    spaced = script not in ("han", "hangul")
    tokens = _number_tokens(data)
    grammar = Grammar(
        reversed="reversed" in number,
        room={Decimal(k): Decimal(v) for k, v in number.get("room", {}).items()},
        packed=not spaced,
        positional={"han": 2, "hangul": 3}.get(script, 0),
        colloquial="colloquial" in number,
        splits="splits" in number,
        bare_groups="bare_groups" in number,
        hundredths=int(number.get("hundredths", 0)),
        joined=frozenset(Decimal(value) for value in number.get("joined", ())),
        bare=_bare(number, script),
    )
    decimal, groups = cldr.separators(lang)
    words, symbols, signs = _unit_tables(data, lang)
    suffixes = {k: Decimal(v) for k, v in data.get("suffix", {}).items()}
    lex = Lexicon(
        lang=lang, script=script, grammar=grammar, tokens=tokens,
        token=re.compile("(?!)"), quick=re.compile("(?!)"), master=re.compile("(?!)"),
        units=words, unit=re.compile(phrases(words, spaced)),
        symbols=symbols, symbol=re.compile(f"(?:{trie(symbols)})(?!{_WORDY if spaced else _ASCII})"),
        signs=signs, sign=re.compile(f"(?:{trie(signs)})(?![A-Za-z])"),
        sign_ends=frozenset(char for form in signs for char in (form[-1], form[-1].lower())),
        suffixes=suffixes, suffix=re.compile(f"(?:{trie(suffixes)})(?![\\w])"),
        decimal=decimal, groups=data["groups"] + groups, months=_months(lang, data),
        stop=frozenset(fold(w) for w in data.get("stop", ())), models=frozenset(common["models"]),
        indices=frozenset(common["indices"]), firms=frozenset(common["firms"]),
        names=re.compile(rf"(?<!{_ASCII})(?:{trie(common['names'])})(?!{_WORDY if spaced else _ASCII})"),
        labels=_labels(data),
        short_labels=frozenset(data["words"].get("short_labels", ())), raw=data,
        per_after={fold(k): v for k, v in data["words"].get("per_after", {}).items()},
        per_before={fold(k): v for k, v in data["words"].get("per_before", {}).items()},
        and_words=frozenset(fold(w) for w in number.get("and", ())),
    )  # fmt: skip
    lex.month = re.compile(phrases(lex.months, spaced))
    if "unlike" in data:
        lex.unlike = re.compile(rf"(?<!\w)(?:{trie(data['unlike'])})(?!\w)", re.IGNORECASE)
    if "stressed" in number:
        lex.stressed = re.compile("|".join(map(re.escape, number["stressed"])), re.IGNORECASE)
    _compile_words(lex, data, stressed)
    compile_context(lex, data)
    return lex


def _labels(data: Mapping[str, Any]) -> frozenset[str]:
    """Return the words before a number that is a name, in Arabic also with "and" before them."""
    labels = frozenset(data["words"].get("labels", ()))
    joined = frozenset(data["number"].get("joined_and", ()))
    return labels | {f"{word}{label}" for word in joined for label in labels}


def _months(lang: str, data: Mapping[str, Any]) -> dict[str, int]:
    return cldr.months(lang) | {fold(name): int(number) for name, number in data.get("months", {}).items()}


def _compile_words(lex: Lexicon, data: Mapping[str, Any], stressed: bool) -> None:
    """Compile the expressions that find number words, and those that start a search."""
    number = data["number"]
    fixed_words(lex, data)
    edge = r"(?!\w)" if lex.spaced else ""
    compound = _compile_compounds(lex, number)
    pattern = f"(?:{trie(sorted(w for w in lex.tokens if w[0] != '+'))}){edge}"
    never = trie(sorted(fold(w) for w in number.get("never", ())))
    lex.token = re.compile(f"(?!{never})(?:{pattern}{compound})" if never else pattern + compound)
    lex.flood = re.compile(rf"(?>\d[\d.,']*|{BLANK}|-|{lex.token.pattern})+")
    kinds = ("add", "mul", "group", "half", "article", "whole", "part")
    start = [w for w, t in lex.tokens.items() if t.kind in kinds and w[0] != "+"]
    articles = [w for w in start if lex.tokens[w].kind == "article" and not stressed]
    apart = [fold(w) for w in number["add"]] if lex.script == "hangul" else []
    begin = f"(?:{trie(sorted({*start} - {*articles} - {*apart}))}){edge}{compound}{_articles(lex, articles, number)}"
    if apart:  # 이, 사, 오 with a blank behind are numbers before a unit or another number alone
        begin += f"|(?:{trie(sorted(apart))})(?! (?!{lex.token.pattern}|{lex.unit.pattern})[가-힣])"
    fixed = f"(?:{trie(sorted(lex.fixed))})" + (r"(?:(?<=')|(?!\w|-\w))" if lex.spaced else "")
    idiom = trie(sorted(fold(w) for w in number.get("idiom", ()))) if number.get("idiom") else "(?!)"
    idiom = "".join(f"(?<!{fold(word)})" for word in number.get("counted_after", ())) + f"(?:{idiom})"
    left = r"(?<!\w)" if lex.spaced else ""
    if lex.script == "arab":
        left = r"(?:(?<!\w)|(?<=(?<!\w)[وبلفك]))"
    if lex.script == "hangul":
        minus = "|".join(f"(?<={word})" for word in number.get("sign", ()))
        left = rf"(?:(?<![가-힣])|{minus})"
    unless = "" if lex.spaced else f"(?!{fixed})"
    lex.master = re.compile(
        rf"(?P<url>https?://\S+|www\.\S+)|(?P<idiom>{unless}(?:{idiom}))|(?P<digit>[.,٫]?\d)|(?P<glyph>[¼-¾⅐-⅞])"
        rf"|{left}(?:(?P<fixed>{fixed})|(?P<word>{begin}))"
    )
    lex.quick = re.compile(rf"[\d¼-¾⅐-⅞]|{left}(?:{fixed}|{begin})")


def _articles(lex: Lexicon, articles: list[str], number: Mapping[str, Any]) -> str:
    """Return the expression, after a bar, for an article that may count: most of them stand before another noun.

    It counts alone, at a mark, before a number word, a unit, or "in three".
    """
    if not articles:
        return ""
    over = phrases(number.get("over", ()), lex.spaced)
    signs = trie(sorted({fold(sign) for sign in lex.symbols if len(sign) > 1}))
    shared = ""
    if "article_shares" in number:  # un habitant sur cinq
        shared = rf"|{BLANK}(?:[^\W\d_]+(?:-[^\W\d_]+)*{BLANK}){{1,3}}(?:{over}){BLANK}(?:\d|{lex.token.pattern})"
    ahead = rf"{lex.token.pattern}|{lex.unit.pattern}|(?:{signs})(?!\w)|{over}|[$€£¥]|-"
    ahead = rf"[*\".,;!?)-]|\W*\Z|{BLANK}{{1,2}}(?:{ahead}){shared}"
    return rf"|(?:{trie(sorted(articles))})(?!\w)(?={ahead})"


def _compile_compounds(lex: Lexicon, number: Mapping[str, Any]) -> str:
    """Collect the pieces of number words written together; return the expression for such words, after a bar."""
    if "compound" in number:
        inner = {fold(w): Decimal(v) for w, v in number.get("inner", {}).items()}
        plain = (w for w, t in lex.tokens.items() if t.kind in ("add", "mul", "part", "parts") and " " not in w)
        pieces = {*inner, *plain, *(fold(w) for w in number.get("inner_and", number["and"]))}
        lex.tokens |= {"+" + w: Token("add", v, 0, 0) for w, v in inner.items()}
        lex.pieces = tuple(sorted(pieces, key=lambda w: (-len(w), w)))
        return f"|(?:{trie(sorted(pieces))}){{2,16}}(?!\\w)"
    if "kana" not in number:
        return ""
    kana = number["kana"]
    for kind in ("add", "mul"):
        lex.tokens |= {"+" + fold(w): Token(kind, Decimal(v), 0, 0) for w, v in kana[kind].items()}
    lex.pieces = tuple(sorted(map(fold, {**kana["add"], **kana["mul"]}), key=lambda w: (-len(w), w)))
    scaled = f"(?=[ぁ-ん]{{1,60}})(?=[ぁ-ん]{{0,8}}?(?:{trie(sorted(map(fold, kana['mul'])))}))"
    single = trie(sorted(map(fold, kana["alone"])))
    apart, end = r"(?<![^\s、。，,])", r"(?![^\s、。，,.])"
    return f"|(?<![ぁ-んー]){scaled}(?:{trie(sorted(lex.pieces))}){{2,24}}(?![ぁ-んー])|{apart}(?:{single}){end}"
