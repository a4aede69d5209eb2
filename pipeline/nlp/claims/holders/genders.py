"""Whether a name is a woman's or a man's, where its form says so: a title, a given name, a Russian surname.

It serves one end: "she" must not be read as a man who was named before. Most names say nothing, and stay open.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.nlp.claims.words.forms import forms
from pipeline.nlp.claims.words.tokens import fold

_WORD = re.compile(r"[\w’'\-.]+")
_BEFORE = 24
"""How many characters before a name its title may begin."""
_BEHIND = re.compile(r"(?<=[가-힣])(?<!아가)(?<!아저)\s?씨$")
_AFTER = {"f": ("女士", "小姐", "太太"), "m": ("先生",)}
"""Chinese forms of address, which stand behind a name."""
_ROLES = {
    "fr": re.compile(r"(?:(?P<f>la)|(?P<m>le))\s[a-zà-ÿ-]{3,}\s\Z", re.IGNORECASE),
    "de": re.compile(r"(?P<f>\bdie\s\w+in\s)\Z|(?P<m>\bder\s\w+(?<!in)\s)\Z", re.IGNORECASE),
    "es": re.compile(r"(?:(?P<f>\bla)|(?P<m>\bel))\s[a-zà-ÿ-]{3,}\s\Z", re.IGNORECASE),
    "it": re.compile(r"(?:(?P<f>\bla)|(?P<m>\b(?:il|lo)))\s[a-zà-ÿ-]{3,}\s\Z", re.IGNORECASE),
    "pt": re.compile(r"(?:(?P<f>\ba)|(?P<m>\bo))\s[a-zà-ÿ-]{3,}\s\Z", re.IGNORECASE),
}
"""An article and the role right before a name."""
_SURNAMES = {"f": ("ова", "ева", "ёва", "ина", "ская", "цкая"), "m": ("ов", "ев", "ёв", "ский", "цкий")}


def gender_of(text: str, start: int, end: int) -> str | None:
    """Return ``f`` or ``m`` for the name at ``[start, end)`` of a text, None where its form does not tell."""
    known = _known()
    before = _words(text[max(0, start - _BEFORE) : start])
    name = _words(text[start:end])
    titles = [known["titles", word] for word in (*before[-1:], *name[:1]) if ("titles", word) in known]
    if "f" in titles or "m" in titles:
        return next(title for title in titles if title in "fm")
    behind = next((g for g, forms_of in _AFTER.items() if text.startswith(forms_of, end)), None)
    if behind is not None:
        return behind
    names = [word for word in name if ("titles", word) not in known]
    if not names or ("names", names[0]) in known:
        return known["names", names[0]] if names else None
    return next((g for g, ends in _SURNAMES.items() if len(names) > 1 and names[-1].endswith(ends)), None)


def gender_of_role(text: str, start: int, code: str) -> str | None:
    """Return the gender of the article and role before a name: "la biologiste | Sacha Quill"."""
    form = _ROLES.get(code)
    found = form.search(text, max(0, start - _BEFORE - 12), start) if form is not None else None
    return next((gender for gender, words in found.groupdict().items() if words), None) if found is not None else None


def is_plural(text: str, start: int, end: int, code: str) -> bool:
    """Tell whether the verb beside a pronoun that may be "she" or "they" is one of several: "sie | sagen"."""
    if code not in ("de", "nl") or fold(text[start:end]) not in ("sie", "ze", "zij"):
        return False
    behind, before = _WORD.search(text, end, end + _BEFORE), _words(text[max(0, start - _BEFORE) : start])
    inverted = before[-1:] if text[end : end + 1] in ",.;:" or not text[end:].strip() else []
    words = [*inverted, *([fold(behind[0])] if behind is not None and not text[end : behind.start()].strip() else [])]
    return bool(words) and (words[0].endswith("en") or words[0] in ("sind", "zijn"))


def without_title(name: str) -> str:
    """Return a name without the title that Korean sets behind it: "김도라 | 씨"."""
    return _BEHIND.sub("", name)


def is_title(name: str) -> bool:
    """Tell whether a name is no more than a title ("Sir")."""
    words = _words(name)
    return len(words) == 1 and ("titles", words[0]) in _known()


def _words(piece: str) -> list[str]:
    return [fold(word).rstrip(".") for word in _WORD.findall(piece)]


@cache
def _known() -> dict[tuple[str, str], str]:
    read = forms("given_names")
    names = {("names", fold(name)): gender for gender in "fm" for name in read[gender]}
    return names | {
        ("titles", fold(title)): gender[:1] for gender, titles in read["titles"].items() for title in titles
    }
