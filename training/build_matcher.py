"""Learn ``pipeline/cluster/data/matching.json``: ``python -m training.build_matcher --public DIR`` (three minutes).

Needs ``pip install -e .[training]`` and a folder DIR with two public sets as JSON Lines, both in English:
``keypoint/argkp_train.jsonl`` (ArgKP-2021, CDLA-Sharing 1.0: argument, key_point, topic, label) and
``cluster/perspectrum.jsonl`` (Perspectrum, CC BY-SA 4.0: text, topic_id, cluster, split; the lines of ``dev`` are not
read). First the lens, a matrix of low rank that is added to the identity, so that texts which make one point lie
nearer than others on their topic. Then the weights of cosine, shared words and lead, by logistic regression on cosines
that come from lenses which have not seen the topic (three folds). Last, what each language's vectors keep of the
meaning, from our own parallel sentences (``training/corpora/neutral``). Same data, same bytes on the same kind of
processor.
"""

from __future__ import annotations

import argparse
import base64
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from sklearn.linear_model import LogisticRegression

from pipeline.cluster.matching import apart, lead, through
from pipeline.cluster.overlap import profiles
from pipeline.encode import Encoder, centre, sentence_form
from pipeline.encode.lock import read_lock
from pipeline.encode.names import ENCODER
from pipeline.encode.settings import MODELS
from training.build_encoder import NEUTRAL
from training.encoder.vocabulary import LANGUAGES

TARGET = Path("pipeline/cluster/data/matching.json")
RANK, PULL, EPOCHS, FOLDS = 64, 1e-3, 2, 3
"""Rank of the lens; weight of its squared size in the loss; passes over the pairs; folds of topics."""
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Lens = tuple[Floats, Floats]


@dataclass(frozen=True)
class Topic:
    """Texts on one topic and the judged pairs among them. ``rows``: vectors without what they share."""

    source: int
    """0: paraphrases; 1: arguments and key points."""
    rows: Floats
    left: Ints
    right: Ints
    same: npt.NDArray[np.bool_]
    words: Floats
    """Overlap of each pair."""
    rivals: tuple[Ints, ...] = ()
    """Pairs of one argument with the key points of its side."""


def main() -> None:
    """Learn, and write the data file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--public", type=Path, required=True, help="folder with the public sets")
    public = parser.parse_args().public
    torch.set_num_threads(1)
    topics = [*arguments(rows_of(public / "keypoint" / "argkp_train.jsonl")), *paraphrases(public)]
    unseen: list[Floats] = [np.zeros(0, dtype=np.float32)] * len(topics)
    for fold in range(FOLDS):
        lens = learn([t for n, t in enumerate(topics) if n % FOLDS != fold])
        for number in range(fold, len(topics), FOLDS):
            unseen[number] = cosines(topics[number], lens)
        print(f"fold {fold + 1} of {FOLDS} done", flush=True)
    known = combine([t for t in topics if t.source], [c for t, c in zip(topics, unseen, strict=True) if t.source])
    left, right = learn(topics)
    about = {
        "what": "weights of pipeline/cluster/matching.py; rebuilt by training/build_matcher.py",
        "license": "CC BY-SA 4.0, learned on Perspectrum (CC BY-SA 4.0) and ArgKP-2021 (CDLA-Sharing 1.0)",
        "encoder": read_lock(MODELS, ENCODER).revision,
    }
    found = {**about, **known, "fidelity": fidelity(), "lens": {"left": packed(left), "right": packed(right)}}
    TARGET.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(known))


def rows_of(path: Path) -> list[dict]:
    """Read JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def embedded(texts: Sequence[str], language: str = "en") -> Floats:
    """Return the centred vectors of texts in one language."""
    found = centre(Encoder().encode([sentence_form(text) for text in texts]), [language] * len(texts))
    return np.asarray(found, dtype=np.float32)


def arguments(rows: Sequence[dict]) -> Iterator[Topic]:
    """Make the topics of arguments and key points; pairs that annotators left open are not judged."""
    for name in sorted({row["topic"] for row in rows}):
        own = [row for row in rows if row["topic"] == name]
        told, points = sorted({r["argument"] for r in own}), sorted({r["key_point"] for r in own})
        place = {text: at for at, text in enumerate(told)}, {text: len(told) + at for at, text in enumerate(points)}
        kinds = np.array([0] * len(told) + [1] * len(points))
        judged = [row for row in own if row["label"] is not None]
        left = np.array([place[0][row["argument"]] for row in judged])
        right = np.array([place[1][row["key_point"]] for row in judged])
        by_argument: dict[str, list[int]] = defaultdict(list)
        for at, row in enumerate(judged):
            by_argument[row["arg_id"]].append(at)
        rivals = tuple(np.array(pairs) for pairs in by_argument.values())
        same = np.array([row["label"] == 1 for row in judged])
        texts = told + points
        yield Topic(1, apart(embedded(texts), kinds), left, right, same, shared(texts, left, right), rivals)


