"""Sources that a sentence only sets its subject beside: "like X, P", "unlike X, P", "as in a film by X, P".

The learned reader knows that words before a name and a comma often say whose view follows. Those that compare, contrast
or except do not: what follows is the author's.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.nlp.claims.words.forms import expression, forms
from pipeline.records import Saying, Span

_WITH = ("与", "跟", "和")
_UNLIKE = re.compile(r"\s*(?:公司|集团|先生|女士)?\s*(?:不同|相反|相比|不一样)")
"""What makes a contrast of Chinese "与" before a name."""


@cache
def _pattern(kind: str, code: str) -> re.Pattern[str] | None:
    form = forms("compared")[kind].get(code)
    if form is None:
        return None
    before = rf"(?:{forms('compared')['like'][code]}) " if kind == "many" else ""
    after = r"\s+(?P<work>[^,.;:!?]{2,48})" if kind == "works" else ""
    front = r"\s+" if kind == "works" else r"\b" if kind == "said" else ""
    return expression(rf"{front}{before}(?:{form}){after}")


def is_comparison(text: str, source: Span | None, saying: Saying, code: str) -> bool:
    """Tell whether the cue of a saying only compares its source with what the sentence is about."""
    cue = saying.cue
    if source is None or cue is None:
        return False
    words = text[cue.start : cue.end].strip()
    if _is("contrasts", code, words):
        return words not in _WITH or _UNLIKE.match(text, source.end) is not None
    if cue.end > source.start or text[source.end : source.end + 1] != ",":
        return False
    between = text[cue.end : source.start]
    if not between.strip():
        return _is("like", code, words) or _is("many", code, words)
    return _is("like", code, words) and _is_work(between, code)


def _is_work(between: str, code: str) -> bool:
    """Tell whether "in a film by" stands there, and not "in the words of"."""
    pattern, said = _pattern("works", code), _pattern("said", code)
    found = pattern.fullmatch(between) if pattern is not None else None
    return found is not None and (said is None or said.search(found["work"]) is None)


def _is(kind: str, code: str, words: str) -> bool:
    pattern = _pattern(kind, code)
    return pattern is not None and pattern.fullmatch(words) is not None
