"""Count what is in the stance corpus, and how alike its texts are.

Usage::

    python -m training.stance.check [--sameness]
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence

from training.sameness import sameness
from training.stance.articles import sentences
from training.stance.debates import debate_rows
from training.stance.opposed import SIDES, opposed_sets
from training.stance.pairs import LABELS, OWN, own_questions, own_texts
from training.stance.progress import contrast_sets, progress_claims
from training.stance.wide import wide_rows


def main(arguments: Sequence[str] | None = None) -> None:
    """Print counts of questions, texts, labels and languages, and the sameness of each language's texts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sameness", action="store_true")
    options = parser.parse_args(arguments)
    questions, texts, lines = own_questions(), own_texts(), wide_rows(OWN)
    facing = [(one["g"], one["t"], side) for row in opposed_sets() for side in SIDES for one in row[side]]
    argued = [(one["g"], one["t"], label) for row in debate_rows() for label in LABELS for one in row.get(label, ())]
    statements = sum(len(row["for"]) + len(row["against"]) for row in opposed_sets())
    print(f"{len(questions)} questions in {sum(len(q['forms']) for q in questions)} wordings")
    _print("texts", Counter(t["l"] for t in texts), Counter(t["g"] for t in texts))
    _print("wide lines", Counter(r["label"] for r in lines), Counter(r["lang"] for r in lines))
    apart = sum(r["lang"] != r["question_lang"] for r in lines)
    print(f"  question and claim in two languages: {apart} of {len(lines)} wide lines")
    _print("texts beside opposed statements", Counter(s for _, _, s in facing), Counter(g for g, _, _ in facing))
    print(f"  {len(opposed_sets())} theses in {statements} statements and questions for and against them")
    _print("texts of debates", Counter(label for _, _, label in argued), Counter(g for g, _, _ in argued))
    print(f"  {len(debate_rows())} debates in {sum(len(row['forms']) for row in debate_rows())} wordings")
    progress = [(row["g"], row["t"], row["l"]) for row in progress_claims()]
    progress += [(row["g"], text, label) for row in contrast_sets() for label in LABELS for text in row[label]]
    _print("texts on AI's progress", Counter(label for _, _, label in progress), Counter(g for g, _, _ in progress))
    print(f"  {len(contrast_sets())} contrast sets")
    prose = [(one.language, one.text, one.label) for one in sentences()]
    _print("sentences of whole articles", Counter(label for _, _, label in prose), Counter(g for g, _, _ in prose))
    if options.sameness:
        said = [(t["g"], t["t"]) for t in texts] + [(r["lang"], r["claim"]) for r in lines]
        said += [(language, text) for language, text, _ in (*facing, *argued, *progress, *prose)]
        for language in sorted({language for language, _ in said}):
            measured = sameness([one for one in said if one[0] == language])
            print(f"  {language}: " + " ".join(f"{key} {value}" for key, value in measured.items()))


def _print(what: str, labels: Counter[str], languages: Counter[str]) -> None:
    print(f"{labels.total()} {what}: " + " ".join(f"{key} {n}" for key, n in labels.most_common()))
    print("  " + " ".join(f"{key} {n}" for key, n in languages.most_common()))


if __name__ == "__main__":
    main()
