"""Quality on public benchmarks, measured from outside: ``stancewire predict`` on every task, scored, as a table.

Usage::

    .venv/bin/python benchmarks/quality.py BENCH [--tasks lid,gold] [--split open] [--keep FOLDER]

``BENCH`` is a folder with ``score.py`` (its docstring gives the formats) and one folder of JSON Lines per task under
the split's name. The sets belong to third parties and are not part of this repository; ``docs/benchmarks.md`` names
them.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from types import ModuleType

TASKS: dict[str, tuple[str, ...]] = {
    "lid": ("acc_sentence", "acc_pair", "acc_word"),
    "sentence": ("boundary.f1", "exact"),
    "extract": ("f1", "precision", "recall"),
    "gold": (
        "is_claim_acc", "hedged.f1", "quoted_macro_f1", "holder_acc_overlap", "holder_acc_overlap_named",
        "quantity_value.p", "quantity_value.r", "entity_recall_exact", "stance_macro_f1_2", "stance_macro_f1_4",
    ),
    "claim": ("f1", "macro_f1"),
    "attribution": ("content@0.3.f1", "content@0.8.f1", "source_acc@0.3"),
    "quantity": ("value.f1", "value+unit.f1", "value_recall_partial.r", "value+unit_recall_partial.r"),
    "entity": ("typed.f1", "untyped.f1"),
    "stance": ("mean_macro_f1_over_origins", "macro_f1_yes_no", "coverage", "ece"),
    "nli": ("acc", "macro_f1"),
    "bitext": ("acc_mean",),
    "sts": ("spearman", "mean_over_languages"),
    "cluster": ("ari", "pair_f1"),
    "keypoint": ("map_strict", "map_relaxed"),
}  # fmt: skip
PER = {
    "claim": ("origin", "f1", "macro_f1"),
    "stance": ("origin", "macro_f1_yes_no"),
    "nli": ("origin", "acc"),
    "quantity": ("origin", "value.f1", "value_recall_partial.r"),
    "attribution": ("lang", "content@0.3.f1"),
    "bitext": ("lang", "acc_mean"),
    "sentence": ("origin", "boundary.f1"),
    "gold": ("lang", "is_claim_acc"),
}


def scorer(bench: Path) -> ModuleType:
    """Load the benchmark's own scorer."""
    specification = importlib.util.spec_from_file_location("score", bench / "score.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def predict(task: str, source: Path, target: Path) -> None:
    """Run the command that a user would run."""
    command = [Path(sys.executable).parent / "stancewire", "predict", task, source, target]
    subprocess.run([str(part) for part in command], check=True)


def joined(files: list[Path], folder: Path) -> Path:
    """Return one file with the lines of all, inside a folder where relative names still hold."""
    if len(files) == 1:
        return files[0]
    whole = folder / "all.jsonl"
    whole.write_text("".join(path.read_text(encoding="utf-8") for path in files), encoding="utf-8")
    return whole


def extraction(gold: Path, predicted: Path) -> dict[str, float]:
    """Score main text as the article-extraction benchmark does: shingles of four words, each page weighing the same."""
    answers = {row["id"]: row["text"] for row in map(json.loads, predicted.open(encoding="utf-8"))}
    shares = [_shares(row["text"], answers.get(row["id"], "")) for row in map(json.loads, gold.open(encoding="utf-8"))]
    right, extra, missed = (sum(share[number] for share in shares) for number in range(3))
    precision, recall = right / (right + extra), right / (right + missed)
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall)}


def _shares(true: str, got: str) -> tuple[float, float, float]:
    """Return the shares of shingles that are right, too many and missing; they add up to 1, or 0 for empty pages."""
    wanted, found = _shingles(true), _shingles(got)
    right, extra, missed = (wanted & found).total(), (found - wanted).total(), (wanted - found).total()
    whole = max(1, right + extra + missed)
    return right / whole, extra / whole, missed / whole


def _shingles(text: str, width: int = 4) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    starts = range(max(1, len(words) - width + 1)) if words else range(0)
    return Counter(tuple(words[start : start + width]) for start in starts)


def flat(value: dict[str, object], before: str = "") -> dict[str, object]:
    """Return nested figures with dotted names."""
    rows: dict[str, object] = {}
    for key, inner in value.items():
        rows |= flat(inner, f"{before}{key}.") if isinstance(inner, dict) else {before + key: inner}
    return rows


def measure(task: str, bench: Path, split: str, keep: Path, score: ModuleType) -> tuple[dict[str, object], dict]:
    """Predict and score one task; return its figures, and the scorer's whole answer."""
    files = sorted((bench / split / task).glob("*.jsonl"))
    source = joined(files, keep)
    target = keep / f"{task}.jsonl"
    predict(task, source, target)
    if task == "extract":
        return dict(extraction(source, target)), {}
    gold = [row for path in files for row in score.load(str(path))]
    result = score.score(task, gold, score.load(str(target)))
    return flat(result["overall"]), result


def main() -> None:
    """Print one line per task."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bench", type=Path)
    parser.add_argument("--tasks", default=",".join(TASKS))
    parser.add_argument("--split", default="open")
    parser.add_argument("--keep", type=Path)
    arguments = parser.parse_args()
    score = scorer(arguments.bench)
    with tempfile.TemporaryDirectory() as temporary:
        keep = arguments.keep or Path(temporary)
        keep.mkdir(parents=True, exist_ok=True)
        for task in arguments.tasks.split(","):
            started = time.perf_counter()
            figures, whole = measure(task, arguments.bench, arguments.split, keep, score)
            shown = ", ".join(f"{name} {figures[name]:.3f}" for name in TASKS[task] if figures.get(name) is not None)
            print(f"| {task} | {shown} | {time.perf_counter() - started:.0f} s |", flush=True)
            by, *names = PER.get(task, ("",))
            for part, inner in whole.get(by, {}).items():
                values = flat(inner)
                row = ", ".join(f"{name} {values[name]:.3f}" for name in names if values.get(name) is not None)
                print(f"|   {by} {part} | {row} | |", flush=True)


if __name__ == "__main__":
    main()
