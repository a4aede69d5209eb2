"""Write quantity predictions for a labelled set: ``python benchmarks/quantities.py SET.jsonl OUT.jsonl``.

Each line of the set is ``{"id", "lang", "text" or "sentence", ...}``, each line written ``{"id", "quantities"}``.
"""

from __future__ import annotations

import json
import re
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


def _entries(quantity: Quantity, lang: str, origin: str) -> list[dict[str, object]]:
    """Return the lines for one quantity in the scheme of a set.

    The Recognizers specifications know no percentage points, rates or ranges and mark each number of a date; NewsQuant
    calls "times" a count; neither marks dates or ranks as quantities.
    """
    amount = written(quantity, lang)
    unit = amount.unit
    if origin == "newsquant" and unit == "time":
        unit = "count"
    if origin == "recognizers_text" and unit:
        unit = _scheme(unit)
    base: dict[str, object] = {
        "start": quantity.start,
        "end": quantity.end,
        "unit": unit,
        "iso": quantity.currency,
        "surface": quantity.text,
    }
    if origin == "recognizers_text" and quantity.kind in ("date", "rank"):
        return [
            base
            | {
                "start": quantity.start + m.start(),
                "end": quantity.start + m.end(),
                "unit": None,
                "value": int(m.group()),
            }
            for m in re.finditer(r"\d+", quantity.text)
        ]
    if quantity.kind == "date":
        return [base | {"value": quantity.date}] if origin == "gold" else []
    if quantity.kind == "rank" and origin != "gold":
        return []
    if origin == "recognizers_text" and amount.low is not None and amount.high is not None:
        middle = (quantity.start + quantity.end) // 2
        return [
            base | {"end": middle, "value": float(amount.low)},
            base | {"start": middle, "value": float(amount.high)},
        ]
    numbers = {"value": amount.value, "low": amount.low, "high": amount.high}
    return [base | {k: None if v is None else float(v) for k, v in numbers.items()}]


def main(source: Path, target: Path) -> None:
    """Read every text of ``source`` and write the quantities found to ``target``."""
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for line in lines:
            row = json.loads(line)
            text, lang = row.get("sentence") or row["text"], row["lang"]
            origin = "gold" if "sentence" in row else row.get("origin", "")
            found = read(text, lang)
            kept = _merged(found) if origin == "newsquant" else list(found)
            entries = [entry for quantity in kept for entry in _entries(quantity, lang, origin)]
            out.write(json.dumps({"id": row["id"], "quantities": entries}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
