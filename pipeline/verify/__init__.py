"""Check a published edition without any model: hashes, schemas, spans, ids, totals, and every printed specific.

In: an output folder (its newest edition is checked) or the folder of one edition.
Out: problems, empty if all is well; nothing is changed.
Raises: nothing for damaged data, which is what it looks for; ``OSError`` if a file cannot be read at all.
Invariants: reads the published files alone, so that anyone who has the folder can check it.
How to add a check: a generator of problems over a :class:`~pipeline.verify.folder.Folder`, listed in ``CHECKS``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.verify.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Problem", "verify"]


def verify(out_dir: Path) -> tuple[Problem, ...]:
    """Check the newest edition under ``out_dir``, or the edition that ``out_dir`` itself is."""
    from pipeline.verify.checks import check

    return check(out_dir)
