"""Stance to a question, and inference between two texts, as the judge reads them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.cluster.stance import StanceJudge, anchor_texts, pooled
from pipeline.config import Config
from pipeline.encode import Encoder, PairScorer, centre, sentence_form
from pipeline.encode.judge import ANSWERS
from pipeline.nlp.language import detect
from pipeline.nlp.sentences import split
from pipeline.records import Question

Row = dict[str, Any]
CHOSEN = 0.37
"""How much rarer than in the judge's calibration a text takes no side that somebody pairs with a question: in the main
job, where claims come as they are, it is far likelier."""
NEAR, SHARPNESS = 0.3, 20.0
"""Nearness at which a text is as likely about its question as not, and what turns nearness into log odds. Chosen texts
are on the question's own subject or on quite another, which vectors tell apart; claims of a corpus share its field."""
INFERENCE = {"yes": "entailment", "no": "contradiction", "none": "neutral", "mixed": "neutral"}


def stance(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Tell which side of the question each text is on, with the probability of that answer.

    The main job answers a question that has no statements of its sides in the same way, and as there, whether a side is
    taken at all is decided first; here its judge and the vectors tell that together. It abstains when unsure; the sets
    want an answer, so the likelier side is given.
    """
    scorer, encoder = PairScorer(config.settings.encode), Encoder(config.settings.encode)
    known: dict[str, dict[str, Any]] = {}
    for row in rows:
        question, text = Question("asked", row["question"]), row["text"]
        if question.text not in known:
            known[question.text] = _vectors(encoder, anchor_texts(question), detect(question.text).code)
        language = row.get("lang") or detect(text).code
        parts = _parts(text, language)
        pairs = [(question.text, part) for part in parts]
        scores = dict(zip(pairs, scorer.score(pairs).tolist(), strict=True))
        vectors = _vectors(encoder, parts, language)
        judge = StanceJudge([question], known[question.text], scores)
        answers = [judge.answer(0, part, vectors[part]) for part in parts]
        answer = pooled(answers[0], answers[1:])
        near = max(judge.nearness(0, vectors[part]) for part in parts)
        none, sides = CHOSEN * math.exp(SHARPNESS * (NEAR - near)) * answer.none, answer.yes + answer.no
        named = [("none", none)] if none >= sides else [("yes", answer.yes), ("no", answer.no)]
        label, chance = max(named, key=lambda one: one[1])
        yield {"id": row["id"], "label": label, "prob": round(chance / (none + sides), 4)}


def _parts(text: str, language: str) -> list[str]:
    """Return a text and, if there are several, its sentences, as the main job reads them one by one."""
    sentences = [text[span.start : span.end] for span in split(text, language)]
    return list(dict.fromkeys([text, *sentences])) if len(sentences) > 1 else [text]


def _vectors(encoder: Encoder, texts: Sequence[str], language: str) -> dict[str, Any]:
    vectors = centre(encoder.encode([sentence_form(text) for text in texts]), [language] * len(texts))
    return dict(zip(texts, vectors, strict=True))


def nli(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Tell whether the premise answers the hypothesis with yes (entails it), no (contradicts it) or neither."""
    scorer = PairScorer(config.settings.encode)
    for row in rows:
        scores = scorer.score([(row["hypothesis"], row["premise"])])[0]
        yield {"id": row["id"], "label": INFERENCE[ANSWERS[int(scores.argmax())]]}
