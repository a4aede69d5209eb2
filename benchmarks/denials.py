"""Denials and rebutted reports: ``python benchmarks/denials.py [ROUND|all] [--errors] [--axis]``.

ROUND is ``open``, ``kept``, ``fresh``, ``second``, ``third``, ``fourth`` or ``fifth``.

Each case is a text, a question and the side that the text stands for. In ``rebuttal``, ``refusal`` and
``rebutted_report`` that is the side of whoever writes or speaks the text, not of those who are said to be wrong: they
may rightly have a claim of their own on the other side. ``report`` and ``double`` are there so that turning everything
does not pay. An abstention counts as the side to which it leans. ``--axis`` leaves out who denies or rebuts, and the
judge. Cases with ``who`` say whose side is asked, the author's or that of the holder so named: that of their surest
claim that takes one. ``none`` means that they take neither; ``none/no``: at any rate not the other.

Rounds (``half``) were written one after the other; each was run once before anything was changed for it.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import yaml
from labelled import DATA, article, rows

from pipeline.cluster import texts_needed
from pipeline.cluster.stance import StanceJudge, pairs_in_doubt, pairs_needed, points_needed, sense
from pipeline.encode import Encoder, PairScorer, PointEncoder, Tagger, centre, sentence_form
from pipeline.encode.settings import EncodeSettings
from pipeline.nlp import NlpSettings, Reader
from pipeline.nlp.language import detect
from pipeline.records import Claim, Question, Reading, Stance
from pipeline.run.options import find_config

OWN = ("rebuttal", "refusal", "rebutted_report")
"""Kinds whose side is that of whoever writes or speaks the whole text."""
SIDES = ("yes", "no", "mixed")
OTHER = {"yes": "no", "no": "yes"}


def questions() -> dict[str, Question]:
    """Return the questions of the cases, the shipped one among them."""
    known = yaml.safe_load((DATA / "questions.yaml").read_text(encoding="utf-8"))
    own = [Question(id_, one["text"], tuple(one["yes"]), tuple(one["no"])) for id_, one in known.items()]
    return {one.id: one for one in (*own, *find_config(None).questions)}


def chosen(reading: Reading, row: dict) -> list[Claim]:
    """Return the claims that a case is about.

    Those of the holder who is asked for; in older rounds the widest one, in some kinds among those whose holder nobody
    rebuts.
    """
    if "who" in row:
        return [claim for claim in reading.claims if _is_holder(claim, row["who"])]
    claims = sorted(reading.claims, key=lambda c: (c.start - c.end, c.start, c.id))
    if row["kind"] in OWN:
        claims.sort(key=lambda c: c.holder is not None and c.holder.kind in ("anonymous", "group"))
        if row["kind"] == "rebutted_report":
            claims = [c for c in claims if c.holder is None or c.holder.kind == "author"]
    return claims[:1]


def _is_holder(claim: Claim, who: str) -> bool:
    if claim.holder is None or claim.holder.kind == "author":
        return who == "author"
    named = [claim.holder.text, *(level.source.text for level in claim.attribution[-1:] if level.source)]
    return any(who.casefold() in name.casefold() for name in named)


def side(stances: Sequence[Stance]) -> str:
    """Return the side of the surest answer that takes one, else that to which one leans."""
    taken = sorted((s for s in stances if s.label in SIDES), key=lambda s: -s.probability)
    leaning = [s.leaning for s in stances if s.leaning]
    return taken[0].label if taken else next(iter(leaning), "none" if stances else "missed")


def right(got: str, label: str) -> bool:
    """Tell whether an answer is among those that a case admits."""
    return got in label.split("/") or (got == "missed" and label.startswith("none"))


def answers(cases: Sequence[dict], axis: bool) -> list[tuple[str, list[Claim]]]:
    """Return what is found for each case, and the claims that it rests on."""
    asked = questions()
    about = {"title": "", "byline": "", "outlet": "Cases", "published": "2030-01-01"}
    articles = [article(row["id"], {**about, "language": row["language"], "text": row["text"]}) for row in cases]
    reader = Reader(NlpSettings(), Tagger(EncodeSettings()))
    readings = [reader.read(one) for one in articles]
    needed = texts_needed(tuple(articles), tuple(readings), tuple(asked.values()))
    spoken = [detect(text).code if language == "und" else language for text, language in needed]
    vectors = centre(Encoder().encode([sentence_form(text) for text, _ in needed]), spoken)
    vector = dict(zip((text for text, _ in needed), vectors, strict=True))
    scorer, points, found = PairScorer(), Points(), []
    for row, reading in zip(cases, readings, strict=True):
        question, claims = asked[row["question"]], chosen(reading, row)
        near = {} if axis else points.of(points_needed([question], reading.claims, vector))
        scores = {} if axis else _read(scorer, question, reading.claims, vector, near)
        made = {} if axis else points.of(points_needed([question], reading.claims, vector, scores))
        judge = StanceJudge([question], vector, scores, made)
        rare = judge.rarities([(claim, vector[sense(claim).text]) for claim in reading.claims])
        at = {claim.id: one for claim, one in zip(reading.claims, rare, strict=True)}
        got = side([judge.judge(claim, vector[sense(claim).text], at[claim.id])[0] for claim in claims])
        if axis and claims and sense(claims[0]).turned:
            got = OTHER.get(got, got)
        found.append((got, claims))
    return found


class Points:
    """The point encoder, which encodes each text once."""

    def __init__(self) -> None:
        self._encoder, self._known = PointEncoder(), {}

    def of(self, texts: Sequence[str]) -> dict[str, np.ndarray]:
        """Return the vector of each text."""
        new = [text for text in texts if text not in self._known]
        self._known |= dict(zip(new, self._encoder.encode(new), strict=True))
        return {text: self._known[text] for text in texts}


def _read(
    scorer: PairScorer,
    question: Question,
    claims: Sequence[Claim],
    vectors: Mapping[str, np.ndarray],
    points: Mapping[str, np.ndarray],
) -> dict[tuple[str, str], list[float]]:
    """Let the judge read the claims of a case in two turns, as the main job does."""
    scores: dict[tuple[str, str], list[float]] = {}
    first = pairs_needed([question], claims, vectors, points)
    scores |= dict(zip(first, scorer.score(first).tolist(), strict=True))
    second = pairs_in_doubt([question], claims, vectors, scores)
    return scores | dict(zip(second, scorer.score(second).tolist(), strict=True))


def main(half: str, errors: bool, axis: bool) -> None:
    """Score one round, or all, each apart."""
    started, hits, seen = time.perf_counter(), Counter(), Counter()
    cases = [row for row in rows("denials.jsonl") if half in ("all", row["half"])]
    for row, (got, claims) in zip(cases, answers(cases, axis), strict=True):
        good = right(got, row["label"])
        for name in (f"round {row['half']}", row["kind"], row["language"], "all"):
            seen[name] += 1
            hits[name] += good
        if errors and not good:
            print(f"  {row['id']} {row['kind']} {row['label']}, found {got}: {row['text']}")
            for claim in claims:
                print(f"      {claim.holder and claim.holder.text}: {sense(claim)}")
    for name, count in seen.items():
        print(f"  {name:<16} accuracy {hits[name] / count:.3f} on {count}")
    print(f"denials, {half}: accuracy {hits['all'] / seen['all']:.3f}; {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    half = next((a for a in sys.argv[1:] if not a.startswith("-")), "open")
    main(half, "--errors" in sys.argv, "--axis" in sys.argv)
