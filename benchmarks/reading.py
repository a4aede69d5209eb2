"""Who says what, on passages of our own corpus that no model was trained on.

Usage::

    .venv/bin/python benchmarks/reading.py [--rules] [--languages de,ja] [--errors said]

Reads the kept-back files of ``training/corpora/reading`` with the main job's reader (``--rules``: without the learned
one) and prints one line for each language and one for all:

* ``said .3``, ``said .8``: F1 of what is said (attitudes left out), at that overlap of characters; ``source``: accuracy
  on what matched;
* ``claim``, ``checkable``: accuracy by sentence (the latter against claims of fact, though opinions hold facts too);
* ``hedged``: F1 over claim sentences;
* ``negation``: F1 over claim sentences of a negation anywhere in the asserted words, which is what the corpus labels;
* ``negated``: the same of negations that turn the main assertion, as the claims say. The labels do not tell these from
  others, so its recall counts negations inside as missed: read it beside ``negation``, as no measure of its own;
* ``names``: F1 of named entities at overlap, exact places.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.encode import EncodeSettings, Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import LANGUAGES, Claim, Reading
from training.reading.markup import LabelledPassage, Sentence, kept_back, load_all

Counts = Counter[tuple[str, str]]
F1 = ("said .3", "said .8", "hedged", "negation", "negated", "names")
ACCURACY = ("source", "mode", "claim", "checkable")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--errors", choices=(*F1, *ACCURACY))
    options = parser.parse_args()
    reader = Reader(NlpSettings(), None if options.rules else Tagger(EncodeSettings()))
    passages = [p for p in kept_back(load_all()) if p.language in options.languages.split(",")]
    each: dict[str, Counts] = {}
    started = time.perf_counter()
    for passage in passages:
        counts = each.setdefault(passage.language, Counter())
        before = Counter(counts)
        measure(counts, passage, reader)
        if options.errors:
            show_miss(options.errors, passage, counts - before, reader)
    total: Counts = sum(each.values(), Counter())
    for name, counts in (*sorted(each.items()), ("all", total)):
        print(f"{name:<4}" + "  ".join(f"{key} {figure(counts, key):.3f}" for key in (*F1, *ACCURACY)))
    print(f"{len(passages)} passages in {time.perf_counter() - started:.0f} s")


def figure(counts: Counts, name: str) -> float:
    """Return F1, or accuracy where each item is found and wanted once."""
    both = counts[name, "found"] + counts[name, "wanted"]
    return 2 * counts[name, "right"] / both if both else 0.0


def show_miss(name: str, passage: LabelledPassage, counts: Counts, reader: Reader) -> None:
    """Print a passage that is not answered wholly right."""
    if counts[name, "right"] < max(counts[name, "found"], counts[name, "wanted"]):
        print(passage.id, passage.text)
        print("   wanted", [(m.tag, m.number, passage.text[m.start : m.end]) for m in passage.spans])
        acts = reader.attributions(passage.text, passage.language)
        print(
            "   found ",
            [
                (a.source and a.source.text, a.cue and a.cue.text, [passage.text[c.start : c.end] for c in a.content])
                for a in acts
            ],
        )


def measure(counts: Counts, passage: LabelledPassage, reader: Reader) -> None:
    """Add one passage's figures."""
    reading = reader.read_text(passage.text, passage.language)
    _said(counts, passage, reader)
    for sentence in passage.sentences:
        if sentence.label != ">":
            _sentence(counts, passage, sentence, reading)
    names = {(m.start, m.end) for m in passage.spans if len(m.tag) > 1}
    _add(counts, "names", {(e.start, e.end) for e in reading.entities}, names)


def _sentence(counts: Counts, passage: LabelledPassage, sentence: Sentence, reading: Reading) -> None:
    claims = [c for c in reading.claims if _shared(c, sentence) * 2 >= c.end - c.start]
    is_claim = sentence.label in ("+f", "+o")
    _once(counts, "claim", bool(claims) == is_claim)
    _once(counts, "checkable", any(c.checkable >= 0.5 for c in claims) == (sentence.label == "+f"))
    if claims and is_claim:
        for name, tag, found in (
            ("hedged", "h", any(c.hedged for c in claims)),
            ("negation", "n", any(e.label.startswith("negat") for c in claims for e in c.evidence)),
            ("negated", "n", any(c.negated for c in claims)),
        ):
            marked = any(m.tag == tag and sentence.start <= m.start < sentence.end for m in passage.spans)
            _add(counts, name, {1} if found else set(), {1} if marked else set())


def _shared(claim: Claim, sentence: Sentence) -> int:
    return max(0, min(claim.end, sentence.end) - max(claim.start, sentence.start))


def _said(counts: Counts, passage: LabelledPassage, reader: Reader) -> None:
    wanted: dict[int, set[int]] = {}
    for mark in passage.spans:
        if mark.tag in "di":
            wanted.setdefault(mark.number, set()).update(range(mark.start, mark.end))
    sources = {m.number: set(range(m.start, m.end)) for m in passage.spans if m.tag == "s"}
    modes = {m.number: m.tag for m in passage.spans if m.tag in "di"}
    acts = [a for a in reader.attributions(passage.text, passage.language) if a.kind != "attitude"]
    found = [{at for span in act.content for at in range(span.start, span.end)} for act in acts]
    pairs = sorted(((_jaccard(f, w), a, n) for a, f in enumerate(found) for n, w in wanted.items()), reverse=True)
    for name, least in (("said .3", 0.3), ("said .8", 0.8)):
        counts[name, "found"] += len(found)
        counts[name, "wanted"] += len(wanted)
        matched = _one_to_one(pairs, least)
        counts[name, "right"] += len(matched)
        for act, number in matched if least == 0.3 else ():
            source = acts[act].source
            have = set(range(source.start, source.end)) if source else set()
            _once(counts, "source", _jaccard(have, sources.get(number, set())) > 0.5)
            _once(counts, "mode", acts[act].kind[0] == modes[number])


def _one_to_one(pairs: Sequence[tuple[float, int, int]], least: float) -> list[tuple[int, int]]:
    taken: set[tuple[str, int]] = set()
    matched = []
    for overlap, act, number in pairs:
        if overlap > least and not {("a", act), ("n", number)} & taken:
            taken |= {("a", act), ("n", number)}
            matched.append((act, number))
    return matched


def _jaccard(a: set[int], b: set[int]) -> float:
    return len(a & b) / len(a | b) if a | b else 1.0


def _add(counts: Counts, name: str, found: Iterable[object], wanted: Iterable[object]) -> None:
    have, want = set(found), set(wanted)
    counts[name, "right"] += len(have & want)
    counts[name, "found"] += len(have)
    counts[name, "wanted"] += len(want)


def _once(counts: Counts, name: str, right: bool) -> None:
    counts[name, "right"] += right
    counts[name, "found"] += 1
    counts[name, "wanted"] += 1


if __name__ == "__main__":
    main()
