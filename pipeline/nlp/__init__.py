"""The nlp room: what an article says, in whose name, about which things, with which numbers.

In: :class:`~pipeline.records.Article`.
Out: :class:`~pipeline.records.Reading`: language, passages, claims with holders, quantities, entities.
Raises: ``ConfigError`` for a broken lexicon, ``ModelError`` when a configured syntax model is not installed.
Invariants: every record's ``text`` is ``article.text[start:end]``; same article, same reading; no text makes it fail.
How to add a language: a lexicon file in ``claims/lexicon``, sentence rules in ``sentences``, number words in
``quantities``; the code runs for every language that has them.
"""

from __future__ import annotations

from pipeline.nlp.reader import NlpSettings, Reader, SaidBy

__all__ = ["NlpSettings", "Reader", "SaidBy", "let_go"]


def let_go() -> None:
    """Let go of the parsers, which are kept for the whole process; they load again when they are needed."""
    from pipeline.nlp.claims.words import parsers

    parsers.load.cache_clear()
