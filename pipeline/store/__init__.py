"""State between runs: what servers said, raw bodies, articles, results, vectors, editions.

In: records, and keys that the caller computes. Out: the same records.
Raises: ``StoreError`` with the next action, for everything that SQLite or the disk refuse.
Invariants: one writer (the caller holds :func:`lock`); each method is one transaction, so a run that is killed
anywhere leaves a state from which the next one completes; raw bodies are files named by their SHA-256, written aside
and renamed, so a body that is listed is whole. What :meth:`Store.kept` returns only saves time: it may be lost or
damaged, and whoever keeps it can tell. Contains no decisions: what must run is ``run/plan.py``'s business.
How to add a table: append a migration in ``database.py``, a class here, and tests with old rows and a locked file.
"""

from __future__ import annotations

from pipeline.store.lock import lock
from pipeline.store.state import BodyRow, EditionRow, Store

__all__ = ["BodyRow", "EditionRow", "Store", "lock"]
