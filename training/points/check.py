"""Check the corpus of key points, and count what is in it.

Usage::

    python -m training.points.check [--sameness]
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence

from training.encoder.vocabulary import LANGUAGES
from training.points.sides import Side, kept_back, own_sides
from training.sameness import sameness


def main(arguments: Sequence[str] | None = None) -> None:
    """Print faults if there are any, counts, and the sameness of each language's texts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sameness", action="store_true")
    options = parser.parse_args(arguments)
    sides = list(own_sides())
    for fault in faults(sides):
        print(f"fault: {fault}")
    points = sum(len(side.keys) for side in sides)
    texts = [pair for side in sides for pair in zip(side.codes, side.texts, strict=True)]
    made = sum(int(side.makes.sum()) for side in sides)
    print(f"{len(sides)} sides, {points} key points, {len(texts)} texts, {len(texts) - made} of them make none")
    print(f"{sum(map(kept_back, sides))} sides kept back")
    print("  " + " ".join(f"{code} {count}" for code, count in Counter(code for code, _ in texts).most_common()))
    if options.sameness:
        for language in LANGUAGES:
            measured = sameness([one for one in texts if one[0] == language])
            print(f"  {language}: " + " ".join(f"{key} {value}" for key, value in measured.items()))


def faults(sides: Sequence[Side]) -> Iterator[str]:
    """Yield what is wrong with sides: names, languages, arguments that stand twice, key points without a rival."""
    for name, count in Counter(side.name for side in sides).items():
        if count > 1:
            yield f"{name}: stands {count} times"
    seen: dict[str, str] = {}
    for side in sides:
        if not side.name.endswith(("-yes", "-no")):
            yield f"{side.name}: the name does not end in -yes or -no"
        if len(side.keys) < 2:
            yield f"{side.name}: needs two key points at least"
        if strange := {*side.codes, *(code for forms in side.key_codes for code in forms)} - set(LANGUAGES):
            yield f"{side.name}: unknown languages {sorted(strange)}"
        for text in (*side.texts, *(form for forms in side.keys for form in forms)):
            if text != text.strip() or not text:
                yield f"{side.name}: empty, or space around {text!r}"
        for text, made in zip(side.texts, side.makes.any(axis=1), strict=True):
            if text in seen and made:
                yield f"{side.name}: {text!r} stands in {seen[text]} too"
            seen[text] = side.name


if __name__ == "__main__":
    main()
