"""The training loop: bfloat16 on the CPU, short batches of like length, one learning-rate hump."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Iterator, Sequence

import torch
from tokenizers import Tokenizer

from training.stance.model import ANSWERS, JudgeNet
from training.stance.pairs import LABELS, Pair

PAD = 1


def rows_of(tokenizer: Tokenizer, pairs: Sequence[Pair]) -> list[list[int]]:
    """Return the token ids of each pair; the tokenizer cuts long texts."""
    return [encoding.ids for encoding in tokenizer.encode_batch([(p.question, p.text) for p in pairs])]


def padded(rows: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return ids and mask (rows, longest)."""
    longest = max(len(row) for row in rows)
    ids = torch.tensor([[*row, *[PAD] * (longest - len(row))] for row in rows])
    mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
    return ids, mask


def _batches(rows: Sequence[Sequence[int]], size: int, chance: random.Random) -> Iterator[list[int]]:
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]) + 12 * chance.random())
    batches = [order[start : start + size] for start in range(0, len(order), size)]
    chance.shuffle(batches)
    yield from batches


def fit(
    net: JudgeNet, tokenizer: Tokenizer, pairs: Sequence[Pair], *, epochs: int, rate: float, seed: int, size: int = 32
) -> None:
    """Train in place. Progress goes to the terminal every hundred steps."""
    chance = random.Random(seed)
    torch.manual_seed(seed)
    rows, gold = rows_of(tokenizer, pairs), [LABELS.index(pair.label) for pair in pairs]
    trained = [p for p in net.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=rate, weight_decay=0.01)
    total = epochs * math.ceil(len(rows) / size)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=total, pct_start=0.1)
    net.train()
    started, step, running = time.monotonic(), 0, 0.0
    for _epoch in range(epochs):
        for batch in _batches(rows, size, chance):
            ids, mask = padded([rows[at] for at in batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = net(ids, mask).float()
            loss = torch.nn.functional.cross_entropy(
                logits, torch.tensor([gold[at] for at in batch]), label_smoothing=0.05
            )
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            schedule.step()
            step, running = step + 1, 0.98 * running + 0.02 * loss.item()
            if step % 100 == 0:
                loss_now = running / (1 - 0.98**step)
                print(f"step {step}/{total} loss {loss_now:.3f} after {time.monotonic() - started:.0f} s", flush=True)
    net.eval()


def scores(net: JudgeNet, tokenizer: Tokenizer, pairs: Sequence[Pair], size: int = 32) -> torch.Tensor:
    """Return logits (pairs, 4)."""
    rows = rows_of(tokenizer, pairs)
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    found = torch.zeros(len(rows), ANSWERS)
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for start in range(0, len(order), size):
            part = order[start : start + size]
            found[part] = net(*padded([rows[at] for at in part])).float()
    return found