def paraphrases(public: Path) -> Iterator[Topic]:
    """Make the topics of perspectives on a claim; those of one cluster say the same."""
    by_topic: dict[str, list[dict]] = defaultdict(list)
    for row in rows_of(public / "cluster" / "perspectrum.jsonl"):
        if row["split"] != "dev":
            by_topic[str(row["topic_id"])].append(row)
    for _, own in sorted(by_topic.items()):
        texts = [row["text"] for row in own]
        left, right = np.triu_indices(len(texts), 1)
        same = np.array([own[i]["cluster"] == own[j]["cluster"] for i, j in zip(left, right, strict=True)])
        rows = apart(embedded(texts), np.zeros(len(texts), dtype=np.int64))
        yield Topic(0, rows, left, right, same, shared(texts, left, right))


def shared(texts: Sequence[str], left: Ints, right: Ints) -> Floats:
    """Return the overlap of pairs of texts."""
    known = profiles(texts)
    return np.asarray(known[left].multiply(known[right]).sum(axis=1), dtype=np.float32).ravel()


def fidelity() -> dict[str, float]:
    """Return the factors whose products are nearest to the mean cosines of translations, by least squares of logs."""
    texts = {language: (NEUTRAL / f"{language}.txt").read_text("utf-8").splitlines() for language in LANGUAGES}
    vectors = {own: embedded(told, own) for own, told in texts.items()}
    pairs = list(combinations(range(len(LANGUAGES)), 2))
    near = [np.einsum("ij,ij->i", vectors[LANGUAGES[i]], vectors[LANGUAGES[j]]).mean() for i, j in pairs]
    which = np.zeros((len(pairs), len(LANGUAGES)))
    for row, pair in zip(which, pairs, strict=True):
        row[list(pair)] = 1
    factors = np.exp(np.linalg.lstsq(which, np.log(near), rcond=None)[0])
    return {language: round(float(factor), 3) for language, factor in zip(LANGUAGES, factors, strict=True)}


def learn(topics: Sequence[Topic]) -> Lens:
    """Fit the lens: cross-entropy over pairs, a constant and a slope per source, and a pull to no lens at all."""
    torch.manual_seed(0)
    one, other = (torch.tensor(np.concatenate([t.rows[getattr(t, s)] for t in topics])) for s in ("left", "right"))
    same = torch.tensor(np.concatenate([t.same for t in topics]).astype(np.float32))
    source = torch.tensor(np.concatenate([np.full(len(t.same), t.source) for t in topics]))
    width = one.shape[1]
    change = torch.zeros(width, width, requires_grad=True)
    scale = torch.tensor([[8.0, -4.0], [8.0, -4.0]], requires_grad=True)
    optimiser = torch.optim.Adam([change, scale], lr=1e-3)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(same)).split(1024):
            lens = torch.eye(width) + change
            near = torch.cosine_similarity(one[batch] @ lens, other[batch] @ lens)
            known = scale[source[batch]]
            odds = known[:, 0] * near + known[:, 1]
            loss = torch.nn.functional.binary_cross_entropy_with_logits(odds, same[batch])
            loss = loss + PULL * (change**2).sum()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
    left, sizes, right = np.linalg.svd(change.detach().numpy())
    roots = np.sqrt(sizes[:RANK])
    return rounded(left[:, :RANK] * roots), rounded(roots[:, None] * right[:RANK])


def rounded(matrix: Floats) -> Floats:
    """Round to the signed bytes that are kept."""
    scale = np.float32(np.abs(matrix).max() / 127)
    return np.asarray(np.round(matrix / scale) * scale, dtype=np.float32)


def packed(matrix: Floats) -> dict[str, object]:
    """Pack a rounded matrix into signed bytes with one scale."""
    scale = float(np.abs(matrix).max() / 127)
    values = np.round(matrix / scale).astype(np.int8)
    return {
        "rows": matrix.shape[0],
        "columns": matrix.shape[1],
        "scale": scale,
        "bytes": base64.b64encode(values.tobytes()).decode(),
    }


def cosines(topic: Topic, lens: Lens) -> Floats:
    """Return the cosine of each pair of a topic, seen through a lens."""
    rows = through(topic.rows, *lens)
    return np.asarray(np.einsum("ij,ij->i", rows[topic.left], rows[topic.right]), dtype=np.float32)


def combine(topics: Sequence[Topic], near: Sequence[Floats]) -> dict[str, object]:
    """Fit the weights of a pair, of shared words by cosine, and of the lead among rival key points."""
    same, words = (np.concatenate([getattr(t, field) for t in topics]) for field in ("same", "words"))
    pair = LogisticRegression(C=100).fit(np.stack([np.concatenate(near), words], axis=1), same)
    slope, constant = np.polyfit(np.concatenate(near), words, 1)
    odds = [pair.decision_function(np.stack([c, t.words], axis=1)) for t, c in zip(topics, near, strict=True)]
    ahead = [np.zeros(len(t.same)) for t in topics]
    for topic, own, found in zip(topics, odds, ahead, strict=True):
        for pairs in topic.rivals:
            found[pairs] = lead(np.asarray(own[pairs], dtype=np.float32)[None, :])[0]
    point = LogisticRegression(C=100).fit(np.stack([np.concatenate(odds), np.concatenate(ahead)], axis=1), same)
    bias, cosine, shared_words = (round(float(v), 4) for v in (pair.intercept_[0], *pair.coef_[0]))
    return {
        "pair": {"bias": bias, "cosine": cosine, "words": shared_words},
        "usual": [round(float(constant), 4), round(float(slope), 4)],
        "point": [round(float(v), 4) for v in (point.intercept_[0], *point.coef_[0])],
    }


if __name__ == "__main__":
    main()
