"""Turn the trained network into an ONNX graph of the same form as the encoder's."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import onnx
import torch

from training.encoder.network import Layer, Weights, build
from training.encoder.packed import Dense
from training.stance.model import JudgeNet


def export(net: JudgeNet, weights: Weights) -> onnx.ModelProto:
    """Return the graph of a judge that started from ``weights``; the word table is theirs, unchanged."""
    layers = tuple(_layer(block) for block in net.bert.encoder.layer)
    return build(replace(weights, layers=layers), head=(_array(net.head.weight), _array(net.head.bias)))


def _layer(block: torch.nn.Module) -> Layer:
    attention = block.attention
    parts = [attention.self.query, attention.self.key, attention.self.value]
    return Layer(
        qkv=Dense(np.concatenate([_array(part.weight) for part in parts])),
        qkv_bias=np.concatenate([_array(part.bias) for part in parts]),
        out=Dense(_array(attention.output.dense.weight)),
        out_bias=_array(attention.output.dense.bias),
        norm1=_norm(attention.output.LayerNorm),
        inner=Dense(_array(block.intermediate.dense.weight)),
        inner_bias=_array(block.intermediate.dense.bias),
        outer=Dense(_array(block.output.dense.weight)),
        outer_bias=_array(block.output.dense.bias),
        norm2=_norm(block.output.LayerNorm),
    )


def _array(tensor: torch.Tensor) -> np.ndarray:
    return tensor.detach().float().numpy()


def _norm(norm: torch.nn.LayerNorm) -> tuple[np.ndarray, np.ndarray]:
    return _array(norm.weight), _array(norm.bias)
