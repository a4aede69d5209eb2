"""What the vectors and the families of claims say: translations, graded similarity, key points, groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.config import Config
from pipeline.encode import Encoder, centre, sentence_form

Row = dict[str, Any]
Matrix = npt.NDArray[np.float32]


def _vectors(config: Config, pairs: Sequence[tuple[str, str]]) -> Matrix:
    """Return the centred vectors of (text, language) pairs."""
    encoder = Encoder(config.settings.encode)
    unique = sorted({sentence_form(text) for text, _ in pairs})
    found = dict(zip(unique, encoder.encode(unique), strict=True))
    return centre(np.stack([found[sentence_form(text)] for text, _ in pairs]), [language for _, language in pairs])


def sts(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Give the cosine of each pair."""
    left = _vectors(config, [(row["a"], row["lang"]) for row in rows])
    right = _vectors(config, [(row["b"], row.get("lang2") or row["lang"]) for row in rows])
    for row, score in zip(rows, np.einsum("ij,ij->i", left, right), strict=True):
        yield {"id": row["id"], "score": round(float(score), 6)}


def keypoint(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Give the cosine of each argument and key point."""
    left = _vectors(config, [(row["argument"], row["lang"]) for row in rows])
    right = _vectors(config, [(row["key_point"], row["lang"]) for row in rows])
    for row, score in zip(rows, np.einsum("ij,ij->i", left, right), strict=True):
        yield {"id": row["id"], "score": round(float(score), 6)}


def bitext(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Pair the sentences of the two sides, per language, as the sentences of two articles are paired."""
    from pipeline.cluster.alignment import partners

    found: dict[int, Row] = {}
    texts = _vectors(config, [(row["text"], row["lang"]) for row in rows])
    english = _vectors(config, [(row["en"], "en") for row in rows])
    for language in sorted({row["lang"] for row in rows}):
        members = [number for number, row in enumerate(rows) if row["lang"] == language]
        for left, right in partners(texts[members], english[members]):
            one, other = members[left], members[right]
            found.setdefault(one, {})["nn_text_to_en"] = rows[other]["id"]
            found.setdefault(other, {})["nn_en_to_text"] = rows[one]["id"]
    return iter([{"id": row["id"], **found[number]} for number, row in enumerate(rows)])


def cluster(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Give the family of each text among those of its topic."""
    from pipeline.cluster.linkage import group_texts

    vectors = _vectors(config, [(row["text"], row["lang"]) for row in rows])
    topics: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        topics.setdefault(str(row["topic_id"]), []).append(number)
    found: dict[int, str] = {}
    for topic, members in topics.items():
        for number, group in zip(members, group_texts(vectors[members]), strict=True):
            found[number] = f"{topic}-{group}"
    return iter([{"id": row["id"], "cluster": found[number]} for number, row in enumerate(rows)])
