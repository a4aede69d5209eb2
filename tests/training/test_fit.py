"""The training loop: it learns, and a step whose loss overflows leaves no trace."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("onnx")

import torch

from training.encoder.network import Layer, Weights
from training.encoder.packed import Blocks, Header
from training.stance import fit as module
from training.stance.fit import Plan, fit
from training.stance.model import JudgeNet
from training.stance.pairs import Pair

HIDDEN, WORDS = 32, 16


class FewWords:
    """Rows without a tokenizer: a yes text holds the word 5, a no text the word 9."""

    def of(self, pairs):
        return [[0, 3, 2, 2, 5 if pair.label == "yes" else 9, 2] for pair in pairs]


@pytest.fixture
def net():
    chance = np.random.default_rng(1)

    def dense(rows, columns):
        nibbles = chance.integers(0, 16, (rows, columns // 32, 32), dtype=np.uint8)
        return Blocks(nibbles, np.full((rows, columns // 32), 0.05, np.float16))

    zeros, norm = np.zeros(HIDDEN, np.float32), (np.ones(HIDDEN, np.float32), np.zeros(HIDDEN, np.float32))
    layer = Layer(
        qkv=dense(3 * HIDDEN, HIDDEN),
        qkv_bias=np.zeros(3 * HIDDEN, np.float32),
        out=dense(HIDDEN, HIDDEN),
        out_bias=zeros,
        norm1=norm,
        inner=dense(HIDDEN, HIDDEN),
        inner_bias=zeros,
        outer=dense(HIDDEN, HIDDEN),
        outer_bias=zeros,
        norm2=norm,
    )
    header = Header(HIDDEN, 1, 2, HIDDEN, WORDS, 16, 1, 1e-12)
    torch.manual_seed(3)
    return JudgeNet(Weights(header, dense(WORDS, HIDDEN), np.zeros((16, HIDDEN), np.float32), norm, (layer,)))


PAIRS = [Pair("q", f"t{at}", "yes" if at % 2 else "no", "own", "g") for at in range(64)]


def right(net):
    found = module.scores(net, FewWords(), PAIRS).argmax(1).tolist()
    return sum(answer == (0 if pair.label == "yes" else 1) for answer, pair in zip(found, PAIRS, strict=True))


def test_it_learns(net):
    fit(net, FewWords(), [PAIRS] * 6, Plan(rate=3e-3, decay=0.9, size=8), seed=1)
    assert right(net) == len(PAIRS)


def test_a_step_that_overflows_leaves_no_trace(net, monkeypatch):
    honest, steps = module._loss, iter(range(10_000))

    def overflows(*arguments):
        loss = honest(*arguments)
        return loss * float("nan") if next(steps) % 7 == 3 else loss

    monkeypatch.setattr(module, "_loss", overflows)
    fit(net, FewWords(), [PAIRS] * 6, Plan(rate=3e-3, decay=0.9, size=8), seed=1)
    assert all(bool(torch.isfinite(value).all()) for value in net.state_dict().values())
    assert right(net) == len(PAIRS)


def test_the_rate_rises_and_falls():
    plan = Plan(rate=1e-4, decay=0.9, rising=0.1)
    factors = [plan.factor(step, 100) for step in range(101)]
    assert factors[0] < factors[5] < factors[9]
    assert factors[10:] == sorted(factors[10:], reverse=True)
    assert factors[100] == 0
    flat = Plan(rate=1e-4, decay=0.9, rising=0.1, falling=False)
    assert {flat.factor(step, 100) for step in range(10, 100)} == {1.0}
