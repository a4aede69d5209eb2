"""Does this stop end the sentence? Abbreviations, initials, ordinals, decimals, addresses, dots in a row."""

from __future__ import annotations

import re

from pipeline.nlp.sentences.context import Place
from pipeline.nlp.sentences.rules import Rules

_ALWAYS = frozenset("。！？｡؟۔।॥։።፧။:;")
"""Stops that end a sentence with or without a space; the last two only where a language lists them."""
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_INITIAL = re.compile(r"(?:[^\W\d_]\.[- ]?)*[^\W\d_]")
_NUMBER = re.compile(r"\d{1,3}|[IVXLC]{1,6}")
_LIST_LABEL = re.compile(r"[•⁃▪‣◦●(]?(?:\d{1,3}(?:\.\d{1,2})*|[a-zA-Z]|[ivx]{1,4})\\?")
_ADDRESS = re.compile(r"://|@|www\.|[/\\=&]")
_WEB = re.compile(r"(?:https?://|www\.)")
_DOMAIN_END = re.compile(r"(?:Com|Org|Net|Io|Ai|Js)\b")
_PLAIN_WORD = re.compile(r"[^\W\d_]{4,}|[^\W\d_]+[’'][^\W\d_]+")
_IDENTIFIER = re.compile(
    r"[A-Z][a-z0-9]+[A-Z_]\w*(?:[\[(:]|\.\w)|(?:[A-Z][a-z0-9]+){2,}(?![^\W\d_])|[A-Z][a-z0-9]+(?:_\w|\()"
)
"""What follows a stop inside a name of code: words run together, each with its capital ("DataFrame"; not "OpenAI"), an
underscore, a bracket without a space."""
_AMID_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af][A-Za-z0-9_.-]+\Z")
_NEW_SENTENCE = re.compile(r"[^\W\d_]*[a-zà-ÿа-яё]{2}")


def ends_sentence(place: Place, rules: Rules) -> bool:
    """Decide one stop that has something after it."""
    stop = place.stop[-1]
    if not place.opening and not place.token:
        return False
    if stop in _ALWAYS:
        return not _goes_on_after_always(place)
    if not place.gap:
        return _runs_on(place)
    if place.following[0] in ",;:)]}»%":
        return False
    if stop in "!?‼⁇⁈⁉":
        return _after_mark(place, rules)
    if len(place.stop) > 1 or stop == "…":
        return _after_dots(place)
    return _after_full_stop(place, rules)


def _goes_on_after_always(place: Place) -> bool:
    if place.following[0] in "，、；：,;)）》〉":
        return True
    closing = min((i for i in (place.following.find(c) for c in "》〉") if i >= 0), default=-1)
    return closing >= 0 and not any(c in place.following[:closing] for c in "《〈")


def _runs_on(place: Place) -> bool:
    """No space after the stop: a new sentence only between plain words ("done.Next"), not in names and addresses."""
    if place.closed and not place.closed[-1].isalnum() and place.next_char.isupper():
        return len(place.token) > 1 and place.following[0].isupper()
    if _ADDRESS.search(place.token + place.following.split(" ", 1)[0]):
        return False
    if len(place.stop) > 2 and place.stop[0] == ".":
        return place.following[0].isupper()
    if _IDENTIFIER.match(place.following) or (_AMID_CJK.search(place.token) and place.following[0].isascii()):
        return False  # Chinese and Japanese have a stop of their own: one between Latin letters belongs to a name
    word = place.token.rpartition(".")[2]
    return bool(_NEW_SENTENCE.fullmatch(word)) and len(word) > 2 and _starts_like_word(place.following)


def _starts_like_word(text: str) -> bool:
    if _DOMAIN_END.match(text):
        return False
    return text[0].isupper() and (text[1:2].islower() or text[1:2].isspace() or text[1:2] in "'’")


def _after_mark(place: Place, rules: Rules) -> bool:
    c = place.next_char
    if not c.islower():
        return True
    if place.closed or place.following[0] != c:
        return False
    return "?" in place.stop or _small_start(place, rules) or (len(place.stop) > 1 and place.token.islower())


def _small_start(place: Place, rules: Rules) -> bool:
    """A sentence that begins with a small letter: careless writing, known by the sentence before it or by its words."""
    token = place.token.lower()
    if place.closed or len(token) < 2 or _ACRONYM.fullmatch(token):
        return False
    if any(token in words for words in (rules.never, rules.number, rules.inner)):
        return False
    if place.opening.islower():
        return True
    return place.next_word in rules.starters and place.token.islower() and bool(_PLAIN_WORD.fullmatch(token))


def _after_dots(place: Place) -> bool:
    c = place.next_char
    if place.closed.startswith((")", "]")) and not place.token:
        return False
    return c.isupper() or c.isdigit() or not (c.isalpha() or c in "([.…")


def _after_full_stop(place: Place, rules: Rules) -> bool:
    token, c = place.token.lower(), place.next_char
    if c.islower() and place.following[0] not in "•":
        return bool(_WEB.match(place.following)) or (place.following[0] == c and _small_start(place, rules))
    if place.closed.strip(')”’"»'):
        return True
    if not place.closed and _is_abbreviation(place, token, rules):
        return False
    return not (place.first and place.closed in ("", ")") and _LIST_LABEL.fullmatch(place.token))


def _is_abbreviation(place: Place, token: str, rules: Rules) -> bool:
    starts = place.next_word.lower() in rules.starters
    if token in rules.never:
        return True
    if token in rules.number and (place.next_char.isdigit() or place.next_char in "IVX"):
        return True
    if token in rules.inner or _ACRONYM.fullmatch(place.token):
        return not starts and place.next_char.isalnum()
    if rules.ordinals and _NUMBER.fullmatch(place.token):
        return not starts
    return _is_initial(place, starts)


def _is_initial(place: Place, starts: bool) -> bool:
    if not (_INITIAL.fullmatch(place.token) and place.token[-1].isupper()):
        return False
    if len(place.next_word) == 1 and place.following[1:2] == ".":
        return True
    pronoun = place.before.endswith(" I") and place.before[:-1].rstrip()[-1:].islower()
    if pronoun and starts:
        return False
    return not starts and place.next_char.isalnum()
