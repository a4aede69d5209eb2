"""Train ``models/stance-judge``: ``python -m training.build_judge --public DIR`` (minutes on a GPU, a day on a CPU).

Needs ``pip install -e .[training]`` and a folder DIR with the public sets that ``models/README.md`` names, as JSON
Lines: ``stance/perspectrum.jsonl``, ``stance/ibm_claim_stance.jsonl``, ``stance/argkp.jsonl``,
``nli/snli_cad.jsonl``, ``nli/rte3_fr.jsonl``, ``keypoint/argkp_train.jsonl``. Sets that are for evaluation only are
never read.

One epoch is shared; from there some branches go on, each with pairs drawn and ordered anew, and their weights are
averaged, which reads unseen questions better than any of them (Wortsman et al. 2022, "Model soups"). An epoch holds the
public sets, which are English but for one, and our own corpora in twelve languages (``training/corpora/stance``), with
statements beside their denials and texts on the field of a question that take no side, as most of what people feed in
does. Some questions and subjects of all are held out, to calibrate the probabilities. The same data give the same
weights on the same kind of processor and number of threads; a GPU gives other digits. With ``--resume`` the shipped
judge learns one more epoch, for a corpus that has grown; what comes out is the mean of before and after.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import onnx
import torch
from tokenizers import Tokenizer

from pipeline.encode.judge import CALIBRATION
from pipeline.encode.names import ENCODER, JUDGE, TOKENIZER, WEIGHTS
from pipeline.encode.settings import MODELS
from training.encoder.packed import Packed, locate
from training.encoder.published import read_weights
from training.encoder.vocabulary import LANGUAGES
from training.lock import renew
from training.stance.articles import articles
from training.stance.calibrate import calibrate
from training.stance.debates import debates
from training.stance.export import export
from training.stance.fit import Plan, fit
from training.stance.model import JudgeNet
from training.stance.opposed import opposed, with_denied
from training.stance.pairs import Pair, held_out, inference_sets, own_corpus, point_sets, stance_sets, unrelated
from training.stance.progress import progress
from training.stance.resume import resume
from training.stance.rows import Rows
from training.stance.silent import sided, silent
from training.stance.wide import kept_back, wide_corpus

SHARED = Plan(rate=3.5e-4, decay=0.85, falling=False, size=96)
BRANCH = Plan(rate=3.5e-4, decay=0.85, rising=0.01, size=96)
BRANCHES, EPOCHS = 4, 6
AGAIN = Plan(rate=1.1e-4, decay=0.92, rising=0.05, size=32)
"""Of the epoch that goes on from a shipped judge."""
LONGEST = 128
"""Tokens of a row in training."""
LONGEST_HELD = 160
"""Tokens of a row in calibration, as the pipeline reads them."""


def main() -> None:
    """Train, calibrate, export and lock."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--public", type=Path, required=True, help="folder with the public sets")
    parser.add_argument("--resume", action="store_true", help="go on from the shipped judge with one epoch")
    parser.add_argument("--device", default="cpu", help="where to train: cpu or cuda (default cpu)")
    parser.add_argument(
        "--calibrate", action="store_true", help="keep the shipped weights, fit their calibration again"
    )
    parser.add_argument("--threads", type=int, default=1, help="processor threads (default 1)")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    tokenizer = Tokenizer.from_file(str(MODELS / ENCODER / TOKENIZER))
    if not options.calibrate:
        _train(options.public, tokenizer, torch.device(options.device), resumed=options.resume)
    folder = MODELS / JUDGE
    tokenizer.enable_truncation(LONGEST_HELD)
    known = calibrate(folder / WEIGHTS, tokenizer, held_pairs(options.public))
    (folder / CALIBRATION).write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
    about = {
        "license": "CC-BY-SA-4.0",
        "languages": list(LANGUAGES),
        "source": "trained from e5-small-12 by training/build_judge.py",
    }
    print(f"revision {renew(JUDGE, (WEIGHTS, CALIBRATION), about)}")


