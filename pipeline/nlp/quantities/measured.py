"""What a value measures when no comparison says so: what is counted, or the whole that a percentage is a share of."""

from __future__ import annotations

import re

from pipeline.nlp.quantities.folding import fold
from pipeline.nlp.quantities.lexicon import Lexicon, languages, lexicon
from pipeline.nlp.quantities.nouns import PLURAL
from pipeline.records import Quantity

_WORD = re.compile(r"[ \u00a0]?([^\W\d_]+(?:['’-][^\W\d_]+)*)")
_LONGEST = 4
"""Words of a whole. Where nothing marks its noun it is one word: of two, the second may be the verb."""


def measured(text: str, quantity: Quantity, lang: str) -> str | None:
    """Return the words of the text that name what ``quantity`` measures, or None where it does not say.

    >>> from pipeline.nlp.quantities import read
    >>> text = "It solves 46 percent of the problems in the set, and 300 answers were checked."
    >>> [measured(text, quantity, "en") for quantity in read(text, "en")]
    ['problems', 'answers']
    """
    code = lang.replace("_", "-").split("-")[0].lower()
    if code not in languages() or not (lex := lexicon(code)).spaced:
        return None  # a counter is not what is counted
    if quantity.kind == "count" and quantity.unit is not None:
        return quantity.unit if quantity.unit in quantity.text else None
    share = quantity.kind == "ratio" and quantity.value is not None and 0 < quantity.value < 1
    if quantity.kind != "percent" and not share:
        return None
    rest = text[quantity.end : quantity.end + 120]
    flat = fold(rest)
    opening = lex.after["whole"].match(flat)
    if opening is None:
        return None
    return _whole(rest, flat, opening.end(), lex)


def _whole(rest: str, flat: str, begin: int, lex: Lexicon) -> str | None:
    """Return the noun phrase that begins at ``begin``, or None where nothing shows its end."""
    at, names = begin, True
    for count in range(_LONGEST):
        word = _WORD.match(rest, at)
        if word is None or flat[word.start(1) : word.end(1)] in lex.stop:
            return rest[begin:at].strip() if count == 1 and not rest[at : at + 2].strip().isdigit() else None
        at = word.end()
        if _ends(word.group(1), lex.lang, behind_names=names and count > 0):
            return rest[begin:at].strip()
        names = names and word.group(1)[0].isupper()
    return None


def _ends(word: str, lang: str, *, behind_names: bool) -> bool:
    """Say whether a word ends a whole: a German noun has a capital, an English one is a plural or follows names."""
    if lang == "de":
        return word[0].isupper()
    return lang == "en" and (PLURAL.match(word.lower()) is not None or (behind_names and word.islower()))
