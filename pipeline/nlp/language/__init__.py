"""Language of a text: which of 55 languages, and how sure.

In: a text, and what is already known (the page's own word, the document's language).
Out: :class:`~pipeline.records.Language`; ``und`` with confidence 0 when the text has no letters.
Raises: nothing on any text; ``ReadError`` when langdetect's packaged profiles cannot be read.
Invariants: deterministic; capital letters change nothing; Hangul is Korean, kana Japanese.
How to add one: a language needs a langdetect profile, a line in ``shares.yaml`` and, if it has close neighbours, a
line of function words in ``words.yaml``.
"""

from pipeline.nlp.language.detect import detect, detect_document

__all__ = ["detect", "detect_document"]
