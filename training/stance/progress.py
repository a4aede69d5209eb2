"""Claims on whether AI's progress goes on: the customer's first question, in sets that only meaning tells apart.

Sides of this question are told with the same words: "the curve is flattening", "shows no sign of flattening", "no
longer climbs", "climbs on". Two files in ``training/corpora/stance``: ``progress-claims.jsonl``, claims as newsletters
print them, ``{t: text, g: language, l: label}``, half of them near the question without a side, and
``progress-sets.jsonl``, contrast sets (Gardner et al. 2020, "Evaluating models' local decision boundaries via contrast
sets") ``{id, g, idea, yes, no, mixed, none}``, each list of texts on one idea.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.config import load
from training.stance.pairs import LABELS, OTHER, OWN, Pair, own_questions

QUESTION = "ai-wall"
"""Id of the question among our own whose wordings the claims stand beside."""
_SHIPPED = Path(__file__).parents[2] / "sources.yaml"
_INNER = (
    ("yes", "yes", "yes"),
    ("no", "no", "yes"),
    ("yes", "no", "no"),
    ("no", "yes", "no"),
    ("yes", "none", "none"),
    ("no", "none", "none"),
    ("yes", "mixed", "mixed"),
)
"""What a text of the second kind answers to one of the first in the same set."""


def progress_claims() -> list[dict[str, str]]:
    """Read the claims in the order of the file."""
    return _lines("progress-claims.jsonl")


def contrast_sets() -> list[dict[str, Any]]:
    """Read the contrast sets in the order of the file."""
    return _lines("progress-sets.jsonl")


def progress(wordings: int, chance: random.Random) -> list[Pair]:
    """Return each text beside ``wordings`` wordings of the question and a shipped statement of each side.

    In a set, texts stand beside one another as well.
    """
    asked, sides = forms(), statements()
    pairs = []
    for text, label, group in _texts():
        beside = chance.sample(asked, wordings) + [chance.choice(side) for side in sides]
        for words, inverse in beside:
            pairs.append(Pair(words, text, OTHER[label] if inverse else label, "own", group))
    return pairs + list(_within(chance))


def _within(chance: random.Random) -> Iterator[Pair]:
    for row in contrast_sets():
        for first, second, label in _INNER:
            words, text = chance.choice(row[first]), chance.choice(row[second])
            if words != text:
                yield Pair(words, text, label, "own", f"own:p2-{row['id']}")


def _texts() -> Iterator[tuple[str, str, str]]:
    """Yield (text, label, group); a group is kept for calibration or learned from as a whole."""
    for number, row in enumerate(progress_claims()):
        yield row["t"], row["l"], f"own:p1-{number}"
    for row in contrast_sets():
        for label in LABELS:
            for text in row[label]:
                yield text, label, f"own:p2-{row['id']}"


def forms() -> list[tuple[str, bool]]:
    """Return wordings of the question with whether they ask for the opposite."""
    forms = next(row["forms"] for row in own_questions() if row["id"] == QUESTION)
    return [(form["t"], bool(form.get("inverse"))) for form in forms] + [(load(_SHIPPED).questions[0].text, False)]


def statements() -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Return the shipped statements of both sides: claims are read beside them."""
    shipped = load(_SHIPPED).questions[0]
    return [(text, False) for text in shipped.yes], [(text, True) for text in shipped.no]


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (OWN / name).read_text(encoding="utf-8").splitlines()]
