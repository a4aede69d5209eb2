"""The training loop of the point encoder: each step one side of a question, as the measure will see it.

What all texts of a side share is taken out first, as :func:`pipeline.cluster.matching.apart` does. Then pairs are
judged by cross-entropy, with a slope and a constant per source; each text must put the key point that it makes before
its rivals; and translations of one sentence must find each other among others, so that the layers, which learn mostly
from English, keep the languages together.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional

from pipeline.cluster.matching import COMMON, FEW
from training.points.sides import SOURCES, Side

if TYPE_CHECKING:
    from training.points.net import PointNet, States

RATE, DECAY, RISING = 2e-4, 0.9, 0.08
"""Rate of the top layer, its factor for each layer below (Howard and Ruder 2018), share of steps in which it rises."""
TEXTS, PARAPHRASES = 44, 64
"""Texts of a side drawn for a step; texts of paraphrase topics that make one."""
RIVALS, PAIRS, PARALLEL, SHARPNESS = 0.5, 0.5, 24, 20.0
"""Weights of the losses among rivals and among texts; sentences of a translation step and their sharpness."""


@dataclass
class Learner:
    """The network, what the frozen layers made of the texts, and how a cosine becomes log odds per source."""

    net: PointNet
    states: States
    chance: random.Random
    odds: torch.nn.Parameter

    def vectors(self, texts: Sequence[str]) -> torch.Tensor:
        """Return one row of length 1 per text."""
        found: torch.Tensor = self.net([self.states[text] for text in texts])
        return found


def fit(
    net: PointNet,
    states: States,
    sides: Sequence[Side],
    parallel: Sequence[Sequence[str]],
    epochs: int,
    seed: int = 0,
) -> None:
    """Train in place. ``parallel`` holds one list of the same sentences per language."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    learner = Learner(net, states, chance, torch.nn.Parameter(torch.tensor([[12.0, -5.0]] * len(SOURCES))))
    groups: list[dict[str, object]] = [{"params": [learner.odds], "lr": 10 * RATE}]
    for below, layer in enumerate(reversed(list(net.layers))):
        groups.append({"params": list(layer.parameters()), "lr": RATE * DECAY**below})
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    lessons = [list(_steps(sides, chance)) for _ in range(epochs)]
    total, started = sum(map(len, lessons)), time.monotonic()
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (RISING * total)) * max(0.0, 1 - step / total)
    )
    net.train()
    for done, step in enumerate(step for lesson in lessons for step in lesson):
        loss = torch.stack([_loss(learner, side) for side in step]).mean()
        if done % 3 == 0:
            loss = loss + _translated(learner, parallel)
        optimiser.zero_grad()
        loss.backward()
        if torch.isfinite(torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)):
            optimiser.step()
        schedule.step()
        if done % 100 == 99:
            print(
                f"step {done + 1}/{total} loss {loss.item():.3f} after {time.monotonic() - started:.0f} s", flush=True
            )
    net.eval()


def _steps(sides: Sequence[Side], chance: random.Random) -> Iterator[tuple[Side, ...]]:
    """Draw the steps of an epoch: a side as often as its texts need, paraphrase topics some together."""
    steps: list[tuple[Side, ...]] = []
    for side in sides:
        if side.source:
            steps += [(side,)] * max(1, round(len(side.texts) / TEXTS))
    few: list[Side] = []
    topics = [side for side in sides if not side.source]
    for side in chance.sample(topics, len(topics)):
        few.append(side)
        if sum(len(one.texts) for one in few) >= PARAPHRASES:
            steps.append(tuple(few))
            few = []
    chance.shuffle(steps)
    yield from steps


def _loss(learner: Learner, side: Side) -> torch.Tensor:
    """Return the loss of one side: pairs of texts and key points, rivals, and pairs of texts."""
    slope, constant = learner.odds[side.source]
    drawn = sorted(learner.chance.sample(range(len(side.texts)), min(TEXTS, len(side.texts))))
    keys = [learner.chance.choice(forms) for forms in side.keys]
    rows = learner.vectors([*(side.texts[at] for at in drawn), *keys])
    texts = apart(rows[: len(drawn)])
    loss = torch.zeros(())
    if keys:
        makes = torch.from_numpy(side.makes[drawn].astype(np.float32))
        odds = slope * (texts @ apart(rows[len(drawn) :]).T) + constant
        judged = makes >= 0
        loss = loss + functional.binary_cross_entropy_with_logits(odds[judged], makes[judged])
        loss = loss + RIVALS * _rivals(odds, makes)
    same = torch.from_numpy(side.same[np.ix_(drawn, drawn)].astype(np.float32))
    judged = (same >= 0) & torch.triu(torch.ones_like(same), 1).bool()
    if judged.any():
        odds = slope * (texts @ texts.T) + constant
        weight = PAIRS if keys else 1.0
        loss = loss + weight * functional.binary_cross_entropy_with_logits(odds[judged], same[judged])
    return loss


def _rivals(odds: torch.Tensor, makes: torch.Tensor) -> torch.Tensor:
    """Return the cross-entropy of the key points that a text makes among its judged rivals."""
    rows = (makes > 0).any(1)
    if not rows.any():
        return torch.zeros(())
    shares = torch.log_softmax(odds[rows].masked_fill(makes[rows] < 0, -1e4), dim=1)
    made = makes[rows].clamp(min=0)
    return -((shares * made).sum(1) / made.sum(1)).mean()


def _translated(learner: Learner, parallel: Sequence[Sequence[str]]) -> torch.Tensor:
    """Return the loss of finding translations, in both directions (Feng et al. 2022, LaBSE)."""
    chosen = learner.chance.sample(range(len(parallel[0])), PARALLEL)
    one, other = learner.chance.sample(range(len(parallel)), 2)
    rows = learner.vectors([parallel[language][at] for language in (one, other) for at in chosen])
    left, right = (functional.normalize(part - part.mean(0)) for part in rows.split(PARALLEL))
    near, own = SHARPNESS * left @ right.T, torch.arange(PARALLEL)
    return (functional.cross_entropy(near, own) + functional.cross_entropy(near.T, own)) / 2


def apart(rows: torch.Tensor) -> torch.Tensor:
    """Take out of rows what they share, as the measure does."""
    share = COMMON * len(rows) / (len(rows) + FEW)
    return functional.normalize(rows - share * rows.mean(0, keepdim=True))
