"""Write quantity predictions for a labelled set: ``python benchmarks/quantities.py SET.jsonl OUT.jsonl``.

Each line of the set is ``{"id", "lang", "text" or "sentence", ...}``, each line written ``{"id", "quantities"}``.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

from pipeline.nlp.quantities import read, written
from pipeline.records import Quantity


def _merged(quantities: tuple[Quantity, ...]) -> list[Quantity]:
    """Write a change from A to B as a range, as a set does that knows no changes."""
    out: list[Quantity] = []
    for quantity in quantities:
        last = out[-1] if out else None
        start = quantity.comparison.baseline if quantity.comparison else None
        if last is not None and start is not None and start.start == last.start and last.value is not None:
            ends = sorted((last.value, quantity.value or last.value))
            out[-1] = replace(quantity, start=last.start, value=None, low=ends[0], high=ends[1])
        else:
            out.append(quantity)
    return out


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
            quantities = read(text, row["lang"])
            for quantity in _merged(quantities) if row.get("origin") == "newsquant" else quantities:
                if not gold and quantity.kind in ("date", "rank"):
                    continue
                amount = written(quantity, row["lang"])
                if row.get("origin") == "newsquant" and amount.unit == "time":
                    amount = replace(amount, unit="count")
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
