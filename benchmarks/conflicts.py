"""Score conflict detection on the labelled pairs: ``python benchmarks/conflicts.py [--errors]``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pipeline.nlp.quantities import read
from pipeline.nlp.quantities.conflicts import contrast

LABELLED = Path(__file__).parents[1] / "tests/nlp/quantities/data/conflicts.jsonl"


def main() -> None:
    """Print precision and recall of conflicts, and how often their kind is right."""
    right = found = labelled = kinds = 0
    for line in LABELLED.read_text("utf-8").splitlines():
        row = json.loads(line)
        a, b = row["a"], row["b"]
        made = contrast(read(a["text"], a["lang"]), read(b["text"], b["lang"]), a["lang"], b["lang"])
        found += bool(made)
        labelled += row["conflict"] is not None
        right += bool(made) and row["conflict"] is not None
        kinds += bool(made) and made[0][0] == row["conflict"]
        if "--errors" in sys.argv and (made[0][0] if made else None) != row["conflict"]:
            print(row, [(k, x.text, y.text) for k, x, y in made])
    precision, recall, kind = right / max(1, found), right / max(1, labelled), kinds / max(1, right)
    print(f"precision {precision:.3f} recall {recall:.3f} kind {kind:.3f} ({labelled} conflicts)")


if __name__ == "__main__":
    main()