def _train(public: Path, tokenizer: Tokenizer, device: torch.device, *, resumed: bool) -> None:
    """Run the rounds and write the mean of the weights that they end with."""
    weights = read_weights(packed := Packed(locate()), kept(packed, tokenizer))
    net, rows = JudgeNet(weights).to(device), Rows(tokenizer, LONGEST)
    if resumed:
        resume(net, MODELS / JUDGE / WEIGHTS)
        states = [_state(net)]
        fit(net, rows, [lesson(public, 0, 0)], AGAIN, seed=0)
        states.append(_state(net))
    else:
        states = _branches(net, rows, public)
    net.load_state_dict(mean(states))
    folder = MODELS / JUDGE
    folder.mkdir(parents=True, exist_ok=True)
    (folder / WEIGHTS).write_bytes(export(net.cpu(), weights).SerializeToString(deterministic=True))
    onnx.checker.check_model(str(folder / WEIGHTS))


def _branches(net: JudgeNet, rows: Rows, public: Path) -> list[dict[str, torch.Tensor]]:
    """Learn one shared epoch and go on from it in branches; return the weights at the end of each."""
    fit(net, rows, [lesson(public, 0, 0)], SHARED, seed=0)
    shared, states = _state(net), []
    for branch in range(1, BRANCHES + 1):
        print(f"branch {branch} of {BRANCHES}", flush=True)
        net.load_state_dict(shared)
        fit(net, rows, [lesson(public, branch, epoch) for epoch in range(EPOCHS)], BRANCH, seed=branch)
        states.append(_state(net))
    return states


def _state(net: JudgeNet) -> dict[str, torch.Tensor]:
    return {name: value.detach().cpu().clone() for name, value in net.state_dict().items()}


def mean(states: Sequence[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """Average weights."""
    return {name: sum(state[name].float() for state in states) / len(states) for name in states[0]}


def kept(packed: Packed, tokenizer: Tokenizer) -> list[int]:
    """Return the rows of the published word table that the shipped tokenizer's pieces stand for."""
    place = {text: at for at, (text, _score) in enumerate(packed.pieces)}
    return [place[text] for text, _score in json.loads(tokenizer.to_str())["model"]["vocab"]]


def lesson(public: Path, branch: int, epoch: int) -> list[Pair]:
    """Return the pairs of an epoch: wordings, unrelated, denied and silent pairs are drawn anew for each."""
    chance = random.Random(1000 * branch + epoch)
    stance = [pair for pair in stance_sets(public, chance) if not held_out(pair)]
    written = (*own_corpus(3, chance), *debates(3, 1, chance))
    own = [pair for pair in written if not held_out(pair)]
    wide = [pair for pair in wide_corpus() if not kept_back(pair)]
    pairs = []
    for part in (stance, own, wide):
        pairs += [*part, *unrelated(part, 0.12, chance), *with_denied(part, 0.3, chance)]
    pairs += [pair for pair in (*opposed(2, chance), *progress(2, chance), *articles(chance)) if not held_out(pair)]
    pairs += sided(4, chance) + [pair for pair in silent(chance) if not held_out(pair)]
    pairs += chance.sample(inference := inference_sets(public), min(6000, len(inference)))
    for label, most in (("yes", 2500), ("none", 5000)):
        points = [pair for pair in point_sets(public) if not held_out(pair) and pair.label == label]
        pairs += chance.sample(points, min(most, len(points)))
    chance.shuffle(pairs)
    return pairs


def held_pairs(public: Path) -> list[Pair]:
    """Return the pairs whose questions no lesson holds: of the public sets and of our own corpora, in few wordings."""
    chance = random.Random(11)
    own = (*own_corpus(4, chance, inverse=False), *opposed(1, chance), *debates(2, 1, chance), *progress(1, chance))
    pairs = [pair for pair in (*stance_sets(public, chance), *own) if held_out(pair)]
    # Calibration weighs all of our own lines alike.
    return pairs + [replace(pair, origin="own") for pair in wide_corpus() if kept_back(pair)]


if __name__ == "__main__":
    main()
