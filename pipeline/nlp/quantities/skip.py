"""What looks like a number and is no amount: names, versions, times of day, list marks, notes, telephone numbers."""

from __future__ import annotations

import re

from pipeline.nlp.quantities.lexicon import Lexicon

_TIME = re.compile(
    r"\d{1,2}(?::\d{2}){1,2}(?:[.,]\d+)?(?:[ ]?[ap]\.?m\b\.?)?"
    r"|\d{1,2}(?:\.\d{2})?[ ]?(?:[ap]\.m\.|[ap]m\b)"
    r"|\d{1,2}[ ]?h[ ]?[0-5]\d(?!\w)|0\d{3}[ ](?:gmt|utc|est|edt)|\d{1,2}(?:[.:]\d{2})?[ ]uhr\b"
    r"|\d{1,2}[.:]\d{2}[ ]uur\b"
)
_CLOCK = re.compile(r"\d{1,2}[ ]?(?:(時(?!間)|시(?!간))|[点點])(?:[ ]?(?:\d{1,2}[ ]?[分분]|半|반|多|整|钟|鐘))?")
_DAYTIME = re.compile(r"(?:上午|下午|早上|晚上|凌晨|中午|傍晚|清晨)[ ]?$")
_VERSION = re.compile(r"\d+(?:\.\d+){2,}(?![\d,])")
_PHONE = re.compile(r"\d{2,4}(?:[- ]\d{2,4}){2,5}(?![\d%])|\d{3}-\d{4}(?!\d)|\d{6,}-\d+")
_PAIR = re.compile(r"(\d{1,3})-(\d{1,3})(?:s\b)?(?![\w%]|[.,]\d)")
_LIST = re.compile(r"\d{1,3}[.)][ \t]")
_ITEM = re.compile(r"\d{1,2}[.)][ ](?=[^\W\d_])")
"""The number of an item that follows another on one line: ... cheaper. 2. It ..."""
_CLOSED = re.compile(r"[.;:!?][ ]$")
_NOTE = re.compile(r"\d{1,3}\]")
_TOKEN = re.compile(r"(?:[\w./:@-]|,(?=\d))*")
_LATIN_TOKEN = re.compile(r"(?:[a-z0-9_./:@-]|,(?=\d))*")
"""The same where words are not set apart: a name ends where the other script begins."""
_LATIN = re.compile(r"[a-zа-я_]")
_PREFIX = re.compile(r"(?:\d-(?:to|bis|tot)|(?:^|\W)(?:minus|mid|pre|post|early|late|non|sub|anti|uber|unter|us|ab))-$")
_CODE = re.compile(r"\d+[a-z]+\d\w*|\d+[a-z]\d|\d+x\d")
_FORM = re.compile(r"\d{1,4}-[A-Z](?![\w-])")
"""What forms, rules and types are called: 10-K, 20-F."""
_THREES = re.compile(r"\d{1,3}(?:\.\d{3})+")
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d-(?:(?:1[5-9]|20)\d\d|\d\d-\d\d)")
_ABROAD = re.compile(r"[\d ().-]{8,24}")
_POWER_OR_AREA = re.compile(r"\d{1,40}e[+-]?\d|\d{1,40}(?:m|km|cm|ft)[23](?!\w)|\d{1,40}x10")
_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)")


def span(text: str, flat: str, at: int, lex: Lexicon) -> int:
    """Return the end of the thing at ``at`` that is no amount, or 0 when it may be one."""
    before = flat[at - 1] if at else " "
    if _inside_name(text, flat, at, before, lex):
        return _token(flat, at, lex)
    if before == "[" and (note := _NOTE.match(flat, at)):
        return note.end()
    if (at == 0 or before == "\n") and (mark := _LIST.match(flat, at)):
        return mark.end()
    if (
        lex.spaced and (mark := _ITEM.match(text, at)) and _CLOSED.search(text[max(0, at - 2) : at])
        and lex.month.match(flat, mark.end()) is None
    ):  # fmt: skip
        return mark.end()
    if found := (None if lex.spaced else _clock(text, flat, at)) or _TIME.match(flat, at):
        return found.end()
    if (found := _VERSION.match(flat, at)) and not ("." in lex.groups and _THREES.fullmatch(found.group())):
        return found.end()
    if (found := _PHONE.match(flat, at)) and not _GROUPED.match(flat, at) and not _YEARS.match(flat, at):
        return found.end()
    if end := _digit_name(text, flat, at, lex) or _slashed(flat, at, before, lex):
        return end
    if before == "+" and (found := _ABROAD.match(flat, at)):
        return found.end()
    if (found := _PAIR.match(flat, at)) and int(found.group(1)) >= int(found.group(2)):
        return found.end()
    if _CODE.match(flat, at) and not _POWER_OR_AREA.match(flat, at):
        return _token(flat, at, lex)
    return 0


