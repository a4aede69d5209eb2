"""Names in AI texts from CrossNER (MIT), in its own types."""

from __future__ import annotations

import json
from pathlib import Path

from training.reading.examples import FIELD_ONLY
from training.reading.markup import LabelledPassage, Marked, Sentence

FILE = "entity/crossner_ai.jsonl"


def field_names(folder: Path) -> list[LabelledPassage]:
    """Read the set as passages whose only labels are names."""
    found = []
    for line in (folder / FILE).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        spans = tuple(Marked(e["type"], 0, "", e["start"], e["end"]) for e in row["entities"])
        sentence = Sentence(0, len(row["text"]), ">")
        found.append(LabelledPassage(row["id"], row["lang"], FIELD_ONLY, "ai", row["text"], (sentence,), spans))
    return found
