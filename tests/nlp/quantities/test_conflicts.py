"""Two statements of one thing: where they differ, and where they only say it differently."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.nlp.quantities import read
from pipeline.nlp.quantities.conflicts import contrast, dimension

PAIRS = [json.loads(line) for line in (Path(__file__).parent / "data/conflicts.jsonl").read_text("utf-8").splitlines()]


def found(a: str, lang: str, b: str, other: str) -> list[str]:
    return [kind for kind, _, _ in contrast(read(a, lang), read(b, other), lang, other)]


def test_labelled_pairs() -> None:
    made = [bool(found(p["a"]["text"], p["a"]["lang"], p["b"]["text"], p["b"]["lang"])) for p in PAIRS]
    gold = [p["conflict"] is not None for p in PAIRS]
    right = sum(m and g for m, g in zip(made, gold, strict=True))
    assert right / sum(made) >= 0.95
    assert right / sum(gold) >= 0.85


def test_rounding_is_no_conflict_but_another_number_is() -> None:
    assert found("19.7 billion dollars", "en", "20 milliards de dollars", "fr") == []
    assert found("170 times", "en", "172 fois", "fr") == ["value"]


def test_what_one_side_leaves_out_is_no_conflict() -> None:
    assert found("20 dollars and 5 km", "en", "20 dollars", "fr") == []


def test_the_same_date_is_paired_before_another_one() -> None:
    assert found("2 September 2025 and 4 September 2025", "en", "4 September 2025 and 2 September 2025", "en") == []


def test_dimensions() -> None:
    made = [dimension(q) for q in read("170 times, 5 %, $3, 40 MB and half of it on 3 May 2024", "en")]
    assert made == ["times", "share", "USD", "By", "share", "date"]
