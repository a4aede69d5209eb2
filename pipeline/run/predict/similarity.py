"""What the vectors and the families of claims say: translations, graded similarity, key points, groups."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.config import Config
from pipeline.encode import COMMON, Encoder, PointEncoder, centre, graded, sentence_form

Row = dict[str, Any]
Matrix = npt.NDArray[np.float32]
PAIRED = ("argument", "key_point")


def _vectors(config: Config, pairs: Sequence[tuple[str, str]], common: float = 0.0) -> Matrix:
    """Return the centred vectors of (text, language) pairs; ``common`` as for :func:`pipeline.encode.centre`."""
    encoder = Encoder(config.settings.encode)
    unique = sorted({sentence_form(text) for text, _ in pairs})
    found = dict(zip(unique, encoder.encode(unique), strict=True))
    rows = np.stack([found[sentence_form(text)] for text, _ in pairs])
    return centre(rows, [language for _, language in pairs], common=common)


def _points(config: Config, texts: Sequence[str]) -> dict[str, Matrix]:
    """Return the point encoder's vector of each text."""
    unique = sorted(set(texts))
    return dict(zip(unique, PointEncoder(config.settings.encode).encode(unique), strict=True))


def both_vectors(config: Config, pairs: Sequence[tuple[str, str]]) -> Callable[[Sequence[str], Sequence[str]], Matrix]:
    """Return what gives, for some of the (text, language) pairs, the vectors that the measure of points reads."""
    from pipeline.cluster.matching import both

    unique = sorted(set(pairs))
    points = _points(config, [text for text, _ in unique])
    rows = both(np.stack([points[text] for text, _ in unique]), _vectors(config, unique))
    place = {pair: at for at, pair in enumerate(unique)}
    return lambda texts, languages: rows[[place[pair] for pair in zip(texts, languages, strict=True)]]


def sts(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Give the graded likeness of each pair."""
    left = _vectors(config, [(row["a"], row["lang"]) for row in rows], COMMON)
    right = _vectors(config, [(row["b"], row.get("lang2") or row["lang"]) for row in rows], COMMON)
    points = _points(config, [row[side] for row in rows for side in "ab"])
    left_points, right_points = (np.stack([points[row[side]] for row in rows]) for side in "ab")
    for row, score in zip(rows, graded((left, right), (left_points, right_points)), strict=True):
        yield {"id": row["id"], "score": round(float(score), 6)}


def keypoint(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Give the probability that each argument makes each key point, those of its topic and side being rivals."""
    from pipeline.cluster.matching import Matter, chance

    vectors = both_vectors(config, [(row[name], row["lang"]) for row in rows for name in PAIRED])
    found: dict[tuple[str, str, str], float] = {}
    for topic, own in _parted(rows, "topic").items():
        texts = sorted({(kind, row[name], row["lang"]) for row in own for kind, name in enumerate(PAIRED)})
        place = {(kind, text): at for at, (kind, text, _) in enumerate(texts)}
        kinds, words, languages = zip(*texts, strict=True)
        matter = Matter(words, languages, vectors(words, languages), kinds)
        for side, rivals in _parted(own, "stance").items():
            claims, points = (sorted({(kind, row[name]) for row in rivals}) for kind, name in enumerate(PAIRED))
            chances = chance(matter.makes(np.array([place[c] for c in claims]), np.array([place[p] for p in points])))
            for (_, claim), line in zip(claims, chances.tolist(), strict=True):
                found |= {(topic + side, claim, point): p for (_, point), p in zip(points, line, strict=True)}
    for row in rows:
        score = found[str(row.get("topic", "")) + str(row.get("stance", "")), row["argument"], row["key_point"]]
        yield {"id": row["id"], "score": round(score, 6)}


def _parted(rows: Sequence[Row], field: str) -> dict[str, list[Row]]:
    """Return the rows by the value of a field; those without it together."""
    parts: dict[str, list[Row]] = {}
    for row in rows:
        parts.setdefault(str(row.get(field, "")), []).append(row)
    return parts


def bitext(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Pair the sentences of the two sides, per language, as the sentences of two articles are paired."""
    from pipeline.cluster.alignment import partners

    found: dict[int, Row] = {}
    texts = _vectors(config, [(row["text"], row["lang"]) for row in rows])
    english = _vectors(config, [(row["en"], "en") for row in rows])
    for language in sorted({row["lang"] for row in rows}):
        members = [number for number, row in enumerate(rows) if row["lang"] == language]
        words = [rows[m]["text"] for m in members], [rows[m]["en"] for m in members]
        for left, right in partners(texts[members], english[members], words):
            one, other = members[left], members[right]
            found.setdefault(one, {})["nn_text_to_en"] = rows[other]["id"]
            found.setdefault(other, {})["nn_en_to_text"] = rows[one]["id"]
    return iter([{"id": row["id"], **found[number]} for number, row in enumerate(rows)])


def cluster(rows: Sequence[Row], config: Config, folder: Path) -> Iterator[Row]:
    """Give the family of each text among those of its topic."""
    from pipeline.cluster.points import group_texts

    vectors = both_vectors(config, [(row["text"], row["lang"]) for row in rows])
    topics: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        topics.setdefault(str(row["topic_id"]), []).append(number)
    found: dict[int, str] = {}
    for topic, members in topics.items():
        texts, languages = [rows[m]["text"] for m in members], [rows[m]["lang"] for m in members]
        groups = group_texts(texts, languages, vectors(texts, languages))
        for number, group in zip(members, groups, strict=True):
            found[number] = f"{topic}-{group}"
    return iter([{"id": row["id"], "cluster": found[number]} for number, row in enumerate(rows)])
