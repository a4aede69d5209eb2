"""Quantities: every number that says how much, how many, when or how many times.

In: a stretch of text and its language. Out: ``Quantity`` records with exact decimals and spans into that text.
"""

from pipeline.nlp.quantities.frames import frames
from pipeline.nlp.quantities.reader import read, rebase
from pipeline.nlp.quantities.surface import Written, unit_name, written

__all__ = ["Written", "frames", "read", "rebase", "unit_name", "written"]
