"""Quantities: every number that says how much, how many, when or how many times, and what it is compared with.

In: a stretch of text and its language (one of :func:`~pipeline.nlp.quantities.lexicon.languages`).
Out: ``Quantity`` records in order, with exact decimals in base units, spans and comparison frames;
``written`` and ``unit_name`` give number and unit as the author wrote them; ``named_units`` gives units without a
number; ``conflicts`` and ``ledger`` compare statements of several sources.
Raises: ``KeyError`` for a language without data.
Invariants: ``text[q.start:q.end] == q.text``; no two quantities share a character; one text, one result;
reading takes time linear in the text; nothing is averaged, and no value passes through a float.
How to add a language: ``data/<code>.yaml`` (number words, units, the words around numbers), ``data/frames/<code>.yaml``
(the words of comparing), sentences in the tests. How to add a unit or currency: ``data/common.yaml``.
"""

from pipeline.nlp.quantities.conflicts import Conflict, Entry, Statement, conflicts, contrast, ledger
from pipeline.nlp.quantities.frames import frames
from pipeline.nlp.quantities.named import named_units
from pipeline.nlp.quantities.reader import read, rebase
from pipeline.nlp.quantities.surface import Written, unit_name, written

__all__ = [
    "Conflict",
    "Entry",
    "Statement",
    "Written",
    "conflicts",
    "contrast",
    "frames",
    "ledger",
    "named_units",
    "read",
    "rebase",
    "unit_name",
    "written",
]
