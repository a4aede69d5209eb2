"""Sides of claims in real articles: ``python benchmarks/sides.py BENCH [--list]`` (some minutes).

Reads the articles of ``BENCH/open/docs``, ``BENCH/open/gold/docs`` and ``BENCH/../seed`` as one corpus, as
``stancewire ingest`` does, and holds the answer to the first configured question against the labels in
``benchmarks/data`` (:data:`LABELLED`): 689 claims, each labelled yes, no, mixed or none by three readers who knew
neither the program's answer nor each other's; a question mark is a doubt. A claim is named by its document and a hash
of its words, since the articles are third-party text.

460 were drawn with what the program said on 2026-11-26 in view, at most nine of an article: 190 to which it gave a
side or both, 100 on which it abstained, 110 near the question's statements and 60 others near the question that it
gave none. 229 were drawn on 2026-11-27: all 179 others to which it gave a side or both by then, and 50 on which it
abstained. So the share that is right tells how far a side that is named can be trusted, but not what is missed in all.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from documents import Key, named, read

from pipeline.records import Edition, Stance

DATA = Path(__file__).parent / "data"
LABELLED = ("sides.jsonl", "sides-later.jsonl")
SIDES = ("yes", "no")
SURE = 0.7


def main() -> None:
    """Print how many of the claims that get a side have it rightly, and how many of those that take one get it."""
    found = dict(_answers(_edition(Path(sys.argv[1]))))
    each = [[json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()] for name in LABELLED]
    for name, rows in zip(("all", *LABELLED), (each[0] + each[1], *each), strict=True):
        print(f"{name}:")
        _tell(rows, found, listed="--list" in sys.argv and name == "all")


def _tell(rows: list[dict], found: dict[Key, tuple[Stance, str]], *, listed: bool) -> None:
    known = [(row, *found[key]) for row in rows if (key := (row["doc"], row["claim"])) in found]
    print(f"{len(known)} of {len(rows)} claims found; the three readers agree on {_agreed(rows):.3f}")
    judged = [(_majority(row), {label.strip("?") for label in row["labels"]}, stance) for row, stance, _ in known]
    _print("all", judged)
    for side in SIDES:
        _print(side, [one for one in judged if one[2].label == side])
    _print(f"{SURE} and more", [one for one in judged if one[2].probability >= SURE])
    if listed:
        for row, stance, text in known:
            if stance.label in SIDES or _majority(row) in SIDES:
                words = " ".join(text.split())[:160]
                print(f"{stance.label} {stance.probability:.2f} {' '.join(row['labels'])} | {words}")


def _edition(bench: Path) -> Edition:
    return read((bench / "open/docs", bench / "open/gold/docs", bench.parent / "seed"), questions=1)


def _answers(edition: Edition) -> Iterator[tuple[Key, tuple[Stance, str]]]:
    stances = dict(edition.analysis.stances)
    for key, claim, _ in named(edition):
        yield key, (stances[claim.id][0], claim.text)


def _majority(row: dict[str, list[str]]) -> str | None:
    label, count = Counter(label.strip("?") for label in row["labels"]).most_common(1)[0]
    return label if count > 1 else None


def _agreed(rows: list[dict[str, list[str]]]) -> float:
    return sum(len({label.strip("?") for label in row["labels"]}) == 1 for row in rows) / len(rows)


def _print(name: str, judged: list[tuple[str | None, set[str], Stance]]) -> None:
    named = [one for one in judged if one[2].label in SIDES]
    right = sum(label == stance.label for label, _, stance in named)
    either = sum(stance.label in labels for _, labels, stance in named)
    sided = sum(label in SIDES for label, _, _ in judged)
    opposite = sum(label in SIDES and label != stance.label for label, _, stance in named)
    print(
        f"{name}: {len(named)} get a side, {right} rightly ({either} if one reader's word is enough),"
        f" {opposite} the opposite one; {sided} take one"
    )


if __name__ == "__main__":
    main()
