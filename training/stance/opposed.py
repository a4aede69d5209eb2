"""Opposed statements: texts beside a thesis and beside its denial, so that the judge learns to read both for negations.

A judge that has seen hardly any denied statement takes "scaling has hit a wall" for agreement with "scaling has not hit
a wall": the words are the same. Files ``training/corpora/stance/opposed-*.jsonl`` hold sets ``{id, field, for, against,
yes, no, none}``, each list of ``{g: language, t: text}``: wordings of a thesis, wordings that deny it, and texts. And
the English statements of public sets are denied by rule (:func:`denied`), which turns the label.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from typing import Any

from training.stance.pairs import OTHER, OWN, Pair

SIDES = ("yes", "no", "none")
_NEGATED = re.compile(r"\b(?:not|no|never|nobody|nothing|none|neither|nor|cannot|without)\b|n't\b", re.IGNORECASE)
_OWNS = r"(?! (?:to|an?|the|no|its?|their|his|her|our|any|more|much|many)\b)"
_HELPER = re.compile(
    rf"\b(?:is|are|was|were|(?:has|have|had){_OWNS}|should|can|could|will|would|must|may|might)\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"\b(?:that|which|who|if|when|because|since|while|although|as|than)\b", re.IGNORECASE)


def opposed_sets() -> list[dict[str, Any]]:
    """Read all sets, in the order of the files' names."""
    paths = sorted(OWN.glob("opposed-*.jsonl"))
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line]


def opposed(per_text: int, chance: random.Random) -> list[Pair]:
    """Return pairs of the sets: each text beside ``per_text`` wordings of the thesis and as many that deny it.

    Wordings stand beside one another as well, as short texts do: what states the thesis beside what denies it is a no.
    """
    pairs = []
    for row in opposed_sets():
        group = f"own:{row['id']}"
        texts = [(one["t"], side) for side in SIDES for one in row[side]]
        texts += [(text, "yes") for text in _statements(row["for"])]
        texts += [(text, "no") for text in _statements(row["against"])]
        for text, side in texts:
            for key in ("for", "against"):
                known = [one["t"] for one in row[key] if one["t"] != text]
                for wording in chance.sample(known, min(per_text, len(known))):
                    pairs.append(Pair(wording, text, side if key == "for" else OTHER[side], "own", group))
    return pairs


def _statements(wordings: Sequence[dict[str, str]]) -> list[str]:
    return [one["t"] for one in wordings if not one["t"].rstrip().endswith(("?", "？", "؟", "か。"))]


def denied(statement: str) -> str | None:
    """Deny an English statement after its first auxiliary; None where that would not deny the whole.

    That is where it holds a negation, opens with a subordinate clause, or has no auxiliary in its main clause.
    """
    found = _HELPER.search(statement)
    if found is None or _NEGATED.search(statement) or statement.rstrip().endswith("?"):
        return None
    if found.start() == 0 or _CLAUSE.search(statement, 0, found.start()):
        return None
    return f"{statement[: found.end()]} not{statement[found.end() :]}"


def with_denied(pairs: Sequence[Pair], share: float, chance: random.Random) -> list[Pair]:
    """Return a share of the pairs beside the denied statement, with the other label, as further pairs."""
    made = []
    for pair in chance.sample(list(pairs), int(share * len(pairs))):
        statement = denied(pair.question)
        if statement is not None and pair.label in ("yes", "no"):
            made.append(Pair(statement, pair.text, OTHER[pair.label], pair.origin, pair.group))
    return made
