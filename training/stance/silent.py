"""Texts that take no side: sentences of the reading corpus beside questions of their field.

In what people feed in, most claims near a question do not bear on it: one in fifteen or so, in newsletters on AI, tells
whether its progress goes on. A judge that saw two in ten such pairs in training gives the rest a side. The reading
corpus (``training/corpora/reading``) is such prose and was written for another purpose, so its sentences are on the
field and almost never answer a question of the stance corpus. Those on AI that do bear on its progress are listed,
with the side that they take, in ``training/corpora/stance/bearing-ai.jsonl``.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

from training.reading.markup import UNSPACED, LabelledPassage, load_all
from training.stance.pairs import OTHER, OWN, Pair, debate, own_questions

BEARING = OWN / "bearing-ai.jsonl"
PROGRESS = "own:ai-wall"
"""The question that the listed sentences answer."""
_FIELDS = {
    "climate": "environment",
    "farming": "agriculture",
    "business": "economy",
    "pensions": "economy",
    "space": "science",
}
"""Fields of the reading corpus by those of the stance corpus, where the names differ."""
_SHORTEST = 35


def silent(chance: random.Random, *, per_sentence: int = 2, elsewhere: float = 0.3) -> list[Pair]:
    """Return ``none`` pairs of sentences and wordings of questions of the same field.

    Sentences on AI stand beside ``per_sentence`` wordings, one of them of the debate on its progress; of those of other
    fields a share ``elsewhere`` stands beside one.
    """
    asked = _wordings()
    listed = {row["t"] for row in bearing()}
    pairs = []
    for field, text in _sentences():
        if field == "ai":
            known = [w for w in asked["ai"] if text not in listed or debate(w[1]) != "progress"]
            first = [w for w in known if debate(w[1]) == "progress"] or known
            chosen = [chance.choice(first), *chance.sample(known, per_sentence - 1)]
        elif field in asked and chance.random() < elsewhere:
            chosen = [chance.choice(asked[field])]
        else:
            continue
        pairs += [Pair(question, text, "none", "own", group) for question, group in chosen]
    return pairs


def bearing() -> list[dict[str, str]]:
    """Read the list of sentences on AI that bear on its progress: {t: text, g: language, l: yes, no, mixed or skip}."""
    return [json.loads(line) for line in BEARING.read_text(encoding="utf-8").splitlines()]


def sided(wordings: int, chance: random.Random) -> list[Pair]:
    """Return the listed sentences that take a side, each beside some wordings of the question on AI's progress."""
    form = {row["id"]: row["forms"] for row in own_questions()}[PROGRESS.removeprefix("own:")]
    pairs = []
    for row in bearing():
        for asked in chance.sample(form, wordings) if row["l"] != "skip" else ():
            label = OTHER[row["l"]] if asked.get("inverse") else row["l"]
            pairs.append(Pair(asked["t"], row["t"], label, "own", PROGRESS))
    return pairs


def _wordings() -> dict[str, list[tuple[str, str]]]:
    """Return (wording, group) of our own questions by field; the first file's on AI are known by their debate."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in own_questions():
        group = f"own:{row['id']}"
        field = row.get("field", "ai" if debate(group) == "progress" or row["id"].startswith("ai-") else "")
        found.setdefault(field, []).extend((form["t"], group) for form in row["forms"])
    return found


def _sentences() -> Iterator[tuple[str, str]]:
    """Yield (field, text) of every claim of some length in the reading corpus."""
    for passage in load_all(Path(__file__).parents[1] / "corpora" / "reading"):
        field = _FIELDS.get(passage.field, passage.field)
        for text in _claims(passage):
            yield field, text


def _claims(passage: LabelledPassage) -> Iterator[str]:
    shortest = _SHORTEST // (2 if passage.language in (*UNSPACED, "ko") else 1)
    for sentence in passage.sentences:
        if sentence.label in ("+f", "+o") and sentence.end - sentence.start >= shortest:
            yield passage.text[sentence.start : sentence.end]
