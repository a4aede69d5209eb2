"""The training loop: bfloat16, short batches of like length, lower layers learning more slowly than higher ones."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch

from training.stance.model import ANSWERS, JudgeNet
from training.stance.pairs import LABELS, Pair
from training.stance.rows import PAD, Rows


@dataclass(frozen=True)
class Plan:
    """How fast to learn: ``rate`` of the head and the top layer, times ``decay`` for each layer below.

    The rate rises over the first ``rising`` of the steps, and falls to nothing by the last one if ``falling``.
    """

    rate: float
    decay: float
    rising: float = 0.08
    falling: bool = True
    size: int = 64

    def factor(self, step: int, total: int) -> float:
        """Return the share of the rate at a step."""
        risen = min(1.0, (step + 1) / max(1.0, self.rising * total))
        return risen * (1 - step / total) if self.falling else risen


def padded(rows: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return ids and mask (rows, longest)."""
    longest = max(len(row) for row in rows)
    ids = torch.tensor([[*row, *[PAD] * (longest - len(row))] for row in rows])
    mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
    return ids, mask


def fit(net: JudgeNet, rows: Rows, epochs: Sequence[Sequence[Pair]], plan: Plan, seed: int) -> None:
    """Train in place, on the device that holds the network. Progress goes to the terminal every two hundred steps."""
    chance = random.Random(seed)
    torch.manual_seed(seed)
    groups = _groups(net, plan)
    trained = [parameter for group in groups for parameter in group["params"]]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    total = sum(math.ceil(len(pairs) / plan.size) for pairs in epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: plan.factor(step, total))
    net.train()
    started, step, running = time.monotonic(), 0, 0.0
    for pairs in epochs:
        for ids, mask, gold in _batches(rows.of(pairs), pairs, plan.size, chance):
            loss = _loss(net, ids, mask, gold)
            optimiser.zero_grad()
            loss.backward()
            # Half precision overflows once in some thousand steps; such a step would spoil the weights for good.
            if torch.isfinite(torch.nn.utils.clip_grad_norm_(trained, 1.0)):
                optimiser.step()
            schedule.step()
            step += 1
            if step % 200 == 0:
                running = 0.8 * running + 0.2 * loss.item() if running else loss.item()
                print(f"step {step}/{total} loss {running:.3f} after {time.monotonic() - started:.0f} s", flush=True)
    net.eval()


def scores(net: JudgeNet, rows: Rows, pairs: Sequence[Pair], size: int = 256) -> torch.Tensor:
    """Return logits (pairs, 4)."""
    device = net.head.weight.device
    made = rows.of(pairs)
    order = sorted(range(len(made)), key=lambda at: len(made[at]))
    found = torch.zeros(len(made), ANSWERS)
    with torch.inference_mode(), torch.autocast(device.type, dtype=torch.bfloat16):
        for start in range(0, len(order), size):
            part = order[start : start + size]
            ids, mask = padded([made[at] for at in part])
            found[part] = net(ids.to(device), mask.to(device)).float().cpu()
    return found


def _groups(net: JudgeNet, plan: Plan) -> list[dict[str, object]]:
    """Return the trained parameters with their rates; layers below learn more slowly (Howard and Ruder 2018, 3.2)."""
    layers = list(net.bert.encoder.layer)
    groups: list[dict[str, object]] = [{"params": list(net.head.parameters()), "lr": plan.rate}]
    for below, layer in enumerate(reversed(layers)):
        parameters = [p for p in layer.parameters() if p.requires_grad]
        if parameters:
            groups.append({"params": parameters, "lr": plan.rate * plan.decay**below})
    return groups


def _loss(net: JudgeNet, ids: torch.Tensor, mask: torch.Tensor, gold: torch.Tensor) -> torch.Tensor:
    device = net.head.weight.device
    with torch.autocast(device.type, dtype=torch.bfloat16):
        logits = net(ids.to(device), mask.to(device)).float()
    return torch.nn.functional.cross_entropy(logits, gold.to(device), label_smoothing=0.05)


def _batches(
    rows: Sequence[Sequence[int]], pairs: Sequence[Pair], size: int, chance: random.Random
) -> Iterator[tuple[torch.Tensor, torch.Tensor, torch.Tensor]]:
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]) + 12 * chance.random())
    batches = [order[start : start + size] for start in range(0, len(order), size)]
    chance.shuffle(batches)
    for batch in batches:
        gold = torch.tensor([LABELS.index(pairs[at].label) for at in batch])
        yield (*padded([rows[at] for at in batch]), gold)
