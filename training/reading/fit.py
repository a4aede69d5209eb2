"""The training loop of the reader."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Sequence

import torch
from tokenizers import Tokenizer

from training.reading.examples import Row, mixed, row
from training.reading.markup import LabelledPassage
from training.reading.net import ReaderNet
from training.stance.fit import padded

HEAD_RATE = 8.0
"""How much faster the head learns than the layers, which were there before."""


def fit(
    net: ReaderNet,
    tokenizer: Tokenizer,
    passages: Sequence[LabelledPassage],
    extra: Sequence[LabelledPassage],
    *,
    epochs: int,
    rate: float,
    seed: int,
    size: int = 24,
) -> None:
    """Train in place, on the device that holds the network; ``extra`` are texts with some groups of labels only.

    Progress goes to the terminal.
    """
    chance = random.Random(seed)
    torch.manual_seed(seed)
    layers = [p for p in net.bert.parameters() if p.requires_grad]
    heads = [*net.head.parameters(), net.near]
    optimiser = torch.optim.AdamW([{"params": layers, "lr": rate}, {"params": heads, "lr": rate * HEAD_RATE}])
    rounds = [_rows(passages, extra, tokenizer, chance) for _ in range(epochs)]
    total = sum(math.ceil(len(rows) / size) for rows in rounds)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, [rate, rate * HEAD_RATE], total_steps=total, pct_start=0.1
    )
    net.train()
    started, step, running = time.monotonic(), 0, 0.0
    for rows in rounds:
        for batch in _batches(rows, size, chance):
            ids, mask = padded([item.ids for item in batch])
            loss = net.loss(batch, ids.to(net.near.device), mask.to(net.near.device))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*layers, *heads], 1.0)
            optimiser.step()
            schedule.step()
            step, running = step + 1, 0.98 * running + 0.02 * loss.item()
            if step % 50 == 0:
                now = running / (1 - 0.98**step)
                print(f"step {step}/{total} loss {now:.3f} after {time.monotonic() - started:.0f} s", flush=True)
    net.eval()


def _rows(
    passages: Sequence[LabelledPassage], extra: Sequence[LabelledPassage], tokenizer: Tokenizer, chance: random.Random
) -> list[Row]:
    return [row(passage, tokenizer) for passage in (*mixed(passages, chance), *extra)]


def _batches(rows: Sequence[Row], size: int, chance: random.Random) -> list[list[Row]]:
    order = sorted(rows, key=lambda item: len(item.ids) + 12 * chance.random())
    batches = [order[start : start + size] for start in range(0, len(order), size)]
    chance.shuffle(batches)
    return batches
