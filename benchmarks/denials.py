"""Denials and rebutted reports: ``python benchmarks/denials.py [open|kept|fresh|all] [--errors] [--axis]``.

Each case is a text, a question and the side that the text stands for. In ``rebuttal``, ``refusal`` and
``rebutted_report`` that is the side of whoever writes or speaks the text, not of those who are said to be wrong: they
may rightly have a claim of their own on the other side. ``report`` and ``double`` are there so that turning everything
does not pay. An abstention counts as the side to which it leans. ``--axis`` leaves out who denies or rebuts, and the
judge.
"""

from __future__ import annotations

import sys
import time
from collections import Counter

import yaml
from labelled import DATA, article, rows

from pipeline.cluster import texts_needed
from pipeline.cluster.stance import StanceJudge, pairs_needed, sense
from pipeline.encode import Encoder, PairScorer, Tagger, centre, sentence_form
from pipeline.encode.settings import EncodeSettings
from pipeline.nlp import NlpSettings, Reader
from pipeline.nlp.language import detect
from pipeline.records import Claim, Question, Reading
from pipeline.run.options import find_config

OWN = ("rebuttal", "refusal", "rebutted_report")
"""Kinds whose side is that of whoever writes or speaks the whole text."""


def questions() -> dict[str, Question]:
    """Return the questions of the cases, the shipped one among them."""
    known = yaml.safe_load((DATA / "questions.yaml").read_text(encoding="utf-8"))
    own = [Question(id_, one["text"], tuple(one["yes"]), tuple(one["no"])) for id_, one in known.items()]
    return {one.id: one for one in (*own, *find_config(None).questions)}


def chosen(reading: Reading, kind: str) -> Claim | None:
    """Return the claim that a case is about: the widest, in some kinds among those whose holder nobody rebuts."""
    claims = sorted(reading.claims, key=lambda c: (c.start - c.end, c.start, c.id))
    if kind in OWN:
        claims.sort(key=lambda c: c.holder is not None and c.holder.kind in ("anonymous", "group"))
        if kind == "rebutted_report":
            claims = [c for c in claims if c.holder is None or c.holder.kind == "author"]
    return claims[0] if claims else None


def main(half: str, errors: bool, axis: bool) -> None:
    """Score one half."""
    started = time.perf_counter()
    cases = [row for row in rows("denials.jsonl") if half in ("all", row["half"])]
    asked = questions()
    about = {"title": "", "byline": "", "outlet": "Cases", "published": "2030-01-01"}
    articles = [article(row["id"], {**about, "language": row["language"], "text": row["text"]}) for row in cases]
    reader = Reader(NlpSettings(), Tagger(EncodeSettings()))
    readings = [reader.read(one) for one in articles]
    needed = texts_needed(tuple(articles), tuple(readings), tuple(asked.values()))
    spoken = [detect(text).code if language == "und" else language for text, language in needed]
    vectors = centre(Encoder().encode([sentence_form(text) for text, _ in needed]), spoken)
    vector = dict(zip((text for text, _ in needed), vectors, strict=True))
    scorer, right, seen = PairScorer(), Counter(), Counter()
    for row, reading in zip(cases, readings, strict=True):
        question, claim = asked[row["question"]], chosen(reading, row["kind"])
        pairs = pairs_needed([question], [claim] if claim else [], vector)
        scores = {} if axis else dict(zip(pairs, scorer.score(pairs).tolist(), strict=True))
        got = "missed"
        if claim is not None:
            stance = StanceJudge([question], vector, scores).judge(claim, vector[sense(claim).text])[0]
            got = stance.leaning or stance.label
            if axis and sense(claim).turned:
                got = {"yes": "no", "no": "yes"}.get(got, got)
        for name in ("all", row["kind"], row["language"]):
            seen[name] += 1
            right[name] += got == row["label"]
        if errors and got != row["label"]:
            meant = sense(claim) if claim else None
            print(f"  {row['id']} {row['kind']} {row['label']}, found {got}: {row['text']}\n      {meant}")
    for name, count in seen.items():
        print(f"  {name:<16} accuracy {right[name] / count:.3f} on {count}")
    print(f"denials, {half}: accuracy {right['all'] / seen['all']:.3f}; {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    half = next((a for a in sys.argv[1:] if not a.startswith("-")), "open")
    main(half, "--errors" in sys.argv, "--axis" in sys.argv)
