"""Sentences: where they begin and end, as exact spans of a text.

In: a text and its language (BCP 47; an unknown one gets the default rules).
Out: :class:`~pipeline.records.Span` per sentence, in order, without surrounding white space.
Raises: nothing on any text.
Invariants: spans do not overlap and leave out white space only; time grows with the length of the text alone.
How to add one: a file ``data/<language>.yaml`` with its abbreviations (``data/default.yaml`` explains the keys).
"""

from pipeline.nlp.sentences.split import split

__all__ = ["split"]
