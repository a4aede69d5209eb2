"""Records to published JSON: the one place that knows the published schema.

In: an :class:`~pipeline.records.Edition`, wrapped in an :class:`EditionIndex`.
Out: plain dicts in the key order of the contract, and their canonical bytes (:func:`document`, :func:`lines`).
Raises: ``KeyError`` never; ``ValueError`` for a probability that is not a number.
Invariants: same records, same bytes. Decimals are strings, times are ISO 8601 with ``Z``, floats have 4 digits,
spans are half-open code-point offsets. :func:`claim_of` gives a published claim back as the record it was.
``generated_at`` appears in ``edition.json`` and ``latest.json`` alone.
How to add a field: add it here, describe it in ``pipeline/schema/``, raise the minor part of ``SCHEMA_VERSION``.
"""

from pipeline.wire.canonical import Json, decimal, document, encode, instant, lines, number
from pipeline.wire.index import EditionIndex
from pipeline.wire.published import claim_of
from pipeline.wire.summary import LABELS, SCHEMA_VERSION, changes, edition, latest, stances
from pipeline.wire.tables import articles, claims, ledger, quantities

__all__ = [
    "LABELS",
    "SCHEMA_VERSION",
    "EditionIndex",
    "Json",
    "articles",
    "changes",
    "claim_of",
    "claims",
    "decimal",
    "document",
    "edition",
    "encode",
    "instant",
    "latest",
    "ledger",
    "lines",
    "number",
    "quantities",
    "stances",
]
