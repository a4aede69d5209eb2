"""Texts on one side of a question, and which of them make the same point.

Three sources, all read as :class:`Side`: our own corpus in twelve languages (``training/corpora/points``), and two
public sets in English from a folder of the user's, never copied: ArgKP-2021 (arguments and key points) and Perspectrum
(paraphrases of perspectives on a claim; the lines of ``dev`` are not read).
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

OWN = Path(__file__).parents[1] / "corpora" / "points"
SOURCES = ("paraphrases", "arguments", "own")
_KEPT_BACK = 0.1
"""Share of our own questions that the network does not learn from: on them the weights of the measure are fitted."""
Judged = npt.NDArray[np.int8]


@dataclass(frozen=True)
class Side:
    """Texts and key points on one side. Where the one meets the other: 1 the same point, 0 another, -1 not judged.

    ``keys`` holds the wordings of each key point; ``makes`` is texts x key points, ``same`` texts x texts. ``codes``
    are the languages of the texts, ``key_codes`` those of the wordings.
    """

    name: str
    source: int
    texts: tuple[str, ...]
    codes: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]
    key_codes: tuple[tuple[str, ...], ...]
    makes: Judged
    same: Judged


def own_sides(folder: Path = OWN) -> Iterator[Side]:
    """Read our own corpus: a line is one side of one question, its key points with arguments that make them."""
    for path in sorted(folder.glob("*.jsonl")):
        for row in _rows(path):
            yield _own(row)


def _own(row: dict[str, Any]) -> Side:
    told = [(arg, number) for number, point in enumerate(row["points"]) for arg in point["args"]]
    told += [(arg, -1) for arg in row["none"]]
    made = np.array([number for _, number in told])
    makes = (made[:, None] == np.arange(len(row["points"]))[None, :]).astype(np.int8)
    same = (made[:, None] == made[None, :]).astype(np.int8)
    same[np.ix_(made < 0, made < 0)] = -1
    keys = [(point["key"], *([point["other"]] if "other" in point else [])) for point in row["points"]]
    return Side(
        row["id"],
        2,
        tuple(arg["t"] for arg, _ in told),
        tuple(arg["g"] for arg, _ in told),
        tuple(tuple(key["t"] for key in forms) for forms in keys),
        tuple(tuple(key["g"] for key in forms) for forms in keys),
        makes,
        same,
    )


def kept_back(side: Side) -> bool:
    """Tell whether a side of our own is kept from the network; both sides of a question are, or neither."""
    return random.Random(side.name.rsplit("-", 1)[0]).random() < _KEPT_BACK


def argument_sides(public: Path, part: str = "train") -> Iterator[Side]:
    """Read ``train`` or ``dev`` of ArgKP-2021; pairs on which the annotators did not agree are not judged."""
    parts: dict[tuple[str, int], list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(public / "keypoint" / f"argkp_{part}.jsonl"):
        parts[row["topic"], row["stance"]].append(row)
    for (topic, stance), own in sorted(parts.items()):
        texts, keys = sorted({r["argument"] for r in own}), sorted({r["key_point"] for r in own})
        place = {text: at for at, text in enumerate(texts)}, {text: at for at, text in enumerate(keys)}
        makes = np.full((len(texts), len(keys)), -1, np.int8)
        for row in own:
            if row["label"] is not None:
                makes[place[0][row["argument"]], place[1][row["key_point"]]] = row["label"]
        english = ("en",) * len(texts)
        unknown = np.full((len(texts), len(texts)), -1, np.int8)
        yield Side(
            f"{topic}{stance}",
            1,
            tuple(texts),
            english,
            tuple((key,) for key in keys),
            (("en",),) * len(keys),
            makes,
            unknown,
        )


def paraphrase_sides(public: Path) -> Iterator[Side]:
    """Read Perspectrum: the perspectives on a claim; those of one cluster say the same."""
    topics: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(public / "cluster" / "perspectrum.jsonl"):
        if row["split"] != "dev":
            topics[str(row["topic_id"])].append(row)
    for topic, own in sorted(topics.items()):
        if len(own) > 2:
            cluster = np.array([row["cluster"] for row in own])
            same = (cluster[:, None] == cluster[None, :]).astype(np.int8)
            texts = tuple(row["text"] for row in own)
            yield Side(topic, 0, texts, ("en",) * len(own), (), (), np.zeros((len(own), 0), np.int8), same)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)
