"""What the large judge learns from, and the sets that it is judged by."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

from training.stance.pairs import LABELS, Pair

JUDGED = ("xstance", "cofe", "vast")
"""Public sets for evaluation only: nothing is ever learned from them."""
OURS = ("own", "wide")
"""Origins of the pairs of our own corpora."""


def drawn(lesson: Sequence[Pair], most: int, seed: int) -> list[Pair]:
    """Return at most ``most`` pairs of a lesson: all of the public sets, and as many of our own as there is room for.

    Our own are more than four fifths of a lesson: with all of them, few public pairs would be seen in time.
    """
    chance = random.Random(seed)
    pairs = list(lesson)
    chance.shuffle(pairs)
    pairs = sorted(pairs, key=lambda pair: pair.origin in OURS)[:most]
    chance.shuffle(pairs)
    return pairs


def judged_sets(folder: Path, held: Sequence[Pair], most: int, seed: int) -> dict[str, list[Pair]]:
    """Return the sets that are judged by name, of each at most ``most`` pairs drawn by seed.

    Raises:
        SystemExit: a file is missing or a line of it has an unknown label; the message names it.
    """
    sets = {name: labelled(folder / "stance" / f"{name}.jsonl") for name in JUDGED}
    for pair in held:
        sets.setdefault(f"held-out {pair.origin}", []).append(pair)
    chance = random.Random(seed)
    return {name: chance.sample(pairs, min(most, len(pairs))) for name, pairs in sets.items()}


def labelled(path: Path) -> list[Pair]:
    """Read a public set, JSON Lines with ``question``, ``text`` and ``label``; raises as :func:`judged_sets`."""
    if not path.is_file():
        raise SystemExit(f"{path}: no such file; pass --public the folder that holds {', '.join(_names())}")
    pairs = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        row = _row(line, f"{path}:{number}")
        pairs.append(Pair(row["question"], row["text"], row["label"], path.stem, f"{path.stem}:{row['question']}"))
    return pairs


def _row(line: str, place: str) -> Mapping[str, str]:
    try:
        row: Mapping[str, str] = json.loads(line)
        label, _, _ = row["label"], row["question"], row["text"]
    except (ValueError, KeyError, TypeError) as error:
        raise SystemExit(f"{place}: not an object with question, text and label ({error!r}); mend the line") from None
    if label not in LABELS:
        raise SystemExit(f"{place}: label {label!r} is none of {', '.join(LABELS)}; mend the line")
    return row


def _names() -> list[str]:
    return [f"stance/{name}.jsonl" for name in JUDGED]
