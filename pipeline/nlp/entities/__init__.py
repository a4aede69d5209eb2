"""Names: who and what a text speaks of, with ids that join spellings, scripts and languages.

In: a text and its language.
Out: :class:`~pipeline.records.Entity` per mention, in order, never overlapping; :func:`resolve` joins an article's.
Raises: ``ReadError`` when a data file is malformed; nothing on any text.
Invariants: ``text[start:end] == entity.text``; the same name has the same id in every article.
How to add one: a line in ``data/*.tsv`` (id, subtype, aliases in any script); a model family is a line of
``models.yaml``; what tells the kind of unknown names is in ``cues.yaml``.
"""

from pipeline.nlp.entities.find import Named, find, find_fine
from pipeline.nlp.entities.learned import with_learned, with_terms
from pipeline.nlp.entities.resolve import resolve

__all__ = ["Named", "find", "find_fine", "resolve", "with_learned", "with_terms"]
