"""Write quantity predictions for a labelled set: ``python benchmarks/quantities.py SET.jsonl OUT.jsonl``.

Each line of the set is ``{"id", "lang", "text" or "sentence", ...}``, each line written ``{"id", "quantities"}``.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

from pipeline.nlp.quantities import read, written


def _scheme(unit: str) -> str:
    """Map a unit to the scheme of a set that knows neither percentage points nor rates."""
    plain = "percentage" if unit == "percentage point" else unit
    return plain if plain.startswith(("kilometre", "mile", "metre", "megabit")) else plain.split(" per ")[0]


def main(source: Path, target: Path) -> None:
    """Read every text of ``source`` and write the quantities found to ``target``."""
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for line in lines:
            row = json.loads(line)
            gold = "sentence" in row
            text = row.get("sentence") or row["text"]
            found = []
            for quantity in read(text, row["lang"]):
                if not gold and quantity.kind in ("date", "rank"):
                    continue
                amount = written(quantity, row["lang"])
                if row.get("origin") == "recognizers_text" and amount.unit:
                    amount = replace(amount, unit=_scheme(amount.unit))
                entry = {
                    "start": quantity.start,
                    "end": quantity.end,
                    "unit": amount.unit,
                    "iso": quantity.currency,
                    "surface": quantity.text,
                }
                numbers = {"value": amount.value, "low": amount.low, "high": amount.high}
                entry |= {k: None if v is None else float(v) for k, v in numbers.items()}
                if quantity.kind == "date":
                    entry["value"] = quantity.date
                found.append(entry)
            out.write(json.dumps({"id": row["id"], "quantities": found}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
