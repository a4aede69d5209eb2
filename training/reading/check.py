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

from training.reading.markup import CORPUS, LabelledPassage, MarkupError, load
from training.sameness import sameness


def counts(passages: Sequence[LabelledPassage]) -> dict[str, Counter[str]]:
    """Count labels, tags, commitments, kinds and fields."""
    return {
        "labels": Counter(s.label for p in passages for s in p.sentences),
        "tags": Counter(m.tag for p in passages for m in p.spans),
        "commitments": Counter(m.commitment for p in passages for m in p.spans if m.tag == "c"),
        "kinds": Counter(p.kind for p in passages),
        "fields": Counter(p.field for p in passages),
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
            print(
                "  "
                + " ".join(
                    f"{key} {value}" for key, value in sameness([(p.language, p.text) for p in passages]).items()
                )
            )
    sys.exit(failed)


if __name__ == "__main__":
    main()
