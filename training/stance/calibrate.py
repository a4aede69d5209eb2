"""Fit what turns the judge's scores into probabilities, so that they mean what they say on questions it never saw."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from pipeline.encode.judge import Calibration
from pipeline.encode.session import open_session
from training.stance.pairs import LABELS, Pair, unrelated

PUBLIC = 900
"""Held-out pairs of the public sets that take part beside all of our own."""


def calibrate(path: Path, tokenizer: Tokenizer, held: Sequence[Pair]) -> dict[str, object]:
    """Return the fields of a :class:`Calibration` fitted to the held-out pairs, and print how well it holds.

    The printed reliability is honest: each half of the questions is judged with what the other half was fitted to.
    """
    chance = random.Random(5)
    own = [pair for pair in held if pair.origin == "own"]
    public = chance.sample([pair for pair in held if pair.origin != "own"], PUBLIC)
    pairs = [*own, *public, *unrelated(own, 0.4, chance)]
    scores = _scores(path, tokenizer, pairs)
    gold = np.array([LABELS.index(pair.label) for pair in pairs])
    first = np.array([random.Random(pair.question).random() < 0.5 for pair in pairs])
    judged = np.zeros_like(scores)
    for half in (first, ~first):
        judged[~half] = fitted(scores[half], gold[half]).apply(scores[~half])
    _print_curve(judged, gold)
    return asdict(fitted(scores, gold))


def fitted(scores: np.ndarray, gold: np.ndarray) -> Calibration:
    """Fit a calibration to scores (n, 4) and the right columns (n)."""
    logits, right = torch.from_numpy(scores), torch.from_numpy(gold)
    temperature, bias = _parts(logits, right)
    scale, power = _sides(logits[right < 2], right[right < 2])
    return Calibration(temperature, bias, scale, power)


def _parts(logits: torch.Tensor, gold: torch.Tensor) -> tuple[float, tuple[float, ...]]:
    """Fit temperature and bias, the answers weighing by the root of their number: none and mixed are rarer here."""
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
    return round(float(temperature.detach()), 4), tuple(round(float(b), 4) for b in bias.detach())


def _sides(logits: torch.Tensor, gold: torch.Tensor) -> tuple[float, float]:
    """Fit scale and power of the margin between yes and no."""
    margin, yes = (logits[:, 0] - logits[:, 1]).double(), (gold == 0).double()
    size = margin.abs().clamp(min=1e-6)
    scale, power = (torch.zeros(1, dtype=torch.double, requires_grad=True) for _ in range(2))
    optimiser = torch.optim.LBFGS([scale, power], max_iter=300)

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        odds = scale.exp() * margin.sign() * size ** power.exp()
        found = torch.nn.functional.binary_cross_entropy_with_logits(odds, yes) + 0.001 * (power**2).sum()
        found.backward()
        return found

    optimiser.step(loss)
    return round(float(scale.detach().exp()), 4), round(float(power.detach().exp()), 4)


def _scores(path: Path, tokenizer: Tokenizer, pairs: Sequence[Pair]) -> np.ndarray:
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
