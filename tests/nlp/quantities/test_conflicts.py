"""Two statements of one thing: where they differ, and where they only say it differently."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.nlp.quantities import read
from pipeline.nlp.quantities.conflicts import Statement, conflicts, contrast, ledger

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


def test_ledger_groups_and_orders() -> None:
    made = [
        Statement("orion", "compute", read(text, lang)[0], lang, who, when)
        for text, lang, who, when in (
            ("172 fois", "fr", "B", "2024-12-24"),
            ("170 times", "en", "A", "2024-12-23"),
            ("170倍", "ja", "C", "2024-12-25"),
        )
    ]
    (entry,) = ledger(made)
    assert [s.who for s in entry.statements] == ["A", "B", "C"]
    assert {(c.first.who, c.second.who) for c in entry.conflicts} == {("A", "B"), ("B", "C")}
    assert ledger(made[::-1]) == (entry,)
    assert conflicts(made[1:]) == ()
