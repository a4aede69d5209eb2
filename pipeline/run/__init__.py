"""The only code that touches rooms, store and executors together.

In: a checked configuration and an output folder. Out: an edition in that folder, and what became of every source.
Raises: the errors of ``pipeline.errors`` that stop a run; what concerns one item becomes a ``Failure`` in the edition.
Invariants: same input, same bytes, whatever the executor; killed anywhere, the next run completes and nothing is lost
or doubled; what was computed before is looked up, not computed again.

The flow::

    gather      sources -> bodies in the store
    | extract   new bodies -> articles in the store
    | read      new articles -> readings (artefacts)
    | embed     new texts -> vectors (numbers)
    | analyse   everything current -> Analysis
    | publish   Edition -> files, then latest.json

How to add a stage: a class in ``stages.py``, a key in ``plan.py``, a step in ``pipeline.py``.
"""
