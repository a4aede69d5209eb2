"""Stance to a question, and inference between two texts, as the judge reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.cluster.stance import StanceJudge, anchor_texts, pairs_needed, stance_text
from pipeline.config import Config
from pipeline.encode import Encoder, PairScorer, centre
from pipeline.records import Claim, Question, Stance

Row = dict[str, Any]
INFERENCE = {"yes": "entailment", "no": "contradiction", "none": "neutral", "mixed": "neutral"}
PARTS = 200
"""Lines that are judged together."""


def stance(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Tell which side of the question each text is on; a text counts as one claim of its author."""
    encoder, scorer = Encoder(config.settings.encode), PairScorer(config.settings.encode)
    for start in range(0, len(rows), PARTS):
        part = rows[start : start + PARTS]
        for row, found in zip(part, _judged(part, encoder, scorer), strict=True):
            yield {"id": row["id"], "label": _label(found), "prob": found.probability}


def _label(found: Stance) -> str:
    return "abstain" if found.label == "mixed" else found.label


def _judged(rows: Sequence[Row], encoder: Encoder, scorer: PairScorer) -> list[Stance]:
    questions = [Question(row["id"], row["question"]) for row in rows]
    claims = [_claim(row) for row in rows]
    texts = [(stance_text(claim), row["lang"]) for claim, row in zip(claims, rows, strict=True)]
    texts += [(text, "und") for question in questions for text in anchor_texts(question)]
    unique = dict(texts)
    vectors = dict(zip(unique, centre(encoder.encode(list(unique)), list(unique.values())), strict=True))
    found = []
    for question, claim in zip(questions, claims, strict=True):
        pairs = pairs_needed([question], [claim], vectors)
        scores = dict(zip(pairs, np.asarray(scorer.score(pairs)).tolist(), strict=True))
        judge = StanceJudge([question], vectors, scores)
        found.append(judge.judge(claim, vectors[stance_text(claim)])[0])
    return found


def _claim(row: Row) -> Claim:
    """Return the text as one claim of its author, without attribution: so the sets mean it."""
    text = row["text"]
    return Claim(
        id=row["id"], article_id="", start=0, end=len(text), text=text, language=row["lang"], content=(), holder=None,
        attribution=(), quoted="none", negated=False, hedged=False, hedges=(), quantities=(), entities=(), score=1.0,
    )  # fmt: skip


def nli(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Tell whether the premise answers the hypothesis with yes (entails it), no (contradicts it) or neither."""
    from pipeline.encode.judge import ANSWERS

    scorer = PairScorer(config.settings.encode)
    for row in rows:
        scores = scorer.score([(row["hypothesis"], row["premise"])])[0]
        yield {"id": row["id"], "label": INFERENCE[ANSWERS[int(scores.argmax())]]}
