"""Negations and hedges that the rules find in our reading corpus, sentence by sentence, beside its labels.

    PYTHONPATH=. python benchmarks/marks.py [--errors LANGUAGE]

The rules are not learned from the corpus, but whoever writes them may look at it: read the figures as those of a
development set. Precision, recall and F1 of "the claim holds such a mark"; the learned reader is not asked.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator

from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.words import lexicon
from pipeline.records import Span
from training.reading.markup import load_all

TAGS = {"n": "negation", "h": "hedge"}


def sentences() -> Iterator[tuple[str, str, str, bool, bool]]:
    """Yield (language, kind of mark, sentence, is it labelled, is it found) for every claim of the corpus."""
    for passage in load_all():
        words = lexicon.load(passage.language)
        assert words is not None
        for sentence in passage.sentences:
            if not sentence.label.startswith("+"):
                continue
            marked = Marked(passage.text, Span(sentence.start, sentence.end), words)
            found = {"n": marked.negation() is not None, "h": bool(marked.hedges())}
            for tag, name in TAGS.items():
                labelled = any(m.tag == tag and sentence.start <= m.start < sentence.end for m in passage.spans)
                yield passage.language, name, passage.text[sentence.start : sentence.end], labelled, found[tag]


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--errors", metavar="LANGUAGE")
    shown = parser.parse_args().errors
    counts: dict[tuple[str, str], Counter[tuple[bool, bool]]] = {}
    for language, name, text, labelled, found in sentences():
        for key in ((name, language), (name, "all")):
            counts.setdefault(key, Counter())[labelled, found] += 1
        if shown == language and labelled is not found:
            print(f"{name} {'missed' if labelled else 'false'}: {text}")
    for (name, language), count in sorted(counts.items()):
        right, false, missed = count[True, True], count[False, True], count[True, False]
        precision, recall = right / max(right + false, 1), right / max(right + missed, 1)
        f1 = 2 * right / max(2 * right + false + missed, 1)
        print(f"{name:>8} {language:>3}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({right + missed} labelled)")


if __name__ == "__main__":
    main()
