"""The expressions for the words around numbers: before them, after them, between two of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from unicodedata import combining

from pipeline.nlp.quantities.folding import fold, trie
from pipeline.nlp.quantities.lexicon import Lexicon

BLANK = r"[ \u00a0\u202f\u2009\u2007]"


def phrases(words: Iterable[str], spaced: bool, *, closed: bool = True) -> str:
    """Return an expression for any of the phrases, as whole words where the language has them.

    Where it has none, no Latin letter may follow a phrase that is ``closed``: 10块 is money, and 10块GPU is not.
    """
    folded = sorted({fold(w) for w in words})
    if not folded:
        return "(?!)"
    edge = r"(?!\w)" if spaced else r"(?![a-z])" if closed else ""
    wordy = [w for w in folded if w[-1].isalnum() or combining(w[-1])]
    signs = [w for w in folded if not (w[-1].isalnum() or combining(w[-1]))]
    parts = [f"(?:{trie(wordy)}){edge}"] if wordy else []
    return "|".join(parts + ([trie(signs)] if signs else []))


def reversed_phrases(words: Iterable[str], spaced: bool) -> re.Pattern[str]:
    """Return an expression for a phrase that ends where reading starts, to be matched on reversed text."""
    folded = {fold(w)[::-1] for w in words}
    if not folded:
        return re.compile("(?!)")
    edge = r"(?!\w)" if spaced else ""
    wordy = sorted(w for w in folded if w[-1].isalnum())
    signs = sorted(w for w in folded if not w[-1].isalnum())
    parts = [f"(?:{trie(wordy)}){edge}"] if wordy else []
    return re.compile(rf"{BLANK}{{0,2}}({'|'.join(parts + ([trie(signs)] if signs else []))})")


def compile_context(lex: Lexicon, data: Mapping[str, Any]) -> None:
    """Compile what may stand before, after and between numbers."""
    words = data["words"]
    for key in ("less_than", "more_than", "at_most", "at_least", "approx_before"):
        lex.leads.update((fold(phrase), key) for phrase in words.get(key, ()))
    lex.before["lead"] = reversed_phrases(lex.leads, lex.spaced)
    for key in (
        "between",
        "shares",
        "describing",
        "age_before",
        "percent_of",
        "factor_before",
        "divided_before",
        "by",
        "from",
        "to",
        "year_before",
        "day_before",
        "period",
        "rank",
        "plus_minus",
    ):
        lex.before[key] = reversed_phrases(words.get(key, ()), lex.spaced)
    for key in (
        "approx_after",
        "more_after",
        "less_after",
        "factor_after",
        "divided_after",
        "above_after",
        "below_after",
        "to",
        "per",
        "decade",
        "plus_minus",
    ):
        lex.after[key] = re.compile(rf"{BLANK}?(?:{phrases(words.get(key, ()), lex.spaced)})")
    if "joined_and" in data["number"]:  # و is written to the word or digit that follows
        lex.after["to"] = re.compile(rf"{lex.after['to'].pattern}|{BLANK}?و(?=\d)")
    lex.before["firm"] = reversed_phrases(words.get("firm_before", ()), lex.spaced)
    for key, known in (("speaks", "speaks_after"), ("firm", "firm_after"), ("acts", "acts_after")):
        forms = words.get(known, ())
        lex.after[key] = re.compile(rf"{BLANK}?(?:{phrases(forms, lex.spaced)})")
    lex.after["portion"] = re.compile(
        rf"{BLANK}{{1,2}}(?:(?:{phrases(words.get('portion', ()), lex.spaced)}){BLANK}?)?"
    )
    lex.after["whole"] = re.compile(rf"{BLANK}(?:{phrases(words.get('whole', ()), lex.spaced)}){BLANK}?")
    lex.after["per_after"] = re.compile(rf"{BLANK}(?:{phrases(lex.per_after, lex.spaced)})")
    lex.before["place"] = reversed_phrases(data["ordinal"].get("place", ()), lex.spaced)
    lex.before["ranked"] = reversed_phrases(data["ordinal"].get("ranked", ()), lex.spaced)
    lex.after["placed"] = re.compile(rf"{BLANK}(?:{phrases(data['ordinal'].get('place', ()), lex.spaced)})")
    lex.after["label"] = re.compile(phrases(data["ordinal"].get("labels", ()), False))
    minus = [] if lex.spaced else data["number"].get("minus", ())
    lex.after["minus"] = re.compile(rf"(?:{phrases(minus, False)}){BLANK}?")
    lex.before["minus"] = reversed_phrases(data["number"].get("minus", ()), lex.spaced)
    lex.before["link"] = reversed_phrases(words.get("link", ()), False)
    lex.before["named_after"] = reversed_phrases(data["number"].get("named_after", ()), False)
    lex.after["named_before"] = re.compile(phrases(data["number"].get("named_before", ()), False))
    lex.before["month"] = reversed_phrases(lex.months, lex.spaced)
    lex.before["unit"] = reversed_phrases(
        [
            w
            for w, u in lex.units.items()
            if (u.currency or u.code in ("Cel", "[degF]")) and w not in words.get("after_only", ())
        ],
        lex.spaced,
    )
    lex.before["percent"] = reversed_phrases(words.get("percent_before", ()), False)
    lex.before["per"] = reversed_phrases(lex.per_before, False)
    lex.before["ordinal"] = reversed_phrases(data["ordinal"].get("prefix", ()), False)
    lex.after["ordinal"] = re.compile(phrases(data["ordinal"].get("suffix", ()), lex.spaced))
    lex.after["score"] = re.compile(rf"{BLANK}?(?:{phrases(words.get('score', ()), lex.spaced)})")
    lex.after["over"] = re.compile(rf"{BLANK}?(?:{phrases(data['number'].get('over', ()), lex.spaced)})")
    link = phrases(words.get("link", ()), False, closed=lex.spaced)
    lex.after["link"] = re.compile(rf"{BLANK}{{0,2}}(?:{link})?{BLANK}{{0,2}}")
    lex.after["one_in"] = re.compile(rf"{BLANK}?(?:{phrases(data['number'].get('one_in', ()), lex.spaced)})")
    halves = [w for w, t in lex.tokens.items() if t.kind == "half" and (t.weak or not lex.spaced)]
    lex.after["half"] = re.compile(rf"{BLANK}?(?:{phrases(halves, lex.spaced)})")
    sums = [*data["number"].get("and", ()), *data["number"].get("sums", ()), "con", "com", "avec"]
    lex.after["and"] = re.compile(rf"{BLANK}?(?:{phrases(sums, lex.spaced)})?{BLANK}?")
    lex.after["counter"] = re.compile(phrases(data["number"].get("counter", ()), False, closed=False))
    lex.after["tenths"] = re.compile(rf"{BLANK}?(?:{phrases(words.get('tenths', ()), False)})")
