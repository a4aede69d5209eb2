"""Write random quantities in all languages and read them back: ``python benchmarks/roundtrip.py [cases] [seed]``."""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from pipeline.nlp.quantities import read

sys.path.insert(0, str(Path(__file__).parents[1] / "tests/nlp/quantities"))
from writer import LANGUAGES, case


def main(cases: int, seed: int) -> int:
    """Print each case that does not come back the same, and how many there are."""
    rng = random.Random(seed)
    failures = 0
    start = time.process_time()
    for index in range(cases):
        made = case(rng, LANGUAGES[index % len(LANGUAGES)])
        found = [(q.start, q.end, q.value, q.unit, q.currency) for q in read(made.text, made.lang)]
        if found != [(made.start, made.end, made.value, made.unit, made.currency)]:
            failures += 1
            print(made, found)
    print(f"{cases} cases, {failures} failures, {time.process_time() - start:.1f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    numbers = [int(a) for a in sys.argv[1:]]
    sys.exit(main(*(numbers + [20000, 1][len(numbers) :])))
