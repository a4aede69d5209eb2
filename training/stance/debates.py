"""Debates: many questions, each with texts of both sides that look alike, most of which argue without saying yes or no.

Files ``training/corpora/stance/debates-*.jsonl``, one question a line: ``{id, field, forms, yes, no, none, mixed}``.
``forms`` are wordings ``{g: language, t: text, inverse: whether it asks for the opposite}``, the other lists texts
``{g, t}`` by what they answer. Those of the files ``debates-k*`` are artful: anecdotes, images, irony; those of
``debates-m*`` are as plain as most comments are. Most texts of ``debates-n*`` take no side, as in news on a subject; in
``debates-q*`` both sides use the same words in the same tone, and so do the texts of neither.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from training.stance.pairs import LABELS, OTHER, OWN, Pair


def debate_rows(folder: Path = OWN) -> list[dict[str, Any]]:
    """Read all debates, in the order of the files' names.

    Raises:
        ValueError: a line is no debate; the message names file and line.
    """
    rows = []
    for path in sorted(folder.glob("debates-*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            row = json.loads(line)
            if not {"id", "field", "forms"} <= set(row) <= {"id", "field", "forms", *LABELS}:
                raise ValueError(f"{path.name}:{number}: needs id, field, forms and texts by label, has {sorted(row)}")
            rows.append(row)
    return rows


def debates(plain: int, artful: int, chance: random.Random) -> list[Pair]:
    """Return pairs: each plain text beside ``plain`` wordings of its question, each artful one beside ``artful``.

    The wordings are drawn at random from all languages; a question has six or so.
    """
    pairs = []
    for row in debate_rows():
        wordings = artful if row["id"].startswith("k") else plain
        for label in LABELS:
            for one in row.get(label, ()):
                for form in chance.sample(row["forms"], min(wordings, len(row["forms"]))):
                    answer = OTHER[label] if form.get("inverse") else label
                    pairs.append(Pair(form["t"], one["t"], answer, "own", f"own:{row['id']}"))
    return pairs
