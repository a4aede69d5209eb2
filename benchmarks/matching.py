"""The measure of points on what the point encoder has not learned from, with and without the encoder's own vectors.

Usage::

    PYTHONPATH=. .venv/bin/python benchmarks/matching.py BENCH [SHARE ...]

Our own questions that were kept back, twelve languages: how often the key point that an argument makes is put before
its rivals. Four topics of ArgKP (its dev half): mean average precision, strict and relaxed. 126 topics of Perspectrum
(its dev lines): adjusted Rand index and F1 of pairs. BENCH/score.py scores the last two. Some minutes for each SHARE of
the encoder; without any, none and the shipped one are compared.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.cluster import matching
from pipeline.run.options import find_config
from pipeline.run.predict import similarity
from training.points.sides import kept_back, own_sides
from training.points.weigh import found

CONFIG = find_config(None)
TOLD = ("map_strict", "map_relaxed", "ari", "pair_f1")


def main(bench: Path, shares: Sequence[float]) -> None:
    """Print a line for each share."""
    arguments = read(bench / "open/keypoint/argkp_dev.jsonl")
    claims = [row for row in read(bench / "open/cluster/perspectrum.jsonl") if row["split"] == "dev"]
    for share in shares:
        matching.PLAIN = share
        figures = {**own(), **scored(bench, "keypoint", arguments), **scored(bench, "cluster", claims)}
        print(f"share {share}: " + ", ".join(f"{name} {value:.3f}" for name, value in figures.items()), flush=True)


def read(path: Path) -> list[dict[str, Any]]:
    """Read JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def own() -> dict[str, float]:
    """Return how often the right key point comes first: of all texts, and of those in another language than it."""
    sides = list(filter(kept_back, own_sides()))
    codes = {text: code for side in sides for text, code in zip(side.texts, side.codes, strict=True)}
    codes |= {forms[0]: told[0] for side in sides for forms, told in zip(side.keys, side.key_codes, strict=True)}
    vectors = similarity.both_vectors(CONFIG, list(codes.items()))
    hits = found(sides, lambda texts: vectors(texts, [codes[text] for text in texts]))
    return {f"own {name}": share for name, (share, _) in hits.items()}


def scored(bench: Path, task: str, rows: list[dict[str, Any]]) -> dict[str, float]:
    """Return what the scorer says of the predictions of a task."""
    with tempfile.TemporaryDirectory() as place:
        gold, told = Path(place) / "gold.jsonl", Path(place) / "told.jsonl"
        made = getattr(similarity, task)(rows, CONFIG, Path(place))
        for path, lines in ((gold, rows), (told, made)):
            path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        command = [sys.executable, str(bench / "score.py"), task, str(gold), str(told)]
        answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    lines = [line.split() for line in answer.splitlines()]
    return {line[0]: float(line[1]) for line in lines if line[:1] and line[0] in TOLD}


if __name__ == "__main__":
    main(Path(sys.argv[1]), [float(share) for share in sys.argv[2:]] or [0.0, matching.PLAIN])