_ONCE = re.compile(r"1X(?!\w)")
_DIGIT_AND = re.compile(r"\d{1,2}-(?=[^\W\d])")


def _digit_name(text: str, flat: str, at: int, lex: Lexicon) -> int:
    """Return the end of a name that begins with a digit, or 0: 7-Eleven (a number of two numbers), 1X, 10-K.

    Nothing is said to be one time as much, so a capital X behind a one is part of a name.
    """
    if found := _ONCE.match(text, at) or (_FORM.match(text, at) if lex.spaced else None):
        return found.end()
    joined = _DIGIT_AND.match(flat, at) if lex.spaced else None
    word = lex.token.match(flat, joined.end()) if joined else None
    token = lex.tokens.get(word.group()) if word else None
    return word.end() if word is not None and token is not None and token.kind == "add" else 0


_ALWAYS = re.compile(r"(?:24/7(?:/36[56])?|9/11)(?![\d/])")
"""Round the clock, and a day that goes by its date."""
_SLASHED = re.compile(r"(\d{1,4})/(\d{1,4})(?![\d/])")


def _slashed(flat: str, at: int, before: str, lex: Lexicon) -> int:
    """Return the end of two numbers with a slash that are no part of anything, or 0: 24/7, on 8/6, (11/21), [1/2].

    Where words are set apart, more than one is written 1 1/3 or 4/3 of a unit; without one, 8/6 is a day.
    """
    if found := _ALWAYS.match(flat, at):
        return found.end()
    found = _SLASHED.match(flat, at)
    if found is None:
        return 0
    end = found.end()
    if before in "([" and flat[end : end + 1] in (")", "]"):
        return end
    measured = flat[end : end + 1] in (" ", "-", "\u00a0") and lex.unit.match(flat, end + 1) is not None
    mixed = before == " " and flat[max(0, at - 2) : at - 1].isdigit()
    improper = int(found[1]) > int(found[2]) > 0
    day = lex.before["day_before"].match(flat[max(0, at - 16) : at][::-1]) is not None
    return end if improper and lex.spaced and not (measured or mixed or day) else 0


def _clock(text: str, flat: str, at: int) -> re.Match[str] | None:
    """Return the time of day at ``at``: 3時, 3시 30분; 点 is a point too, so a part of the day must stand before it."""
    found = _CLOCK.match(flat, at)
    return found if found and (found[1] or _DAYTIME.search(text[max(0, at - 4) : at])) else None


def _inside_name(text: str, flat: str, at: int, before: str, lex: Lexicon) -> bool:
    """Say whether letters or marks before a digit make it part of a name: o3, GPT-4, #5."""
    if before.isalpha() and _money_before(text, at, lex):
        return False
    if _LATIN.match(before) and not (lex.script == "han" and not before.isascii()):
        return True
    if before == "-" and at > 1 and _LATIN.match(flat[at - 2]):
        return not _PREFIX.search(flat[max(0, at - 8) : at])
    if before == "-" and _STANDARD.search(text[max(0, at - 24) : at]):
        return True
    if before == "/" and at > 1 and text[at - 2].isupper() and text[at - 3 : at - 2].isupper():
        return True  # HTTP/2
    return before in "#@&\\" and before not in lex.signs


_STANDARD = re.compile(r"\b[A-Z]{2,}(?:[ ]|-)\d+-$")
"""Letters and a number with a dash: the part of a standard such as ISO 3888-2."""


_CONSOLE = re.compile(r"[1-9](?!\d|[.,]\d|m\b|bn\b)")


