"""Claims: what is asserted, by whom, in whose words, how firmly.

In: a text cut into passages (each with its language), its entities and quantities.
Out: :class:`~pipeline.records.Claim` records, and why the other passages hold none.
Raises: ``ConfigError`` when a lexicon file is broken.
Invariants: every span is exact; a passage gives at most one claim per speaker; same text, same claims.
Inside, from the bottom up: ``words`` (tokens, marks, passages, expressions), ``rejection`` and ``polarity`` (denials,
negations, hedges), ``rules`` (frames by rule), ``fusion`` (rules and the learned reader in one decision); on them
``reports``, ``replies``, ``holders``, ``claimhood``, and ``attitudes`` and ``corpora`` for what is no claim.
``frames``, ``pieces`` and ``learned`` are what they hand each other; ``build`` makes the claims.
How to add a language: a file ``lexicon/<code>.yaml`` with the keys of ``lexicon/en.yaml``.
"""
