"""The wide part of our own corpus: many questions, twelve languages, question and claim often in different ones.

Files ``training/corpora/stance/<language>-<tag>.jsonl``: one object a line with ``question``, ``question_lang``,
``claim``, ``lang``, ``label``, ``kind`` and ``field``.
"""

from __future__ import annotations

import json
from pathlib import Path

from training.stance.pairs import LABELS, OWN, Pair

HELD_FIELDS = frozenset({"health", "sport", "housing", "city"})
"""Subjects that are kept for calibration: wordings of one question share most of their words, so lines cannot be."""


def wide_corpus(folder: Path = OWN) -> list[Pair]:
    """Read the wide corpus as pairs, in the order of the files' names.

    Raises:
        ValueError: a line has an unknown label; the message names file and line.
    """
    rows = wide_rows(folder)
    return [Pair(row["question"], row["claim"], row["label"], "wide", f"wide:{row['field']}") for row in rows]


def wide_rows(folder: Path = OWN) -> list[dict[str, str]]:
    """Read the lines of the wide corpus; raises as :func:`wide_corpus`."""
    rows = []
    for path in sorted(folder.glob("??-*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            row = json.loads(line)
            if row["label"] not in LABELS:
                raise ValueError(f"{path.name}:{number}: label {row['label']!r} is none of {LABELS}")
            rows.append(row)
    return rows


def kept_back(pair: Pair) -> bool:
    """Tell whether a pair's subject is kept for calibration."""
    return pair.group.removeprefix("wide:") in HELD_FIELDS
