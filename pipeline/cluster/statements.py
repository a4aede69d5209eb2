"""Claims with all that comparing them needs, in an order that depends on nothing but themselves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from pipeline.cluster.corpus import Corpus, content_text, when
from pipeline.cluster.stance import sense
from pipeline.records import Article, Claim, Quantity, Reading, Stance

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Amount = tuple[str, float, float]
"""(kind and unit, lowest value, highest value)."""

_MARKS = {code: " " for code in range(128) if not chr(code).isalnum()}
SURE = 0.6
"""A stance below this probability decides nothing here."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim in its article, with its vector and what it commits to."""

    claim: Claim
    article: Article
    reading: Reading
    when: datetime
    content: str
    """The asserted words, as they are printed."""
    said: npt.NDArray[np.float32]
    """Vector of ``content``."""
    point: str
    """What is asserted or denied: without concessions, and P of "whoever says P is wrong"."""
    vector: npt.NDArray[np.float32]
    """Vector of ``point``."""
    inverted: bool
    """Whether the outermost holder commits to the opposite of what ``point`` says without its negation."""
    quantities: tuple[Quantity, ...] = ()
    stances: tuple[Stance, ...] = ()
    """In the order of the questions; empty until judged."""

    @property
    def key(self) -> tuple[datetime, str]:
        """Sort key: oldest first."""
        return (self.when, self.claim.id)

    @property
    def signs(self) -> tuple[int, ...]:
        """Per question: 1 for a sure yes, -1 for a sure no, else 0."""
        return tuple(_sign(stance) for stance in self.stances)


def _sign(stance: Stance) -> int:
    if stance.probability < SURE:
        return 0
    return {"yes": 1, "no": -1}.get(stance.label, 0)


def statements(corpus: Corpus) -> list[Statement]:
    """Make the statements of a corpus, oldest first."""
    by_id = {article.id: article for article in corpus.articles}
    made = []
    for reading in corpus.readings:
        article = by_id[reading.article_id]
        quantities = {quantity.id: quantity for quantity in reading.quantities}
        made += [_statement(corpus, article, reading, claim, quantities) for claim in reading.claims]
    return sorted(made, key=lambda statement: statement.key)


def _statement(
    corpus: Corpus, article: Article, reading: Reading, claim: Claim, quantities: Mapping[str, Quantity]
) -> Statement:
    """Make one statement. Each denial on the way turns its sense once, and so does a negation among the words."""
    content, meant = content_text(article, claim), sense(claim)
    said, vector = corpus.vector(content, claim.id), corpus.vector(meant.text, claim.id)
    turned = meant.turned != claim.negated
    own = tuple(quantities[key] for key in claim.quantities if key in quantities)
    return Statement(claim, article, reading, when(article), content, said, meant.text, vector, turned, own)


def folded(text: str) -> str:
    """Fold a text for comparing words: compatibility forms, case, marks and spaces no longer differ."""
    if text.isascii():  # the same, sooner
        return " ".join(text.lower().translate(_MARKS).split())
    kept = (char if char.isalnum() else " " for char in unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(kept).split())


def amounts(statement: Statement) -> tuple[Amount, ...]:
    """Return the amounts of a claim as intervals; "about 170" spans five per cent either way."""
    if not statement.quantities:
        return ()
    found = []
    for quantity in statement.quantities:
        low = quantity.low if quantity.low is not None else quantity.value
        high = quantity.high if quantity.high is not None else quantity.value
        if quantity.kind == "date" or low is None or high is None:
            continue
        slack = 0.05 if quantity.approximate else 0.002
        unit = "/".join((quantity.kind, quantity.currency or quantity.unit or "", quantity.per or ""))
        bottom, top = float(low), float(high)
        found.append((unit, bottom - slack * abs(bottom), top + slack * abs(top)))
    return tuple(sorted(found))


def days(statement: Statement) -> tuple[str, ...]:
    """Return the dates that a claim names, as precise as written."""
    if not statement.quantities:
        return ()
    return tuple(sorted({q.date for q in statement.quantities if q.date}))


NAMED = ("model", "organisation", "person", "benchmark", "law", "place")
"""Types of entities that make the subject of a claim another one."""


def named(claim: Claim) -> tuple[tuple[str, str, str], ...]:
    """Return (type, key, words) of the entities among the asserted words, as far as they compare across languages.

    The key is the gazetteer id; else the Latin letters of a name with a digit ("Vela 3.5"), which translators keep:
    such names have the type ``versioned``, since readers in two languages may class them differently. Other names are
    left out: the same person is written in other letters elsewhere. In the order of the text.
    """
    found = []
    for entity in sorted(claim.entities, key=lambda e: (e.start, e.end)):
        if not claim.content or any(s.start <= entity.start and entity.end <= s.end for s in claim.content):
            plain = folded(entity.text).replace(" ", "")
            if plain.isascii() and any(c.isdigit() for c in plain) and any(c.isalpha() for c in plain):
                found.append(("versioned", plain, entity.text))
            elif listed(entity.entity_id) and entity.type in NAMED:
                found.append((entity.type, str(entity.entity_id), entity.text))
    return tuple(found)


def names(statement: Statement) -> tuple[tuple[str, str], ...]:
    """Return the sorted (type, key) of :func:`named`."""
    if not statement.claim.entities:
        return ()
    return tuple(sorted({(kind, key) for kind, key, _ in named(statement.claim)}))


def listed(entity_id: str | None) -> bool:
    """Tell whether an id is that of a gazetteer, and so the same in every language."""
    return bool(entity_id) and bool(re.fullmatch(r"x:.+|Q\d+", str(entity_id)))
