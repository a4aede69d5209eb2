"""Learn what makes the same point: ``python -m training.build_matcher --public DIR`` (half an hour on two cores).

Needs ``pip install -e .[training]`` and a folder DIR with two public sets as JSON Lines, both in English:
``keypoint/argkp_train.jsonl`` and ``argkp_dev.jsonl`` (ArgKP-2021, CDLA-Sharing 1.0: argument, key_point, topic,
stance, label) and ``cluster/perspectrum.jsonl`` (Perspectrum, CC BY-SA 4.0: text, topic_id, cluster, split; the lines
of ``dev`` are not read). With our own corpus in twelve languages (``training/corpora/points``) they teach the upper
layers of the point encoder (``models/point-encoder``; ``training/points``), which start as the encoder's. A tenth of
our own questions and ``argkp_dev`` are kept from it; on those the weights of cosine, shared words and lead are fitted
by logistic regression (``pipeline/cluster/data/matching.json``). Last, what each language's vectors of the encoder
keep of the meaning, from our own parallel sentences (``training/corpora/neutral``). Same data, same bytes on the same
kind of processor and number of threads. ``--weigh`` keeps the network and fits only what comes after it; ``--check``
learns nothing and judges the measure, by the point encoder alone, on our own questions that were kept back
(``benchmarks/matching.py`` judges it as it is used).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from tokenizers import Tokenizer

from pipeline.encode import Encoder, PointEncoder, centre, sentence_form
from pipeline.encode.names import ENCODER, POINTS, TOKENIZER, WEIGHTS
from pipeline.encode.settings import MODELS
from training.build_encoder import NEUTRAL
from training.build_judge import kept
from training.encoder.network import build
from training.encoder.packed import Packed, locate
from training.encoder.published import read_weights
from training.encoder.vocabulary import LANGUAGES
from training.lock import renew
from training.points.fit import fit
from training.points.net import LONGEST, PointNet, exported, states_of
from training.points.sides import Side, argument_sides, kept_back, own_sides, paraphrase_sides
from training.points.weigh import found, weigh

TARGET = Path("pipeline/cluster/data/matching.json")
EPOCHS = 2
Floats = npt.NDArray[np.float32]


def main() -> None:
    """Learn, weigh, and write the model, its lock and the data file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--public", type=Path, default=Path(), help="folder with the public sets")
    parser.add_argument("--weigh", action="store_true", help="keep the network, fit its weights again")
    parser.add_argument("--check", action="store_true", help="only judge the measure on our own questions kept back")
    parser.add_argument("--threads", type=int, default=2, help="processor threads (default 2)")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    own = list(own_sides())
    points = PointEncoder()
    if options.check:
        print(json.dumps(found(list(filter(kept_back, own)), points.encode)))
        return
    if not options.weigh:
        learned = [side for side in own if not kept_back(side)]
        learn([*learned, *argument_sides(options.public), *paraphrase_sides(options.public)])
    known = weigh([*filter(kept_back, own), *argument_sides(options.public, "dev")], points.encode)
    about = {
        "what": "weights of pipeline/cluster/matching.py; rebuilt by training/build_matcher.py",
        "license": "CC BY 4.0, fitted on training/corpora/points and ArgKP-2021 (CDLA-Sharing 1.0)",
        "encoder": points.revision,
    }
    TARGET.write_text(json.dumps({**about, **known, "fidelity": fidelity()}, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(known))


def learn(sides: Sequence[Side]) -> None:
    """Train the upper layers, and write the whole network and its lock."""
    tokenizer = Tokenizer.from_file(str(MODELS / ENCODER / TOKENIZER))
    weights = read_weights(packed := Packed(locate()), kept(packed, tokenizer))
    tokenizer.enable_truncation(LONGEST)
    parallel = [(NEUTRAL / f"{language}.txt").read_text("utf-8").splitlines() for language in LANGUAGES]
    texts = {text for side in sides for text in (*side.texts, *(form for forms in side.keys for form in forms))}
    states = states_of(texts | {line for lines in parallel for line in lines}, weights, tokenizer)
    print(f"{len(sides)} sides, {len(states)} texts", flush=True)
    net = PointNet(weights)
    fit(net, states, sides, parallel, EPOCHS)
    folder = MODELS / POINTS
    folder.mkdir(parents=True, exist_ok=True)
    (folder / WEIGHTS).write_bytes(build(exported(net, weights)).SerializeToString(deterministic=True))
    onnx.checker.check_model(str(folder / WEIGHTS))
    source = "trained from e5-small-12 by training/build_matcher.py"
    about = {"license": "CC-BY-SA-4.0", "languages": list(LANGUAGES), "source": source}
    print(f"revision {renew(POINTS, (WEIGHTS,), about)}")


def embedded(texts: Sequence[str], language: str) -> Floats:
    """Return the encoder's centred vectors of texts in one language."""
    found = centre(Encoder().encode([sentence_form(text) for text in texts]), [language] * len(texts))
    return np.asarray(found, dtype=np.float32)


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


if __name__ == "__main__":
    main()
