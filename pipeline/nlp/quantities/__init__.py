"""Quantities: every number that says how much, how many, when or how many times, and what it is compared with.

In: a stretch of text and its language (one of :func:`~pipeline.nlp.quantities.lexicon.languages`).
Out: ``Quantity`` records in order, with exact decimals in base units, spans and comparison frames;
``written`` and ``unit_name`` give number and unit as the author wrote them; ``named_units`` gives units without a
number, ``numbers`` each number of a stretch by itself, ``measured`` what is counted or shared; ``complete`` looks in
the sentences before for what a frame leaves out; ``compare``, ``agreed`` and ``contrast`` hold two statements
together, ``ledger`` a whole corpus.
Raises: ``KeyError`` for a language without data.
Invariants: ``text[q.start:q.end] == q.text``; no two quantities share a character; one text, one result;
reading takes time linear in the text; nothing is averaged, and no value passes through a float.
How to add a language: ``data/<code>.yaml`` (number words, units, the words around numbers), ``data/frames/<code>.yaml``
(the words of comparing), sentences in the tests. How to add a unit or currency: ``data/common.yaml``.
"""

from pipeline.nlp.quantities.conflicts import agreed, compare, contrast
from pipeline.nlp.quantities.earlier import complete
from pipeline.nlp.quantities.frames import frames
from pipeline.nlp.quantities.ledger import ledger
from pipeline.nlp.quantities.measured import measured
from pipeline.nlp.quantities.named import named_units
from pipeline.nlp.quantities.reader import read, rebase
from pipeline.nlp.quantities.surface import Written, numbers, unit_name, written

__all__ = [
    "Written",
    "agreed",
    "compare",
    "complete",
    "contrast",
    "frames",
    "ledger",
    "measured",
    "named_units",
    "numbers",
    "read",
    "rebase",
    "unit_name",
    "written",
]
