"""Two independent labellings of the same passages: how far they agree.

Usage::

    python -m training.reading.agreement blank     # write unlabelled passages to training/corpora/reading/second/
    python -m training.reading.agreement           # measure what a second labeller made of them

The sample is 36 passages of each language, drawn by a hash of their text. In an unlabelled file a line that is not
context begins with ``?`` in place of its label, and holds no spans.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from training.reading.markup import CORPUS, UNSPACED, LabelledPassage, load, load_all

SECOND = CORPUS / "second"
SAMPLE = 36
ROLES = {"s": "source", "c": "cue", "d": "said", "i": "said", "n": "negation", "h": "hedge"}


def sample(passages: Sequence[LabelledPassage]) -> dict[str, list[LabelledPassage]]:
    """Return the passages of each language that are labelled twice."""
    by_language: dict[str, list[LabelledPassage]] = defaultdict(list)
    for passage in sorted(passages, key=lambda p: hashlib.sha256(p.text.encode()).hexdigest()):
        if len(by_language[passage.language]) < SAMPLE:
            by_language[passage.language].append(passage)
    return dict(sorted(by_language.items()))


def blank(passage: LabelledPassage) -> str:
    """Return a passage in the form of the corpus, without labels and spans."""
    lines, at = [f"# {passage.kind}/{passage.field}"], 0
    for sentence in passage.sentences:
        broken = "\n" in passage.text[at : sentence.start]
        words = (
            passage.text[sentence.start : sentence.end].replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
        )
        lines.append(f"{'/' if broken else ''}{'>' if sentence.label == '>' else '?'} {words}")
        at = sentence.end
    return "\n".join(lines)


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa (1960) of pairs of labels."""
    ones, others = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    agreed = sum(a == b for a, b in pairs) / len(pairs)
    chance = sum(ones[label] * others[label] for label in ones) / len(pairs) ** 2
    return (agreed - chance) / (1 - chance)


def f1(left: Iterable[object], right: Iterable[object]) -> tuple[int, int]:
    """Return twice what both hold, and how much they hold together."""
    one, other = Counter(left), Counter(right)
    return 2 * sum((one & other).values()), sum(one.values()) + sum(other.values())


def measure() -> None:
    """Print the agreement of each language and of all."""
    first = {p.text: p for p in load_all()}
    labels: list[tuple[str, str]] = []
    sums: Counter[tuple[str, str, int]] = Counter()
    for path in sorted(SECOND.glob("*.txt")):
        own: list[tuple[str, str]] = []
        for passage in load(path):
            known = first[passage.text]
            pairs = zip(known.sentences, passage.sentences, strict=True)
            own += [(a.label, b.label) for a, b in pairs if a.label != ">"]
            for name, part in _spans(known, passage).items():
                for at, amount in enumerate(part):
                    sums[path.stem, name, at] += amount
                    sums["all", name, at] += amount
        labels += own
        _show(path.stem, own, sums)
    _show("all", labels, sums)


def _spans(one: LabelledPassage, other: LabelledPassage) -> dict[str, tuple[int, int]]:
    def cells(passage: LabelledPassage, name: str) -> list[object]:
        # By characters: a boundary that differs by a comma is a small difference.
        marks = [m for m in passage.spans if (ROLES.get(m.tag) if len(m.tag) == 1 else "name") == name]
        return [at for m in marks for at in range(m.start, m.end)]

    return {name: f1(cells(one, name), cells(other, name)) for name in (*dict.fromkeys(ROLES.values()), "name")}


def _show(name: str, labels: Sequence[tuple[str, str]], sums: Counter[tuple[str, str, int]]) -> None:
    claims = [(str(a[0] == "+"), str(b[0] == "+")) for a, b in labels]
    spans = {n: sums[name, n, 0] / max(1, sums[name, n, 1]) for n in (*dict.fromkeys(ROLES.values()), "name")}
    print(
        f"{name:<4} {len(labels)} sentences: kappa {kappa(labels):.3f}, of claim or not {kappa(claims):.3f}; "
        + " ".join(f"{key} {value:.3f}" for key, value in spans.items())
    )


def main() -> None:
    """Write blanks, or measure."""
    if sys.argv[1:] != ["blank"]:
        measure()
        return
    SECOND.mkdir(exist_ok=True)
    for language, passages in sample(load_all()).items():
        text = "\n\n".join(blank(passage) for passage in passages) + "\n"
        (SECOND / f"{language}.txt").write_text(text, encoding="utf-8")
        print(language, len(passages), "unspaced" if language in UNSPACED else "")


if __name__ == "__main__":
    main()
