"""Stance to a question, and inference between two texts, as the judge reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.config import Config
from pipeline.encode import PairScorer
from pipeline.encode.judge import ANSWERS

Row = dict[str, Any]
INFERENCE = {"yes": "entailment", "no": "contradiction", "none": "neutral", "mixed": "neutral"}


def stance(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Tell which side of the question each text is on, with the probability of that answer.

    The main job lets the judge alone decide where a question has no statements of its sides, as here. As there, whether
    a side is taken at all is decided first: "none" must be as likely as both sides together. The main job abstains when
    unsure; the sets want an answer, so the likelier side is given, and how likely it is.
    """
    scorer = PairScorer(config.settings.encode)
    for row in rows:
        yes, no, none = (float(value) for value in scorer.score([(row["question"], row["text"])])[0][:3])
        label, chance = ("none", none) if none >= yes + no else max(("yes", yes), ("no", no), key=lambda one: one[1])
        yield {"id": row["id"], "label": label, "prob": round(chance / (yes + no + none), 4)}


def nli(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Tell whether the premise answers the hypothesis with yes (entails it), no (contradicts it) or neither."""
    scorer = PairScorer(config.settings.encode)
    for row in rows:
        scores = scorer.score([(row["hypothesis"], row["premise"])])[0]
        yield {"id": row["id"], "label": INFERENCE[ANSWERS[int(scores.argmax())]]}
