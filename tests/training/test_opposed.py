"""Opposed statements: the label follows from both sides' polarity."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from training.stance import opposed as module
from training.stance.opposed import denied, opposed, with_denied
from training.stance.pairs import Pair


@pytest.mark.parametrize(
    ("statement", "denial"),
    [
        ("The harbour should be closed.", "The harbour should not be closed."),
        ("The mill has paid for itself.", "The mill has not paid for itself."),
        ("Wind power is a good idea that will last", "Wind power is not a good idea that will last"),
        ("The town has a right to its beach", None),  # "has not a right" is no English of today
        ("The harbour should not be closed.", None),
        ("Nobody will buy the mill.", None),
        ("If the mill is sold, the town will gain.", None),
        ("Should the harbour be closed?", None),
        ("Close the harbour", None),
    ],
)
def test_a_statement_is_denied_as_a_whole_or_not_at_all(statement: str, denial: str | None) -> None:
    assert denied(statement) == denial


def test_the_label_turns_with_the_statement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = {
        "id": "g0-mill",
        "field": "economy",
        "for": [{"g": "en", "t": "The mill runs again."}, {"g": "de", "t": "Läuft die Mühle wieder?"}],
        "against": [{"g": "en", "t": "The mill still stands still."}, {"g": "fr", "t": "Le moulin ne tourne plus."}],
        "yes": [{"g": "en", "t": "Flour has been ground there since May."}],
        "no": [{"g": "en", "t": "Not one sack has left the gate."}],
        "none": [{"g": "en", "t": "The mill was not built by the town."}],
    }
    (tmp_path / "opposed-g0.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    monkeypatch.setattr(module, "OWN", tmp_path)
    labels = {(pair.question, pair.text): pair.label for pair in opposed(5, random.Random(1))}
    assert labels["The mill runs again.", "Flour has been ground there since May."] == "yes"
    assert labels["The mill still stands still.", "Flour has been ground there since May."] == "no"
    assert labels["Le moulin ne tourne plus.", "Not one sack has left the gate."] == "yes"
    assert labels["Le moulin ne tourne plus.", "The mill runs again."] == "no"
    assert labels["Le moulin ne tourne plus.", "The mill still stands still."] == "yes"
    assert labels["Läuft die Mühle wieder?", "The mill was not built by the town."] == "none"
    assert all(question != text for question, text in labels)
    assert "Läuft die Mühle wieder?" not in {text for _, text in labels}  # a question asserts nothing


def test_denied_statements_take_the_other_label() -> None:
    pairs = [Pair("The mill should be sold.", "It loses money.", "yes", "own", "own:mill")]
    assert with_denied(pairs, 1.0, random.Random(1)) == [
        Pair("The mill should not be sold.", "It loses money.", "no", "own", "own:mill")
    ]
