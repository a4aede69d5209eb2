"""Fit a temperature and a bias, so that the judge's probabilities mean what they say on questions it never saw."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from pipeline.encode.session import open_session
from training.stance.pairs import LABELS, Pair, unrelated


def calibrate(path: Path, tokenizer: Tokenizer, held: Sequence[Pair]) -> dict[str, object]:
    """Return {temperature, bias} that fit the held-out pairs, each answer weighing the same, and print the curve."""
    chance = random.Random(5)
    own = [pair for pair in held if pair.origin == "own"]
    public = chance.sample([pair for pair in held if pair.origin != "own"], 600)
    pairs = [*own, *public, *unrelated(own, 0.4, chance)]
    logits = torch.from_numpy(_logits(path, tokenizer, pairs))
    gold = torch.tensor([LABELS.index(pair.label) for pair in pairs])
    counts = torch.bincount(gold, minlength=len(LABELS)).clamp(min=20).float()
    temperature, bias = torch.ones(1, requires_grad=True), torch.zeros(len(LABELS), requires_grad=True)
    optimiser = torch.optim.LBFGS([temperature, bias], max_iter=200)

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        found = torch.nn.functional.cross_entropy(logits / temperature + bias, gold, weight=1 / counts.sqrt())
        found = found + 0.01 * (bias**2).sum()
        found.backward()
        return found

    optimiser.step(loss)
    final = (logits / temperature + bias).softmax(1).detach().numpy()
    _print_curve(final, gold.numpy())
    return {"temperature": round(float(temperature.detach()), 4), "bias": [round(float(b), 4) for b in bias.detach()]}


def _logits(path: Path, tokenizer: Tokenizer, pairs: Sequence[Pair]) -> np.ndarray:
    session = open_session(path, 1)
    rows = [np.array([tokenizer.encode(pair.question, pair.text).ids], np.int64) for pair in pairs]
    return np.concatenate([session.run(None, {"input_ids": row})[0] for row in rows])


def _print_curve(probabilities: np.ndarray, gold: np.ndarray) -> None:
    """Print, for yes and no answers, how often each tenth of probability was right, and the calibration error."""
    sides = probabilities[:, :2] / probabilities[:, :2].sum(axis=1, keepdims=True)
    two = gold < 2
    sure, right = sides[two].max(axis=1), sides[two].argmax(axis=1) == gold[two]
    error = 0.0
    for low in np.arange(0.5, 1.0, 0.1):
        inside = (sure >= low) & (sure < low + 0.1 + (low > 0.85))
        if inside.any():
            error += inside.mean() * abs(sure[inside].mean() - right[inside].mean())
            print(f"said {sure[inside].mean():.2f}: right {right[inside].mean():.2f} of {inside.sum()}")
    print(f"yes/no: accuracy {right.mean():.3f}, calibration error {error:.3f}, {two.sum()} pairs")
