"""Train ``models/stance-judge``: ``python -m training.build_judge --public DIR`` (half an hour on one modern core).

Needs ``pip install -e .[training]`` and a folder DIR with the public sets that ``models/README.md`` names, as JSON
Lines: ``stance/perspectrum.jsonl``, ``stance/ibm_claim_stance.jsonl``, ``stance/argkp.jsonl``,
``nli/snli_cad.jsonl``, ``nli/rte3_fr.jsonl``, ``keypoint/argkp_train.jsonl``. Sets that are for evaluation only are
never read.

First the encoder learns the task from the public sets, which are English but for one; a second round mixes them with
our own corpora in twelve languages (``training/corpora/stance``); a third adds statements beside their denials and many
texts on the field of a question that take no side, as most of what people feed in does. Some questions and subjects of
all are held out, to calibrate the probabilities. The same data give the same weights on the same kind of processor and
number of threads.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Sequence
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
from training.stance.calibrate import calibrate
from training.stance.export import export
from training.stance.fit import fit
from training.stance.model import JudgeNet
from training.stance.opposed import opposed, with_denied
from training.stance.pairs import Pair, held_out, inference_sets, own_corpus, point_sets, stance_sets, unrelated
from training.stance.resume import resume
from training.stance.silent import sided, silent
from training.stance.wide import kept_back, wide_corpus

FROZEN = 4
"""Layers of the encoder that stay as they are: training them costs a third more time and changes little."""


def main() -> None:
    """Train, calibrate, export and lock."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--public", type=Path, required=True, help="folder with the public sets")
    parser.add_argument("--resume", action="store_true", help="go on from the shipped judge with the last round alone")
    parser.add_argument(
        "--calibrate", action="store_true", help="keep the shipped weights, fit their calibration again"
    )
    parser.add_argument("--threads", type=int, default=1, help="processor threads (default 1)")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    tokenizer = Tokenizer.from_file(str(MODELS / ENCODER / TOKENIZER))
    if not options.calibrate:
        _train(options.public, tokenizer, resumed=options.resume)
    folder = MODELS / JUDGE
    tokenizer.enable_truncation(AGAIN[1])
    known = calibrate(folder / WEIGHTS, tokenizer, _held(options.public))
    (folder / CALIBRATION).write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
    about = {
        "license": "CC-BY-SA-4.0",
        "languages": list(LANGUAGES),
        "source": "trained from e5-small-12 by training/build_judge.py",
    }
    print(f"revision {renew(JUDGE, (WEIGHTS, CALIBRATION), about)}")


def _train(public: Path, tokenizer: Tokenizer, *, resumed: bool) -> None:
    """Run the rounds and write the weights."""
    weights = read_weights(packed := Packed(locate()), kept(packed, tokenizer))
    net = JudgeNet(weights, frozen=FROZEN)
    rounds = ROUNDS
    if resumed:
        resume(net, MODELS / JUDGE / WEIGHTS)
        rounds = (AGAIN,)
    states: list[dict[str, torch.Tensor]] = []
    for number, (make, longest, rates) in enumerate(rounds):
        tokenizer.enable_truncation(longest)
        states.clear()
        for epoch, rate in enumerate(rates):
            # Wordings, unrelated and silent pairs are drawn anew for each epoch.
            pairs = make(public, random.Random(70 + epoch))
            print(f"round {number + 1}, epoch {epoch + 1}: {len(pairs)} pairs", flush=True)
            fit(net, tokenizer, pairs, epochs=1, rate=rate, seed=10 * number + epoch)
            states.append({name: value.detach().clone() for name, value in net.state_dict().items()})
    net.load_state_dict(mean(states))
    folder = MODELS / JUDGE
    folder.mkdir(parents=True, exist_ok=True)
    (folder / WEIGHTS).write_bytes(export(net, weights).SerializeToString(deterministic=True))
    onnx.checker.check_model(str(folder / WEIGHTS))


def mean(states: Sequence[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """Average the weights after each epoch of the last round, which reads unseen questions better than the last."""
    return {name: sum(state[name].float() for state in states) / len(states) for name in states[0]}


def kept(packed: Packed, tokenizer: Tokenizer) -> list[int]:
    """Return the rows of the published word table that the shipped tokenizer's pieces stand for."""
    place = {text: at for at, (text, _score) in enumerate(packed.pieces)}
    return [place[text] for text, _score in json.loads(tokenizer.to_str())["model"]["vocab"]]


def _first_round(public: Path, chance: random.Random) -> list[Pair]:
    stance, inference = stance_sets(public, chance), inference_sets(public)
    pairs = [pair for pair in stance if not held_out(pair)]
    pairs = chance.sample(pairs, min(len(pairs), 9500))
    pairs += unrelated(pairs, 0.22, chance)
    english = [pair for pair in inference if pair.origin == "snli_cad"]
    pairs += chance.sample(english, 2600) + [pair for pair in inference if pair.origin == "rte3_fr"]
    chance.shuffle(pairs)
    return pairs


def _second_round(public: Path, chance: random.Random) -> list[Pair]:
    stance = [pair for pair in stance_sets(public, chance) if not held_out(pair)]
    own = [pair for pair in own_corpus(3, chance) if not held_out(pair)]
    wide = [pair for pair in wide_corpus() if not kept_back(pair)]
    # The smallest set is the most like what users ask ("This house believes that ..."): all of it takes part.
    house = [pair for pair in stance if pair.origin == "ibm_claim_stance"]
    public_pairs = chance.sample([pair for pair in stance if pair.origin != "ibm_claim_stance"], 4500) + house
    pairs = public_pairs + unrelated(public_pairs, 0.15, chance)
    pairs += own + unrelated(own, 0.2, chance) + wide + unrelated(wide, 0.2, chance)
    pairs += chance.sample(inference_sets(public), 900)
    chance.shuffle(pairs)
    return pairs


def _third_round(public: Path, chance: random.Random) -> list[Pair]:
    pairs = _second_round(public, chance)
    pairs += with_denied([pair for pair in pairs if pair.label in ("yes", "no")], 0.3, chance)
    pairs += [pair for pair in opposed(2, chance) if not held_out(pair)]
    pairs += sided(4, chance) + [pair for pair in silent(chance) if not held_out(pair)]
    points = [pair for pair in point_sets(public) if not held_out(pair)]
    pairs += [p for p in points if p.label == "yes"]
    pairs += chance.sample([p for p in points if p.label == "none"], 8000)
    chance.shuffle(pairs)
    return pairs


def _held(public: Path) -> list[Pair]:
    chance = random.Random(11)
    own = (*own_corpus(4, chance, inverse=False), *opposed(1, chance))
    pairs = [pair for pair in (*stance_sets(public, chance), *own) if held_out(pair)]
    # Calibration weighs all of our own lines alike.
    return pairs + [replace(pair, origin="own") for pair in wide_corpus() if kept_back(pair)]


AGAIN = (_third_round, 128, (1e-4, 7e-5))
"""The last round, which also goes on from a shipped judge when the corpus has grown."""
ROUNDS: tuple[tuple[Callable[[Path, random.Random], list[Pair]], int, tuple[float, ...]], ...] = (
    (_first_round, 80, (1.5e-4, 1e-4)),
    (_second_round, 80, (1.5e-4, 1.2e-4)),
    AGAIN,
)
"""Pairs, longest row in tokens, and the highest learning rate of each epoch."""


if __name__ == "__main__":
    main()
