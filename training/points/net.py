"""The point encoder as a torch network: the encoder, whose lowest layers stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import torch
from tokenizers import Tokenizer

from pipeline.encode import sentence_form
from training.encoder.network import Weights
from training.stance.export import layer_of
from training.stance.fit import padded
from training.stance.model import JudgeNet

FROZEN = 6
"""Layers that stay as published: what they make of a text is computed once, and languages stay together."""
PREFIX = "query: "
LONGEST = 96
States = dict[str, torch.Tensor]
"""Text to (tokens, width), bfloat16."""


class PointNet(torch.nn.Module):
    """The upper layers of the encoder. In: states of the layer below; out: one row of length 1 per text."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        whole = JudgeNet(weights)
        self.layers = whole.bert.encoder.layer[FROZEN:]

    def forward(self, states: Sequence[torch.Tensor]) -> torch.Tensor:
        """Return the vectors of texts whose states have any lengths."""
        longest = max(len(state) for state in states)
        rows = torch.zeros(len(states), longest, states[0].shape[1])
        there = torch.zeros(len(states), longest)
        for at, state in enumerate(states):
            rows[at, : len(state)] = state.float()
            there[at, : len(state)] = 1
        with torch.autocast("cpu", dtype=torch.bfloat16):
            rows = through(self.layers, rows, there)
        pooled = (rows.float() * there[:, :, None]).sum(1) / there.sum(1, keepdim=True)
        return torch.nn.functional.normalize(pooled)


def through(layers: Iterable[torch.nn.Module], rows: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
    """Run layers over rows of tokens; ``there`` is 1 for a token and 0 for padding."""
    mask = (1 - there[:, None, None, :].float()) * -1e4
    for layer in layers:
        found = layer(rows, mask)
        rows = found[0] if isinstance(found, tuple) else found
    return rows


def states_of(texts: Iterable[str], weights: Weights, tokenizer: Tokenizer, size: int = 64) -> States:
    """Compute what the layers that stay make of each text, its prefix before it."""
    net = JudgeNet(weights).eval()
    known = sorted(set(texts), key=lambda text: (len(text), text))
    found: States = {}
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for start in range(0, len(known), size):
            part = known[start : start + size]
            encoded = tokenizer.encode_batch([PREFIX + sentence_form(text) for text in part])
            rows = [encoding.ids for encoding in encoded]
            ids, mask = padded(rows)
            state = through(net.bert.encoder.layer[:FROZEN], net.bert.embeddings(input_ids=ids), mask)
            for at, row in enumerate(rows):
                found[part[at]] = state[at, : len(row)].to(torch.bfloat16).clone()
    return found


def exported(net: PointNet, weights: Weights) -> Weights:
    """Return the encoder's weights with the layers that have learned in place of its upper ones."""
    return replace(weights, layers=(*weights.layers[:FROZEN], *map(layer_of, net.layers)))
