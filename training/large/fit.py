"""The training loop of the large judge, by the clock: a lent machine has seconds, not epochs."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from training.large.network import LargeJudge
from training.large.prompts import padded
from training.stance.pairs import LABELS

Row = Sequence[int]
_SMOOTHED = 0.04
"""Of the gold answers, over all four (Szegedy et al. 2016, 7): some labels are wrong."""


@dataclass(frozen=True)
class Plan:
    """How long and how fast to learn: ``seconds`` by the clock, the rates of the layers and of the head, rows a step.

    The rates rise over the first ``rising`` steps and fall to nothing at the end. A head that starts from nothing has
    to learn much faster than layers that know much.
    """

    seconds: float
    rate: float = 1.5e-5
    head_rate: float = 5e-4
    size: int = 64
    rising: int = 100

    def factor(self, step: int, elapsed: float) -> float:
        """Return the share of the rates at a step, some seconds after the start."""
        return min(1.0, (step + 1) / self.rising) * max(0.0, 1 - elapsed / self.seconds)


def half(device: torch.device) -> torch.autocast:
    """Multiply in bfloat16, on a GPU only: processors without instructions for it are a hundred times slower so."""
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=device.type == "cuda")


def fit(
    net: LargeJudge,
    rows: Sequence[Row],
    gold: Sequence[int],
    plan: Plan,
    seed: int,
    now: Callable[[], float] = time.monotonic,
) -> int:
    """Train in place, on the device that holds the network; return the number of steps.

    ``gold`` are columns of the answers, one a row. Progress goes to the terminal every two hundred steps.
    """
    torch.manual_seed(seed)
    optimiser = _optimiser(net, plan)
    started, running = now(), 0.0
    net.train()
    for step, batch in enumerate(_batches(rows, plan.size, random.Random(seed))):
        if (elapsed := now() - started) >= plan.seconds:
            break
        for group in optimiser.param_groups:
            group["lr"] = group["full"] * plan.factor(step, elapsed)
        loss = _step(net, optimiser, [rows[at] for at in batch], [gold[at] for at in batch])
        if (step + 1) % 200 == 0:
            running = 0.8 * running + 0.2 * loss.item() if running else loss.item()
            print(f"step {step + 1} loss {running:.3f} after {elapsed:.0f} of {plan.seconds:g} s", flush=True)
    net.eval()
    return step


def scores(net: LargeJudge, rows: Sequence[Row], size: int = 256) -> np.ndarray:
    """Return logits, float32 (rows, 4)."""
    device = net.words.device
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    found = torch.zeros(len(rows), len(LABELS))
    with torch.inference_mode(), half(device):
        for start in range(0, len(order), size):
            part = order[start : start + size]
            found[part] = net(*padded([rows[at] for at in part], device)).float().cpu()
    return found.numpy()


def _optimiser(net: LargeJudge, plan: Plan) -> torch.optim.AdamW:
    groups = [
        {"params": list(net.blocks.parameters()), "full": plan.rate},
        {"params": list(net.head.parameters()), "full": plan.head_rate},
    ]
    # A short memory of the gradients' sizes: there are only some thousand steps.
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=net.words.device.type == "cuda")


def _step(net: LargeJudge, optimiser: torch.optim.Optimizer, rows: Sequence[Row], gold: Sequence[int]) -> torch.Tensor:
    """Learn from a batch, and return its loss."""
    loss = _loss(net, rows, gold)
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    # A step that overflows would spoil the weights for good.
    if torch.isfinite(torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)):
        optimiser.step()
    return loss.detach()


def _loss(net: LargeJudge, rows: Sequence[Row], gold: Sequence[int]) -> torch.Tensor:
    device = net.words.device
    with half(device):
        logits = net(*padded(rows, device)).float()
    right = torch.tensor(gold, device=device)
    return torch.nn.functional.cross_entropy(logits, right, label_smoothing=_SMOOTHED)


def _batches(rows: Sequence[Row], size: int, chance: random.Random) -> Iterator[list[int]]:
    """Yield batches of rows of like length, epoch after epoch without end."""
    while True:
        order = sorted(range(len(rows)), key=lambda at: len(rows[at]) + 16 * chance.random())
        batches = [order[start : start + size] for start in range(0, len(order), size)]
        chance.shuffle(batches)
        yield from batches