def _money_before(text: str, at: int, lex: Lexicon) -> bool:
    """Say whether the letters before ``at`` are a currency code: USD1,700, RM20."""
    begin = at
    while begin > 0 and at - begin < 5 and (text[begin - 1].isalpha() or text[begin - 1] == "$"):
        begin -= 1
    return text[begin:at] in lex.signs and not (text[begin:at] == "PS" and _CONSOLE.match(text, at))


def _token(flat: str, at: int, lex: Lexicon) -> int:
    found = (_TOKEN if lex.spaced else _LATIN_TOKEN).match(flat, at, at + 200)
    return max(found.end() if found else 0, at + 1)


_WORD_BEFORE = re.compile(r"([\w&'-]+)[ \u00a0]$")
_LABELLED = re.compile(r"([^\W\d_]+)(\.?)[ \u00a0](?:\d{1,4}(?:[-–,]|, ))*$")
"""The word before a number or before a list of numbers: chapters 3, 4."""
_LATIN_BEFORE = re.compile(r"([A-Za-z0-9&'-]+)[ \u00a0]$")
_VERSION_BEFORE = re.compile(r"([A-Za-z-]+)[ -]\d[\d.]*[ \u00a0]$")


def _numbered(text: str, start: int, end: int, low: str, lex: Lexicon) -> bool:
    """Say whether a single digit behind a name numbers it, though a plural follows: Genie 2 worlds."""
    return end - start == 1 and text[start:end].isdigit() and lex.lang == "en" and low.rstrip(".") not in lex.months


def _release(text: str, start: int, end: int, lex: Lexicon) -> bool:
    """Say whether a number behind a name is its version by its form: a point where decimals have a comma.

    Where they have a point, or nothing is written in capitals, a capital behind it says so: Lumen 2.1 Pro.
    """
    found = _POINTED.match(text, start)
    if found is None or (found.end() != end and not found[1]):
        return False
    return lex.decimal == "," or (bool(found[1]) and lex.script != "latin")


_POINTED = re.compile(r"\d{1,2}\.\d{1,2}(?![\d.,%])([ ][A-Z])?")
_SIZE_BEFORE = re.compile(r"([A-Za-z-]+)[ -]\d[\d.]*(?:[ ][A-Z][\w-]*){1,3}[ \u00a0]$")
_SENTENCE = re.compile(r"(?:^|[.!?;\"“«»(]\s*)$")


def named(text: str, flat: str, start: int, end: int, lex: Lexicon, counts: bool) -> bool:
    """Say whether a bare number belongs to a name: "Llama 3.1", "Game 2", "iPhone 11 Pro"."""
    label = _LABELLED.search(text[max(0, start - 40) : start])
    if label is not None and label[1].lower() in (lex.short_labels if label[2] else lex.labels):
        return True
    before = (_WORD_BEFORE if lex.spaced else _LATIN_BEFORE).search(text[max(0, start - 30) : start])
    version = _VERSION_BEFORE.search(text[max(0, start - 40) : start])
    if version is not None and version.group(1).lower() in lex.models:
        return True
    size = _SIZE_BEFORE.search(text[max(0, start - 48) : start])
    if size is not None and size.group(1).lower() in lex.models and text[end - 1 : end] in ("B", "M"):
        return True  # Llama 4 Scout 109B, wherever nouns have capitals too
    follows = text[end : end + 1]
    if follows.isalpha() and follows.isascii():
        return True
    if before is None:
        return False
    word = before.group(1)
    if word in lex.signs:
        return False
    low = flat[start - len(before.group()) : start].strip()
    if low in lex.indices:
        return True
    if low in lex.models or low.split("-")[-1] in lex.models:
        return word[0].isupper() or (low in lex.models and low[0] in "io")
    if _release(text, start, end, lex) and word[0].isupper() and low not in lex.stop and low not in lex.leads:
        return True
    if (counts and not _numbered(text, start, end, low, lex)) or lex.lang == "de":
        return False
    at = start - len(before.group())
    first = bool(_SENTENCE.search(text[max(0, at - 4) : at]))
    return word[0].isupper() and not first and low not in lex.stop
