"""Claims: what is asserted, by whom, in whose words, how firmly.

In: a text cut into passages (each with its language), its entities and quantities.
Out: :class:`~pipeline.records.Claim` records, and why the other passages hold none.
Raises: ``ConfigError`` when a lexicon file is broken.
Invariants: every span is exact; a passage gives at most one claim per speaker; same text, same claims.
How to add a language: a file ``lexicon/<code>.yaml`` with the keys of ``lexicon/en.yaml``.
"""
