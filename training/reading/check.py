"""Check files of the reading corpus and count what is in them.

Usage::

    python -m training.reading.check [FILE ...] [--sameness]
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from training.reading.markup import CORPUS, UNSPACED, LabelledPassage, MarkupError, load


def counts(passages: Sequence[LabelledPassage]) -> dict[str, Counter[str]]:
    """Count labels, tags, commitments, kinds and fields."""
    return {
        "labels": Counter(s.label for p in passages for s in p.sentences),
        "tags": Counter(m.tag for p in passages for m in p.spans),
        "commitments": Counter(m.commitment for p in passages for m in p.spans if m.tag == "c"),
        "kinds": Counter(p.kind for p in passages),
        "fields": Counter(p.field for p in passages),
    }


def sameness(passages: Sequence[LabelledPassage], size: int = 3) -> dict[str, float]:
    """Measure sameness of phrasing: share of distinct n-grams, and of passages with a near twin (Jaccard >= .3).

    Words for languages with spaces, characters for Chinese and Japanese (n-grams twice as long there).
    """
    grams, owners = [], {}
    for index, passage in enumerate(passages):
        unspaced = passage.language in UNSPACED
        units = list(passage.text.replace(" ", "")) if unspaced else passage.text.lower().split()
        length = size * 2 if unspaced else size
        own = {tuple(units[i : i + length]) for i in range(len(units) - length + 1)}
        grams.append(own)
        for gram in own:
            owners.setdefault(gram, []).append(index)
    total = sum(map(len, grams))
    twins = set()
    for index, own in enumerate(grams):
        shared = Counter(o for gram in own for o in owners[gram] if o != index)
        if any(n / len(own | grams[o]) >= 0.3 for o, n in shared.most_common(5)):
            twins.add(index)
    openings = Counter(
        tuple(p.text.lower().split()[:3]) if p.language not in ("zh", "ja") else p.text[:4] for p in passages
    )
    return {
        "distinct": round(len(owners) / max(total, 1), 4),
        "near twins": round(len(twins) / max(len(passages), 1), 4),
        "distinct openings": round(len(openings) / max(len(passages), 1), 4),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what is in the files; exit 1 on the first broken one."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--sameness", action="store_true")
    options = parser.parse_args(arguments)
    failed = False
    for path in options.files or sorted(CORPUS.glob("??-*.txt")):
        try:
            passages = load(path)
        except MarkupError as error:
            print(error, file=sys.stderr)
            failed = True
            continue
        print(f"{path.name}: {len(passages)} passages")
        for name, counter in counts(passages).items():
            print(f"  {name}: " + " ".join(f"{key} {n}" for key, n in counter.most_common()))
        if options.sameness:
            print("  " + " ".join(f"{key} {value}" for key, value in sameness(passages).items()))
    sys.exit(failed)


if __name__ == "__main__":
    main()
