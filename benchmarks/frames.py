"""Score comparison frames on the labelled sentences: ``python benchmarks/frames.py [dev|held] [--errors]``.

A frame is right when its direction is the same and each of subject, baseline and measure is either empty on both sides
or shares more than half of its characters (Jaccard). F1 of full frames, per half and per language.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from pipeline.nlp.quantities import read
from pipeline.records import Mention

LABELLED = Path(__file__).parents[1] / "tests/nlp/quantities/data/frames.jsonl"


def same(span: list[int] | None, mention: Mention | None) -> bool:
    """Say whether a labelled span and a found mention are the same part."""
    if span is None or mention is None:
        return span is None and mention is None
    shared = min(span[1], mention.end) - max(span[0], mention.start)
    return shared / (max(span[1], mention.end) - min(span[0], mention.start)) > 0.5


def score(rows: list[dict[str, object]], errors: bool) -> dict[str, Counter[str]]:
    """Return counts of right, found and labelled frames per language."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        text, lang = str(row["text"]), str(row["lang"])
        gold = row["frames"]
        found = [q for q in read(text, lang) if q.comparison is not None]
        right = 0
        for frame in gold:  # type: ignore[attr-defined]  # rows come from JSON
            for quantity in found:
                made = quantity.comparison
                start, end = frame["quantity"]
                if (
                    made is not None
                    and quantity.start < end
                    and start < quantity.end
                    and made.direction == frame["direction"]
                ):
                    right += all(same(frame[k], getattr(made, k)) for k in ("subject", "baseline", "measure"))
        counts[lang].update(right=right, found=len(found), gold=len(gold))  # type: ignore[arg-type]  # as above
        if errors and (right < len(gold) or len(found) > len(gold)):  # type: ignore[arg-type]  # as above
            print(row["id"], text)
            for quantity in found:
                made = quantity.comparison
                parts = [m.text if m else None for m in (made.subject, made.baseline, made.measure)] if made else []
                print("     ", quantity.text, parts, made.direction if made else None)
    return counts


def main() -> None:
    """Print F1 of full frames for each half."""
    rows = [json.loads(line) for line in LABELLED.read_text("utf-8").splitlines()]
    wanted = [half for half in ("dev", "held") if half in sys.argv[1:]] or ["dev", "held"]
    for half in wanted:
        counts = score([r for r in rows if r["half"] == half], "--errors" in sys.argv)
        total: Counter[str] = sum(counts.values(), Counter())
        for lang, c in [*sorted(counts.items()), ("all", total)]:
            f1 = 2 * c["right"] / max(1, c["found"] + c["gold"])
            print(f"{half} {lang}: F1 {f1:.3f} ({c['right']} right, {c['found']} found, {c['gold']} labelled)")


if __name__ == "__main__":
    main()
