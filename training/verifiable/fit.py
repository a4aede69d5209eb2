"""Fit the two numbers a token, and measure them on files that were not learned from."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import torch
from torch.nn.functional import binary_cross_entropy_with_logits, dropout

from pipeline.encode.scheme import SHARPNESS
from training.verifiable.states import States

EPOCHS, BATCH, RATE, DECAY, DROPOUT, FOLDS = 6, 64, 2e-3, 0.5, 0.2, 5
Floats = npt.NDArray[np.float32]
Weights = tuple[Floats, Floats]
"""Matrix (width, 2) and bias (2,)."""


def fit(states: States) -> Weights:
    """Fit by cross-entropy (AdamW, rate falling to nearly nothing); same states, same weights."""
    torch.manual_seed(0)
    mean, scale = states.rows.mean(axis=0), np.float32(states.rows.std(axis=0).mean())
    rows = torch.from_numpy((states.rows - mean) / scale)
    ends = np.cumsum(states.sizes)
    labels = torch.from_numpy(states.labels.astype(np.float32))
    matrix, bias = torch.zeros(rows.shape[1], 2, requires_grad=True), torch.zeros(2, requires_grad=True)
    optimiser = torch.optim.AdamW([matrix, bias], lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(labels) // BATCH)
    fall = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.05, steps)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(labels)).split(BATCH):
            sizes = states.sizes[batch.numpy()]
            tokens = np.concatenate([np.arange(ends[at] - states.sizes[at], ends[at]) for at in batch.tolist()])
            own = dropout(rows[torch.from_numpy(tokens)], DROPOUT)
            loss = binary_cross_entropy_with_logits(pooled(own @ matrix + bias, sizes), labels[batch])
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            fall.step()
    weights = matrix.detach().numpy() / scale
    return weights, np.asarray(bias.detach().numpy() - mean @ weights, np.float32)


def pooled(values: torch.Tensor, sizes: npt.NDArray[np.int64]) -> torch.Tensor:
    """Return the log-odds of sentences from the numbers of their tokens (tokens, 2), as ``decode`` does.

    The first number is averaged over the sentence; of the second the soft maximum counts, so that one clause is enough.
    """
    place = torch.from_numpy(np.repeat(np.arange(len(sizes)), sizes))
    length = torch.from_numpy(sizes.astype(np.float32))
    mean = torch.zeros(len(sizes)).index_add(0, place, values[:, 0]) / length
    top = torch.full((len(sizes),), -1e9).scatter_reduce(0, place, values[:, 1].detach(), "amax")
    powers = torch.exp(SHARPNESS * (values[:, 1] - top[place]))
    return mean + top + torch.log(torch.zeros(len(sizes)).index_add(0, place, powers) / length) / SHARPNESS


def judge(states: States, weights: Weights) -> npt.NDArray[np.bool_]:
    """Tell which sentences hold something that can be checked."""
    values = torch.from_numpy(states.rows @ weights[0] + weights[1])
    return np.asarray(pooled(values, states.sizes).numpy() > 0)


def cross_validate(states: States, report: Callable[[str], None]) -> None:
    """Report accuracy and F1 on each fifth of the parts, judged by what was learned from the others.

    Files of one part in several languages are held back together: some of their sentences are alike.
    """
    files = sorted(set(states.files.tolist()))
    parts = sorted({file[3:] for file in files})
    found = np.zeros(len(states.labels), np.bool_)
    for fold in range(FOLDS):
        held = np.isin(states.files, [file for file in files if file[3:] in parts[fold::FOLDS]])
        found[held] = judge(states.of(held), fit(states.of(~held)))
    measure(states, found, report)


def measure(states: States, found: npt.NDArray[np.bool_], report: Callable[[str], None]) -> None:
    """Report accuracy and F1 of what was found, a line a language and one for all; each sentence was read twice."""
    files = sorted(set(states.files.tolist()))
    for name, chosen in (
        *((lang, np.char.startswith(states.files, lang)) for lang in sorted({file[:2] for file in files})),
        ("all", np.ones(len(found), np.bool_)),
    ):
        right, both = found & states.labels & chosen, (found & chosen).sum() + (states.labels & chosen).sum()
        accuracy = (found == states.labels)[chosen].mean()
        report(f"{name} {int(chosen.sum()) // 2} sentences: accuracy {accuracy:.3f}, F1 {2 * right.sum() / both:.3f}")
