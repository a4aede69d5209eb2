"""Whether two articles can be about what was said on one occasion.

What outlets make of one speech stands in print within days. Months later the same speaker in near words says it once
more, unless the later article tells that it was said then, or gives the very words.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from pipeline.cluster.documents import WIDE, Document
from pipeline.cluster.quotation import plain, stands_in
from pipeline.cluster.timing import said
from pipeline.records import Article, Claim, Quantity

FAR = 30
"""Days between two articles beyond which nearness alone no longer shows one occasion: of the labelled pairs of which
one covers the other, or both the same words, none is more than a week apart."""
_SLACK = timedelta(days=7)
"""Days that may lie between what was said and its print."""
_LETTERS = 24
"""Letters of a quotation that nobody says twice by chance; a sign of Chinese or Japanese counts for three."""


class _Spoken(NamedTuple):
    claim: Claim
    article: Article
    quantities: tuple[Quantity, ...]


def apart(a: Document, b: Document) -> bool:
    """Tell whether two articles are too far apart in time to be about one occasion, as far as they tell."""
    first, last = sorted((a, b), key=lambda doc: _day(doc) or date.min)
    day, later = _day(first), _day(last)
    if day is None or later is None or (later - day).days <= FAR:
        return False
    return not (_dates_back(last, day) or _same_words(a, b) or _same_words(b, a))


def _day(doc: Document) -> date | None:
    return doc.article.published.date() if doc.article.published else None


def _dates_back(doc: Document, day: date) -> bool:
    """Tell whether an article reports something as said about a day."""
    quantities = {quantity.id: quantity for quantity in doc.reading.quantities}
    for claim in doc.reading.claims:
        own = tuple(quantities[key] for key in claim.quantities if key in quantities)
        told = said(_Spoken(claim, doc.article, own))
        if told and told.first and told.last and told.first - _SLACK <= day <= told.last + _SLACK:
            return True
    return False


def _same_words(quoting: Document, other: Document) -> bool:
    """Tell whether an article quotes words that stand in the other as they are."""
    text = quoting.article.text
    words = (text[span.start : span.end] for c in quoting.reading.claims if c.quoted == "direct" for span in c.content)
    return any(_telling(own) and stands_in(own, other.article.text) for own in words)


def _telling(words: str) -> bool:
    letters = plain(words).replace(" ", "")
    return len(letters) + 2 * len(WIDE.findall(letters)) >= _LETTERS
